"""TinyDB's storage on the SQLite engine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from store.engine import Layout, whole_documents
from store.sqlite.engine import SqliteEngine


class SqliteStorage(Storage):
    """A library file as TinyDB sees it: `read` and `write` transfer everything; our tables use `engine` instead."""

    def __init__(
        self, path: str | Path, layouts: Mapping[str, Layout] | None = None, *, read_only: bool = False
    ) -> None:
        super().__init__()
        self.engine = SqliteEngine(Path(path), layouts or {}, read_only=read_only)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The documents of all tables by number, as text; `None` if there is no table."""
        with self.engine.reading() as snapshot:
            return {
                table: {str(number): document for number, document in whole_documents(snapshot, table)}
                for table in sorted(snapshot.tables())
            } or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the content of all tables, in one transaction that writes only the documents that differ."""
        with self.engine.writing() as transaction:
            for table in transaction.tables() - data.keys():
                transaction.drop(table)
            for table, documents in data.items():
                given = {int(number): document for number, document in documents.items()}
                for number in [number for number, _ in transaction.documents(table) if number not in given]:
                    transaction.put(table, number, None)
                for number, document in given.items():
                    transaction.put(table, number, document)

    def close(self) -> None:
        """Close the file."""
        self.engine.close()
