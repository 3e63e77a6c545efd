"""Migration of a library file to the present schema version, all steps in one transaction."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from store.engine import Layout
from store.sqlite import full_text_index, schema
from store.sqlite.connection import connect

Step = Callable[[sqlite3.Connection, Mapping[str, Layout]], None]


def _to_version_2(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Index terms without apostrophes, and a list of the documents that are not indexed yet."""
    schema.run(connection, schema.UNINDEXED + schema.VOCABULARY)
    for table, layout in layouts.items():
        if layout.terms is not None:
            full_text_index.restart(connection, table)


def _to_version_3(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """An index for each filter, so that a page of a filtered list needs no sorting."""
    for index in ("state_unread", "outlet_state", "language_state"):
        connection.execute(f"DROP INDEX IF EXISTS index_articles_{index}")
    schema.create_indexes(connection, "articles", layouts["articles"])


def _to_version_4(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """An index for each order that contains the filtered columns: fewer indexes to write."""
    schema.run(connection, schema.VOCABULARY)
    for narrowed in ("", "outlet_", "language_", "unread_"):
        for order in ("added", "published"):
            connection.execute(f"DROP INDEX IF EXISTS index_articles_state_{narrowed}{order}")
    schema.create_indexes(connection, "articles", layouts["articles"])


def _to_version_5(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:  # noqa: ARG001
    """A checksum for each document that is stored from now on."""
    for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB 'doc_*'"
    ).fetchall():
        connection.execute(f"ALTER TABLE {schema.quoted(name)} ADD COLUMN checksum INTEGER")
        schema.create_checksum_trigger(connection, name.removeprefix("doc_"))


STEPS: Mapping[int, Step] = {1: _to_version_2, 2: _to_version_3, 3: _to_version_4, 4: _to_version_5}
"""By version, the step to the next."""


def migrate_in_place(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Migrate a file to the present version, in one transaction that a crash undoes."""
    connection.execute("BEGIN IMMEDIATE")
    _run_steps(connection, layouts)
    connection.execute("COMMIT")


def migrate(path: Path, layouts: Mapping[str, Layout], back_up: Callable[[Path, str], Path]) -> None:
    """Migrate a library file to the present version; while nobody else can write, `back_up` copies it first."""
    with closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version < schema.VERSION:
            back_up(path, f"version-{version}")
            _run_steps(connection, layouts)
        connection.execute("COMMIT")


def _run_steps(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    for number in range(int(connection.execute("PRAGMA user_version").fetchone()[0]), schema.VERSION):
        STEPS[number](connection, layouts)
    connection.execute(f"PRAGMA user_version={schema.VERSION}")
