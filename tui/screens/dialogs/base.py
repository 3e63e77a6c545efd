"""The base of all dialogs: a frame, a title, and Esc to leave. Prompts and confirmations."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.actions import bindings
from tui.screens.base import translated
from tui.widgets.bars import KeyBar
from tui.widgets.rows import Rows

Answer = TypeVar("Answer")

DIALOG_STYLE: Final = Path(__file__).with_name("dialog.tcss")
"""The style of all dialogs, wherever their modules stand."""


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """A framed box over the screen; Esc leaves it without an answer."""

    CSS_PATH: ClassVar[CSSPathType | None] = DIALOG_STYLE
    BINDINGS = bindings("cancel")

    _fitted: tuple[Rows, int] | None = None

    def compose(self) -> ComposeResult:
        """The frame with a title, the subclass's widgets and the keys."""
        with Vertical(id="frame"):
            yield Static(id="dialog-title")
            yield from self.body()
            yield KeyBar()

    def body(self) -> Iterable[Widget]:
        """The widgets in the frame."""
        return ()

    def fit(self, rows: Rows, lines: int) -> None:
        """Give a list the height of its lines, or the height that is left in the frame."""
        self._fitted = rows, lines
        rows.styles.height = lines
        self.call_after_refresh(self._shrink, rows)

    def on_resize(self) -> None:
        """Give the list the height that fits now."""
        if self._fitted:
            self.fit(*self._fitted)

    def _shrink(self, rows: Rows) -> None:
        beyond = self.query_one(KeyBar).virtual_region.bottom - self.query_one("#frame").content_size.height
        if beyond > 0:
            rows.styles.height = max(rows.size.height - beyond, 1)

    def keep_typed(self) -> None:
        """Save what was typed: the app is about to quit."""

    def entitle(self, words: str) -> None:
        """Write the title."""
        self.query_one("#dialog-title", Static).update(Content(words))

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the interface's language."""
        return {key: translated(bound) for key, bound in super().active_bindings.items()}

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)


@dataclass(frozen=True)
class Question:
    """A question with a one-line answer: title, present value, hint."""

    title: str
    value: str = ""
    hint: str = ""


class Prompt(Dialog[str]):
    """One line to fill in; Enter answers."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question

    def body(self) -> Iterable[Widget]:
        """The line and a hint."""
        yield Input(self._question.value, id="answer")
        yield Static(Content(self._question.hint), id="hint")

    def on_mount(self) -> None:
        """Ask."""
        self.entitle(self._question.title)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with what was filled in."""
        self.dismiss(event.value.strip())


class Confirmation(Dialog[bool]):
    """A yes or no. Yes has a key of its own, so that an Enter typed ahead does not confirm."""

    BINDINGS = bindings("yes")

    def __init__(self, title: str, words: str) -> None:
        super().__init__()
        self._title, self._words = title, words

    def body(self) -> Iterable[Widget]:
        """What it is about."""
        yield Static(Content(self._words), id="hint")

    def on_mount(self) -> None:
        """Ask."""
        self.entitle(self._title)

    def action_accept(self) -> None:
        """Say yes."""
        self.dismiss(True)
