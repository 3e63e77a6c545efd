"""Checksums of files, and progress in bytes."""

import hashlib
from collections.abc import Callable
from pathlib import Path

Progress = Callable[[int, int], None]
"""Told how many bytes are there, of how many."""


def silent(_done: int, _all: int) -> None:
    """A progress callback that does nothing."""


def is_intact(path: Path, sha256: str) -> bool:
    """Whether a file is there and is what its checksum says."""
    return path.is_file() and digest_of(path) == sha256


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
