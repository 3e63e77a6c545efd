"""The app: the library, the settings, the themes and the stack of screens. What a screen shows is that screen's own."""

import asyncio
import gc
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen

from briefing.message import BriefingError
from locales import _, activate, active
from tui.actions import bindings, unknown
from tui.ascii import InAscii
from tui.screens.base import BriefingScreen
from tui.settings import Settings
from tui.signs import ASCII, UNICODE, Signs, signs_for
from tui.themes import DARK, LIGHT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from analysis import Analysis
    from briefing.message import Message as Said
    from store import Change, Library

Result = TypeVar("Result")

_SLOW: Final = 0.3
"""Seconds that a change of the library may take before it is shown that it is being saved."""

Start = tuple[str, ...]
"""The ids of the articles to open: none for the library, one to read, two to compare, more: chosen in the library."""
_CALM: Final = 1.0
"""Seconds after a screen was left in which what it held is looked for."""
_SELDOM: Final = 10_000
"""How seldom Python looks for garbage among all objects by itself: every so many looks among the younger ones."""


@dataclass
class LibraryChanged(Message):
    """Something in the library changed, by this program or by another one."""

    change: "Change"


@dataclass
class Written(Message):
    """A change of the library was made, or could not be."""

    outcome: "Future[Any]"
    then: "Callable[[Any], object]"
    failed: "Callable[[BriefingError], object]"


class BriefingApp(App[None]):
    """The full-screen app over one library, which is opened when it is first needed: after the first paint.

    The library is changed on a thread of its own, one change after the other in the order of asking: another program may
    hold it for seconds, in which every key is to work.
    """

    TITLE = "briefing"
    CSS_PATH: ClassVar = ["app.tcss", "screens/library/library.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings("quit", "palette")
    ESCAPE_TO_MINIMIZE = False

    saving: reactive[bool] = reactive(False, repaint=False)
    """Whether a change of the library takes so long that it is to be seen."""

    def __init__(
        self, open_library: "Callable[[], Library]", *, start: Start = (), settings: Settings | None = None
    ) -> None:
        self.settings: Settings = settings or Settings.read()
        self.signs: Signs = {"ascii": ASCII, "unicode": UNICODE}.get(self.settings.signs) or signs_for()
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme if self.settings.theme in self.available_themes else DARK
        self.set_class(self.signs.ascii, "-ascii")
        self.start: Final = start
        self.failure: BriefingError | None = None
        self._open_library = open_library
        self._opening = Lock()
        self._library: Library | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._changes = ThreadPoolExecutor(1, "library-changes")
        self._unwritten = 0
        self._slow: Timer | None = None
        self._leaving: Literal["", "waiting", "failing", "refused"] = ""
        self._collecting = gc.get_threshold()
        self._told: set[str] = set()
        self._in_ascii = InAscii()

    @property
    def library(self) -> "Library":
        """The library. From any thread; the first call opens it.

        Raises:
            BriefingError: it cannot be opened.
        """
        with self._opening:
            if self._library is None:
                self._library = self._open_library()
                self._unsubscribe = self._library.subscribe(self._library_changed)
            return self._library

    def get_default_screen(self) -> Screen[Any]:
        """The library, below everything else."""
        from tui.screens.library.screen import LibraryScreen

        return LibraryScreen(self.start if len(self.start) > 2 else ())

    def on_mount(self) -> None:
        """Take over the keymap and open what was asked for."""
        # A look among all objects stops every thread: for half a second while two reports of 50,000 words are compared.
        gc.set_threshold(*self._collecting[:2], _SELDOM)
        self.set_keymap(self.settings.keymap)
        if strange := unknown(self.settings.keymap):
            words = _("Your keymap names what is no action: %(names)s. Correct it in %(path)s.")
            self.notify(
                words % {"names": active().listed(strange), "path": self.settings.path},
                severity="warning",
                markup=False,
            )
        if len(self.start) in {1, 2}:
            self._open_articles()

    def _open_articles(self) -> None:
        found = self.attempt(lambda: [self.library.articles.get(article_id) for article_id in self.start]) or []
        self.write(lambda library: library.articles.mark_opened(*(article.id for article in found)))
        if len(found) == 1:
            from tui.screens.reader.screen import ReaderScreen

            self.push_screen(ReaderScreen(found[0]))
        elif len(found) == 2:
            from tui.screens.compare.screen import CompareScreen

            self.push_screen(CompareScreen(found[0], found[1]))

    def fail(self, error: BriefingError) -> None:
        """Leave the app because of an error that is to be said on the terminal."""
        self.failure = error
        self.exit(return_code=error.exit_code)

    def _library_changed(self, change: "Change") -> None:
        """From the library's thread."""
        self.post_message(LibraryChanged(change))

    async def on_unmount(self) -> None:
        """Wait for what is still being written, and stop listening to the library."""
        await asyncio.to_thread(self._changes.shutdown)
        gc.set_threshold(*self._collecting)
        if self._unsubscribe:
            self._unsubscribe()

    @property
    def top(self) -> BriefingScreen:
        """The topmost full screen, below any dialog."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, BriefingScreen))

    def full_screens(self) -> list[BriefingScreen]:
        """The full screens, the topmost last."""
        return [screen for screen in self.screen_stack if isinstance(screen, BriefingScreen)]

    def on_library_changed(self, message: LibraryChanged) -> None:
        """Hand a change of the library to every screen."""
        for screen in self.full_screens():
            screen.library_changed(message.change)

    def go_back(self) -> None:
        """Close the topmost screen; quit when it is the last one."""
        if len(self.full_screens()) > 1:
            self.pop_screen()
            self.set_timer(_CALM, gc.collect)
        else:
            self.leave()

    async def action_quit(self) -> None:
        """Leave from anywhere."""
        self.leave()

    def undo(self) -> None:
        """Undo the user's last change of the library, and say which."""
        self.write(lambda library: library.undo(), self._undone)

    def _undone(self, undone: "Said | None") -> None:
        self.top.tell(active().say(undone.code, **undone.params) if undone else _("There is nothing to undo."))

    def attempt(self, act: "Callable[[], Result]") -> "Result | None":
        """Read something; what cannot be done is said, and gives `None`."""
        try:
            return act()
        except BriefingError as error:
            self.say_error(error)
            return None

    def say_error(self, error: BriefingError) -> None:
        """Say what could not be done, on whichever screen is seen."""
        self.top.tell_error(error)

    # Changing the library

    @property
    def writing(self) -> bool:
        """Whether a change of the library is not made yet."""
        return self._unwritten > 0

    def write(
        self,
        act: "Callable[[Library], Result]",
        then: "Callable[[Result], object] | None" = None,
        failed: "Callable[[BriefingError], object] | None" = None,
    ) -> None:
        """Change the library when the changes before this one are made, and go on here with what that gave.

        `act` is called on the thread of the changes, `then` on that of the interface. What cannot be done is said, unless
        `failed` is there to take it.
        """
        outcome = self._changes.submit(lambda: act(self.library))
        self._unwritten += 1
        if self._slow is None:
            self._slow = self.set_timer(_SLOW, self._show_saving)
        written = Written(outcome, then or _nothing, failed or self.say_error)
        outcome.add_done_callback(lambda _outcome: self.post_message(written))

    def _show_saving(self) -> None:
        self.saving = self._unwritten > 0

    def on_written(self, message: Written) -> None:
        """Go on with what came of a change; leave when it was the last that leaving waited for."""
        self._unwritten -= 1
        if not self._unwritten:
            if self._slow:
                self._slow.stop()
            self._slow, self.saving = None, False
        error = message.outcome.exception()
        if isinstance(error, BriefingError):
            self._leaving = "failing" if self._leaving == "waiting" else self._leaving
            message.failed(error)
        else:
            self._leaving = "" if self._leaving == "refused" else self._leaving
            message.then(message.outcome.result())
        self._go_on_leaving()

    def leave(self) -> None:
        """Leave when all changes are made. If one of them cannot be, that is said, and asking once more leaves without it."""
        from tui.screens.dialogs.base import Dialog

        if self._leaving == "refused":
            self.exit()
            return
        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_typed()
        self._leaving = "waiting"
        self._go_on_leaving()

    def _go_on_leaving(self) -> None:
        if self._unwritten or self._leaving not in {"waiting", "failing"}:
            return
        if self._leaving == "waiting":
            self.exit()
            return
        self._leaving = "refused"
        self.top.tell(_("Not everything could be saved. Leave once more to leave without it."))

    def analysis(self) -> "Analysis":
        """The analysis beside the library, with the engines of the settings. For a worker's thread."""
        from analysis import Analysis
        from tui.translation import translation_settings

        return Analysis(self.library, translation_settings(self.settings))

    def before_translating(self, then: "Callable[[], object]", otherwise: "Callable[[], object]") -> None:
        """Go on at once where nothing is sent anywhere; else say first, once, what goes where, and go on after a yes.

        `otherwise` is what is done after a no, and where the yes cannot be kept.
        """
        from tui.screens.dialogs.base import Confirmation
        from tui.translation import tell_where_it_goes, untold

        places = self.attempt(lambda: untold(self.settings))
        if not places:
            (otherwise if places is None else then)()
            return

        def answered(yes: bool | None) -> None:
            told = (
                self.attempt(lambda: tell_where_it_goes(self.settings, (), lambda _name, _host: None)) if yes else None
            )
            if told:
                self.settings = told
            (then if told else otherwise)()

        say = active().say
        words = "\n".join(say("translate.goes-to", engine=name, host=host) for name, host in places)
        self.push_screen(Confirmation(_("Translate by a service?"), words), answered)

    def action_language(self) -> None:
        """Switch to the other language and write everything again, in its place."""
        language = "en" if active().language == "nl" else "nl"
        activate(language)
        for screen in self.screen_stack:
            if isinstance(screen, BriefingScreen):
                screen.rewrite()
        self.keep("language", language)

    def action_theme(self) -> None:
        """Switch between the dark and the light theme."""
        self.theme = LIGHT if self.current_theme.dark else DARK
        self.keep("theme", self.theme)

    def keep(self, name: str, value: str) -> None:
        """Write a choice to the settings."""
        try:
            self.settings = self.settings.changed(name, value)
        except BriefingError as error:
            self.top.tell_error(error)

    def action_command_palette(self) -> None:
        """Open the palette with what can be done here."""
        from tui.palette import palette

        if isinstance(self.screen, BriefingScreen):
            self.push_screen(palette())

    def get_system_commands(self, _screen: Screen[object]) -> Iterable[SystemCommand]:
        """None: the registry of actions holds them all."""
        return ()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The filters of the toolkit, and where it is asked for the one that leaves only ASCII."""
        filters = super().get_line_filters()
        return [*filters, self._in_ascii] if self.signs.ascii else filters

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is printed on a keyboard."""
        from tui.keys import shown

        return shown(binding.key, ascii_only=self.signs.ascii)

    def handle_bindings_clash(self, clashed_bindings: set[Binding], _node: DOMNode) -> None:
        """Name, once, the actions that lost their key to the user's keymap."""
        from tui.keys import clash

        words = clash(clashed_bindings)
        if words and words not in self._told:
            self._told.add(words)
            self.notify(words, severity="warning", markup=False)


def _nothing(_result: object) -> None:
    """There is nothing to do after that."""
