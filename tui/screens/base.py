"""What every screen has: the bars, the words in the interface's language, and a line that asks for more room."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from briefing.article import Article
from briefing.message import BriefingError, Message
from locales import _, active
from tui.actions import bindings
from tui.widgets.bars import KeyBar, TitleBar

if TYPE_CHECKING:
    from store import ArticleRecord, Change, Library
    from tui.app import BriefingApp
    from tui.widgets.legend import Entry

Result = TypeVar("Result")

WIDTHS: Final = [(0, "-too-narrow"), (40, "-stacked"), (100, "-beside"), (150, "-broad")]
"""The class that a screen has from a width in cells on."""
HEIGHTS: Final = [(0, "-too-low"), (10, "-low"), (30, "-high")]
"""The class that a screen has from a height in lines on."""


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
        """Write everything that is in the interface's language; called at the start and after a switch."""

    def rewrite(self) -> None:
        """Write all words again, in the language that the interface has now."""
        self.query_one("#more-room", Static).update(Content(_("Please make the window larger: at least 40 by 10.")))
        self.words()
        self.refresh_bindings()

    def on_mount(self) -> None:
        """Write the words for the first time."""
        self.rewrite()
        self.watch(self.briefing, "saving", self._show_saving)

    def _show_saving(self, saving: bool) -> None:
        self.title_bar.saving = saving

    @property
    def briefing(self) -> "BriefingApp":
        """The app, with its library and settings."""
        return cast("BriefingApp", self.app)

    @property
    def title_bar(self) -> TitleBar:
        """The line above."""
        return self.query_one(TitleBar)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the interface's language."""
        return {key: translated(bound) for key, bound in super().active_bindings.items()}

    def legend(self) -> Sequence["Entry"]:
        """The signs that stand here, for the help."""
        return ()

    def library_changed(self, change: "Change") -> None:
        """Take in what changed in the library; a screen that shows none of it does nothing."""

    def write(self, act: "Callable[[Library], Result]", then: Callable[[Result], object]) -> None:
        """Change the library and go on here with what that gave, unless this screen was left meanwhile."""
        self.briefing.write(act, lambda result: then(result) if self.is_running else None)

    def tell(self, words: str) -> None:
        """Say in passing what was done."""
        self.notify(words, markup=False)

    def tell_error(self, error: BriefingError) -> None:
        """Say what could not be done, and what to do."""
        self.notify(
            active().say(error.message.code, **error.message.params), severity="warning", markup=False, timeout=8
        )

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say so when something that works beside the screen broke down; the screen goes on with what it has."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            if isinstance(error, BriefingError):
                self.tell_error(error)
            else:
                words = _("Something went wrong here (%(error)s); what you see may not be all.") % {
                    "error": repr(error)
                }
                self.notify(words, severity="error", markup=False, timeout=10)

    def action_back(self) -> None:
        """Go back one level; quit at the top."""
        self.briefing.go_back()

    def action_help(self) -> None:
        """Show the keys that work here."""
        from tui.screens.help.screen import HelpScreen

        self.app.push_screen(HelpScreen(self))

    def show_summary(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the summary of some articles."""
        from tui.screens.summary.screen import SummaryScreen

        if articles:
            self.app.push_screen(SummaryScreen(articles, title))

    def show_ledger(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the ledger of some articles."""
        from tui.screens.ledger.screen import LedgerScreen

        if articles:
            self.app.push_screen(LedgerScreen(articles, title))

    def turn_read(self, ids: Sequence[str], then: Callable[[bool], object]) -> None:
        """Mark articles as read if one of them is unread, else as unread; go on with whether they are read now."""

        def turned(library: "Library") -> bool:
            records = library.articles.records_of(ids)
            unread = [record for record in records if record.unread]
            with library.transaction(_marked(unread or records, read=bool(unread))):
                for record in unread or records:
                    library.articles.mark_read(record.id, bool(unread))
            return bool(unread)

        self.write(turned, then)

    def ask_tags(self, article_id: str, tags: tuple[str, ...], then: Callable[[object], object]) -> None:
        """Ask for the tags of an article, set them, and go on."""
        from tui.article_sources import tags_in
        from tui.screens.dialogs.base import Prompt, Question

        def answered(words: str | None) -> None:
            if words is not None:
                self.write(lambda library: library.articles.tag(article_id, tags_in(words)), then)

        hint = _("Separated by commas; none removes them all.")
        self.app.push_screen(Prompt(Question(_("Tags"), ", ".join(tags), hint)), answered)

    def action_undo(self) -> None:
        """Undo the last change of the library."""
        self.briefing.undo()


def _marked(records: "Sequence[ArticleRecord]", *, read: bool) -> Message:
    """What was done, for the undo."""
    code = f"library.did.{'read' if read else 'unread'}"
    if len(records) == 1:
        return Message.of(code, title=records[0].title)
    return Message.of(f"{code}-several", count=len(records))


def translated(bound: ActiveBinding) -> ActiveBinding:
    """The binding with its name and explanation in the interface's language."""
    binding = bound.binding
    if not binding.description:
        return bound
    words = replace(binding, description=_(binding.description), tooltip=_(binding.tooltip))
    return bound._replace(binding=words, tooltip=words.tooltip)
