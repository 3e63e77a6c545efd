"""Index terms of the full-text search: where words stand in a text, and the term that each is indexed by."""

import re
import unicodedata
from functools import lru_cache

from briefing.article import Language
from briefing.language.folding import MARKS, folded, without_accents
from briefing.language.stem import index_stemmer

WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*|['\u2019][^\W_]+)*")
"""A word in a text: letters and digits, with the accents and apostrophes inside it."""
_OWN = re.compile(r"['\u2019](?:s\b)?")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ASCII = "".join(chr(code) if chr(code).isalnum() or chr(code) == "'" else " " for code in range(128))


def terms(text: str) -> str:
    """The index terms of a text in its order, separated by spaces: folded words without apostrophes and possessive s."""
    low = text.casefold()
    if not low.isascii():
        low = _replaced(low, _TERM_CHARACTERS)
        low = low if low.isascii() else unicodedata.normalize("NFC", low)
    low = low.translate(_ASCII)
    return _OWN.sub("", low) if "'" in low else low


def _replaced(text: str, characters: dict[str, str]) -> str:
    """The text with each character outside ASCII replaced; a text has few different ones."""
    for character in set(_FOREIGN.findall(text)):
        text = text.replace(character, characters[character])
    return text


class _TermCharacters(dict[str, str]):
    """What a character becomes in an index term: nothing for an accent, a space for a sign."""

    def __missing__(self, character: str) -> str:
        if character == "\u2019":
            self[character] = "'"
        elif character.isalnum():
            letters = without_accents(character)
            self[character] = "".join(one if one.isalnum() else " " for one in letters)
        else:
            self[character] = "" if MARKS.match(character) else " "
        return self[character]


_TERM_CHARACTERS = _TermCharacters()


@lru_cache(maxsize=16_384)
def term_of(word: str) -> str:
    """The index term of a word; empty if nothing of it is indexed."""
    return "".join(terms(word).split())


def stem(term: str, language: Language) -> str:
    """The stem of an index term, which it shares with the other forms of its word."""
    return index_stemmer(language)(term)


class _AlignedCharacters(dict[str, str]):
    """What a character becomes in an aligned text: one character, itself if its folded form is not one character."""

    def __missing__(self, character: str) -> str:
        folded_character = _TERM_CHARACTERS[folded(character)] if len(folded(character)) == 1 else ""
        self[character] = folded_character if len(folded_character) == 1 else character
        return self[character]


_ALIGNED_CHARACTERS = _AlignedCharacters()


def aligned(text: str) -> str:
    """The text folded character by character, with spaces for signs, so that all offsets stay the same."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character if len(character.lower()) != 1 else character.lower() for character in text)
    return low if low.isascii() else _replaced(low, _ALIGNED_CHARACTERS)


def term_of_aligned(word: str) -> str:
    """The index term of a word of an aligned text."""
    return word if word.isascii() and word.isalnum() else term_of(word)
