"""Connections to a library file with their settings, and the pool of reading connections."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, LifoQueue
from shutil import disk_usage

BUSY_SECONDS = 20.0
CHECKPOINT_PAGES = 4000
LARGEST_LOG_BYTES = 32_000_000
WRITER_KIBIBYTES = 8192
_LEAST_FREE = 65_536
"""Bytes that SQLite needs to open a file whose log is empty: the index of the log, and some."""
_LEAST_INDEX = 32_768
"""Bytes of the index of a log that is in use."""
READER_KIBIBYTES = 2048
"""Page cache of a reading connection. Each thread may have one."""


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection in autocommit mode, for one thread at a time.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    mode = "rw"
    if read_only:
        mode = "ro&immutable=1" if _is_still(path) else "ro"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        connection.execute(f"PRAGMA cache_size=-{READER_KIBIBYTES if read_only else WRITER_KIBIBYTES}")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA cell_size_check=ON")
        if read_only:
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
            connection.execute(f"PRAGMA journal_size_limit={LARGEST_LOG_BYTES}")
    except BaseException:
        connection.close()
        raise
    return connection


def may_only_read(path: Path) -> bool:
    """Whether this user may read the file, but not write it or its folder."""
    return os.access(path, os.R_OK) and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def is_full(folder: Path) -> bool:
    """Whether the disk of the folder has no room left."""
    with suppress(OSError):
        return disk_usage(folder).free < _LEAST_FREE
    return False


def lacks_room(path: Path) -> bool:
    """Whether the file can be read but not opened as usual: the disk has no room for the index of its log, and nobody uses it."""
    log, index = (path.with_name(f"{path.name}{ending}") for ending in ("-wal", "-shm"))
    used = (log.exists() and log.stat().st_size) or (index.exists() and index.stat().st_size >= _LEAST_INDEX)
    return is_full(path.parent) and path.exists() and not used


def _is_still(path: Path) -> bool:
    """Whether nobody has the file open, and its log cannot be created here: SQLite must not look for the log then."""
    if not os.access(path.parent, os.W_OK):
        return not path.with_name(f"{path.name}-wal").exists()
    return lacks_room(path)


def write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to WAL mode; wait for another program that does the same."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
        else:
            if mode == "wal" or time.monotonic() > until:
                return
        time.sleep(0.01)


def touch(path: Path) -> None:
    """Create the file and its folder if missing, readable by the owner only.

    Raises:
        OSError: the folder or the file cannot be created.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # An existing file is not opened here: closing it would drop the locks that SQLite holds on it in this process.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


class ReaderPool:
    """Reading connections, one for each thread that reads at the same time; idle ones are reused."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._closed = False

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection in a read transaction: everything read in the block is of one state."""
        try:
            connection = self._idle.get_nowait()
        except Empty:
            connection = connect(self._path, read_only=True)
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if self._closed:
                connection.close()
            else:
                self._idle.put(connection)

    def close(self) -> None:
        """Close the idle connections; those in use are closed when they are returned."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return
