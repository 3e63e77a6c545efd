"""The editor of one note."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Lock

from textual import work
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from briefing.message import BriefingError
from briefing.note import Note
from locales import _
from store import Library
from tui.actions import bindings
from tui.screens.dialogue import Dialogue

_PAUSE = 0.5
"""Seconds without a keystroke after which what was typed is kept as a draft."""


class NoteEditor(Dialogue[str]):
    """A note in Markdown under the words it is about.

    Saving answers with the text; so does Esc. What was typed is kept as a draft in the library until the answer was kept as a
    note (`Library.drop_draft`), so that neither a crash nor leaving the app loses it.
    """

    BINDINGS = bindings("save", "done")

    def __init__(self, note: Note, about: str, library: Callable[[], Library]) -> None:
        super().__init__()
        self._note, self._about, self._library = note, about, library
        self._timer: Timer | None = None
        self._keeping = Lock()
        self._typed = self._kept = note.text
        self._handed_over = False

    def body(self) -> Iterable[Widget]:
        """What the note is about, and the text: that of the draft where there is one."""
        yield Static(Content(self._about), id="about")
        with suppress(BriefingError):
            self._typed = self._kept = self._library().draft(self._note) or self._note.text
        yield TextArea(self._typed, id="note", soft_wrap=True, tab_behavior="focus")

    def on_mount(self) -> None:
        """Stand at the end of what is written."""
        self.entitle(_("Note") if not self._note.id else _("Edit note"))
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep a draft at the next pause."""
        self._typed = event.text_area.text.strip()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self.keep_in_thread)

    @work(thread=True, exit_on_error=False, group="draft")
    def keep_in_thread(self) -> None:
        """Keep what was typed as a draft."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Keep what was typed as a draft, unless it was handed over; a library that cannot be written keeps none."""
        with self._keeping, suppress(BriefingError):
            if not self._handed_over and self._typed != self._kept:
                self._library().keep_draft(self._note, self._typed)
                self._kept = self._typed

    def on_unmount(self) -> None:
        """Keep what was typed when the app is left from here."""
        self.keep_draft()

    def action_save(self) -> None:
        """Answer with the text."""
        self.keep_draft()
        with self._keeping:
            self._handed_over = True
        self.dismiss(self._typed)

    def action_done(self) -> None:
        """Close and keep what was written."""
        self.action_save()
