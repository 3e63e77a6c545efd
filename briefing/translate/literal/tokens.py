"""Cutting a sentence into tokens and joining translated ones again; the same for both languages."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<keep>https?://\S+?(?=[.,;:!?)\]]*(?:\s|$))|www\.\S+?(?=[.,;:!?)\]]*(?:\s|$))|[\w.+-]+@[\w-]+\.[\w.-]*\w|[@\#]\w+|</?[A-Za-z][^<>]{0,80}>)
    |(?P<ordinal>\d+(?:e|de|ste|th|st|nd|rd)\b|\d+(?=[^\W\d_])[^\W_]*(?:-[^\W_]+)*|\d+-[^\W\d_][^\W_]*(?:-[^\W_]+)*)
    |(?P<number>[€$£]?\d+(?:[.,:/–-]\d+)*(?:%|‰|°[CF]?)?(?![\w]))
    |(?P<unit>km/[uh]\b|m/s\b)
    |(?P<abbreviation>(?:[A-Za-z]\.){2,}|(?:dr|mr|mrs|ms|ir|drs|prof|st|bijv|bv|enz|etc|nr|ca|resp|o\.a|m\.b\.t|vs|jl|incl|excl|max|min)\.(?=\s)|(?-i:[A-Z][a-z]{1,4})\.(?=\s+(?-i:[A-Z0-9])))
    |(?P<word>'[st](?=\s)|(?:[^\W\d_]|[̀-ͯ])(?:[^\W_]|[̀-ͯ]|['’](?=[^\W\d_])|[-‐](?=[^\W_])|&(?=[A-Z]))*)
    |(?P<mark>\.\.\.|…|--|[^\w\s]|_)
    |(?P<rest>\S)""",
    re.VERBOSE | re.IGNORECASE,
)
_HEADLINE, _CAPITALS = 4, 0.9
OPENING = "([{“‘«‹„‚¿¡"
CLOSING = ")]}”’»›"
STRAIGHT = "\"'"


class Token(NamedTuple):
    """A token as written, its sort, and whether white space stands before it."""

    text: str
    sort: str
    spaced: bool


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order; joined with their spaces they give the text with single spaces."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        found.append(Token(match.group(), match.lastgroup or "rest", match.start() > end or not found))
        end = match.end()
    return found


def is_headline(cut: Sequence[Token], is_function: Callable[[str], bool]) -> bool:
    """Whether nearly all words have a capital but function words, as in an English headline."""
    words = [token.text for token in cut if token.sort == "word" and not is_function(token.text.lower())]
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) >= _HEADLINE and capitals >= _CAPITALS * len(words)


def sentence_case(cut: Sequence[Token], is_common: Callable[[str], bool]) -> list[Token]:
    """The tokens of a headline with the capitals of a sentence: common words lose theirs, but for the first."""
    first = next((at for at, token in enumerate(cut) if token.sort == "word"), 0)
    return [
        token._replace(text=token.text.lower())
        if at > first and token.text.istitle() and is_common(token.text.lower().removesuffix("'s"))
        else token
        for at, token in enumerate(cut)
    ]


def joined(parts: list[str]) -> str:
    """The parts with single spaces; a part that begins or ends with a glue mark (`\\x00`) has no space on that side."""
    return " ".join(part for part in parts if part).replace(" \x00", "").replace("\x00 ", "").replace("\x00", "")


OPENING_BRACKETS = "([{"
_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", "„": "”", '"': '"', "'": "'"}


class Outside(NamedTuple):
    """The tokens outside brackets and longer quotations; `inside` tells of each of these its first and last token in the whole
    and the place where its stand-in is among the tokens outside."""

    tokens: list[Token]
    inside: list[tuple[int, int, int]]


def without_inner(cut: list[Token]) -> Outside:
    """Set brackets and quotations of more than one word apart, so that they can be translated on their own."""
    outside: list[Token] = []
    inside: list[tuple[int, int, int]] = []
    at = 0
    while at < len(cut):
        token = cut[at]
        end = _closing(cut, at) if token.text in _PAIRS else 0
        least = 1 if token.text in OPENING_BRACKETS else 2
        if end and sum(t.sort != "mark" for t in cut[at + 1 : end]) >= least and (at or end < len(cut) - 2):
            inside.append((at, end, len(outside)))
            outside.append(Token(" ", "rest", token.spaced))
            at = end + 1
        else:
            outside.append(token)
            at += 1
    return Outside(outside, inside)


def _closing(cut: list[Token], at: int) -> int:
    """The place of the mark that closes what opens here; 0 where there is none."""
    opens = cut[at].text
    closes = _PAIRS[opens]
    if opens in STRAIGHT and not (cut[at].spaced and at + 1 < len(cut) and not cut[at + 1].spaced):
        return 0
    depth = 0
    for place in range(at + 1, min(len(cut), at + 120)):
        text = cut[place].text
        if text == closes and not (opens in STRAIGHT and cut[place].spaced):
            if depth == 0:
                return place
            depth -= 1
        elif text == opens and opens not in STRAIGHT:
            depth += 1
    return 0
