"""Hedge drift: how surely reports present a claim as days go by, who drops a hedge, and which report had it first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import combinations
from typing import Final, Literal

from briefing.article import PublicationDate
from briefing.compare.ledger import SURENESS, Account, Ledger, Row
from briefing.compare.link import Difference
from briefing.coverage.outlets import are_of_one_outlet

TurnKind = Literal["hardened", "softened", "reversed"]
Direction = Literal["surer", "less-sure"]

_EQUAL: Final = frozenset(("same", "supports"))


@dataclass(frozen=True, slots=True)
class Moment:
    """The reports of one date that have a claim; their order among each other is not known."""

    date: PublicationDate
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A report that is surer or less sure of a claim than an earlier one, or says the opposite.

    `difference` quotes the earlier report on the left and the later one on the right.
    """

    kind: TurnKind
    before: Account
    after: Account
    difference: Difference

    @property
    def is_own(self) -> bool:
        """Whether both reports are of one outlet, which changed its mind."""
        return are_of_one_outlet(self.before.article, self.after.article)

    @property
    def is_fact(self) -> bool:
        """Whether the later report states it as a fact."""
        return self.after.certainty == "certain"


@dataclass(frozen=True, slots=True)
class HedgeDrift:
    """A claim of several reports over time.

    `moments` are in order; `unplaced` are reports without a date, or with one too coarse to tell their place among the others.
    """

    row: Row
    moments: tuple[Moment, ...]
    unplaced: tuple[Account, ...]
    turns: tuple[Turn, ...]

    @property
    def text(self) -> str:
        """The sentence of the earliest report of which the date is known."""
        account = (*self.first, *self.row.entries)[0]
        return account.passage.of(account.article.text)

    @property
    def first(self) -> tuple[Account, ...]:
        """The earliest reports of which the date is known."""
        return self.moments[0].accounts if self.moments else ()

    @property
    def is_first_known(self) -> bool:
        """Whether there is one first report, and no other can have been earlier."""
        return len(self.first) == 1 and all(_is_before(self.first[0], other) for other in self.unplaced)

    @property
    def direction(self) -> Direction | None:
        """Whether the last report that turned is surer of the claim than the first ones; `None` where no turn is proven."""
        turns = [turn for turn in self.turns if turn.kind != "reversed"]
        if not turns:
            return None
        change = SURENESS[turns[-1].after.certainty] - SURENESS[turns[0].before.certainty]
        return "surer" if change > 0 else "less-sure" if change < 0 else None


def drifts_of(ledger: Ledger) -> tuple[HedgeDrift, ...]:
    """The claims that several reports have, over time, in order."""
    return in_order(drift_of(row) for row in ledger.rows if len(row.articles) > 1)


def in_order(drifts: Iterable[HedgeDrift]) -> tuple[HedgeDrift, ...]:
    """Those with turns first, then by the number of reports."""
    return tuple(sorted(drifts, key=lambda one: (not one.turns, -len(one.row.articles))))


def drift_of(row: Row) -> HedgeDrift:
    """A claim over time. Only turns that the links between the reports prove are told."""
    moments, unplaced = _moments(row.entries)
    return HedgeDrift(row, moments, unplaced, tuple(_turns(row, moments)))


def _moments(accounts: Iterable[Account]) -> tuple[tuple[Moment, ...], tuple[Account, ...]]:
    """The reports by date, as far as the dates can be put in an order, and the others."""
    by_date: dict[PublicationDate | None, list[Account]] = {}
    for account in accounts:
        by_date.setdefault(account.article.published, []).append(account)
    unplaced = by_date.pop(None, [])
    dates = {date: mine for date, mine in by_date.items() if date is not None}
    for left, right in combinations(sorted(dates, key=_coarseness), 2):
        apart = left.is_surely_before(right) or right.is_surely_before(left)
        if left in dates and right in dates and not apart:
            unplaced += dates.pop(left)
    ordered = sorted(dates, key=cmp_to_key(_order))
    return tuple(Moment(date, tuple(dates[date])) for date in ordered), tuple(unplaced)


def _order(one: PublicationDate, other: PublicationDate) -> int:
    return -1 if one.is_surely_before(other) else 1


def _coarseness(date: PublicationDate) -> tuple[int, str]:
    return ("year", "month", "day", "minute").index(date.precision), date.isoformat()


def _is_before(one: Account, other: Account) -> bool:
    ours, theirs = one.article.published, other.article.published
    return ours is not None and theirs is not None and ours.is_surely_before(theirs)


class _Versions:
    """The reports of a claim in groups that say the same, and what the groups differ in, as far as it was judged."""

    def __init__(self, row: Row) -> None:
        self._group: dict[str, str] = {}
        for link in row.links:
            if link.relation in _EQUAL:
                left, right = (self._of(one) for one in link.articles)
                self._group[right] = left
        self._differences: dict[tuple[str, str], tuple[Difference, ...]] = {}
        for link in row.links:
            ours, theirs = (self._of(one) for one in link.articles)
            self._differences.setdefault((ours, theirs), link.differences)
            self._differences.setdefault((theirs, ours), tuple(map(_turned, link.differences)))

    def _of(self, article: str) -> str:
        """The group of a report, named by one of its reports."""
        path = []
        while (group := self._group.get(article, article)) != article:
            path.append(article)
            article = group
        self._group.update(dict.fromkeys(path, article))
        return article

    def are_same(self, one: Account, other: Account) -> bool:
        """Whether two reports are known to say the same."""
        return self._of(one.article.id) == self._of(other.article.id)

    def differences(self, one: Account, other: Account) -> tuple[Difference, ...]:
        """What two reports are known to differ in, the first one quoted on the left."""
        return self._differences.get((self._of(one.article.id), self._of(other.article.id)), ())


def _turned(difference: Difference) -> Difference:
    return Difference(difference.kind, difference.right, difference.left)


def _turns(row: Row, moments: Sequence[Moment]) -> Iterable[Turn]:
    versions = _Versions(row)
    for place, moment in enumerate(moments):
        for account in moment.accounts:
            turn = _turn(account, moments[:place], versions)
            if turn:
                yield turn


def _turn(account: Account, earlier: Sequence[Moment], versions: _Versions) -> Turn | None:
    """How a report turns from the earlier report of its own outlet, else from the last ones that it is linked with."""
    before = [one for moment in earlier for one in moment.accounts]
    own = [one for one in before if are_of_one_outlet(one.article, account.article)]
    for accounts in ([own[-1:]] if own else []) + [list(moment.accounts) for moment in reversed(earlier)]:
        if any(versions.are_same(one, account) for one in accounts):
            return None
        found = [turn for one in accounts for turn in _between(one, account, versions)]
        if found:
            return found[0]
    return None


def _between(before: Account, after: Account, versions: _Versions) -> Iterable[Turn]:
    for difference in versions.differences(before, after):
        if difference.kind == "polarity":
            yield Turn("reversed", before, after, difference)
        elif difference.kind == "certainty":
            levels = [SURENESS[account.certainty] for account in (before, after)]
            if levels[0] != levels[1]:
                yield Turn("hardened" if levels[1] > levels[0] else "softened", before, after, difference)
