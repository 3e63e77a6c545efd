"""Settings of the library itself, and drafts of notes, which are stored among them."""

from briefing.ingest.clean import cleaned, cleaned_value
from briefing.note import Note
from store.base import LibraryPart
from store.engine import ColumnCondition, DamagedDocument, DocumentSelection
from store.records import draft_name


class LibrarySettings(LibraryPart):
    """Text values by name, such as choices that belong to the library's articles."""

    def get(self, name: str, default: str = "") -> str:
        """The value of a setting."""
        with self._engine.reading() as snapshot:
            for _, document in snapshot.documents("settings", self._numbers(name)):
                if not isinstance(document, DamagedDocument):
                    return str(document["value"])
        return default

    def set(self, name: str, value: str) -> None:
        """Store the value of a setting. Not an undo step."""
        with self._engine.writing() as transaction:
            numbers = self._numbers(name)
            number = numbers[0] if numbers else transaction.next_id("settings")
            transaction.put("settings", number, cleaned_value({"name": name, "value": value}))

    def remove(self, name: str) -> None:
        """Remove a setting, if it exists. Not an undo step."""
        with self._engine.writing():
            self._table("settings").remove(doc_ids=self._numbers(name))

    def _numbers(self, name: str) -> list[int]:
        with self._engine.reading() as snapshot:
            return snapshot.select("settings", DocumentSelection((ColumnCondition("name", "is", cleaned(name)),)))


class Drafts:
    """Text typed for a note, new or changed, that is not saved as the note yet. Not part of the undo history."""

    def __init__(self, settings: LibrarySettings) -> None:
        self._settings = settings

    def get(self, note: Note) -> str:
        """The draft of a note; empty if there is none."""
        return self._settings.get(draft_name(note))

    def save(self, note: Note, text: str) -> None:
        """Store the draft of a note."""
        self._settings.set(draft_name(note), text)

    def discard(self, note: Note) -> None:
        """Remove the draft of a note."""
        self._settings.remove(draft_name(note))
