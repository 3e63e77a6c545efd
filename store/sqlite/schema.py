"""The SQL tables of a library file, and the schema version."""

import sqlite3
from collections.abc import Mapping
from functools import cache

from store.engine import Layout

HEAD = ("application_id", "user_version")
APPLICATION = 0x42524645
"""The application id in the file's head: "BRFE"."""
VERSION_BEFORE_CHECKSUMS = 4
VERSION = 5
"""Version 2 indexes terms without apostrophes and merges the index in idle time; 3 had an index for each filter in each
order; 4 has one index for each order that contains the filters, and updates the vocabulary after a document is stored; 5 has checksums."""

FOUNDATION = """
CREATE TABLE tables (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE commits (number INTEGER PRIMARY KEY AUTOINCREMENT, origin TEXT NOT NULL, touched TEXT NOT NULL);
CREATE TABLE undo (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, label TEXT NOT NULL, images TEXT NOT NULL);
CREATE TABLE forms (stem TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (stem, form)) WITHOUT ROWID;
CREATE TABLE compounds (reversed TEXT PRIMARY KEY) WITHOUT ROWID;
"""
VOCABULARY = """
CREATE INDEX IF NOT EXISTS index_forms ON forms (form);
CREATE TABLE IF NOT EXISTS unlearnt (name TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;
"""
UNINDEXED = """
CREATE TABLE unindexed (name TEXT PRIMARY KEY, next INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;
"""
CRISIS_SEGMENTS = 64
"""Number of index segments that are merged at once if there was no idle time before."""


@cache
def quoted(name: str) -> str:
    """The name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


@cache
def documents_of(table: str) -> str:
    """The SQL table that holds the documents of a table, quoted."""
    return quoted(f"doc_{table}")


@cache
def keys_of(table: str, column: str) -> str:
    """The SQL table that holds a set of keys of a table's documents, quoted."""
    return quoted(f"key_{table}_{column}")


@cache
def words_of(table: str) -> str:
    """The FTS5 table of a table's documents, quoted."""
    return quoted(f"fts_{table}")


def create(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Create the tables of an empty file, in the open transaction."""
    run(connection, FOUNDATION + UNINDEXED + VOCABULARY)
    for table, layout in layouts.items():
        create_table(connection, table, layout)
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def run(connection: sqlite3.Connection, statements: str) -> None:
    """Run statements separated by semicolons, in the open transaction."""
    for statement in filter(str.strip, statements.split(";")):
        connection.execute(statement)


def create_table(connection: sqlite3.Connection, table: str, layout: Layout) -> None:
    """Create the SQL tables and indexes of one table of documents."""
    columns = "".join(f", {quoted(column.name)}" for column in layout.columns)
    connection.execute(
        f"CREATE TABLE {documents_of(table)} (id INTEGER PRIMARY KEY, body TEXT NOT NULL{columns}, checksum INTEGER)"
    )
    create_checksum_trigger(connection, table)
    create_indexes(connection, table, layout)
    for many in layout.many:
        keys = keys_of(table, many.name)
        connection.execute(
            f"CREATE TABLE {keys} (key NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID"
        )
        connection.execute(f"CREATE INDEX {quoted(f'index_{table}_{many.name}')} ON {keys} (id)")
    if layout.terms is not None:
        create_words(connection, table)


def create_checksum_trigger(connection: sqlite3.Connection, table: str) -> None:
    """Have a checksum removed where a document is changed by a program that knows no checksums."""
    connection.execute(
        f"CREATE TRIGGER {quoted(f'checksum_{table}')} AFTER UPDATE OF body ON {documents_of(table)}"
        " WHEN NEW.checksum IS OLD.checksum AND NEW.body IS NOT OLD.body"
        f" BEGIN UPDATE {documents_of(table)} SET checksum = NULL WHERE id = NEW.id; END"
    )


def create_indexes(connection: sqlite3.Connection, table: str, layout: Layout) -> None:
    """Create the missing indexes over the columns of a table."""
    for names in layout.indexes:
        index = quoted(f"index_{table}_{'_'.join(names)}")
        columns = ", ".join(map(quoted, names))
        connection.execute(f"CREATE INDEX IF NOT EXISTS {index} ON {documents_of(table)} ({columns})")


def create_words(connection: sqlite3.Connection, table: str) -> None:
    """Create the full-text index of a table, over a view that computes the terms from the documents."""
    view = f"terms_{table}"
    connection.execute(
        f"CREATE VIEW {quoted(view)} AS SELECT id, title_terms(body) AS title, body_terms(body) AS body"
        f" FROM {documents_of(table)}"
    )
    connection.execute(
        f"CREATE VIRTUAL TABLE {words_of(table)}"
        f" USING fts5(title, body, content='{view}', content_rowid='id', tokenize='ascii')"
    )
    for option, value in (("automerge", 0), ("crisismerge", CRISIS_SEGMENTS)):
        words = words_of(table)
        connection.execute(f"INSERT INTO {words} ({words}, rank) VALUES (?, ?)", (option, value))


def drop_table(connection: sqlite3.Connection, table: str, layout: Layout) -> None:
    """Drop the SQL tables of one table of documents."""
    connection.execute(f"DROP TABLE {documents_of(table)}")
    for many in layout.many:
        connection.execute(f"DROP TABLE {keys_of(table, many.name)}")
    if layout.terms is not None:
        drop_words(connection, table)


def drop_words(connection: sqlite3.Connection, table: str) -> None:
    """Drop the full-text index of a table."""
    connection.execute(f"DROP TABLE IF EXISTS {words_of(table)}")
    connection.execute(f"DROP VIEW IF EXISTS {quoted(f'terms_{table}')}")
