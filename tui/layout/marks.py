"""Which claims are marked in an article, and how: by certainty and polarity, with a sign, an underline and a colour."""

from collections.abc import Iterable, Sequence
from typing import Literal

from briefing.article import Article, Span
from briefing.claims.claim import Claim
from briefing.claims.corrections import is_by_the_user
from briefing.claims.selection import NamedSource, is_denied, is_hedged
from tui.layout.sheet import Insert, Mark, Sheet
from tui.signs import Signs

ClaimFilter = Literal["attributed", "hedged", "denied", "all"]
CLAIM_FILTERS: tuple[ClaimFilter, ...] = ("attributed", "hedged", "denied", "all")


def wanted(claims: Iterable[Claim], which: ClaimFilter, source: NamedSource | None = None) -> tuple[Claim, ...]:
    """The claims that pass the filters, in the order of the text."""
    passing = (claim for claim in claims if _passes(claim, which) and (source is None or source.has(claim)))
    return tuple(sorted(passing, key=lambda claim: (claim.content.start, claim.end)))


def _passes(claim: Claim, which: ClaimFilter) -> bool:
    if which == "hedged":
        return is_hedged(claim)
    if which == "denied":
        return is_denied(claim)
    # The author's own unhedged statements are claims as well, but to mark each would mark nearly everything.
    attributed = claim.cue is not None or claim.source is not None or bool(claim.hedges)
    return which == "all" or attributed or is_by_the_user(claim)


def sign_of(claim: Claim, signs: Signs) -> str:
    """The sign of the claim's certainty, with that of a denial where it is negative."""
    return signs.certainty[claim.certainty] + (signs.negative if claim.polarity == "negative" else "")


def marked(claims: Sequence[Claim], signs: Signs) -> tuple[list[Mark], list[Insert]]:
    """The marks and the signs for the claims."""
    marks: list[Mark] = []
    inserts: list[Insert] = []
    for claim in claims:
        style = f"claim-{claim.certainty}"
        marks += (Mark(part, style) for part in claim.content.parts)
        if claim.polarity == "negative":
            marks += (Mark(part, "claim-negative") for part in claim.content.parts)
        marks += (Mark(hedge, "hedge") for hedge in claim.hedges)
        if claim.cue:
            marks += (Mark(part, "cue") for part in claim.cue.parts)
        if claim.source:
            marks += (Mark(part, "source") for part in claim.source.parts)
        inserts.append(Insert(claim.content.start, sign_of(claim, signs), f"sign-{claim.certainty}"))
        if signs.close:
            inserts.append(Insert(claim.content.end, signs.close, f"sign-{claim.certainty}"))
    return marks, inserts


def sheet_of(article: Article, claims: Sequence[Claim], found: Sequence[Mark], signs: Signs) -> Sheet:
    """The sheet of an article with its claims and search matches marked."""
    marks, inserts = marked(claims, signs)
    return Sheet.of(article, [*marks, *found], inserts)


def claim_at(claims: Sequence[Claim], span: Span) -> Claim | None:
    """The claim whose content begins in the span, else the shortest one of which the span shows a part."""
    begun = [claim for claim in claims if span.start <= claim.content.start < span.end]
    if begun:
        return begun[0]
    over = [claim for claim in claims if any(part.overlaps(span) for part in claim.content.parts)]
    over = over or [claim for claim in claims if claim.span.overlaps(span)]
    return min(over, key=lambda claim: claim.end - claim.start, default=None)
