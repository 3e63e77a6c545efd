"""The engine on SQLite: readers beside one writer, each transaction numbered."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from briefing.message import InputError, Message, UnavailableError
from store.engine import Commit, Layout, Touched
from store.sqlite import schema
from store.sqlite.connection import Readers, connect, touch, write_ahead
from store.sqlite.failure import explained
from store.sqlite.snapshot import SqliteSnapshot
from store.sqlite.transaction import SqliteTransaction

_KNOWN_FORMS = 60_000


class SqliteEngine:
    """Documents in one SQLite file. `origin` tells this program's transactions from those of others."""

    def __init__(self, path: Path, layouts: Mapping[str, Layout], *, read_only: bool = False) -> None:
        from store.sqlite.writer import Writer

        self.path, self.layouts, self.read_only = path, layouts, read_only
        self.origin = uuid4().hex[:12]
        self.heed: Callable[[], None] = _nothing
        self._readers = Readers(path)
        self._writer = Writer(self._open_writer, self._chore)
        self._transaction: SqliteTransaction | None = None
        self._known: dict[str, set[str]] = {}
        with explained(path):
            self._prepare()

    def _prepare(self) -> None:
        if not self.read_only:
            try:
                touch(self.path)
            except OSError as error:
                raise UnavailableError("library.no-access", folder=str(self.path.parent)) from error
        elif not self.path.exists():
            raise InputError("library.none", folder=str(self.path.parent))
        with self._readers.snapshot() as connection:
            application, version = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _HEAD)
            empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if version > schema.VERSION and application == schema.APPLICATION:
            raise InputError("library.newer", folder=str(self.path.parent))
        if empty and not self.read_only:
            self._create()
        elif application != schema.APPLICATION:
            raise InputError("library.foreign", folder=str(self.path.parent))

    def _create(self) -> None:
        connection = connect(self.path)
        try:
            write_ahead(connection)
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                schema.create(connection, self.layouts)
            connection.execute("COMMIT")
        finally:
            connection.close()

    def _open_writer(self) -> sqlite3.Connection:
        return connect(self.path)

    def _chore(self, connection: sqlite3.Connection) -> None:
        """Nothing to do yet between transactions."""

    @contextmanager
    def reading(self) -> Iterator[SqliteSnapshot]:
        """A snapshot for the length of a `with` block; inside the thread's own transaction, what it has written so far."""
        if self._transaction is not None and self._writer.held:
            yield self._transaction
            return
        with explained(self.path), self._readers.snapshot() as connection:
            yield SqliteSnapshot(connection, self.layouts)

    @contextmanager
    def writing(self, label: Message | None = None) -> Iterator[SqliteTransaction]:
        """A transaction for the length of a `with` block, durable at its end, undone by an exception."""
        if self._transaction is not None and self._writer.held:
            yield self._transaction
            return
        if self.read_only:
            raise UnavailableError("library.read-only", folder=str(self.path.parent))
        with explained(self.path):
            with self._writer.lease() as connection:
                transaction = SqliteTransaction(connection, self.layouts, self._known)
                self._transaction = transaction
                try:
                    yield transaction
                    transaction.finish(self.origin, label)
                finally:
                    self._transaction = None
            self._remember(transaction)
            self.heed()

    def _remember(self, transaction: SqliteTransaction) -> None:
        """Know which forms the file has, so that the next transaction need not write them again."""
        for language, forms in transaction.learnt.items():
            known = self._known.setdefault(language, set())
            if len(known) > _KNOWN_FORMS:
                known.clear()
            known |= forms

    def undo(self) -> Message | None:
        """Take back the last labelled transaction that was not taken back yet; gives its label."""
        with self.writing() as transaction:
            return transaction.undo()

    def latest(self) -> int:
        """The number of the last transaction of any program; 0 before the first."""
        with explained(self.path), self._readers.snapshot() as connection:
            row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'commits'").fetchone()
        return int(row[0]) if row else 0

    def commits(self, after: int) -> list[Commit]:
        """The transactions after the one numbered so, of all programs, oldest first."""
        with explained(self.path), self._readers.snapshot() as connection:
            rows = connection.execute(
                "SELECT number, origin, touched FROM commits WHERE number > ? ORDER BY number", (after,)
            ).fetchall()
        return [
            Commit(number, origin, tuple(Touched(table, tuple(ids)) for table, ids in json.loads(touched).items()))
            for number, origin, touched in rows
        ]

    def close(self) -> None:
        """Let go of the files."""
        self._writer.close()
        self._readers.close()


_HEAD = ("application_id", "user_version")


def _nothing() -> None:
    """Nobody wants to know."""
