"""What every part of the library stands on: the database, and how a user's action becomes one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefing.message import Message, NothingFoundError, Parameter
from store.database import Database
from store.engine import Engine
from store.table import DocumentTable


class Shelf:
    """A part of the library."""

    _database: Database

    @property
    def _engine(self) -> Engine:
        return self._database.engine

    def _table(self, name: str) -> DocumentTable:
        table = self._database.table(name)
        assert isinstance(table, DocumentTable)
        return table

    @contextmanager
    def _action(self, code: str, /, **params: Parameter) -> Iterator[None]:
        """A transaction that the user can undo under the words of the code; inside another one it is part of that."""
        with self._database.transaction(Message.of(f"library.did.{code}", **params)):
            yield

    def _found(self, table: str, identifier: str) -> tuple[int, dict[str, Any]]:
        """The number and the document of an identifier.

        Raises:
            NothingFoundError: there is none.
        """
        number = int(identifier) if identifier.isascii() and identifier.isdecimal() and len(identifier) < 18 else 0
        document = self._table(table).get(doc_id=number)
        if document is None:
            raise NothingFoundError(f"library.no-{table.removesuffix('s')}", id=identifier)
        return number, document

    def _note_in_passing(self, table: str, identifier: str, **fields: Any) -> None:
        """Give fields of a document values that no user chose: nothing to undo, and nothing in the way of an undo.

        Raises:
            NothingFoundError: there is no such document.
        """
        with self._engine.writing() as transaction:
            transaction.amend(table, self._found(table, identifier)[0], fields)

    def _set(self, table: str, identifier: str, **fields: Any) -> None:
        """Give fields of a document new values.

        Raises:
            NothingFoundError: there is no such document.
        """
        number, _ = self._found(table, identifier)
        self._table(table).update(fields, doc_ids=[number])
