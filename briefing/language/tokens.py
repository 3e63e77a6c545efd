"""Words and marks of a text with their places, from one pass of one regular expression. What they mean is not known here."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.language.abbreviations import Abbreviations

_LETTER: Final = "[^\\W\\d_][\u0300-\u036f]*"
_PART: Final = "[\\w\u0300-\u036f]"
_WORD: Final = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)'’\]]
    | [\w.+-]{{1,64}}+@\w[\w-]*(?:\.\w+)+
    | \d{{1,2}}\.(?=[ ]\w)                                      # 3. Oktober
    | \d+(?:[.,:/-]\d+)*(?:-?{_LETTER}(?:{_LETTER})*(?:-\w+)*)?  # 2019, 1,75, 60-jarige, 5G-netwerken
    | (?:{_LETTER}|[A-Z]{_LETTER}(?=\.[A-Z]))(?:\.(?:{_LETTER}){{1,3}})+(?![^\W_])\.?  # U.S., a.m., Ph.D.
    | [Nn]°\.? | °[CFK]\b                                      # N°. 5, 38 °C
    | {_PART}+(?:[-‐‑&]{_PART}+|\.[a-z]{_PART}*|\.-{_PART}+|['’](?![sS]\b){_PART}+)*\.?  # T-Mobile, don't, dr., Nu.nl
    | ['’](?:[stnm]|ll|re|ve)\b                                # 's, 't
    | \.(?:\ ?\.)+
    | ,,|''|``
    | \S
    """,
    re.VERBOSE,
)
_ENDS: Final = frozenset(".!?:")
_LEAST_WORDS_IN_CAPITALS: Final = 4
_AHEAD: Final = 16
"""Characters after a full stop that tell whether it belongs to its word."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text, as columns: token `i` is `words[i]` and stands at `starts[i]`..`ends[i]`.

    Words are spelled with composed accents, and in a stretch that is all in capitals as in running text. `lower` holds
    them in lower case, with typewriter apostrophes.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]

    def __len__(self) -> int:
        return len(self.words)


def tokens_of(text: str, abbreviations: Abbreviations, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens between two offsets of the text, in time linear to its length.

    A full stop belongs to its word if the word is an abbreviation or an initial, and stands alone otherwise.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    end = len(text) if end is None else end
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        at, to = found.span()
        if len(word) > 1 and word[-1] == "." and word[0] != ".":
            before = words[-1] if words else ""
            if not abbreviations.keep_stop(word[:-1], before, text[to : min(to + _AHEAD, end)]):
                starts += at, to - 1
                ends += to - 1, to
                words += word[:-1], "."
                continue
        starts.append(at)
        ends.append(to)
        words.append(word)
    if not text.isascii():
        words = [word if word.isascii() else unicodedata.normalize("NFC", word) for word in words]
    if len(words) >= _LEAST_WORDS_IN_CAPITALS and text[start:end].isupper():
        words = list(_in_running_case(words))
    return Tokens(starts, ends, words, [word.lower().replace("’", "'") for word in words])


def _in_running_case(words: list[str]) -> Iterator[str]:
    """Words in capitals in lower case, the first of each sentence with a capital; initials stay."""
    begins = True
    for word in words:
        if not word[0].isalpha():
            begins = begins or word[0] in _ENDS
            yield word
            continue
        keeps = word[-1] == "." and (len(word) == 2 or "." in word[:-1])
        yield word if keeps else word.capitalize() if begins else word.lower()
        begins = False
