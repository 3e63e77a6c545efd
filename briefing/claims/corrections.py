"""What a user says of claims, laid over what the rules found: it wins, and it holds when the article is analysed anew."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Claim, ClaimCorrection, Extent, Source
from briefing.message import Message

_SAME: Final = 0.5
"""How much two contents must share, of all that either holds, to be one claim."""


def apply(corrections: Iterable[ClaimCorrection], claims: Iterable[Claim], article: Article) -> tuple[Claim, ...]:
    """The claims as the user has corrected them, in the order of the text.

    A correction is found again by its passage; one whose passage is no longer in the article is passed over. A confirmed
    or changed claim that the rules do not find any more stays, with what the user said of it. What was added or stands by
    the user's word alone has an id that begins with "u".
    """
    found = list(claims)
    added = 0
    for correction in corrections:
        place = correction.anchor.found_in(article.text)
        if place is None:
            continue
        index = None if correction.action == "add" else _claim_at(place, found)
        if correction.action == "reject":
            if index is not None:
                del found[index]
        elif index is not None:
            found[index] = _corrected(found[index], correction, article)
        else:
            added += 1
            bare = _bare(f"u{added}", place, correction.action)
            found.append(_corrected(bare, correction, article))
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.content.start)))


def _claim_at(place: Span, claims: list[Claim]) -> int | None:
    """The claim whose content is the passage, or most like it."""
    shares = [(_share(place, claim.content.span), -index) for index, claim in enumerate(claims)]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= _SAME else None


def _share(one: Span, other: Span) -> float:
    """The characters that two spans share over those that either holds, 0..1."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _bare(name: str, place: Span, action: str) -> Claim:
    return Claim(
        id=name,
        start=place.start,
        end=place.end,
        content=Extent.of(place),
        cue=None,
        source=None,
        via=(),
        root=None,
        why=Message.of("claims.why.user" if action == "add" else "claims.why.kept"),
        quotation="none",
        hedges=(),
        certainty="certain",
        polarity="positive",
    )


def _corrected(claim: Claim, correction: ClaimCorrection, article: Article) -> Claim:
    """The claim with what the correction sets; what it leaves open stays as it was."""
    content = _extent(correction.content, article) or claim.content
    cue = _extent(correction.cue, article) or claim.cue
    source = _source(claim.source, correction, article)
    # Who else said it did not say it through the same channels.
    same_name = (source and source.name) == (claim.source and claim.source.name)
    changed = replace(
        claim,
        content=content,
        cue=cue,
        source=source,
        via=claim.via if same_name else (),
        root=claim.root if same_name else source.name if source else None,
        quotation="indirect" if claim.quotation == "none" and source else claim.quotation,
        certainty=correction.certainty or claim.certainty,
        polarity=correction.polarity or claim.polarity,
    )
    if changed == claim:
        return claim
    parts = [*content.parts, *(cue.parts if cue else ())]
    return replace(
        changed,
        start=min(claim.start if content == claim.content else content.start, *(part.start for part in parts)),
        end=max(claim.end if content == claim.content else content.end, *(part.end for part in parts)),
        why=claim.why if claim.why.code == "claims.why.kept" else Message.of("claims.why.user"),
    )


def _source(source: Source | None, correction: ClaimCorrection, article: Article) -> Source | None:
    extent = _extent(correction.source, article) or (source.extent if source else None)
    own_words = extent.span.of(article.text) if extent and (correction.source or not source) else ""
    name = correction.source_name or own_words or (source.name if source else "")
    if not name:
        return None
    return Source(extent, name, correction.source_kind or (source.kind if source else "person"))


def _extent(passage: Passage | None, article: Article) -> Extent | None:
    place = passage.found_in(article.text) if passage else None
    return Extent.of(place) if place else None
