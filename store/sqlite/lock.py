"""The lock by which programs that have a library open keep its file from being replaced."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.message import UnavailableError

_FILE = "library.lock"
_WAIT_SECONDS = 5.0
_RETRY_SECONDS = 0.01


class FolderLock:
    """A lock on a library's folder: shared while the library is open, exclusive while its file is replaced."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number: int | None = None

    def share(self) -> None:
        """Hold the lock together with others. Does nothing where the lock file cannot be opened.

        Raises:
            UnavailableError: another program is replacing the library.
        """
        try:
            number = _opened(self._folder)
        except OSError:
            return
        self._number = self._locked(number, fcntl.LOCK_SH)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock alone for the length of a `with` block.

        Raises:
            UnavailableError: another program has the library open, or the folder cannot be written.
        """
        try:
            number = _opened(self._folder)
        except OSError as error:
            raise UnavailableError("library.no-access", folder=str(self._folder)) from error
        self._number = self._locked(number, fcntl.LOCK_EX)
        try:
            yield
        finally:
            self.release()

    def release(self) -> None:
        """Give the lock back, if it is held."""
        number, self._number = self._number, None
        if number is not None:
            os.close(number)

    def _locked(self, number: int, kind: int) -> int:
        until = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                fcntl.flock(number, kind | fcntl.LOCK_NB)
            except BlockingIOError as error:
                if time.monotonic() > until:
                    os.close(number)
                    raise UnavailableError("library.locked", folder=str(self._folder)) from error
                time.sleep(_RETRY_SECONDS)
            else:
                return number


def _opened(folder: Path) -> int:
    path = folder / _FILE
    try:
        return os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600)
    except OSError:
        return os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
