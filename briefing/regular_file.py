"""Opening files that users name: a pipe, a device or a socket may have no end, or wait for ever."""

import errno
import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO


class IrregularFileError(OSError):
    """The file is a pipe, a device or a socket."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "it is a pipe, a device or a socket", str(path))


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file, or the null device, for reading.

    Raises:
        IrregularFileError: it is a pipe, a device or a socket.
        OSError: it cannot be opened.
    """
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise IrregularFileError(path) from None
        raise
    found = os.fstat(number)
    if S_ISREG(found.st_mode) or os.path.samestat(found, Path(os.devnull).stat()):
        return os.fdopen(number, "rb")
    os.close(number)
    if S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    raise IrregularFileError(path)


def regular_text(path: Path, encoding: str = "utf-8") -> str:
    """The text of a regular file.

    Raises:
        IrregularFileError: it is a pipe, a device or a socket.
        OSError: it cannot be read.
        UnicodeDecodeError: it is no text in the encoding.
    """
    with open_regular(path) as file:
        return file.read().decode(encoding)
