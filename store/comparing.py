"""Comparing beside a library: vectors and sketches kept in its cache, corrections taken from it, stories found in it."""

from collections.abc import Sequence
from threading import Lock

from briefing.article import Article, PublicationDate
from briefing.compare.embedder import installed
from briefing.compare.link import LinkCorrection
from briefing.compare.onlooker import NOBODY, Onlooker
from briefing.compare.pairing import Means
from briefing.compare.stories import VERSION, Likeness, Sketch, Stories, sketch_of
from store.library import Library
from store.values import ArticleFilter

_VECTORS = "vector"
_SKETCHES = f"sketch.{VERSION}"
_FEW = 20


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
    """What a comparison may use: embeddings where they are installed, kept in the library's cache where there is one."""
    return Means(installed(), Vectors(library) if library else None, onlooker or NOBODY)


def corrections(library: Library | None, left: Article, right: Article) -> Sequence[LinkCorrection]:
    """What the user said of the links between two articles; nothing where they are no articles of the library."""
    if library is None or not (left.id.isdecimal() and right.id.isdecimal()):
        return ()
    return tuple(library.link_corrections(left.id, right.id).values())


class StoryFinder:
    """Finds the articles of a library that may belong to the story of another one."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._stories = Stories()
        self._known: dict[str, str] = {}
        self._lock = Lock()

    def like(self, article: Article, *, limit: int = 5) -> list[Likeness]:
        """The other articles of the library that may belong to the article's story, the likeliest first."""
        with self._lock:
            self._catch_up()
            sketch = sketch_of(article)
            found = self._stories.like(sketch, article.published, published_of=self._published, limit=limit + 1)
        return [one for one in found if one.article != article.id][:limit]

    def _published(self, article: str) -> PublicationDate | None:
        return self._library.record(article).published

    def _catch_up(self) -> None:
        """Take in what was added to the library or edited, and let go of what was removed or thrown away."""
        present = self._library.fingerprints(ArticleFilter())
        for gone in self._known.keys() - present.keys():
            self._stories.remove(gone)
        new = {article: hash_ for article, hash_ in present.items() if self._known.get(article) != hash_}
        kept = self._library.cached_all(_SKETCHES) if len(new) > _FEW else {}
        for article in sorted(new, key=int):
            known = kept.get(new[article]) or self._library.cached(_SKETCHES, new[article])
            self._stories.put(article, Sketch.from_bytes(known) if known else self._made(article, new[article]))
        self._known = present

    def _made(self, article: str, fingerprint: str) -> Sketch:
        sketch = sketch_of(self._library.article(article))
        self._library.cache(_SKETCHES, fingerprint, sketch.to_bytes())
        return sketch
