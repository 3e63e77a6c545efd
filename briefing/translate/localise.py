"""Numbers, amounts and dates of a translation in the form of its language: "1,75 miljard euro" is "€1.75 billion"."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from briefing.article import Language, PublicationDate, Span
from briefing.language.calendar_dates import written_day
from briefing.language.figures import Figure, figures_in
from briefing.language.languages import languages
from briefing.language.lexicon import lexicon

_LEAST_SCALE: Final = Decimal(10) ** 6
_SIGNS: Final[Mapping[str, str]] = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_YEAR: Final = re.compile(r"\d{4}")
_ANY_DAY: Final = PublicationDate(2001, 7, 5)


def localised(text: str, original: str, from_: Language, to: Language) -> str:
    """The translation with those figures that its original has too written as its language writes them; the rest as it stands."""
    asked = figures_in(original, from_, _ANY_DAY)
    if not asked:
        return text
    found = _matched(asked, figures_in(text, to, _ANY_DAY))
    taken = {at for figure, _ in found for at in range(*figure.span)}
    used = {id(one) for _, one in found}
    left = [figure for figure in asked if id(figure) not in used]
    foreign = [one for one in figures_in(text, from_, _ANY_DAY) if taken.isdisjoint(range(*one.span))]
    changes = [(figure.span, _written(figure, text, to)) for figure, _ in found]
    changes += [(figure.span, _rewritten(figure, text, to)) for figure, _ in _matched(left, foreign)]
    return _replaced(text, changes)


def _replaced(text: str, changes: Sequence[tuple[Span, str]]) -> str:
    """The text with other words in the place of spans that do not overlap."""
    parts: list[str] = []
    at = 0
    for span, words in sorted(changes):
        parts += [text[at : span.start], words]
        at = span.end
    return "".join([*parts, text[at:]])


def _matched(asked: Sequence[Figure], given: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Those of the given figures that come to the same as one asked for, each with that one."""
    open_: defaultdict[tuple[object, ...], deque[Figure]] = defaultdict(deque)
    for figure in asked:
        open_[_value(figure)].append(figure)
    return [(figure, same.popleft()) for figure in given if (same := open_[_value(figure)])]


def _value(figure: Figure) -> tuple[object, ...]:
    if figure.kind == "date":
        return "date", figure.earliest, figure.latest
    return figure.value, figure.unit if figure.kind in {"amount", "percentage"} else ""


def _written(figure: Figure, text: str, to: Language) -> str:
    """The figure as the language writes it; one that already reads well is left."""
    words = figure.span.of(text)
    if figure.kind == "amount" and figure.unit in _SIGNS and figure.value is not None:
        return amount(figure.value, figure.unit, to)
    return words if figure.kind == "date" else _with_separators(words, figure, to)


def _rewritten(figure: Figure, text: str, to: Language) -> str:
    """A figure that still stands as the other language writes it."""
    if figure.kind == "amount" and figure.unit in _SIGNS and figure.value is not None:
        return amount(figure.value, figure.unit, to)
    if figure.kind == "date":
        named = _YEAR.search(figure.span.of(text)) is not None
        return (_day(figure, to) if named else "") or figure.span.of(text)
    return _with_separators(figure.span.of(text), figure, to)


def amount(value: Decimal, currency: str, to: Language) -> str:
    """A sum of money as a newspaper writes it: "€1.75 billion", "1,75 miljard euro"."""
    for size, scale in _scales(to):
        if value >= size:
            number = f"{_decimal(value / size, to)} {scale}"
            break
    else:
        number = _decimal(value, to, cents=value != value.to_integral_value())
    money = lexicon(to).figures.money
    if money.sign_first:
        return f"{_SIGNS[currency]}{number}"
    return f"{number} {next(word for word, code in money.after.items() if code == currency)}"


@cache
def _scales(language: Language) -> tuple[tuple[Decimal, str], ...]:
    """The words for a million and more with their values, the largest first: the first listed of each value."""
    words: dict[Decimal, str] = {}
    for word, value in lexicon(language).figures.numbers.multipliers.items():
        if value >= _LEAST_SCALE:
            words.setdefault(value, word)
    return tuple(sorted(words.items(), reverse=True))


def _decimal(value: Decimal, to: Language, *, cents: bool = False) -> str:
    from babel.numbers import format_decimal

    form = "#,##0.00" if cents else "#,##0.######"
    return str(format_decimal(value.normalize(), format=form, locale=to, decimal_quantization=not cents))


def _with_separators(words: str, figure: Figure, to: Language) -> str:
    """The words with the digits in them separated as the language does; years and plain digits have no separators to change."""
    digits = [at for at, sign in enumerate(words) if sign.isdigit()]
    if not digits or figure.value is None:
        return words
    run = Span(digits[0], digits[-1] + 1)
    written = run.of(words)
    signs = Counter(sign for sign in written if not sign.isdigit())
    if not signs or set(signs) - {".", ","}:
        return words
    behind = words[run.end :].strip()
    scales = (pair for language in languages() for pair in _scales(language))
    size = next((size for size, scale in scales if behind.startswith(scale)), Decimal(1))
    return words[: run.start] + _decimal(figure.value / size, to) + words[run.end :]


def _day(figure: Figure, to: Language) -> str:
    """A day, month or year in words."""
    day = figure.earliest
    return written_day(day, to) if day is not None and day == figure.latest else ""
