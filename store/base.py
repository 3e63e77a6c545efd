"""The base class of library parts: access to the database, and one transaction for each user action."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tinydb.table import Document

from briefing.ingest.clean import cleaned_value
from briefing.message import Message, NothingFoundError, Parameter
from store.database import Database
from store.engine import StorageEngine, whole_documents
from store.table import DocumentTable

_MOST_DIGITS = 17


def is_number(identifier: str) -> bool:
    """Whether the identifier could be the number of a document."""
    return identifier.isascii() and identifier.isdecimal() and len(identifier) <= _MOST_DIGITS


class LibraryPart:
    """A part of the library, on the library's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def _engine(self) -> StorageEngine:
        return self._database.engine

    def _table(self, name: str) -> DocumentTable:
        table = self._database.table(name)
        assert isinstance(table, DocumentTable)
        return table

    @contextmanager
    def _action(self, code: str, /, **params: Parameter) -> Iterator[None]:
        """A transaction that can be undone under the label of the code; inside another transaction it joins that one."""
        with self._database.transaction(Message.of(f"library.did.{code}", **params)):
            yield

    def _read(self, table: str, identifier: str) -> tuple[int, dict[str, Any]]:
        """The number and the document of an identifier.

        Raises:
            NothingFoundError: there is no such document.
            InputError: it is damaged.
        """
        number = int(identifier) if is_number(identifier) else 0
        with self._engine.reading() as snapshot:
            for _, document in whole_documents(snapshot, table, [number]):
                return number, document
        raise NothingFoundError(f"library.no-{table.removesuffix('s')}", id=identifier)

    def _insert(self, table: str, document: Mapping[str, Any]) -> int:
        """Store a new document with its texts cleaned, under its own number if it is a `Document`; gives the number."""
        clean = cleaned_value(dict(document))
        return self._table(table).insert(Document(clean, document.doc_id) if isinstance(document, Document) else clean)

    def _update(self, table: str, identifier: str, **fields: Any) -> None:
        """Set fields of a document, with their texts cleaned.

        Raises:
            NothingFoundError: there is no such document.
        """
        number, _ = self._read(table, identifier)
        self._table(table).update(cleaned_value(fields), doc_ids=[number])

    def _update_silently(self, table: str, identifier: str, **fields: Any) -> None:
        """Set fields of a document without an undo step; earlier steps can still be undone.

        Raises:
            NothingFoundError: there is no such document.
        """
        with self._engine.writing() as transaction:
            transaction.amend(table, self._read(table, identifier)[0], fields)
