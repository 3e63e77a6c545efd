"""A text as it is shown: with signs inserted and styled; positions map to offsets and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from briefing.article import Article, Paragraph, Span


class Mark(NamedTuple):
    """A style on a span of the article, by the name of its component class."""

    span: Span
    style: str


class Insert(NamedTuple):
    """A sign that stands in the shown text before the character at `at`, and is no part of the article."""

    at: int
    sign: str
    style: str


class Run(NamedTuple):
    """A stretch of the shown text that has one set of styles."""

    start: int
    end: int
    styles: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One text as shown. Positions are in the shown text, offsets in the article's."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...] = ()
    inserts: tuple[Insert, ...] = field(default=())

    @classmethod
    def of(cls, article: Article, marks: Iterable[Mark] = (), inserts: Iterable[Insert] = ()) -> "Sheet":
        """The article with its marks and signs."""
        ordered = tuple(sorted(inserts, key=lambda insert: insert.at))
        return cls(article.text, article.paragraphs, tuple(marks), ordered)

    def opening(self, most: int | None) -> "Sheet":
        """The sheet with at most so many of its first paragraphs; with all of them for `None`."""
        return self if most is None else replace(self, paragraphs=self.paragraphs[:most])

    def drawn_up(self) -> "Sheet":
        """The sheet with everything computed that drawing needs, so that a thread does it."""
        assert self._run_ends is not None
        return self

    @cached_property
    def shown(self) -> str:
        """The text with the signs in it."""
        parts: list[str] = []
        done = 0
        for insert in self.inserts:
            parts += self.text[done : insert.at], insert.sign
            done = insert.at
        return "".join([*parts, self.text[done:]])

    @cached_property
    def _offsets(self) -> list[int]:
        return [insert.at for insert in self.inserts]

    @cached_property
    def _shifts(self) -> list[int]:
        """The number of sign characters before the n-th insert, and in all."""
        shifts = [0]
        for insert in self.inserts:
            shifts.append(shifts[-1] + len(insert.sign))
        return shifts

    @cached_property
    def _positions(self) -> list[int]:
        """Where in the shown text the n-th sign begins."""
        return [insert.at + shift for insert, shift in zip(self.inserts, self._shifts, strict=False)]

    def position(self, offset: int) -> int:
        """Where the character at the offset is shown."""
        return offset + self._shifts[bisect_right(self._offsets, offset)]

    def end_position(self, offset: int) -> int:
        """Where a span that ends at the offset ends in the shown text: before the signs that stand there."""
        return offset + self._shifts[bisect_left(self._offsets, offset)]

    def offset(self, position: int) -> int:
        """The offset of the character shown at the position; for a sign, that of the character after it."""
        index = bisect_right(self._positions, position)
        if not index:
            return position
        insert = self.inserts[index - 1]
        return max(insert.at, position - self._shifts[index])

    def shown_span(self, span: Span) -> Span:
        """Where a span of the article is shown, without the signs at its edges."""
        start = self.position(span.start)
        return Span(start, max(start, self.end_position(span.end)))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The styled stretches of the shown text, in order and without overlap."""
        events: list[tuple[int, int, str]] = []
        for mark in self.marks:
            span = self.shown_span(mark.span)
            if span.start < span.end:
                events += (span.start, 1, mark.style), (span.end, 0, mark.style)
        for insert, start in zip(self.inserts, self._positions, strict=True):
            events += (start, 1, insert.style), (start + len(insert.sign), 0, insert.style)
        return tuple(_runs(sorted(events)))

    @cached_property
    def _run_ends(self) -> list[int]:
        return [run.end for run in self.runs]

    def runs_in(self, span: Span) -> Sequence[Run]:
        """The runs that reach into a span of the shown text."""
        first = bisect_right(self._run_ends, span.start)
        last = first
        while last < len(self.runs) and self.runs[last].start < span.end:
            last += 1
        return self.runs[first:last]


def _runs(events: Iterable[tuple[int, int, str]]) -> Iterable[Run]:
    held: dict[str, int] = {}
    since = 0
    for at, opens, style in events:
        if held and since < at:
            yield Run(since, at, tuple(held))
        since = at
        held[style] = held.get(style, 0) + (1 if opens else -1)
        if not held[style]:
            del held[style]
