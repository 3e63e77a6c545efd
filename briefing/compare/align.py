"""Which passages of two articles tell the same thing: pairs chosen from scored candidates, across order."""

from collections.abc import Mapping
from math import exp
from typing import Final

from briefing.compare.lexical import Overlap

# A pair is kept from this score on; a passage that is paired already takes another only from the second on.
LEAST: Final = 0.35
LEAST_AGAIN: Final = 0.6


def score(overlap: Overlap) -> float:
    """How likely it is that passages with this overlap tell the same thing, 0..1."""
    least, most = sorted((overlap.left, overlap.right))
    both = 2 * least * most / (least + most) if most else 0.0
    total = (
        -4.6
        + 6.0 * both
        + 2.0 * most
        + 0.16 * min(overlap.weight, 12.0)
        + 0.4 * min(overlap.numbers, 3)
        - 0.6 * overlap.other_numbers
    )
    return 1 / (1 + exp(-total))


def chosen(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs to keep, in the order of the left passages: the best first, each passage once, then what is left over
    to a passage that has one already ("one to many").
    """
    left, right = set[int](), set[int]()
    kept: list[tuple[int, int]] = []
    over: list[tuple[int, int]] = []
    for (i, j), value in sorted(scores.items(), key=lambda one: (-one[1], one[0])):
        if value < LEAST:
            break
        if i not in left and j not in right:
            kept.append((i, j))
            left.add(i)
            right.add(j)
        elif value >= LEAST_AGAIN:
            over.append((i, j))
    for i, j in over:
        if (i in left) != (j in right):
            kept.append((i, j))
            left.add(i)
            right.add(j)
    return sorted(kept)
