"""The versions of a report in a library, and what changed between two of them."""

from collections.abc import Mapping, Sequence

from analysis.claims import corrected_claims
from analysis.comparisons import link_corrections, means
from analysis.stories import same_story
from briefing.article import Article
from briefing.compare import compare
from briefing.coverage.revision import Revision, revision_of
from briefing.coverage.versions import History, Version, address_of, are_versions, history_of
from briefing.progress import Progress
from store.library import Library

_LIKELY = 20
"""Number of articles of the same story that are looked at for the same text."""


def histories(articles: Sequence[Article], library: Library) -> Mapping[str, History]:
    """By article, its versions in the list and the archive of the library, itself among them.

    The articles are read again: their details may have been edited since.
    """
    articles = [library.articles.get(article.id) for article in articles]
    near = same_story(library, articles, limit=_LIKELY).found
    urls = library.articles.urls() if any(article.url for article in articles) else {}
    by_address: dict[str, list[str]] = {}
    for one, url in urls.items():
        by_address.setdefault(address_of(url), []).append(one)
    return {
        article.id: _history(
            article,
            [one.article for one in near[article.id] if one.near_duplicate]
            + by_address.get(address_of(article.url), []),
            library,
        )
        for article in articles
    }


def _history(article: Article, likely: Sequence[str], library: Library) -> History:
    records = [
        one for one in library.articles.records_of(dict.fromkeys([article.id, *likely])) if one.state != "trashed"
    ]
    versions = [Version(library.articles.get(one.id), one.added) for one in sorted(records, key=lambda one: one.added)]
    return history_of(one for one in versions if one.article.id == article.id or are_versions(one.article, article))


def revision(older: Article, newer: Article, library: Library | None, progress: Progress | None = None) -> Revision:
    """What changed between two versions, with the user's corrections.

    Raises:
        CancelledError: the work was cancelled.
    """
    claims = {article.id: corrected_claims(article, library) for article in (older, newer)}
    comparison = compare(
        older,
        newer,
        claims=lambda article: claims[article.id],
        corrections=link_corrections(older, newer, library),
        means=means(library, progress),
    )
    return revision_of(comparison, claims[older.id], claims[newer.id])
