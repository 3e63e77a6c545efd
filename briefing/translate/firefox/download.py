"""Downloading a file: resumable, and verified by its checksum."""

import errno
from http.client import HTTPException
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import Request

from briefing.message import UnavailableError
from briefing.translate.addresses import checked, host_of
from briefing.translate.connection import answered
from briefing.translate.firefox.checksum import Progress, is_intact, silent
from briefing.translate.translator import Cancelled, StoppedError, never

_BLOCK: Final = 64 * 1024
_CATALOGUE: Final = 20_000_000
_SLOWEST: Final = 10_000
"""The bytes a second below which a download is broken off; the next one goes on from there."""


def read_small(url: str, *, seconds: float = 30.0) -> bytes:
    """What stands at an address, up to 20 MB.

    Raises:
        UnavailableError: it cannot be read.
    """
    try:
        with answered(Request(checked(url)), seconds, follow=True) as response:
            content = response.read(_CATALOGUE + 1)
            if len(content) > _CATALOGUE:
                raise UnavailableError("models.no-catalogue", host=host_of(url))
            return content
    except (OSError, HTTPException, ValueError, OverflowError) as error:
        raise failure(url, error) from None


def download(
    url: str,
    path: Path,
    *,
    size: int,
    sha256: str,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    seconds: float = 30.0,
) -> None:
    """Bring a file of so many bytes with that SHA-256 to the path. What was brought before is beside it as `.part`, and is kept
    when this breaks off, so that the next call goes on from there.

    Raises:
        StoppedError: `cancelled` answered yes.
        UnavailableError: no connection, a full disk, or a wrong checksum (the file is then deleted).
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (part.exists() and part.stat().st_size == size):
            _bring(url, part, size, progress=progress, cancelled=cancelled, seconds=seconds)
        if not is_intact(part, sha256):
            part.unlink()
            raise UnavailableError("models.checksum", name=path.name, host=host_of(url))
        part.replace(path)
    except (OSError, HTTPException, ValueError, OverflowError) as error:
        raise failure(url, error) from None


def _bring(url: str, part: Path, size: int, *, progress: Progress, cancelled: Cancelled, seconds: float) -> None:
    start = part.stat().st_size if part.exists() else 0
    start = start if start < size else 0
    request = Request(checked(url), headers={"Range": f"bytes={start}-"} if start else {})
    with answered(request, seconds + size / _SLOWEST, follow=True) as response:
        goes_on = response.status == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {start}-")
        done = start if goes_on else 0
        with part.open("r+b" if goes_on else "wb") as file:
            file.seek(done)
            while block := response.read1(_BLOCK):
                if cancelled():
                    raise StoppedError
                done += len(block)
                if done > size:
                    break
                file.write(block)
                progress(done, size)
            file.truncate()
    if done < size:
        raise ConnectionError
    if done > size:
        part.unlink()
        raise UnavailableError("models.checksum", name=part.stem, host=host_of(url))


def failure(url: str, error: Exception) -> UnavailableError:
    """What went wrong while a file was brought, as a message that says what to do."""
    host = host_of(url)
    if isinstance(error, HTTPError) and 300 <= error.code < 400:
        error.close()
        return UnavailableError("models.elsewhere", host=host)
    if isinstance(error, HTTPError):
        error.close()
        return UnavailableError("models.status", host=host, status=str(error.code))
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UnavailableError("models.disk-full")
    if isinstance(error, OSError) and not isinstance(error, URLError | ConnectionError | TimeoutError):
        return UnavailableError("models.unwritable", reason=error.strerror or "")
    return UnavailableError("models.broken", host=host)
