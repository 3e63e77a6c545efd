"""Kill programs while they write, maintain the library, migrate it or rebuild the search index, and count the losses.

python -m bench.crashes --kills 500
"""

import argparse
import random
import shutil
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.store.crashes import Aftermath, after_migration, after_rebuild, after_writes
from tests.tui.killed_commands import APP, SALVAGE, WRITING, Expected, expected, faults_after_kill, prepared


def main() -> None:
    """Kill, check, and print the faults found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    counts, kills, begun = Counter[str](), list[Aftermath](), time.monotonic()
    base = Path(tempfile.mkdtemp(prefix="briefing-crashes-"))
    try:
        commands = Commands(base, chance)
        for kill in range(asked.kills):
            way, aftermath = commands.kill() if kill % 5 else _writer(base, kill // 5, chance)
            counts[way] += 1
            kills.append(aftermath)
    finally:
        shutil.rmtree(base)
    minutes = (time.monotonic() - begun) / 60
    print(f"{sum(counts.values())} kills in {minutes:.1f} minutes: {dict(counts)}")
    wrong = [fault for kill in kills for fault in kill.wrong]
    lost = sum(bool(kill.wrong) for kill in kills)
    print(f"{sum(kill.acknowledged for kill in kills)} acknowledged writes; faults after {lost} kills", *wrong)


def _writer(base: Path, kill: int, chance: random.Random) -> tuple[str, Aftermath]:
    """Kill a program that writes without a pause, migrates or rebuilds."""
    folder = base / f"library-{kill // 50}"
    if kill % 7 < 2:
        return "at a random time", after_writes(folder, kill, seconds=chance.uniform(0.0, 1.0))
    if kill % 7 < 5:
        return "at a statement of a write", after_writes(folder, kill, statement=chance.randrange(1, 1200))
    if kill % 7 < 6:
        return "in a migration", after_migration(base / f"old-{kill}", chance.randrange(1, 90))
    return "in a rebuild", after_rebuild(folder, chance.randrange(1, 150))


class Commands:
    """Kills each command that writes, each maintenance and the app in turn."""

    def __init__(self, base: Path, chance: random.Random) -> None:
        self._template, self._place, self._chance = prepared(base / "template"), base / "room", chance
        self._lines = (*WRITING, SALVAGE, APP)
        self._known: dict[str, Expected] = {}
        self._next = 0

    def kill(self) -> tuple[str, Aftermath]:
        """Kill the next of them."""
        line = self._lines[self._next % len(self._lines)]
        self._next += 1
        if line not in self._known:
            self._known[line] = expected(self._template, self._place, line)
        faults = faults_after_kill(self._template, self._place, line, self._known[line], self._chance)
        return line, Aftermath(0, faults)


if __name__ == "__main__":
    main()
