"""The SQLite engine: many readers, one writer, numbered transactions."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import local
from uuid import uuid4

from briefing.message import InputError, Message, UnavailableError
from store.engine import Commit, Layout, Touched
from store.new_file import unwritable
from store.sqlite import backups, bodies, full_text_index, schema, vocabulary
from store.sqlite.checks import faults
from store.sqlite.connection import ReaderPool, connect, touch, write_ahead
from store.sqlite.errors import INDEX_DAMAGED, explained, explanation, not_writable
from store.sqlite.lock import FolderLock
from store.sqlite.migrations import migrate
from store.sqlite.snapshot import SqliteSnapshot
from store.sqlite.transaction import SqliteTransaction

_CATCH_UP_SECONDS = 0.05
"""The longest that a search waits for the vocabulary."""


class SqliteEngine:
    """Documents in one SQLite file. `origin` marks this program's transactions."""

    def __init__(self, path: Path, layouts: Mapping[str, Layout], *, read_only: bool = False) -> None:
        from store.sqlite.writer import Writer

        self.path, self.layouts, self.read_only = path, layouts, read_only
        self.origin = uuid4().hex[:12]
        self.on_commit: Callable[[], None] = _do_nothing
        self._lock = FolderLock(path.parent)
        self._readers = ReaderPool(path)
        self._writer = Writer(self._open_writer, self._idle_task)
        self._transaction: SqliteTransaction | None = None
        self._current = local()
        self._columns = bodies.COLUMNS
        self._vocabulary = vocabulary.VocabularyUpdater(layouts)
        try:
            with explained(path):
                self._prepare()
        except BaseException:
            self._readers.close()
            self._lock.release()
            raise

    def _prepare(self) -> None:
        self._find_file()
        with self._readers.snapshot() as connection:
            application, version = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in schema.HEAD)
            empty = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if empty and not self.read_only:
            self._create()
        elif application != schema.APPLICATION:
            raise InputError("library.foreign", folder=str(self.path.parent))
        elif version > schema.VERSION:
            raise InputError("library.newer", folder=str(self.path.parent))
        elif version == schema.VERSION_BEFORE_CHECKSUMS and self.read_only:
            self._columns = bodies.COLUMNS_BEFORE_CHECKSUMS
        elif version < schema.VERSION:
            self._migrate()
        if not self.read_only:
            self._resume_indexing()

    def _find_file(self) -> None:
        """Lock the folder, and create the file where there never was one."""
        folder = str(self.path.parent)
        try:
            if not self.read_only:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.share()
            if backups.is_lost(self.path):
                raise InputError("library.lost", folder=folder, backups=str(self.path.parent / backups.BACKUPS))
            if not self.read_only:
                touch(self.path)
        except OSError as error:
            raise unwritable(error, self.path.parent) from error
        if not self.path.exists():
            raise InputError("library.none", folder=folder)

    def _migrate(self) -> None:
        if self.read_only:
            raise UnavailableError("library.older", folder=str(self.path.parent))
        self._readers.close()
        migrate(self.path, self.layouts, backups.automatic_backup)
        self._readers = ReaderPool(self.path)

    def _resume_indexing(self) -> None:
        """Build a missing or unfinished full-text index in the background."""
        for table, layout in self.layouts.items():
            if layout.terms is None:
                continue
            with self._readers.snapshot() as connection:
                found = "SELECT 1 FROM sqlite_master WHERE name = ?"
                there = connection.execute(found, (schema.words_of(table).strip('"'),)).fetchone()
            if not there:
                self.rebuild(table)
            elif self.progress(table) is not None or self._backlog():
                self._writer.start(idle_tasks=True)

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

    def _idle_task(self, connection: sqlite3.Connection) -> bool:
        """One step of background work; true if there may be more."""
        return (
            self._vocabulary.update(connection)
            or full_text_index.build_step(connection, self.layouts)
            or full_text_index.merge_step(connection, self.layouts)
        )

    def raise_idle_error(self) -> None:
        """Raise the error that the background work ended with, if it did."""
        if self._writer.idle_error is not None:
            raise explanation(self._writer.idle_error, self.path)

    def rebuild(self, table: str) -> None:
        """Start to rebuild a table's full-text index in the background."""
        with explained(self.path), self._writer.lease() as connection:
            full_text_index.restart(connection, table)

    def progress(self, table: str) -> full_text_index.IndexProgress | None:
        """The progress of building a table's full-text index; `None` when it is complete."""
        with explained(self.path), self._readers.snapshot() as connection:
            return full_text_index.progress(connection, table)

    def catch_up(self) -> bool:
        """Update the vocabulary with recent documents, if that is quick; true if some still wait.

        More than a few documents are left to idle time.
        """
        if self.read_only:
            return False
        if 0 < self._backlog() <= vocabulary.BATCH:
            self._writer.run_idle_task(_CATCH_UP_SECONDS)
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
        with self._rebuilding_damaged_index(), self._readers.snapshot() as connection:
            self._current.snapshot = SqliteSnapshot(connection, self.layouts, self._columns)
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
            raise not_writable(self.path)
        with self._rebuilding_damaged_index():
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
    def _rebuilding_damaged_index(self) -> Iterator[None]:
        """Translate errors in the block; a damaged full-text index is rebuilt."""
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
        """Undo the last labelled transaction that was not undone yet; gives its label."""
        with self.writing() as transaction:
            return transaction.undo()

    def latest(self) -> int:
        """The number of the last transaction of any program; 0 before the first."""
        with explained(self.path), self._readers.snapshot() as connection:
            row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'commits'").fetchone()
        return int(row[0]) if row else 0

    def commits(self, after: int) -> list[Commit]:
        """The transactions of all programs after this number, oldest first."""
        with explained(self.path), self._readers.snapshot() as connection:
            rows = connection.execute(
                "SELECT number, origin, touched FROM commits WHERE number > ? ORDER BY number", (after,)
            ).fetchall()
        return [Commit(number, origin, self._touched(touched)) for number, origin, touched in rows]

    def _touched(self, touched: str) -> tuple[Touched, ...]:
        """What a transaction changed; where its record is damaged, anything may be."""
        try:
            return tuple(Touched(table, tuple(ids)) for table, ids in json.loads(touched).items())
        except (ValueError, TypeError, AttributeError):
            return tuple(Touched(table, ()) for table in self.layouts)

    def faults(self) -> list[Message]:
        """The faults of the file."""
        with explained(self.path), closing(connect(self.path, read_only=self.read_only)) as connection:
            return list(faults(connection, self.layouts, self._columns))

    def compact(self) -> bool:
        """Merge the full-text index into one segment, free unused space, and empty the log.

        False if the log could not be emptied, since other programs were reading from it or writing.
        """
        with explained(self.path), closing(connect(self.path)) as connection:
            for table, layout in self.layouts.items():
                if layout.terms is not None:
                    words = schema.words_of(table)
                    connection.execute(f"INSERT INTO {words} ({words}) VALUES ('optimize')")
            connection.execute("VACUUM")
            return not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    def restore(self, source: Path) -> Path:
        """Replace the content by that of a backup; gives the path of a backup of the present content."""
        before = backups.restore(self.path, source, self.layouts)
        self.on_commit()
        with explained(self.path):
            self._resume_indexing()
        return before

    def size(self) -> int:
        """The size of the file and its write-ahead log, in bytes."""
        names = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return sum(name.stat().st_size for name in names if name.exists())

    def sizes(self, table: str) -> tuple[int, int]:
        """The size of a table's documents, and of its full-text index with the vocabulary, in bytes."""
        with explained(self.path), self._readers.snapshot() as connection:
            data = schema.quoted(f"fts_{table}_data")
            index = connection.execute(
                f"SELECT (SELECT sum(length(block)) FROM {data}) + (SELECT 2 * sum(length(stem) + length(form)) FROM forms)"
                " + (SELECT total(length(reversed)) FROM compounds)"
            ).fetchone()[0]
            body = f"SELECT sum(length(CAST(body AS BLOB))) FROM {schema.documents_of(table)}"
            return int(connection.execute(body).fetchone()[0] or 0), int(index or 0)

    def version(self) -> int:
        """The schema version of the file."""
        return backups.version_of(self.path)

    def close(self) -> None:
        """Close the files, the writer last: it removes the write-ahead log, which a reader may not."""
        self._readers.close()
        self._writer.close()
        self._lock.release()


def _do_nothing() -> None:
    """The default `on_commit`."""
