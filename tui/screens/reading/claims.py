"""The claims of the articles that are read, and which of them are marked in the text."""

from collections.abc import Sequence

from briefing.claims.claim import Claim
from briefing.claims.selection import NamedSource, again, sources_of
from locales import _
from tui.layout.marks import CLAIM_FILTERS, ClaimFilter, wanted
from tui.screens.dialogs.source_choice import only_of

ClaimsBySheet = tuple[tuple[Claim, ...], ...]
"""The claims of each article, in the order of the articles."""


class MarkedClaims:
    """All claims, and those that a filter by kind and by source lets through."""

    def __init__(self, sheets: int) -> None:
        self.all: ClaimsBySheet = ((),) * sheets
        self.marked: ClaimsBySheet = self.all
        self.which: ClaimFilter = CLAIM_FILTERS[0]
        self.source: NamedSource | None = None
        self.is_analysed = False

    def take(self, claims: ClaimsBySheet) -> None:
        """Take in the claims that the analysis found."""
        self.all, self.is_analysed = claims, True
        if self.source:
            self.source = again(self.source, self.sources())
        self._mark()

    def step_filter(self) -> None:
        """Mark claims of the next kind."""
        self.which = CLAIM_FILTERS[(CLAIM_FILTERS.index(self.which) + 1) % len(CLAIM_FILTERS)]
        self._mark()

    def choose_source(self, source: NamedSource | None) -> None:
        """Mark only the claims of a source, or those of every source."""
        self.source = source
        self._mark()

    def clear_filters(self) -> None:
        """Mark the usual claims of every source."""
        self.which, self.source = CLAIM_FILTERS[0], None
        self._mark()

    def _mark(self) -> None:
        self.marked = tuple(wanted(claims, self.which, self.source) for claims in self.all)

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.source is not None or self.which != CLAIM_FILTERS[0]

    def sources(self) -> tuple[NamedSource, ...]:
        """The sources of the claims of the chosen kind."""
        return sources_of(claim for claims in self.all for claim in wanted(claims, self.which))

    def words(self) -> str:
        """What is marked; empty without a filter."""
        kind = {
            "attributed": "",
            "hedged": _("only hedged claims"),
            "denied": _("only what is negated"),
            "all": _("all statements"),
        }[self.which]
        return ", ".join(filter(None, (kind, only_of(self.source, self.count) if self.source else "")))

    @property
    def count(self) -> int:
        """The number of marked claims."""
        return sum(map(len, self.marked))


def same_claim(claims: Sequence[Claim], former: Claim) -> Claim | None:
    """The claim that was `former` before the analysis was made anew."""
    return next((claim for claim in claims if claim.content == former.content or claim.id == former.id), None)
