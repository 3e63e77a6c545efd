"""The likelihood that two passages are about the same thing, from their overlap and its rivals."""

from collections.abc import Mapping
from math import exp
from typing import Final, NamedTuple

from briefing.compare.lexical import Overlap

Places = tuple[int, int]
"""A passage of the left article and one of the right, by their places."""

# What any two passages about one story share: a lead over less than this is no lead.
COMMON_WORDS: Final = 0.2
COMMON_COSINE: Final = 0.84
_MOST_WEIGHT: Final = 12.0


class Weights(NamedTuple):
    """The weights of a logistic model: a constant, and one for each kind of evidence."""

    constant: float
    shared: float
    most: float
    amount: float
    lead: float
    cosine: float = 0.0
    cosine_lead: float = 0.0


# Fitted by `python -m bench.compare_weights` on the samples bench/samples/compare/dev-*, on every second document of 20 Dutch-English
# news reports and on 400 Dutch-English sentences of encyclopedic news, English shuffled and a quarter of each side removed.
WORDS: Final = Weights(-3.36, 3.47, 2.87, 1.84, 5.73)
WORDS_AND_COSINE: Final = Weights(-2.62, 2.09, 2.19, 1.34, 1.18, 1.15, 3.16)


def scores(overlaps: Mapping[Places, Overlap], cosines: Mapping[Places, float] | None = None) -> dict[Places, float]:
    """The likelihood, 0..1, of each pair of passages; with cosines, which then every pair must have, by both together."""
    of_words = leads({places: overlap.shared for places, overlap in overlaps.items()}, COMMON_WORDS)
    of_cosines = leads(cosines, COMMON_COSINE) if cosines else {}
    weights = WORDS_AND_COSINE if cosines else WORDS
    found: dict[Places, float] = {}
    for places, overlap in overlaps.items():
        cosine = cosines[places] if cosines else None
        values = evidence(overlap, of_words[places], cosine, of_cosines.get(places))
        total = sum(weight * value for weight, value in zip(weights[1:], values, strict=True))
        found[places] = 1 / (1 + exp(-weights.constant - total))
    return found


def evidence(overlap: Overlap, lead: float, cosine: float | None, cosine_lead: float | None) -> tuple[float, ...]:
    """The features of the model, in the order of its weights, each about 0..1."""
    return (
        overlap.shared,
        max(overlap.left, overlap.right),
        min(overlap.weight, _MOST_WEIGHT) / _MOST_WEIGHT,
        lead,
        (cosine - 0.85) * 10 if cosine is not None else 0.0,
        cosine_lead * 10 if cosine_lead is not None else 0.0,
    )


def leads(values: Mapping[Places, float], common: float) -> dict[Places, float]:
    """The lead of each pair over its rivals: the best other pairs of its left and right passage, on average."""
    firsts: tuple[dict[int, list[float]], dict[int, list[float]]] = ({}, {})
    for places, value in values.items():
        for side, place in enumerate(places):
            best = firsts[side].setdefault(place, [common, common])
            if value > best[0]:
                best[:] = [value, best[0]]
            elif value > best[1]:
                best[1] = value
    found: dict[Places, float] = {}
    for places, value in values.items():
        rivals = (firsts[side][place] for side, place in enumerate(places))
        found[places] = value - sum(second if value == first else first for first, second in rivals) / 2
    return found
