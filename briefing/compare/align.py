"""Alignment: pairs of passages chosen from scored candidates, in any order."""

from collections.abc import Callable, Mapping
from typing import Final

from briefing.compare.pair_score import Places

# A pair is kept from this likelihood on, by words alone and with meaning, each in the middle of where F1 is flat on
# bench/samples/compare/dev-*. A passage that is paired already takes another one only at the second likelihood, and if at least
# this share of what they have in common is new to it: a sentence that the other report cut in two.
LEAST_BY_WORDS: Final = 0.4
LEAST: Final = 0.35
LEAST_AGAIN: Final = 0.7
LEAST_NEW: Final = 0.6


def chosen(scores: Mapping[Places, float], new: Callable[[Places, Places], float], least: float) -> list[Places]:
    """The pairs to keep, in the order of the left passages: the best first, each passage once; then passages that are left over
    beside one that has a partner ("one to many").

    None is less likely than `least`. `new` tells of two pairs that have a passage in common which share, 0..1, of what the first
    pair has in common there the second has not.
    """
    left: dict[int, Places] = {}
    right: dict[int, Places] = {}
    over: list[Places] = []
    for places, value in sorted(scores.items(), key=lambda one: (-one[1], one[0])):
        if value < least:
            break
        if places[0] not in left and places[1] not in right:
            left[places[0]] = right[places[1]] = places
        elif value >= LEAST_AGAIN:
            over.append(places)
    kept = list(left.values())
    for places in over:
        partner = left.get(places[0]) or right.get(places[1])
        if (places[0] in left) != (places[1] in right) and partner and new(places, partner) >= LEAST_NEW:
            left[places[0]] = right[places[1]] = places
            kept.append(places)
    return sorted(kept)
