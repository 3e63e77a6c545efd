"""The protocol between tables and disk, so that the library can use more than one storage engine.

Documents are JSON objects with positive integer numbers in named tables. An engine stores some of their fields as columns
(`Layout`), so that a selection needs no scan. It always gives copies. TinyDB's tables need `reading`, `writing`,
`Documents` and the changes of a `Transaction`; the library also needs the full-text index (`FullTextIndex`) and the `Journal`.
`tests/store/test_engine.py` is the specification.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from briefing.message import InputError, Message

Json = Any
Document = dict[str, Json]
Key = str | int | None


class DamagedDocument(dict[str, Json]):
    """Stands in for a stored document that cannot be read or is not what was written; it is never written.

    `stored` is what is stored, where bytes that are not UTF-8 are lone surrogates.
    """

    def __init__(self, fields: Mapping[str, Json], stored: str) -> None:
        super().__init__(fields)
        self.stored = stored


@dataclass(frozen=True, slots=True)
class Column:
    """An indexed key of a table's documents; `of` computes it from a document."""

    name: str
    of: Callable[[Mapping[str, Json]], Key]


@dataclass(frozen=True, slots=True)
class ManyColumn:
    """An indexed set of keys of a table's documents; `of` computes it from a document."""

    name: str
    of: Callable[[Mapping[str, Json]], Iterable[str | int]]


@dataclass(frozen=True, slots=True)
class Terms:
    """The index terms of a document in the order of the text, separated by spaces.

    `stem` gives the stem of a term; `language` names the function.
    """

    title: str
    body: str
    language: str
    stem: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table, the indexes over them, and the index terms of its documents."""

    columns: tuple[Column, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    many: tuple[ManyColumn, ...] = ()
    terms: Callable[[Mapping[str, Json]], Terms] | None = None
    check: Callable[[Mapping[str, Json]], None] = lambda _document: None
    """Raises a `ValueError` for a document with a wrong field."""
    stand_in: Callable[[Mapping[str, Key]], Document] = lambda _columns: {}
    """The fields of a `DamagedDocument` of the table, from the columns stored beside it."""


@dataclass(frozen=True, slots=True)
class ColumnCondition:
    """A column compared with a value; `has` looks in a set of keys; a column that is `None` passes only `is None`."""

    column: str
    relation: Literal["is", "has", "below", "from"]
    value: Key


@dataclass(frozen=True, slots=True)
class KeyCondition:
    """The documents whose number is in a set of keys of a document of another table."""

    table: str
    column: str
    document: int


Condition = ColumnCondition | KeyCondition


@dataclass(frozen=True, slots=True)
class DocumentSelection:
    """A page of the documents that pass all conditions, ordered by a column; documents without it come last."""

    conditions: tuple[Condition, ...] = ()
    order: str | None = None
    descending: bool = False
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class TextTerms:
    """What a document must contain: any of these phrases, each a sequence of index terms, or a term with one of the prefixes."""

    phrases: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...] = ()
    title: bool = False


@dataclass(frozen=True, slots=True)
class TextQuery:
    """A full-text query: documents with everything that is wanted and nothing that is unwanted."""

    wanted: tuple[TextTerms, ...]
    unwanted: tuple[TextTerms, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """The documents of a table that a transaction changed."""

    table: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """A committed transaction: its number (rising), the program that made it, and what it changed."""

    number: int
    origin: str
    touched: tuple[Touched, ...] = field(default=())


class Documents(Protocol):
    """One consistent state of the documents of all tables."""

    def tables(self) -> set[str]:
        """The names of the tables that exist."""

    def documents(self, table: str, ids: Sequence[int] | None = None) -> Iterator[tuple[int, Document]]:
        """The documents with these numbers, or all, by rising number; missing ones are left out.

        For one that is damaged, a `DamagedDocument` is given.
        """

    def select(self, table: str, selection: DocumentSelection) -> list[int]:
        """The numbers of the selected documents, in the selection's order."""

    def count(self, table: str, conditions: Sequence[Condition] = ()) -> int:
        """The number of documents that pass all conditions."""


def whole_documents(
    snapshot: Documents, table: str, ids: Sequence[int] | None = None
) -> Iterator[tuple[int, Document]]:
    """The documents with these numbers, or all, by rising number.

    Raises:
        InputError: one of them is damaged.
    """
    for number, document in snapshot.documents(table, ids):
        if isinstance(document, DamagedDocument):
            raise InputError("library.damaged-document", table=table, id=number)
        yield number, document


class FullTextIndex(Protocol):
    """The full-text index in the same state."""

    def match(self, text: str, match: TextQuery, table: str, selection: DocumentSelection) -> list[int]:
        """The numbers of the documents of `text` that match and, under the same number in `table`, are selected.

        In the selection's order; best first if it has none.
        """

    def stems(self, part: str, place: Literal["start", "end"], limit: int) -> list[str]:
        """The stems that begin or end with a part, at most `limit`; only long stems are found by their end."""

    def forms(self, stems: Sequence[str]) -> dict[str, list[str]]:
        """The index terms of each stem; a stem without terms is left out."""

    def known(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that are in the index."""

    def completions(self, prefix: str, limit: int) -> list[str]:
        """The index terms that begin with a prefix, shortest first, at most `limit`."""


class Snapshot(Documents, FullTextIndex, Protocol):
    """One consistent state of all tables and of the full-text index."""


class Transaction(Snapshot, Protocol):
    """A snapshot that can be changed; others see all of the changes once it is committed, and none before."""

    def put(self, table: str, number: int, document: Mapping[str, Json] | None) -> None:
        """Store the document under the number, or remove it (`None`).

        Raises:
            TypeError: the document is not JSON.
            InputError: the stored document is damaged; it is left as it is.
        """

    def amend(self, table: str, number: int, fields: Mapping[str, Json]) -> None:
        """Set fields of a document, also in the versions that undo would restore: earlier steps can still be undone."""

    def next_id(self, table: str) -> int:
        """A number that the table has never used."""

    def make(self, table: str) -> None:
        """Create the table if it does not exist."""

    def drop(self, table: str) -> None:
        """Remove the table with its documents and its record of used numbers."""


class Journal(Protocol):
    """The history: every transaction is numbered and lists what it changed; those with a label can be undone."""

    def latest(self) -> int:
        """The number of the last transaction of any program; 0 before the first."""

    def commits(self, after: int) -> list[Commit]:
        """The transactions of all programs after this number, oldest first."""

    def undo(self) -> Message | None:
        """Undo the last labelled transaction that was not undone yet; gives its label.

        Raises:
            WrongUseError: what it changed was changed again since.
        """


class StorageEngine(Journal, Protocol):
    """Snapshots for any number of readers, and transactions for one writer at a time.

    `origin` marks this program's transactions; `on_commit` is called after each of them.
    """

    origin: str
    on_commit: Callable[[], None]

    def reading(self) -> AbstractContextManager[Snapshot]:
        """A snapshot for the length of a `with` block; inside the thread's own transaction, what it has written so far.

        A block inside a block of the same thread sees the same state.
        """

    def writing(self, label: Message | None = None) -> AbstractContextManager[Transaction]:
        """A transaction for the length of a `with` block, durable at its end, undone by an exception.

        A block inside a block of the same thread belongs to the outer one. With a label it can be undone later.
        """

    def catch_up(self) -> bool:
        """Update the vocabulary with recent documents, if that is quick; true if some still wait.

        A stored document is found at once by its words as they stand, and by their other forms and compounds after this.
        """

    def close(self) -> None:
        """Close the files."""
