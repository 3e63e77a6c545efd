"""Brackets of a sentence: where the one that answers another stands."""

from typing import Final

from briefing.language.reading.paragraph import Reading
from briefing.language.tags import Tag

_LONGEST_BRACKET: Final = 24


def closing_bracket(reading: Reading, at: int, limit: int) -> int:
    """The token after the bracket that closes the one at the token; the token itself where it is far or there is none."""
    for place in range(at, min(limit, at + _LONGEST_BRACKET)):
        if reading.tags[place] == Tag.CLOSING_BRACKET:
            return place + 1
    return at


def opening_bracket(reading: Reading, at: int, floor: int) -> int:
    """The bracket that the one at the token closes; -1 where it is far or there is none."""
    first = max(floor, at - _LONGEST_BRACKET)
    return next((k for k in range(at, first - 1, -1) if reading.tags[k] == Tag.OPENING_BRACKET), -1)
