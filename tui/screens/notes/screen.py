"""The Notes screen: what did I write? A list, the note under the cursor, and its passage."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.export.wording import place
from briefing.message import BriefingError
from briefing.note import Note
from locales import _, active, ngettext
from store import Change
from tui.actions import bindings
from tui.damaged import shown_note
from tui.key_names import with_keys
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.dialogs.export import export
from tui.screens.dialogs.note_editor import NoteEditor
from tui.widgets.list_preview import ListPreview
from tui.widgets.rows import Cell, Rows, fitted


@dataclass
class Gathered(Message):
    """The notes and the articles that they are about were read."""

    notes: list[Note]
    articles: dict[str, Article]


class NotesScreen(BriefingScreen):
    """The notes on some articles, or all."""

    CSS_PATH: ClassVar = ["../../widgets/list_preview.tcss", "notes.tcss"]
    BINDINGS = bindings(
        "edit",
        "passage",
        "remove",
        "export",
        "copy",
        *MOVEMENT,
    )

    def __init__(self, articles: Sequence[Article] = ()) -> None:
        super().__init__()
        self._about = tuple(articles)
        self.notes: list[Note] = []
        self.articles: dict[str, Article] = {article.id: article for article in articles}

    def body(self) -> Iterable[Widget]:
        """The list and the note."""
        yield ListPreview()

    @property
    def table(self) -> Rows:
        """The list."""
        return self.query_one(ListPreview).rows

    @property
    def moving(self) -> Rows:
        """The list."""
        return self.table

    def on_mount(self) -> None:
        """Read the notes."""
        self.table.focus()
        self.gather()

    @work(thread=True, exit_on_error=False, group="notes", exclusive=True)
    def gather(self) -> None:
        """Read the notes and what they are about."""
        library = self.host.library
        ids = [article.id for article in self._about]
        notes = (
            [note for article_id in ids for note in library.notes.find(article=article_id)]
            if ids
            else library.notes.find()
        )
        articles = {article.id: article for article in self._about}
        for note in notes:
            if note.article and note.article not in articles:
                with suppress(BriefingError):
                    articles[note.article] = library.articles.get(note.article)
        if not get_current_worker().is_cancelled:
            self.post_message(Gathered([shown_note(note) for note in notes], articles))

    def on_gathered(self, message: Gathered) -> None:
        """Show them."""
        self.notes, self.articles = message.notes, message.articles
        self.words()

    def library_changed(self, change: Change) -> None:
        """Take in changed notes."""
        if change.part in {"notes", "articles"}:
            self.gather()

    def words(self) -> None:
        """The bar, the list and the note."""
        count = len(self.notes)
        counted = ngettext("%(count)s note", "%(count)s notes", count) % {"count": active().number(count)}
        self.title_bar.say(_("Notes"), ", ".join(article.title for article in self._about), counted)
        self.table.show(count, self._row, signs=self.host.signs)
        self._show(self.note)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        note = self.notes[index]
        more = self.host.signs.more
        about = min(max(width // 3, 12), 40)
        yield fitted(self._quoted(note), about, more), "row--muted"
        yield "  ", "row"
        yield fitted(note.text, max(width - about - 3, 1), more), "row"

    def _quoted(self, note: Note) -> str:
        if note.passage:
            return note.passage.text
        return self.articles[note.article].title if note.article in self.articles else ""

    @property
    def note(self) -> Note | None:
        """The note under the cursor."""
        cursor = self.table.cursor
        return self.notes[cursor] if cursor < len(self.notes) else None

    def on_rows_highlighted(self) -> None:
        """Show the note under the cursor."""
        self._show(self.note)

    def _show(self, note: Note | None) -> None:
        self.query_one(ListPreview).preview(self._content(note))

    def _content(self, note: Note | None) -> Content:
        if note is None:
            return Content.styled(
                with_keys(
                    _(
                        "No notes yet. While reading, press [note] to write one on the claim or passage under the cursor."
                    )
                ),
                "$foreground-muted",
            )
        blocks = []
        article = self.articles.get(note.article or "")
        if note.passage and article:
            gone = note.passage.found_in(article.text) is None
            blocks.append(Content.styled(f"“{' '.join(note.passage.text.split())}”", "italic"))
            blocks.append(Content.styled(place(article, note.passage, active()), "$foreground-muted"))
            if gone:
                blocks.append(Content.styled(_("The article no longer has these words."), "$text-warning"))
        elif article:
            blocks.append(Content.styled(article.title, "bold"))
        blocks.append(Content(f"\n{note.text}"))
        if note.tags:
            blocks.append(Content.styled("\n" + " ".join(f"#{tag}" for tag in note.tags), "$text-primary"))
        return Content("\n").join(blocks)

    # Keys

    def on_rows_picked(self) -> None:
        """Edit the note that was double-clicked."""
        self.action_edit()

    def action_edit(self) -> None:
        """Edit the note under the cursor."""
        note = self.note
        if note:
            editor = NoteEditor(note, self._quoted(note), lambda library, text: library.notes.edit(note.id, text=text))
            self.app.push_screen(editor, self._edited)

    def _edited(self, _kept: bool | None) -> None:
        self.gather()

    def action_remove(self) -> None:
        """Remove the note under the cursor."""
        note = self.note
        if note:
            self.write(lambda library: library.notes.remove(note.id), self._removed)

    def _removed(self, _done: object) -> None:
        self.tell(with_keys(_("Note removed. Undo: [undo]")))
        self.gather()

    def action_passage(self) -> None:
        """Open the article at the passage that the note is about."""
        note = self.note
        article = self.articles.get(note.article or "") if note else None
        if note is None or article is None:
            return
        found = note.passage.found_in(article.text) if note.passage else None
        self.host.go.to_article(article, found.start if found else None)

    def action_copy(self) -> None:
        """Send the note to the terminal's clipboard."""
        if self.note:
            self.app.copy_to_clipboard(self.note.text)
            self.tell(with_keys(_("Note copied, if your terminal allows it. Otherwise export: [export]")))

    def action_export(self) -> None:
        """Ask for a file and write the briefing to it."""
        export(self, self._about or tuple(self.articles.values()))
