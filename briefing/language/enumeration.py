"""Labels before the text of a paragraph: numbers of list items ("1. ... 2. ...", "• 9."), bullets, and times of a live blog."""

import re
from typing import Final, NamedTuple

from briefing.language.tokens import Tokens

_BULLETS: Final = frozenset("•⁃◦‣*-–—·")
_CLOSINGS: Final = frozenset((".", ")"))
_TIME: Final = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_AFTER_TIME: Final = frozenset("-–—:|•")
_HIGHEST: Final = 99


class _ItemNumber(NamedTuple):
    """The number of an item: its value, how it is written, and the token after it."""

    value: int
    style: tuple[str, ...]
    after: int


def item_starts(tokens: Tokens) -> dict[int, int]:
    """The token at which each item begins, and the token after its number; empty unless the first token begins one."""
    number = _number_at(tokens, 0)
    if number is None:
        return {}
    found = {0: number.after}
    for at in range(number.after, len(tokens)):
        following = _number_at(tokens, at)
        if following and following.value == number.value + 1 and following.style == number.style:
            found[at] = following.after
            number = following
    return found


def text_starts(tokens: Tokens) -> dict[int, int]:
    """For each token that begins a label the token after it: of list items, and of the bullet or time that opens the paragraph."""
    starts = item_starts(tokens)
    if 0 not in starts and (after := _after_bullet(tokens) or _after_time(tokens)):
        starts[0] = after
    return starts


def _after_bullet(tokens: Tokens) -> int:
    """The token after a bullet with a space behind it, at the start; 0 where there is none."""
    bullet = len(tokens) > 1 and tokens.words[0] in _BULLETS and tokens.starts[1] > tokens.ends[0]
    return int(bullet)


def _after_time(tokens: Tokens) -> int:
    """The token after a time and a dash or colon, a word as "uur" between them; 0 where there is none."""
    if not len(tokens) or not _TIME.fullmatch(tokens.words[0]):
        return 0
    return next((at + 1 for at in (1, 2) if at < len(tokens) - 1 and tokens.words[at] in _AFTER_TIME), 0)


def _number_at(tokens: Tokens, at: int) -> _ItemNumber | None:
    """The number of an item that begins at the token, its bullet included; a word has to follow it."""
    style = ["bullet"] if at < len(tokens) and tokens.words[at] in _BULLETS else []
    place = at + len(style)
    if place >= len(tokens):
        return None
    word = tokens.words[place]
    if word.isascii() and word.isdigit() and int(word) <= _HIGHEST:
        value = int(word)
        style.append("number")
    elif len(word) == 1 and word.isascii() and word.islower():
        value = ord(word) - ord("a") + 1
        style.append("letter")
    else:
        return None
    after = place + 1
    while after < len(tokens) and tokens.words[after] in _CLOSINGS and tokens.starts[after] == tokens.ends[after - 1]:
        style.append(tokens.words[after])
        after += 1
    closed = style[-1] in _CLOSINGS
    follows = after < len(tokens) and tokens.starts[after] > tokens.ends[after - 1] and tokens.words[after][0].isalpha()
    return _ItemNumber(value, tuple(style), after) if closed and follows else None
