"""An article and its parts. Offsets are Unicode code points in the article's text, end exclusive."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

Language = str
"""A BCP 47 code."""
UNDETERMINED: Language = "und"
"""The code of a language that is not known."""
PARAGRAPH_BREAK = "\n\n"
_CONTEXT = 32
_ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?")


class Span(NamedTuple):
    """A run of code points in a text, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of the span in the text."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an article with its exact text and a little around it.

    The text position and text quote selectors of the W3C Web Annotation model: found again after an edit of the text.
    """

    article: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""

    @property
    def span(self) -> Span:
        """Where the passage stood when it was made."""
        return Span(self.start, self.end)

    def found_in(self, text: str) -> Span | None:
        """Where the exact text stands now: in its old place, else where its surroundings fit best, else `None`."""
        if text[self.start : self.end] == self.text:
            return self.span
        best: tuple[int, int, int] | None = None
        at = text.find(self.text) if self.text else -1
        while at >= 0:
            end = at + len(self.text)
            fit = _common(text[:at][::-1], self.before[::-1]) + _common(text[end:], self.after)
            best = max(best or (-1, 0, 0), (fit, -abs(at - self.start), at))
            at = text.find(self.text, at + 1)
        return Span(best[2], best[2] + len(self.text)) if best else None


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


@dataclass(frozen=True, slots=True, order=True)
class PublicationDate:
    """A date known to the year, the month, the day or the minute; what is not known is `None`."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: str = ""

    def __post_init__(self) -> None:
        if any(a is None and b is not None for a, b in pairwise((self.month, self.day, self.hour))):
            raise ValueError("a date of which a finer part is known than a coarser one")
        month, day = 1 if self.month is None else self.month, 1 if self.day is None else self.day
        if not (1 <= self.year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(self.year, month)):
            raise ValueError("no such date")
        if not (0 <= (self.hour or 0) <= 23 and 0 <= (self.minute or 0) <= 59):
            raise ValueError("no such time of a date")
        if self.offset not in {"", "Z"} and not (int(self.offset[1:3]) <= 15 and int(self.offset[-2:]) <= 59):
            raise ValueError("no such zone")

    @classmethod
    def parse(cls, text: str) -> "PublicationDate":
        """The date written as in ISO 8601, cut off where it is no longer known: `2019-01`.

        Raises:
            ValueError: the text is no such date.
        """
        found = _ISO.fullmatch(text.strip())
        if not found:
            raise ValueError(f"no ISO 8601 date: {text[:40]!r}")
        year, month, day, hour, minute = (int(part) if part else None for part in found.groups()[:5])
        zone = found[6] or ""
        return cls(year or 0, month, day, hour, minute, f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone)

    @property
    def precision(self) -> Literal["year", "month", "day", "minute"]:
        """How finely the date is known."""
        if self.hour is not None:
            return "minute"
        return "day" if self.day is not None else "month" if self.month is not None else "year"

    def isoformat(self) -> str:
        """The date as in ISO 8601, cut off where it is no longer known; sorts by time within one precision."""
        text = f"{self.year:04d}"
        text += f"-{self.month:02d}" if self.month is not None else ""
        text += f"-{self.day:02d}" if self.day is not None else ""
        return text + (f"T{self.hour:02d}:{self.minute or 0:02d}{self.offset}" if self.hour is not None else "")

    def is_surely_before(self, other: "PublicationDate") -> bool:
        """Whether this is earlier whatever the unknown parts are. Clock times count where both zones are known, or neither."""
        if self.hour is not None and other.hour is not None and bool(self.offset) == bool(other.offset):
            return _minute(self) < _minute(other)
        return (self.year, self.month or 12, self.day or 31) < (other.year, other.month or 1, other.day or 1)

    def __str__(self) -> str:
        return self.isoformat()


def _minute(date: PublicationDate) -> datetime:
    """The minute in UTC, or as written where the zone is not known."""
    return datetime.fromisoformat(date.isoformat() if date.offset else f"{date.isoformat()}Z")


def days_in(year: int, month: int) -> int:
    """The number of days of a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of an article: a heading or body text. `text` is `article.text[start:end]`."""

    start: int
    end: int
    text: str
    kind: Literal["heading", "body"] = "body"

    @property
    def span(self) -> Span:
        """Where the paragraph stands in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; `paragraph` is that paragraph's place in the article, from 0."""

    start: int
    end: int
    text: str
    paragraph: int

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Article:
    """One report. `text` is its paragraphs joined by an empty line."""

    id: str
    title: str
    language: Language
    paragraphs: tuple[Paragraph, ...]
    outlet: str | None = None
    url: str | None = None
    published: PublicationDate | None = None

    @cached_property
    def text(self) -> str:
        """The paragraphs joined by an empty line, as read."""
        return PARAGRAPH_BREAK.join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text in hexadecimal: two articles with the same text have the same digest."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """The number of words, counted by white space."""
        return sum(len(paragraph.text.split()) for paragraph in self.paragraphs)

    def passage(self, span: Span) -> Passage:
        """The span with its exact text and its surroundings."""
        text, (start, end) = self.text, span
        return Passage(
            self.id, start, end, text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
        )

    def paragraph_at(self, offset: int) -> int:
        """The place, from 0, of the paragraph that holds the offset or ends before it."""
        place = 0
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.start > offset:
                break
            place = index
        return place


def laid_out(parts: Iterable[tuple[str, Literal["heading", "body"]]]) -> tuple[Paragraph, ...]:
    """The paragraphs with their offsets in the text that joins them; empty ones are left out."""
    paragraphs: list[Paragraph] = []
    start = 0
    for text, kind in parts:
        if text:
            paragraphs.append(Paragraph(start, start + len(text), text, kind))
            start += len(text) + len(PARAGRAPH_BREAK)
    return tuple(paragraphs)
