"""TinyDB's table on an engine: a change reads and writes only the documents it touches."""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from copy import deepcopy
from typing import Any, NamedTuple, cast

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from store.engine import DocumentSelection, Snapshot, StorageEngine, Transaction, whole_documents
from store.storage import SqliteStorage

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]
_REMOVED = object()


class WriteSet(MutableMapping[int, Any]):
    """A table in a transaction, as TinyDB's updaters expect it: documents are read when they are first used.

    `flush` writes those that changed.
    """

    def __init__(self, transaction: Transaction, table: str) -> None:
        self._transaction, self._table = transaction, table
        self._touched: dict[int, Any] = {}
        self._cleared = False

    def __getitem__(self, number: int) -> Any:
        if number not in self._touched:
            found = [] if self._cleared else list(whole_documents(self._transaction, self._table, [number]))
            if not found:
                raise KeyError(number)
            self._touched[number] = found[0][1]
        if self._touched[number] is _REMOVED:
            raise KeyError(number)
        return self._touched[number]

    def __setitem__(self, number: int, document: Any) -> None:
        self._touched[number] = document

    def __delitem__(self, number: int) -> None:
        self[number]
        self._touched[number] = _REMOVED

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, int):
            return False
        try:
            self[number]
        except KeyError:
            return False
        return True

    def _numbers(self) -> list[int]:
        stored = [] if self._cleared else self._transaction.select(self._table, DocumentSelection())
        gone = {number for number, document in self._touched.items() if document is _REMOVED}
        kept = [number for number in stored if number not in gone]
        return kept + sorted(self._touched.keys() - set(stored) - gone)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers())

    def __len__(self) -> int:
        return len(self._numbers())

    def clear(self) -> None:
        """Remove every document."""
        self._touched.clear()
        self._cleared = True

    def flush(self) -> None:
        """Write the documents that changed.

        Raises:
            TypeError: a document is not JSON; the transaction is then rolled back.
        """
        if self._cleared:
            self._transaction.drop(self._table)
            self._transaction.make(self._table)
        for number, document in self._touched.items():
            self._transaction.put(self._table, number, None if document is _REMOVED else document)


class _Cached(NamedTuple):
    commit: int
    documents: list[Document]


class DocumentTable(Table):
    """A TinyDB table whose storage has an engine. Queries return copies; numbers are never used twice.

    `truncate()` resets the numbers, as in TinyDB.
    """

    @property
    def engine(self) -> StorageEngine:
        """The engine below the storage."""
        return cast("SqliteStorage", self._storage).engine

    def search(self, cond: QueryLike) -> list[Document]:
        """Copies of the documents that match, by rising number. All documents are read."""
        commit = self.engine.latest()
        known = cast("_Cached | None", self._query_cache.get(cond))
        if known is not None and known.commit == commit:
            return deepcopy(known.documents)
        with self.engine.reading() as snapshot:
            found = [Document(document, number) for number, document in self._matching(snapshot, cond)]
        if getattr(cond, "is_cacheable", lambda: True)():
            self._query_cache[cond] = cast("Any", _Cached(commit, deepcopy(found)))
        return found

    def _matching(self, snapshot: Snapshot, cond: QueryLike) -> Iterator[tuple[int, dict[str, Any]]]:
        return ((number, document) for number, document in whole_documents(snapshot, self.name) if cond(document))

    def get(self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: list[int] | None = None) -> Any:
        """The document with the number, the documents with the numbers, or the first that matches; `None` if none does."""
        with self.engine.reading() as snapshot:
            if doc_id is not None:
                numbers = [doc_id] if isinstance(doc_id, int) else []
                return next(
                    (Document(found, one) for one, found in whole_documents(snapshot, self.name, numbers)), None
                )
            if doc_ids is not None:
                return [Document(found, number) for number, found in whole_documents(snapshot, self.name, doc_ids)]
            if cond is not None:
                return next((Document(found, number) for number, found in self._matching(snapshot, cond)), None)
        raise RuntimeError("name a condition, a document's number, or several numbers")

    def insert(self, document: Mapping[str, Any]) -> int:
        """Store a new document, under its own number if it is a `Document`; gives the number."""
        with self.engine.writing():
            return int(super().insert(document))

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Store several new documents, all or none; gives their numbers."""
        with self.engine.writing():
            return super().insert_multiple(documents)

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Set fields of, or call a function on, the documents that match; gives their numbers."""
        with self.engine.writing() as transaction:
            return super().update(fields, cond, self._resolved(transaction, cond, doc_ids))

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[int]:
        """Do several updates in order, document by document; gives the number once for each update."""
        pairs, updated = list(updates), list[int]()
        with self.engine.writing() as transaction:
            found = whole_documents(transaction, self.name)
            numbers = [number for number, document in found if any(cond(document) for _, cond in pairs)]

            def updater(table: MutableMapping[int, Any]) -> None:
                for number in numbers:
                    for fields, cond in pairs:
                        if cond(table[number]):
                            updated.append(number)
                            _change(table[number], fields)

            self._update_table(cast("Any", updater))
        return updated

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update the documents that match, or store the document as a new one; gives the numbers."""
        with self.engine.writing():
            return super().upsert(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the documents that match; gives their numbers."""
        with self.engine.writing() as transaction:
            return super().remove(cond, self._resolved(transaction, cond, doc_ids))

    def _resolved(
        self, snapshot: Snapshot, cond: QueryLike | None, doc_ids: Iterable[int] | None
    ) -> Iterable[int] | None:
        if doc_ids is not None or cond is None:
            return doc_ids
        return [number for number, _ in self._matching(snapshot, cond)]

    def __len__(self) -> int:
        with self.engine.reading() as snapshot:
            return snapshot.count(self.name)

    def __iter__(self) -> Iterator[Document]:
        with self.engine.reading() as snapshot:
            found = [Document(document, number) for number, document in whole_documents(snapshot, self.name)]
        return iter(found)

    def _get_next_id(self) -> int:
        with self.engine.writing() as transaction:
            return transaction.next_id(self.name)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        with self.engine.reading() as snapshot:
            return {str(number): document for number, document in whole_documents(snapshot, self.name)}

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self.engine.writing() as transaction:
            table = WriteSet(transaction, self.name)
            updater(cast("dict[int, Mapping[str, Any]]", table))
            table.flush()
        self.clear_cache()


def _change(document: MutableMapping[str, Any], fields: Fields) -> None:
    if callable(fields):
        fields(document)
    else:
        document.update(fields)
