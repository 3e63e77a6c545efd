"""Checks of a library file: the file itself, its indexes, and references between its tables."""

import json
import sqlite3
from collections.abc import Iterator, Mapping

from briefing.message import Message
from store.engine import Layout
from store.sqlite.schema import documents_of, keys_of, words_of
from store.sqlite.snapshot import storable

_MOST = 20


def faults(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> Iterator[Message]:
    """The faults of the file, most serious first."""
    found = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    yield from (Message.of("library.fault-file", what=fault) for fault in found if fault != "ok")
    yield from document_faults(connection, layouts)
    for table, layout in layouts.items():
        if layout.terms is not None:
            yield from _full_text(connection, table, layout)
    yield from _texts(connection)


def document_faults(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> Iterator[Message]:
    """The faults of the documents, each read and held against its columns."""
    for table, layout in layouts.items():
        yield from _columns(connection, table, layout)


def _columns(connection: sqlite3.Connection, table: str, layout: Layout) -> Iterator[Message]:
    """Documents that cannot be read, and documents whose indexed columns or keys are wrong."""
    names = "".join(f', "{column.name}"' for column in layout.columns)
    for number, body, *keys in connection.execute(f"SELECT id, body{names} FROM {documents_of(table)}"):
        try:
            document = json.loads(body)
            layout.check(document)
            expected = [storable(column.of(document)) for column in layout.columns]
            sets = {many.name: {storable(key) for key in many.of(document)} for many in layout.many}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield Message.of("library.fault-document", table=table, id=number)
            continue
        for name, wanted in sets.items():
            rows = connection.execute(f"SELECT key FROM {keys_of(table, name)} WHERE id = ?", (number,))
            if {key for (key,) in rows} != wanted:
                yield Message.of("library.fault-keys", table=table, id=number)
        if keys != expected:
            yield Message.of("library.fault-keys", table=table, id=number)


def _full_text(connection: sqlite3.Connection, table: str, layout: Layout) -> Iterator[Message]:
    """A full-text index that is unfinished, or does not match its documents."""
    terms = layout.terms
    assert terms is not None
    connection.create_function("title_terms", 1, lambda body: terms(json.loads(body)).title)
    connection.create_function("body_terms", 1, lambda body: terms(json.loads(body)).body)
    waiting = connection.execute("SELECT 1 FROM unindexed WHERE name = ?", (table,)).fetchone()
    if waiting:
        yield Message.of("library.fault-index-unfinished")
        return
    try:
        words = words_of(table)
        connection.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        yield Message.of("library.fault-index")


def _texts(connection: sqlite3.Connection) -> Iterator[Message]:
    """Articles without a text and texts without an article."""
    for here, there in (("articles", "texts"), ("texts", "articles")):
        lone = (
            f"SELECT id FROM {documents_of(here)} WHERE id NOT IN (SELECT id FROM {documents_of(there)}) LIMIT {_MOST}"
        )
        for (number,) in connection.execute(lone):
            yield Message.of("library.fault-half", id=number)
