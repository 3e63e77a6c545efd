"""Faulty imports and backups: how many are refused, and how many of the others cannot be read by every command.

python -m bench.faulty_imports --count 5000
"""

import argparse
import contextlib
import io
import random
import tempfile
from collections import Counter
from pathlib import Path

from tests.store.mutations import Mutator
from tui.cli import main as briefing

_COMMANDS = (
    *("list --state active", "list --format json", "search netwerk in:all", "search dienst --order date", "show 1"),
    *("claims 1", "compare 1 2", "ledger 1 2", "summary 1 --to nl", "sources 1 2", "versions 1", "correct 1 list"),
    *("link 1 2 list", "note list", "note list --format json", "dossier list", "dossier suggest 1", "export 1 2"),
    *("library stats", "library check", "library export", "translate 1 --to en", "library undo", "library index"),
)
_DEFECT = 70


def main() -> None:
    """Try the faulty things and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="where to work, such as a file system in memory")
    asked = parser.parse_args()
    counts, wrong = Counter[str](), list[str]()
    with tempfile.TemporaryDirectory(prefix="briefing-faulty-", dir=asked.folder) as folder:
        commands = Commands()
        mutator = Mutator(Path(folder), commands.defects)
        for at in range(asked.count):
            chance = random.Random(f"{asked.seed} {at}")
            kind, attempt = (("import", mutator.after_import), ("backup", mutator.after_restore))[at % 2]
            outcome = attempt(chance)
            counts[f"{kind} {'refused' if outcome.refused else 'taken'}"] += 1
            wrong += [f"{kind} {at}: {one}" for one in outcome.wrong]
    print(
        dict(counts), f"{commands.calls} calls of commands on those taken; {len(wrong)} faults", *wrong[:50], sep="\n"
    )


class Commands:
    """Runs some commands on a library, other ones each time."""

    def __init__(self) -> None:
        self.calls = 0

    def defects(self, folder: Path) -> list[str]:
        """The commands, two of all of them in turn, that end with a defect."""
        return [line for line in (self._next(), self._next()) if self._code(folder, line) == _DEFECT]

    def _next(self) -> str:
        self.calls += 1
        return _COMMANDS[self.calls % len(_COMMANDS)]

    @staticmethod
    def _code(folder: Path, line: str) -> int:
        silent = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
            return briefing(["--library", str(folder), *line.split()])


if __name__ == "__main__":
    main()
