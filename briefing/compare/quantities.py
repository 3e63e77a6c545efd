"""The numbers and dates of a passage as the ranges of values that their words allow."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final, Literal, NamedTuple

from briefing.article import Language, PublicationDate, Span, days_in
from briefing.compare.ordinals import ordinals_in
from briefing.compare.word_lists import verdict_words
from briefing.language.figures import Figure, FigureKind, figures_in
from briefing.language.lexicon import lexicon
from briefing.language.tables.figures import BoundWords, ClockWords
from briefing.language.tokens import Tokens

Limit = Literal["least", "most", "over", "under", "since", "until", ""]
"""How the words before a figure limit it: "at least", "at most", "just over", "just under", "since", "before"."""

_LIMITS: Final[tuple[Limit, ...]] = ("least", "most", "over", "under", "since", "until")
# How far "just over 50" and "nearly 50" reach, as a share.
_NEAR: Final = Decimal("0.15")
_PLAIN: Final = 1000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its words and the limits that they set.

    `limit` makes it a bound; `upper` is the other end of a range; `part` tells that it is so many of a whole ("two of the five"),
    `ordinal` that it tells which time or rank, `clock` that it is an hour of the day.
    """

    figure: Figure
    text: str
    language: Language
    span: Span
    limit: Limit = ""
    upper: Figure | None = None
    part: bool = False
    ordinal: bool = False
    clock: bool = False

    @property
    def kind(self) -> FigureKind:
        """What it measures; an hour of the day is a date."""
        return "date" if self.clock else self.figure.kind

    @property
    def values(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the greatest value that its words allow; `None` where there is no end."""
        value = self.figure.value
        if value is None:
            return None, None
        if self.upper is not None:
            return value, self.upper.value
        return {
            "least": (value, None),
            "most": (None, value),
            "over": (value, value * (1 + _NEAR)),
            "under": (value * (1 - _NEAR), value),
        }.get(self.limit, (value, value))

    @property
    def days(self) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
        """The first and the last day that a date can be; `None` where it is not known."""
        earliest, latest = self.figure.earliest, (self.upper or self.figure).latest
        if earliest is None or latest is None:
            return None
        first, last = _first(earliest), _last(latest)
        if self.limit == "since":
            return first, (9999, 12, 31)
        if self.limit == "until":
            return (1, 1, 1), last
        return first, last


class _LimitWords(NamedTuple):
    """The words of a language that limit a figure."""

    limits: tuple[tuple[tuple[str, ...], Limit], ...]
    bounds: BoundWords
    multipliers: Mapping[str, Decimal]
    clock: ClockWords


def quantities_in(
    text: str, tokens: Tokens, language: Language, published: PublicationDate | None
) -> tuple[Quantity, ...]:
    """The figures of a passage in order, of which `tokens` are the words; dates are read against the day of publication."""
    known = figures_in(text, language, published)
    shares = _shares_in(tokens, language)
    known = (*(one for one in known if not any(one.span.overlaps(share.span) for share in shares)), *shares)
    known = tuple(sorted(known, key=lambda one: one.span))
    ordinals = ordinals_in(text, tokens, language, known)
    counted = {one.span for one in ordinals}
    words = _words(language)
    found = [Quantity(one, one.span.of(text), language, one.span, ordinal=True) for one in ordinals]
    plain = [figure for figure in known if figure.span not in counted]
    place = 0
    while place < len(plain):
        figure = plain[place]
        following = plain[place + 1] if place + 1 < len(plain) else None
        if following and _is_range(figure, following, tokens, words):
            span = Span(figure.span.start, following.span.end)
            lower = _scaled(figure, following, text, words)
            found.append(Quantity(lower, span.of(text), language, span, upper=following))
            place += 2
            continue
        found.append(_quantity(figure, text, tokens, language, words))
        place += 1
    return tuple(sorted(found, key=lambda one: one.span))


def _shares_in(tokens: Tokens, language: Language) -> list[Figure]:
    """The shares of a whole in words, about so many percent: "een derde" before "van"; the span is without that word."""
    found = []
    text = f" {' '.join(tokens.lower)} "
    for phrase, value in verdict_words(language).shares.words.items():
        if f" {phrase} " not in text:
            continue
        words = phrase.split()
        last = len(words) - 1 - (words[-1] == lexicon(language).figures.bounds.of_whole)
        for at in range(len(tokens) - len(words) + 1):
            if tokens.lower[at : at + len(words)] == words:
                span = Span(tokens.starts[at], tokens.ends[at + last])
                found.append(Figure("percentage", span, value, "%", approximate=True))
    return found


def _quantity(figure: Figure, text: str, tokens: Tokens, language: Language, words: _LimitWords) -> Quantity:
    at = _place(tokens, figure.span.start)
    after = _place(tokens, figure.span.end)
    length, limit = _limit(tokens, at, figure.kind, words)
    span = Span(tokens.starts[at - length], figure.span.end)
    following = (*tokens.lower[after : after + 2], "", "")
    part = figure.kind != "date" and following[0] == words.bounds.of_whole and following[1] in words.bounds.determiners
    quantity = Quantity(figure, span.of(text), language, span, limit, part=part)
    return replace(quantity, clock=True) if _is_hour(figure, tokens, at, after, words) else quantity


def _limit(tokens: Tokens, at: int, kind: FigureKind, words: _LimitWords) -> tuple[int, Limit]:
    """How many words before the token limit the figure that begins there, and how."""
    dated = kind == "date"
    for phrase, limit in words.limits:
        size = len(phrase)
        if (limit in {"since", "until"}) == dated and tuple(tokens.lower[max(0, at - size) : at]) == phrase:
            return size, limit
    return 0, ""


def _is_range(one: Figure, other: Figure, tokens: Tokens, words: _LimitWords) -> bool:
    """Whether two figures are the ends of a range: "between 3 and 5 million", "3 to 5 million"."""
    first, last = _place(tokens, one.span.end), _place(tokens, other.span.start)
    if one.kind not in {other.kind, "count"}:
        return False
    if last - first != 1 or tokens.lower[first] not in words.bounds.joining | words.bounds.pairing:
        return False
    at = _place(tokens, one.span.start)
    if tokens.lower[first] in words.bounds.pairing:
        return at > 0 and tokens.lower[at - 1] in words.bounds.opening
    return other.kind != "date" or (at > 0 and tokens.lower[at - 1] in words.bounds.opening)


def _scaled(lower: Figure, upper: Figure, text: str, words: _LimitWords) -> Figure:
    """The lower end in the unit of the upper one: "3" of "3 to 5 million euros"."""
    if lower.value is None or upper.value is None:
        return lower
    named = upper.span.of(text).lower().split()
    scale = max((words.multipliers[word] for word in named if word in words.multipliers), default=Decimal(1))
    plain = lower.value < _PLAIN and not any(word in words.multipliers for word in lower.span.of(text).lower().split())
    value = lower.value * scale if plain else lower.value
    return replace(lower, kind=upper.kind, unit=upper.unit, value=value)


def _is_hour(figure: Figure, tokens: Tokens, at: int, after: int, words: _LimitWords) -> bool:
    """Whether a count is an hour of the day: "om kwart over zes", "at four"."""
    if figure.kind != "count" or figure.value is None or not 0 <= figure.value <= 24:
        return False
    mark = tokens.lower[after] if after < len(tokens) else ""
    introduced = at > 0 and tokens.lower[at - 1] in words.clock.before
    if mark in words.clock.after:
        return introduced or mark not in words.clock.lasting
    counts = after < len(tokens) and tokens.words[after][0].isupper()
    return introduced and not (figure.unit or counts)


def _place(tokens: Tokens, offset: int) -> int:
    """The first token that begins at the offset or after it."""
    return next((at for at, start in enumerate(tokens.starts) if start >= offset), len(tokens))


@cache
def _words(language: Language) -> _LimitWords:
    table = lexicon(language).figures
    bounds = table.bounds
    limits: list[tuple[tuple[str, ...], Limit]] = []
    for phrases, limit in zip(
        (bounds.least, bounds.most, bounds.over, bounds.under, bounds.since, bounds.until), _LIMITS, strict=True
    ):
        limits += [(phrase, limit) for phrase in phrases]
    return _LimitWords(
        tuple(sorted(limits, key=lambda one: -len(one[0]))), bounds, table.numbers.multipliers, table.clock
    )


def _first(date: PublicationDate) -> tuple[int, int, int]:
    return date.year, date.month or 1, date.day or 1


def _last(date: PublicationDate) -> tuple[int, int, int]:
    month = date.month or 12
    return date.year, month, date.day or days_in(date.year, month)
