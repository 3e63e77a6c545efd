"""The report of a defect: what went wrong and where in the program, without a word of any text."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from briefing import __version__
from tui.cli.commands import COMMANDS

EXIT_CODE: Final = 70
"""The exit code after a defect (EX_SOFTWARE of sysexits.h)."""
_MOST_FRAMES: Final = 60


def report(error: BaseException, words: Sequence[str]) -> str:
    """The report: version, system, command, and for each error of the chain its type and frames.

    Messages of errors, values and arguments are left out, since they may hold texts.
    """
    command = next((word for word in words if word in COMMANDS), "the app")
    lines = [
        f"briefing {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"command: {command}",
        *_chain(error),
    ]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> list[str]:
    lines, seen = [], set[int]()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines += ["", f"{type(current).__module__}.{type(current).__qualname__}"]
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-_MOST_FRAMES:]]
        current = current.__cause__ or current.__context__
    return lines


def _module(path: str) -> str:
    """The path of a module below the folder it was imported from, so that no name of a user stands in it."""
    folders = sorted(map(os.path.abspath, filter(None, sys.path)), key=len, reverse=True)
    folder = next((one for one in folders if path.startswith(one + os.sep)), None)
    return os.path.relpath(path, folder) if folder else Path(path).name


def place(error: BaseException) -> str:
    """The type of the error and where it was raised, in a few words."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({_module(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{where}"


def write_report(error: BaseException, words: Sequence[str]) -> Path | None:
    """Write the report to a new file of the user's own; gives the file, or `None` if it cannot be written."""
    from platformdirs import user_state_path

    try:
        folder = user_state_path("briefing")
        folder.mkdir(parents=True, exist_ok=True)
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
        handle, name = tempfile.mkstemp(dir=folder, prefix=f"defect-{stamp}-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(report(error, words))
    except (OSError, RuntimeError, ValueError):
        return None
    return Path(name)
