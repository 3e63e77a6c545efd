"""How well reports of one story are found in a large library, and how long adding a report takes.

    python -m bench.stories --lines NL EN [--size 10000]

The library holds the left articles of the samples in bench/samples/compare, and articles of 12 sentences drawn from the lines.
Each right article is added to the library, opened anew, and should find its left one first and nothing else.
"""

import argparse
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from analysis import Analysis
from analysis.stories import update_index
from bench.compare import SAMPLES, built, sample
from briefing.article import Article, Language
from briefing.compare.stories import sketch_of
from briefing.message import Message
from store import Library


def titled(article: Article) -> Article:
    """The article with its first line as its title: the samples have none but their name."""
    return replace(article, title=article.paragraphs[0].text.partition(". ")[0])


def drawn(number: int, chance: random.Random, pools: dict[Language, list[str]]) -> Article:
    """An article of sentences drawn from the lines of one language."""
    language = chance.choice(list(pools))
    mixed = [[chance.choice(pools[language])] for _ in range(12)]
    return built(str(number), (language, language), (mixed, []))[0]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=10_000, help="articles in the library")
    parser.add_argument("--lines", type=Path, nargs=2, required=True, help="files of Dutch and of English sentences")
    asked = parser.parse_args()
    samples = [sample(path) for path in sorted(SAMPLES.glob("*.txt"))]
    chance = random.Random(11)
    dutch, english = (path.read_text(encoding="utf-8").splitlines() for path in asked.lines)
    sketch_of(samples[0].left)  # reads the dictionary
    with tempfile.TemporaryDirectory() as folder:
        names = _filled(Path(folder), [one.left for one in samples], asked.size, chance, {"nl": dutch, "en": english})
        print(f"cache of {(Path(folder) / 'cache.db').stat().st_size / 1e6:.0f} MB")
        for kind in ("dev", "held"):
            first = others = count = 0
            times = []
            for item in samples:
                if item.name.startswith(kind):
                    began = time.perf_counter()
                    with Library.open(Path(folder)) as library:
                        added = library.articles.add(titled(item.right)).article
                        found = Analysis(library).same_story([added]).found[added.id]
                        times.append(time.perf_counter() - began)
                        library.articles.remove(added.id)
                    count += 1
                    first += bool(found) and names[found[0].article] == item.left.id
                    others += sum(names[one.article] != item.left.id for one in found)
            print(
                f"{kind}: {first} of {count} find their story first, {others} other suggestions; to open, add and suggest by the"
                f" clock: median {1000 * sorted(times)[len(times) // 2]:.0f} ms, slowest {1000 * max(times):.0f} ms"
            )


def _filled(
    folder: Path, lefts: list[Article], size: int, chance: random.Random, pools: dict[Language, list[str]]
) -> dict[str, str]:
    """Fill the library; gives the original identifiers of the articles by those in the library."""
    with Library.open(folder) as library:
        with library.transaction(Message.of("library.did.import")):
            articles = [*lefts, *(drawn(number, chance, pools) for number in range(size - len(lefts)))]
            names = {library.articles.add(titled(one)).article.id: one.id for one in articles}
        library.maintenance.finish_index()
        began = time.process_time()
        update_index(library)
        made = time.process_time() - began
    print(f"{len(names)} articles; {1000 * made / len(names):.1f} ms processor time to sketch and index one")
    return names


if __name__ == "__main__":
    main()
