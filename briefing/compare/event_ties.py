"""What ties two sentences to one event: a name that both have, or reports that tell one event.

"Two people were killed" stands in reports of many events; without a tie its words prove nothing.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from briefing.compare.lexical import matches
from briefing.compare.statement import Statement
from briefing.compare.terms import Profile, Term

# The share of the shorter report's sentences that are paired, from which on two reports tell one event.
_PAIRED: Final = 0.6
# How many names two reports have in common that tell one event.
_NAMES: Final = 2


def are_of_one_event(left: Sequence[Statement], right: Sequence[Statement], pairs: Collection[object]) -> bool:
    """Whether two reports tell one event: most of the shorter one is paired, or they have several names in common."""
    if len(pairs) >= _PAIRED * min(len(left), len(right)):
        return True
    return len(_shared_names(_names(left), _names(right))) >= _NAMES


def share_name(left: Statement, right: Statement) -> bool:
    """Whether both sentences have a name in common."""
    return bool(_shared_names(_names([left]), _names([right])))


def _names(report: Iterable[Statement]) -> Profile:
    """The names in the sentences, each once; weekdays and months are none."""
    terms = (term for one in report for term in one.profile.terms if term.name and not term.measure)
    return Profile(tuple({term.text: term for term in terms}.values()))


def _shared_names(left: Profile, right: Profile) -> list[Term]:
    return [left.terms[one.places[0]] for one in matches(left, right)]
