"""Flip random bits of a library file: each change of the content must be found by the check, and nothing may end with a defect.

python -m bench.flipped_bits --files 900
"""

import argparse
import random
import tempfile
from collections import Counter
from pathlib import Path

from briefing.message import BriefingError
from store import Library
from tests.store.filled import everything, filled


def main() -> None:
    """Flip bits, check, read and repair; print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=900)
    asked = parser.parse_args()
    counts = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="briefing-bits-") as folder:
        with Library.open(Path(folder)) as library:
            whole = everything(filled(library))
            library.maintenance.finish_index()
        data = (Path(folder) / "library.db").read_bytes()
        for seed in range(asked.files):
            counts.update(_flipped(Path(folder), data, whole, random.Random(seed)))
    print(*(f"{count:6} {what}" for what, count in sorted(counts.items())), sep="\n")


def _flipped(folder: Path, data: bytes, whole: list[object], chance: random.Random) -> list[str]:
    """Write the file with 1, 2 or 30 bits flipped; gives what happens."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 30))):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    for left in [*folder.glob("library.db-*"), *folder.glob("set-aside-*")]:
        left.unlink()
    (folder / "library.db").write_bytes(changed)
    try:
        with Library.open(folder) as library:
            found = bool(library.maintenance.check())
            same = _content(library) == whole
            library.maintenance.repair()
            library.maintenance.finish_index()
            repaired = "whole after a repair" if not library.maintenance.check() else "to be salvaged"
    except BriefingError:
        return ["opening or repair refused"]
    except Exception as error:
        return [f"DEFECT {error!r}"]
    return [f"{'found' if found else 'not found'}, content {'the same' if same else 'changed'}", repaired]


def _content(library: Library) -> list[object] | None:
    """Everything in the library, as lists and searches read it; `None` where the file cannot be read."""
    try:
        library.articles.records()
        library.full_text.search("netwerk")
        return everything(library)
    except BriefingError:
        return None


if __name__ == "__main__":
    main()
