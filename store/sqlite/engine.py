"""The engine on SQLite: readers beside one writer, each transaction numbered."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import local
from uuid import uuid4

from briefing.message import InputError, Message, UnavailableError
from store.engine import Commit, Layout, Touched
from store.sqlite import copying, indexing, schema, vocabulary
from store.sqlite.connection import Readers, connect, touch, write_ahead
from store.sqlite.examination import examine
from store.sqlite.failure import INDEX_DAMAGED, explained
from store.sqlite.migrations import migrate
from store.sqlite.snapshot import SqliteSnapshot
from store.sqlite.transaction import SqliteTransaction

_MOMENT = 0.05


class SqliteEngine:
    """Documents in one SQLite file. `origin` tells this program's transactions from those of others."""

    def __init__(self, path: Path, layouts: Mapping[str, Layout], *, read_only: bool = False) -> None:
        from store.sqlite.writer import Writer

        self.path, self.layouts, self.read_only = path, layouts, read_only
        self.origin = uuid4().hex[:12]
        self.on_commit: Callable[[], None] = _do_nothing
        self._readers = Readers(path)
        self._writer = Writer(self._open_writer, self._chore)
        self._transaction: SqliteTransaction | None = None
        self._current = local()
        self._learner = vocabulary.Learner(layouts)
        try:
            with explained(path):
                self._prepare()
        except BaseException:
            self._readers.close()
            raise

    def _prepare(self) -> None:
        if not self.read_only:
            try:
                touch(self.path)
            except OSError as error:
                raise UnavailableError("library.no-access", folder=str(self.path.parent)) from error
        elif not self.path.exists():
            raise InputError("library.none", folder=str(self.path.parent))
        with self._readers.snapshot() as connection:
            application, version = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in schema.HEAD)
            empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if empty and not self.read_only:
            self._create()
        elif application != schema.APPLICATION:
            raise InputError("library.foreign", folder=str(self.path.parent))
        elif version > schema.VERSION:
            raise InputError("library.newer", folder=str(self.path.parent))
        elif version < schema.VERSION:
            self._migrate()
        if not self.read_only:
            self._look_after_words()

    def _migrate(self) -> None:
        if self.read_only:
            raise UnavailableError("library.older", folder=str(self.path.parent))
        self._readers.close()
        migrate(self.path, self.layouts)
        self._readers = Readers(self.path)

    def _look_after_words(self) -> None:
        """Have a full text that is missing, or was not finished, built in the background."""
        for table, layout in self.layouts.items():
            if layout.terms is None:
                continue
            with self._readers.snapshot() as connection:
                found = "SELECT 1 FROM sqlite_master WHERE name = ?"
                there = connection.execute(found, (schema.words_of(table).strip('"'),)).fetchone()
            if not there:
                self.rebuild(table)
            elif self.progress(table) is not None or self._backlog():
                self._writer.start(chores=True)

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
        connection = connect(self.path)
        connection.execute("PRAGMA busy_timeout=0")
        return connection

    def _chore(self, connection: sqlite3.Connection) -> bool:
        """The work that waits for a quiet moment; whether there is more of it."""
        return (
            self._learner.learn(connection)
            or indexing.build_on(connection, self.layouts)
            or indexing.tidy(connection, self.layouts)
        )

    def rebuild(self, table: str) -> None:
        """Have the full text of a table built anew in the background."""
        with explained(self.path), self._writer.lease() as connection:
            indexing.start_anew(connection, table)

    def progress(self, table: str) -> indexing.Progress | None:
        """How far the building of the full text of a table is; `None` when it is whole."""
        with explained(self.path), self._readers.snapshot() as connection:
            return indexing.progress(connection, table)

    def catch_up(self) -> bool:
        """Have the words of what was kept last learnt, where that takes a moment and nobody else writes; whether some wait.

        More than a few documents are left to the quiet moments that follow.
        """
        if self.read_only:
            return False
        if 0 < self._backlog() <= vocabulary.BATCH:
            self._writer.hurry(_MOMENT)
        return self._backlog() > 0

    def _backlog(self) -> int:
        with explained(self.path), self._readers.snapshot() as connection:
            return vocabulary.backlog(connection)

    @contextmanager
    def reading(self) -> Iterator[SqliteSnapshot]:
        """A snapshot for the length of a `with` block; inside the thread's own transaction, what it has written so far."""
        if self._transaction is not None and self._writer.held:
            yield self._transaction
            return
        if (outer := getattr(self._current, "snapshot", None)) is not None:
            yield outer
            return
        with self._healing(), self._readers.snapshot() as connection:
            self._current.snapshot = SqliteSnapshot(connection, self.layouts)
            try:
                yield self._current.snapshot
            finally:
                self._current.snapshot = None

    @contextmanager
    def writing(self, label: Message | None = None) -> Iterator[SqliteTransaction]:
        """A transaction for the length of a `with` block, durable at its end, undone by an exception."""
        if self._transaction is not None and self._writer.held:
            yield self._transaction
            return
        if self.read_only:
            raise UnavailableError("library.read-only", folder=str(self.path.parent))
        with self._healing():
            with self._writer.lease() as connection:
                transaction = SqliteTransaction(connection, self.layouts)
                self._transaction = transaction
                try:
                    yield transaction
                    transaction.finish(self.origin, label)
                finally:
                    self._transaction = None
            self.on_commit()

    @contextmanager
    def _healing(self) -> Iterator[None]:
        """Explain an error inside the block; a full text that turns out to be damaged is built anew."""
        try:
            with explained(self.path):
                yield
        except UnavailableError as error:
            if error.message.code == INDEX_DAMAGED and not self.read_only:
                for table, layout in self.layouts.items():
                    if layout.terms is not None:
                        self.rebuild(table)
            raise

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

    def examine(self) -> list[Message]:
        """What is wrong with the file; nothing if it is whole."""
        with explained(self.path), closing(connect(self.path)) as connection:
            return list(examine(connection, self.layouts))

    def compact(self) -> None:
        """Merge the full text into one piece and give unused room back to the disk."""
        with explained(self.path), closing(connect(self.path)) as connection:
            for table, layout in self.layouts.items():
                if layout.terms is not None:
                    words = schema.words_of(table)
                    connection.execute(f"INSERT INTO {words} ({words}) VALUES ('optimize')")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def restore(self, source: Path) -> Path:
        """Make the file what a backup of it is; gives where a backup of what it was is."""
        before = copying.restore(self.path, source)
        with explained(self.path):
            self._prepare()
        return before

    def size(self) -> int:
        """The bytes of the file and of what was written beside it."""
        names = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return sum(name.stat().st_size for name in names if name.exists())

    def sizes(self, table: str) -> tuple[int, int]:
        """The bytes of a table's documents, and of its full text with the forms of its words, which stand in an index too."""
        with explained(self.path), self._readers.snapshot() as connection:
            data = schema.quoted(f"fts_{table}_data")
            index = connection.execute(
                f"SELECT (SELECT sum(length(block)) FROM {data}) + (SELECT 2 * sum(length(stem) + length(form)) FROM forms)"
                " + (SELECT total(length(reversed)) FROM compounds)"
            ).fetchone()[0]
            body = f"SELECT sum(length(CAST(body AS BLOB))) FROM {schema.documents_of(table)}"
            return int(connection.execute(body).fetchone()[0] or 0), int(index or 0)

    def version(self) -> int:
        """The version of the file's form."""
        return copying.version_of(self.path)

    def close(self) -> None:
        """Let go of the files. The writer goes last: it takes the write-ahead log with it, which a reader may not."""
        self._readers.close()
        self._writer.close()


def _do_nothing() -> None:
    """The default `on_commit`."""
