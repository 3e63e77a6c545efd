"""Paths as users write them."""

from pathlib import Path

from briefing.ingest.clean import on_one_line
from briefing.message import InputError


def expanded(name: str) -> Path:
    """The path, with `~` and `~user` as home folders.

    Raises:
        InputError: there is no such user, or the name cannot be a path.
    """
    try:
        path = Path(name).expanduser()
    except RuntimeError:
        raise InputError("app.no-path", name=on_one_line(name)) from None
    if "\0" in name:
        raise InputError("app.no-path", name=on_one_line(name))
    return path
