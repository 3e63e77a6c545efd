"""Writing notes on what is under the cursor."""

from collections.abc import Callable
from dataclasses import replace

from briefing.note import Note
from locales import _
from tui.key_names import with_keys
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.note_editor import NoteEditor
from tui.screens.reading.cursor import Here


class NoteWriter:
    """Opens the note editor; `changed` is called when a note was saved."""

    def __init__(self, screen: BriefingScreen, changed: Callable[[], object]) -> None:
        self._screen, self._changed = screen, changed

    def on_passage(self, here: Here) -> None:
        """Write a note on a claim or a passage."""
        claim = here.claim.id if here.claim else None
        note = Note("", "", article=here.article.id, passage=here.passage, claim=claim)
        self._write(note, " ".join(here.passage.text.split()))

    def on_article(self, here: Here) -> None:
        """Write a note on a whole article."""
        self._write(Note("", "", article=here.article.id), here.article.title)

    def _write(self, note: Note, about: str) -> None:
        editor = NoteEditor(note, about, lambda library, text: library.notes.add(replace(note, text=text)))
        self._screen.app.push_screen(editor, self._written)

    def _written(self, saved: bool | None) -> None:
        if saved:
            self._screen.tell(with_keys(_("Note saved. All notes: [notes]")))
            self._changed()
