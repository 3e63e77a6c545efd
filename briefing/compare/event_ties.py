"""What ties two sentences to one event: a name that both have, or reports that tell one event.

"Two people were killed" stands in reports of many events; without a tie its words prove nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.compare.pairing import PLAIN, paired
from briefing.compare.statement import Statement, with_terms

# The share of the shorter report's sentences that are paired, from which on two reports tell one event.
_PAIRED: Final = 0.6
# How many names two reports have in common that tell one event. A longer report that tells it has as many.
_NAMES: Final = 2
_LONG: Final = 12


class EventTies:
    """Which of several reports tell one event, by their places; found when it is asked for."""

    def __init__(self, reports: Sequence[Sequence[Statement]]) -> None:
        self._reports = reports
        self._names = [_ReportNames(report) for report in reports]
        self._known: dict[tuple[int, int], bool] = {}

    def hold(self, places: tuple[int, int], left: Statement, right: Statement) -> bool:
        """Whether a sentence of the report at each place is tied to the other."""
        if _in_common(_ReportNames([left]), _ReportNames([right])):
            return True
        if places not in self._known:
            self._known[places] = self._are_of_one_event(*places)
        return self._known[places]

    def _are_of_one_event(self, left: int, right: int) -> bool:
        """Whether two reports have several names in common, or most of a short one is in the other."""
        if _in_common(self._names[left], self._names[right]) >= _NAMES:
            return True
        sides = self._reports[left], self._reports[right]
        least = min(map(len, sides))
        if least > _LONG:
            return False
        ours, theirs = ([with_terms(one) for one in side] for side in sides)
        return len(paired(ours, theirs, PLAIN)) >= _PAIRED * least


class _ReportNames:
    """The names in some sentences by the keys that they are matched by; weekdays and months are none."""

    def __init__(self, sentences: Iterable[Statement]) -> None:
        terms = (term for one in sentences for term in one.profile.terms)
        self.by_text = {term.text: term.keys for term in terms if term.name and not term.measure}
        self.keys = frozenset(key for keys in self.by_text.values() for key in keys)


def _in_common(left: _ReportNames, right: _ReportNames) -> int:
    """How many names both have."""
    return min(_known(left, right), _known(right, left))


def _known(some: _ReportNames, others: _ReportNames) -> int:
    """How many of some names are among others."""
    return sum(not others.keys.isdisjoint(keys) for keys in some.by_text.values())
