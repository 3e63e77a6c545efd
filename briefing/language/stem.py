"""Words without their inflection, by the stemmer or the endings that the data of a language name."""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module

from briefing.article import Language
from briefing.language.languages import base, has_data
from briefing.language.tables.loading import load
from briefing.language.tables.stems import StemTable

_LEAST_LETTERS = 3
Stemmer = Callable[[str], str]


@lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """The stem of a word in lower case without accents; no word of the language need look so."""
    return _stemmer(base(language))(word)


@cache
def index_stemmer(language: Language) -> Stemmer:
    """The function from a word to the stem under which a library finds it.

    A language may have a lighter one of its own: compounds are found by their parts, which a full stemmer cuts into.
    """
    code = base(language)
    if not has_data(code) or not _stems(code).own:
        return _stemmer(code)
    stemmer: Stemmer = import_module(f"briefing.language.{code}.light_stem").stem
    return stemmer


@cache
def _stemmer(language: Language) -> Stemmer:
    if not has_data(language):
        return str
    stems = _stems(language)
    if stems.algorithm:
        import snowballstemmer  # loads slowly, and is not needed to read or search

        stemmer: Stemmer = snowballstemmer.stemmer(stems.algorithm).stemWord
        return stemmer
    endings = sorted(stems.endings, key=len, reverse=True)
    return lambda word: _without_ending(word, endings)


def _stems(language: Language) -> StemTable:
    return load(StemTable, language, "stems")


def _without_ending(word: str, endings: list[str]) -> str:
    """The word without the longest of the endings that leaves enough of it."""
    ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= _LEAST_LETTERS), "")
    return word.removesuffix(ending)
