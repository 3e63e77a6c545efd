"""Results that can be computed again, in a file of their own: it may be deleted at any time, and is not in a backup."""

import sqlite3
from pathlib import Path
from threading import Lock

from store.sqlite.connection import touch

_SCHEMA = """
CREATE TABLE IF NOT EXISTS results
    (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID
"""


class Caches:
    """Bytes under a kind and a key. A cache that cannot be read or written holds nothing: it is never an error."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path, self._read_only = path, read_only
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None

    def get(self, kind: str, key: str) -> bytes | None:
        """The bytes kept, or `None`."""
        found = self._execute("SELECT value FROM results WHERE kind = ? AND key = ?", kind, key)
        return bytes(found[0][0]) if found else None

    def all(self, kind: str) -> dict[str, bytes]:
        """All the bytes kept under a kind, by their key."""
        return {
            str(key): bytes(value)
            for key, value in self._execute("SELECT key, value FROM results WHERE kind = ?", kind)
        }

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep the bytes."""
        self._execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", kind, key, value)

    def clear(self) -> None:
        """Forget everything."""
        self._execute("DELETE FROM results")
        self._execute("VACUUM")

    def _execute(self, statement: str, *values: str | bytes) -> list[tuple[bytes, ...]]:
        with self._lock:
            try:
                return self._open().execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                self._close()
                if not isinstance(error, sqlite3.OperationalError) and not self._read_only:
                    self._path.unlink(missing_ok=True)
            except OSError:
                pass
        return []

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
                self._connection.execute(_SCHEMA)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()
