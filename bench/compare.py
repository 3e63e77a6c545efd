"""How well passages are aligned and linked, and how long it takes.

    python -m bench.compare                                  the pairs of articles in bench/samples/compare, and the times
    python -m bench.compare --sentences FILE                 parallel sentences as JSON lines: doc, sent, nl, en
    python -m bench.compare --only dev-en                    the samples whose name begins so
    python -m bench.compare --same NL EN                     how often a sentence and its translation are said to conflict

A sample is a text file: its languages, the left article, `====`, the right one. Each line is a sentence, after a letter that both
articles have where they tell the same thing (`-`: only here), on the right with the relation that holds. Samples called `dev-…`
were looked at when the weights were set, those called `held-…` were not.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import cast

from briefing.article import Article, Language, laid_out
from briefing.compare import compare
from briefing.compare.embedder import Embedder, installed
from briefing.compare.lexical import Commonness
from briefing.compare.link import Comparison
from briefing.compare.pairing import Means, read
from briefing.compare.relation import link
from briefing.compare.stories import key_of, share, sketch_of
from briefing.compare.terms import Term

SAMPLES = Path(__file__).parent / "samples" / "compare"
Places = tuple[int, int]
LENGTHS = ((1_000, 1_000), (10_000, 10_000), (50_000, 50_000), (100_000, 100_000), (1_000, 200_000), (200_000, 200_000))
SEMANTIC_LENGTHS = ((1_000, 1_000),)


@dataclass(frozen=True)
class Sample:
    """Two articles, which of their sentences tell the same thing, and how those relate."""

    name: str
    left: Article
    right: Article
    spans: tuple[list[int], list[int]]
    gold: set[Places]
    relations: dict[Places, str] = field(default_factory=dict)


def built(
    name: str, languages: tuple[Language, Language], sides: tuple[list[list[str]], list[list[str]]]
) -> tuple[Article, Article]:
    """Two articles of paragraphs of sentences."""
    left, right = (
        Article(f"{name}-{side}", name, language, laid_out((" ".join(paragraph), "body") for paragraph in paragraphs))
        for side, language, paragraphs in zip("ab", languages, sides, strict=True)
    )
    return left, right


def starts(paragraphs: list[list[str]]) -> list[int]:
    """Where each sentence begins in the text of an article that is built of them."""
    found, at = [], 0
    for paragraph in paragraphs:
        for sentence in paragraph:
            found.append(at)
            at += len(sentence) + 1
        at += 1
    return found


def sample(path: Path) -> Sample:
    """The sample in a file."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    nl, en = head.split()
    marks: list[dict[str, int]] = []
    sides: list[list[list[str]]] = []
    relations: dict[str, str] = {}
    for side in body.split("====\n"):
        letters: dict[str, int] = {}
        paragraphs: list[list[str]] = []
        count = 0
        for block in side.strip().split("\n\n"):
            paragraphs.append([])
            for line in block.splitlines():
                mark, _, sentence = line.partition("  ")
                letter, _, relation = mark.partition(" ")
                if not relation and sentence.startswith(" "):
                    raise ValueError(f"{path.name}: {line}")
                if letter != "-":
                    letters[letter] = count
                    if relation:
                        relations[letter] = relation
                paragraphs[-1].append(sentence.strip())
                count += 1
        marks.append(letters)
        sides.append(paragraphs)
    both = (sides[0], sides[1])
    left, right = built(path.stem, (nl, en), both)
    gold = {letter: (marks[0][letter], marks[1][letter]) for letter in marks[0].keys() & marks[1].keys()}
    known = {places: relations[letter] for letter, places in gold.items() if letter in relations}
    return Sample(path.stem, left, right, (starts(sides[0]), starts(sides[1])), set(gold.values()), known)


def parallel(path: Path, *, seed: int = 7, removed: float = 0.25) -> Iterator[Sample]:
    """The documents of parallel sentences, the English in another order, and on both sides some sentences removed."""
    documents: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            documents[row["doc"]].append((row["nl"], row["en"]))
    chance = random.Random(seed)
    for name, rows in documents.items():
        dutch = [place for place in range(len(rows)) if chance.random() >= removed]
        english = [place for place in range(len(rows)) if chance.random() >= removed]
        chance.shuffle(english)
        if dutch and english:
            sides = ([[rows[place][0]] for place in dutch], [[rows[place][1]] for place in english])
            left, right = built(name, ("nl", "en"), sides)
            gold = {(i, english.index(place)) for i, place in enumerate(dutch) if place in english}
            yield Sample(name, left, right, (starts(sides[0]), starts(sides[1])), gold)


def places(found: Comparison, spans: tuple[list[int], list[int]]) -> dict[Places, str | None]:
    """The pairs of a comparison as places of sentences, with their relation."""
    return {
        (
            sum(start <= pair.left.start for start in spans[0]) - 1,
            sum(start <= pair.right.start for start in spans[1]) - 1,
        ): pair.relation
        for pair in found.pairs
    }


@dataclass
class Figures:
    """Counts over samples."""

    right: int = 0
    given: int = 0
    wanted: int = 0
    related: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    def add(self, one: Sample, found: dict[Places, str | None]) -> None:
        """Count what was found in a sample."""
        self.right += len(found.keys() & one.gold)
        self.given += len(found)
        self.wanted += len(one.gold)
        for pair, relation in one.relations.items():
            if pair in found:
                self.related[relation, str(found[pair])] += 1

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  ({self.wanted} pairs)"


def beside(files: list[Path]) -> Commonness:
    """How common words are in articles of ten lines, the Dutch ones of the first file and the English ones of the second."""
    counts: Counter[str] = Counter()
    size = 0
    for path, language in zip(files, cast("list[Language]", ["nl", "en"]), strict=True):
        lines = path.read_text(encoding="utf-8").splitlines()
        for at in range(0, len(lines), 10):
            article, _ = built("beside", (language, language), ([lines[at : at + 10]], []))
            counts.update(sketch_of(article).weights.keys())
            size += 1

    def commonness(terms: Mapping[str, Term]) -> Mapping[str, float]:
        keys = {text: key_of(term) for text, term in terms.items() if not term.number}
        return {text: share(counts[key], size) for text, key in keys.items() if counts[key]}

    return commonness


def alignment(samples: list[Sample], label: str, means: Means, *, verbose: bool = False) -> None:
    """Print how well the samples are aligned and linked."""
    figures = Figures()
    for one in samples:
        found = places(compare(one.left, one.right, means=means), one.spans)
        figures.add(one, found)
        if verbose:
            _misses(one, found)
    print(f"{label:28} {figures}")
    if figures.related:
        told = sum(count for (wanted, given), count in figures.related.items() if wanted == given)
        print(f"{'':28} relations {told} of {sum(figures.related.values())}: ", end="")
        print(", ".join(f"{wanted}→{given} {count}" for (wanted, given), count in sorted(figures.related.items())))


def _misses(one: Sample, found: dict[Places, str | None]) -> None:
    for sign, pairs in (("missed", one.gold - found.keys()), ("wrong", found.keys() - one.gold)):
        for pair in sorted(pairs):
            print(f"  {sign} {one.name}")
            for side, spans, place in zip((one.left, one.right), one.spans, pair, strict=True):
                print("    " + side.text[spans[place] : (*spans, len(side.text))[place + 1]].strip())


def false_conflicts(files: list[Path], *, verbose: bool = False) -> None:
    """Print how often a sentence and its translation, which tell the same, are said to conflict."""
    lines = zip(*(path.read_text(encoding="utf-8").splitlines() for path in files), strict=True)
    found: Counter[str] = Counter()
    for dutch, english in lines:
        sides = [read(one) for one in built("same", ("nl", "en"), ([[dutch]], [[english]]))]
        if [len(side) for side in sides] == [1, 1]:
            told = link(sides[0][0], sides[1][0])
            found[str(told.relation)] += 1
            if verbose and told.relation == "conflicts":
                print(f"  {told.differences}\n    {dutch}\n    {english}")
    print(f"{found.total()} translations: {', '.join(f'{name} {count}' for name, count in found.most_common())}")


def long_ones(words: tuple[int, int], pool: list[str]) -> tuple[Article, Article]:
    """Two Dutch articles of so many words, of sentences drawn from the pool, each with a year of its own."""
    chance = random.Random(3)
    sides = []
    for wanted in words:
        paragraphs: list[list[str]] = []
        count = 0
        while count < wanted:
            sentence = f"{chance.choice(pool).rstrip('.')} in {chance.randrange(1000, 2000)}."
            count += len(sentence.split())
            paragraphs.append([sentence])
        sides.append(paragraphs)
    return built("long", ("nl", "nl"), (sides[0], sides[1]))


def timed(words: tuple[int, int], pool: list[str], embedder: Embedder | None) -> float:
    """Seconds of the processor to compare two articles of so many words."""
    left, right = long_ones(words, pool)
    began = time.process_time()
    compare(left, right, means=Means(embedder))
    return time.process_time() - began


def sentences_of_samples() -> list[str]:
    """The Dutch sentences of the samples."""
    texts = [sample(path) for path in sorted(SAMPLES.glob("*-nl-nl-*.txt"))]
    return [
        sentence
        for one in texts
        for side in (one.left, one.right)
        for sentence in side.text.replace("\n\n", " ").split(". ")
    ]


def arguments() -> argparse.Namespace:
    """What is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, help="parallel sentences as JSON lines")
    parser.add_argument(
        "--beside", type=Path, nargs=2, metavar=("NL", "EN"), help="sentences of a library that it is compared beside"
    )
    parser.add_argument(
        "--same", type=Path, nargs=2, metavar=("NL", "EN"), help="sentences and their translations, to be linked"
    )
    parser.add_argument("--only", default="", help="samples whose name begins so")
    parser.add_argument(
        "--lines", type=Path, help="Dutch sentences, one a line, to make long articles of (default: the samples')"
    )
    parser.add_argument("--semantic", action="store_true", help="with sentence embeddings")
    parser.add_argument("--verbose", action="store_true", help="show what was missed and what was wrong")
    return parser.parse_args()


def main() -> None:
    """Print the figures that were asked for."""
    asked = arguments()
    embedder = installed() if asked.semantic else None
    if asked.same:
        false_conflicts(asked.same, verbose=asked.verbose)
        return
    means = Means(embedder, commonness=beside(asked.beside)) if asked.beside else Means(embedder)
    if asked.sentences:
        alignment(list(parallel(asked.sentences)), "parallel nl-en", means, verbose=asked.verbose)
        return
    samples = [sample(path) for path in sorted(SAMPLES.glob(f"{asked.only}*.txt"))]
    for kind in ("dev", "held"):
        for languages in ("nl-nl", "en-en", "nl-en"):
            chosen = [one for one in samples if one.name.startswith(f"{kind}-{languages}")]
            if chosen:
                alignment(chosen, f"{kind} {languages}", means, verbose=asked.verbose)
    if asked.only:
        return
    pool = asked.lines.read_text(encoding="utf-8").splitlines() if asked.lines else sentences_of_samples()
    timed((200, 200), pool, None)  # loads the dictionary
    for words in SEMANTIC_LENGTHS if embedder else LENGTHS:
        seconds = timed(words, pool, embedder)
        memory = getrusage(RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{words[0]:7} with {words[1]:7} words: {seconds:6.2f} s of the processor, memory up to now at most {memory} MB"
        )


if __name__ == "__main__":
    main()
