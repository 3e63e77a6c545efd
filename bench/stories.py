"""How well reports of one story find each other in a large library, and how long adding one takes.

    python -m bench.stories --lines NL EN [--size 10000]

The library holds the left articles of the samples in bench/samples/compare, and articles of 12 sentences drawn from the lines.
Each right article should find its left one first, and nothing else.
"""

import argparse
import random
import time
from pathlib import Path

from bench.compare import SAMPLES, built, sample
from briefing.article import Language
from briefing.compare.stories import Sketch, Stories, sketch_of


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=10_000, help="articles in the library")
    parser.add_argument("--lines", type=Path, nargs=2, required=True, help="files of Dutch and of English sentences")
    asked = parser.parse_args()
    size = asked.size
    samples = [sample(path) for path in sorted(SAMPLES.glob("*.txt"))]
    chance = random.Random(11)
    languages: tuple[Language, Language] = ("nl", "en")
    pools = {
        language: path.read_text(encoding="utf-8").splitlines()
        for language, path in zip(languages, asked.lines, strict=True)
    }
    stories = Stories()
    for item in samples:
        stories.put(item.name, sketch_of(item.left))
    made = 0.0
    for number in range(size - len(samples)):
        language = chance.choice(languages)
        mixed = [[chance.choice(pools[language])] for _ in range(12)]
        article, _ = built(str(number), (language, language), (mixed, []))
        began = time.process_time()
        sketch = sketch_of(article)
        made += time.process_time() - began
        stories.put(str(number), sketch)
    print(f"{size} articles; {1000 * made / max(1, size - len(samples)):.1f} ms of the processor for the sketch of one")
    for kind in ("dev", "held"):
        first = others = count = 0
        slowest = 0.0
        for item in samples:
            if item.name.startswith(kind):
                began = time.process_time()
                found = stories.like(sketch_of(item.right))
                slowest = max(slowest, time.process_time() - began)
                count += 1
                first += bool(found) and found[0].article == item.name
                others += sum(one.article != item.name for one in found)
        print(
            f"{kind}: {first} of {count} find their story first, {others} other suggestions; slowest {1000 * slowest:.0f} ms"
        )
    began = time.process_time()
    kept = [sketch_of(item.left).to_bytes() for item in samples]
    for _ in range(size // len(samples)):
        for one in kept:
            Sketch.from_bytes(one)
    print(f"reading {size} kept sketches: {1000 * (time.process_time() - began):.0f} ms of the processor")


if __name__ == "__main__":
    main()
