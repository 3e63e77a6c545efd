"""Export of the whole library as JSON lines, and import of such an export. The format is in docs/library.md."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tinydb.table import Document

from briefing.ingest.clean import cleaned_value, escaped
from briefing.message import BriefingError, InputError
from store import codec
from store.base import LibraryPart
from store.engine import ColumnCondition, DamagedDocument, DocumentSelection, Snapshot
from store.records import (
    article_document,
    article_of,
    cleaned_article,
    now,
    renumbered_draft,
    text_document,
)

FORMAT = 1
_KINDS = {
    "article": "articles",
    "dossier": "dossiers",
    "note": "notes",
    "correction": "corrections",
    "grade": "grades",
    "setting": "settings",
}
_DAMAGED = "damaged"
_REFERRED_TO = {"article", "dossier"}
"""Kinds of which a damaged one is exported as a placeholder, since others refer to it."""
_REFERENCES = ("article", "other", "dossier")
_RECORD = ("unread", "state", "tags", "added", "source")
_Fields = dict[str, Any]


class Exchange(LibraryPart):
    """Export and import of everything except the cache."""

    def export_lines(self) -> Iterator[str]:
        """Everything in the library, one JSON object for each line, without line ends; all lines are of one state."""
        with self._engine.reading() as snapshot:
            yield _line({"kind": "library", "format": FORMAT, "made": now()})
            for kind, table in _KINDS.items():
                for number, document in snapshot.documents(table):
                    if not isinstance(document, DamagedDocument) or kind in _REFERRED_TO:
                        yield _line(_exported(snapshot, kind, number, document))
            yield from map(_line, _damaged(snapshot))

    def import_lines(self, lines: Iterable[str]) -> int:
        """Import exported lines, all of them or none; gives the number of new things.

        An empty library keeps the numbers of the export. Another one gives new numbers; an article with the same text is
        merged with the one it has, and identical things are not imported again.

        Raises:
            InputError: a line is not of an export; the error has its number.
        """
        with self._action("import"), self._engine.reading() as snapshot:
            numbers = _ImportedNumbers(keep=not any(snapshot.count(table) for table in _KINDS.values()))
            existing = {table: _contents(snapshot, table) for table in _KINDS.values() if table != "articles"}
            new = 0
            for place, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    kind, number, fields = _parsed(line, first=place == 1)
                    if kind == "article":
                        new += self._import_article(numbers, number, fields)
                    elif kind:
                        new += self._import(numbers, kind, number, fields, existing[_KINDS[kind]])
                except BriefingError:
                    raise
                except codec.FieldError as error:
                    raise InputError("library.import-field", line=place, field=error.field) from error
                except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                    raise InputError("library.import-line", line=place) from error
        return new

    def _import_article(self, numbers: "_ImportedNumbers", number: int, fields: _Fields) -> bool:
        fields = {name: cleaned_value(value) for name, value in fields.items()}
        codec.check("texts", fields)
        codec.check("articles", {"words": 0, "digest": "", **fields})
        article = cleaned_article(article_of(number, fields, fields))
        record = article_document(article, fields["added"], fields["source"])
        record |= {name: fields[name] for name in _RECORD}
        with self._engine.reading() as snapshot:
            same = snapshot.select(
                "articles", DocumentSelection((ColumnCondition("digest", "is", article.digest),), limit=1)
            )
        if same and not numbers.keep:
            numbers.given["article", number] = same[0]
            return False
        numbers.given["article", number] = self._insert_imported("articles", numbers.keep, number, record)
        self._insert("texts", Document(text_document(article), numbers.given["article", number]))
        return True

    def _import(
        self, numbers: "_ImportedNumbers", kind: str, number: int, fields: _Fields, existing: dict[str, int]
    ) -> bool:
        document = numbers.renumbered(kind, {name: cleaned_value(value) for name, value in fields.items()})
        codec.check(_KINDS[kind], document)
        known = _line(document, sort_keys=True)
        if known in existing:
            numbers.given[kind, number] = existing[known]
            return False
        if kind == "setting":
            self._table("settings").remove(_named(document["name"]))
        numbers.given[kind, number] = self._insert_imported(_KINDS[kind], numbers.keep, number, document)
        existing[known] = numbers.given[kind, number]
        return True

    def _insert_imported(self, table: str, keep: bool, number: int, document: _Fields) -> int:
        return self._insert(table, Document(document, number) if keep else document)


class _ImportedNumbers:
    """The numbers of imported things, by kind and their number in the export."""

    def __init__(self, *, keep: bool) -> None:
        self.keep = keep
        self.given: dict[tuple[str, int], int] = {}

    def renumbered(self, kind: str, fields: _Fields) -> _Fields:
        """The fields with their references renumbered."""
        fields = dict(fields)
        for name in _REFERENCES:
            if fields.get(name) is not None:
                fields[name] = self.given["article" if name == "other" else name, fields[name]]
        if kind == "setting":
            fields["name"] = renumbered_draft(fields["name"], lambda of, number: self.given.get((of, number), 0))
        if kind == "dossier":
            fields["articles"] = [self.given["article", number] for number in fields["articles"]]
            put = fields.get("put", {}).items()
            fields["put"] = {str(self.given["article", int(one)]): when for one, when in put}
        for name in ("passage", "anchor", "cue", "source", "content", "left", "right"):
            passage = fields.get(name)
            if isinstance(passage, dict) and passage.get("article", "").isdecimal():
                fields[name] = {**passage, "article": str(self.given["article", int(passage["article"])])}
        return fields


def _exported(snapshot: Snapshot, kind: str, number: int, document: _Fields) -> _Fields:
    if kind == "article":
        document = _with_text(snapshot, number, document)
    if kind == "correction":
        document["of"] = document.pop("kind")
    return {"kind": kind, "id": number, **document}


def _damaged(snapshot: Snapshot) -> Iterator[_Fields]:
    """A line for each damaged document, with what is stored of it."""
    for table in (*_KINDS.values(), "texts"):
        for number, document in snapshot.documents(table):
            if isinstance(document, DamagedDocument):
                yield {"kind": _DAMAGED, "id": number, "table": table, "stored": document.stored}


def _with_text(snapshot: Snapshot, number: int, document: _Fields) -> _Fields:
    found = dict(snapshot.documents("texts", [number]))
    kept = {name: value for name, value in document.items() if name not in {"digest", "words"}}
    return {**kept, "paragraphs": found[number]["paragraphs"] if number in found else []}


def _contents(snapshot: Snapshot, table: str) -> dict[str, int]:
    return {_line(document, sort_keys=True): number for number, document in snapshot.documents(table)}


def _parsed(line: str, *, first: bool) -> tuple[str, int, _Fields]:
    """The kind (empty for the first line and for what was damaged), the number and the other fields of a line.

    Raises:
        ValueError, KeyError, TypeError: the line is not of an export.
    """
    fields = json.loads(line)
    kind = fields.pop("kind")
    if first:
        if kind != "library" or fields["format"] != FORMAT:
            raise ValueError("no export of a library")
        return "", 0, {}
    if kind == _DAMAGED:
        return "", 0, {}
    number = fields.pop("id")
    if kind not in _KINDS or type(number) is not int or not 0 < number <= codec.LARGEST_NUMBER:
        raise ValueError("no such kind or number")
    if kind == "correction":
        fields = {"kind": fields.pop("of"), **fields}
    return kind, number, fields


def _named(name: str) -> Any:
    from tinydb import where

    return where("name") == name


def _line(fields: Mapping[str, Any], *, sort_keys: bool = False) -> str:
    return escaped(json.dumps(fields, ensure_ascii=False, sort_keys=sort_keys))
