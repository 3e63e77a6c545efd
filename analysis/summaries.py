"""Summaries with the library's corrections."""

from collections.abc import Sequence

from analysis.claims import corrected_claims
from analysis.comparisons import identities, link_corrections
from briefing.article import Article
from briefing.compare import compare
from briefing.compare.link import Comparison
from briefing.compare.pairing import Means
from briefing.summary import summarise
from briefing.summary.links import within
from briefing.summary.summary import Summary
from store.library import Library


def summary(articles: Sequence[Article], library: Library | None, *, sentences: int | None = None) -> Summary:
    """The summary of the articles in their own languages.

    Articles are compared by words alone, so that a dossier is summarised within a second.
    """
    means = Means(identities=identities(library))
    claims = {article.id: corrected_claims(article, library) for article in articles}

    def compared(left: Article, right: Article) -> Comparison:
        return compare(
            left,
            right,
            claims=lambda article: within(claims[article.id], article),
            corrections=link_corrections(left, right, library),
            means=means,
        )

    return summarise(articles, claims, comparing=compared, sentences=sentences)
