"""The offer of an offline model before a first translation, and its installation with progress."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from briefing.article import Language
from briefing.message import BriefingError, UnavailableError
from briefing.translate import StoppedError
from briefing.translate.addresses import host_of
from briefing.translate.firefox import models
from briefing.translate.firefox.catalogue import Direction
from briefing.translate.firefox.offer import NAME, can_run, origin
from locales import _, active
from tui.actions import bindings
from tui.key_names import with_keys
from tui.model_offer import declined, missing_model, question, where_engines_are_set
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Dialog
from tui.translation import translation_settings

_BAR = 30
_MEGA = 1_000_000


def before_first_translation(
    screen: BriefingScreen, pairs: Iterable[tuple[Language, Language]], then: Callable[[], object]
) -> None:
    """Offer the offline model that the pairs of languages lack, if any, and go on with `then` whatever the answer."""
    host = screen.host
    known = host.attempt(lambda: translation_settings(host.settings))
    direction = missing_model(pairs, known, host.settings) if known else None
    if known is None or direction is None:
        then()
        return

    def answered(answer: str | None) -> None:
        folder = known.of(NAME).folder
        if answer == "install" and folder:
            screen.app.push_screen(Installation(direction, origin(known), folder), lambda _done: _run(then))
            return
        if answer == "gloss":
            host.settings = host.attempt(lambda: declined(direction, host.settings)) or host.settings
        elif answer == "engines":
            screen.tell(where_engines_are_set(host.settings))
        then()

    screen.app.push_screen(Offer(question(direction, known)), answered)


def _run(then: Callable[[], object]) -> None:
    then()


class Offer(Dialog[str]):
    """The offer; each answer has a key."""

    BINDINGS = bindings("install", "gloss", "engines")

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def body(self) -> Iterable[Widget]:
        """What is offered."""
        yield Static(Content(self._words), id="hint")

    def on_mount(self) -> None:
        """Ask."""
        self.entitle(_("Translate offline?"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether there is an engine to install a model for."""
        return parameters != ("install",) or can_run()

    def action_answer(self, answer: str) -> None:
        """Leave with the answer."""
        self.dismiss(answer)


@dataclass
class Brought(Message):
    """The bytes downloaded so far, and the total."""

    done: int
    size: int


@dataclass
class Ended(Message):
    """The installation ended: without an error, or with one."""

    error: BriefingError | None


class Installation(Dialog[bool]):
    """Downloads a model. Esc stops; what was downloaded is kept for the next time."""

    BINDINGS = bindings("go-on")

    def __init__(self, direction: Direction, place: str, folder: Path) -> None:
        super().__init__()
        self._direction, self._place, self._folder = direction, place, folder
        self._failed = False

    def body(self) -> Iterable[Widget]:
        """The progress."""
        yield Static(id="hint")

    def on_mount(self) -> None:
        """Begin."""
        self.entitle(_("Installing the offline model %(direction)s") % {"direction": models.named(self._direction)})
        self.action_go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether there is something to try again."""
        return action != "go_on" or self._failed

    def action_go_on(self) -> None:
        """Begin, or continue an interrupted download."""
        self._failed = False
        self.refresh_bindings()
        self._say(_("asking %(host)s…") % {"host": host_of(self._place)})
        self.install()

    @work(thread=True, exit_on_error=False, exclusive=True)
    def install(self) -> None:
        """Install the model."""
        worker, told = get_current_worker(), -1

        def progress(done: int, size: int) -> None:
            nonlocal told
            if (part := 100 * done // max(1, size)) != told:
                told = part
                self.post_message(Brought(done, size))

        try:
            offer = models.offered(self._place).get(self._direction)
            if offer is None:
                where, which = host_of(self._place), models.named(self._direction)
                raise UnavailableError("models.not-offered", host=where, direction=which)
            models.install(offer, self._folder, self._place, progress=progress, cancelled=lambda: worker.is_cancelled)
        except StoppedError:
            return
        except BriefingError as error:
            self.post_message(Ended(error))
        else:
            self.post_message(Ended(None))

    def on_brought(self, message: Brought) -> None:
        """Show how far it is."""
        filled = _BAR * message.done // max(1, message.size)
        bar = "#" * filled + "." * (_BAR - filled)
        done, size = (f"{active().number(round(value / _MEGA, 1))}" for value in (message.done, message.size))
        self._say(f"[{bar}] {done}/{size} MB\n" + with_keys(_("Stop: [cancel]. What has been downloaded is kept.")))

    def on_ended(self, message: Ended) -> None:
        """Leave, or say what went wrong."""
        if message.error is None:
            self.dismiss(True)
            return
        self._failed = True
        self.refresh_bindings()
        self._say(active().say(message.error.message.code, **message.error.message.params))

    def _say(self, words: str) -> None:
        self.query_one("#hint", Static).update(Content(words))
