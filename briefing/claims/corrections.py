"""What a user says of claims, laid over what the rules found: it wins, and it holds when the article is analysed anew."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Claim, ClaimCorrection, Extent, Source
from briefing.language.sentences import sentences_at
from briefing.message import Message

_SAME: Final = 0.5
"""How much two contents must share, of all that either holds, to be one claim."""

_BARE: Final = {"add": "claims.why.user", "confirm": "claims.why.kept", "change": "claims.why.corrected-kept"}
"""Why a claim that the rules do not find is there, by the action of the correction."""
_BY_THE_USER: Final = frozenset({*_BARE.values(), "claims.why.corrected"})
_CONFIRMED: Final = "claims.why.confirmed"


def is_by_the_user(claim: Claim) -> bool:
    """Whether the user confirmed, changed or added it."""
    return claim.why.code == _CONFIRMED or claim.why.code in _BY_THE_USER


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


def concerning(corrections: Mapping[str, ClaimCorrection], place: Span, article: Article) -> tuple[str, ...]:
    """The corrections, by their identifiers, that made the claim whose content is at a place what it is; newest first."""
    found = []
    for identifier, correction in reversed(list(corrections.items())):
        before = correction.anchor.found_in(article.text)
        content = _extent(correction.content, article)
        after = content.span if content else before
        if before and after and correction.action != "reject" and _share(place, after) >= _SAME:
            found.append(identifier)
            place = before
    return tuple(found)


def rejected_in(corrections: Mapping[str, ClaimCorrection], place: Span, article: Article) -> dict[str, Span]:
    """What the user said is no claim, by the identifiers of the corrections, where it shares words with a place."""
    rejected = {
        identifier: correction.anchor.found_in(article.text)
        for identifier, correction in corrections.items()
        if correction.action == "reject"
    }
    return {identifier: span for identifier, span in rejected.items() if span and span.overlaps(place)}


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
        why=Message.of(_BARE[action]),
        quotation="none",
        hedges=(),
        certainty="certain",
        polarity="positive",
    )


def _corrected(claim: Claim, correction: ClaimCorrection, article: Article) -> Claim:
    """The claim with what the correction sets; what it leaves open stays as it was."""
    content = _extent(correction.content, article) or claim.content
    cue = None if _is_taken_away(correction.cue) else _extent(correction.cue, article) or claim.cue
    source = _source(claim.source, correction, article)
    via, root = _chain(claim, source, renamed=correction.source_name is not None)
    changed = replace(
        claim,
        content=content,
        cue=cue,
        source=source,
        via=via,
        root=root,
        quotation="indirect" if claim.quotation == "none" and source else claim.quotation,
        certainty=correction.certainty or claim.certainty,
        polarity=correction.polarity or claim.polarity,
    )
    if claim.why.code not in _BY_THE_USER:
        changed = replace(
            changed, why=Message.of(_CONFIRMED if correction.action == "confirm" else "claims.why.corrected")
        )
    same_words = (content, cue, source) == (claim.content, claim.cue, claim.source)
    return changed if same_words else _around(changed, article)


def _chain(claim: Claim, source: Source | None, *, renamed: bool) -> tuple[tuple[str, ...], str | None]:
    """Through whom it came and where it started: who else said it did not say it through the same channels."""
    before = claim.source
    if (source and source.name) == (before and before.name):
        return claim.via, claim.root
    name = source.name if source else None
    if source and before and not renamed and any(one.overlaps(other) for one in source.parts for other in before.parts):
        return claim.via, name if claim.root == before.name else claim.root  # more or less of the same words
    return (), name


def _around(claim: Claim, article: Article) -> Claim:
    """The claim from the first to the last of its content and, where they stand in its sentences, its cue and source."""
    sentences = [one.span for one in sentences_at(article, claim.content.span)]
    parts = [*(claim.cue.parts if claim.cue else ()), *(claim.source.parts if claim.source else ())]
    near = [claim.content.span, *(part for part in parts if any(one.contains(part) for one in sentences))]
    return replace(claim, start=min(part.start for part in near), end=max(part.end for part in near))


def _source(source: Source | None, correction: ClaimCorrection, article: Article) -> Source | None:
    given = _extent(correction.source, article)
    kind = correction.source_kind or (source.kind if source else "person")
    if _is_taken_away(correction.source):
        source = None
    extent = given or (source.extent if source else None)
    own_words = extent.span.of(article.text) if extent and (given or not source) else ""
    name = correction.source_name or own_words or (source.name if source else "")
    if not name:
        return None
    return Source(extent, name, kind)


def _is_taken_away(passage: Passage | None) -> bool:
    return passage is not None and not passage.text


def _extent(passage: Passage | None, article: Article) -> Extent | None:
    place = passage.found_in(article.text) if passage and passage.text else None
    return Extent.of(place) if place else None
