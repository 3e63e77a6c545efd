"""Words and marks of a text with their places, from one pass of one regular expression. What they mean is not known here."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(
    r"""
      https?://[^\s<>"”]+
    | \d+(?:[.,:/-]\d+)*(?:-?[^\W\d_]+(?:-\w+)*)?       # 2019, 1,75, 60-jarige, 5G-netwerken
    | [^\W\d_](?:\.[^\W\d_])+\.?                       # U.S., a.m.
    | \w+(?:[-‐‑&]\w+|['’](?![sS]\b)\w+)*\.?           # T-Mobile, don't, dr.
    | ['’](?:[stnm]|ll|re|ve)\b                        # 's, 't
    | \.{2,}
    | ,,|''|``
    | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text, as columns: token `i` is `words[i]` and stands at `starts[i]`..`ends[i]`.

    `lower` holds the words in lower case, with typewriter apostrophes.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]

    def __len__(self) -> int:
        return len(self.words)


def tokens_of(text: str, abbreviations: Collection[str], start: int = 0, end: int | None = None) -> Tokens:
    """The tokens between two offsets of the text, in time linear to its length.

    A full stop belongs to its word if the word is one of the abbreviations (in lower case, without the stop) or an
    initial, and stands alone otherwise.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        word = found.group()
        at, to = found.span()
        if len(word) > 1 and word[-1] == "." and word[0] != "." and not _keeps_stop(word, abbreviations):
            starts += at, to - 1
            ends += to - 1, to
            words += word[:-1], "."
        else:
            starts.append(at)
            ends.append(to)
            words.append(word)
    return Tokens(starts, ends, words, [word.lower().replace("’", "'") for word in words])


def _keeps_stop(word: str, abbreviations: Collection[str]) -> bool:
    if len(word) == 2:
        return word[0].isupper()
    return "." in word[:-1] or word[:-1].lower() in abbreviations
