"""Results that can be computed again, in a file of their own, which may be deleted at any time and is not backed up."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from store.sqlite.connection import touch

_SCHEMA = """
CREATE TABLE IF NOT EXISTS results
    (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sketches (article INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, sketch BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS sketch_keys
    (key TEXT NOT NULL, article INTEGER NOT NULL, weight REAL NOT NULL, PRIMARY KEY (key, article)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unsketched (article INTEGER PRIMARY KEY);
"""
Value = str | bytes | int | float
Statement = tuple[str, Sequence[Value]]
"""An SQL statement with its values."""


class Cache:
    """Bytes by kind and key. A cache that cannot be read or written behaves as an empty one; that is never an error."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path, self._read_only = path, read_only
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, kind: str, key: str) -> bytes | None:
        """The stored bytes, or `None`."""
        found = self.rows("SELECT value FROM results WHERE kind = ? AND key = ?", (kind, key))
        return bytes(found[0][0]) if found else None

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Store the bytes."""
        self.write([("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (kind, key, value))])

    def clear(self) -> None:
        """Remove everything."""
        self.write([(f"DELETE FROM {table}", ()) for table in ("results", "sketches", "sketch_keys", "unsketched")])
        self.rows("VACUUM")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def rows(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """The rows that a statement selects."""
        with self._lock, self._ignoring_errors():
            return self._open().execute(statement, values).fetchall()
        return []

    def write(self, statements: Iterable[Statement]) -> None:
        """Run the statements as one transaction."""
        with self._lock, self._ignoring_errors():
            connection = self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                for statement, values in statements:
                    connection.execute(statement, values)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _ignoring_errors(self) -> Iterator[None]:
        """Delete a damaged file; leave the file alone after any other error."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            self._close()
            if not isinstance(error, sqlite3.OperationalError) and not self._read_only:
                self._path.unlink(missing_ok=True)
        except OSError:
            pass

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            if self._read_only:
                uri = f"{self._path.absolute().as_uri()}?mode=ro"
                self._connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            else:
                touch(self._path)
                self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
                self._connection.execute("PRAGMA journal_mode=WAL")
                self._connection.execute("PRAGMA synchronous=OFF")
                self._connection.executescript(_SCHEMA)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._close()
