"""Comparisons and ledgers with the library's corrections; sentence vectors are kept in its cache."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from analysis.claims import corrected_claims
from analysis.stories import WordShares
from briefing.article import Article
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare import compare
from briefing.compare.embedder import installed
from briefing.compare.ledger import Ledger, ledger_of
from briefing.compare.ledger_memory import LedgerMemory
from briefing.compare.link import Comparison, LinkCorrection
from briefing.compare.pairing import Means
from briefing.progress import UNREPORTED, Progress
from store.cache import Cache
from store.library import Library

_VECTORS = "vector"
_REMEMBERED: Final = 200
"""Up to so many reports a ledger is remembered, so that the next one with a report more is quick; more would fill the memory."""
_MEMORY: Final = LedgerMemory()


class LibraryVectorCache:
    """The sentence vectors in a library's cache."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, key: str) -> bytes | None:
        """The vector under the key, or `None`."""
        return self._cache.get(_VECTORS, key)

    def put(self, key: str, value: bytes) -> None:
        """Store the vector under the key."""
        self._cache.put(_VECTORS, key, value)


def comparison(left: Article, right: Article, library: Library | None, progress: Progress | None = None) -> Comparison:
    """The comparison of two articles, by words, and by meaning where the embeddings are installed.

    Raises:
        CancelledError: the work was cancelled.
    """
    return compare(
        left,
        right,
        claims=partial(corrected_claims, library=library),
        corrections=link_corrections(left, right, library),
        means=means(library, progress),
    )


def ledger(articles: Sequence[Article], library: Library | None, progress: Progress | None = None) -> Ledger:
    """Who says what in several articles.

    Raises:
        CancelledError: the work was cancelled.
    """
    found = ledger_of(
        articles,
        claims=partial(corrected_claims, library=library),
        corrections=link_corrections_among(articles, library),
        means=means(library, progress),
        memory=_MEMORY if len(articles) <= _REMEMBERED else None,
    )
    _MEMORY.trim()
    return found


def link_corrections_among(articles: Sequence[Article], library: Library | None) -> Sequence[LinkCorrection]:
    """The user's corrections of links between any two of the articles that are in the library."""
    stored = [article.id for article in articles if article.id.isdecimal()]
    return library.corrections.of_links_among(stored) if library is not None else ()


def link_corrections(left: Article, right: Article, library: Library | None) -> Sequence[LinkCorrection]:
    """The user's corrections of links between two articles; none if they are not in the library."""
    if library is None or not (left.id.isdecimal() and right.id.isdecimal()):
        return ()
    return tuple(library.corrections.of_links(left.id, right.id).values())


def means(library: Library | None, progress: Progress | None = None) -> Means:
    """What a comparison uses: embeddings if installed; from a library its cached vectors and word frequencies."""
    if library is None:
        return Means(installed(), progress=progress or UNREPORTED)
    return Means(
        installed(),
        LibraryVectorCache(library.cache),
        WordShares(library.story_index),
        progress or UNREPORTED,
        identities(library),
    )


def identities(library: Library | None) -> Identities:
    """Which names are one source, with the user's judgements."""
    return RULES if library is None else Identities(tuple(library.corrections.of_sources().values()))
