"""Measures on glosses judged by hand how often each kind of flag stands on a wrong one.

    python -m bench.gloss_flags JUDGED.json...

A file is a list of objects with `from`, `to`, `original`, `gloss` and `wrong` (true where the gloss is materially wrong). The
sentences are news that may not be copied, so they are not in the project.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from briefing.translate.literal import LiteralTranslator
from briefing.translate.parity import parity


def main() -> None:
    """Read the judgements, print how often each kind of flag is right beside how often a gloss is wrong at all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judged", type=Path, nargs="+")
    rows = [row for path in parser.parse_args().judged for row in json.loads(path.read_text(encoding="utf-8"))]
    engine = LiteralTranslator()
    for from_, to in (("nl", "en"), ("en", "nl")):
        given: Counter[str] = Counter()
        right: Counter[str] = Counter()
        own = [row for row in rows if row["from"] == from_]
        for row in own:
            checks = parity(row["original"], from_, row["gloss"], to)
            kinds = {
                check.kind
                for check in (*checks, *engine.checks(row["original"], from_, row["gloss"], to))
                if not check.ok
            }
            given.update([*kinds, *(["any"] if kinds else [])])
            right.update([*kinds, *(["any"] if kinds else [])] if row["wrong"] else [])
        print(f"{from_} -> {to}: {sum(row['wrong'] for row in own)} of {len(own)} materially wrong")
        for kind, times in given.most_common():
            print(f"  {kind}: {right[kind]} of {times} on a wrong one")


if __name__ == "__main__":
    main()
