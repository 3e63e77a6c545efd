"""Words as the full text sees them: where they stand in a text, and the index term that stands for each."""

import codecs
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
_PLAIN = re.compile(r"[^\W_]+")
_LATIN = bytes(code if chr(code).isalnum() or chr(code) == "'" else 32 for code in range(256))
STEMS: dict[Language, Callable[[str], str]] = {"nl": nl.stem, "en": en.stem}


def folded(text: str) -> str:
    """The text in lower case without accents, for comparing."""
    if text.isascii():
        return text.lower()
    return _without_marks(unicodedata.normalize("NFD", text.casefold()))


def terms(text: str) -> str:
    """The index terms of a text, between spaces, in its order: its words folded, without apostrophes and possessive s.

    A text in Latin letters, which is nearly every text, takes a tenth of the time of one in other letters.
    """
    low = text.lower() if text.isascii() else unicodedata.normalize("NFD", text.casefold())
    try:
        latin = low.encode("ascii", _LATIN_ONLY).translate(_LATIN).decode("ascii")
    except UnicodeEncodeError:
        return " ".join(_PLAIN.findall(_OWN.sub("", _without_marks(low))))
    return _OWN.sub("", latin)


def _without_marks(apart: str) -> str:
    return unicodedata.normalize("NFC", _MARKS.sub("", apart))


def _apart(error: UnicodeError) -> tuple[str, int]:
    """What stands in a Latin text for characters outside ASCII.

    Raises:
        UnicodeError: there is a letter among them.
    """
    assert isinstance(error, UnicodeEncodeError)
    signs = _signs(error.object[error.start : error.end])
    if signs is None:
        raise error
    return signs, error.end


@lru_cache(maxsize=4096)
def _signs(run: str) -> str | None:
    """Nothing for an accent, a space for a sign; `None` where there is a letter."""
    if any(map(str.isalnum, run)):
        return None
    return "".join("" if _MARKS.match(sign) else "'" if sign == "\u2019" else " " for sign in run)


_LATIN_ONLY = "briefing-latin-only"
codecs.register_error(_LATIN_ONLY, _apart)


@lru_cache(maxsize=16_384)
def form(word: str) -> str:
    """The index term of a word as it stands in a text; empty where nothing of it can be found."""
    return "".join(terms(word).split())


def stem(form: str, language: Language) -> str:
    """What an index term has in common with the other forms of its word."""
    return STEMS[language](form)


class _Even(dict[str, str]):
    """Folds one character to one character; a sign is a space, what has no such form stays."""

    def __missing__(self, character: str) -> str:
        plain = folded(character)
        if character == "\u2019":
            plain = "'"
        elif not character.isalnum() and not _MARKS.match(character):
            plain = " "
        self[character] = plain if len(plain) == 1 else character
        return self[character]


_EVEN = _Even()


def even(text: str) -> str:
    """The text folded character by character: what stands in it stands where it stood."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(character if len(character.lower()) != 1 else character.lower() for character in text)
    if not low.isascii():
        for character in set(low):
            if not character.isascii():
                low = low.replace(character, _EVEN[character])
    return low


def is_plain(word: str) -> bool:
    """Whether a word of an even text is its own index term."""
    return word.isascii() and word.isalnum()


def key(word: str) -> str:
    """The index term of a word of an even text."""
    return word if is_plain(word) else form(word)
