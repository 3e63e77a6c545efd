"""Words without their inflection, as far as spelling tells: for the words that no lexicon knows."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from briefing.article import Language

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
