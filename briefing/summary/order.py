"""The order in which a summary of several reports tells what was chosen."""

from collections.abc import Mapping, Sequence

from briefing.article import Article
from briefing.summary.evidence import UnitEvidence
from briefing.summary.links import DossierLinks
from briefing.summary.salience import recency
from briefing.summary.units import Unit


def ordered(
    chosen: Sequence[Unit], articles: Sequence[Article], links: DossierLinks, evidence: Mapping[Unit, UnitEvidence]
) -> list[Unit]:
    """What several reports say, then what each says, in the order of time and as it tells it.

    What several deny comes after what they say.
    """
    newest = recency(articles)
    return sorted(
        chosen,
        key=lambda unit: (
            not (several := bool(links.agreeing(unit))),
            several and evidence[unit].denial,
            newest[unit.article],
            unit.article,
            unit.first,
        ),
    )
