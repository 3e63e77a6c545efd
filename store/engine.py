"""What stands between the tables and the disk: a small protocol, so that another engine can stand below the library.

Documents are JSON objects under positive integers in named tables. An engine keeps some of their fields as columns
(`Layout`), so that a selection needs no scan. What it gives is always a copy. TinyDB's tables need `reading`, `writing`,
`Documents` and the changes of a `Transaction`; the library above them the full text (`Words`) and the `Journal` too.
`tests/store/test_engine.py` says what all of it promises.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from briefing.message import Message

Json = Any
Document = dict[str, Json]
Key = str | int | None


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
    """What the full text keeps of a document: index terms separated by spaces, in the order of the text.

    `stem` gives what a term has in common with the other forms of its word; `language` names the function.
    """

    title: str
    body: str
    language: str
    stem: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of one table, the orders in which they are indexed, and what of its documents the full text keeps."""

    columns: tuple[Column, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    many: tuple[ManyColumn, ...] = ()
    terms: Callable[[Mapping[str, Json]], Terms] | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """A column compared with a value; `has` looks in a set of keys; a `None` column value passes only `is None`."""

    column: str
    relation: Literal["is", "has", "below", "from"]
    value: Key


@dataclass(frozen=True, slots=True)
class Listed:
    """The documents whose number stands in a set of keys of a document of another table."""

    table: str
    column: str
    document: int


Condition = Compared | Listed


@dataclass(frozen=True, slots=True)
class Selection:
    """The documents that pass all conditions, ordered by a column (documents without it last), a page of them."""

    conditions: tuple[Condition, ...] = ()
    order: str | None = None
    descending: bool = False
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing a document has to hold: any of these phrases, each a row of index terms; `prefix` leaves the last open."""

    phrases: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...] = ()
    title: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What the full text is asked: documents with all that is wanted and nothing that is unwanted."""

    wanted: tuple[Wanted, ...]
    unwanted: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class Touched:
    """The documents of a table that a transaction changed."""

    table: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Commit:
    """A finished transaction: its number (rising), who made it, and what it changed."""

    number: int
    origin: str
    touched: tuple[Touched, ...] = field(default=())


class Documents(Protocol):
    """One consistent state of the documents of all tables."""

    def tables(self) -> set[str]:
        """The names of the tables that exist."""

    def documents(self, table: str, ids: Sequence[int] | None = None) -> Iterator[tuple[int, Document]]:
        """The documents with these numbers, or all, by rising number; what does not exist is left out."""

    def select(self, table: str, selection: Selection) -> list[int]:
        """The numbers of the documents selected, in the order asked for."""

    def count(self, table: str, conditions: Sequence[Condition] = ()) -> int:
        """How many documents pass all conditions."""


class Words(Protocol):
    """The full text in the same state."""

    def match(self, text: str, match: Match, table: str, selection: Selection) -> list[int]:
        """The numbers of the documents of `text` that match and, under the same number in `table`, are selected.

        In the selection's order, best first where it names none.
        """

    def stems(self, part: str, place: Literal["start", "end"], limit: int) -> list[str]:
        """The stems that begin or end with a part, at most `limit`; by their end only the long ones."""

    def forms(self, stems: Sequence[str]) -> dict[str, list[str]]:
        """By stem, the index terms that have it; a stem of none is left out."""

    def beginning(self, prefix: str, limit: int) -> list[str]:
        """The index terms that begin so, at most `limit`, the shortest first."""


class Snapshot(Documents, Words, Protocol):
    """One consistent state of all tables and of the full text."""


class Transaction(Snapshot, Protocol):
    """A snapshot that can be changed; nothing is seen by others before it ends well, and all of it then."""

    def put(self, table: str, number: int, document: Mapping[str, Json] | None) -> None:
        """Keep the document under the number, or remove what is there (`None`).

        Raises:
            TypeError: the document is not JSON.
        """

    def amend(self, table: str, number: int, fields: Mapping[str, Json]) -> None:
        """Give fields of a document new values, in what an undo would bring back too: earlier steps can still be undone."""

    def next_id(self, table: str) -> int:
        """A number that the table never used."""

    def make(self, table: str) -> None:
        """Make the table exist, empty, if it does not."""

    def drop(self, table: str) -> None:
        """Forget the table with its documents and the numbers it used."""


class Journal(Protocol):
    """What was done: every transaction is numbered and says what it touched, those with a label can be taken back."""

    def latest(self) -> int:
        """The number of the last transaction of any program; 0 before the first."""

    def commits(self, after: int) -> list[Commit]:
        """The transactions after the one numbered so, of all programs, oldest first."""

    def undo(self) -> Message | None:
        """Take back the last labelled transaction that was not taken back yet; gives its label.

        Raises:
            WrongUseError: what it changed was changed again since.
        """


class Engine(Journal, Protocol):
    """Gives snapshots to any number of readers and transactions to one writer at a time.

    `origin` tells this program's transactions from those of others; `on_commit` is called after each of them.
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
        """Have the full text know the words of what was kept last, where that takes a moment; whether some wait.

        What was kept is found at once by its words as they stand, by their other forms and compounds when it is known.
        """

    def close(self) -> None:
        """Let go of the files."""
