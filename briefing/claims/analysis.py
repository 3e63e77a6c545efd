"""The claims of an article: the attributions of each paragraph, made whole with names, chain, hedges and polarity."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from briefing.article import Article, Span
from briefing.claims import certainty
from briefing.claims.attribution import attributions
from briefing.claims.chain import Chain, linked
from briefing.claims.claim import Claim, Extent, Polarity, Quotation, Source
from briefing.claims.draft import Draft
from briefing.claims.sources import ParagraphSources, Sources
from briefing.claims.untagged_quotations import Speaker
from briefing.language.hedges import Hedge, hedges_in
from briefing.language.languages import has_data
from briefing.language.lexicon import lexicon
from briefing.language.negation import denied_clauses, denied_conjuncts
from briefing.language.reading import Range, Reading, read
from briefing.language.tags import MARKS
from briefing.message import Message

_UNCOVERED: Final = re.compile(rb"\0+")
_SHORTEST_STATEMENT: Final = 5
_VERBS: Final = frozenset("XV")
VERSION: Final = "17"
"""Grows when the same article may give other claims: what was computed by an older version is stale."""


def claims_of(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in the order of the text; offsets count in the article's text.

    Claims without a source are those under a hedge of their own and those that are denied: an author's other statements
    are left out. A heading makes no claims, nor does an article in a language without data.
    """
    if not has_data(article.language):
        return ()
    analysis = _ArticlePass(article)
    ordered = sorted(analysis.claims(), key=lambda claim: (claim.start, claim.end, claim.content.start))
    return tuple(replace(claim, id=str(number)) for number, claim in enumerate(ordered, 1))


class _ArticlePass:
    """One pass over an article, which remembers who was named and who spoke last."""

    def __init__(self, article: Article) -> None:
        words = lexicon(article.language)
        bodies = (paragraph for paragraph in article.paragraphs if paragraph.kind != "heading")
        self._readings = [read(article.text, paragraph.start, paragraph.end, words) for paragraph in bodies]
        self._sources = Sources(self._readings, article.language)

    def claims(self) -> Iterator[Claim]:
        """The claims of each paragraph, without ids."""
        for place, reading in enumerate(self._readings):
            yield from self._of_paragraph(place, reading)

    def _of_paragraph(self, place: int, reading: Reading) -> Iterator[Claim]:
        drafts = [draft for draft in attributions(reading) if not _leaves_quotation(reading, draft)]
        covered = bytearray(len(reading.tags))
        for start, end in (part for draft in drafts for part in (*draft.content, *draft.cue)):
            covered[start:end] = b"\1" * (end - start)
        links = sorted(linked(reading, drafts), key=lambda link: link.draft.cue[0][0])
        quotations = list(_left_over(reading, covered))
        named = self._sources.of_paragraph(place, links, quotations)
        for link in links:
            claim = _claim(reading, link, named)
            yield claim
            yield from _denied_beside(reading, link.draft, claim)
        for quote in quotations:
            yield from _carried(reading, quote, named.of_quotation[quote])
        for sentence in reading.sentences:
            if speaker := named.of_report.get(sentence):
                yield from _reported(reading, sentence, speaker)
            else:
                yield from _unsourced(reading, *sentence, covered)


def _leaves_quotation(reading: Reading, draft: Draft) -> bool:
    """Whether the source stands in a quotation and the cue or the content outside it: "we" of a quotation says nothing there."""
    if draft.source is None or (quote := reading.quote_at[draft.source[0]]) < 0:
        return False
    return any(reading.quote_at[start] != quote for start, _ in (*draft.cue, *draft.content))


def _claim(reading: Reading, link: Chain, named: ParagraphSources) -> Claim:
    draft = link.draft
    via = tuple(named.of_phrase(channel).name for channel in link.via)
    source = named.of_phrase(draft.source) if draft.source else None
    content, cue = (Extent.of(*map(reading.span, parts)) for parts in (draft.content, draft.cue))
    sentence = reading.span(reading.sentences[draft.sentence])
    beside = (*cue.parts, *(source.parts if source else ()))
    whole = [*content.parts, *(part for part in beside if sentence.overlaps(part))]
    judged = certainty.judged(reading, draft)
    return Claim(
        id="",
        start=min(part.start for part in whole),
        end=max(part.end for part in whole),
        content=content,
        cue=cue,
        source=source,
        via=via,
        root=_root(link, named, source, via),
        why=Message.of(f"claims.why.{draft.rule}", cue=_quoted(reading, cue.parts)),
        quotation=_quotation(reading, draft),
        hedges=tuple(sorted(set(_spans(reading, judged.hedges)))),
        certainty=judged.certainty,
        polarity=judged.polarity,
    )


def _denied_beside(reading: Reading, draft: Draft, claim: Claim) -> Iterator[Claim]:
    """The further main clauses of a content that are denied where the first is not: "... closed, and nobody was hurt"."""
    if claim.polarity == "negative":
        return
    for found in denied_conjuncts(reading, draft.content):
        hedges = hedges_in(reading, *found)
        yield replace(
            claim,
            content=Extent.of(reading.span(found)),
            hedges=_spans(reading, hedges),
            certainty=certainty.certainty_of(hedges),
            polarity="negative",
        )


def _spans(reading: Reading, hedges: Sequence[Hedge]) -> tuple[Span, ...]:
    """Where the words of the hedges stand."""
    return tuple(reading.span(part) for hedge in hedges for part in hedge.parts)


def _root(link: Chain, named: ParagraphSources, source: Source | None, via: tuple[str, ...]) -> str | None:
    """Where the claim starts: with what the source leans on, if that has a name, else with the source."""
    if link.origin is None or source is None:
        return named.root(link.draft.source, source, via)
    origin = named.of_phrase(link.origin)
    if origin.kind == "organisation":
        return origin.name
    return named.root(link.origin, origin, (*via, source.name))


def _carried(reading: Reading, quote: Range, speaker: Speaker | None) -> Iterator[Claim]:
    """A quotation without a tag, with its speaker; without one only what is hedged or denied in it."""
    hedges = hedges_in(reading, *quote)
    if speaker is None:
        yield from _quoted_by_nobody(reading, quote, hedges)
        return
    yield _of_speaker(reading, quote, hedges, speaker, Message.of("claims.why.carried", name=speaker.source.name))


def _reported(reading: Reading, sentence: Range, speaker: Speaker) -> Iterator[Claim]:
    """A sentence that goes on with what the speaker said: "Er habe keine Wahl."."""
    first, last = sentence
    while last - 1 > first and reading.tags[last - 1] in MARKS:
        last -= 1
    why = Message.of("claims.why.reported", name=speaker.source.name)
    claim = _of_speaker(reading, (first, last), hedges_in(reading, first, last), speaker, why)
    yield replace(claim, quotation="indirect")


def _of_speaker(reading: Reading, content: Range, hedges: Sequence[Hedge], speaker: Speaker, why: Message) -> Claim:
    """A quotation without a cue, of who spoke before."""
    span = reading.span(content)
    return Claim(
        id="",
        start=span.start,
        end=span.end,
        content=Extent.of(span),
        cue=None,
        source=speaker.source,
        via=speaker.via,
        root=speaker.root,
        why=why,
        quotation="direct",
        hedges=_spans(reading, hedges),
        certainty=certainty.certainty_of(certainty.in_opening(reading, hedges, [content])),
        polarity=certainty.polarity_of(reading, [content]),
    )


def _quoted(reading: Reading, parts: Sequence[Span]) -> str:
    return " … ".join(part.of(reading.text) for part in parts)


def _quotation(reading: Reading, draft: Draft) -> Quotation:
    """Whether the content is quoted whole, in part or not at all; a quotation around the cue as well does not count."""
    around = reading.quote_at[draft.cue[0][0]]
    places = [at for start, end in draft.content for at in range(start, end)]
    inside = [at for at in places if reading.quote_at[at] >= 0 and reading.quote_at[at] != around]
    if not inside:
        return "indirect"
    return "direct" if len(inside) == len(places) else "mixed"


def _left_over(reading: Reading, covered: bytearray) -> Iterator[Range]:
    """The quoted speech of whole sentences that no attribution covers."""
    openings = {first for first, _ in reading.sentences}
    for quote in reading.quotes:
        start, end = quote.inside
        if quote.is_speech() and quote.opening in openings and 1 not in covered[start:end]:
            while end > start and reading.tags[end - 1] in ".,":
                end -= 1
            if end > start:
                yield start, end


def _unsourced(reading: Reading, first: int, last: int, covered: bytearray) -> Iterator[Claim]:
    """What a sentence says outside every attribution, if a hedge of its own marks it or if it is denied."""
    if reading.in_speech(first):
        return
    for run in _UNCOVERED.finditer(covered, first, last):
        yield from _statement(reading, *run.span(), whole=run.span() == (first, last))


def _statement(reading: Reading, first: int, last: int, *, whole: bool) -> Iterator[Claim]:
    """The run of tokens as a claim without a source, if a hedge of its own marks it or if it is denied; else its denied clauses.

    A part of a sentence counts only if it has a verb of its own.
    """
    tags = reading.tags
    if not whole and (last - first < _SHORTEST_STATEMENT or not _VERBS & set(tags[first:last])):
        return
    hedges = [hedge for hedge in hedges_in(reading, first, last) if hedge.marks]
    if any(reading.in_speech(hedge.tokens[0]) for hedge in hedges):
        return
    yield from _marked(reading, (first, last), hedges)


def _marked(reading: Reading, found: Range, hedges: Sequence[Hedge]) -> Iterator[Claim]:
    """The run of tokens as a claim, if it has hedges or is denied; and if it is not, each clause in it that is."""
    polarity = certainty.polarity_of(reading, [found])
    if hedges or polarity == "negative":
        yield _unattributed(reading, found, hedges, polarity)
    if polarity == "negative":
        return
    places = [hedge.tokens[0] for hedge in hedges]
    for first, last in denied_clauses(reading, *found):
        within = hedges[bisect_left(places, first) : bisect_left(places, last)]
        yield _unattributed(reading, (first, last), within, "negative")


def _quoted_by_nobody(reading: Reading, quote: Range, hedges: Sequence[Hedge]) -> Iterator[Claim]:
    """A quotation of which the rules find no speaker, if it is hedged or denied."""
    for claim in _marked(reading, quote, [hedge for hedge in hedges if hedge.marks]):
        yield replace(claim, quotation="direct")


def _unattributed(reading: Reading, found: Range, hedges: Sequence[Hedge], polarity: Polarity) -> Claim:
    """A statement of which nobody is named as the source."""
    first, last = found
    tags = reading.tags
    while first < last - 1 and tags[first] in ",K;:-":
        first += 1
    while last - 1 > first and tags[last - 1] in '.",;:-KSC':
        last -= 1
    span = reading.span((first, last))
    spans = _spans(reading, hedges)
    cues = tuple(reading.span(hedge.tokens) for hedge in hedges if hedge.attributes)
    why = Message.of("claims.why.hedge", hedge=_quoted(reading, spans)) if hedges else Message.of("claims.why.negation")
    return Claim(
        id="",
        start=span.start,
        end=span.end,
        content=Extent.of(span),
        cue=Extent.of(cues[0]) if cues else None,
        source=None,
        via=(),
        root=None,
        why=why,
        quotation="none",
        hedges=spans,
        certainty=certainty.certainty_of(hedges),
        polarity=polarity,
    )
