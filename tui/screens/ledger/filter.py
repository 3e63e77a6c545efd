"""Which claims of a ledger are listed: those of a sort, of a source, and with the words that were typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from briefing.claims.claim import Claim
from briefing.claims.selection import NamedSource, again, is_hedged, sources_of
from briefing.compare.ledger import Ledger, Row
from briefing.coverage.matrix import has_words, searched_in
from briefing.language.folding import folded
from locales import mark


def claims_in(row: Row) -> list[Claim]:
    """The attributed or hedged claims of the reports that have the row."""
    return [entry.claim for entry in row.entries if entry.claim]


SORTS: Final[Mapping[str, Callable[[Row], bool]]] = MappingProxyType(
    {
        mark("all claims"): lambda _row: True,
        mark("in several reports"): lambda row: len(row.articles) > 1,
        mark("with differences"): lambda row: row.relation in {"conflicts", "differs"},
        mark("hedged"): lambda row: any(map(is_hedged, claims_in(row))),
        mark("not independent"): lambda row: bool(row.shared_roots),
    }
)
"""The sorts of claims, by the message that names them."""


class LedgerFilter:
    """The sort of claims, the source if it is not any, and the words."""

    def __init__(self) -> None:
        self.sort = next(iter(SORTS))
        self.source: NamedSource | None = None
        self.words = ""
        self._searched: dict[str, str] = {}

    @property
    def is_on(self) -> bool:
        """Whether not all claims are listed."""
        return self.source is not None or self.sort != next(iter(SORTS)) or bool(self.words.strip())

    def step_sort(self) -> None:
        """Take the next sort of claims."""
        names = list(SORTS)
        self.sort = names[(names.index(self.sort) + 1) % len(names)]

    def clear(self) -> None:
        """List all claims."""
        self.sort, self.source, self.words = next(iter(SORTS)), None, ""

    def renew(self, ledger: Ledger) -> None:
        """After the ledger was made anew: keep to what is now the same source."""
        self._searched.clear()
        if self.source:
            self.source = again(self.source, self.sources(ledger))

    def narrowed(self, ledger: Ledger) -> Ledger:
        """The ledger with the claims that are listed."""
        source = self.source
        rows = tuple(row for row in self._found(ledger) if source is None or any(map(source.has, claims_in(row))))
        return replace(ledger, rows=rows)

    def sources(self, ledger: Ledger | None) -> tuple[NamedSource, ...]:
        """The sources of the claims of the sort, with the words."""
        return sources_of(claim for row in (self._found(ledger) if ledger else ()) for claim in claims_in(row))

    def _found(self, ledger: Ledger) -> list[Row]:
        keep, wanted = SORTS[self.sort], folded(self.words).split()
        return [row for row in ledger.rows if keep(row) and (not wanted or has_words(self._words_of(row), wanted))]

    def _words_of(self, row: Row) -> str:
        if row.id not in self._searched:
            self._searched[row.id] = searched_in(row)
        return self._searched[row.id]
