"""Choosing and ordering what a summary says."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.article import Article, Language, Passage, Span
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.compare import compare
from briefing.language.lexicon import lexicon
from briefing.summary.choice import Field, Wanted, choose, room_for
from briefing.summary.links import Compare, DossierLinks, compared, within
from briefing.summary.salience import Salience, UnitEvidence, cosine, recency
from briefing.summary.summary import Summary, SummarySentence
from briefing.summary.units import Material, Unit, material

METHOD = "extractive 1"
"""How a summary is made: another number makes older summaries stale."""


def summarise(
    articles: Sequence[Article],
    claims: Mapping[str, Sequence[Claim]] | None = None,
    *,
    comparing: Compare | None = None,
    sentences: int | None = None,
) -> Summary:
    """The short of one article or of several about one event, in sentences of their own and in their own languages.

    `claims` (by article id) are taken as they are given, with what the user said of them, and computed where they are not;
    `comparing` compares two of the articles where there is more to know of that than the articles tell. `sentences` is how
    many there should be; without it 3 to 8, by how much there is to sum up. The same articles give the same summary.
    """
    unique = tuple({article.id: article for article in articles}.values())
    materials = material(unique)
    known = claims or {}
    said = {article.id: known[article.id] if article.id in known else claims_of(article) for article in unique}
    links = DossierLinks(unique, compared(unique, comparing or _by_words(said)))
    evidence = {unit: _evidence(unit, one, links, said) for one in materials for unit in one.units}
    salience = Salience(materials, evidence)
    vectors = {unit: salience.vector(unit.weights) for unit in evidence}

    @cache
    def alike(one: Unit, other: Unit) -> float:
        return max(cosine(vectors[one], vectors[other]), links.likeness(one, other))

    field = Field(tuple(evidence), {unit: salience.relevance(unit) for unit in evidence}, alike)
    room = sentences or room_for(sum(len(one.sentences) for one in materials))
    chosen = choose(field, room, _musts(unique, field, evidence, links))
    rests = {unit: _passages(unit, unique, links) for unit in _ordered(chosen, unique, links, evidence)}
    return Summary(
        to=_language(unique),
        engine=None,
        method=METHOD,
        articles=unique,
        sentences=tuple(
            SummarySentence(unit.text, unit.text, passages, alone=links.alone(unit)) for unit, passages in rests.items()
        ),
    )


def _by_words(claims: Mapping[str, Sequence[Claim]]) -> Compare:
    """The comparison of two articles, or of their heads, by their words and claims."""
    return lambda one, other: compare(one, other, claims=lambda article: within(claims[article.id], article))


def _evidence(unit: Unit, one: Material, links: DossierLinks, claims: Mapping[str, Sequence[Claim]]) -> UnitEvidence:
    own = [
        claim
        for claim in claims[one.article.id]
        if any(Span(claim.content.start, claim.content.end).overlaps(span) for span in unit.spans)
    ]
    return UnitEvidence(
        attributed=any(claim.source for claim in own),
        denial=any(claim.source and _denies(claim, one.article) for claim in own),
        agreeing=sum(2.0 if other.pair.independent == "yes" else 1.0 for other in links.agreeing(unit)),
    )


def _denies(claim: Claim, article: Article) -> bool:
    """Whether the source denies something: by its cue, not by a negation in what it says."""
    words = " ".join(part.of(article.text) for part in claim.cue.parts).lower().split() if claim.cue else []
    verbs = lexicon(article.language).verbs
    return any(cue.kind == "deny" for word in words for cue in verbs.get(word, ()))


def _musts(
    articles: Sequence[Article], field: Field, evidence: Mapping[Unit, UnitEvidence], links: DossierLinks
) -> list[Wanted]:
    """What no summary leaves out where there is such a thing.

    Every report, what several say, both sides of a conflict, a denial, and somebody who says it.
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
    return [*musts, lambda unit: evidence[unit].denial, lambda unit: evidence[unit].attributed]


def _ordered(
    chosen: Sequence[Unit], articles: Sequence[Article], links: DossierLinks, evidence: Mapping[Unit, UnitEvidence]
) -> list[Unit]:
    """What several reports say, then what each says, the newest first and as it tells it; denials after what they deny."""
    newest = recency(articles)
    return sorted(
        chosen,
        key=lambda unit: (
            evidence[unit].denial,
            not links.agreeing(unit),
            -newest[unit.article],
            unit.article,
            unit.first,
        ),
    )


def _passages(unit: Unit, articles: Sequence[Article], links: DossierLinks) -> tuple[Passage, ...]:
    own = [articles[unit.article].passage(span) for span in unit.spans]
    return (*own, *(articles[other.article].passage(other.span) for other in links.agreeing(unit)))


def _language(articles: Sequence[Article]) -> Language:
    """The language of most of the articles; of equals the one that comes first."""
    return Counter(article.language for article in articles).most_common(1)[0][0]
