"""Comparing beside a library: vectors kept in its cache, corrections taken from it, stories found in it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.article import Article, PublicationDate
from briefing.compare.embedder import installed
from briefing.compare.link import LinkCorrection
from briefing.compare.onlooker import NOBODY, Onlooker
from briefing.compare.pairing import Means
from briefing.compare.stories import Likeness, key_of, likenesses, share
from briefing.compare.terms import Term
from store.library import Library

_VECTORS = "vector"
# So many sketches, of some 5 ms each, are made before suggestions are.
_AT_ONCE = 20
# From so many articles on a library tells which words are common.
_MANY = 64


class Vectors:
    """The vectors of sentences in the cache of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def get(self, key: str) -> bytes | None:
        """The vector kept under the key, or `None`."""
        return self._library.cached(_VECTORS, key)

    def put(self, key: str, value: bytes) -> None:
        """Keep the vector under the key."""
        self._library.cache(_VECTORS, key, value)


def means(library: Library | None, onlooker: Onlooker | None) -> Means:
    """What a comparison may use: embeddings where they are installed, and of a library its cache and what its articles are about."""
    if library is None:
        return Means(installed(), onlooker=onlooker or NOBODY)
    return Means(installed(), Vectors(library), Common(library), onlooker or NOBODY)


class Common:
    """What the articles of a library are about. It is asked for each word once."""

    def __init__(self, library: Library) -> None:
        self._sketches = library.sketches()
        self._size = len(self._sketches)
        self._shares: dict[str, float | None] = {}

    def __call__(self, terms: Mapping[str, Term]) -> Mapping[str, float]:
        """By its text, the share of the library's articles, 0..1, that each of the terms is among the weightiest words of.

        It is told in steps of a doubling, so that an article more changes next to nothing; of a few articles nothing is told.
        """
        if self._size < _MANY:
            return {}
        new = {text: key_of(term) for text, term in terms.items() if text not in self._shares and not term.number}
        counts = self._sketches.counts(set(new.values()))
        self._shares |= {text: share(counts[key], self._size) if key in counts else None for text, key in new.items()}
        return {text: known for text in terms if (known := self._shares.get(text)) is not None}


def corrections(library: Library | None, left: Article, right: Article) -> Sequence[LinkCorrection]:
    """What the user said of the links between two articles; nothing where they are no articles of the library."""
    if library is None or not (left.id.isdecimal() and right.id.isdecimal()):
        return ()
    return tuple(library.link_corrections(left.id, right.id).values())


class Suggestions(NamedTuple):
    """By the identifiers of articles, others that may belong to the same story, the likeliest first; and how many articles
    were not looked at, since they have no sketch yet.
    """

    found: Mapping[str, Sequence[Likeness]]
    waiting: int = 0


def same_story(library: Library, articles: Sequence[Article], *, limit: int = 5) -> Suggestions:
    """The other articles of a library that may belong to the stories of some of it.

    The sketches of these are made and kept, and those of a few others that have none yet; the rest is not waited for.
    """
    sketches = library.sketches()
    sketches.make(at_most=_AT_ONCE)
    known = sketches.of([article.id for article in articles])
    made = {article.id: known.get(article.id) or sketches.put(article) for article in articles}

    def published_of(one: str) -> PublicationDate | None:
        return library.record(one).published

    found = {
        article.id: [
            one
            for one in likenesses(
                made[article.id], sketches, article.published, published_of=published_of, limit=limit + 1
            )
            if one.article != article.id
        ][:limit]
        for article in articles
    }
    return Suggestions(found, sketches.catch_up())
