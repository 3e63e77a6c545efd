"""A cache of read reports and judged links, so that a changed ledger is not computed from scratch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, NamedTuple

from briefing.article import Article
from briefing.claims.claim import Claim
from briefing.claims.source_judgements import Identities
from briefing.compare.link import Pair
from briefing.compare.pairing import read
from briefing.compare.statement import Statement
from briefing.progress import Progress

# How many reports, and links between their sentences, are kept; above it all are forgotten.
_REPORTS: Final = 250
_LINKS: Final = 60_000


class Linked(NamedTuple):
    """The pair of two sentences, judged, the claims in common, and whether they speak of two things."""

    pair: Pair
    claims: tuple[Claim | None, Claim | None]
    are_apart: bool


@dataclass(frozen=True)
class ReadReport:
    """The sentences of a report, under a number that no other reading has."""

    number: int
    statements: list[Statement]


LinkKey = tuple[int, int, int, int, Identities]
"""The numbers of two reports with where their sentences begin, and which names are one source."""


@dataclass
class LedgerMemory:
    """Reports that were read, and sentences that were linked. Threads may share it."""

    links: dict[LinkKey, Linked] = field(default_factory=dict)
    _reports: dict[tuple[Article, tuple[Claim, ...]], ReadReport] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=count)

    def read(self, article: Article, claims: Callable[[Article], Sequence[Claim]], progress: Progress) -> ReadReport:
        """The report, read anew where its text, its date or its claims changed.

        Raises:
            CancelledError: the work was cancelled.
        """
        progress.update(0, 1)
        key = article, tuple(claims(article))
        known = self._reports.get(key)
        if known is None:
            known = ReadReport(next(self._numbers), read(article, lambda _: key[1], progress))
            self._reports[key] = known
        return known

    def trim(self) -> None:
        """Clear the cache if it has grown too large."""
        if len(self._reports) > _REPORTS or len(self.links) > _LINKS:
            self._reports.clear()
            self.links.clear()
