"""Several programs write to one library while another reads it; then every acknowledged write must be there.

python -m bench.processes --writers 2 8 --seconds 30
"""

import argparse
import tempfile
from pathlib import Path

from tests.store.test_processes import all_there, written_by


def main() -> None:
    """Run the writers and print how much they wrote."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, nargs="+", default=[2, 8])
    parser.add_argument("--seconds", type=float, default=30)
    asked = parser.parse_args()
    for writers in asked.writers:
        with tempfile.TemporaryDirectory(prefix="briefing-processes-") as folder:
            counts = written_by(Path(folder), writers, asked.seconds)
            all_there(Path(folder), counts)
        print(
            f"{writers} writers for {asked.seconds:g} s: {2 * sum(counts.values())} articles, all stored; none seen half-written"
        )


if __name__ == "__main__":
    main()
