"""Where sentences end: at a full stop, a question or exclamation mark and at the end of a paragraph, quotation marks included."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from briefing.article import Article, Language, Sentence, Span
from briefing.language.enumeration import item_starts, text_starts
from briefing.language.lexicon import Lexicon, lexicon
from briefing.language.tokens import Tokens, tokens_of

_ENDS: Final = frozenset(".!?")
_CLOSERS: Final = frozenset("\"'”’»›)]") | {"''"}
_EITHER: Final = frozenset("“‘«‹")
"""Marks that open, or close in German, where a space follows them."""
_OPENERS: Final = frozenset("\"'“„‘‚«»‹›([-–—") | {",,", "``", "''"}
_CAN_BEGIN: Final = frozenset("'’$€£#@<")


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
    items = item_starts(tokens)
    start = at = 0
    count = len(tokens)
    while at < count:
        if at in items:
            if at > start:
                ranges.append((start, at))
                start = at
            at = items[at]
            continue
        mark = tokens.words[at]
        at += 1
        if mark[-1] not in _ENDS and mark != "…":
            continue
        while at < count and tokens.words[at] in _ENDS and tokens.starts[at] <= tokens.ends[at - 1] + 1:
            at += 1
        mark, marked = tokens.words[at - 1], at
        at = _past_closers(tokens, at)
        if _is_ellipsis(mark) and "]" in tokens.words[marked:at]:
            continue
        if _begins_sentence(tokens, at, mark, words):
            ranges.append((start, at))
            start = at
    if start < count:
        ranges.append((start, count))
    return ranges


def unlabelled_ranges(tokens: Tokens, words: Lexicon) -> list[tuple[int, int]]:
    """As `sentence_ranges`, without the bullet, number or time before the text of an item."""
    labels = text_starts(tokens)
    ranges = ((labels.get(start, start), end) for start, end in sentence_ranges(tokens, words))
    return [(start, end) for start, end in ranges if start < end]


def _past_closers(tokens: Tokens, at: int) -> int:
    """The place after the quotation marks and brackets that close on the sentence's end."""
    while at < len(tokens) and tokens.starts[at] == tokens.ends[at - 1] and _is_closer(tokens, at):
        at += 1
    return at


def _is_closer(tokens: Tokens, at: int) -> bool:
    """Whether the mark closes what it stands right behind."""
    mark, after = tokens.words[at], at + 1
    return mark in _CLOSERS or (mark in _EITHER and (after == len(tokens) or tokens.starts[after] > tokens.ends[at]))


def _begins_sentence(tokens: Tokens, at: int, mark: str, words: Lexicon) -> bool:
    """Whether a sentence begins at the token, after a mark that may end one and the quotation marks that follow it."""
    following = at
    while following < len(tokens) and tokens.words[following] in _OPENERS:
        following += 1
    if following >= len(tokens):
        return at >= len(tokens)
    begins = _looks_like_beginning(tokens, following)
    if _is_ellipsis(mark):
        return begins and tokens.starts[following] > tokens.ends[at - 1]
    if len(mark) > 1 and mark[-1] == ".":
        return begins and _ends_after_abbreviation(tokens, at, following, mark, words)
    if mark == "." and tokens.starts[at] == tokens.ends[at - 1] and following == at:
        first, before = tokens.words[at], tokens.words[at - 2] if at > 1 else ""
        return begins and first[0].isupper() and before[-1:].islower() and len(first) > 1
    return begins


def _is_ellipsis(mark: str) -> bool:
    return mark == "…" or (len(mark) > 1 and mark[0] == ".")


def _looks_like_beginning(tokens: Tokens, at: int) -> bool:
    """Whether the token is written as the first of a sentence; an ellipsis is, where it stands at its word."""
    first = tokens.words[at]
    if _is_ellipsis(first):
        return 0 < at < len(tokens) - 1 and tokens.starts[at + 1] == tokens.ends[at] < tokens.starts[at] + 4
    if first[0] in "'’" and not first[1:].islower():
        return False
    return not first[0].islower() and (first[0].isalnum() or first[0] in _CAN_BEGIN)


def _ends_after_abbreviation(tokens: Tokens, at: int, following: int, mark: str, words: Lexicon) -> bool:
    """Whether a sentence begins after "etc." or "T-Mobile US.", and not after a title or an initial of a name."""
    bare = mark[:-1].lower()
    known = words.abbreviations
    if bare in known.inner or bare in known.numbered:
        return False
    opens = tokens.lower[following] in words.sentence_openers
    if bare in known.titles or len(mark) == 2:
        return opens and following == at and not _goes_on_name(tokens, at, words)
    return following > at or opens or bare in known.final


def _goes_on_name(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether the word after a title or initial is part of a name: "dr. Van Dam", "prof. Op den Berg", "J. May"."""
    word, after = tokens.lower[at], at + 1
    if after >= len(tokens):
        return False
    tag, following = words.tag(word), tokens.words[after]
    if word in words.name_links:
        return following[0].isupper()
    if tag == "X":
        return words.tag(following) not in {"P", "D", "M"}
    return tag == "p" and following in words.name_links and words.tag(following) != "D"
