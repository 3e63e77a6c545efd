"""The editor of one note."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from briefing.note import Note
from locales import _
from tui.actions import bindings
from tui.screens.dialogue import Dialogue


class NoteEditor(Dialogue[str]):
    """A note in Markdown under the words it is about. Saving answers with the text; so does Esc, so that nothing typed is lost."""

    BINDINGS = bindings("save", "done")

    def __init__(self, note: Note, about: str) -> None:
        super().__init__()
        self._note, self._about = note, about

    def body(self) -> Iterable[Widget]:
        """What the note is about, and the text."""
        yield Static(Content(self._about), id="about")
        yield TextArea(self._note.text, id="note", soft_wrap=True, tab_behavior="focus")

    def on_mount(self) -> None:
        """Stand at the end of what is written."""
        self.entitle(_("Note") if not self._note.id else _("Edit note"))
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    def action_save(self) -> None:
        """Answer with the text."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_done(self) -> None:
        """Close and keep what was written."""
        self.action_save()
