"""Lexical overlap of two passages: the words they share, weighted by rarity.

After the word aligners of monolingual similarity (Sultan, Bethard and Sumner, 2014): the share of the content words that have a
counterpart. Candidates come from an inverted index, so that not every passage is compared with every other.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from heapq import heappush, heapreplace, nlargest
from math import log
from operator import itemgetter
from typing import Final, NamedTuple

from briefing.compare.terms import Profile, Term
from briefing.progress import UNREPORTED, Progress

_CANDIDATES: Final = 6
_MOST_POSTINGS: Final = 120
_LEAST_TERMS: Final = 4
# Places of one word in a passage that are looked at for each place in the other.
_MOST_PLACES: Final = 8
# How much a word of dates and amounts counts beside another one. Set by hand on bench/samples/compare/dev-*.
_MEASURE: Final = 0.4
# What is known of other articles counts as so many passages beside those of the two; a word of an article stands in about this
# share of its passages.
_OTHERS: Final = 16.0
_SPREAD: Final = 0.3

Contents = Sequence[Sequence[int]]
Commonness = Callable[[Mapping[str, Term]], Mapping[str, float]]
"""Given terms by their text, the share, 0..1, of other articles that are about each; nothing where no others are known."""


class Match(NamedTuple):
    """Two terms that stand for each other, by their places in both passages, and how surely, 0..1."""

    places: tuple[int, int]
    strength: float


class Overlap(NamedTuple):
    """What two passages share: the weighted share of the left's and of the right's words that the other has, each 0..1,
    and the shared weight itself.
    """

    left: float
    right: float
    weight: float

    @property
    def shared(self) -> float:
        """The harmonic mean of both shares."""
        both = self.left + self.right
        return 2 * self.left * self.right / both if both else 0.0


class PassageIndex:
    """The passages of two articles with an index by key, and the weight of every word."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        contents: tuple[Sequence[Contents], Sequence[Contents]] | None = None,
        commonness: Commonness = lambda _: {},
    ) -> None:
        """`contents` gives for each passage the places of the terms that stand in the content of each of its claims.

        `commonness` tells how common words are elsewhere; of two short articles a word's few occurrences tell little.
        """
        self.left, self.right = left, right
        self._contents = contents or ([()] * len(left), [()] * len(right))
        among: Counter[str] = Counter()
        for passage in (*left, *right):
            among.update({term.text for term in passage.terms})
        elsewhere = commonness({term.text: term for passage in (*left, *right) for term in passage.terms})
        others = _OTHERS if elsewhere else 0.0
        count = len(left) + len(right) + others
        self._weights = {
            text: log(1 + count / (passages + others * _SPREAD * elsewhere.get(text, 0.0)))
            for text, passages in among.items()
        }
        self._index = _index(right)
        self._left_weights, self._right_weights = (
            [[self.weight(term) for term in passage.terms] for passage in side] for side in (left, right)
        )

    def weight(self, term: Term) -> float:
        """The weight of a word: higher if fewer passages of the two articles have it."""
        return self._weights[term.text] * (_MEASURE if term.measure else 1.0)

    def candidates(self, progress: Progress = UNREPORTED) -> dict[tuple[int, int], Overlap]:
        """The pairs of passages that share enough to be worth a look, by their places in left and right.

        Raises:
            CancelledError: the work was cancelled.
        """
        likely: set[tuple[int, int]] = set()
        backwards: list[list[tuple[float, int]]] = [[] for _ in self.right]
        for i, passage in enumerate(progress.part(0.0, 0.4).each(self.left)):
            scored = self._shared_with(passage, self._left_weights[i])
            likely.update((i, -j) for _, j in nlargest(_CANDIDATES, scored))
            for score, j in scored:
                best = backwards[-j]
                if len(best) < _CANDIDATES:
                    heappush(best, (score, -i))
                elif score > best[0][0]:
                    heapreplace(best, (score, -i))
        likely.update((-i, j) for j, best in enumerate(backwards) for _, i in best)
        return {places: self.overlap(*places) for places in progress.part(0.4, 1.0).each(sorted(likely))}

    def _shared_with(self, passage: Profile, weights: Sequence[float]) -> list[tuple[float, int]]:
        """The right passages that can share words with the left passage: the weight of those words, and the place, negated."""
        shared: defaultdict[int, float] = defaultdict(float)
        for term, weight in zip(passage.terms, weights, strict=True):
            met = [
                (strength * other, places)
                for key, strength in term.keys.items()
                for other, places in self._index.get(key, ())
            ]
            best: dict[int, float] = {}
            for product, places in sorted(met, key=_product):
                best.update(dict.fromkeys(places, product))
            for j, strength in best.items():
                shared[j] += strength * weight
        return [(score, -j) for j, score in shared.items()]

    def overlap(self, i: int, j: int) -> Overlap:
        """What the left passage `i` and the right passage `j` share, or the contents of a claim of theirs, which of it is more."""
        sides = self.left[i], self.right[j]
        weights = self._left_weights[i], self._right_weights[j]
        return overlap_of(sides, weights, (self._contents[0][i], self._contents[1][j]))

    def new(self, pair: tuple[int, int], other: tuple[int, int]) -> float:
        """Of two pairs with a passage in common: the share, 0..1, of what the first has in common that the second has not."""
        side = 0 if pair[0] == other[0] else 1
        weights = (self._left_weights if side == 0 else self._right_weights)[pair[side]]
        found, known = ({one.places[side] for one in matches(self.left[i], self.right[j])} for i, j in (pair, other))
        total = sum(weights[place] for place in found)
        return sum(weights[place] for place in found - known) / total if total else 0.0


def overlap_of(
    sides: tuple[Profile, Profile], weights: tuple[list[float], list[float]], contents: tuple[Contents, Contents]
) -> Overlap:
    """What two passages share, or the contents of a claim of theirs, which of it is more; `weights` are those of their terms."""
    met = matches(*sides)
    best = _overlap(met, weights)
    for ours in (None, *contents[0]):
        for theirs in (None, *contents[1]):
            sizes = (len(side) for side in (ours, theirs) if side is not None)
            if (ours or theirs) and min(sizes) >= _LEAST_TERMS:
                best = max(best, _overlap(met, weights, ours, theirs), key=lambda one: one.shared)
    return best


def weight_of(term: Term, passages: float, count: float) -> float:
    """The weight of a word found in so many of a number of passages; lower for words of dates and amounts."""
    return log(1 + count / passages) * (_MEASURE if term.measure else 1.0)


def _overlap(
    met: Sequence[Match],
    weights: tuple[list[float], list[float]],
    ours: Sequence[int] | None = None,
    theirs: Sequence[int] | None = None,
) -> Overlap:
    """What the terms at the places share; `None` stands for all of a passage's terms."""
    left, right = (None if places is None else frozenset(places) for places in (ours, theirs))
    inside = [
        one for one in met if (left is None or one.places[0] in left) and (right is None or one.places[1] in right)
    ]
    on_left = sum(weights[0][one.places[0]] * one.strength for one in inside)
    on_right = sum(weights[1][one.places[1]] * one.strength for one in inside)
    all_left = sum(weights[0]) if ours is None else sum(weights[0][place] for place in ours)
    all_right = sum(weights[1]) if theirs is None else sum(weights[1][place] for place in theirs)
    return Overlap(on_left / (all_left or 1), on_right / (all_right or 1), min(on_left, on_right))


def matches(left: Profile, right: Profile) -> list[Match]:
    """The words of both that stand for each other, each word used once, the surest first: places and strength."""
    scored = _scored(left, right) if left.is_indexed or not right.is_indexed else _scored(right, left, swapped=True)
    taken_left, taken_right = set[int](), set[int]()
    found: list[Match] = []
    for (a, b), strength in sorted(scored.items(), key=lambda one: (-one[1], abs(one[0][0] - one[0][1]), one[0])):
        if a not in taken_left and b not in taken_right:
            taken_left.add(a)
            taken_right.add(b)
            found.append(Match((a, b), strength))
    return found


def _scored(indexed: Profile, other: Profile, *, swapped: bool = False) -> dict[tuple[int, int], float]:
    """The places of words that can stand for each other, with the strength of the best key; `swapped` puts the other's first."""
    scored: dict[tuple[int, int], float] = {}
    known = indexed.by_key
    for b, term in enumerate(other.terms):
        for key in known.keys() & term.keys.keys():
            for a, strength in _nearest(known[key], b):
                places = (b, a) if swapped else (a, b)
                product = strength * term.keys[key]
                if product > scored.get(places, 0.0):
                    scored[places] = product
    return scored


def _nearest(places: Sequence[tuple[int, float]], at: int) -> Sequence[tuple[int, float]]:
    """The places of a word, or those nearest to a place where one word stands very often."""
    if len(places) <= _MOST_PLACES:
        return places
    middle = bisect_left(places, (at, 0.0))
    return places[max(0, middle - _MOST_PLACES // 2) : middle + _MOST_PLACES // 2]


def _index(passages: Sequence[Profile]) -> dict[str, list[tuple[float, list[int]]]]:
    """Key -> the passages that have it, by its strength there; keys that nearly every passage has find nothing."""
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, passage in enumerate(passages):
        for key, strengths in passage.by_key.items():
            index[key].append((place, max(strength for _, strength in strengths)))
    return {key: _by_strength(places) for key, places in index.items() if len(places) <= _MOST_POSTINGS}


def _by_strength(places: Sequence[tuple[int, float]]) -> list[tuple[float, list[int]]]:
    found: dict[float, list[int]] = {}
    for place, strength in places:
        found.setdefault(strength, []).append(place)
    return list(found.items())


_product = itemgetter(0)
