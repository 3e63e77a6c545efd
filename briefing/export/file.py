"""Writing a document to a file: whole or not at all, and never over what somebody edited."""

import errno
import hashlib
import os
import re
import tempfile
from pathlib import Path

from briefing.message import UnavailableError, WrongUseError

_SEAL = re.compile(r"\n<!-- briefing ([0-9a-f]{16}) -->\n\Z")


def sealed(text: str) -> str:
    """The document with a last line, a comment, from which it can be told later whether somebody changed it."""
    return f"{text}\n<!-- briefing {_digest(text)} -->\n"


def untouched(text: str) -> bool:
    """Whether the document ends in a seal and is as it was sealed."""
    found = _SEAL.search(text)
    return found is not None and found[1] == _digest(text[: found.start()])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def write_document(path: Path, text: str, *, force: bool = False) -> None:
    """Write the sealed document in one step.

    Raises:
        WrongUseError: the file is there and is not an export as it was written (not with `force`).
        UnavailableError: the place cannot be written.
    """
    try:
        _refuse_device(path)
        if not force and path.exists() and not untouched(path.read_text(encoding="utf-8", errors="replace")):
            raise WrongUseError("export.edited", name=str(path))
        _replace(path, sealed(text))
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def write_plain(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text that cannot carry a seal, such as a table, in one step.

    Raises:
        WrongUseError: the file is there (not with `force`).
        UnavailableError: the place cannot be written.
    """
    try:
        _refuse_device(path)
        if not force and path.exists():
            raise WrongUseError("export.edited", name=str(path))
        _replace(path, text)
    except (OSError, ValueError) as error:
        raise _unwritable(path, error) from None


def _refuse_device(path: Path) -> None:
    """Raise an error of the system for a folder, a device or a pipe, which cannot be replaced and may have no end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR if path.is_dir() else errno.EINVAL, "no file")


def _replace(path: Path, text: str) -> None:
    target = path.resolve()
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _unwritable(path: Path, error: OSError | ValueError) -> UnavailableError:
    number = error.errno if isinstance(error, OSError) and error.errno else errno.EINVAL
    return UnavailableError("export.unwritable", name=str(path), reason=os.strerror(number))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
