"""Numbers, money, percentages and dates of a text, with what they come to, so that two reports can be held against each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final, Literal

from briefing.article import Language, PublicationDate, Span
from briefing.language.dates import Calendar
from briefing.language.lexicon import Lexicon, lexicon, phrases_in
from briefing.language.tables.figures import NumberWords
from briefing.language.tokens import Tokens, tokens_of

FigureKind = Literal["amount", "percentage", "count", "date"]

_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WITH_UNIT: Final = re.compile(r"(\d+(?:[.,]\d+)*)(-?)([^\W\d_][\w-]*)")
_LONGEST_NUMBER: Final = 24
_LARGEST: Final = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a date as the text puts it and as it can be compared.

    `value` is the number in whole units ("2 miljard" is 2000000000), `None` for a date. `unit` is a currency code of
    ISO 4217, "%", the noun that is counted in lower case, or "". `approximate` tells that the text says "about",
    "more than" and the like. A date runs from `earliest` to `latest`, both included and as precise as they are known;
    both are `None` where the day it counts from is not known.
    """

    kind: FigureKind
    span: Span
    value: Decimal | None = None
    unit: str = ""
    approximate: bool = False
    earliest: PublicationDate | None = None
    latest: PublicationDate | None = None


def figures_in(text: str, language: Language, published: PublicationDate | None = None) -> tuple[Figure, ...]:
    """The figures of the text in order, none overlapping; spans are offsets in the text.

    Dates such as "in juli" and "vorige maand" are read against the date of publication, as news of the past.
    """
    words = lexicon(language)
    tokens = tokens_of(text, words.abbreviations)
    numbers, calendar = _numbers(language), Calendar.of(language)
    found: list[Figure] = []
    at = 0
    while at < len(tokens):
        dated = calendar.read(tokens, at, published)
        if dated:
            period, after = dated
            span = Span(tokens.starts[at], tokens.ends[after - 1])
            about = numbers.is_approximate(tokens, at)
            found.append(Figure("date", span, None, period.unit, about, period.earliest, period.latest))
        else:
            figure, after = numbers.figure(tokens, at, words)
            if figure:
                found.append(figure)
        at = after
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _NumberToken:
    """A number with the token after it and a unit that is written on to it ("60-jarige")."""

    value: Decimal
    after: int
    unit: str = ""
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Numbers:
    """How a language writes numbers and money."""

    words: NumberWords
    symbols: Mapping[str, str]
    currencies: Mapping[str, str]
    qualifiers: Mapping[str, str]
    percentages: frozenset[str]
    approximate: tuple[tuple[str, ...], ...]

    def figure(self, tokens: Tokens, at: int, words: Lexicon) -> tuple[Figure | None, int]:
        """The figure that begins at the token, if one does, and the token after it."""
        first, currency = at, ""
        word = tokens.lower[at]
        if word in self.symbols:
            currency, at = self.symbols[word], at + 1
        elif word in self.qualifiers and at + 1 < len(tokens) and tokens.lower[at + 1] in self.symbols:
            currency, at = self.qualifiers[word], at + 2
        number = self._number(tokens, at) if at < len(tokens) else None
        if number is None:
            return None, first + 1
        approximate = number.vague or self.is_approximate(tokens, first)
        start = tokens.starts[first]
        if currency:
            span = Span(start, tokens.ends[number.after - 1])
            return Figure("amount", span, number.value, currency, approximate), number.after
        kind, value, unit, after = self._measure(tokens, number, words)
        return Figure(kind, Span(start, tokens.ends[after - 1]), value, unit, approximate), after

    def _number(self, tokens: Tokens, at: int) -> _NumberToken | None:
        """The number at the token."""
        word = tokens.lower[at]
        if word[0].isdigit():
            return self._digits(tokens, at)
        if word in self.words.vague:
            return self._times(tokens, at + 1, self.words.vague[word], vague=True)
        if word in self.words.units:
            return self._in_words(tokens, at)
        if (joined := self._hyphenated(word)) is not None:
            return self._times(tokens, at + 1, joined)
        if word in self.words.halves:
            number = self._times(tokens, at + 1, self.words.halves[word])
            return number if number.after > at + 1 else None
        return self._times(tokens, at, Decimal(1)) if word in self.words.alone else None

    def _hyphenated(self, word: str) -> Decimal | None:
        """The value of "twenty-five"."""
        tens, _, small = word.partition("-")
        if small in self.words.units and self.words.units.get(tens, 0) >= 20:
            return self.words.units[tens] + self.words.units[small]
        return None

    def _in_words(self, tokens: Tokens, at: int) -> _NumberToken | None:
        following = (*tokens.lower[at + 1 : at + 3], "", "")
        value = self.words.units[tokens.lower[at]]
        for phrase in self.words.and_a_half:
            if tuple(tokens.lower[at + 1 : at + 1 + len(phrase)]) == phrase:
                return self._times(tokens, at + 1 + len(phrase), value + Decimal("0.5"))
        if tokens.lower[at] in self.words.ambiguous and following[0] not in self.words.multipliers:
            return None
        small = self.words.units.get(following[1], Decimal(0))
        if value >= 20 and following[0] in {"-", self.words.joiner} and 0 < small < 10:
            return self._times(tokens, at + 3, value + small)
        return self._times(tokens, at + 1, value)

    def _digits(self, tokens: Tokens, at: int) -> _NumberToken | None:
        written, unit = tokens.lower[at], ""
        if not _DIGITS.fullmatch(written):
            joined = _WITH_UNIT.fullmatch(written)
            if not joined or not (joined[2] or joined[3] in self.words.multipliers):
                return None
            written, unit = joined[1], joined[3]
        value = self._value(written)
        if value is None:
            return None
        if unit in self.words.multipliers:
            return self._times(tokens, at + 1, value * self.words.multipliers[unit])
        return _NumberToken(value, at + 1, unit) if unit else self._times(tokens, at + 1, value)

    def _times(self, tokens: Tokens, at: int, value: Decimal, *, vague: bool = False) -> _NumberToken:
        """The value with the words for thousand, million and so on that follow it."""
        while at < len(tokens) and tokens.lower[at] in self.words.multipliers and value < _LARGEST:
            value *= self.words.multipliers[tokens.lower[at]]
            at += 1
        return _NumberToken(value, at, vague=vague)

    def _value(self, written: str) -> Decimal | None:
        if len(written) > _LONGEST_NUMBER:
            return None
        whole, mark, rest = written.rpartition(self.words.decimal)
        if not mark:
            whole, rest = written, ""
        groups = whole.split(self.words.thousands)
        grouped = len(groups) > 1 and all(len(group) == 3 for group in groups[1:])
        if len(groups) > 1 and not grouped:
            if len(groups) == 2 and not mark:
                groups, rest = groups[:1], groups[1]
            else:
                return None
        try:
            return Decimal("".join(groups).replace(self.words.decimal, "") + ("." + rest if rest else ""))
        except InvalidOperation:
            return None

    def _measure(self, tokens: Tokens, number: _NumberToken, words: Lexicon) -> tuple[FigureKind, Decimal, str, int]:
        """What the number measures: money, a share, or what the noun after it names; and the token after all that."""
        value, after = number.value, number.after
        following = (*tokens.lower[after : after + 2], "", "")
        if following[0] in self.percentages:
            return "percentage", value, "%", after + 1
        if following[0] in self.qualifiers and following[1] in self.currencies:
            return "amount", value, self.qualifiers[following[0]], after + 2
        if code := self.currencies.get(following[0]):
            hundredths = code.endswith("CENT")
            return "amount", value / 100 if hundredths else value, code.removesuffix("CENT"), after + 1
        return "count", value, number.unit or _noun_at(tokens, after, words), after

    def is_approximate(self, tokens: Tokens, at: int) -> bool:
        """Whether words such as "about" or "at least" stand before the token."""
        before = tuple(tokens.lower[max(0, at - 4) : at])
        return any(before[-len(phrase) :] == phrase for phrase in self.approximate)


def _noun_at(tokens: Tokens, at: int, words: Lexicon) -> str:
    """The noun of the phrase that begins at the token, in lower case; "" where there is none."""
    noun = ""
    for index in range(at, min(at + 3, len(tokens))):
        tag = words.tag(tokens.words[index])
        if tag == "N":
            noun = tokens.lower[index]
            if words.one_word_nouns:
                break
        elif tag != "A":
            break
    return noun


@cache
def _numbers(language: Language) -> _Numbers:
    table = lexicon(language).figures
    return _Numbers(
        words=table.numbers,
        symbols=table.money.symbols,
        currencies=table.money.after,
        qualifiers=table.money.qualifiers,
        percentages=table.percentages.words,
        approximate=phrases_in(table.approximate.before),
    )
