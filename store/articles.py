"""The articles of the library."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from tinydb.table import Document

from briefing.article import Article, PublicationDate
from briefing.ingest.clean import on_one_line
from briefing.language.folding import folded
from briefing.language.languages import base
from briefing.message import InputError, NothingFoundError
from store.base import LibraryPart, is_number
from store.engine import (
    ColumnCondition,
    Condition,
    DamagedDocument,
    DocumentSelection,
    KeyCondition,
    Snapshot,
    whole_documents,
)
from store.engine import Document as Fields
from store.records import article_document, article_of, cleaned_article, fingerprint, now, record_of, text_document
from store.values import Added, ArticleEdit, ArticleFilter, ArticleRecord, Attachments, Counts, Keep, State


class Articles(LibraryPart):
    """Adding, reading, listing and changing articles. Identifiers are never used twice."""

    def add(self, article: Article, *, source: str | None = None) -> Added:
        """Store an article and give it an identifier. `source` is where it was read from.

        The same text is stored once; if it is in the archive or the trash, it is moved back to the list.
        """
        article = cleaned_article(article)
        with self._action("add", title=article.title):
            with self._engine.reading() as snapshot:
                same = snapshot.select(
                    "articles", DocumentSelection((ColumnCondition("digest", "is", article.digest),), limit=1)
                )
            if same:
                return self._added_again(str(same[0]))
            number = self._insert("articles", article_document(article, now(), source))
            self._insert("texts", Document(text_document(article), number))
        return Added(replace(article, id=str(number)), new=True)

    def _added_again(self, identifier: str) -> Added:
        hidden = self.record(identifier).state != "active"
        if hidden:
            self._update("articles", identifier, state="active")
        return Added(self.get(identifier), new=False, recovered=hidden)

    def get(self, id: str) -> Article:
        """The article with its text.

        Raises:
            NothingFoundError: there is none.
            InputError: it is damaged.
        """
        with self._engine.reading() as snapshot:
            number, document = self._read("articles", id)
            text = dict(whole_documents(snapshot, "texts", [number])).get(number)
        if text is None:
            raise InputError("library.damaged-document", table="texts", id=number)
        return article_of(number, document, text)

    def record(self, id: str) -> ArticleRecord:
        """What a list shows of one article.

        Raises:
            NothingFoundError: there is none.
        """
        found = self.records_of([id]) if is_number(id) else []
        if not found:
            raise NothingFoundError("library.no-article", id=id)
        return found[0]

    def ids(self, filter: ArticleFilter = ArticleFilter()) -> list[str]:
        """The identifiers of the articles that pass the filter, in its order."""
        with self._engine.reading() as snapshot:
            return [str(number) for number in snapshot.select("articles", selection_of(filter))]

    def fingerprints(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """A hash of text, title and language by identifier, for the articles in the list or for these among them."""
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("articles", selection_of(ArticleFilter())) if ids is None else map(int, ids)
            documents = snapshot.documents("articles", list(numbers))
            return {str(number): fingerprint(one) for number, one in documents if _is_listed(one)}

    def urls(self) -> dict[str, str]:
        """The URLs of all articles that have one, by identifier. Reads every article."""
        with self._engine.reading() as snapshot:
            return {str(number): one["url"] for number, one in snapshot.documents("articles") if one["url"]}

    def changed_since(self, transaction: int) -> tuple[int, set[str] | None]:
        """The number of the last transaction, and the articles changed since another one; `None` means any may have changed."""
        latest = self._engine.latest()
        commits = self._engine.commits(transaction) if 0 <= transaction < latest else []
        touched = [one for commit in commits for one in commit.touched if one.table in {"articles", "texts"}]
        known = transaction == latest or (bool(commits) and commits[0].number == transaction + 1)
        if not known or not all(one.ids for one in touched):
            return latest, None
        return latest, {str(number) for one in touched for number in one.ids}

    def records(self, filter: ArticleFilter = ArticleFilter()) -> list[ArticleRecord]:
        """What a list shows of the articles that pass the filter, in its order."""
        with self._engine.reading() as snapshot:
            return records_in(snapshot, snapshot.select("articles", selection_of(filter)))

    def records_of(self, ids: Iterable[str]) -> list[ArticleRecord]:
        """What a list shows of these articles, in this order; an article that does not exist is left out."""
        with self._engine.reading() as snapshot:
            return records_in(snapshot, [int(one) for one in ids])

    def count(self, filter: ArticleFilter = ArticleFilter()) -> Counts:
        """How many articles pass the filter, and how many of those are unread."""
        conditions = selection_of(filter).conditions
        with self._engine.reading() as snapshot:
            total = snapshot.count("articles", conditions)
            if filter.unread is not None:
                return Counts(total if filter.unread else 0, total)
            return Counts(snapshot.count("articles", (*conditions, ColumnCondition("unread", "is", 1))), total)

    def edit(self, id: str, edit: ArticleEdit) -> Article:
        """Change the details of an article; gives the changed article.

        Raises:
            NothingFoundError: there is none.
        """
        given = {
            "title": edit.title,
            "outlet": edit.outlet,
            "url": edit.url,
            "language": edit.language,
            "published": str(edit.published) if isinstance(edit.published, PublicationDate) else edit.published,
        }
        fields: dict[str, Any] = {
            name: on_one_line(value) if isinstance(value, str) else value
            for name, value in given.items()
            if not isinstance(value, Keep)
        }
        number, document = self._read("articles", id)
        with self._action("edit", title=document["title"]):
            self._update("articles", id, **fields)
            indexed: dict[str, Any] = {name: fields[name] for name in ("title", "language") if name in fields}
            if indexed:
                self._table("texts").update(indexed, doc_ids=[number])
        return self.get(id)

    def mark_read(self, id: str, read: bool = True) -> None:
        """Mark an article as read, or as unread again."""
        _, document = self._read("articles", id)
        with self._action("read" if read else "unread", title=document["title"]):
            self._update("articles", id, unread=not read)

    def mark_opened(self, *ids: str) -> None:
        """Mark articles as read because they were opened. Not an undo step."""
        with self._engine.writing():
            for one in ids:
                self._update_silently("articles", one, unread=False)

    def tag(self, id: str, tags: Sequence[str]) -> None:
        """Replace the tags of an article; tags that differ only in case or accents are merged."""
        _, document = self._read("articles", id)
        kept = {folded(tag): tag for tag in map(on_one_line, tags) if tag}
        with self._action("tag", title=document["title"]):
            self._update("articles", id, tags=list(kept.values()))

    def archive(self, id: str) -> None:
        """Move an article to the archive."""
        self._move(id, "archived", "archive")

    def trash(self, id: str) -> None:
        """Move an article to the trash; its notes, corrections and grades stay with it."""
        self._move(id, "trashed", "trash")

    def recover(self, id: str) -> None:
        """Move an article from the archive or the trash back to the list."""
        self._move(id, "active", "recover")

    def _move(self, identifier: str, state: State, code: str) -> None:
        _, document = self._read("articles", identifier)
        with self._action(code, title=document["title"]):
            self._update("articles", identifier, state=state)

    def attachments(self, id: str) -> Attachments:
        """How much refers to an article and would be removed with it."""
        with self._engine.reading() as snapshot:
            number, _ = self._read("articles", id)
            here = (ColumnCondition("article", "is", number),)
            return Attachments(
                snapshot.count("notes", here),
                snapshot.count("dossiers", (ColumnCondition("articles", "has", number),)),
                snapshot.count("corrections", here)
                + snapshot.count("corrections", (ColumnCondition("other", "is", number),)),
                snapshot.count("grades", here),
            )

    def remove(self, id: str) -> None:
        """Delete an article with its notes, corrections and grades; `undo` restores it."""
        number, document = self._read("articles", id)
        with self._action("remove", title=document["title"]), self._engine.writing() as transaction:
            for table, column in (("notes", "article"), ("grades", "article"), ("corrections", "article")):
                attached = transaction.select(table, DocumentSelection((ColumnCondition(column, "is", number),)))
                self._table(table).remove(doc_ids=attached)
            others = transaction.select("corrections", DocumentSelection((ColumnCondition("other", "is", number),)))
            self._table("corrections").remove(doc_ids=others)
            for dossier in transaction.select(
                "dossiers", DocumentSelection((ColumnCondition("articles", "has", number),))
            ):
                self._table("dossiers").update(partial(_without, number), doc_ids=[dossier])
            self._table("articles").remove(doc_ids=[number])
            self._table("texts").remove(doc_ids=[number])


def _is_listed(document: Fields) -> bool:
    return document["state"] == "active" and not isinstance(document, DamagedDocument)


def _without(number: int, dossier: dict[str, Any]) -> None:
    dossier["articles"].remove(number)
    dossier.get("put", {}).pop(str(number), None)


def selection_of(filter: ArticleFilter) -> DocumentSelection:
    """The engine's selection for a filter."""
    conditions: list[Condition] = []
    if filter.state is not None:
        conditions.append(ColumnCondition("state", "is", filter.state))
    if filter.language is not None:
        conditions.append(ColumnCondition("language", "is", base(filter.language)))
    if filter.unread is not None:
        conditions.append(ColumnCondition("unread", "is", int(filter.unread)))
    if filter.outlet is not None:
        conditions.append(ColumnCondition("outlet", "is", folded(filter.outlet)))
    conditions.extend(ColumnCondition("tags", "has", folded(tag)) for tag in filter.tags)
    if filter.dossier is not None:
        conditions.append(
            KeyCondition("dossiers", "articles", int(filter.dossier) if filter.dossier.isdecimal() else 0)
        )
    if filter.newer is not None:
        conditions.append(ColumnCondition("published", "from", str(filter.newer)))
    if filter.older is not None:
        conditions.append(ColumnCondition("published", "below", str(filter.older)))
    return DocumentSelection(tuple(conditions), filter.order, filter.descending, filter.limit, filter.offset)


def records_in(snapshot: Snapshot, numbers: Sequence[int]) -> list[ArticleRecord]:
    """What a list shows of the articles with these numbers, in this order."""
    documents = dict(snapshot.documents("articles", numbers))
    dossiers: dict[int, list[str]] = {}
    for dossier, document in snapshot.documents("dossiers"):
        for number in document["articles"]:
            dossiers.setdefault(number, []).append(str(dossier))
    return [
        record_of(number, documents[number], tuple(dossiers.get(number, ())))
        for number in numbers
        if number in documents
    ]
