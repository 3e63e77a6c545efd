"""Which language a text is in, by its share of function words."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from briefing.article import LANGUAGES, Language

_WORD = re.compile(r"[^\W\d_]+")
_LONG_ENOUGH = 4_000
_LEAST_SHARE = 0.15
_ENOUGH_WORDS = 12


@cache
def function_words(language: Language) -> frozenset[str]:
    """The words of `language/<code>/function_words.txt`, in lower case."""
    text = files("briefing.language").joinpath(language, "function_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def telling_words(language: Language) -> frozenset[str]:
    """The function words of the language that none of the others has."""
    others = (function_words(other) for other in LANGUAGES if other != language)
    return function_words(language).difference(*others)


def identify(text: str) -> Language | None:
    """The language of the text, or `None` where twelve or more words are in neither.

    Looks at the first 4,000 words. A text too short to tell is given the likelier language, English where both are equal.
    """
    words = [found[0].lower() for found, _ in zip(_WORD.finditer(text), range(_LONG_ENOUGH), strict=False)]
    likeliest = max(LANGUAGES, key=lambda code: (_share(words, telling_words(code)), code == "en"))
    if len(words) >= _ENOUGH_WORDS and _share(words, function_words(likeliest)) < _LEAST_SHARE:
        return None
    return likeliest


def _share(words: Sequence[str], among: frozenset[str]) -> float:
    return sum(word in among for word in words) / max(1, len(words))
