"""Words as the full text sees them: where they stand in a text, and the index term that stands for each."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from briefing.article import Language
from briefing.language.en import light_stem as en
from briefing.language.nl import light_stem as nl

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['\u2019][^\W_]+)*")
"""A word in a text: letters and digits, with the accents and apostrophes inside it."""
_MARKS = re.compile(r"[\u0300-\u036f\ud800-\udfff]+")
_OWN = re.compile(r"['\u2019](?:s\b)?")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ASCII = "".join(chr(code) if chr(code).isalnum() or chr(code) == "'" else " " for code in range(128))
STEMS: dict[Language, Callable[[str], str]] = {"nl": nl.stem, "en": en.stem}


def folded(text: str) -> str:
    """The text in lower case without accents, for comparing."""
    if text.isascii():
        return text.lower()
    return _without_marks(unicodedata.normalize("NFD", text.casefold()))


def terms(text: str) -> str:
    """The index terms of a text, between spaces, in its order: its words folded, without apostrophes and possessive s."""
    low = text.casefold()
    if not low.isascii():
        low = _each(low, _PLAIN)
        low = low if low.isascii() else unicodedata.normalize("NFC", low)
    low = low.translate(_ASCII)
    return _OWN.sub("", low) if "'" in low else low


def _each(text: str, characters: dict[str, str]) -> str:
    """The text with something in the place of each character outside ASCII: there are few different ones in a text."""
    for character in set(_FOREIGN.findall(text)):
        text = text.replace(character, characters[character])
    return text


class _Plain(dict[str, str]):
    """What an index term has for a character: nothing for an accent, a space for a sign."""

    def __missing__(self, character: str) -> str:
        if character == "\u2019":
            self[character] = "'"
        elif character.isalnum():
            letters = _without_marks(unicodedata.normalize("NFD", character))
            self[character] = "".join(one if one.isalnum() else " " for one in letters)
        else:
            self[character] = "" if _MARKS.match(character) else " "
        return self[character]


_PLAIN = _Plain()


def _without_marks(apart: str) -> str:
    return unicodedata.normalize("NFC", _MARKS.sub("", apart))


@lru_cache(maxsize=16_384)
def form(word: str) -> str:
    """The index term of a word as it stands in a text; empty where nothing of it can be found."""
    return "".join(terms(word).split())


def stem(form: str, language: Language) -> str:
    """What an index term has in common with the other forms of its word."""
    return STEMS[language](form)


class _Even(dict[str, str]):
    """What an even text has for a character: one character, the same where there is no other."""

    def __missing__(self, character: str) -> str:
        even = _PLAIN[folded(character)] if len(folded(character)) == 1 else ""
        self[character] = even if len(even) == 1 else character
        return self[character]


_EVEN = _Even()


def even(text: str) -> str:
    """The text folded character by character, with a space for a sign: what stands in it stands where it stood."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character if len(character.lower()) != 1 else character.lower() for character in text)
    return low if low.isascii() else _each(low, _EVEN)


def is_plain(word: str) -> bool:
    """Whether a word of an even text is its own index term."""
    return word.isascii() and word.isalnum()


def key(word: str) -> str:
    """The index term of a word of an even text."""
    return word if is_plain(word) else form(word)
