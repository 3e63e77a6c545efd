"""The user's notes."""

from dataclasses import replace
from datetime import UTC, datetime

from briefing.ingest.clean import cleaned, on_one_line
from briefing.language.folding import folded
from briefing.message import WrongUseError
from briefing.note import Note
from store.base import LibraryPart
from store.engine import ColumnCondition, DocumentSelection
from store.records import note_document, note_of, now


class Notes(LibraryPart):
    """The notes on articles and dossiers."""

    def add(self, note: Note) -> Note:
        """Store a note; gives it with its identifier and the time.

        Raises:
            NothingFoundError: there is no such article or dossier.
            WrongUseError: the note is about neither, or about both.
        """
        if (note.article is None) == (note.dossier is None):
            raise WrongUseError("library.note-about")
        moment = datetime.now(UTC)
        tags = tuple(filter(None, map(on_one_line, note.tags)))
        note = replace(note, text=cleaned(note.text), tags=tags)
        stored = replace(note, created=note.created or moment, changed=note.changed or moment)
        with self._action("note-add"):
            self._read("articles" if note.article else "dossiers", note.article or note.dossier or "")
            number = self._insert("notes", note_document(stored))
        return replace(stored, id=str(number))

    def find(self, article: str | None = None, dossier: str | None = None, query: str | None = None) -> list[Note]:
        """The notes on an article or a dossier, or all; `query` selects those that contain its words in text or tags.

        Ordered by article or dossier, then by position in the article; notes on a whole article come first.
        """
        conditions = [
            ColumnCondition(column, "is", int(value) if value.isdecimal() else 0)
            for column, value in (("article", article), ("dossier", dossier))
            if value is not None
        ]
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("notes", DocumentSelection(tuple(conditions)))
            notes = [note_of(number, document) for number, document in snapshot.documents("notes", numbers)]
        words = folded(query or "").split()
        return sorted((note for note in notes if _is_about_something(note) and _contains(note, words)), key=_position)

    def get(self, id: str) -> Note:
        """The note.

        Raises:
            NothingFoundError: there is none.
        """
        return note_of(*self._read("notes", id))

    def edit(self, id: str, *, text: str | None = None, tags: tuple[str, ...] | None = None) -> Note:
        """Change the text or the tags of a note; `None` leaves a field as it is."""
        fields = {"text": text, "tags": None if tags is None else list(tags)}
        with self._action("note-edit"):
            given = {name: value for name, value in fields.items() if value is not None}
            self._update("notes", id, **given, changed=now())
        return self.get(id)

    def remove(self, id: str) -> None:
        """Remove a note; `undo` restores it."""
        number, _ = self._read("notes", id)
        with self._action("note-remove"):
            self._table("notes").remove(doc_ids=[number])


def _is_about_something(note: Note) -> bool:
    """False only for a damaged note of which nothing is left."""
    return note.article is not None or note.dossier is not None


def _contains(note: Note, words: list[str]) -> bool:
    text = folded(" ".join([note.text, *note.tags]))
    return all(word in text for word in words)


def _position(note: Note) -> tuple[bool, int, int, int]:
    about = int(note.article or note.dossier or 0)
    return note.article is None, about, note.passage.start if note.passage else -1, int(note.id)
