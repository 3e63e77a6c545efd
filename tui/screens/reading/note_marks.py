"""The notes on the screens on which one reads: where they stand in the text, and how one is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.article import Article, Span
from briefing.note import Note
from locales import _
from store import Change
from tui.layout.links import any_in
from tui.screens.reading.claims import ClaimsScreen
from tui.widgets.page import Page


@dataclass
class NotesRead(Message):
    """The notes of the articles were read from the library."""

    notes: dict[str, list[Note]]


class NotedScreen(ClaimsScreen):
    """Articles with the user's notes on them."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__(articles)
        self.notes: dict[str, list[Note]] = {}
        self.note_starts: tuple[list[int], ...] = ([],) * len(self.articles)

    def on_mount(self) -> None:
        """Read the notes once the bare text is shown."""
        self.call_after_refresh(self.read_notes)

    @work(thread=True, exit_on_error=False, group="notes", exclusive=True)
    def read_notes(self) -> None:
        """Read the notes of the articles."""
        notes = {article.id: self.briefing.library.notes.find(article=article.id) for article in self.articles}
        if not get_current_worker().is_cancelled:
            self.post_message(NotesRead(notes))

    def on_notes_read(self, message: NotesRead) -> None:
        """Show where there are notes."""
        self.notes = message.notes
        self.note_starts = tuple(self._note_offsets(article) for article in self.articles)
        for page in self.query(Page):
            page.redraw()

    def library_changed(self, change: Change) -> None:
        """Take in new notes."""
        super().library_changed(change)
        if change.part == "notes":
            self.read_notes()

    def action_note(self) -> None:
        """Write a note on the claim or the passage under the cursor."""
        here = self.here
        if here is not None:
            passage = here.passage
            self.write_note(
                Note("", "", article=here.article.id, passage=passage, claim=here.claim.id if here.claim else None)
            )

    def action_article_note(self) -> None:
        """Write a note on the article under the cursor."""
        here = self.here
        if here is not None:
            self.write_note(Note("", "", article=here.article.id))

    def write_note(self, note: Note) -> None:
        """Open the editor on a new note, and keep what was written."""
        from tui.screens.dialogs.note_editor import NoteEditor

        editor = NoteEditor(note, self._about(note), lambda library, text: library.notes.add(replace(note, text=text)))
        self.app.push_screen(editor, self._noted)

    def _about(self, note: Note) -> str:
        if note.passage:
            return " ".join(note.passage.text.split())
        return next((article.title for article in self.articles if article.id == note.article), "")

    def _noted(self, kept: bool | None) -> None:
        if kept:
            self.tell(_("Note kept. A shows all your notes."))
            self.read_notes()

    def noted(self, sheet: int, span: Span) -> bool:
        """Whether a note is about a passage that begins in the span; one on the whole article stands at its start."""
        return any_in(self.note_starts[sheet], span)

    def _note_offsets(self, article: Article) -> list[int]:
        offsets = []
        for note in self.notes.get(article.id, ()):
            found = note.passage.found_in(article.text) if note.passage else Span(0, 0)
            if found:
                offsets.append(found.start)
        return sorted(offsets)
