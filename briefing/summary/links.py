"""The comparison of reports by unit: which other reports agree, from which source, and which contradict."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final, NamedTuple

from briefing.article import Article, Span
from briefing.claims.claim import Claim
from briefing.compare.link import Comparison, Pair
from briefing.summary.units import Unit

Compare = Callable[[Article, Article], Comparison]
_AGREE: Final = frozenset({"same", "supports"})
_ALL_WITH_ALL: Final = 4
_HEAD_WORDS: Final = 150
_DIFFERING: Final = 0.8
"""How much of a repetition it is to tell the same with another detail."""


class Other(NamedTuple):
    """A passage of another article, given by its place among the articles, and the pair that links it."""

    article: int
    span: Span
    pair: Pair


class DossierLinks:
    """The pairs of a dossier, found by the unit that one side of them stands in."""

    def __init__(self, articles: Sequence[Article], comparisons: Iterable[Comparison]) -> None:
        place = {article.id: at for at, article in enumerate(articles)}
        self._of: dict[int, list[tuple[Span, Other]]] = {at: [] for at in place.values()}
        self._known: dict[Unit, list[Other]] = {}
        self._held: dict[int, set[int]] = {at: set() for at in place.values()}
        for one in comparisons:
            if one.left.id not in place or one.right.id not in place:
                continue
            left, right = place[one.left.id], place[one.right.id]
            self._held[left].add(right)
            self._held[right].add(left)
            for pair in one.pairs:
                self._of[left].append((pair.left, Other(right, pair.right, pair)))
                self._of[right].append((pair.right, Other(left, pair.left, pair)))

    def agreeing(self, unit: Unit) -> list[Other]:
        """The passages of other articles that say the same or support it, one an article, the surest."""
        best: dict[int, Other] = {}
        for other in self._at(unit):
            known = best.get(other.article)
            if other.pair.relation in _AGREE and (known is None or other.pair.score > known.pair.score):
                best[other.article] = other
        return [best[place] for place in sorted(best)]

    def conflicting(self, unit: Unit) -> list[Other]:
        """The passages of other articles that contradict it."""
        return [other for other in self._at(unit) if other.pair.relation == "conflicts"]

    def alone(self, unit: Unit) -> bool:
        """Whether its article was compared with all others and none of them has anything similar."""
        others = len(self._of) - 1
        return 0 < others < _ALL_WITH_ALL and others == len(self._held[unit.article]) and not self._at(unit)

    def likeness(self, one: Unit, other: Unit) -> float:
        """The similarity of two units of different articles, 0..1; 1 if they agree."""
        return max(
            (
                1.0 if found.pair.relation in _AGREE else _DIFFERING * found.pair.score
                for found in self._at(one)
                if found.article == other.article
                and found.pair.relation in {*_AGREE, "differs"}
                and any(found.span.overlaps(span) for span in other.spans)
            ),
            default=0.0,
        )

    def _at(self, unit: Unit) -> list[Other]:
        known = self._known.get(unit)
        if known is None:
            known = self._known[unit] = [
                other for span, other in self._of[unit.article] if any(span.overlaps(own) for own in unit.spans)
            ]
        return known


def compared(articles: Sequence[Article], compare: Compare) -> list[Comparison]:
    """A few articles all with each other. Of more than four, the head of the newest (the first of equals) with the head of every
    other: a report says first what matters, and a whole dossier is to be summed up within a second.
    """
    if len(articles) <= _ALL_WITH_ALL:
        return [compare(one, other) for one, other in combinations(articles, 2)]
    newest = max(articles, key=lambda one: one.published.isoformat() if one.published else "")
    return [compare(head(newest), head(other)) for other in articles if other is not newest]


def head(article: Article) -> Article:
    """The first paragraphs of the article, up to a number of words, with the same offsets."""
    words = 0
    for place, paragraph in enumerate(article.paragraphs, start=1):
        words += len(paragraph.text.split())
        if words >= _HEAD_WORDS:
            return replace(article, paragraphs=article.paragraphs[:place])
    return article


def within(claims: Iterable[Claim], article: Article) -> tuple[Claim, ...]:
    """The claims that stand in the article, which may be the head of a longer one."""
    return tuple(claim for claim in claims if max(claim.end, claim.content.end) <= len(article.text))
