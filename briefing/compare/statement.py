"""A sentence with all that a link to another one is judged by: its terms, its figures, what it negates, and its claims."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.article import Article, Language, Sentence, Span
from briefing.claims.claim import Claim
from briefing.compare.figures import Written, written
from briefing.compare.terms import Profile, Term, profile_of
from briefing.language.lexicon import lexicon
from briefing.language.places import Place, places_of
from briefing.language.tokens import Tokens, tokens_of
from briefing.progress import UNREPORTED, Progress


@dataclass(frozen=True)
class Statement:
    """A sentence of an article; `claims` are those whose content stands in it. Spans of terms and figures count in its text."""

    article: Article
    sentence: Sentence
    tokens: Tokens
    profile: Profile
    claims: tuple[Claim, ...]

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.sentence.text

    @property
    def language(self) -> Language:
        """The language of its article."""
        return self.article.language

    @cached_property
    def figures(self) -> list[Written]:
        """The numbers and dates of the sentence."""
        return written(self.text, self.tokens, self.language, self.article.published)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The countries and cities that the sentence names."""
        return places_of(self.text, self.language)

    @cached_property
    def negations(self) -> list[Span]:
        """The words that negate, such as "niet" and "no"; not those of phrases in which they do not, such as "not only"."""
        table = lexicon(self.language).certainty.negations
        known = table.words - table.weak
        exempt = self._phrases(table.exempt)
        spans = [
            Span(self.tokens.starts[at], self.tokens.ends[at])
            for at, word in enumerate(self.tokens.lower)
            if word in known
        ]
        return [span for span in spans if not any(phrase.contains(span) for phrase in exempt)]

    @cached_property
    def weak_negation(self) -> bool:
        """Whether something half negates, or without a word that does: "weinig", "hardly", "refuses", "without", "rather than"."""
        table = lexicon(self.language).certainty.negations
        words = table.weak | table.implied | table.without
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
        text = f" {' '.join(self.tokens.lower)} "
        hedges = lexicon(self.language).certainty.hedges
        return any(f" {phrase} " in text for phrase in hedges.listed())

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

    @property
    def contents(self) -> list[list[int]]:
        """For each claim the places of the terms in its content."""
        return [self.places_of(claim) for claim in self.claims]


def statements_of(
    article: Article, sentences: Sequence[Sentence], claims: Sequence[Claim], progress: Progress = UNREPORTED
) -> list[Statement]:
    """The sentences with their claims.

    Raises:
        CancelledError: the work was cancelled.
    """
    known = lexicon(article.language).abbreviations
    starts = [sentence.start for sentence in sentences]
    held: list[list[Claim]] = [[] for _ in sentences]
    for claim in claims:
        for place in {bisect_right(starts, part.start) - 1 for part in claim.content.parts}:
            if place >= 0:
                held[place].append(claim)
    return [
        Statement(
            article,
            sentence,
            tokens := tokens_of(sentence.text, known),
            profile_of(tokens, article.language),
            tuple(mine),
        )
        for sentence, mine in zip(progress.each(sentences), held, strict=True)
    ]
