"""How a language writes numbers, money, dates and times: `figures.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefing.language.tables.loading import Phrase


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Numbers in words and in digits."""

    units: Mapping[str, Decimal]
    ambiguous: frozenset[str]
    multipliers: Mapping[str, Decimal]
    alone: frozenset[str]
    halves: Mapping[str, Decimal]
    vague: Mapping[str, Decimal]
    joiner: str
    decimal: str
    thousands: str
    and_a_half: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyWords:
    """Currencies by sign and by word, as codes of ISO 4217."""

    symbols: Mapping[str, str]
    after: Mapping[str, str]
    qualifiers: Mapping[str, str]
    sign_first: bool
    """A sum is written with the sign of its currency, before the number."""


@dataclass(frozen=True, slots=True)
class PercentageWords:
    """Words after a share."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class ApproximateWords:
    """Phrases before a number that is not exact."""

    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Phrases that make a figure the bound of what it can be, what joins the ends of a range, and words for "up to now"."""

    least: tuple[Phrase, ...] = ()
    most: tuple[Phrase, ...] = ()
    over: tuple[Phrase, ...] = ()
    under: tuple[Phrase, ...] = ()
    since: tuple[Phrase, ...] = ()
    until: tuple[Phrase, ...] = ()
    opening: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    pairing: frozenset[str] = frozenset()
    so_far: tuple[str, ...] = ()
    of_whole: str = ""
    determiners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DateWords:
    """Days, months, and the periods around a day."""

    months: Mapping[str, int]
    bare_months: frozenset[str]
    weekdays: Mapping[str, int]
    day_parts: frozenset[str]
    days: Mapping[str, int]
    ambiguous_days: frozenset[str]
    before_parts: frozenset[str]
    last: frozenset[str]
    this: frozenset[str]
    next: frozenset[str]
    of_year: str
    week: str
    month: str
    year: str
    quarter: str
    half: str
    ago: str
    periods: Mapping[str, int]
    ordinals: Mapping[str, int]
    month_marks: frozenset[str]
    month_first: bool
    form: str
    """The CLDR locale of dates, where it is not the one usual for the language."""
    seasons: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Words beside an hour of the day."""

    before: frozenset[str]
    after: frozenset[str]
    lasting: frozenset[str]
    dateline: frozenset[str]
    afternoon: frozenset[str]


@dataclass(frozen=True, slots=True)
class OrdinalWords:
    """Words that tell which time it is."""

    words: Mapping[str, str]
    endings: tuple[str, ...]
    times: frozenset[str]
    counts: Mapping[str, str]
    first: tuple[str, ...]
    multiplying: frozenset[str]


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The tables of `figures.toml`."""

    numbers: NumberWords
    money: MoneyWords
    percentages: PercentageWords
    approximate: ApproximateWords
    dates: DateWords
    clock: ClockWords
    ordinals: OrdinalWords
    bounds: BoundWords = BoundWords()
