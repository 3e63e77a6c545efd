"""Sentences of reports in the summary's language that can replace a translation."""

from collections.abc import Iterator, Sequence

from briefing.article import Article, Sentence, Span
from briefing.claims.claim import Claim
from briefing.language.figures import figures_in
from briefing.language.languages import base
from briefing.summary.links import DossierLinks, Other
from briefing.summary.summary import OutletSentence
from briefing.summary.units import Material, Unit
from briefing.summary.wording import worded


def outlet_sentences(unit: Unit, materials: Sequence[Material], links: DossierLinks) -> Iterator[OutletSentence]:
    """Sentences of reports in other languages that say the same as a unit of one sentence, equally certain."""
    if unit.first != unit.last:
        return
    one = materials[unit.article]
    for other in links.agreeing(unit):
        theirs = materials[other.article]
        found = _sentence(theirs, other)
        foreign = base(theirs.article.language) != base(one.article.language)
        if foreign and found and not other.pair.differences and _is_as_sure(one, unit.spans[0], theirs, found.span):
            text = worded(theirs.report, [found], set()).text
            yield OutletSentence(theirs.article.language, text, theirs.article.passage(found.span))


def _sentence(theirs: Material, other: Other) -> Sentence | None:
    """The sentence of the other report that the pair is about, if it can be read alone."""
    for unit in theirs.units:
        if unit.first == unit.last and not unit.follows and unit.spans[0].overlaps(other.span):
            return theirs.sentences[unit.first]
    return None


def _is_as_sure(one: Material, here: Span, theirs: Material, there: Span) -> bool:
    """Whether both say it with the same certainty, polarity and figures."""
    return _presented(one.report.claims, here) == _presented(theirs.report.claims, there) and _figures(
        one.article, here
    ) == _figures(theirs.article, there)


def _presented(claims: Sequence[Claim], span: Span) -> set[tuple[str, str]]:
    """The certainties and polarities of the claims in a passage that are not plainly so."""
    return {
        (claim.certainty, claim.polarity)
        for claim in claims
        if claim.content.span.overlaps(span) and (claim.certainty, claim.polarity) != ("certain", "positive")
    }


def _figures(article: Article, span: Span) -> set[tuple[object, ...]]:
    """The values of the figures in a passage, without the nouns they count, which differ between languages."""
    found = figures_in(span.of(article.text), article.language, article.published)
    return {
        (one.kind, one.value, one.unit if one.kind == "amount" else "", str(one.earliest), str(one.latest))
        for one in found
    }
