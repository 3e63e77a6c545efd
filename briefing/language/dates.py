"""Dates in running text, read against the day a report was published: "7 december 2018", "in juli", "vorige maand"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from briefing.article import Language, PublicationDate
from briefing.language.lexicon import lexicon
from briefing.language.tables.figures import DateWords
from briefing.language.tokens import Tokens

_ISO: Final = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_DAY_FIRST: Final = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DAY: Final = re.compile(r"(\d\d?)(?:st|nd|rd|th|\.)?")


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, both included; `None` where the day it counts from is not known. `unit` says how it was put."""

    earliest: PublicationDate | None
    latest: PublicationDate | None
    unit: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language names days, months and the periods around a day."""

    months: Mapping[str, int]
    bare_months: frozenset[str]
    month_marks: frozenset[str]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    ambiguous_days: frozenset[str]
    before_parts: frozenset[str]
    around: Mapping[str, int]
    ordinals: Mapping[str, int]
    words: DateWords
    month_first: bool

    @classmethod
    def of(cls, language: Language) -> "Calendar":
        """The calendar of the language."""
        return _calendar(language)

    def read(self, tokens: Tokens, at: int, published: PublicationDate | None) -> tuple[Period, int] | None:
        """The date that begins at the token and the token after it; `None` where none begins."""
        word = tokens.lower[at]
        found: tuple[Period, int] | None = None
        if word[0].isdigit():
            found = self._from_digits(tokens, at, word, published)
        elif word in self.months:
            found = self._from_month(tokens, at, published)
        elif word in self.weekdays:
            found = self._weekday(self.weekdays[word], published), at + 1
        elif word in self.days:
            greeting = word in self.ambiguous_days and at and tokens.lower[at - 1] in self.before_parts
            found = None if greeting else (self._shifted(self.days[word], published), at + 1)
        elif word in self.around:
            found = self._around(tokens, at, published)
        elif word in self.ordinals:
            found = self._part_of_year(tokens, at, published)
        return found

    def _from_digits(
        self, tokens: Tokens, at: int, word: str, published: PublicationDate | None
    ) -> tuple[Period, int] | None:
        if found := _ISO.fullmatch(word):
            return _within(_date(int(found[1]), int(found[2]), int(found[3])), at + 1)
        if found := _DAY_FIRST.fullmatch(word):
            one, other = int(found[1]), int(found[2])
            month, day = (one, other) if self.month_first else (other, one)
            return _within(_date(int(found[3]), month, day), at + 1)
        following = tokens.lower[at + 1 : at + 3]
        if (found := _DAY.fullmatch(word)) and following and following[0] in self.months:
            month, day = self.months[following[0]], int(found[1])
            year, after = self._year_at(tokens, at + 2)
            if year is None:
                year = _last_year_of(month, day, published)
            return _within(_date(year, month, day) if year else None, after, known=year is not None)
        if _YEAR.fullmatch(word):
            year_date = PublicationDate(int(word))
            return Period(year_date, year_date, "year"), at + 1
        return None

    def _from_month(self, tokens: Tokens, at: int, published: PublicationDate | None) -> tuple[Period, int] | None:
        word = tokens.lower[at]
        if word in self.bare_months and not tokens.words[at][0].isupper() and self.month_first:
            return None
        month = self.months[word]
        if self.month_first and at + 1 < len(tokens) and (found := _DAY.fullmatch(tokens.lower[at + 1])):
            day = int(found[1])
            year, after = self._year_at(tokens, at + 2)
            if year is None:
                year = _last_year_of(month, day, published)
            return _within(_date(year, month, day) if year else None, after, known=year is not None)
        marked = at > 0 and tokens.lower[at - 1] in self.month_marks
        if word in self.bare_months and self.month_first and not marked:
            return None
        year, after = self._year_at(tokens, at + 1)
        if year is None:
            year = _last_year_of(month, None, published)
        if year is None:
            return Period(None, None, "month"), after
        found_month = PublicationDate(year, month)
        return Period(found_month, found_month, "month"), after

    @staticmethod
    def _year_at(tokens: Tokens, at: int) -> tuple[int | None, int]:
        """The year that stands at the token, a comma before it allowed, and the token after it."""
        for place in (at, at + 1):
            if place < len(tokens) and _YEAR.fullmatch(tokens.lower[place]):
                return int(tokens.lower[place]), place + 1
            if place < len(tokens) and tokens.lower[place] != ",":
                break
        return None, at

    @staticmethod
    def _weekday(weekday: int, published: PublicationDate | None, *, weeks: int = 0) -> Period:
        day = _day(published)
        if day is None:
            return Period(None, None, "weekday")
        found = _as_date(day - timedelta(days=(day.weekday() - weekday) % 7) + timedelta(days=7 * weeks))
        return Period(found, found, "day")

    @staticmethod
    def _shifted(days: int, published: PublicationDate | None) -> Period:
        day = _day(published)
        if day is None:
            return Period(None, None, "day")
        found = _as_date(day + timedelta(days=days))
        return Period(found, found, "day")

    def _around(self, tokens: Tokens, at: int, published: PublicationDate | None) -> tuple[Period, int] | None:
        """Last, this or next week, month, year, or named month or weekday."""
        if at + 1 >= len(tokens) or tokens.lower[at] not in self.around:
            return None
        step = self.around[tokens.lower[at]]
        named, after = tokens.lower[at + 1], at + 2
        found: Period | None = None
        if named in self.weekdays and step:
            found = self._weekday(self.weekdays[named], published, weeks=max(step, 0))
        elif named in self.months and step:
            return self._from_month(tokens, at + 1, published)
        elif named == self.words.week:
            found = self._week(step, published)
        elif named == self.words.month:
            found = _month(step, published)
        elif named == self.words.year:
            year = PublicationDate(published.year + step) if published else None
            found = Period(year, year, "year")
        return (found, after) if found else None

    @staticmethod
    def _week(step: int, published: PublicationDate | None) -> Period:
        day = _day(published)
        if day is None:
            return Period(None, None, "week")
        monday = day + timedelta(days=7 * step - day.weekday())
        return Period(_as_date(monday), _as_date(monday + timedelta(days=6)), "week")

    def _part_of_year(self, tokens: Tokens, at: int, published: PublicationDate | None) -> tuple[Period, int] | None:
        """The second quarter or the first half of a year."""
        following = tokens.lower[at + 1 : at + 2]
        parts = {self.words.quarter: 4, self.words.half: 2}.get(following[0]) if following else None
        which = self.ordinals[tokens.lower[at]]
        if parts is None or which > parts:
            return None
        after = at + 2
        year = published.year if published else None
        if after + 1 < len(tokens) and tokens.lower[after] == self.words.of_year:
            named = self._year_at(tokens, after + 1)
            around = self._around(tokens, after + 1, published)
            if named[0] is not None:
                year, after = named[0], named[1]
            elif around and around[0].unit == "year":
                year, after = around[0].earliest.year if around[0].earliest else None, around[1]
        elif (named := self._year_at(tokens, after))[0] is not None:
            year, after = named
        if year is None:
            return Period(None, None, "quarter" if parts == 4 else "half"), after
        length = 12 // parts
        first, last = PublicationDate(year, (which - 1) * length + 1), PublicationDate(year, which * length)
        return Period(first, last, "quarter" if parts == 4 else "half"), after


def _month(step: int, published: PublicationDate | None) -> Period:
    if published is None or published.month is None:
        return Period(None, None, "month")
    months = published.year * 12 + published.month - 1 + step
    found = PublicationDate(max(1, months // 12), months % 12 + 1)
    return Period(found, found, "month")


def _within(day: PublicationDate | None, after: int, *, known: bool = True) -> tuple[Period, int] | None:
    if day is None and known:
        return None
    return Period(day, day, "day"), after


def _date(year: int, month: int, day: int) -> PublicationDate | None:
    try:
        return PublicationDate(year, month, day)
    except ValueError:
        return None


def _day(moment: PublicationDate | None) -> date | None:
    if moment is None or moment.month is None or moment.day is None:
        return None
    try:
        day = date(moment.year, moment.month, moment.day)
        return day if date(2, 1, 1) < day < date(9998, 1, 1) else None
    except ValueError:
        return None


def _as_date(day: date) -> PublicationDate:
    return PublicationDate(day.year, day.month, day.day)


def _last_year_of(month: int, day: int | None, published: PublicationDate | None) -> int | None:
    """The year in which the month, or the day of it, last came round before the report was published."""
    if published is None:
        return None
    limit = (published.month or 12, published.day or 31)
    later = (month, day or 1) > limit
    return max(1, published.year - 1) if later else published.year


@cache
def _calendar(language: Language) -> Calendar:
    dates = lexicon(language).figures.dates
    parts = {day + part: value for day, value in dates.weekdays.items() for part in dates.day_parts}
    around = ((dates.last, -1), (dates.this, 0), (dates.next, 1))
    return Calendar(
        months=dates.months,
        bare_months=dates.bare_months,
        month_marks=dates.month_marks,
        weekdays={**dates.weekdays, **parts},
        days=dates.days,
        ambiguous_days=dates.ambiguous_days,
        before_parts=dates.before_parts,
        around={word: step for words, step in around for word in words},
        ordinals=dates.ordinals,
        words=dates,
        month_first=dates.month_first,
    )
