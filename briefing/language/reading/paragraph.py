"""The reading of a paragraph: its tokens with their tags, its sentences, quotations and noun phrases."""

from dataclasses import dataclass
from typing import Final

from briefing.article import Span
from briefing.language.capitals import on_names_alone, with_names
from briefing.language.lexicon import Lexicon
from briefing.language.reading.noun_phrases import NounPhrase, noun_phrases, phrase_places
from briefing.language.reading.quotations import Quote, opens_quote, quote_places, quotes_in
from briefing.language.reading.ranges import Range
from briefing.language.reading.tagging import tags_of
from briefing.language.sentences import unlabelled_ranges
from briefing.language.tokens import Tokens, tokens_of

_GAP: Final = 12
_LONGEST_SENTENCE: Final = 250
"""Tokens after which a sentence is cut: the rules look through a whole sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a paragraph, one tag a token, with its sentences, quotations and noun phrases as runs of tokens.

    `quote_at` and `phrase_at` give for each token the index of the quotation or noun phrase around it, -1 for none.
    `goes_on` tells that the next paragraph begins with an opening quotation mark.
    """

    text: str
    words: Lexicon
    tokens: Tokens
    tags: list[str]
    sentences: list[Range]
    quotes: list[Quote]
    quote_at: list[int]
    phrases: list[NounPhrase]
    phrase_at: list[int]
    goes_on: bool

    def in_speech(self, at: int) -> bool:
        """Whether the token stands in quoted speech."""
        if self.quote_at[at] < 0:
            return False
        quote = self.quotes[self.quote_at[at]]
        return quote.is_speech() and (quote.closed or self.goes_on)

    def phrase(self, at: int) -> NounPhrase | None:
        """The noun phrase around the token."""
        index = self.phrase_at[at] if 0 <= at < len(self.phrase_at) else -1
        return self.phrases[index] if index >= 0 else None

    def span(self, found: Range) -> Span:
        """Where a run of tokens stands in the text."""
        return Span(self.tokens.starts[found[0]], self.tokens.ends[found[1] - 1])

    def lower(self, found: Range) -> list[str]:
        """The words of a run of tokens in lower case."""
        return self.tokens.lower[found[0] : found[1]]


def read(text: str, start: int, end: int, words: Lexicon) -> Reading:
    """The reading of the paragraph between two offsets of the text.

    A quotation that is not closed runs to its end, and counts as speech only if the next paragraph opens one again.
    """
    tokens = tokens_of(text, words.abbreviations, start, end)
    if text[start:end].isupper():
        tokens = with_names(tokens, words)
    tags = tags_of(tokens, words)
    sentences = unlabelled_ranges(tokens, words)
    if words.capital_nouns:
        tokens = on_names_alone(tokens, tags, words)
    quotes = quotes_in(text, tokens, start)
    phrases = noun_phrases(tags, tokens, words)
    return Reading(
        text=text,
        words=words,
        tokens=tokens,
        tags=tags,
        sentences=_bounded(sentences),
        quotes=quotes,
        quote_at=quote_places(quotes, len(tokens)),
        phrases=phrases,
        phrase_at=phrase_places(phrases, len(tokens)),
        goes_on=opens_quote(text, end, _GAP),
    )


def _bounded(sentences: list[Range]) -> list[Range]:
    return [
        (at, min(at + _LONGEST_SENTENCE, end))
        for start, end in sentences
        for at in range(start, end, _LONGEST_SENTENCE)
    ]
