"""Articles of one story, found by an index of their most telling words, in both languages."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from math import log, log2, sqrt
from typing import Final, NamedTuple, Protocol

from briefing.article import Article, PublicationDate
from briefing.compare import near_duplicates
from briefing.compare.terms import Term, profile
from briefing.language.languages import has_data

VERSION: Final = "3"
"""Grows when the sketch of the same article may be another: what was kept by an older version is stale."""

_KEPT: Final = 40
_NAME: Final = 2.0
_HEAD: Final = 1.5
_LONGEST: Final = 20_000
# From this likeness on two articles are suggested as one story, and after so many days it counts for less. Set by hand on
# bench/samples/compare/dev-* among 10,000 made-up others; `python -m bench.stories` tells how the held-out ones fare.
LEAST: Final = 0.25
_DAYS: Final = 60
_LATER: Final = 0.6
# A word that more articles have than this, and than this share of them, brings no candidates.
_FEW: Final = 20
_COMMON: Final = 0.05
_CANDIDATES: Final = 50


@dataclass(frozen=True, slots=True)
class Sketch:
    """What an article is about: its weightiest words, as keys that Dutch and English share, and what its text is known by."""

    weights: Mapping[str, float]
    runs: tuple[int, ...]

    def to_bytes(self) -> bytes:
        """The sketch in a form to keep."""
        words = "\x1f".join(self.weights).encode("utf-8", "surrogatepass")
        numbers = array("f", self.weights.values()).tobytes() + array("I", self.runs).tobytes()
        return len(words).to_bytes(4, "big") + len(self.weights).to_bytes(2, "big") + words + numbers

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Sketch":
        """The sketch that was kept.

        Raises:
            ValueError: the bytes are no sketch.
        """
        length, count = int.from_bytes(kept[:4], "big"), int.from_bytes(kept[4:6], "big")
        words = kept[6 : 6 + length].decode("utf-8", "surrogatepass").split("\x1f") if count else []
        at = 6 + length + 4 * count
        weights, runs = array("f", kept[6 + length : at]), array("I", kept[at:])
        return cls(dict(zip(words, weights, strict=True)), tuple(runs))


def sketch_of(article: Article) -> Sketch:
    """The sketch of an article: of its title and its first 20,000 characters. One in a language without data has no words."""
    counted: defaultdict[str, float] = defaultdict(float)
    parts = ((article.title, _HEAD), (article.text[:_LONGEST], 1.0)) if has_data(article.language) else ()
    for text, weight in parts:
        for term in profile(text, article.language).terms:
            if not term.number:
                counted[key_of(term)] += weight * (_NAME if term.name else 1.0)
    weightiest = nlargest(_KEPT, counted.items(), key=lambda one: (one[1], one[0]))
    return Sketch(
        {key: 1 + log(count) for key, count in weightiest if count >= 1},
        near_duplicates.sketch(article.text[:_LONGEST]),
    )


def key_of(term: Term) -> str:
    """The key of a word in sketches: that by which a word is most surely met in the other language, else the word itself."""
    english = [(strength, key) for key, strength in term.keys.items() if key.startswith("en:")]
    return max(english, key=lambda one: one[0])[1] if english else term.text


def share(count: int, size: int) -> float:
    """The share of articles, 0..1, rounded to a power of two, so that one more changes next to nothing."""
    return 2.0 ** round(log2(count / size))


class Likeness(NamedTuple):
    """An article that may belong to the same story, how like it is, 0..1, and whether it carries the same text."""

    article: str
    score: float
    near_duplicate: bool


class Index(Protocol):
    """The sketches of many articles, found by their keys; articles by their identifiers."""

    def __len__(self) -> int:
        """How many sketches there are."""

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many articles have each of the keys; a key that none has is left out."""

    def having(self, keys: Collection[str]) -> Iterable[tuple[str, str, float]]:
        """Each of the keys with each article that has it, and its weight there."""

    def of(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        """The sketches of those of the articles that have one."""


def likenesses(
    sketch: Sketch,
    index: Index,
    published: PublicationDate | None = None,
    *,
    published_of: Callable[[str], PublicationDate | None] = lambda _: None,
    limit: int = 5,
) -> list[Likeness]:
    """The articles of the index that may belong to the story of the sketch, the likeliest first.

    `published_of` tells when an article was published; it is asked for the few that are near.
    """
    size, counts = len(index), index.counts(sketch.weights.keys())
    rarity = {key: _rarity(counts.get(key, 0), size) for key in sketch.weights}
    telling = [key for key, count in counts.items() if count <= max(_FEW, _COMMON * size)]
    dots: defaultdict[str, float] = defaultdict(float)
    for key, article, weight in index.having(telling):
        dots[article] += sketch.weights[key] * weight * rarity[key] ** 2
    near = index.of(nlargest(_CANDIDATES, dots, key=lambda other: (dots[other], other)))
    counts = index.counts({key for other in near.values() for key in other.weights})
    rarity |= {key: _rarity(count, size) for key, count in counts.items()}
    found = [_likeness(sketch, article, other, rarity) for article, other in near.items()]
    found = [one for one in found if one.score >= LEAST or one.near_duplicate]
    found = [one._replace(score=one.score * _nearness(published, published_of(one.article))) for one in found]
    likely = [one for one in found if one.score >= LEAST or one.near_duplicate]
    return sorted(likely, key=lambda one: (-one.near_duplicate, -one.score, one.article))[:limit]


def _rarity(count: int, size: int) -> float:
    """The weight of a key that so many of all articles have."""
    return log(1 + (size + 1) / (count + 1))


def _likeness(sketch: Sketch, article: str, other: Sketch, rarity: Mapping[str, float]) -> Likeness:
    shared = sum(weight * other.weights.get(key, 0.0) * rarity[key] ** 2 for key, weight in sketch.weights.items())
    norms = [sqrt(sum((weight * rarity[key]) ** 2 for key, weight in one.weights.items())) for one in (sketch, other)]
    score = shared / (norms[0] * norms[1]) if all(norms) else 0.0
    return Likeness(article, score, near_duplicates.resemblance(sketch.runs, other.runs) >= near_duplicates.LEAST)


def _nearness(one: PublicationDate | None, other: PublicationDate | None) -> float:
    """The factor on a likeness by the dates of publication: less than 1 for articles published far apart."""
    days = [_day(date) for date in (one, other)]
    return _LATER if days[0] is not None and days[1] is not None and abs(days[0] - days[1]) > _DAYS else 1.0


def _day(published: PublicationDate | None) -> int | None:
    """The day, counted from the year 0 in months of 31 days: near enough to tell weeks apart."""
    if published is None:
        return None
    return (published.year * 12 + (published.month or 6)) * 31 + (published.day or 15)
