"""TinyDB on the SQLite engine: `Database(path)` is a `TinyDB` whose changes cost what they change."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from tinydb import TinyDB

from briefing.message import Message
from store.engine import StorageEngine
from store.storage import SqliteStorage
from store.table import DocumentTable


class Database(TinyDB):
    """TinyDB's API as documented, with `transaction()` across tables as the one addition."""

    table_class = DocumentTable

    def __init__(self, *args: Any, **named: Any) -> None:
        """Open the file; the arguments are those of the storage, `SqliteStorage` unless `storage` names another class."""
        super().__init__(*args, **{"storage": SqliteStorage, **named})

    @property
    def engine(self) -> StorageEngine:
        """The engine below the storage."""
        return cast("SqliteStorage", self.storage).engine

    @contextmanager
    def transaction(self, label: Message | None = None) -> Iterator[None]:
        """All changes of the block, in any table, are committed together at its end, or none of them if it raises.

        Other threads and programs wait with their changes, and see these all at once.
        """
        try:
            with self.engine.writing(label):
                yield
        finally:
            for table in self._tables.values():
                table.clear_cache()

    def tables(self) -> set[str]:
        """The names of the tables."""
        with self.engine.reading() as snapshot:
            return snapshot.tables()

    def drop_table(self, name: str) -> None:
        """Remove a table with its documents."""
        self._tables.pop(name, None)
        with self.engine.writing() as transaction:
            transaction.drop(name)

    def drop_tables(self) -> None:
        """Remove all tables with their documents."""
        with self.engine.writing() as transaction:
            for name in transaction.tables():
                transaction.drop(name)
        for table in self._tables.values():
            table.clear_cache()
        self._tables.clear()
