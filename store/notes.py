"""What the user wrote and judged: notes, corrections of claims and links, grades."""

from collections.abc import Container
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.message import NothingFoundError, WrongUseError
from briefing.note import Note
from store.engine import Compared, Selection
from store.records import (
    claim_correction_document,
    claim_correction_of,
    draft_name,
    grade_document,
    grade_of,
    link_correction_document,
    link_correction_of,
    note_document,
    note_of,
    now,
)
from store.shelf import Shelf
from store.values import Grade
from store.words import folded

if TYPE_CHECKING:
    from briefing.claims.claim import ClaimCorrection
    from briefing.compare.link import LinkCorrection


class Notes(Shelf):
    """The notes, in the order of the documents they are about."""

    def add_note(self, note: Note) -> Note:
        """Keep a note; gives it with its identifier and its moment.

        Raises:
            NothingFoundError: there is no such article or dossier.
            WrongUseError: the note is about neither, or about both.
        """
        if (note.article is None) == (note.dossier is None):
            raise WrongUseError("library.note-about")
        moment = datetime.now(UTC)
        kept = replace(note, created=note.created or moment, changed=note.changed or moment)
        with self._action("note-add"):
            self._found("articles" if note.article else "dossiers", note.article or note.dossier or "")
            number = self._table("notes").insert(note_document(kept))
        return replace(kept, id=str(number))

    def notes(self, article: str | None = None, dossier: str | None = None, query: str | None = None) -> list[Note]:
        """The notes on an article or a dossier, or all; `query` keeps those whose text or tags hold its words.

        By article or dossier, then by the place of the passage in the article, notes on the whole of it first.
        """
        conditions = [
            Compared(column, "is", int(value) if value.isdecimal() else 0)
            for column, value in (("article", article), ("dossier", dossier))
            if value is not None
        ]
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("notes", Selection(tuple(conditions)))
            found = [note_of(number, document) for number, document in snapshot.documents("notes", numbers)]
        asked = folded(query or "").split()
        return sorted((note for note in found if _holds(note, asked)), key=_place)

    def note(self, id: str) -> Note:
        """The note.

        Raises:
            NothingFoundError: there is none.
        """
        return note_of(*self._found("notes", id))

    def edit_note(self, id: str, *, text: str | None = None, tags: tuple[str, ...] | None = None) -> Note:
        """Change the text or the tags of a note; what is `None` stays."""
        fields = {"text": text, "tags": None if tags is None else list(tags)}
        with self._action("note-edit"):
            given = {name: value for name, value in fields.items() if value is not None}
            self._set("notes", id, **given, changed=now())
        return self.note(id)

    def remove_note(self, id: str) -> None:
        """Remove a note; `undo` brings it back."""
        number, _ = self._found("notes", id)
        with self._action("note-remove"):
            self._table("notes").remove(doc_ids=[number])

    def draft(self, note: Note) -> str:
        """What was typed for a note, new or changed, that is not kept as one yet; empty where nothing was."""
        numbers = self._settings_named(draft_name(note))
        return str(self._table("settings").get(doc_id=numbers[0])["value"]) if numbers else ""

    def keep_draft(self, note: Note, text: str) -> None:
        """Keep what is typed for a note. Nothing to undo."""
        with self._engine.writing():
            self.drop_draft(note)
            self._table("settings").insert({"name": draft_name(note), "value": text})

    def drop_draft(self, note: Note) -> None:
        """Forget what was typed for a note: it is kept as one."""
        with self._engine.writing():
            self._table("settings").remove(doc_ids=self._settings_named(draft_name(note)))

    def _settings_named(self, name: str) -> list[int]:
        with self._engine.reading() as snapshot:
            return snapshot.select("settings", Selection((Compared("name", "is", name),)))


class Corrections(Shelf):
    """What the user says of claims, links and sources; it wins over what the rules find."""

    def add_claim_correction(self, article_id: str, correction: "ClaimCorrection") -> str:
        """Keep a correction of a claim; gives its identifier."""
        with self._action("correct"):
            number, _ = self._found("articles", article_id)
            return str(self._table("corrections").insert(claim_correction_document(number, correction)))

    def claim_corrections(self, article_id: str) -> "dict[str, ClaimCorrection]":
        """The corrections of an article's claims by their identifiers, oldest first."""
        number, _ = self._found("articles", article_id)
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("corrections", Selection((Compared("article", "is", number),)))
            return {
                str(one): claim_correction_of(document)
                for one, document in snapshot.documents("corrections", numbers)
                if document["kind"] == "claim"
            }

    def remove_claim_correction(self, article_id: str, id: str) -> None:
        """Take a correction of a claim of the article back.

        Raises:
            NothingFoundError: there is no such article, or no such correction of its claims.
        """
        self._remove(self.claim_corrections(article_id), id)

    def add_link_correction(self, left_id: str, right_id: str, correction: "LinkCorrection") -> str:
        """Keep a correction of a link between two articles; gives its identifier."""
        with self._action("correct"):
            left, right = self._found("articles", left_id)[0], self._found("articles", right_id)[0]
            return str(self._table("corrections").insert(link_correction_document(left, right, correction)))

    def link_corrections(self, left_id: str, right_id: str) -> "dict[str, LinkCorrection]":
        """The corrections of the links from the left article to the right one by their identifiers, oldest first.

        Those that were made with the two the other way round are given with their sides exchanged.
        """
        left, right = self._found("articles", left_id)[0], self._found("articles", right_id)[0]
        found: dict[int, LinkCorrection] = {}
        with self._engine.reading() as snapshot:
            for one, other, turned in ((left, right, False), (right, left, True)):
                pair = (Compared("article", "is", one), Compared("other", "is", other))
                numbers = snapshot.select("corrections", Selection(pair))
                for number, document in snapshot.documents("corrections", numbers):
                    link = link_correction_of(document)
                    found[number] = replace(link, left=link.right, right=link.left) if turned else link
        return {str(number): found[number] for number in sorted(found)}

    def remove_link_correction(self, left_id: str, right_id: str, id: str) -> None:
        """Take a correction of a link between the two articles back.

        Raises:
            NothingFoundError: there is no such article, or no such correction between the two.
        """
        self._remove(self.link_corrections(left_id, right_id), id)

    def _remove(self, those_meant: Container[str], identifier: str) -> None:
        if identifier not in those_meant:
            raise NothingFoundError("library.no-correction", id=identifier)
        number, _ = self._found("corrections", identifier)
        with self._action("correct-remove"):
            self._table("corrections").remove(doc_ids=[number])

    def set_grade(self, grade: Grade) -> None:
        """Judge a source or a claim; an earlier judgement of the same subject is replaced, an empty grade takes it away."""
        with self._action("grade"), self._engine.writing() as transaction:
            article = None if grade.article is None else self._found("articles", grade.article)[0]
            same = (Compared("subject", "is", grade.subject), Compared("article", "is", article))
            self._table("grades").remove(doc_ids=transaction.select("grades", Selection(same)))
            if grade.grade:
                self._table("grades").insert(grade_document(grade))

    def grades(self, article: str | None = None) -> list[Grade]:
        """The judgements of sources, or those of an article's claims."""
        number = None if article is None else self._found("articles", article)[0]
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("grades", Selection((Compared("article", "is", number),)))
            return [grade_of(document) for _, document in snapshot.documents("grades", numbers)]


def _holds(note: Note, asked: list[str]) -> bool:
    text = folded(" ".join([note.text, *note.tags]))
    return all(word in text for word in asked)


def _place(note: Note) -> tuple[bool, int, int, int]:
    about = int(note.article or note.dossier or 0)
    return note.article is None, about, note.passage.start if note.passage else -1, int(note.id)
