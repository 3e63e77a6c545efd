"""Choosing the units of a summary: relevant, not repetitive, and from every report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Final

from briefing.summary.units import Unit

LEAST, MOST = 3, 10
_SHARE: Final = 2.5
# Maximal marginal relevance (Carbonell and Goldstein, 1998): what a unit repeats is taken off what it is worth.
_REPETITION: Final = 1.0
_NEW: Final = 1.5
_SAME_PARAGRAPH: Final = 0.25
_SAME: Final = 0.5

Likeness = Callable[[Unit, Unit], float]
Wanted = Callable[[Unit], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """The units to choose from, their relevance, the similarity of any two, 0..1, and the keys of what is told, as shares of 1."""

    units: Sequence[Unit]
    relevance: Mapping[Unit, float]
    alike: Likeness
    topics: Mapping[str, float] = field(default_factory=dict)

    def gain(self, unit: Unit, chosen: Sequence[Unit]) -> float:
        """The value that the unit adds to the chosen ones."""
        repeated = max((self.alike(unit, other) for other in chosen), default=0.0)
        beside = any(unit.stands_beside(other) for other in chosen)
        return self.relevance[unit] + _NEW * self._new(unit, chosen) - _REPETITION * repeated - _SAME_PARAGRAPH * beside

    def _new(self, unit: Unit, chosen: Sequence[Unit]) -> float:
        """The share of the topics that the unit tells first, 0..1."""
        told = frozenset(key for other in chosen for key in other.weights)
        return sum(self.topics.get(key, 0.0) for key in unit.weights if key not in told)

    def best(self, chosen: Sequence[Unit], room: int, wanted: Wanted = lambda _: True) -> Unit | None:
        """The wanted unit that adds most and fits into `room` sentences; the earliest on a tie."""
        open_ = [
            unit
            for unit in self.units
            if unit.sentences <= room
            and wanted(unit)
            and is_understood(unit, chosen)
            and not any(unit.overlaps(other) or self.alike(unit, other) >= _SAME for other in chosen)
        ]
        return max(open_, key=lambda unit: (self.gain(unit, chosen), -unit.article, -unit.first), default=None)


def is_understood(unit: Unit, chosen: Sequence[Unit]) -> bool:
    """Whether the unit stands by itself, or behind the sentence that it follows."""
    return not unit.follows or any(unit.continues(other) for other in chosen)


def room_for(words: int) -> int:
    """The number of sentences of a summary, 3 to 10, given the words of the articles: a third of the root, 5 for 225 words."""
    return max(LEAST, min(MOST, round(sqrt(words) / _SHARE)))


def choose(field: Field, room: int, musts: Sequence[Wanted] = ()) -> list[Unit]:
    """Units of `room` sentences together, by what each adds; of each sort in `musts` one, if it can be had.

    What a must displaces is the least relevant unit that no earlier must needs. Fewer than three are chosen only where
    there are no more.
    """
    chosen = _filled(field, [], room)
    for place, must in enumerate(musts):
        if not any(map(must, chosen)):
            chosen = _with(field, chosen, room, must, musts[:place])
    chosen = _filled(field, chosen, room)
    while len(chosen) < min(LEAST, room) and (unit := field.best(chosen, MOST - _length(chosen))):
        chosen.append(unit)
    return chosen


def _filled(field: Field, chosen: Sequence[Unit], room: int) -> list[Unit]:
    """The chosen units and as many more as there is room for."""
    filled = list(chosen)
    while unit := field.best(filled, room - _length(filled), lambda unit: field.relevance[unit] > 0):
        filled.append(unit)
    return filled


def _with(field: Field, chosen: Sequence[Unit], room: int, must: Wanted, earlier: Sequence[Wanted]) -> list[Unit]:
    """The chosen units with one that the must asks for, and without those that had to make room."""
    kept = list(chosen)
    while (unit := field.best(kept, room - _length(kept), must)) is None:
        spare = [one for one in kept if not _needed(one, kept, earlier)]
        if not spare:
            return list(chosen)
        kept.remove(min(spare, key=lambda one: field.relevance[one]))
        while lost := [one for one in kept if not is_understood(one, kept)]:
            kept.remove(lost[0])
    return [*kept, unit]


def _needed(unit: Unit, chosen: Sequence[Unit], musts: Sequence[Wanted]) -> bool:
    """Whether some must is met by this unit alone."""
    return any(must(unit) and not any(must(other) for other in chosen if other is not unit) for must in musts)


def _length(units: Sequence[Unit]) -> int:
    return sum(unit.sentences for unit in units)
