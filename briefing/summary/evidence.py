"""Evidence for a unit from its claims, the comparison and its words: source, denial, weight of the news."""

from dataclasses import dataclass

from briefing.claims.claim import Claim
from briefing.summary.denials import is_denial, key_fact_words
from briefing.summary.links import DossierLinks
from briefing.summary.units import Material, Unit


@dataclass(frozen=True, slots=True)
class UnitEvidence:
    """The evidence for one unit.

    `attributed` is whether it names a source; `denial` whether it denies; `harm` whether it reports that people were
    hurt, `decision` what was decided; `agreeing` counts the other articles that say the same, those with an independent
    source twice.
    """

    attributed: bool = False
    denial: bool = False
    harm: bool = False
    decision: bool = False
    agreeing: float = 0.0


def evidence_of(unit: Unit, one: Material, links: DossierLinks) -> UnitEvidence:
    """The evidence for a unit of a report."""
    own = claims_in(unit, one)
    weighty = key_fact_words(one.article.language)
    words = frozenset[str]().union(*map(one.report.words, one.sentences[unit.first : unit.last + 1]))
    accuses = bool(words & weighty.accusation)
    return UnitEvidence(
        attributed=any(claim.source for claim in own),
        denial=any(is_denial(claim, one.article, accuses=accuses) for claim in own),
        harm=not unit.is_past and bool(words & weighty.harm),
        decision=bool(words & weighty.decision),
        agreeing=sum(2.0 if other.pair.independent == "yes" else 1.0 for other in links.agreeing(unit)),
    )


def claims_in(unit: Unit, one: Material) -> list[Claim]:
    """The claims of which a part of the content stands in the unit, each once."""
    sentences = one.sentences[unit.first : unit.last + 1]
    return list({claim.id: claim for sentence in sentences for claim in one.report.claims_in(sentence)}.values())
