"""Which claims of a ledger are listed: by a view and by a source."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from briefing.claims.claim import Claim
from briefing.claims.selection import NamedSource, again, is_hedged, sources_of
from briefing.compare.ledger import Ledger, Row
from locales import mark


def claims_in(row: Row) -> list[Claim]:
    """The attributed or hedged claims of the reports that have the row."""
    return [entry.claim for entry in row.entries if entry.claim]


VIEWS: Final[Mapping[str, Callable[[Row], bool]]] = MappingProxyType(
    {
        mark("all claims"): lambda _row: True,
        mark("in several reports"): lambda row: len(row.articles) > 1,
        mark("with differences"): lambda row: row.relation in {"conflicts", "differs"},
        mark("hedged"): lambda row: any(map(is_hedged, claims_in(row))),
        mark("not independent"): lambda row: bool(row.shared_roots),
    }
)
"""The views, by the message that names them."""


class LedgerFilter:
    """The view, and the source whose claims are listed, if it is not any."""

    def __init__(self) -> None:
        self.view = next(iter(VIEWS))
        self.source: NamedSource | None = None

    @property
    def is_on(self) -> bool:
        """Whether not all claims are listed."""
        return self.source is not None or self.view != next(iter(VIEWS))

    def step_view(self) -> None:
        """Take the next view."""
        names = list(VIEWS)
        self.view = names[(names.index(self.view) + 1) % len(names)]

    def clear(self) -> None:
        """List all claims of all sources."""
        self.view, self.source = next(iter(VIEWS)), None

    def renew(self, ledger: Ledger) -> None:
        """After the ledger was made anew: keep to what is now the same source."""
        if self.source:
            self.source = again(self.source, self.sources(ledger))

    def rows(self, ledger: Ledger | None) -> list[Row]:
        """The rows that are listed."""
        source = self.source
        return [row for row in self._viewed(ledger) if source is None or any(map(source.has, claims_in(row)))]

    def sources(self, ledger: Ledger | None) -> tuple[NamedSource, ...]:
        """The sources of the claims in the view."""
        return sources_of(claim for row in self._viewed(ledger) for claim in claims_in(row))

    def _viewed(self, ledger: Ledger | None) -> list[Row]:
        keep = VIEWS[self.view]
        return [row for row in ledger.rows if keep(row)] if ledger else []
