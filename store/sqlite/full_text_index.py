"""The full-text index: inserting and deleting documents, rebuilding it in small steps, and merging its segments.

Which terms a document has: store/index_terms.py.
"""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from store.engine import Layout, Terms
from store.sqlite import bodies, vocabulary
from store.sqlite.schema import create_words, documents_of, drop_words, words_of

_BATCH = 40
_MERGED_PAGES = 64


class IndexProgress(NamedTuple):
    """How many documents are indexed, and of how many."""

    done: int
    total: int


def restart(connection: sqlite3.Connection, table: str) -> None:
    """Empty the index of a table, in the open transaction; `build_step` fills it again."""
    drop_words(connection, table)
    create_words(connection, table)
    vocabulary.clear(connection)
    connection.execute(
        f"INSERT OR REPLACE INTO unindexed SELECT ?, 0, max(id) FROM {documents_of(table)} HAVING max(id) IS NOT NULL",
        (table,),
    )


def progress(connection: sqlite3.Connection, table: str) -> IndexProgress | None:
    """The progress of building a table's index; `None` when it is complete."""
    row = connection.execute("SELECT next, last FROM unindexed WHERE name = ?", (table,)).fetchone()
    if row is None:
        return None
    count = f"SELECT count(*) FROM {documents_of(table)} WHERE id <= ?"
    done, total = (connection.execute(count, (number,)).fetchone()[0] for number in (row[0] - 1, row[1]))
    return IndexProgress(done, total)


def is_waiting(connection: sqlite3.Connection, table: str, number: int) -> bool:
    """Whether a document is not indexed yet because the index is being built."""
    found = "SELECT 1 FROM unindexed WHERE name = ? AND ? BETWEEN next AND last"
    return connection.execute(found, (table, number)).fetchone() is not None


def build_step(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> bool:
    """Index the next few waiting documents, in a transaction of its own; true if more may wait."""
    connection.execute("BEGIN IMMEDIATE")
    row = connection.execute("SELECT name, next, last FROM unindexed LIMIT 1").fetchone()
    if row is not None:
        table, start, last = row
        layout = layouts[table]
        terms = layout.terms
        select = (
            f"SELECT {bodies.COLUMNS} FROM {documents_of(table)} WHERE id BETWEEN ? AND ? ORDER BY id LIMIT {_BATCH}"
        )
        rows = connection.execute(select, (start, last)).fetchall()
        assert terms is not None
        for stored in map(bodies.StoredBody._make, rows):
            insert(connection, table, stored.number, terms(bodies.document_or_stand_in(table, layout, stored)))
        vocabulary.enqueue(connection, table, [row[0] for row in rows])
        if len(rows) < _BATCH:
            connection.execute("DELETE FROM unindexed WHERE name = ?", (table,))
        else:
            connection.execute("UPDATE unindexed SET next = ? WHERE name = ?", (rows[-1][0] + 1, table))
    connection.execute("COMMIT")
    return row is not None


def merge_step(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> bool:
    """Merge some segments of the index, or checkpoint the log if there are none; true if there may be more to merge."""
    merged = False
    for table, layout in layouts.items():
        if layout.terms is not None:
            words, before = words_of(table), connection.total_changes
            connection.execute(f"INSERT INTO {words} ({words}, rank) VALUES ('merge', ?)", (_MERGED_PAGES,))
            merged = merged or connection.total_changes - before > 1
    if not merged:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    return merged


def insert(connection: sqlite3.Connection, table: str, number: int, terms: Terms) -> None:
    """Index a document."""
    connection.execute(
        f"INSERT INTO {words_of(table)} (rowid, title, body) VALUES (?, ?, ?)", (number, terms.title, terms.body)
    )


def delete(connection: sqlite3.Connection, table: str, number: int, terms: Terms) -> None:
    """Remove a document from the index; the terms must be those it was indexed with."""
    words = words_of(table)
    connection.execute(
        f"INSERT INTO {words} ({words}, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (number, terms.title, terms.body),
    )
