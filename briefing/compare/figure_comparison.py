"""Comparison of the numbers and dates of two aligned passages."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from briefing.article import Language
from briefing.compare.link import DifferenceKind
from briefing.compare.quantities import Quantity
from briefing.compare.terms import keys
from briefing.compare.word_lists import verdict_words
from briefing.language.lexicon import lexicon

# By how much "about 50" may be off, as a share. Set by hand on bench/samples/compare/dev-*: "zo'n 130" is 130, "ruim 52" is not 48.
_ABOUT: Final = Decimal("0.05")
# The same where both are told in words only: "tientallen" and "dozens".
_ROUGHLY: Final = Decimal("0.2")
# From this number on one that is rounded counts as the exact one.
_ROUNDED_FROM: Final = 100
_RELATED: Final = 0.45
_WRITTEN_ON: Final = re.compile(r"\d-[^\W\d]")


class Mismatch(NamedTuple):
    """Two figures, one of each passage, with the same unit and different values."""

    left: Quantity
    right: Quantity

    @property
    def kind(self) -> DifferenceKind:
        """The kind of difference: date, count or amount."""
        return "date" if self.left.kind == "date" else "count" if self.left.kind == "count" else "amount"


class FigureComparison(NamedTuple):
    """The result of comparing figures: which exclude each other, and whether any comparison is inconclusive."""

    mismatches: tuple[Mismatch, ...]
    is_open: bool


def compared(left: Sequence[Quantity], right: Sequence[Quantity]) -> FigureComparison:
    """The figures with the same unit that exclude each other, in the order of the left passage.

    A bound beside a value that it allows, several figures that could each be the other one, and figures on both sides of which
    none measures the same, leave it open.
    """
    ours, theirs = _left_over(left, right)
    found: list[Mismatch] = []
    is_open = any(one.kind != "date" for one in ours) and any(one.kind != "date" for one in theirs)
    for one in ours:
        rivals = [other for other in theirs if _measure_the_same(one, other)]
        excluded = [other for other in rivals if _exclude(one, other)]
        if not rivals:
            continue
        if len(excluded) != 1 or len(rivals) > 1 or sum(_measure_the_same(each, rivals[0]) for each in ours) > 1:
            return FigureComparison((), is_open=True)
        found.append(Mismatch(one, excluded[0]))
    return FigureComparison(tuple(found), is_open and not found)


def _left_over(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """The figures of both sides that have no counterpart on the other."""
    ours, theirs = list(left), list(right)
    for one in left:
        match = next((other for other in theirs if agree(one, other)), None)
        if match:
            ours.remove(one)
            theirs.remove(match)
    return ours, theirs


def in_common(left: Sequence[Quantity], right: Sequence[Quantity]) -> int:
    """How many figures that are no dates both have."""
    return sum(one.kind != "date" for one in left) - sum(one.kind != "date" for one in _left_over(left, right)[0])


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can stand for the same."""
    if one.ordinal or other.ordinal:
        return one.ordinal and other.ordinal and one.figure.value == other.figure.value
    if one.clock or other.clock:
        return one.clock and other.clock and one.figure.value == other.figure.value
    if "date" in {one.kind, other.kind}:
        return one.kind == other.kind and one.limit == other.limit and not _dates_exclude(one, other)
    a, b = one.figure, other.figure
    alike = a.unit == b.unit if a.kind == b.kind != "count" else "count" in {a.kind, b.kind}
    if not alike or a.value is None or b.value is None:
        return False
    tolerance = _tolerance(one, other)
    if one.upper and other.upper:
        ends = one.upper.value, other.upper.value
        return _near(a.value, b.value, tolerance) and _near(ends[0] or a.value, ends[1] or b.value, tolerance)
    return one.upper is other.upper and _near(a.value, b.value, tolerance)


def _tolerance(one: Quantity, other: Quantity) -> Decimal:
    """The tolerated difference of two figures, as a share of the larger."""
    about = [each.figure.approximate or bool(each.limit) for each in (one, other)]
    if all(about) and not any(letter.isdigit() for letter in one.text + other.text):
        return _ROUGHLY
    return _ABOUT if any(about) else Decimal(0)


def _near(one: Decimal, other: Decimal, tolerance: Decimal) -> bool:
    if _rounded(one, other) or _rounded(other, one):
        return True
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def _rounded(exact: Decimal, round_one: Decimal) -> bool:
    """Whether one large number is the other rounded to two or more digits: 1,750 million is 1.8 billion."""
    digits = round_one.normalize().as_tuple()
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int) or abs(round_one) < _ROUNDED_FROM * 10:
        return False
    unit = Decimal(1).scaleb(digits.exponent)
    return (exact / unit).to_integral_value() * unit == round_one


def _measure_the_same(one: Quantity, other: Quantity) -> bool:
    a, b = one.figure, other.figure
    if one.kind != other.kind or one.clock != other.clock or one.ordinal != other.ordinal or one.part != other.part:
        return False
    if one.kind == "date":
        return True
    if _is_written_on(one) != _is_written_on(other):
        return False
    if a.kind == "count":
        people = _are_people(a.unit, one.language) and _are_people(b.unit, other.language)
        return not a.unit or not b.unit or people or related(a.unit, one.language, b.unit, other.language)
    return a.unit == b.unit


def _is_written_on(one: Quantity) -> bool:
    """Whether a number is part of a word, and so says of what sort something is: "41-year-old", "60-jarige"."""
    return _WRITTEN_ON.search(one.text) is not None


def _are_people(noun: str, language: Language) -> bool:
    """Whether the noun, or the end of the compound, stands for persons."""
    kinds = lexicon(language).names.kinds
    known = {*kinds.group, *kinds.person, *verdict_words(language).counted.people}
    return any(noun[at:] in known for at in range(max(1, len(noun) - 3)))


def related(word: str, language: Language, other: str, other_language: Language) -> bool:
    """Whether two words can mean the same."""
    left, right = keys(word, language), keys(other, other_language)
    return max((strength * right.get(key, 0.0) for key, strength in left.items()), default=0.0) >= _RELATED


def _exclude(one: Quantity, other: Quantity) -> bool:
    """Whether no value is allowed by both."""
    if one.kind == "date" and not one.clock:
        return _dates_exclude(one, other)
    (low, high), (least, most) = one.values, other.values
    return (high is not None and least is not None and high < least) or (
        most is not None and low is not None and most < low
    )


def _dates_exclude(one: Quantity, other: Quantity) -> bool:
    """Whether two dates cannot be the same: other days, or, where those are not known, another month or weekday by name."""
    named, named_too = _named(one), _named(other)
    if named is not None and named == named_too and named[0] == "weekdays":
        return False
    if one.days and other.days:
        return one.days[1] < other.days[0] or other.days[1] < one.days[0]
    return named is not None and named_too is not None and named[0] == named_too[0] and named != named_too


def _named(one: Quantity) -> tuple[str, int] | None:
    """The month or the weekday that a date names."""
    table = lexicon(one.language).figures.dates
    words = one.text.lower().split()
    for sort, names in (("months", table.months), ("weekdays", table.weekdays)):
        named = next((names[word] for word in words if word in names), None)
        if named is not None:
            return sort, named
    return None
