"""Items of a list that stand within one paragraph: "1. ... 2. ...", "a) ... b) ...", "• 9. ... • 10. ..."."""

from typing import Final, NamedTuple

from briefing.language.tokens import Tokens

_BULLETS: Final = frozenset("•⁃◦‣*-–—·")
_CLOSINGS: Final = frozenset((".", ")"))
_HIGHEST: Final = 99


class _Number(NamedTuple):
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


def _number_at(tokens: Tokens, at: int) -> _Number | None:
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
    return _Number(value, tuple(style), after) if closed and follows else None
