"""Reports of one story in a library: updating the story index, suggestions, and how common words are."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from briefing.article import Article, PublicationDate
from briefing.compare.stories import Likeness, Sketch, key_of, likenesses, share, sketch_of
from briefing.compare.terms import Term
from briefing.message import BriefingError
from briefing.progress import UNREPORTED, Progress
from store.library import Library
from store.story_index import StoryIndex

_INDEXED_FIRST = 20
"""Number of articles that are indexed before suggestions are made; each takes some 5 ms."""
_LEAST_ARTICLES = 64
"""Number of indexed articles from which word frequencies are used."""


class Suggestions(NamedTuple):
    """By article identifier, others that may belong to the same story, likeliest first; and how many are not indexed yet."""

    found: Mapping[str, Sequence[Likeness]]
    waiting: int = 0


def same_story(library: Library, articles: Sequence[Article], *, limit: int = 5) -> Suggestions:
    """Other articles of the library that may belong to the stories of these.

    These articles and a few of those that wait are indexed first; the rest is left for later.
    """
    index = library.story_index
    update_index(library, at_most=_INDEXED_FIRST)
    known = index.of([article.id for article in articles])
    sketches = {article.id: known.get(article.id) or _indexed(index, article) for article in articles}

    def published_of(one: str) -> PublicationDate | None:
        return library.articles.record(one).published

    found = {
        article.id: [
            one
            for one in likenesses(
                sketches[article.id], index, article.published, published_of=published_of, limit=limit + 1
            )
            if one.article != article.id
        ][:limit]
        for article in articles
    }
    return Suggestions(found, index.catch_up())


def update_index(library: Library, progress: Progress = UNREPORTED, *, at_most: int = -1) -> None:
    """Index the articles that wait, newest first; -1 stands for all. What is done before a cancellation stays done.

    Raises:
        CancelledError: the work was cancelled.
    """
    library.story_index.catch_up()
    for identifier in progress.each(library.story_index.waiting(at_most)):
        with suppress(BriefingError):
            _indexed(library.story_index, library.articles.get(identifier))


def _indexed(index: StoryIndex, article: Article) -> Sketch:
    sketch = sketch_of(article)
    index.put(article.id, sketch)
    return sketch


class WordShares:
    """How common words are in a library. Each word is looked up once."""

    def __init__(self, index: StoryIndex) -> None:
        self._index = index
        self._size = len(index)
        self._shares: dict[str, float | None] = {}

    def __call__(self, terms: Mapping[str, Term]) -> Mapping[str, float]:
        """By text, the share of the library's articles, 0..1, that have the term among their weightiest words.

        Shares are rounded to powers of two, so that one more article changes next to nothing. A small library gives none.
        """
        if self._size < _LEAST_ARTICLES:
            return {}
        new = {text: key_of(term) for text, term in terms.items() if text not in self._shares and not term.number}
        counts = self._index.counts(set(new.values()))
        self._shares |= {text: share(counts[key], self._size) if key in counts else None for text, key in new.items()}
        return {text: known for text in terms if (known := self._shares.get(text)) is not None}
