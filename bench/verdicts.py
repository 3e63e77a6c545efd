"""How far the verdicts of a comparison can be relied on: conflicts, differences, support and independence.

    python -m bench.verdicts                                planted verdicts in bench/samples/verdicts
    python -m bench.verdicts --only dev --verbose           one file of them, with what is wrong
    python -m bench.verdicts --parallel NL EN               the same reports in two languages (JSON lines: doc, kind, text)

A file of planted verdicts holds pairs of short reports. A pair begins with `## name left-language right-language`; `====` parts its
reports. A line is a sentence after its mark; a mark that both reports have joins two sentences that tell the same thing, and on the
right the verdict follows: `conflicts`, `differs KIND`, `same`, `same no`, `supports`, or `none` where no verdict may be given.
`rules.txt` was looked at when the rules were written, `held.txt` was not.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Literal

from bench.compare import SAMPLES as COMPARED
from bench.compare import Places, built, sample, starts
from briefing.article import Article, laid_out
from briefing.compare import compare, linked
from briefing.compare.embedder import installed
from briefing.compare.link import Comparison, Pair
from briefing.compare.pairing import Means, read

SAMPLES = Path(__file__).parent / "samples" / "verdicts"
_AGREEING = frozenset(("same", "supports"))


@dataclass(frozen=True)
class Planted:
    """Two reports and the verdicts that are due: by the places of the sentences, the words after the mark."""

    name: str
    left: Article
    right: Article
    spans: tuple[list[int], list[int]]
    due: dict[Places, tuple[str, ...]]


@dataclass
class Score:
    """Counts of one verdict: given, right among them, due, and due and found."""

    given: int = 0
    right: int = 0
    due: int = 0
    found: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.given), self.found / max(1, self.due)
        return f"precision {precision:.2f} ({self.right} of {self.given})  recall {recall:.2f} ({self.found} of {self.due})"


@dataclass
class Scores:
    """Counts over planted pairs."""

    verdicts: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    aligned: Score = field(default_factory=Score)
    wrong: list[str] = field(default_factory=list)


def planted(path: Path) -> Iterator[Planted]:
    """The pairs of reports in a file."""
    for block in path.read_text(encoding="utf-8").split("## ")[1:]:
        head, _, body = block.partition("\n")
        *words, left_language, right_language = head.split()
        sides: list[list[str]] = []
        marks: list[dict[str, tuple[int, tuple[str, ...]]]] = []
        for side in body.split("====\n"):
            lines = [line.partition("  ") for line in side.strip().splitlines()]
            sides.append([sentence.strip() for _, _, sentence in lines])
            marks.append({mark.split()[0]: (at, tuple(mark.split()[1:])) for at, (mark, _, _) in enumerate(lines)})
        name = " ".join(words)
        languages = (left_language, right_language)
        left, right = built(name, languages, ([sides[0]], [sides[1]]))
        due = {
            (marks[0][letter][0], marks[1][letter][0]): marks[1][letter][1]
            for letter in marks[0]
            if letter in marks[1] and letter != "-"
        }
        yield Planted(name, left, right, (starts([sides[0]]), starts([sides[1]])), due)


def placed(found: Comparison, spans: tuple[list[int], list[int]]) -> dict[Places, Pair]:
    """The pairs of a comparison by the places of their sentences."""
    return {
        (
            sum(start <= pair.left.start for start in spans[0]) - 1,
            sum(start <= pair.right.start for start in spans[1]) - 1,
        ): pair
        for pair in found.pairs
    }


def count(scores: Scores, one: Planted, found: dict[Places, Pair]) -> None:
    """Count what was found in a pair of reports."""
    linking = {places for places, words in one.due.items() if words[0] != "none"}
    scores.aligned.due += len(linking)
    scores.aligned.given += len([places for places in found if places in linking or places not in one.due])
    scores.aligned.right += len(found.keys() & linking)
    scores.aligned.found += len(found.keys() & linking)
    for places in one.due.keys() | found.keys():
        words, pair = one.due.get(places, ("none",)), found.get(places)
        _count_relation(scores, words, pair)
        if pair and not _is_right(words, pair):
            scores.wrong.append(f"{one.name}: {_told(one, pair, words)}")
        elif pair is None and words[0] != "none":
            scores.wrong.append(f"{one.name}: not paired, {' '.join(words)}: {_sentence(one, places[0])}")


def _sentence(one: Planted, place: int) -> str:
    return one.left.text[one.spans[0][place] : (*one.spans[0], len(one.left.text))[place + 1]].strip()


def _told(one: Planted, pair: Pair, words: Sequence[str]) -> str:
    differences = [(each.kind, each.left, each.right) for each in pair.differences]
    return (
        f"{pair.relation} {pair.independent} {pair.score:.2f}, due {' '.join(words)} {differences}\n"
        f"    {pair.left.of(one.left.text)}\n    {pair.right.of(one.right.text)}"
    )


def _is_right(words: Sequence[str], pair: Pair) -> bool:
    if pair.independent == "yes" and words[0] in _AGREEING and words[0] != "supports":
        return False
    if words[0] == "same" and words[1:] == ("no",) and pair.independent != "no":
        return False
    return (pair.relation or "none") == words[0] and (
        words[0] != "differs" or any(each.kind.replace("count", "amount") == words[1] for each in pair.differences)
    )


def _count_relation(scores: Scores, words: Sequence[str], pair: Pair | None) -> None:
    given = (pair.relation if pair else None) or "none"
    for verdict in ("conflicts", "differs"):
        score = scores.verdicts[verdict]
        right = given == words[0] == verdict and pair is not None and _is_right(words, pair)
        score.given += given == verdict
        score.due += words[0] == verdict
        score.right += right
        score.found += right
    agreeing, due = given in _AGREEING, words[0] in _AGREEING
    scores.verdicts["same"].given += agreeing
    scores.verdicts["same"].due += due
    scores.verdicts["same"].right += agreeing and due
    scores.verdicts["same"].found += agreeing and due
    for value, wanted in (("yes", words[0] == "supports"), ("no", words[1:] == ("no",))):
        score = scores.verdicts[f"independent {value}"]
        got = pair is not None and pair.independent == value and agreeing
        score.given += got
        score.due += wanted
        score.right += got and (wanted or (value == "no" and words[0] == "same"))
        score.found += got and wanted


def print_planted(path: Path, means: Means, *, verbose: bool) -> None:
    """Print the scores of a file of planted verdicts."""
    scores = Scores()
    for one in planted(path):
        count(scores, one, placed(compare(one.left, one.right, means=means), one.spans))
    if verbose:
        print("\n".join(scores.wrong))
    print(f"{path.stem}: aligned {scores.aligned}")
    for name, score in scores.verdicts.items():
        print(f"  {name:16} {score}")


def reports(path: Path) -> dict[str, Article]:
    """The reports of a file of sentences: the title, then two sentences a paragraph."""
    sentences: dict[str, list[tuple[str, str]]] = defaultdict(list)
    language = ""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            language = row["lang"]
            sentences[row["doc"]].append((row["kind"], row["text"]))
    found = {}
    for name, rows in sentences.items():
        body = [text for kind, text in rows if kind == "body"]
        titles: list[tuple[str, Literal["heading", "body"]]] = [
            (text, "heading") for kind, text in rows if kind == "title"
        ]
        paragraphs: list[tuple[str, Literal["heading", "body"]]] = [
            (" ".join(body[at : at + 2]), "body") for at in range(0, len(body), 2)
        ]
        found[name] = Article(
            f"{name}-{language}",
            titles[0][0] if titles else "",
            language,
            laid_out((*titles, *paragraphs)),
        )
    return found


def print_parallel(files: Sequence[Path], means: Means, *, verbose: bool) -> None:
    """Print which verdicts are given on one report in two languages, which can neither conflict with itself nor support itself."""
    dutch, english = map(reports, files)
    relations: Counter[str] = Counter()
    independent: Counter[str] = Counter()
    for name in dutch.keys() & english.keys():
        for pair in compare(dutch[name], english[name], means=means).pairs:
            relations[str(pair.relation)] += 1
            independent[pair.independent] += 1
            if verbose and pair.relation in {"conflicts", "supports", "differs"}:
                print(f"  {pair.relation} {[(d.kind, d.left, d.right) for d in pair.differences]}")
                print(f"    {pair.left.of(dutch[name].text)}\n    {pair.right.of(english[name].text)}")
    total = relations.total()
    shares = ", ".join(f"{name} {number} ({number / max(1, total):.1%})" for name, number in relations.most_common())
    print(f"parallel reports: {total} pairs: {shares}; independent yes {independent['yes']}")


def print_unrelated(means: Means, *, verbose: bool) -> None:
    """Print what is found between reports about different things."""
    samples = [sample(path) for path in sorted(COMPARED.glob("*.txt"))]
    told = [one for path in sorted(SAMPLES.glob("*.txt")) for one in planted(path)]
    both = [*((one.left, one.right) for one in told), *((one.left, one.right) for one in samples)]
    articles = [side for sides in both for side in sides]
    sentences = [(one, read(one)) for one in articles]
    pairs = [
        (pair, one, other)
        for (one, ours), (other, theirs) in combinations(sentences, 2)
        if one.title != other.title
        for pair in linked(ours, theirs, (), means)
    ]
    for pair, one, other in pairs if verbose else ():
        print(f"  {pair.relation}: {pair.left.of(one.text)} | {pair.right.of(other.text)}")
    related = sum(pair.relation is not None for pair, *_ in pairs)
    print(f"unrelated reports, all pairs of {len(articles)}: {len(pairs)} pairs of sentences, {related} with a verdict")


def main() -> None:
    """Print the figures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="files whose name begins so")
    parser.add_argument(
        "--parallel", type=Path, nargs=2, metavar=("NL", "EN"), help="the same reports in two languages"
    )
    parser.add_argument("--semantic", action="store_true", help="with sentence embeddings")
    parser.add_argument("--verbose", action="store_true", help="show what was wrong")
    asked = parser.parse_args()
    means = Means(installed() if asked.semantic else None)
    if asked.parallel:
        print_parallel(asked.parallel, means, verbose=asked.verbose)
        return
    for path in sorted(SAMPLES.glob(f"{asked.only}*.txt")):
        print_planted(path, means, verbose=asked.verbose)
    if not asked.only:
        print_unrelated(means, verbose=asked.verbose)


if __name__ == "__main__":
    main()
