"""Errors of SQLite as errors of ours, which say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.message import BriefingError, InputError, UnavailableError
from store.sqlite.connection import is_full

_UNAVAILABLE = {
    "SQLITE_BUSY": "library.locked",
    "SQLITE_LOCKED": "library.locked",
    "SQLITE_FULL": "library.full",
    "SQLITE_READONLY": "library.read-only",
    "SQLITE_CANTOPEN": "library.no-access",
    "SQLITE_PERM": "library.no-access",
    "SQLITE_AUTH": "library.no-access",
    "SQLITE_IOERR": "library.disk",
    "SQLITE_PROTOCOL": "library.locked",
    "SQLITE_NOLFS": "library.full",
}
FILE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second where a text in a damaged file, or a message that quotes it, is no UTF-8."""
FAILED = "library.failed"
INDEX_DAMAGED = "library.index-damaged"
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Translate errors of SQLite raised in the block."""
    try:
        yield
    except FILE_ERRORS as error:
        raise explanation(error, path) from error


def explanation(error: Exception, path: Path) -> BriefingError:
    """Our error for one of SQLite, by its primary result code."""
    if isinstance(error, UnicodeDecodeError):
        return InputError("library.damaged", folder=str(path.parent))
    name = getattr(error, "sqlite_errorname", None) or ""
    if name == "SQLITE_CORRUPT_VTAB":
        return UnavailableError(INDEX_DAMAGED)
    primary = "_".join(name.split("_")[:2])
    folder = str(path.parent)
    if primary in _DAMAGED:
        return InputError("library.damaged", folder=folder)
    if primary == "SQLITE_IOERR" and is_full(path.parent):
        return UnavailableError("library.full", folder=folder)
    if primary in _UNAVAILABLE:
        return UnavailableError(_UNAVAILABLE[primary], folder=folder)
    return UnavailableError(FAILED, folder=folder, reason=str(error))


def not_writable(path: Path) -> BriefingError:
    """Our error for a change to a library that was opened for reading alone: its disk is full, or permission is missing."""
    code = "library.full" if is_full(path.parent) else "library.read-only"
    return UnavailableError(code, folder=str(path.parent))
