"""The one writer: a thread that owns the connection that writes, begins and commits, and lends it to one caller at a time.

Since the thread commits, an interrupt of the caller never falls into a commit.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread, get_ident

from store.sqlite import connection as connections

Chore = Callable[[sqlite3.Connection], bool]
IDLE_SECONDS = 0.1
"""So long nobody asks for the connection before a chore is begun."""
_BREATH_SECONDS = 0.01
"""So long between two chores."""
_INTERVAL = (0.001, 0.01)


def begin(connection: sqlite3.Connection) -> None:
    """Begin a transaction that writes; while another program writes, ask again at short, uneven intervals.

    SQLite's own waiting grows to a tenth of a second, so that who waits longest asks least: with eight programs that
    write without a pause, one starved for ten seconds.

    Raises:
        sqlite3.OperationalError: another program held the file for `BUSY_SECONDS`.
    """
    until = time.monotonic() + connections.BUSY_SECONDS
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(random.uniform(*_INTERVAL))
        else:
            return


def is_busy(error: sqlite3.Error) -> bool:
    """Whether the error is that another program writes."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


class _Signal:
    """Something that happens once, which one thread waits for: a bare lock, in a fifth of the time of an `Event`."""

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = Lock()
        self._lock.acquire()

    def give(self) -> None:
        """Say that it happened."""
        if self._lock.locked():
            self._lock.release()

    def wait(self, seconds: float = -1) -> None:
        """Wait until it happened, or no longer than so many seconds."""
        self._lock.acquire(timeout=seconds)


class _Lease:
    """The loan of the connection to one caller for one transaction."""

    def __init__(self) -> None:
        self.granted, self.returned, self.finished = _Signal(), _Signal(), _Signal()
        self.keep = False
        self.error: BaseException | None = None


_Errand = _Lease | _Signal | None
"""What the thread is asked: to lend the connection, to do a chore now and say when it is done, to end."""


class Writer:
    """Lends the writing connection, one transaction at a time, in the order of asking.

    `chore` is run on the thread when nobody has asked for a moment, and again as long as it says that there is more to
    do; it has to be short, since who asks meanwhile waits for it.
    """

    def __init__(self, open_connection: Callable[[], sqlite3.Connection], chore: Chore) -> None:
        self._open, self._chore = open_connection, chore
        self._queue: SimpleQueue[_Errand] = SimpleQueue()
        self._more, self._pause = False, IDLE_SECONDS
        self._lock = Lock()
        self._thread: Thread | None = None
        self._connection: sqlite3.Connection | None = None
        self._holder: int | None = None
        self._closed = False

    @property
    def held(self) -> bool:
        """Whether the calling thread holds the connection now."""
        return self._holder == get_ident()

    @contextmanager
    def lease(self) -> Iterator[sqlite3.Connection]:
        """The connection inside a transaction, committed at the end of the block, rolled back by an exception.

        Raises:
            sqlite3.Error: the file cannot be opened, is locked by another program for too long, or cannot be written.
        """
        self.start()
        lease = _Lease()
        self._queue.put(lease)
        self._wait_for(lease.granted, lease)
        if lease.error is not None or self._connection is None:
            raise lease.error or sqlite3.ProgrammingError("the library is closed")
        self._holder = get_ident()
        try:
            yield self._connection
            lease.keep = True
        finally:
            self._holder = None
            lease.returned.give()
            self._wait_for(lease.finished, lease)
        if lease.error is not None:
            raise lease.error

    @staticmethod
    def _wait_for(signal: _Signal, lease: _Lease) -> None:
        try:
            signal.wait()
        except BaseException:
            lease.returned.give()
            raise

    def start(self, *, chores: bool = False) -> None:
        """Have the thread run; with `chores` it looks for chores before anything was written."""
        with self._lock:
            if self._closed:
                raise sqlite3.ProgrammingError("the library is closed")
            self._more = self._more or chores
            if self._thread is None:
                self._thread = Thread(target=self._run, name="library-writer", daemon=True)
                self._thread.start()

    def hurry(self, seconds: float) -> None:
        """Do one chore now; no longer waited for than so many seconds."""
        self.start()
        done = _Signal()
        self._queue.put(done)
        done.wait(seconds)

    def _run(self) -> None:
        try:
            while True:
                try:
                    errand = self._queue.get(timeout=self._pause if self._more else None)
                except Empty:
                    self._do_chore()
                    continue
                if errand is None:
                    return
                if isinstance(errand, _Signal):
                    self._do_chore()
                    errand.give()
                else:
                    self._serve(errand)
        finally:
            if self._connection is not None:
                self._connection.close()

    def _serve(self, lease: _Lease) -> None:
        try:
            begin(self._opened())
        except BaseException as error:  # it is the caller's to see, whatever it is
            lease.error = error
            lease.granted.give()
            return
        lease.granted.give()
        lease.returned.wait()
        try:
            self._opened().execute("COMMIT" if lease.keep else "ROLLBACK")
        except sqlite3.Error as error:
            lease.error = error if lease.keep else None
            with suppress(sqlite3.Error):
                self._opened().execute("ROLLBACK")
        self._more, self._pause = self._more or lease.keep, IDLE_SECONDS
        lease.finished.give()

    def _do_chore(self) -> None:
        try:
            self._more, self._pause = self._chore(self._opened()), _BREATH_SECONDS
        except sqlite3.Error as error:
            self._more, self._pause = is_busy(error), IDLE_SECONDS
            with suppress(sqlite3.Error):
                self._opened().execute("ROLLBACK")

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def close(self) -> None:
        """Finish what was asked, then close the connection."""
        with self._lock:
            self._closed = True
            thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(None)
            thread.join()
