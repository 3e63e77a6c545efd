"""How the user grades the reliability of sources and claims."""

from dataclasses import replace

from briefing.ingest.clean import cleaned
from store.base import LibraryPart
from store.engine import ColumnCondition, DamagedDocument, DocumentSelection
from store.records import grade_document, grade_of
from store.values import Grade


class Grades(LibraryPart):
    """One grade for each source, and for each claim of an article."""

    def set(self, grade: Grade) -> None:
        """Grade a source or a claim; this replaces an earlier grade of the same subject, and an empty grade removes it."""
        grade = replace(grade, subject=cleaned(grade.subject))
        with self._action("grade"), self._engine.writing() as transaction:
            article = None if grade.article is None else self._read("articles", grade.article)[0]
            same = (ColumnCondition("subject", "is", grade.subject), ColumnCondition("article", "is", article))
            self._table("grades").remove(doc_ids=transaction.select("grades", DocumentSelection(same)))
            if grade.grade:
                self._insert("grades", grade_document(grade))

    def of_sources(self) -> list[Grade]:
        """The grades of sources."""
        return self._select(None)

    def of_claims(self, article: str) -> list[Grade]:
        """The grades of an article's claims.

        Raises:
            NothingFoundError: there is no such article.
        """
        return self._select(self._read("articles", article)[0])

    def _select(self, article: int | None) -> list[Grade]:
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("grades", DocumentSelection((ColumnCondition("article", "is", article),)))
            documents = [document for _, document in snapshot.documents("grades", numbers)]
        return [grade_of(document) for document in documents if not isinstance(document, DamagedDocument)]
