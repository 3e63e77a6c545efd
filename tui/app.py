"""The app: library, settings, themes and the stack of screens. What a screen shows is that screen's own."""

import gc
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from textual.binding import Binding
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.screen import Screen

from briefing.message import BriefingError
from locales import LANGUAGES, _, activate, active
from tui.actions import bindings, unknown
from tui.key_names import activate_keys, clash
from tui.library_access import LibraryAccess, LibraryChanged, Written
from tui.navigation import Navigation
from tui.screens.base import BriefingScreen
from tui.settings import Settings
from tui.signs import ASCII, UNICODE, signs_for
from tui.terminal_app import TerminalApp
from tui.themes import THEMES, first_theme, other_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis import Analysis
    from briefing.message import Message as Said
    from store import Library
    from tui.host import Host

Result = TypeVar("Result")

Start = tuple[str, ...]
"""The ids of the articles to open: none for the library, one to read, two to compare, more: chosen in the library."""
_SELDOM: Final = 10_000
"""Collections of the younger objects before Python collects all of them by itself."""


class BriefingApp(TerminalApp):
    """The full-screen app over one library, which is opened when it is first needed: after the first paint."""

    TITLE = "briefing"
    CSS_PATH: ClassVar = ["app.tcss", "screens/library/library.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = bindings("quit", "palette")
    ESCAPE_TO_MINIMIZE = False

    saving: reactive[bool] = reactive(False, repaint=False)
    """Whether a slow change of the library is being made."""

    def __init__(
        self, open_library: "Callable[[], Library]", *, start: Start = (), settings: Settings | None = None
    ) -> None:
        self.settings: Settings = settings or Settings.read()
        self.signs = {"ascii": ASCII, "unicode": UNICODE}.get(self.settings.signs) or signs_for()
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = first_theme(self.settings.theme, self.available_themes)
        self.set_class(self.signs.ascii, "-ascii")
        self.start: Final = start
        self.failure: BriefingError | None = None
        self._access = LibraryAccess(
            self,
            open_library,
            show_saving=partial(setattr, self, "saving"),
            leave=self.exit,
            refused=lambda: self.go.top.tell(_("Not everything could be saved. Quit again to leave without it.")),
        )
        self.go: Final = Navigation(self, self.leave)
        self._collecting = gc.get_threshold()
        self._told: set[str] = set()

    @property
    def library(self) -> "Library":
        """The library, on any thread; the first call opens it.

        Raises:
            BriefingError: it cannot be opened.
        """
        return self._access.library

    def get_default_screen(self) -> Screen[Any]:
        """The library, below everything else."""
        return self.go.library(self.start if len(self.start) > 2 else ())

    def on_mount(self) -> None:
        """Take over the keymap and open what was asked for."""
        # A full garbage collection blocks every thread: for half a second while two reports of 50,000 words are compared.
        gc.set_threshold(*self._collecting[:2], _SELDOM)
        activate_keys(self.settings.keymap, ascii_only=self.signs.ascii)
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.set_keymap(self.settings.keymap)
        if strange := unknown(self.settings.keymap):
            words = _("Your keymap names unknown actions: %(names)s. Correct it in %(path)s.")
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
            self.go.to_article(found[0])
        elif len(found) == 2:
            self.go.to_comparison(found[0], found[1])

    def fail(self, error: BriefingError) -> None:
        """Leave the app and show the error on the terminal."""
        self.failure = error
        self.exit(return_code=error.exit_code)

    async def on_unmount(self) -> None:
        """Wait until every change of the library is made."""
        await self._access.finish()
        gc.set_threshold(*self._collecting)

    def on_library_changed(self, message: LibraryChanged) -> None:
        """Hand a change of the library to every screen."""
        for screen in self.go.full_screens():
            screen.library_changed(message.change)

    async def action_quit(self) -> None:
        """Leave from anywhere."""
        self.leave()

    def undo(self) -> None:
        """Undo the last change of the library and show which."""

        def undone(said: "Said | None") -> None:
            self.go.top.tell(active().say(said.code, **said.params) if said else _("There is nothing to undo."))

        self.write(lambda library: library.undo(), undone)

    def attempt(self, act: "Callable[[], Result]") -> "Result | None":
        """Read something; an error is shown and gives `None`."""
        try:
            return act()
        except BriefingError as error:
            self.say_error(error)
            return None

    def say_error(self, error: BriefingError) -> None:
        """Show an error on the topmost screen."""
        self.go.top.tell_error(error)

    # Changing the library

    @property
    def writing(self) -> bool:
        """Whether a change of the library is not made yet."""
        return self._access.pending

    def write(
        self,
        act: "Callable[[Library], Result]",
        then: "Callable[[Result], object] | None" = None,
        failed: "Callable[[BriefingError], object] | None" = None,
    ) -> None:
        """Change the library on its writer thread, then call `then` with the result on the interface's thread.

        An error is shown, unless `failed` takes it.
        """
        self._access.add(act, then or _nothing, failed or self.say_error)

    def on_written(self, message: Written) -> None:
        """Go on after a change of the library."""
        self._access.take(message)

    def leave(self) -> None:
        """Leave when all changes are made."""
        self._keep_typed()
        self._access.leave()

    def end(self, code: int) -> None:
        """Keep what was typed and leave with an exit code, also where a change failed: after a signal."""
        self._keep_typed()
        self.exit(return_code=code)

    def _keep_typed(self) -> None:
        from tui.screens.dialogs.base import Dialog

        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_typed()

    def analysis(self) -> "Analysis":
        """The analysis of the library's articles, with the engines of the settings. For a worker's thread."""
        from analysis import Analysis
        from tui.translation import translation_settings

        return Analysis(self.library, translation_settings(self.settings))

    def action_language(self) -> None:
        """Switch to the next language of the interface and write everything again, in its place."""
        language = LANGUAGES[(LANGUAGES.index(active().language) + 1) % len(LANGUAGES)]
        activate(language)
        for screen in self.go.full_screens():
            screen.rewrite()
        self.keep("language", language)

    def action_theme(self) -> None:
        """Switch between the dark and the light theme."""
        self.theme = other_theme(dark=self.current_theme.dark)
        self.keep("theme", self.theme)

    def keep(self, name: str, value: str) -> None:
        """Write a choice to the settings."""
        try:
            self.settings = self.settings.changed(name, value)
        except BriefingError as error:
            self.go.top.tell_error(error)

    def action_command_palette(self) -> None:
        """Open the palette with what can be done here."""
        from tui.palette import palette

        if isinstance(self.screen, BriefingScreen):
            self.push_screen(palette())

    def handle_bindings_clash(self, clashed_bindings: set[Binding], _node: DOMNode) -> None:
        """Name, once, the actions that lost their key to the user's keymap."""
        words = clash(clashed_bindings)
        if words and words not in self._told:
            self._told.add(words)
            self.notify(words, severity="warning", markup=False)


def _nothing(_result: object) -> None:
    """Do nothing with the result of a change."""


if TYPE_CHECKING:

    def _as_host(app: BriefingApp) -> Host:
        return app
