"""Kill a program many times while it writes, migrates or rebuilds the search index, and count the losses.

python -m bench.crashes --kills 300
"""

import argparse
import random
import shutil
import tempfile
import time
from pathlib import Path

from tests.store.crashes import Aftermath, after_migration, after_rebuild, after_writes


def main() -> None:
    """Kill, check, and print the faults found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    generator = random.Random(asked.seed)
    counts = dict.fromkeys(("at a random time", "at a statement of a write", "in a migration", "in a rebuild"), 0)
    kills, begun = list[Aftermath](), time.monotonic()
    base = Path(tempfile.mkdtemp(prefix="briefing-crashes-"))
    try:
        folder = base / "library-0"
        for kill in range(asked.kills):
            way = list(counts)[(0, 0, 1, 1, 1, 2, 3)[kill % 7]]
            if way == "at a random time":
                kills.append(after_writes(folder, kill, seconds=generator.uniform(0.0, 1.0)))
            elif way == "at a statement of a write":
                kills.append(after_writes(folder, kill, statement=generator.randrange(1, 1200)))
            elif way == "in a migration":
                kills.append(after_migration(base / f"old-{kill}", generator.randrange(1, 90)))
            else:
                kills.append(after_rebuild(folder, generator.randrange(1, 150)))
            counts[way] += 1
            if kill % 50 == 49:
                folder = base / f"library-{kill}"
    finally:
        shutil.rmtree(base)
    minutes = (time.monotonic() - begun) / 60
    print(f"{sum(counts.values())} kills in {minutes:.1f} minutes: {counts}")
    wrong = [fault for kill in kills for fault in kill.wrong]
    print(
        f"{sum(kill.acknowledged for kill in kills)} acknowledged writes; faults after {sum(bool(kill.wrong) for kill in kills)} kills",
        *wrong,
    )


if __name__ == "__main__":
    main()
