"""The app: the library, the settings, the themes and the stack of screens. What a screen shows is that screen's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.message import Message
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

    from store import Change, Library
    from store.analysis import Analysis

Result = TypeVar("Result")

Start = tuple[str, ...]
"""The ids of the articles to open: none for the library, one to read, two to compare, more: chosen in the library."""


@dataclass
class LibraryChanged(Message):
    """Something in the library changed, by this program or by another one."""

    change: "Change"


class BriefingApp(App[None]):
    """The full-screen app over one library, which is opened when it is first needed: after the first paint."""

    TITLE = "briefing"
    CSS_PATH: ClassVar = ["app.tcss", "screens/library.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings("quit", "palette")
    ESCAPE_TO_MINIMIZE = False

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
        from tui.screens.library import LibraryScreen

        return LibraryScreen(self.start if len(self.start) > 2 else ())

    def on_mount(self) -> None:
        """Take over the keymap and open what was asked for."""
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
        found = self.attempt(lambda: [self.library.article(article_id) for article_id in self.start]) or []
        self.change(lambda library: library.opened(*(article.id for article in found)))
        if len(found) == 1:
            from tui.screens.reader import ReaderScreen

            self.push_screen(ReaderScreen(found[0]))
        elif len(found) == 2:
            from tui.screens.compare import CompareScreen

            self.push_screen(CompareScreen(found[0], found[1]))

    def fail(self, error: BriefingError) -> None:
        """Leave the app because of an error that is to be said on the terminal."""
        self.failure = error
        self.exit(return_code=error.exit_code)

    def _library_changed(self, change: "Change") -> None:
        """From the library's thread."""
        self.post_message(LibraryChanged(change))

    def on_unmount(self) -> None:
        """Stop listening to the library."""
        if self._unsubscribe:
            self._unsubscribe()

    @property
    def top(self) -> BriefingScreen:
        """The topmost full screen, below any dialogue."""
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
        else:
            self.exit()

    def undo(self) -> None:
        """Undo the user's last change of the library, and say which."""
        try:
            undone = self.library.undo()
        except BriefingError as error:
            self.top.tell_error(error)
            return
        self.top.tell(active().say(undone.code, **undone.params) if undone else _("There is nothing to undo."))

    def attempt(self, act: "Callable[[], Result]") -> "Result | None":
        """Do something with the library; what cannot be done is said, and gives `None`."""
        try:
            return act()
        except BriefingError as error:
            self.top.tell_error(error)
            return None

    def change(self, act: "Callable[[Library], object]") -> bool:
        """Change the library, and give whether it could be done; if not, that is said."""
        try:
            act(self.library)
        except BriefingError as error:
            self.top.tell_error(error)
            return False
        return True

    def analysis(self) -> "Analysis":
        """The analysis beside the library, with the engines of the settings. For a worker's thread."""
        from store.analysis import Analysis
        from tui.translation import translation_settings

        return Analysis(self.library, translation_settings(self.settings))

    def before_translating(self, then: "Callable[[], object]", otherwise: "Callable[[], object]") -> None:
        """Go on at once where nothing is sent anywhere; else say first, once, what goes where, and go on after a yes.

        `otherwise` is what is done after a no, and where the yes cannot be kept.
        """
        from tui.screens.dialogue import Confirmation
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

    def ask_tags(self, article_id: str, tags: tuple[str, ...], then: "Callable[[], object]") -> None:
        """Ask for the tags of an article, set them, and go on."""
        from tui.screens.dialogue import Prompt, Question
        from tui.sources import tags_in

        def answered(words: str | None) -> None:
            if words is not None:
                self.change(lambda library: library.tag(article_id, tags_in(words)))
                then()

        self.push_screen(
            Prompt(Question(_("Tags"), ", ".join(tags), _("Separated by commas; none removes them all."))),
            answered,
        )

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
