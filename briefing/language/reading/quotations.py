"""Quotations in a paragraph, found by their marks."""

from dataclasses import dataclass
from typing import Final

from briefing.language.tokens import Tokens

_OPENING: Final = frozenset("“„«‹‚") | {",,", "``"}
_CLOSING: Final = frozenset("”»›")
_PLAIN: Final = frozenset(('"', "''", "'", "‘", "”", "»", "›"))
_SINGLE: Final = frozenset("'‘‚‹›")
_MARKS: Final = _OPENING | _CLOSING | _PLAIN | {"’"}
_CLOSER_OF: Final = {
    "“": frozenset(("”", "“", '"')),
    "„": frozenset(("”", "“", '"')),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
    "‚": frozenset("‘’"),
    ",,": frozenset(("''", '"', "”")),
    "``": frozenset(("''",)),
    "‘": frozenset("’'"),
    '"': frozenset('"”'),
}
_SPEECH_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the tokens of its marks. `closed` is false where it runs on into the next paragraph."""

    opening: int
    closing: int
    closed: bool

    @property
    def inside(self) -> tuple[int, int]:
        """The tokens between the marks."""
        return self.opening + 1, self.closing

    def is_speech(self) -> bool:
        """Whether it is long enough to be speech and not a single quoted term."""
        return self.closing - self.opening - 1 >= _SPEECH_WORDS


def quotes_in(text: str, tokens: Tokens, start: int) -> list[Quote]:
    """The outer quotations of a paragraph that begins at the offset; marks pair by shape and the space around them."""
    found: list[Quote] = []
    opening, closer = -1, frozenset[str]()
    for at, word in enumerate(tokens.words):
        if word not in _MARKS:
            continue
        if opening >= 0:
            if word in closer and _may_close(text, tokens, at, word):
                found.append(Quote(opening, at, closed=True))
                opening = -1
        elif word in _OPENING or (word in _PLAIN and _may_open(text, tokens, at, start)):
            opening, closer = at, _CLOSER_OF.get(word, frozenset((word,)))
    if opening >= 0 and tokens.words[opening] not in _SINGLE:
        found.append(Quote(opening, len(tokens), closed=False))
    return found


def quote_places(quotes: list[Quote], size: int) -> list[int]:
    """For each of the tokens the index of the quotation around it, marks counted in; -1 outside."""
    places = [-1] * size
    for index, quote in enumerate(quotes):
        for at in range(quote.opening, min(quote.closing + 1, size)):
            places[at] = index
    return places


def opens_quote(text: str, at: int, reach: int) -> bool:
    """Whether the next words after the offset, some characters away at most, begin with an opening mark."""
    following = text[at : at + reach].lstrip()[:2]
    return bool(following) and (following[0] in _OPENING or following[0] in "\"'‘" or following in _OPENING)


def _may_open(text: str, tokens: Tokens, at: int, start: int) -> bool:
    where, after = tokens.starts[at], tokens.ends[at]
    if after >= len(text) or (where > start and text[where - 1].isalnum()):
        return False
    if text[after].isspace():
        return at == 0 or tokens.words[at - 1] == ":"
    return text[after].isalnum() or text[after] in "'‘’([…$€£-.@#*"


def _may_close(text: str, tokens: Tokens, at: int, word: str) -> bool:
    where, after = tokens.starts[at], tokens.ends[at]
    if word in {"'", "’", "‘", "“"}:
        return not text[where - 1].isspace() and (after >= len(text) or not text[after].isalnum())
    return True
