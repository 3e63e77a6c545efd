"""Files in a zip, read in memory and never written: how many and how large they may be."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from briefing.ingest.decode import LIMIT
from briefing.message import InputError

MOST_FILES: Final = 2000
_MOST_BYTES: Final = 20 * LIMIT
_READ: Final = (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError)


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The zip.

    Raises:
        InputError: it is damaged, or holds too much.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _READ as error:
        raise InputError("ingest.damaged", name=name) from error
    entries = archive.infolist()
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise InputError("ingest.archive", name=name, count=MOST_FILES, limit=_MOST_BYTES // 1_000_000)
    return archive


def content(archive: zipfile.ZipFile, entry: str, name: str) -> bytes:
    """The bytes of a file in a zip, at most as many as a file may have.

    Raises:
        InputError: it is not there, is damaged, locked, or larger than it says.
    """
    try:
        with archive.open(entry) as file:
            return file.read(LIMIT + 1)
    except Exception as error:  # what the compressions raise has no common base
        raise InputError("ingest.damaged", name=name) from error


def names_in(archive: zipfile.ZipFile) -> Iterator[str]:
    """The names of the files, without folders and what systems leave behind, in order."""
    for entry in sorted(archive.namelist()):
        parts = entry.replace("\\", "/").split("/")
        if parts[-1] and not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield entry
