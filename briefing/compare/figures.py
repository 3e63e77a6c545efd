"""Where the numbers and dates of two passages that tell the same thing do not agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from briefing.article import Language, PublicationDate, days_in
from briefing.compare.link import Difference, DifferenceKind
from briefing.compare.terms import keys
from briefing.compare.turns import turns_in
from briefing.language.figures import Figure, FigureKind, figures_in
from briefing.language.lexicon import lexicon
from briefing.language.tokens import Tokens

# By how much "about 50" may be off, as a share. Set by hand on bench/samples/compare/dev-*: "zo'n 130" is 130, "ruim 52" is not 48.
_ABOUT: Final = Decimal("0.05")
# The same where both are told in words only: "tientallen" and "dozens".
_ROUGHLY: Final = Decimal("0.2")
_RELATED: Final = 0.45


@dataclass(frozen=True, slots=True)
class Written:
    """A figure with the words of the passage that it is written in; `turn`: it tells which time something happens."""

    figure: Figure
    text: str
    language: Language
    clock: bool = False
    turn: bool = False

    @property
    def kind(self) -> FigureKind:
        """What it measures; an hour of the day is a date."""
        return "date" if self.clock else self.figure.kind


def written(text: str, tokens: Tokens, language: Language, published: PublicationDate | None) -> list[Written]:
    """The figures of a passage, of which `tokens` are the words."""
    known = figures_in(text, language, published)
    turns = turns_in(text, tokens, language, known)
    counted = {one.span for one in turns}
    return [
        *(Written(one, one.span.of(text), language, turn=True) for one in turns),
        *(
            Written(figure, _quoted(figure, text, language), language, _is_hour(figure, text, language))
            for figure in known
            if figure.span not in counted
        ),
    ]


def _is_hour(figure: Figure, text: str, language: Language) -> bool:
    """Whether a count is an hour of the day: "om kwart over zes", "at four"."""
    if figure.kind != "count" or figure.value is None or not 0 <= figure.value <= 24:
        return False
    words = lexicon(language).figures.clock
    before = text[: figure.span.start].lower().split()[-1:]
    after = text[figure.span.end :].lower().split()[:1]
    marked = bool(after) and after[0].rstrip(".,;") in words.after
    return marked or (bool(before) and before[0] in words.before and not figure.unit)


def _quoted(figure: Figure, text: str, language: Language) -> str:
    """The figure as it stands, with the word for "about" or "more than" before it."""
    before = text[: figure.span.start].rstrip()
    about = lexicon(language).figures.approximate.before if figure.approximate else ()
    longest = max((len(phrase) for phrase in about if before.lower().endswith(phrase)), default=0)
    return text[len(before) - longest : figure.span.end] if longest else figure.span.of(text)


def differences(left: Sequence[Written], right: Sequence[Written]) -> list[Difference]:
    """The figures that measure the same and come to something else, in the order of the left passage."""
    left_over, right_over = list(left), list(right)
    for one in left:
        match = next((other for other in right_over if agree(one, other)), None)
        if match:
            left_over.remove(one)
            right_over.remove(match)
    found: list[Difference] = []
    for one in left_over:
        match = next((other for other in right_over if _measure_the_same(one, other)), None)
        if match:
            right_over.remove(match)
            found.append(Difference(_kind(one), one.text, match.text))
    return found


def agree(one: Written, other: Written) -> bool:
    """Whether two figures can stand for the same."""
    if one.turn or other.turn:
        return one.turn and other.turn and one.figure.value == other.figure.value
    if one.clock or other.clock:
        return one.clock and other.clock and one.figure.value == other.figure.value
    if "date" in {one.kind, other.kind}:
        return one.kind == other.kind and not _dates_differ(one, other)
    a, b = one.figure, other.figure
    alike = a.unit == b.unit if a.kind == b.kind != "count" else "count" in {a.kind, b.kind}
    return alike and a.value is not None and b.value is not None and _near(a.value, b.value, _tolerance(one, other))


def _tolerance(one: Written, other: Written) -> Decimal:
    """By how much two figures may be off, as a share of the larger."""
    about = [each.figure.approximate for each in (one, other)]
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
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int) or abs(round_one) < 1000:
        return False
    unit = Decimal(1).scaleb(digits.exponent)
    return (exact / unit).to_integral_value() * unit == round_one


def _measure_the_same(one: Written, other: Written) -> bool:
    a, b = one.figure, other.figure
    if one.kind != other.kind or one.clock != other.clock or one.turn != other.turn:
        return False
    if one.kind == "date":
        return True
    if a.kind == "count":
        people = _are_people(a.unit, one.language) and _are_people(b.unit, other.language)
        return not a.unit or not b.unit or people or related(a.unit, one.language, b.unit, other.language)
    return a.unit == b.unit


def _are_people(noun: str, language: Language) -> bool:
    """Whether the noun, or the end of the compound, stands for persons."""
    kinds = lexicon(language).names.kinds
    known = {*kinds.group, *kinds.person}
    return any(noun[at:] in known for at in range(max(1, len(noun) - 3)))


def related(word: str, language: Language, other: str, other_language: Language) -> bool:
    """Whether two words can mean the same."""
    left, right = keys(word, language), keys(other, other_language)
    return max((strength * right.get(key, 0.0) for key, strength in left.items()), default=0.0) >= _RELATED


def _kind(one: Written) -> DifferenceKind:
    return "date" if one.kind == "date" else "count" if one.kind == "count" else "amount"


def _dates_differ(one: Written, other: Written) -> bool:
    """Whether two dates cannot be the same: other days, or, where those are not known, another month or weekday by name."""
    a, b = one.figure, other.figure
    if a.earliest and a.latest and b.earliest and b.latest:
        return _last(a.latest) < _first(b.earliest) or _last(b.latest) < _first(a.earliest)
    named, named_too = _named(one), _named(other)
    return named is not None and named_too is not None and named[0] == named_too[0] and named != named_too


def _first(date: PublicationDate) -> tuple[int, int, int]:
    return date.year, date.month or 1, date.day or 1


def _last(date: PublicationDate) -> tuple[int, int, int]:
    month = date.month or 12
    return date.year, month, date.day or days_in(date.year, month)


def _named(one: Written) -> tuple[str, int] | None:
    """The month or the weekday that a date names."""
    table = lexicon(one.language).figures.dates
    words = one.text.lower().split()
    for sort, names in (("months", table.months), ("weekdays", table.weekdays)):
        named = next((names[word] for word in words if word in names), None)
        if named is not None:
            return sort, named
    return None
