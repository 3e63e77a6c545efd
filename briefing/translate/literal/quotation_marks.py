"""The words of a sentence with the quotation marks and brackets that stand against them."""

from collections.abc import Mapping

from briefing.translate.literal.tokens import CLOSING, OPENING, STRAIGHT, Token
from briefing.translate.literal.tree import Word


def gathered(cut: list[Token], inner: Mapping[int, Word]) -> list[Word]:
    """Words with the quotation marks and brackets attached to them."""
    words: list[Word] = []
    opening = ""
    inside = False
    for at, token in enumerate(cut):
        text = token.text
        if at in inner:
            inner[at].before, opening = opening, ""
            words.append(inner[at])
            continue
        if token.sort == "mark":
            tight = at + 1 < len(cut) and not cut[at + 1].spaced
            if text in STRAIGHT:
                opens = tight and (token.spaced or not words) and not (inside and not token.spaced)
                inside = opens if text == '"' else inside
            else:
                opens = text in OPENING
            if opens and (tight or text in OPENING):
                opening += text
                continue
            if words and (text in CLOSING or (text in STRAIGHT and not opens)) and not opening:
                words[-1].after += text
                continue
        word = Word(text, "K" if token.sort in {"keep", "rest"} else "", before=opening)
        if token.sort == "number":
            word.sort = "M"
        elif token.sort == "mark" and text not in "&+%=*/#~^|<>_":
            word.sort = "X" if not opening else "K"
        elif token.sort == "mark":
            word.sort = "K"
        opening = ""
        words.append(word)
    if opening:
        words.append(Word("", "X", after=opening))
    return words
