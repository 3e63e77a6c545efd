"""Where the words of a query stand in a text, and the snippet of the text that shows them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining

from briefing.article import Paragraph, Span
from store.index_terms import WORD, aligned, term_of_aligned

_MANY_TERMS = 100
_LEAD = 40
_WINDOW = 20
SNIPPET_LENGTH = 200
"""The approximate length of a snippet, in characters."""


class Highlighter:
    """Finds the words and phrases of a query, given as index terms and prefixes of index terms."""

    def __init__(self, phrases: Iterable[tuple[str, ...]], prefixes: Iterable[str]) -> None:
        phrases = list(phrases)
        self._prefixes = tuple(prefixes)
        self._phrases = [phrase for phrase in phrases if len(phrase) > 1]
        words = {phrase[0] for phrase in phrases if len(phrase) == 1}
        self._terms = {term for term in words if not term.startswith(self._prefixes)}

    def spans(self, text: str) -> list[Span]:
        """Where the words of the query stand in a text."""
        low = aligned(text)
        spans = {span for word in self._words_in(low) for span in _spans(word, low)}
        for phrase in self._phrases:
            if all(term in low for term in phrase):
                spans.update(_phrase_spans(low, phrase))
        return sorted(spans)

    def _words_in(self, text: str) -> set[str]:
        """The words of an aligned text that match the query.

        For a few terms in plain text, looking for each is twice as fast as splitting the text into words.
        """
        if not text.isascii() or len(self._terms) > _MANY_TERMS:
            return self._matching(WORD.findall(text))
        joined = [word for part in text.split() if "'" in part for word in WORD.findall(part)]
        begun = [one for prefix in self._prefixes for one in re.findall(rf"{prefix}[a-z0-9]*", text)]
        return self._matching(joined) | self._matching(begun) | {word for word in self._terms if word in text}

    def _matching(self, words: Iterable[str]) -> set[str]:
        terms = {word: term_of_aligned(word) for word in set(words)}
        return {word for word, term in terms.items() if term in self._terms or term.startswith(self._prefixes)}


def _spans(word: str, text: str) -> Iterator[Span]:
    """Where a word stands as a whole word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _continues(text[max(0, at - 2) : at][::-1]) and not _continues(text[end : end + 2]):
            yield Span(at, end)
        at = text.find(word, end)


def _continues(neighbours: str) -> bool:
    """Whether the two characters beside a word belong to it: a letter or combining accent, or an apostrophe and a letter."""
    first = neighbours[:1]
    return first.isalnum() or bool(first and combining(first)) or (first == "'" and neighbours[1:].isalnum())


def _phrase_spans(text: str, phrase: Sequence[str]) -> Iterator[Span]:
    """The words of each occurrence of a phrase in an aligned text."""
    words = list(WORD.finditer(text))
    terms = [term_of_aligned(one.group()) for one in words]
    for at, term in enumerate(terms):
        if term == phrase[0] and tuple(terms[at : at + len(phrase)]) == tuple(phrase):
            yield from (Span(*one.span()) for one in words[at : at + len(phrase)])


def snippet(text: str, paragraphs: Sequence[Paragraph], spans: Sequence[Span]) -> Span | None:
    """The part of the text with the most highlighted words, about `SNIPPET_LENGTH` long, cut between words."""
    if not spans:
        return None
    best, most = spans[0].start, 0
    for at, span in enumerate(spans):
        within = sum(1 for other in spans[at : at + _WINDOW] if other.end <= span.start + SNIPPET_LENGTH - _LEAD)
        if within > most:
            best, most = span.start, within
    paragraph = next(one for one in reversed(paragraphs) if one.start <= best)
    start = max(paragraph.start, best - _LEAD)
    while paragraph.start < start < best and not text[start - 1].isspace():
        start += 1
    first = next(span for span in spans if span.start == best)
    return Span(start, _end(text, start, paragraph.end, first.end))


def opening(text: str, paragraphs: Sequence[Paragraph]) -> Span:
    """The beginning of the first body paragraph, shown if no word of the text is highlighted."""
    for paragraph in paragraphs:
        if paragraph.kind == "body":
            return Span(paragraph.start, _end(text, paragraph.start, paragraph.end))
    return Span(0, min(SNIPPET_LENGTH, len(text)))


def _end(text: str, start: int, last: int, least: int = 0) -> int:
    """Where a snippet ends: between words, after its first half and from `least` on, else where it is full."""
    end = min(last, max(start + SNIPPET_LENGTH, least))
    for at in range(end, max(least, start + SNIPPET_LENGTH // 2) - 1, -1):
        if at == len(text) or text[at].isspace():
            return at
    return end
