"""Words as the full text sees them: where they stand in a text, and the index term that stands for each."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from briefing.article import Language, Span
from store.words import en, nl

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['\u2019][^\W_]+)*")
"""A word in a text: letters and digits, with the accents and apostrophes inside it."""
_OWN = re.compile(r"['\u2019]s?$|['\u2019](?=s$)")
_LONGEST = 64
STEMS: dict[Language, Callable[[str], str]] = {"nl": nl.stem, "en": en.stem}


def folded(text: str) -> str:
    """The text in lower case without accents, for comparing."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one) and not "\ud800" <= one <= "\udfff")


@lru_cache(maxsize=65_536)
def form(word: str) -> str:
    """The index term of a word as it stands in a text: in lower case, without accents and possessive; may be empty."""
    plain = _OWN.sub("", folded(word))
    return (plain if plain.isalnum() else "".join(filter(str.isalnum, plain)))[:_LONGEST]


def stem(form: str, language: Language) -> str:
    """What an index term has in common with the other forms of its word."""
    return STEMS[language](form)


def terms(text: str) -> str:
    """The index terms of a text, separated by spaces, in its order."""
    return " ".join(filter(None, map(form, WORD.findall(text))))


def words(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text with where they stand."""
    for found in WORD.finditer(text):
        yield Span(*found.span()), found.group()
