"""What the comparison tells of the units: which other reports say the same, on whose word, and which contradict."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from briefing.article import Article, Span
from briefing.compare import compare
from briefing.compare.link import Comparison, Pair
from briefing.summary.units import Unit

_AGREE: Final = frozenset({"same", "supports"})
_ALL_WITH_ALL: Final = 4


class Other(NamedTuple):
    """A passage of another article, given by its place among the articles, and the pair that links it."""

    article: int
    span: Span
    pair: Pair


class Links:
    """The pairs of a dossier, found by the unit that one side of them stands in."""

    def __init__(self, articles: Sequence[Article], comparisons: Iterable[Comparison]) -> None:
        place = {article.id: at for at, article in enumerate(articles)}
        self._of: dict[int, list[tuple[Span, Other]]] = {at: [] for at in place.values()}
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
        """Whether its article was held against every other, of which there are some, and nothing there is like it."""
        others = len(self._of) - 1
        return 0 < others == len(self._held[unit.article]) and not self._at(unit)

    def linked(self, one: Unit, other: Unit) -> bool:
        """Whether the two say the same in the words of two articles."""
        return any(
            found.article == other.article and any(found.span.overlaps(span) for span in other.spans)
            for found in self.agreeing(one)
        )

    def _at(self, unit: Unit) -> list[Other]:
        return [other for span, other in self._of[unit.article] if any(span.overlaps(own) for own in unit.spans)]


def compared(articles: Sequence[Article]) -> list[Comparison]:
    """A few articles all with each other; of more than four, the newest (the last of equals) with every other."""
    if len(articles) <= _ALL_WITH_ALL:
        return [compare(a, b) for at, a in enumerate(articles) for b in articles[at + 1 :]]
    newest = max(
        range(len(articles)),
        key=lambda at: (published.isoformat() if (published := articles[at].published) else "", at),
    )
    return [compare(articles[newest], other) for at, other in enumerate(articles) if at != newest]
