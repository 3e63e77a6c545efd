"""The writer: a thread that owns the writing connection, begins and commits transactions, and lends it to one caller at a time.

Since the thread commits, an interrupt of the caller never breaks into a commit.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Lock, Thread, get_ident

from store.sqlite import connection as connections

IdleTask = Callable[[sqlite3.Connection], bool]
IDLE_SECONDS = 0.1
"""Idle time before background work, in seconds."""
_TASK_PAUSE_SECONDS = 0.01
"""Pause between two steps of background work, in seconds."""
_RETRY_SECONDS = (0.001, 0.01)


def begin(connection: sqlite3.Connection) -> None:
    """Begin a writing transaction; while another program writes, retry at short random intervals.

    SQLite's own intervals grow to a tenth of a second, so that the longest waiting program retries least often: of eight
    programs writing without a pause, one starved for ten seconds.

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
            time.sleep(random.uniform(*_RETRY_SECONDS))
        else:
            return


def is_busy(error: sqlite3.Error) -> bool:
    """Whether the error says that another program is writing."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


class _Signal:
    """A one-time event for one waiting thread: a bare lock, five times as fast as `threading.Event`."""

    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = Lock()
        self._lock.acquire()

    def set(self) -> None:
        """Set the event."""
        if self._lock.locked():
            self._lock.release()

    def wait(self, seconds: float = -1) -> None:
        """Wait for the event, at most this number of seconds if it is not negative."""
        self._lock.acquire(timeout=seconds)


class _Lease:
    """A loan of the connection to one caller for one transaction."""

    def __init__(self) -> None:
        self.granted, self.returned, self.finished = _Signal(), _Signal(), _Signal()
        self.keep = False
        self.error: BaseException | None = None


_Request = _Lease | _Signal | None
"""A request to the thread: lend the connection; run the idle task and signal; or end."""


class Writer:
    """Lends the writing connection for one transaction at a time, in the order of requests.

    `idle_task` runs on the thread when there are no requests, and again as long as it returns true; it must be short,
    since requests wait for it.
    """

    def __init__(self, open_connection: Callable[[], sqlite3.Connection], idle_task: IdleTask) -> None:
        self._open, self._idle_task = open_connection, idle_task
        self._queue: SimpleQueue[_Request] = SimpleQueue()
        self._more, self._pause = False, IDLE_SECONDS
        self._lock = Lock()
        self._thread: Thread | None = None
        self._connection: sqlite3.Connection | None = None
        self._holder: int | None = None
        self.idle_error: sqlite3.Error | None = None
        """Why the last idle task failed; `None` if it did not, or another program was writing."""
        self._closed = False

    @property
    def held(self) -> bool:
        """Whether the calling thread holds the connection now."""
        return self._holder == get_ident()

    @contextmanager
    def lease(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction, committed at the end of the block, rolled back by an exception.

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
            lease.returned.set()
            self._wait_for(lease.finished, lease)
        if lease.error is not None:
            raise lease.error

    @staticmethod
    def _wait_for(signal: _Signal, lease: _Lease) -> None:
        try:
            signal.wait()
        except BaseException:
            lease.returned.set()
            raise

    def start(self, *, idle_tasks: bool = False) -> None:
        """Start the thread if it is not running; `idle_tasks` lets it run the idle task before the first write."""
        with self._lock:
            if self._closed:
                raise sqlite3.ProgrammingError("the library is closed")
            self._more = self._more or idle_tasks
            if self._thread is None:
                self._thread = Thread(target=self._run, name="library-writer", daemon=True)
                self._thread.start()

    def run_idle_task(self, seconds: float) -> None:
        """Run the idle task now, and wait for it at most this number of seconds."""
        self.start()
        done = _Signal()
        self._queue.put(done)
        done.wait(seconds)

    def _run(self) -> None:
        try:
            while True:
                try:
                    request = self._queue.get(timeout=self._pause if self._more else None)
                except Empty:
                    self._run_idle_task()
                    continue
                if request is None:
                    return
                if isinstance(request, _Signal):
                    self._run_idle_task()
                    request.set()
                else:
                    self._serve(request)
        finally:
            if self._connection is not None:
                self._connection.close()

    def _serve(self, lease: _Lease) -> None:
        try:
            begin(self._opened())
        except BaseException as error:  # the caller sees it, whatever it is
            lease.error = error
            lease.granted.set()
            return
        lease.granted.set()
        lease.returned.wait()
        try:
            self._opened().execute("COMMIT" if lease.keep else "ROLLBACK")
        except sqlite3.Error as error:
            lease.error = error if lease.keep else None
            with suppress(sqlite3.Error):
                self._opened().execute("ROLLBACK")
        self._more, self._pause = self._more or lease.keep, IDLE_SECONDS
        lease.finished.set()

    def _run_idle_task(self) -> None:
        try:
            self._more, self._pause = self._idle_task(self._opened()), _TASK_PAUSE_SECONDS
            self.idle_error = None
        except sqlite3.Error as error:
            self._more, self._pause = is_busy(error), IDLE_SECONDS
            self.idle_error = None if is_busy(error) else error
            with suppress(sqlite3.Error):
                self._opened().execute("ROLLBACK")

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def close(self) -> None:
        """Finish pending requests, then close the connection."""
        with self._lock:
            self._closed = True
            thread, self._thread = self._thread, None
        if thread is not None:
            self._queue.put(None)
            thread.join()
