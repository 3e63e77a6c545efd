"""A sentence with what its links are judged by: terms, figures, negations and claims."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Final

from briefing.article import Article, Language, PublicationDate, Sentence, Span
from briefing.claims.claim import Claim
from briefing.compare.events import denies, is_light
from briefing.compare.lexical import matches
from briefing.compare.quantities import Quantity, quantities_in
from briefing.compare.terms import Profile, Term, profile_of
from briefing.language.hedges import hedges_in
from briefing.language.lexicon import lexicon
from briefing.language.negation import implied_negations_in, negation_words
from briefing.language.pieces import piece_ranges
from briefing.language.places import Place, places_in
from briefing.language.reading import Reading, read
from briefing.language.tagger import tagger
from briefing.language.tags import NON_FINITE, VERBS, Tag
from briefing.language.tokens import Tokens, tokens_of
from briefing.progress import UNREPORTED, Progress

LONGEST: Final = 100
"""Words and marks of the longest sentence that is compared as one; a longer one is compared in pieces."""
MOST_CLAIMS: Final = 8
"""Claims of a sentence that are compared, the first ones: a sentence of news has two or three."""
_REMEMBERED: Final = 2_048
"""Sentences whose tokens and tags are kept: reports repeat each other."""


@dataclass(frozen=True)
class Statement:
    """A sentence of an article, or a piece of a very long one. Spans of terms and figures count in its text.

    `claims` are those whose content stands in it; `whole` is the sentence that it is, or is a piece of.
    """

    article: Article
    sentence: Sentence
    profile: Profile
    claims: tuple[Claim, ...]
    whole: Span

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @cached_property
    def tokens(self) -> Tokens:
        """The tokens of the sentence."""
        return _tokens(self.text, self.language)

    @property
    def language(self) -> Language:
        """The language of its article."""
        return self.article.language

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """The numbers and dates of the sentence."""
        return self.figures_at(self.article.published)

    def figures_at(self, published: PublicationDate | None) -> tuple[Quantity, ...]:
        """The numbers and dates of the sentence as a report of that day would mean them."""
        if published not in self._figures:
            self._figures[published] = quantities_in(self.text, self.tokens, self.language, published)
        return self._figures[published]

    @cached_property
    def _figures(self) -> dict[PublicationDate | None, tuple[Quantity, ...]]:
        """The figures by the day that they were read against."""
        return {}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The countries and cities that the sentence names."""
        return places_in(self.tokens, self.language)

    @cached_property
    def _tags(self) -> Mapping[int, Tag]:
        """By where a token begins, its tag in context."""
        return _tags(self.text, self.language)

    def tag_at(self, start: int) -> Tag:
        """The tag of the word that begins there."""
        return self._tags.get(start, Tag.UNKNOWN)

    @cached_property
    def reading(self) -> Reading:
        """The sentence with its words tagged in context."""
        return _reading(self.text, self.language)

    @cached_property
    def negations(self) -> list[Span]:
        """The words that negate, such as "niet" and "no"; not in phrases such as "not only"."""
        weak = lexicon(self.language).certainty.negations.weak
        if not self._may_negate:
            return []
        found = negation_words(self.reading, 0, len(self.reading.tags))
        return [self._token(at) for at in found if self.reading.tokens.lower[at] not in weak]

    def _token(self, at: int) -> Span:
        return Span(self.reading.tokens.starts[at], self.reading.tokens.ends[at])

    def denies(self, term: Term) -> bool:
        """Whether the word is a verb that denies what it governs."""
        return denies(term, self.language) and self.tag_at(term.span.start) in VERBS | NON_FINITE

    @cached_property
    def implied_negations(self) -> list[Span]:
        """The words that negate without a word of negation: "refuses to", "is untrue"."""
        if not self._may_negate:
            return []
        return [self._token(at) for at in implied_negations_in(self.reading, 0, len(self.reading.tags))]

    @cached_property
    def _may_negate(self) -> bool:
        """Whether a word of negation stands in it, so that it is worth a reading."""
        table = lexicon(self.language).certainty.negations
        listed = (table.words, table.implied, table.without, table.untrue)
        return not all(words.isdisjoint(self.tokens.lower) for words in listed)

    @cached_property
    def weak_negation(self) -> bool:
        """Whether something half negates, or without a word that does: "weinig", "hardly", "without", "rather than"."""
        table = lexicon(self.language).certainty.negations
        words = (table.weak | table.without) - table.implied
        return any(word in words for word in self.tokens.lower) or bool(self._phrases(table.instead))

    @cached_property
    def limited_negation(self) -> bool:
        """Whether a negation is of a degree only: "not far", "niet altijd"."""
        degrees = lexicon(self.language).certainty.negations.degrees
        ends = {span.end for span in self.negations}
        return any(self.tokens.ends[at] in ends and word in degrees for at, word in enumerate(self.tokens.lower[1:]))

    def _phrases(self, listed: Sequence[str]) -> list[Span]:
        """Where the phrases stand."""
        text = self.text.lower().replace("’", "'")
        found = (re.finditer(rf"\b{re.escape(phrase)}\b", text) for phrase in listed if phrase in text)
        return [Span(*one.span()) for each in found for one in each]

    @cached_property
    def hedged(self) -> bool:
        """Whether any hedge stands in the sentence, whatever it hedges."""
        return bool(hedges_in(self.reading, 0, len(self.reading.tags)))

    @property
    def is_heading(self) -> bool:
        """Whether it stands in a heading."""
        return self.article.paragraphs[self.sentence.paragraph].kind == "heading"

    def terms_of(self, claim: Claim) -> list[Term]:
        """The terms of the claim's content."""
        return [self.profile.terms[place] for place in self.places_of(claim)]

    def places_of(self, claim: Claim) -> list[int]:
        """The places, among the sentence's terms, of those in the claim's content."""
        start = self.sentence.start
        return [
            place
            for place, term in enumerate(self.profile.terms)
            if any(part.start <= start + term.span.start < part.end for part in claim.content.parts)
        ]

    def is_clause(self, claim: Claim) -> bool:
        """Whether the claim's content has a finite verb of its own: not "to leave", nor what is only named."""
        start = self.sentence.start
        return any(
            self.tag_at(at) in VERBS
            for at in self.tokens.starts
            if any(part.start <= start + at < part.end for part in claim.content.parts)
        )

    @cached_property
    def contents(self) -> list[list[int]]:
        """For each of the first claims the places of the terms in its content."""
        return [self.places_of(claim) for claim in self.claims[:MOST_CLAIMS]]


def statements_of(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim], progress: Progress = UNREPORTED
) -> list[Statement]:
    """The sentences with their claims, those beyond the longest in pieces.

    Raises:
        CancelledError: the work was cancelled.
    """
    cut = [(piece, sentence.span) for sentence in sentences for piece in _pieces(sentence, article.language)]
    starts = [piece.start for piece, _ in cut]
    held: list[list[Claim]] = [[] for _ in cut]
    for claim in claims:
        for place in {bisect_right(starts, part.start) - 1 for part in claim.content.parts}:
            if place >= 0:
                held[place].append(claim)
    return [
        Statement(
            article,
            piece,
            profile_of(_tokens(piece.text, article.language), article.language),
            tuple(mine),
            whole,
        )
        for (piece, whole), mine in zip(progress.each(cut), held, strict=True)
    ]


def in_pieces(statements: Sequence[Statement]) -> tuple[Span, ...]:
    """The sentences that are read in pieces, each once."""
    return tuple(dict.fromkeys(one.whole for one in statements if one.whole != one.sentence.span))


def _pieces(sentence: Sentence, language: Language) -> list[Sentence]:
    """The sentence, or its pieces where it is too long to be compared as one."""
    if len(sentence.text) <= LONGEST:
        return [sentence]
    tokens = _tokens(sentence.text, language)
    if len(tokens) <= LONGEST:
        return [sentence]
    spans = [(tokens.starts[a], tokens.ends[b - 1]) for a, b in piece_ranges(tokens.words, LONGEST)]
    return [
        Sentence(sentence.start + start, sentence.start + end, sentence.text[start:end], sentence.paragraph)
        for start, end in spans
    ]


def with_terms(statement: Statement) -> Statement:
    """The sentence with its terms, found anew where they were taken out of it."""
    if statement.profile.terms:
        return statement
    return replace(statement, profile=profile_of(statement.tokens, statement.language))


@lru_cache(_REMEMBERED)
def _tokens(text: str, language: Language) -> Tokens:
    return tokens_of(text, lexicon(language).abbreviations)


@lru_cache(_REMEMBERED)
def _reading(text: str, language: Language) -> Reading:
    return read(text, 0, len(text), lexicon(language))


@lru_cache(_REMEMBERED)
def _tags(text: str, language: Language) -> Mapping[int, Tag]:
    """By where a token begins, its tag in context; nothing where the language has no tagger."""
    known, tokens = tagger(language), _tokens(text, language)
    return dict(zip(tokens.starts, known.tags(tokens), strict=True)) if known else {}


def share_telling_words(left: Statement, right: Statement) -> bool:
    """Whether two sentences have a word in common that tells something, or have no such words of their own."""

    def tells(term: Term, side: Statement) -> bool:
        if term.measure and side.tag_at(term.span.start) in VERBS | NON_FINITE:  # "to march"
            return True
        return term.name or term.number or not (term.measure or is_light(term, side.language))

    ours, theirs = left.profile.terms, right.profile.terms
    met = [one.places for one in matches(Profile(ours), right.profile)]
    if any(tells(ours[a], left) and tells(theirs[b], right) for a, b in met):
        return True
    apart = {a for a, _ in met}, {b for _, b in met}
    return not any(tells(term, left) for at, term in enumerate(ours) if at not in apart[0]) and not any(
        tells(term, right) for at, term in enumerate(theirs) if at not in apart[1]
    )
