"""The last touches of a translated sentence: "a" or "an", spaces, the capital at its start."""

import re

from briefing.article import Language
from briefing.language.dictionary import LANGUAGE
from briefing.language.en import morphology

_ARTICLE = re.compile(r"\b([Aa]) (?=([\"'“‘(]?[\w’'-]+))")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|https?://\S+|\S+@\S+")
_DOUBLE = re.compile(r"(?:,\s*){2,}")
_CANNOT = re.compile(r"\bcan not\b(?! only)")
_SPACES = re.compile(r"[ \t]+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?…])(?=\s|$|[\"'”’)])")
_COMMA_END = re.compile(r",\s*([.!?;:])")


def finished(text: str, original: str, from_: Language) -> str:
    """The sentence as it is shown; it begins with a capital if its original does."""
    text = _SPACES.sub(" ", text).strip()
    text = _BEFORE_MARK.sub(r"\1", text)
    text = _DOUBLE.sub(", ", text)
    text = _COMMA_END.sub(r"\1", text).lstrip(",; ")
    if from_ == LANGUAGE:
        text = _CANNOT.sub("cannot", text)
        text = _ARTICLE.sub(lambda m: m[1] + morphology.article(m[2])[1:] + " ", text)
    return _capital(text, original)


def _capital(text: str, original: str) -> str:
    first = next((letter for letter in original if letter.isalnum()), "")
    if not first.isupper():
        return text
    markup = _MARKUP.match(text)
    for at, letter in enumerate(text):
        if markup and at < markup.end():
            continue
        if letter.isalpha():
            return text[:at] + letter.upper() + text[at + 1 :]
        if letter.isdigit():
            return text
    return text
