"""Kill a program that writes, migrates or builds the full text, many times, and count what is lost: nothing, or it stops.

python -m bench.crashes --kills 300
"""

import argparse
import random
import shutil
import tempfile
import time
from pathlib import Path

from tests.store.crashes import survive_migration, survive_rebuild, survive_writes


def main() -> None:
    """Kill as often as asked, and print what was survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    counts = dict.fromkeys(("by the clock", "at a statement of a write", "in a migration", "in a rebuild"), 0)
    told, begun = 0, time.monotonic()
    base = Path(tempfile.mkdtemp(prefix="briefing-crashes-"))
    try:
        folder = base / "library-0"
        for kill in range(asked.kills):
            way = list(counts)[(0, 0, 1, 1, 1, 2, 3)[kill % 7]]
            if way == "by the clock":
                told += survive_writes(folder, kill, seconds=chance.uniform(0.0, 1.0))
            elif way == "at a statement of a write":
                told += survive_writes(folder, kill, statement=chance.randrange(1, 1200))
            elif way == "in a migration":
                survive_migration(base / f"old-{kill}", chance.randrange(1, 90))
            else:
                survive_rebuild(folder, chance.randrange(1, 150))
            counts[way] += 1
            if kill % 50 == 49:
                folder = base / f"library-{kill}"
    finally:
        shutil.rmtree(base)
    minutes = (time.monotonic() - begun) / 60
    print(f"{sum(counts.values())} kills in {minutes:.1f} minutes: {counts}")
    print(f"{told} acknowledged writes, 0 lost, 0 libraries unreadable")


if __name__ == "__main__":
    main()
