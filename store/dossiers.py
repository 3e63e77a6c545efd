"""The dossiers of the library."""

from collections.abc import Iterable

from briefing.dossier import Dossier
from briefing.ingest.clean import on_one_line
from briefing.message import NothingFoundError, WrongUseError
from store.base import LibraryPart
from store.engine import ColumnCondition, DocumentSelection
from store.records import dossier_of, now


class Dossiers(LibraryPart):
    """Named lists of articles, in the order in which they were added."""

    def create(self, name: str, articles: Iterable[str] = ()) -> Dossier:
        """Create a dossier.

        Raises:
            WrongUseError: the name is empty.
            NothingFoundError: there is no such article.
        """
        with self._action("dossier-create", name=name):
            numbers = self._numbers(articles)
            made = now()
            put = {str(one): made for one in numbers}
            document = {"name": _checked_name(name), "articles": numbers, "created": made, "looked": None, "put": put}
            number = self._insert("dossiers", document)
        return dossier_of(number, document)

    def all(self) -> list[Dossier]:
        """All dossiers, oldest first."""
        with self._engine.reading() as snapshot:
            return [dossier_of(number, document) for number, document in snapshot.documents("dossiers")]

    def get(self, id: str) -> Dossier:
        """The dossier.

        Raises:
            NothingFoundError: there is none.
        """
        return dossier_of(*self._read("dossiers", id))

    def rename(self, id: str, name: str) -> Dossier:
        """Change the name of a dossier."""
        with self._action("dossier-rename", name=name):
            self._update("dossiers", id, name=_checked_name(name))
        return self.get(id)

    def add_articles(self, id: str, articles: Iterable[str]) -> Dossier:
        """Append articles to a dossier; an article already in it keeps its place."""
        with self._action("dossier-put", name=self.get(id).name):
            _, document = self._read("dossiers", id)
            new = [one for one in self._numbers(articles) if one not in document["articles"]]
            put = document.get("put", {}) | {str(one): now() for one in new}
            self._update("dossiers", id, articles=[*document["articles"], *new], put=put)
        return self.get(id)

    def remove_articles(self, id: str, articles: Iterable[str]) -> Dossier:
        """Remove articles from a dossier; they stay in the library."""
        with self._action("dossier-take", name=self.get(id).name):
            _, document = self._read("dossiers", id)
            gone = set(articles)
            rest = [one for one in document["articles"] if str(one) not in gone]
            put = {one: when for one, when in document.get("put", {}).items() if one not in gone}
            self._update("dossiers", id, articles=rest, put=put)
        return self.get(id)

    def remove(self, id: str) -> None:
        """Remove a dossier and the notes on it; its articles stay in the library."""
        number, document = self._read("dossiers", id)
        with self._action("dossier-remove", name=document["name"]), self._engine.writing() as transaction:
            notes = transaction.select("notes", DocumentSelection((ColumnCondition("dossier", "is", number),)))
            self._table("notes").remove(doc_ids=notes)
            self._table("dossiers").remove(doc_ids=[number])

    def mark_viewed(self, id: str) -> Dossier:
        """Record that a dossier is viewed now; gives the dossier as it was before. Not an undo step."""
        before = self.get(id)
        self._update_silently("dossiers", id, looked=now())
        return before

    def _numbers(self, articles: Iterable[str]) -> list[int]:
        wanted = list(dict.fromkeys(articles))
        numbers = [int(one) if one.isdecimal() else 0 for one in wanted]
        with self._engine.reading() as snapshot:
            known = {number for number, _ in snapshot.documents("articles", numbers)}
        for one, number in zip(wanted, numbers, strict=True):
            if number not in known:
                raise NothingFoundError("library.no-article", id=one)
        return numbers


def _checked_name(name: str) -> str:
    clean = on_one_line(name)
    if not clean:
        raise WrongUseError("library.no-name")
    return clean
