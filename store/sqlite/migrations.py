"""From one version of a library file to the next: each step is one function, and all of them are one transaction."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from store.engine import Layout
from store.sqlite import indexing, schema
from store.sqlite.connection import connect
from store.sqlite.copying import automatic_backup

Step = Callable[[sqlite3.Connection, Mapping[str, Layout]], None]


def _terms_without_apostrophes(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Version 2 computes the terms of the full text otherwise, and remembers what is not in the full text yet."""
    schema.run(connection, schema.UNINDEXED + schema.VOCABULARY)
    for table, layout in layouts.items():
        if layout.terms is not None:
            indexing.start_anew(connection, table)


def _an_index_for_each_filter(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Version 3 finds a page of a filtered list without sorting all that passes the filter."""
    for gone in ("state_unread", "outlet_state", "language_state"):
        connection.execute(f"DROP INDEX IF EXISTS index_articles_{gone}")
    schema.create_indexes(connection, "articles", layouts["articles"])


def _an_index_for_each_order(connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Version 4 finds what passes a filter in the index of the order, and so writes fewer of them."""
    schema.run(connection, schema.VOCABULARY)
    for narrowed in ("", "outlet_", "language_", "unread_"):
        for order in ("added", "published"):
            connection.execute(f"DROP INDEX IF EXISTS index_articles_state_{narrowed}{order}")
    schema.create_indexes(connection, "articles", layouts["articles"])


STEPS: Mapping[int, Step] = {1: _terms_without_apostrophes, 2: _an_index_for_each_filter, 3: _an_index_for_each_order}
"""What brings a file of a version to the next."""


def migrate(path: Path, layouts: Mapping[str, Layout]) -> None:
    """Bring a library file to the present version, after a backup beside it; a crash leaves it as it was."""
    with closing(connect(path)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        automatic_backup(path, f"version-{version}")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(int(connection.execute("PRAGMA user_version").fetchone()[0]), schema.VERSION):
            STEPS[number](connection, layouts)
        connection.execute(f"PRAGMA user_version={schema.VERSION}")
        connection.execute("COMMIT")
