"""New files that appear complete or not at all: written under a fresh name in the same folder, then renamed."""

import errno
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from tempfile import mkstemp

from briefing.message import BriefingError, InputError, UnavailableError

_PREFIX, _ENDING = ".briefing-", ".part"
_OLD_SECONDS = 86_400
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """A new empty file that only its owner can read; at the end of the block it becomes the target, on an error it goes.

    Raises:
        InputError: the target exists.
        UnavailableError: it cannot be written there.
    """
    if os.path.lexists(target):
        raise InputError("library.backup-exists", name=str(target))
    with temporary_file(target.parent) as part:
        yield part
        try:
            _rename(part, target)
            sync_folder(target.parent)
        except FileExistsError as error:
            raise InputError("library.backup-exists", name=str(target)) from error
        except OSError as error:
            raise unwritable(error, target.parent) from error


@contextmanager
def replaced_file(target: Path) -> Iterator[Path]:
    """A new empty file that only its owner can read; at the end of the block it replaces the target, on an error it goes.

    Raises:
        UnavailableError: it cannot be written there.
    """
    with temporary_file(target.parent) as part:
        yield part
        try:
            with part.open("rb") as file:
                os.fsync(file.fileno())
            part.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            raise unwritable(error, target.parent) from error


def write_lines(target: Path, lines: Iterable[str]) -> None:
    """Write lines to a new file that only its owner can read, durably.

    Raises:
        InputError: the target exists.
        UnavailableError: it cannot be written there.
    """
    try:
        with new_file(target) as part, part.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(error, target.parent) from error


@contextmanager
def temporary_file(folder: Path) -> Iterator[Path]:
    """A new empty file in the folder that only its owner can read, removed at the end of the block.

    Raises:
        UnavailableError: it cannot be written there.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _remove_leftovers(folder)
        number, name = mkstemp(prefix=_PREFIX, suffix=_ENDING, dir=folder)
    except OSError as error:
        raise unwritable(error, folder) from error
    os.close(number)
    try:
        yield Path(name)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)


def unwritable(error: OSError, folder: Path) -> BriefingError:
    """Our error for a file that could not be written in the folder: a full disk, no permission, or something else."""
    if error.errno in _FULL:
        return UnavailableError("library.full", folder=str(folder))
    if error.errno in _FORBIDDEN:
        return UnavailableError("library.unwritable", folder=str(folder))
    return UnavailableError("library.no-access", folder=str(folder))


def sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _rename(part: Path, target: Path) -> None:
    """Give a file its name, without replacing another; where links are not supported, one made meanwhile is replaced."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        part.rename(target)


def _remove_leftovers(folder: Path) -> None:
    """Remove files that a killed program of this user left here more than a day ago."""
    for left in folder.glob(f"{_PREFIX}*{_ENDING}*"):
        with suppress(OSError):
            found = left.lstat()
            ours = S_ISREG(found.st_mode) and found.st_uid == os.getuid()
            if ours and found.st_mtime < time.time() - _OLD_SECONDS:
                left.unlink()
