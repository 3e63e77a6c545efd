"""The word look-up: meanings of the words on the line under the cursor, and of expressions."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from briefing.translate.literal import LOOKED_UP, LookedUp, look_up
from locales import _, active
from tui.actions import bindings
from tui.screens.dialogs.base import Dialog
from tui.signs import Signs
from tui.widgets.rows import Cell, Rows, fitted

__all__ = ["LOOKED_UP", "LookUpScreen"]

_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")


@dataclass
class WordsFound(Message):
    """The words of the line were looked up."""

    words: list[tuple[str, list[LookedUp]]]


class LookUpScreen(Dialog[None]):
    """The words of a line with their meanings; the one under the cursor in full."""

    BINDINGS = bindings("list-down", "list-up")

    def __init__(self, line: str, sentence: str, signs: Signs) -> None:
        super().__init__()
        self._line, self._sentence, self._signs = line, sentence, signs
        self._words: list[tuple[str, list[LookedUp]]] = []

    def body(self) -> Iterable[Widget]:
        """The words, and the meanings of the one under the cursor."""
        yield Rows(id="words")
        yield Static(id="hint")

    def on_mount(self) -> None:
        """Look the words up."""
        self.entitle(_("Words on this line"))
        self.query_one(Rows).focus()
        self.find()

    @work(thread=True, exit_on_error=False, exclusive=True)
    def find(self) -> None:
        """Look up each word of the line; the first look-up reads the dictionary."""
        words = dict.fromkeys(_WORD.findall(self._line))
        self.post_message(WordsFound([(word, look_up(word, self._sentence)) for word in words]))

    def on_words_found(self, message: WordsFound) -> None:
        """Show them, the known ones with their first meaning."""
        self._words = message.words
        self.query_one(Rows).show(len(self._words), self._row, signs=self._signs, cursor=0)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        word, found = self._words[index]
        yield fitted(f" {word}", 24), "row--strong" if found else "row--muted"
        meanings = ", ".join(dict.fromkeys(meaning for one in found for meaning in one.meanings))
        explained = meanings or _("not in the dictionary")
        yield fitted(f" {explained}", max(width - 24, 0)), "row" if found else "row--muted"

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Show the word under the cursor in full."""
        found = self._words[message.index][1] if message.index is not None else []
        self.query_one("#hint", Static).update(Content("\n").join(map(_full, found)))

    def action_list_move(self, by: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Rows).cursor += by


def _full(one: LookedUp) -> Content:
    """Lemma, part of speech, parts, meanings, and the expression."""
    lemma = Content.styled(one.lemma, "bold")
    parts = f" = {' + '.join(one.parts)}" if one.parts else ""
    said = Content(f"{parts}: {active().listed(one.meanings)}")
    if not one.expression:
        return lemma + said
    words = _("in “%(expression)s”: %(meaning)s") % {"expression": one.expression, "meaning": one.expression_meaning}
    return lemma + said + Content(f"\n  {words}")
