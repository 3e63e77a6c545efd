"""Which language a text is in, by its share of function words."""

import re
import tomllib
from collections.abc import Container, Mapping, Sequence
from functools import cache
from importlib.resources import files

from briefing.article import Language
from briefing.language.languages import folder_of, languages
from briefing.language.lexicon import lexicon

_WORD = re.compile(r"['’]n\b|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONG_ENOUGH = 4_000
_LEAST_SHARE = 0.15
_ENOUGH_WORDS = 12
_CLEAR_LEAD = 2
"""By so many words a language without data has to lead, so that the text is not taken for one with data."""


@cache
def function_words(language: Language) -> frozenset[str]:
    """The words of `language/<code>/function_words.txt`, in lower case."""
    text = folder_of(language).joinpath("function_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    """The function words of each language that can be told, those without further data included."""
    table = tomllib.loads(files("briefing.language").joinpath("neighbours.toml").read_text(encoding="utf-8"))
    neighbours = {code: frozenset(words.split()) for code, words in table.items() if code not in languages()}
    return {**{code: function_words(code) for code in languages()}, **neighbours}


@cache
def telling_words(language: Language) -> frozenset[str]:
    """The function words of the language that none of the others with data has."""
    others = (function_words(other) for other in languages() if other != language)
    return function_words(language).difference(*others)


def forget() -> None:
    """Read the function words anew, after a language was added or removed."""
    _small_words.cache_clear()
    telling_words.cache_clear()


def identify(text: str) -> str | None:
    """The code of the language of the text, or `None` where the text does not tell.

    Looks at the first 4,000 words. A language without data is told too, so that it is taken for no other.
    """
    found = zip(_WORD.finditer(text), range(_LONG_ENOUGH), strict=False)
    words = [word[0].lower().replace("’", "'") for word, _ in found]
    hits = {code: _count(words, listed) for code, listed in _small_words().items()}
    most, most_with_data = max(hits.values()), max(hits[code] for code in languages())
    if len(words) >= _ENOUGH_WORDS and most < _LEAST_SHARE * len(words):
        return None
    with_data = [code for code in languages() if hits[code] == most_with_data]
    if most == most_with_data:
        return _by_vocabulary(words, with_data)
    if most - most_with_data < _CLEAR_LEAD and max(_known(words, code) for code in with_data) >= most:
        return _by_vocabulary(words, with_data)
    likeliest = [code for code, count in hits.items() if count == most]
    return likeliest[0] if len(likeliest) == 1 else None


def _by_vocabulary(words: Sequence[str], languages: Sequence[str]) -> str | None:
    """The language of these whose lexicon knows most of the words; `None` where no one knows more than the others."""
    if len(languages) == 1:
        return languages[0]
    counts = sorted(((_known(words, code), code) for code in languages), reverse=True)
    return counts[0][1] if counts[0][0] > counts[1][0] else None


def _known(words: Sequence[str], language: str) -> int:
    """The number of words that the lexicon or the function words of the language hold."""
    tags, listed = lexicon(language).tags, function_words(language)
    return sum(word in tags or word in listed for word in words)


def _count(words: Sequence[str], among: Container[str]) -> int:
    return sum(word in among for word in words)
