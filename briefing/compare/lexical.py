"""How much two passages share, word by word: which of each one's words the other has too, weighed by how rare they are.

After the word aligners of monolingual similarity (Sultan, Bethard and Sumner, 2014): the share of the content words that have a
counterpart. Candidates come from an inverted index, so that not every passage is held against every other.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nlargest
from math import log
from typing import Final, NamedTuple

from briefing.compare.terms import Profile, Term
from briefing.engine import Engine

ENGINE: Final = Engine("lexical", "1")
_CANDIDATES: Final = 12
_MOST_POSTINGS: Final = 400


class Overlap(NamedTuple):
    """What two passages share: the weighted share of the left's and of the right's words that the other has, each 0..1,
    the shared weight itself, and how many numbers and names they share or have against each other.
    """

    left: float
    right: float
    weight: float
    numbers: int
    other_numbers: int
    names: int


class Vocabulary:
    """The passages of two articles with an index by key, and the weight of every word."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile]) -> None:
        self.left, self.right = left, right
        self._count = len(left) + len(right)
        self._among: Counter[str] = Counter()
        for passage in (*left, *right):
            self._among.update({term.text for term in passage.terms})
        self._index = _index(right)

    def weight(self, term: Term) -> float:
        """How much a word tells: more where fewer passages of the two articles have it."""
        return log(1 + self._count / self._among[term.text])

    def candidates(self) -> dict[tuple[int, int], Overlap]:
        """The pairs of passages that share enough to be worth a look, by their places in left and right."""
        found: dict[tuple[int, int], Overlap] = {}
        backwards: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for i, passage in enumerate(self.left):
            shared: defaultdict[int, float] = defaultdict(float)
            for term in passage.terms:
                best: dict[int, float] = {}
                for key, strength in term.keys.items():
                    for j, other in self._index.get(key, ()):
                        best[j] = max(best.get(j, 0.0), strength * other)
                weight = self.weight(term)
                for j, strength in best.items():
                    shared[j] += strength * weight
            for j in nlargest(_CANDIDATES, shared, key=lambda j: (shared[j], -j)):
                found[i, j] = self.overlap(i, j)
            for j, score in shared.items():
                backwards[j].append((score, i))
        for j, scored in backwards.items():
            for _, i in nlargest(_CANDIDATES, scored, key=lambda one: (one[0], -one[1])):
                if (i, j) not in found:
                    found[i, j] = self.overlap(i, j)
        return found

    def overlap(self, i: int, j: int) -> Overlap:
        """What the left passage `i` and the right passage `j` share."""
        left, right = self.left[i].terms, self.right[j].terms
        met = matches(left, right)
        weights_left = [self.weight(term) for term in left]
        weights_right = [self.weight(term) for term in right]
        best_left, best_right = [0.0] * len(left), [0.0] * len(right)
        for a, b, strength in met:
            best_left[a] = max(best_left[a], strength)
            best_right[b] = max(best_right[b], strength)
        on_left = sum(w * s for w, s in zip(weights_left, best_left, strict=True))
        on_right = sum(w * s for w, s in zip(weights_right, best_right, strict=True))
        numbers = sum(left[a].number for a, _, _ in met)
        unmet = sum(t.number and not s for t, s in zip(left, best_left, strict=True))
        unmet_right = sum(t.number and not s for t, s in zip(right, best_right, strict=True))
        return Overlap(
            on_left / (sum(weights_left) or 1),
            on_right / (sum(weights_right) or 1),
            min(on_left, on_right),
            numbers,
            min(unmet, unmet_right),
            sum(left[a].name and right[b].name for a, b, _ in met),
        )


def matches(left: Sequence[Term], right: Sequence[Term]) -> list[tuple[int, int, float]]:
    """The words of both that stand for each other, each word used once, the surest first: places and strength."""
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for b, term in enumerate(right):
        for key in term.keys:
            by_key[key].append(b)
    scored: dict[tuple[int, int], float] = {}
    for a, term in enumerate(left):
        for key, strength in term.keys.items():
            for b in by_key.get(key, ()):
                scored[a, b] = max(scored.get((a, b), 0.0), strength * right[b].keys[key])
    taken_left, taken_right = set[int](), set[int]()
    found: list[tuple[int, int, float]] = []
    for (a, b), strength in sorted(scored.items(), key=lambda one: (-one[1], abs(one[0][0] - one[0][1]), one[0])):
        if a not in taken_left and b not in taken_right:
            taken_left.add(a)
            taken_right.add(b)
            found.append((a, b, strength))
    return found


def _index(passages: Sequence[Profile]) -> dict[str, list[tuple[int, float]]]:
    """Key -> the passages that have it, with its strength there; keys that nearly every passage has find nothing."""
    index: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for place, passage in enumerate(passages):
        for term in passage.terms:
            for key, strength in term.keys.items():
                index[key][place] = max(index[key].get(place, 0.0), strength)
    return {key: list(places.items()) for key, places in index.items() if len(places) <= _MOST_POSTINGS}
