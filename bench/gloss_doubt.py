"""Fits and measures how likely a gloss is called doubtful, on glosses judged by hand.

    python -m bench.gloss_doubt JUDGED.json...                 # recall of wrong glosses and false flags, ten-fold
    python -m bench.gloss_doubt JUDGED.json... --write nl      # the weights of a language, into its gloss_doubt.toml

A file is a list of objects with `from`, `to`, `original`, `gloss` and `wrong` (true where the gloss is materially wrong). The
sentences are news that may not be copied, so they are not in the project.
"""

import argparse
import json
import math
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.translate.literal import LiteralTranslator

_ROUNDS = 400
_RATE = 0.5
_RIDGE = 0.15
_FOLDS = 10
_RECALL = 0.7


class Judged(NamedTuple):
    """A gloss with its features and whether it is materially wrong."""

    features: dict[str, float]
    wrong: bool


class Model(NamedTuple):
    """An intercept and a weight a feature."""

    intercept: float
    weights: dict[str, float]

    def chance(self, features: dict[str, float]) -> float:
        """How likely the gloss is wrong, 0..1."""
        return 1 / (1 + math.exp(-self.intercept - sum(self.weights[name] * features[name] for name in self.weights)))


def read(paths: Sequence[Path], from_: str) -> list[Judged]:
    """The judged glosses from a language."""
    engine = LiteralTranslator()
    rows = [row for path in paths for row in json.loads(path.read_text(encoding="utf-8")) if row["from"] == from_]
    return [Judged(engine.features(r["original"], r["from"], r["gloss"], r["to"]), bool(r["wrong"])) for r in rows]


def fitted(rows: Sequence[Judged]) -> Model:
    """Logistic regression with a ridge penalty, by gradient descent over standardised features."""
    names = list(rows[0].features)
    mean = {n: sum(r.features[n] for r in rows) / len(rows) for n in names}
    spread = {n: math.sqrt(sum((r.features[n] - mean[n]) ** 2 for r in rows) / len(rows)) or 1.0 for n in names}
    scaled = [([(r.features[n] - mean[n]) / spread[n] for n in names], r.wrong) for r in rows]
    weights, intercept = [0.0] * len(names), 0.0
    for _ in range(_ROUNDS):
        errors = [1 / (1 + math.exp(-intercept - sum(map(float.__mul__, weights, x)))) - y for x, y in scaled]
        intercept -= _RATE * sum(errors) / len(scaled)
        for at in range(len(names)):
            slope = sum(error * x[at] for error, (x, _) in zip(errors, scaled, strict=True)) / len(scaled)
            weights[at] -= _RATE * (slope + _RIDGE * weights[at])
    own = {n: weights[at] / spread[n] for at, n in enumerate(names)}
    return Model(intercept - sum(own[n] * mean[n] for n in names), own)


def held_out(rows: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Each gloss with its chance by a model that has not seen it."""
    order = list(range(len(rows)))
    random.Random(1).shuffle(order)
    found = []
    for fold in range(_FOLDS):
        inside = set(order[fold::_FOLDS])
        model = fitted([row for at, row in enumerate(rows) if at not in inside])
        found += [(model.chance(rows[at].features), rows[at].wrong) for at in inside]
    return found


def level(chances: Sequence[tuple[float, bool]], recall: float) -> float:
    """The chance from which that share of the wrong ones is flagged."""
    wrong = sorted((chance for chance, bad in chances if bad), reverse=True)
    return wrong[max(0, math.ceil(recall * len(wrong)) - 1)]


def main() -> None:
    """Read the judgements, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judged", type=Path, nargs="+")
    parser.add_argument("--write", metavar="LANGUAGE")
    parser.add_argument("--recall", type=float, default=_RECALL)
    chosen = parser.parse_args()
    for from_ in [chosen.write] if chosen.write else ["nl", "en"]:
        rows = read(chosen.judged, from_)
        chances = held_out(rows)
        wrong = sum(row.wrong for row in rows)
        print(f"{from_}: {len(rows)} glosses, {wrong / len(rows):.0%} materially wrong")
        for recall in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            least = level(chances, recall)
            false = sum(chance >= least and not bad for chance, bad in chances) / max(1, len(rows) - wrong)
            print(f"  flags {recall:.0%} of the wrong ones at {least:.2f}; {false:.0%} of the right ones with them")
        if chosen.write:
            _written(fitted(rows), level(chances, chosen.recall), from_)


def _written(model: Model, least: float, from_: str) -> None:
    lines = [
        "# How likely a word-for-word gloss from this language is wrong: written by `python -m bench.gloss_doubt`.",
        f"doubted = {least:.3f}",
        "",
        "[weights]",
        f"intercept = {model.intercept:.4f}",
        *(f'"{name}" = {weight:.4f}' for name, weight in model.weights.items()),
    ]
    path = Path("briefing/language") / from_ / "gloss_doubt.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
