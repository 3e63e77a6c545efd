"""Look-ups in a comparison: pairs that begin on a line, crossings, differences."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final

from briefing.article import Span
from briefing.compare.link import Comparison, Pair
from tui.layout.alignment import Anchor

_TELLING: Final = {"conflicts": 0, "differs": 1, "same": 2, "supports": 3, None: 4}
"""The most telling relation first."""


class PairLinks:
    """The pairs of a comparison, by side: 0 is left, 1 is right. `chain` has the aligned paragraphs."""

    def __init__(self, comparison: Comparison | None, chain: Sequence[Anchor] = ()) -> None:
        self.pairs: Sequence[Pair] = comparison.pairs if comparison else ()
        self._level = frozenset(chain)
        self._articles = (comparison.left, comparison.right) if comparison else None
        self._starts = tuple(
            sorted(((side_of(pair, side).start, n) for n, pair in enumerate(self.pairs))) for side in (0, 1)
        )
        only = (comparison.only_left, comparison.only_right) if comparison else ((), ())
        self._only = tuple(sorted(span.start for span in spans) for spans in only)

    def begun(self, side: int, span: Span) -> list[Pair]:
        """The pairs that begin in a span of the side, the most telling first."""
        starts = self._starts[side]
        first, last = bisect_left(starts, (span.start, -1)), bisect_left(starts, (span.end, -1))
        return _telling(self.pairs[n] for _start, n in starts[first:last])

    def over(self, side: int, spans: Iterable[Span]) -> list[Pair]:
        """The pairs that share characters with the spans of the side, the most telling first."""
        wanted = tuple(spans)
        return _telling(pair for pair in self.pairs if any(side_of(pair, side).overlaps(span) for span in wanted))

    def crosses(self, pair: Pair) -> bool:
        """Whether the paragraphs of the two passages are not aligned."""
        if self._articles is None:
            return False
        left, right = self._articles
        return (left.paragraph_at(pair.left.start), right.paragraph_at(pair.right.start)) not in self._level

    def only_here(self, side: int, span: Span) -> bool:
        """Whether a passage that the other article lacks begins in the span."""
        return any_in(self._only[side], span)

    def differing(self, side: int) -> list[Span]:
        """The passages of the side in which the two differ, in order."""
        return sorted({side_of(pair, side) for pair in self.pairs if differs(pair)})


def side_of(pair: Pair, side: int) -> Span:
    """The passage of the pair on a side."""
    return pair.right if side else pair.left


def differs(pair: Pair) -> bool:
    """Whether the two passages of the pair do not say the same."""
    return pair.relation in {"conflicts", "differs"} or bool(pair.differences)


def next_span(spans: Sequence[Span], at: int, current: Span | None, step: int) -> Span | None:
    """The span after (1) or before (-1) a place in ascending spans; `None` if there is none that way.

    The place is `current` if that is one of the spans, else the last span that holds the offset `at`, else the gap there.
    """
    here = next((n for n, span in enumerate(spans) if span == current), None)
    if here is None:
        here = next((n for n in reversed(range(len(spans))) if spans[n].start <= at < spans[n].end), None)
    if here is None:
        after = next((n for n, span in enumerate(spans) if span.start >= at), len(spans))
        wanted = after if step > 0 else after - 1
    else:
        wanted = here + step
    return spans[wanted] if 0 <= wanted < len(spans) else None


def any_in(starts: Sequence[int], span: Span) -> bool:
    """Whether one of the ascending offsets lies in the span."""
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end


def _telling(pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: _TELLING[pair.relation])
