"""Where sentences end: at a full stop, a question or exclamation mark and at the end of a paragraph, quotation marks included."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from briefing.article import Article, Language, Sentence, Span
from briefing.language.lexicon import Lexicon, lexicon
from briefing.language.tokens import Tokens, tokens_of

_ENDS: Final = frozenset(".!?")
_CLOSERS: Final = frozenset("\"'”’»)]") | {"''"}
_OPENERS: Final = frozenset("\"'“„‘«([-–—") | {",,", "``", "''"}


def split(text: str, language: Language) -> list[Span]:
    """The sentences of one paragraph in order, without the white space around them."""
    words = lexicon(language)
    tokens = tokens_of(text, words.abbreviations)
    return [Span(tokens.starts[a], tokens.ends[b - 1]) for a, b in sentence_ranges(tokens, words)]


def sentences_of(article: Article) -> tuple[Sentence, ...]:
    """All sentences of the article in order; a heading is one sentence."""
    return tuple(chain.from_iterable(_sentences_in(article, index) for index in range(len(article.paragraphs))))


def sentences_at(article: Article, span: Span) -> tuple[Sentence, ...]:
    """The sentences of the article that share characters with the span; other paragraphs are not looked at."""
    places = [index for index, paragraph in enumerate(article.paragraphs) if paragraph.span.overlaps(span)]
    found = chain.from_iterable(_sentences_in(article, index) for index in places)
    return tuple(sentence for sentence in found if sentence.span.overlaps(span))


def _sentences_in(article: Article, index: int) -> Iterator[Sentence]:
    paragraph, text = article.paragraphs[index], article.text
    whole = paragraph.kind == "heading"
    for span in [Span(0, len(paragraph.text))] if whole else split(paragraph.text, article.language):
        start, end = paragraph.start + span.start, paragraph.start + span.end
        yield Sentence(start, end, text[start:end], index)


def sentence_ranges(tokens: Tokens, words: Lexicon) -> list[tuple[int, int]]:
    """The sentences of one paragraph as ranges of tokens, end exclusive; together they hold every token."""
    ranges: list[tuple[int, int]] = []
    start = at = 0
    count = len(tokens)
    while at < count:
        word = tokens.words[at]
        at += 1
        last = word[-1]
        if last in _ENDS or word == "…":
            while at < count and tokens.words[at] in {"!", "?", "."} and tokens.starts[at] == tokens.ends[at - 1]:
                at += 1
            mark = tokens.words[at - 1]
            at = _past_closers(tokens, at)
            if _begins_sentence(tokens, at, mark, words):
                ranges.append((start, at))
                start = at
    if start < count:
        ranges.append((start, count))
    return ranges


def _past_closers(tokens: Tokens, at: int) -> int:
    """The place after the quotation marks and brackets that close on the sentence's end."""
    while at < len(tokens) and tokens.words[at] in _CLOSERS and tokens.starts[at] == tokens.ends[at - 1]:
        at += 1
    return at


def _begins_sentence(tokens: Tokens, at: int, mark: str, words: Lexicon) -> bool:
    if at >= len(tokens):
        return True
    following = at
    while following < len(tokens) and tokens.words[following] in _OPENERS:
        following += 1
    if following >= len(tokens):
        return False
    first = tokens.words[following]
    begins = not first[0].islower() and (first[0].isalnum() or first[0] in "'’$€£#@")
    if first[0] in "'’" and not first[1:].islower():
        begins = False
    if len(mark) > 1 and mark[-1] == "." and mark[0] != ".":
        return begins and _ends_after_abbreviation(tokens, at, following, mark, words)
    if (mark[0] == "." and len(mark) > 1) or mark == "…":
        return begins and tokens.starts[following] > tokens.ends[at - 1]
    if mark == "." and tokens.starts[at] == tokens.ends[at - 1] and following == at:
        before = tokens.words[at - 2] if at > 1 else ""
        return begins and first[0].isupper() and before[-1:].islower() and len(first) > 1
    return begins


def _ends_after_abbreviation(tokens: Tokens, at: int, following: int, mark: str, words: Lexicon) -> bool:
    """Whether a sentence begins after "etc." or "T-Mobile US.": not after a title or an initial of a name."""
    bare = mark[:-1].lower()
    if bare in words.abbreviations_before_names or len(mark) == 2:
        return False
    first = tokens.lower[following]
    return following > at or first in words.sentence_openers
