"""The filter that draws everything in ASCII; widths stay as they are."""

import unicodedata
from functools import lru_cache
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚‹›", "'"),
        **dict.fromkeys("–—─━╌┄▁▔", "-"),
        **dict.fromkeys("│┃┆▏▕▎▌▐", "|"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯", "+"),
        **dict.fromkeys("\u00a0\u202f\u2009", " "),
        **dict.fromkeys("•·●", "*"),
        **dict.fromkeys("▂▃▄▅▆▇█▊▉", "#"),
        "…": ".",
        "→": ">",
        "←": "<",
        "↑": "^",
        "€": "E",
        "ß": "s",
        "ø": "o",
        "Ø": "O",
        "æ": "a",
        "Æ": "A",
    }
)


@lru_cache(4096)
def in_ascii(words: str) -> str:
    """The words with the nearest ASCII character for each other one, in as many cells; `?` where none is near."""
    if words.isascii():
        return words
    return "".join(_nearest(character) for character in words.translate(_ALIKE))


def _nearest(character: str) -> str:
    if character.isascii():
        return character
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    width = cell_len(character)
    return plain if len(plain) == width else "?" * width


class InAscii(LineFilter):
    """The filter that the app puts on what it draws."""

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """The segments with their words in ASCII."""
        return [Segment(in_ascii(words), style, control) for words, style, control in segments]


IN_ASCII: Final = InAscii()
