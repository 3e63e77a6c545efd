"""The claims of an article: the attributions of each paragraph, made whole with names, chain, hedges and polarity."""

from dataclasses import replace
from typing import Final

from briefing.article import Article, Span
from briefing.claims import certainty, naming
from briefing.claims.attribution import Draft, attributions
from briefing.claims.claim import Claim, Extent, Quotation, Source
from briefing.claims.reading import Range, Reading, read
from briefing.language.lexicon import lexicon
from briefing.message import Message

VERSION: Final = "1"
"""Grows when the same article may give other claims: what was computed by an older version is stale."""


def claims_of(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in the order of their contents; offsets count in the article's text."""
    words = lexicon(article.language)
    cast = naming.Cast()
    claims: list[Claim] = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            continue
        reading = read(article.text, paragraph.start, paragraph.end, words)
        claims += _claims(reading, cast)
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.content.start))
    return tuple(_numbered(ordered))


def _numbered(claims: list[Claim]) -> list[Claim]:
    return [replace(claim, id=str(number)) for number, claim in enumerate(claims, 1)]


def _claims(reading: Reading, cast: naming.Cast) -> list[Claim]:
    drafts = attributions(reading)
    claims = [_claim(reading, draft, cast) for draft in drafts]
    covered = [part for draft in drafts for part in (*draft.content, *draft.cue)]
    for first, last in reading.sentences:
        claims += _unsourced(reading, first, last, covered)
    return claims


def _claim(reading: Reading, draft: Draft, cast: naming.Cast) -> Claim:
    content = Extent.of(*(reading.span(part) for part in draft.content))
    cue = Extent.of(*(reading.span(part) for part in draft.cue))
    hedges = [hedge for part in (*draft.content, *draft.cue) for hedge in certainty.hedges_in(reading, *part)]
    spans = tuple(sorted({reading.span(hedge.tokens) for hedge in hedges}))
    source: Source | None = None
    root: str | None = None
    if draft.source:
        kind = naming.kind_of(reading, draft.source)
        name = naming.resolve(reading, draft.source, kind, cast)
        source = Source(Extent.of(reading.span(draft.source)), name, kind)
        names = naming.names_in(reading, draft.source)
        root = names[-1] if kind == "anonymous" and names else name
    level = "unspecified" if draft.kind == "rumour" else certainty.certainty_of(hedges)
    polarity = "negative" if draft.denies else certainty.polarity_of(reading, draft.content)
    first, last = reading.sentences[draft.sentence]
    whole = reading.span((first, last))
    near = (*cue.parts, *(source.extent.parts if source else ()))
    inside = [*content.parts, *(part for part in near if whole.overlaps(part))]
    return Claim(
        id="",
        start=min(part.start for part in inside),
        end=max(part.end for part in inside),
        content=content,
        cue=cue,
        source=source,
        via=(),
        root=root,
        why=Message.of(f"claims.why.{draft.rule}", cue=" … ".join(part.of(reading.text) for part in cue.parts)),
        quotation=_quotation(reading, draft),
        hedges=spans,
        certainty=level,
        polarity=polarity,
    )


def _quotation(reading: Reading, draft: Draft) -> Quotation:
    inside = [at for start, end in draft.content for at in range(start, end) if reading.quote_at[at] >= 0]
    total = sum(end - start for start, end in draft.content)
    cue_quote = reading.quote_at[draft.cue[0][0]]
    if not inside or (cue_quote >= 0 and all(reading.quote_at[at] == cue_quote for at in inside)):
        return "indirect"
    return "direct" if len(inside) == total else "mixed"


def _unsourced(reading: Reading, first: int, last: int, covered: list[Range]) -> list[Claim]:
    """The sentence as a claim without a source, if a hedge of its own marks it or it denies."""
    hedges = [hedge for hedge in certainty.hedges_in(reading, first, last) if hedge.alone]
    hedges = [hedge for hedge in hedges if not any(a <= hedge.tokens[0] < b for a, b in covered)]
    if not hedges:
        return []
    if reading.tags[last - 1] == "." and last - 1 > first:
        last -= 1
    span = reading.span((first, last))
    words = " … ".join(reading.span(hedge.tokens).of(reading.text) for hedge in hedges)
    return [
        Claim(
            id="",
            start=span.start,
            end=span.end,
            content=Extent.of(span),
            cue=None,
            source=None,
            via=(),
            root=None,
            why=Message.of("claims.why.hedge", hedge=words),
            quotation="none",
            hedges=tuple(Span(*reading.span(hedge.tokens)) for hedge in hedges),
            certainty=certainty.certainty_of(hedges),
            polarity=certainty.polarity_of(reading, [(first, last)]),
        )
    ]
