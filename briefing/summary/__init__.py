"""Choosing and ordering what a summary says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from briefing.article import Article, Language, Passage, Span
from briefing.claims import claims_of
from briefing.claims.claim import Claim, Source
from briefing.claims.names import is_name
from briefing.claims.source_words import source_words
from briefing.compare import compare
from briefing.summary.choice import LEAST, Field, Wanted, choose, room_for
from briefing.summary.elsewhere import outlet_sentences
from briefing.summary.evidence import UnitEvidence, claims_in, evidence_of
from briefing.summary.headline import headline_in_front
from briefing.summary.links import Compare, DossierLinks, compared, within
from briefing.summary.order import ordered
from briefing.summary.report import Report
from briefing.summary.salience import Salience, cosine
from briefing.summary.summary import Summary, SummarySentence, Voice
from briefing.summary.units import Material, Unit, joined, material
from briefing.summary.wording import worded

METHOD = "extractive 4"
"""How a summary is made: another number makes older summaries stale."""
_ENOUGH: Final = 0.6
"""The share of the highest relevance from which harm and decisions belong to the news itself."""


def summarise(
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[Claim]] | None = None,
    *,
    comparing: Compare | None = None,
    sentences: int | None = None,
) -> Summary:
    """A summary of one article, or of several about one event, in sentences of their own and in their own languages.

    `claims` (by article id, with the user's corrections) are computed if not given. `comparing` compares two articles with what
    the library knows of them. `sentences` is the number of sentences; without it 3 to 10, by the length of the articles. The same
    articles give the same summary.
    """
    unique = tuple({article.id: article for article in articles}.values())
    known = claims or {}
    said = {article.id: known[article.id] if article.id in known else claims_of(article) for article in unique}
    materials = material([Report(article, tuple(said[article.id])) for article in unique])
    links = DossierLinks(unique, compared(unique, comparing or _by_words(said)))
    evidence = {unit: evidence_of(unit, one, links) for one in materials for unit in one.units}
    salience = Salience(materials, evidence)
    vectors = {unit: salience.vector(unit.weights) for unit in evidence}

    @cache
    def alike(one: Unit, other: Unit) -> float:
        return max(cosine(vectors[one], vectors[other]), links.likeness(one, other))

    room = sentences or room_for(sum(len(article.text.split()) for article in unique))
    field = Field(tuple(evidence), {unit: salience.relevance(unit) for unit in evidence}, alike, salience.topics())
    chosen = joined(_chosen(field, room, _musts(unique, field, evidence, links), materials), materials)
    evidence |= {unit: evidence_of(unit, materials[unit.article], links) for unit in chosen if unit not in evidence}
    return Summary(
        to=_language(unique),
        engine=None,
        method=METHOD,
        articles=unique,
        sentences=tuple(_written(ordered(chosen, unique, links, evidence), materials, links)),
    )


def _chosen(field: Field, room: int, musts: Sequence[Wanted], materials: Sequence[Material]) -> list[Unit]:
    """The best units, with the headline of a single report in front where its opening is not the news."""
    chosen = choose(field, room, musts)
    if len(materials) > 1 or room < LEAST:
        return chosen
    headline = headline_in_front(materials[0], chosen)
    return [headline, *choose(field, room - 1, musts)] if headline else chosen


def _written(units: Sequence[Unit], materials: Sequence[Material], links: DossierLinks) -> Iterator[SummarySentence]:
    """The units as they read one after another; each report's people are named in full once."""
    named: list[set[str]] = [set() for _ in materials]
    articles = [one.article for one in materials]
    for unit in units:
        one = materials[unit.article]
        wording = worded(one.report, one.sentences[unit.first : unit.last + 1], named[unit.article])
        yield SummarySentence(
            wording.text,
            wording.text,
            _passages(unit, articles, links),
            alone=links.alone(unit),
            added=wording.added,
            voices=tuple(_voices(claims_in(unit, one), one.article.language)),
            elsewhere=tuple(outlet_sentences(unit, materials, links)),
        )


def _voices(claims: Sequence[Claim], language: Language) -> Iterator[Voice]:
    """Who says something in a sentence and how surely, each once."""
    yield from dict.fromkeys(Voice(_named(claim.source, language), claim.certainty) for claim in claims)


def _named(source: Source | None, language: Language) -> str | None:
    """The name of a source, "" where there is none; `None` where it has no name, or only a pronoun stands there."""
    if source is None:
        return ""
    is_pronoun = source_words(language).pronouns.is_personal(source.name.lower())
    return source.name if is_name(source.name) and not is_pronoun else None


def _by_words(claims: Mapping[str, Sequence[Claim]]) -> Compare:
    """The comparison of two articles, or of their heads, by their words and claims."""
    return lambda one, other: compare(one, other, claims=lambda article: within(claims[article.id], article))


def _musts(
    articles: Sequence[Article], field: Field, evidence: Mapping[Unit, UnitEvidence], links: DossierLinks
) -> list[Wanted]:
    """The kinds of sentence that no summary leaves out if there are any.

    Every report, what several say, both sides of a conflict, a denial, the people hurt, a decision with who tells of it, and
    somebody who says something. What was harmed or decided long ago is background, by its relevance.
    """

    def heard(place: int) -> Wanted:
        return lambda unit: place == unit.article or any(other.article == place for other in links.agreeing(unit))

    def at(place: int, span: Span) -> Wanted:
        return lambda unit: unit.article == place and any(span.overlaps(own) for own in unit.spans)

    musts: list[Wanted] = [heard(place) for place in range(len(articles))]
    musts.append(lambda unit: bool(links.agreeing(unit)))
    disputed = [unit for unit in field.units if links.conflicting(unit)]
    if disputed:
        unit = max(disputed, key=lambda unit: (field.relevance[unit], -unit.article, -unit.first))
        against = links.conflicting(unit)[0]
        musts += [at(unit.article, unit.spans[-1]), at(against.article, against.span)]
    enough = _ENOUGH * max(field.relevance.values(), default=0.0)
    return [
        *musts,
        lambda unit: evidence[unit].denial,
        lambda unit: evidence[unit].harm and field.relevance[unit] >= enough / 2,
        lambda unit: evidence[unit].decision and evidence[unit].attributed and field.relevance[unit] >= enough,
        lambda unit: evidence[unit].attributed and field.relevance[unit] >= enough,
    ]


def _passages(unit: Unit, articles: Sequence[Article], links: DossierLinks) -> tuple[Passage, ...]:
    own = [articles[unit.article].passage(span) for span in unit.spans]
    return (*own, *(articles[other.article].passage(other.span) for other in links.agreeing(unit)))


def _language(articles: Sequence[Article]) -> Language:
    """The most common language of the articles; the first one on a tie."""
    return Counter(article.language for article in articles).most_common(1)[0][0]
