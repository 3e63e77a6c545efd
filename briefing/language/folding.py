"""Texts without accents and case, for comparison."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

MARKS: Final = re.compile(r"[\u0300-\u036f\ud800-\udfff]+")
"""Accents that stand apart from their letter, and halves of characters."""


def without_accents(text: str) -> str:
    """The text without accents, in its case."""
    return text if text.isascii() else _without_accents(text)


def folded(text: str) -> str:
    """The text in lower case without accents."""
    return text.lower() if text.isascii() else without_accents(text.casefold())


@lru_cache(maxsize=16_384)
def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFC", MARKS.sub("", unicodedata.normalize("NFD", text)))
