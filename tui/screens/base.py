"""The base of all full screens: bars, keys, words in the interface's language, and a line that asks for more room."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from briefing.article import Article
from briefing.message import BriefingError
from locales import _, active
from tui.actions import bindings
from tui.host import Host, host_of
from tui.key_names import with_keys
from tui.widgets.bars import KeyBar, TitleBar

if TYPE_CHECKING:
    from store import Change, Library
    from tui.widgets.legend import SignEntry

Result = TypeVar("Result")

WIDTHS: Final = [(0, "-too-narrow"), (40, "-stacked"), (100, "-beside"), (150, "-broad")]
"""The class that a screen has from a width in cells on."""
HEIGHTS: Final = [(0, "-too-low"), (10, "-low"), (30, "-high")]
"""The class that a screen has from a height in lines on."""
MOVEMENT: Final = ("down", "up", "half-down", "half-up", "page-down", "page-up", "top", "bottom")
"""The actions of a screen whose `moving` gives something to move in."""


class Movable(Protocol):
    """A widget with a cursor that goes up and down."""

    def move(self, by: int) -> None:
        """Move the cursor by lines."""

    def move_by_half(self, halves: int) -> None:
        """Move the cursor by halves of the widget's height."""

    def move_to_edge(self, direction: int) -> None:
        """Move the cursor to the first (-1) or the last (1) line."""


class BriefingScreen(Screen[None]):
    """A full screen between the bars. A subclass gives its widgets in `body` and its words in `words`."""

    BINDINGS = bindings("back", "help", "palette", "language", "theme", "undo")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def compose(self) -> ComposeResult:
        """The bars around the body."""
        yield TitleBar()
        yield from self.body()
        yield KeyBar()
        yield Static(id="more-room")

    def body(self) -> Iterable[Widget]:
        """The widgets between the bars."""
        return ()

    def words(self) -> None:
        """Write all words of the screen in the interface's language."""

    def rewrite(self) -> None:
        """Write all words again after a switch of the language."""
        self.query_one("#more-room", Static).update(Content(_("Please make the window larger: at least 40 by 10.")))
        self.words()
        self.refresh_bindings()

    def on_mount(self) -> None:
        """Write the words for the first time."""
        self.rewrite()
        self.watch(self.app, "saving", self._show_saving)

    def _show_saving(self, saving: bool) -> None:
        self.title_bar.saving = saving

    @property
    def host(self) -> Host:
        """The app, with its library and settings."""
        return host_of(self)

    @property
    def title_bar(self) -> TitleBar:
        """The top line."""
        return self.query_one(TitleBar)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the interface's language."""
        return {key: translated(bound) for key, bound in super().active_bindings.items()}

    @property
    def moving(self) -> Movable | None:
        """What the keys for moving move in."""
        return None

    def legend(self) -> "Sequence[SignEntry]":
        """The signs on the screen, for the help."""
        return ()

    def library_changed(self, change: "Change") -> None:
        """Take in a change of the library."""

    def write(self, act: "Callable[[Library], Result]", then: Callable[[Result], object]) -> None:
        """Change the library, then call `then` with the result if this screen is still open."""
        self.host.write(act, lambda result: then(result) if self.is_running else None)

    def tell(self, words: str) -> None:
        """Show a short message."""
        self.notify(words, markup=False)

    def tell_error(self, error: BriefingError) -> None:
        """Show what went wrong and what to do."""
        self.notify(
            active().say(error.message.code, **error.message.params), severity="warning", markup=False, timeout=8
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show the error of a worker that failed; the screen goes on with what it has."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            if isinstance(error, BriefingError):
                self.tell_error(error)
            else:
                words = _("Something went wrong (%(error)s); this screen may be incomplete.") % {"error": repr(error)}
                self.notify(words, severity="error", markup=False, timeout=10)

    # Keys

    def action_back(self) -> None:
        """Go back one level; quit at the top."""
        self.host.go.back()

    def action_help(self) -> None:
        """Show the keys that work here."""
        self.host.go.to_help()

    def action_undo(self) -> None:
        """Undo the last change of the library."""
        self.host.undo()

    def action_move(self, by: int) -> None:
        """Move the cursor by lines."""
        if self.moving:
            self.moving.move(by)

    def action_half(self, halves: int) -> None:
        """Move the cursor by halves of a page."""
        if self.moving:
            self.moving.move_by_half(halves)

    def action_edge(self, direction: int) -> None:
        """Move the cursor to the top or the bottom."""
        if self.moving:
            self.moving.move_to_edge(direction)

    def show_summary(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the summary of the articles, if there are any."""
        if articles:
            self.host.go.to_summary(articles, title)

    def show_ledger(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the ledger of the articles, if there are any."""
        if articles:
            self.host.go.to_ledger(articles, title)


def translated(bound: ActiveBinding) -> ActiveBinding:
    """The binding with its name and explanation in the interface's language."""
    binding = bound.binding
    if not binding.description:
        return bound
    words = replace(binding, description=_(binding.description), tooltip=with_keys(_(binding.tooltip)))
    return bound._replace(binding=words, tooltip=words.tooltip)
