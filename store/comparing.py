"""Comparing beside a library: vectors and sketches kept in its cache, corrections taken from it, stories found in it."""

from collections.abc import Sequence
from threading import Lock

from briefing.article import Article
from briefing.compare.link import LinkCorrection
from briefing.compare.stories import VERSION, Likeness, Sketch, Stories, sketch_of
from store.library import Library
from store.values import ArticleFilter

_VECTORS = "vector"
_SKETCHES = f"sketch.{VERSION}"


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
        self._known: set[str] = set()
        self._lock = Lock()

    def like(self, article: Article, *, limit: int = 5) -> list[Likeness]:
        """The other articles of the library that may belong to the article's story, the likeliest first."""
        with self._lock:
            self._catch_up()
            found = self._stories.like(self._sketch(article), article.published, limit=limit + 1)
        return [one for one in found if one.article != article.id][:limit]

    def _catch_up(self) -> None:
        """Take in what was added to the library, and let go of what was removed or thrown away."""
        records = {record.id: record for record in self._library.records(ArticleFilter(order="added"))}
        for gone in self._known - records.keys():
            self._stories.remove(gone)
        for new in records.keys() - self._known:
            kept = self._library.cached(_SKETCHES, new)
            sketch = Sketch.from_bytes(kept) if kept else self._sketch(self._library.article(new))
            self._stories.put(new, sketch, records[new].published)
        self._known = set(records)

    def _sketch(self, article: Article) -> Sketch:
        kept = self._library.cached(_SKETCHES, article.id) if article.id.isdecimal() else None
        if kept:
            return Sketch.from_bytes(kept)
        sketch = sketch_of(article)
        if article.id.isdecimal():
            self._library.cache(_SKETCHES, article.id, sketch.to_bytes())
        return sketch
