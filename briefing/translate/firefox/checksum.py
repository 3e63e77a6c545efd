"""What a file is known by, and how far a file has come."""

import hashlib
from collections.abc import Callable
from pathlib import Path

Progress = Callable[[int, int], None]
"""Told how many bytes are there, of how many."""


def silent(_done: int, _all: int) -> None:
    """The progress that nobody looks at."""


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
