"""A report prepared for summary: tagged sentences, resolved references, and speakers of loose quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from briefing.article import Article, Sentence, Span
from briefing.claims.claim import Claim
from briefing.claims.references import Reference, references_in
from briefing.claims.source_words import source_words
from briefing.language.calendar_dates import written_day
from briefing.language.dateline import dateline_of
from briefing.language.figures import figures_in
from briefing.language.lexicon import lexicon
from briefing.language.reading import Range, Reading, read
from briefing.language.sentences import sentences_of
from briefing.language.tags import Tag

_AS_THEY_STAND: Final = frozenset(("name", "description"))
"""Forms of references that need nothing put in."""

_YEAR: Final = re.compile("1[89][0-9]{2}|20[0-9]{2}")
_QUOTES: Final = frozenset((Tag.QUOTE, Tag.SINGLE_QUOTE))


@dataclass(frozen=True)
class Report:
    """An article with its claims, read once."""

    article: Article
    claims: tuple[Claim, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, headings among them."""
        return sentences_of(self.article)

    @cached_property
    def _readings(self) -> dict[int, Reading]:
        """The reading of each paragraph of body text, by its place."""
        words = lexicon(self.article.language)
        return {
            place: read(self.article.text, paragraph.start, paragraph.end, words)
            for place, paragraph in enumerate(self.article.paragraphs)
            if paragraph.kind == "body"
        }

    @cached_property
    def _references(self) -> tuple[Reference, ...]:
        return references_in(list(self._readings.values()), self.claims, self.article.language)

    @cached_property
    def _places(self) -> list[int]:
        return [one.span.start for one in self._references]

    def is_body(self, sentence: Sentence) -> bool:
        """Whether the sentence is no heading."""
        return self.article.paragraphs[sentence.paragraph].kind == "body"

    @cached_property
    def opening(self) -> Sentence | None:
        """The sentence that the body begins with."""
        return next(filter(self.is_body, self.sentences), None)

    @cached_property
    def headline(self) -> Sentence | None:
        """The heading right above the opening."""
        place = self.sentences.index(self.opening) if self.opening else 0
        return self.sentences[place - 1] if place else None

    def references(self, span: Span) -> Sequence[Reference]:
        """The references in the body that begin in the span."""
        return self._references[bisect_left(self._places, span.start) : bisect_left(self._places, span.end)]

    def tokens(self, sentence: Sentence) -> tuple[Reading, Range]:
        """The sentence as a run of tokens in the reading of its paragraph, which is body text."""
        reading = self._readings[sentence.paragraph]
        starts = reading.tokens.starts
        return reading, (bisect_left(starts, self.begin(sentence)), bisect_left(starts, sentence.end))

    def is_known(self, one: Reference) -> bool:
        """Whether the words tell whom a pronoun or a role stands for.

        A role stands among the words that introduce the name. Between the name and its pronoun nobody else speaks.
        """
        if not one.name:
            return False
        if one.form == "role":
            noun = one.span.of(self.article.text).lower().split()[-1]
            return any(word.endswith(noun) for word in one.introduced.lower().split())
        earlier = self._references[: bisect_left(self._places, one.span.start)]
        mention = next((before.span.end for before in reversed(earlier) if before.name == one.name), -1)
        between = Span(mention, one.span.start)
        return mention >= 0 and not any(
            name != one.name and between.contains(part) for part, name in self._speaking.items()
        )

    def settled(self, sentence: Sentence) -> frozenset[int]:
        """The tokens of a sentence's pronouns and descriptions of which it is known whom they stand for."""
        reading, (first, last) = self.tokens(sentence)
        spans = [
            one.span for one in self.references(sentence.span) if one.form not in _AS_THEY_STAND and self.is_known(one)
        ]
        return frozenset(
            at for at in range(first, last) if any(start <= reading.tokens.starts[at] < end for start, end in spans)
        )

    def is_open(self, sentence: Sentence) -> bool:
        """Whether a pronoun in it is unresolved and has no possible antecedent earlier in the sentence.

        Nothing behind a preposition is one ("in the past he"), and of names only those who speak. A pronoun that is no subject
        does not mean the one before it alone.
        """
        pronouns = source_words(self.article.language).pronouns
        before: set[str] = set()
        for one in self.references(sentence.span):
            words = one.span.of(self.article.text).lower()
            if one.form == "pronoun" and not one.name and len(before) < (1 if words in pronouns.subject else 2):
                return True
            if not self._is_governed(one) and (one.form != "name" or self._speaks(one)):
                before.add(one.name or words)
        return False

    @cached_property
    def _speaking(self) -> dict[Span, str]:
        """Where somebody who says something stands, with the name."""
        return {part: claim.source.name for claim in self.claims if claim.source for part in claim.source.parts}

    def _speaks(self, one: Reference) -> bool:
        """Whether a phrase is, or is in, the source of a claim."""
        return any(part.contains(one.span) for part in self._speaking)

    def _is_governed(self, one: Reference) -> bool:
        """Whether a phrase stands behind a preposition ("in the past"), so that it is seldom whom a pronoun means."""
        reading = next(
            reading
            for place, reading in self._readings.items()
            if self.article.paragraphs[place].span.contains(one.span)
        )
        at = bisect_left(reading.tokens.starts, one.span.start)
        return at > 0 and reading.tags[at - 1] == Tag.PREPOSITION

    @cached_property
    def _brought_up(self) -> dict[str, int]:
        """The nouns by which the body brings something up ("a man"), with the offset of the first time."""
        indefinite = lexicon(self.article.language).indefinite
        found: dict[str, int] = {}
        for reading in self._readings.values():
            for phrase in reading.phrases:
                if reading.tokens.lower[phrase.start] in indefinite:
                    found.setdefault(reading.tokens.lower[phrase.head], reading.tokens.starts[phrase.start])
        return found

    def is_brought_up(self, noun: str, sentence: Sentence) -> bool:
        """Whether something was brought up by the noun before the sentence."""
        return self._brought_up.get(noun, sentence.start) < sentence.start

    @cached_property
    def _claims_at(self) -> dict[int, list[Claim]]:
        """The claims by the start of each sentence in which a part of their content stands."""
        starts = [sentence.start for sentence in self.sentences]
        found: dict[int, list[Claim]] = {}
        for claim in self.claims:
            first, last = bisect_right(starts, claim.content.start) - 1, bisect_left(starts, claim.content.end)
            for start in starts[max(first, 0) : last]:
                found.setdefault(start, []).append(claim)
        return found

    def claims_in(self, sentence: Sentence) -> list[Claim]:
        """The claims of which a part of the content stands in the sentence."""
        return self._claims_at.get(sentence.start, [])

    def inside_marks(self, sentence: Sentence) -> tuple[Reading, Range]:
        """The tokens of a loose quotation without the marks around it."""
        reading, (first, last) = self.tokens(sentence)
        while first < last and reading.tags[first] in _QUOTES:
            first += 1
        while last > first and reading.tags[last - 1] in _QUOTES:
            last -= 1
        return reading, (first, last)

    def begin(self, sentence: Sentence) -> int:
        """Where a sentence begins behind its dateline."""
        paragraph = self.article.paragraphs[sentence.paragraph]
        if sentence.start != paragraph.start or paragraph.kind == "heading":
            return sentence.start
        dateline = dateline_of(sentence.text)
        return sentence.start + dateline.end if dateline else sentence.start

    def relative_days(self, sentence: Sentence) -> Iterator[tuple[Span, str]]:
        """The words outside quoted speech that count a day from the day of publication ("gisteren"), with the date they mean."""
        if self.article.published is None or not self.is_body(sentence):
            return
        reading, tokens = self.tokens(sentence)
        named_days = reading.words.figures.dates.days
        for at in range(*tokens):
            if reading.tokens.lower[at] in named_days and not reading.in_speech(at):
                span = reading.span((at, at + 1))
                for one in figures_in(span.of(self.article.text), self.article.language, self.article.published):
                    if one.earliest and one.earliest == one.latest:
                        yield span, written_day(one.earliest, self.article.language)

    def is_past(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a year before that of the report; undated, with one that its first sentence does not name."""
        if not self.is_body(sentence):
            return False
        reading, (first, last) = self.tokens(sentence)
        year = next((word for word in reading.tokens.words[first : min(first + 2, last)] if _YEAR.fullmatch(word)), "")
        if self.article.published:
            return bool(year) and int(year) < self.article.published.year
        return bool(year) and (self.opening is None or year not in self.opening.text)

    def is_loose_quotation(self, sentence: Sentence) -> bool:
        """Whether the whole sentence is quoted speech, so that who says it stands elsewhere."""
        if not self.is_body(sentence):
            return False
        reading, (first, last) = self.tokens(sentence)
        quoted = [at for at in range(first, last) if reading.quote_at[at] >= 0]
        beside = [at for at in range(first, last) if reading.quote_at[at] < 0 and reading.tokens.words[at].isalnum()]
        return bool(quoted) and not beside

    def attributed_behind(self, at: int) -> bool:
        """Whether the next sentence tells who says what a sentence says: "Two were hurt. That is what the police report."."""
        if at + 1 >= len(self.sentences):
            return False
        here, following = self.sentences[at], self.sentences[at + 1]
        return any(
            claim.source is not None
            and claim.source.extent is not None
            and here.span.contains(claim.content.span)
            and following.span.contains(claim.source.extent.span)
            for claim in self.claims_in(here)
        )

    def is_hearsay_of_another(self, at: int) -> bool:
        """Whether a sentence reports hearsay, and the one before it tells whose: "... the paper writes. He would have known."."""
        if self.opens_paragraph(at):
            return False
        before, here = self.sentences[at - 1], self.sentences[at]
        hearsay = any(claim.source is None and claim.certainty == "unspecified" for claim in self.claims_in(here))
        return hearsay and any(
            claim.source is not None
            and claim.source.extent is not None
            and before.span.contains(claim.source.extent.span)
            for claim in self.claims_in(before)
        )

    def opens_paragraph(self, at: int) -> bool:
        """Whether a sentence is the first of its paragraph."""
        return at == 0 or self.sentences[at - 1].paragraph != self.sentences[at].paragraph

    def words(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence in lower case."""
        if not self.is_body(sentence):
            return frozenset(sentence.text.lower().split())
        reading, tokens = self.tokens(sentence)
        return frozenset(reading.lower(tokens))

    def quoted(self, sentence: Sentence) -> float:
        """The share of a sentence's words that is quoted speech, 0..1."""
        if not self.is_body(sentence):
            return 0.0
        reading, (first, last) = self.tokens(sentence)
        return sum(reading.in_speech(at) for at in range(first, last)) / max(1, last - first)

    def speaker(self, sentence: Sentence) -> str:
        """Who says a loose quotation, as the report names them first; "" where that is not known."""
        inner = _inner(sentence)
        for claim in self.claims_in(sentence):
            if claim.source and claim.quotation == "direct" and claim.content.span.contains(inner):
                return claim.source.name
        return ""

    @cached_property
    def _introductions(self) -> dict[str, str]:
        return {one.name: one.introduced for one in reversed(self._references) if one.introduced}

    def introduced_as(self, name: str) -> str:
        """The words by which the report names somebody first."""
        return self._introductions.get(name, name)


def _inner(sentence: Sentence) -> Span:
    """The sentence without the marks around it."""
    bare = sentence.text.strip("\"'“”„‘’«».!?… ")
    start = sentence.start + sentence.text.index(bare)
    return Span(start, start + len(bare))
