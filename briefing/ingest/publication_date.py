"""Dates as they stand above a report: "2024-03-04", "Monday 4 March 2024", "3 mrt. 2021, 19.13 uur"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import PublicationDate
from briefing.language.dates import Calendar
from briefing.language.languages import languages
from briefing.language.lexicon import lexicon

_PARTS: Final = re.compile(r"\d+(?:[-/.:]\d+)*|[^\W\d_]+(?:\.[^\W\d_]+)*")
_MARKS: Final = re.compile(r"[\s,.;:|()\[\]–—-]*")
_TIME: Final = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?")
_FIGURES: Final = re.compile(r"(\d{1,4})([-/.])(\d\d?)\2(\d{4}|\d\d?)")
_DAY: Final = re.compile(r"[0-3]?\d")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_LONGEST: Final = 80
_ORDINALS: Final = frozenset(("st", "nd", "rd", "th", "e", "de", "ste"))


@dataclass
class _Parts:
    """The parts of a date found so far."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None


def parse_date(text: str) -> PublicationDate | None:
    """The date that the text consists of: ISO 8601, in figures with the day first, or in words of a known language."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    try:
        return PublicationDate.parse(text)
    except ValueError:
        return next(filter(None, (_in_words(text, language) for language in languages())), None)


def _in_words(text: str, language: str) -> PublicationDate | None:
    found, end = _Parts(), 0
    for part in _PARTS.finditer(text):
        between = text[end : part.start()]
        if not _MARKS.fullmatch(between) or not _take(part.group().lower(), found, language):
            return None
        end = part.end()
    if not _MARKS.fullmatch(text[end:]) or found.year is None or found.month is None:
        return None
    try:
        timed = found.day is not None and found.hour is not None
        hour, minute = (found.hour, found.minute) if timed else (None, None)
        return PublicationDate(found.year, found.month, found.day, hour, minute)
    except ValueError:
        return None


def _take(part: str, found: _Parts, language: str) -> bool:
    """Whether the part belongs to a date; if so, it is stored in `found`."""
    if part[0].isdigit():
        return _take_figures(part, found)
    calendar, clock = Calendar.of(language), _clock(language)
    month = calendar.months.get(part) or calendar.months.get(part + ".")
    if month and found.month is None:
        found.month = month
        return True
    if part in clock.afternoon and found.hour is not None:
        found.hour += 12 if found.hour < 12 else 0
        return True
    weekday = part in calendar.weekdays or any(day[:length] == part for day in calendar.weekdays for length in (2, 3))
    ordinal = part in _ORDINALS and found.day is not None
    return weekday or ordinal or part in clock.words


def _take_figures(part: str, found: _Parts) -> bool:
    if date := _FIGURES.fullmatch(part):
        return found.year is None and _take_figured_date(date, found)
    if found.day is None and found.hour is None and _DAY.fullmatch(part):
        found.day = int(part)
        return True
    if found.year is None and _YEAR.fullmatch(part):
        found.year = int(part)
        return True
    if found.hour is None and (time := _TIME.fullmatch(part)):
        found.hour, found.minute = int(time[1]), int(time[2])
        return True
    if found.hour is None and found.day is not None and part.isdecimal() and int(part) <= 24:
        found.hour, found.minute = int(part), 0
        return True
    return False


def _take_figured_date(date: re.Match[str], found: _Parts) -> bool:
    first, middle, last = int(date[1]), int(date[3]), int(date[4])
    if len(date[1]) == 4:
        found.year, found.month, found.day = first, middle, last
    elif len(date[4]) == 4:
        day, month = (middle, first) if middle > 12 else (first, middle)
        found.year, found.month, found.day = last, month, day
    return found.year is not None


@dataclass(frozen=True, slots=True)
class _Clock:
    """Words beside a time in a date line, and those that mean p.m."""

    words: frozenset[str]
    afternoon: frozenset[str]


@cache
def _clock(language: str) -> _Clock:
    table = lexicon(language).figures.clock
    return _Clock(table.dateline | table.afternoon, table.afternoon)
