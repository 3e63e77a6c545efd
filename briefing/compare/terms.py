"""What a passage is compared by: its words with the keys that they can be matched by, in either language.

A key is a string that two words share when they can mean the same; its strength, 0..1, tells how surely. What passages
are alike is not known here.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from briefing.article import Language, Span
from briefing.language.lexicon import lexicon
from briefing.language.tokens import tokens_of

_CLOSED: Final = frozenset("DPpBXxtCRSKn")
"""The tags of words that carry no content of their own: docs/claims.md."""
_OPENING: Final = frozenset(".!?:\"'“‘”„")
_ENDINGS: Final[Mapping[Language, tuple[tuple[str, str], ...]]] = {
    "nl": (
        ("heden", "heid"),
        ("ingen", "ing"),
        ("'s", ""),
        ("den", ""),
        ("ten", ""),
        ("en", ""),
        ("de", ""),
        ("te", ""),
        ("e", ""),
        ("s", ""),
        ("t", ""),
        ("d", ""),
    ),
    "en": (
        ("'s", ""),
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("ly", ""),
        ("s", ""),
        ("e", ""),
    ),
}
# How sure a match by each sort of key is: from how often such matches stood in true pairs of the development sentences.
EXACT: Final = 1.0
STEM: Final = 0.95
COGNATE: Final = 0.5
_COGNATE_LETTERS: Final = 5


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a passage: its text in lower case, where it stands in the passage's text, and its keys with their strength."""

    text: str
    span: Span
    name: bool
    number: bool
    keys: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """The terms of a passage that carry its meaning, in their order."""

    terms: tuple[Term, ...]


def profile(text: str, language: Language) -> Profile:
    """The terms of the text; function words carry nothing and are left out."""
    words = lexicon(language)
    tokens = tokens_of(text, words.abbreviations)
    terms: list[Term] = []
    for place, word in enumerate(tokens.words):
        for part, start in _parts(word):
            lower = part.lower().replace("’", "'")
            number = lower[0].isdigit()
            if not (number or (lower[0].isalpha() and len(lower) > 1 and words.tags.get(lower, "") not in _CLOSED)):
                continue
            at = tokens.starts[place] + start
            name = part[0].isupper() and place > 0 and tokens.words[place - 1][-1] not in _OPENING
            terms.append(Term(lower, Span(at, at + len(part)), name, number, keys(lower, language)))
    return Profile(tuple(terms))


def _parts(word: str) -> list[tuple[str, int]]:
    """The parts of a word joined by hyphens with their places; "T-Mobile" and "e-mail" are whole."""
    parts = word.split("-")
    if len(parts) == 1 or any(len(part) < 2 for part in parts):
        return [(word, 0)]
    placed: list[tuple[str, int]] = []
    at = 0
    for part in parts:
        placed.append((part, at))
        at += len(part) + 1
    return placed


@lru_cache(maxsize=100_000)
def keys(word: str, language: Language) -> Mapping[str, float]:
    """The keys of a word in lower case, each with its strength."""
    if word[0].isdigit():
        return {_number(word, language): EXACT}
    found = {word: EXACT}
    plain = folded(word)
    stemmed = stem(plain, language)
    found.setdefault(f"{language}:{stemmed}", STEM)
    sound = _sounds(plain)
    if len(sound) > _COGNATE_LETTERS:
        found.setdefault(f"~{sound[:_COGNATE_LETTERS]}", COGNATE)
    return found


def _number(word: str, language: Language) -> str:
    thousands, point = (".", ",") if language == "nl" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{point}\d+)?", word):
        word = word.replace(thousands, "")
    return "=" + word.replace(point, ".")


@cache
def folded(word: str) -> str:
    """The word without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def stem(word: str, language: Language) -> str:
    """The word without its inflection, as far as spelling tells; no word of the language need look so."""
    for ending, instead in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    if language == "nl" and word.startswith("ge") and len(word) > 5:
        word = word[2:]
    word = re.sub(r"(.)\1", r"\1", word)
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1]) if language == "nl" else word


def _sounds(word: str) -> str:
    """The word in the letters that Dutch and English spellings of the same loan share."""
    word = re.sub(r"ij|y", "i", word)
    word = word.replace("ph", "f").replace("th", "t").replace("ch", "c").translate(str.maketrans("kqzv", "ccsf"))
    return re.sub(r"(.)\1", r"\1", word)
