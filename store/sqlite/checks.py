"""Checks of a library file: the file itself, its documents, its indexes, and references between its tables."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping

from briefing.message import Message
from store.engine import Document, Layout, Terms
from store.sqlite import bodies
from store.sqlite.errors import FILE_ERRORS
from store.sqlite.schema import documents_of, keys_of, quoted, words_of
from store.sqlite.snapshot import storable

_MOST = 20
INDEX_FAULT = "library.fault-index"


def faults(
    connection: sqlite3.Connection, layouts: Mapping[str, Layout], columns: str = bodies.COLUMNS
) -> Iterator[Message]:
    """The faults of the file, most serious first; the full-text index is compared where the connection may write."""
    try:
        found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
        yield from (Message.of("library.fault-file", what=fault) for fault in found if fault != "ok")
        yield from document_faults(connection, layouts, columns)
        if not connection.execute("PRAGMA query_only").fetchone()[0]:
            yield from full_text_faults(connection, layouts)
        yield from _texts(connection)
    except FILE_ERRORS as error:
        yield Message.of("library.fault-file", what=str(error))


def document_faults(
    connection: sqlite3.Connection, layouts: Mapping[str, Layout], columns: str = bodies.COLUMNS
) -> Iterator[Message]:
    """The faults of the documents, each read and held against its columns."""
    for table, layout in layouts.items():
        for row in connection.execute(f"SELECT {columns} FROM {documents_of(table)}"):
            stored = bodies.StoredBody._make(row)
            try:
                document = bodies.document_of(table, layout, stored)
                layout.check(document)
                wrong = has_wrong_keys(connection, table, layout, stored.number, document)
            except ValueError:
                yield Message.of("library.fault-document", table=table, id=stored.number)
                continue
            if wrong:
                yield Message.of("library.fault-keys", table=table, id=stored.number)


def has_wrong_keys(connection: sqlite3.Connection, table: str, layout: Layout, number: int, document: Document) -> bool:
    """Whether the columns or sets of keys stored beside a document are not its own."""
    if layout.columns:
        names = ", ".join(quoted(column.name) for column in layout.columns)
        row = connection.execute(f"SELECT {names} FROM {documents_of(table)} WHERE id = ?", (number,)).fetchone()
        if row is None or list(row) != [storable(column.of(document)) for column in layout.columns]:
            return True
    for many in layout.many:
        rows = connection.execute(f"SELECT key FROM {keys_of(table, many.name)} WHERE id = ?", (number,))
        if {key for (key,) in rows} != {storable(key) for key in many.of(document)}:
            return True
    return False


def full_text_faults(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> Iterator[Message]:
    """A full-text index that is unfinished, or does not match its documents."""
    for table, layout in layouts.items():
        if layout.terms is None:
            continue
        if connection.execute("SELECT 1 FROM unindexed WHERE name = ?", (table,)).fetchone():
            yield Message.of("library.fault-index-unfinished")
            return
        words = words_of(table)
        connection.create_function("title_terms", 1, _part_of(layout.terms, lambda terms: terms.title))
        connection.create_function("body_terms", 1, _part_of(layout.terms, lambda terms: terms.body))
        try:
            connection.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield Message.of(INDEX_FAULT)


def _part_of(terms: Callable[[Document], Terms], part: Callable[[Terms], str]) -> Callable[[str], str]:
    """The title or the body of the terms of a document in JSON; nothing of one that cannot be read."""

    def function(body: str) -> str:
        try:
            return part(terms(json.loads(body)))
        except (ValueError, KeyError, TypeError, AttributeError):
            return ""

    return function


def _texts(connection: sqlite3.Connection) -> Iterator[Message]:
    """Articles without a text and texts without an article."""
    for here, there in (("articles", "texts"), ("texts", "articles")):
        lone = (
            f"SELECT id FROM {documents_of(here)} WHERE id NOT IN (SELECT id FROM {documents_of(there)}) LIMIT {_MOST}"
        )
        for (number,) in connection.execute(lone):
            yield Message.of("library.fault-half", id=number)
