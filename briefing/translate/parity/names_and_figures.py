"""Whether the things a sentence speaks of are still in its translation: figures, dates, names and quotations."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from briefing.article import Language, PublicationDate
from briefing.language.dictionary import EQUIVALENTS, LANGUAGE, dictionary
from briefing.language.figures import Figure, figures_in
from briefing.language.folding import folded
from briefing.language.lexicon import lexicon
from briefing.summary.summary import Check
from briefing.translate.parity.split_sentence import SplitSentence, table

_KINDS: Final = {"amount": "amount", "percentage": "percentage", "count": "number", "date": "date"}
_QUOTED: Final = re.compile(r"[\"“„«][^\"“”„«»]{2,}[\"”“»]|(?<![\w])['‘][^'‘’\n]{2,}['’](?!\w)")
_ANY_DAY: Final = PublicationDate(2001, 7, 5)
"""Dates such as "vrijdag" are read against the same day in both languages, whichever it is."""
_DIGITS: Final = re.compile(r"\d+(?:[.,:]\d+)*")
_COGNATE: Final = 3
_EXONYM_STEM: Final = 5
_NO_EQUIVALENT: Final = frozenset({"the", "of", "to", "a", "in"})


def figure_checks(
    original: SplitSentence, text: SplitSentence, published: PublicationDate | None = None
) -> Iterator[Check]:
    """A check for each number, amount, share and date of the original, by its value; and for each that it does not have.

    Numbers that stand in both in figures are found even where they are written on to their unit ("2GB").
    """
    asked = figures_in(original.text, original.language, published or _ANY_DAY)
    given = figures_in(text.text, text.language, published or _ANY_DAY)
    left = Counter(map(_value, given))
    loose = _loose(text)
    for figure in asked:
        found = _taken(figure, left) or (figure.kind == "count" and bool(_plain(figure, original) & loose))
        if not found and figure.value == 1 and not _has_digit(figure, original):
            continue
        yield Check(_KINDS[figure.kind], found, figure.span.of(original.text))
    spare, known = Counter(map(_value, asked)), _loose(original)
    for figure in given:
        if not _taken(figure, spare) and _has_digit(figure, text) and not _plain(figure, text) & known:
            yield Check("number-added", False, figure.span.of(text.text))


def _value(figure: Figure) -> tuple[object, ...]:
    if figure.kind == "date":
        return ("date", figure.earliest, figure.latest)
    return (figure.value, figure.unit if figure.kind in {"amount", "percentage"} else "")


def _taken(figure: Figure, left: Counter[tuple[object, ...]]) -> bool:
    """Takes the figure's value from those left over; whether it was there. A bare number may have become a sum of money."""
    value = _value(figure)
    if left[value] <= 0 and figure.kind == "count":
        value = next((other for other, times in left.items() if times > 0 and other[0] == figure.value), value)
    if left[value] <= 0:
        return False
    left[value] -= 1
    return True


def _has_digit(figure: Figure, line: SplitSentence) -> bool:
    return any(sign.isdigit() for sign in figure.span.of(line.text))


def _plain(figure: Figure, line: SplitSentence) -> frozenset[str]:
    """What a number may be found by besides its value: its digits, "vague" if it is vague."""
    words = figure.span.of(line.text).lower().split()
    vague = any(word in table(line.language).figures.vague for word in words)
    digits = _DIGITS.findall(figure.span.of(line.text))
    whole = figure.value is not None and figure.value == int(figure.value)
    value = {str(int(figure.value))} if figure.value is not None and whole else set()
    return frozenset({"".join(filter(str.isdigit, run)) for run in digits} | value | ({"vague"} if vague else set()))


def _loose(line: SplitSentence) -> frozenset[str]:
    """Every run of digits in the sentence without its separators, and what stands for a number without being one."""
    known = table(line.language).figures
    found = {"".join(filter(str.isdigit, run)) for run in _DIGITS.findall(line.text)}
    found |= {run.lstrip("0") for run in found}
    found |= {known.also[word] for word in line.lower if word in known.also}
    return frozenset(found | ({"vague"} if set(line.lower) & known.vague else set()))


def quotation_checks(original: SplitSentence, text: SplitSentence) -> Iterator[Check]:
    """A check for each quotation of the original: as many stand in the translation."""
    quoted = _QUOTED.findall(original.text)
    count = len(_QUOTED.findall(text.text))
    for place, words in enumerate(quoted):
        yield Check("quotation", place < count, words)


def name_checks(original: SplitSentence, text: SplitSentence) -> Iterator[Check]:
    """A check for each name of the original: it, its name in the other language, or a word much like it."""
    there = [folded(word) for word in text.words]
    whole = folded(" ".join(text.lower))
    for at, word in enumerate(original.words):
        if is_name(original, at):
            yield Check("name", _stands(word, original.language, text, there, whole), word)


def is_name(line: SplitSentence, at: int) -> bool:
    """Whether the word is a name: written with a capital where no sentence or quotation begins, or with one inside."""
    word = line.words[at]
    if not word[0].isalpha() or not word[0].isupper():
        return False
    if any(sign.isupper() for sign in word[1:]) or ("-" in word[1:-1] and word.split("-")[1][:1].isupper()):
        return True
    words = lexicon(line.language)
    if line.lower[at] in words.tags or word.endswith("."):
        return False
    return at > 0 and line.words[at - 1] not in ".!?:…\"“„‘'(-–"


def _stands(word: str, language: Language, text: SplitSentence, there: Sequence[str], whole: str) -> bool:
    """Whether the name, or in "Huawei-systemen" the part that is a name, stands there."""
    if "-" in word and _exonym(word, language, there):
        return True
    for part in (part for part in word.split("-") if part[:1].isupper()):
        plain = folded(part)
        like = any(_cognates(plain, other, text.words[at]) for at, other in enumerate(there))
        if not (plain in whole or like or _exonym(part, language, there)):
            return False
    return True


def _exonym(part: str, language: Language, there: Sequence[str]) -> bool:
    """Whether what the dictionary has for the word stands there, in whatever inflection: "Duitse" and "Germany's"."""
    equivalents = _EQUIVALENTS[language](part) if language in _EQUIVALENTS else frozenset()
    stems = [folded(word)[:_EXONYM_STEM] for word in equivalents if word not in _NO_EQUIVALENT]
    return any(other.startswith(stem) for stem in stems for other in there)


def _english_for(word: str) -> frozenset[str]:
    senses = (sense for reading in dictionary().readings(word) for sense in reading.entry.senses)
    return frozenset(english for sense in senses for english in sense.english.split())


def _dutch_for(word: str) -> frozenset[str]:
    return _reversed().get(word.lower().removesuffix("'s"), frozenset())


_EQUIVALENTS: Final[Mapping[Language, Callable[[str], frozenset[str]]]] = {
    LANGUAGE: _english_for,
    EQUIVALENTS: _dutch_for,
}
"""What the dictionary has for a word, by the language of the word."""


@cache
def _reversed() -> Mapping[str, frozenset[str]]:
    """English words of the dictionary, in lower case, with the Dutch lemmas that they are equivalents of."""
    found: dict[str, set[str]] = {}
    for entry in dictionary().entries:
        for sense in entry.senses:
            for word in sense.english.lower().split():
                found.setdefault(word, set()).add(entry.lemma)
    return {word: frozenset(lemmas) for word, lemmas in found.items()}


def _cognates(part: str, other: str, written: str) -> bool:
    """Whether two capitalised words begin alike: "Britse" and "British", "Japanse" and "Japan"."""
    return written[0].isupper() and len(part) > _COGNATE and part[:_COGNATE] == other[:_COGNATE]
