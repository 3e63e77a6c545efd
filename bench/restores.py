"""Writers beside restores, backups, compactions and checks at random; every acknowledged note must be somewhere, once.

python -m bench.restores --writers 8 --seconds 60 --rounds 10
"""

import argparse
import tempfile
from pathlib import Path

from tests.store.restores import restored_beside_writers, summary_of


def main() -> None:
    """Run the rounds and print what each found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rounds", type=int, default=10)
    asked = parser.parse_args()
    for seed in range(asked.rounds):
        with tempfile.TemporaryDirectory(prefix="briefing-restores-") as folder:
            print(summary_of(restored_beside_writers(Path(folder), asked.writers, asked.seconds, seed)), flush=True)


if __name__ == "__main__":
    main()
