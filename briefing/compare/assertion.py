"""What one report asserts in a pair of passages: its telling words, polarity and time."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from briefing.article import Article, PublicationDate, Span
from briefing.claims.claim import Claim
from briefing.compare.events import is_light
from briefing.compare.meaning import is_past
from briefing.compare.quantities import Quantity
from briefing.compare.statement import Statement
from briefing.compare.terms import Profile, Term
from briefing.compare.word_lists import verdict_words
from briefing.language.lexicon import lexicon
from briefing.language.tags import NON_FINITE, VERBS, Tag

Time = Literal["future", "past", "present"]

_CLAUSES = frozenset("CRS")
_ASKED = 5
"""How far before its clause a word of asking is looked for, in words."""


@dataclass(frozen=True)
class Assertion:
    """The part of a sentence that is compared: the content of a claim, or all but its attributions."""

    statement: Statement
    claim: Claim | None
    published: PublicationDate | None

    @cached_property
    def parts(self) -> tuple[Span, ...]:
        """Where it stands, as spans of the sentence's text."""
        start, end = self.statement.sentence.start, len(self.statement.text)
        if self.claim is None:
            return (Span(0, end),)
        if not self.statement.is_clause(self.claim):
            return (Span(max(0, self.claim.start - start), min(end, self.claim.end - start)),)
        spans = (Span(max(0, part.start - start), min(end, part.end - start)) for part in self.claim.content.parts)
        return tuple(span for span in spans if span.start < span.end)

    def _holds(self, span: Span) -> bool:
        if not any(part.contains(span) for part in self.parts):
            return False
        return self.claim is not None or not any(outer.overlaps(span) for outer in self._attributions)

    @cached_property
    def _attributions(self) -> tuple[Span, ...]:
        """The cues and sources of the sentence, and the dateline."""
        start = self.statement.sentence.start
        claims = [claim for claim in self.statement.claims if self.statement.is_clause(claim)]
        extents = [extent for claim in claims for extent in (claim.cue, claim.source and claim.source.extent)]
        return tuple(
            Span(part.start - start, part.end - start) for extent in extents if extent for part in extent.parts
        )

    @cached_property
    def figures(self) -> tuple[Quantity, ...]:
        """Its numbers and dates."""
        return tuple(one for one in self.statement.figures_at(self.published) if self._holds(one.span))

    @cached_property
    def periods(self) -> Profile:
        """Its words of dates and amounts that stand beside no figure: "spring", "a week"."""
        dated = [one.span for one in self.figures]
        return Profile(
            tuple(
                term
                for term in self.statement.profile.terms
                if term.measure and self._holds(term.span) and not any(span.overlaps(term.span) for span in dated)
            )
        )

    @cached_property
    def terms(self) -> Profile:
        """The words that carry it: no figures, measures, negations, hedges, and none that tell little."""
        language = self.statement.language
        return Profile(tuple(term for term in self.words if term.name or not is_light(term, language)))

    @cached_property
    def words(self) -> tuple[Term, ...]:
        """All its words but figures, measures, negations and hedges."""
        aside = [*(one.span for one in self.figures), *self.negations, *self._hedges]
        return tuple(
            term
            for term in self.statement.profile.terms
            if not (term.number or term.measure)
            and self._holds(term.span)
            and not any(span.overlaps(term.span) for span in aside)
        )

    @cached_property
    def _hedges(self) -> list[Span]:
        start = self.statement.sentence.start
        return [
            Span(hedge.start - start, hedge.end - start) for claim in self.statement.claims for hedge in claim.hedges
        ]

    @cached_property
    def negations(self) -> list[Span]:
        """The words that deny it; not those of a bound such as "not before June"."""
        bounds = [one.span for one in self.figures if one.limit]
        implied = [span for span in self.statement.implied_negations if self._holds(span)]
        words = [span for span in self.statement.negations if self._holds(span)]
        return [span for span in (*words, *implied) if not any(bound.contains(span) for bound in bounds)]

    @cached_property
    def is_denied(self) -> bool:
        """Whether its main clause is denied, by a negation or by the cue of its claim."""
        own = self.claim is None or self.claim.cue is None or self._has_denial
        if self.claim is None or own:
            return len(self.negations) % 2 == 1
        if self.claim.polarity == "positive":
            return False
        return bool(self.negations) or not any(self._holds(span) for span in self.statement.negations)

    @property
    def _has_denial(self) -> bool:
        """Whether it has a verb that denies what it governs."""
        return any(self.statement.denies(term) for term in self.words)

    @cached_property
    def denial_is_inner(self) -> bool:
        """Whether a negation may belong to another clause: one inside a sentence without a cue, or one that is joined on."""
        if not self.negations:
            return False
        tokens, tags = self.statement.tokens, lexicon(self.statement.language).tags
        first = self.negations[0].start
        before = [
            at for at, start in enumerate(tokens.starts) if at > 0 and start < first and self._holds(self._span(at))
        ]
        own = self.claim is None or self.claim.cue is None
        if own and any(tags.get(tokens.lower[at], "") in _CLAUSES for at in before):
            return True
        joined = [at for at in before if tags.get(tokens.lower[at], "") == Tag.COORDINATOR]
        return any(self.statement.tag_at(tokens.starts[at]) in VERBS for at in before if joined and at < joined[-1])

    @property
    def is_denied_for_now(self) -> bool:
        """Whether a negation is one of the moment: "not yet", "nog niet"."""
        words, tokens = verdict_words(self.statement.language).denial.moment, self.statement.tokens
        near = {bisect_left(tokens.starts, span.start) + step for span in self.negations for step in (-1, 1)}
        return any(0 <= at < len(tokens) and tokens.lower[at] in words for at in near)

    @cached_property
    def verbs(self) -> tuple[Term, ...]:
        """Its verbs that tell something, in their order; the first is the one that it asserts. Verbs of saying and wishing are none."""
        start, tense = self.statement.sentence.start, verdict_words(self.statement.language).tense
        told = [claim for claim in self.statement.claims if self.statement.is_clause(claim)]
        cues = [part for claim in told if claim.cue for part in claim.cue.parts]
        return tuple(
            term
            for term in self.terms.terms
            if self.statement.tag_at(term.span.start) in VERBS | NON_FINITE
            and term.text not in tense.intention
            and not any(cue.start <= start + term.span.start < cue.end for cue in cues)
        )

    @cached_property
    def time(self) -> Time:
        """Whether it is about the future or a plan, about the past, or unclear."""
        words = verdict_words(self.statement.language).tense
        tokens = [word for at, word in enumerate(self.statement.tokens.lower) if self._holds(self._span(at))]
        text = f" {' '.join(tokens)} "
        ahead = any(word in words.future for word in tokens)
        if ahead or self._intends or any(f" {phrase} " in text for phrase in words.intention if " " in phrase):
            return "future"
        if any(word in words.past or is_past(word, self.statement.language) for word in tokens):
            return "past"
        return "past" if self._has_participle and words.perfect.intersection(tokens) else "present"

    @property
    def _has_participle(self) -> bool:
        starts = self.statement.tokens.starts
        return any(
            self.statement.tag_at(start) is Tag.PARTICIPLE and self._holds(self._span(at))
            for at, start in enumerate(starts)
        )

    @property
    def _intends(self) -> bool:
        """Whether a verb of intention governs it, or one such as "gaat" before an infinitive."""
        words, tokens = verdict_words(self.statement.language).tense, self.statement.tokens
        tags = [self.statement.tag_at(start) for start in tokens.starts]
        bare = any(tag is Tag.INFINITIVE for tag in tags) and Tag.TO not in tags
        return any(
            (word in words.intention and (tag in VERBS or Tag.TO in tags[at + 1 : at + 2]))
            or (word in words.going and bare)
            for at, (word, tag) in enumerate(zip(tokens.lower, tags, strict=True))
        )

    @cached_property
    def is_asked(self) -> bool:
        """Whether it is a question, or a clause after "whether"."""
        words, lower = verdict_words(self.statement.language).question, self.statement.tokens.lower
        if self.statement.text.rstrip("\"'”’ ").endswith("?"):
            return True
        for at, word in enumerate(lower):
            before = words.asking.intersection(lower[max(0, at - _ASKED) : at])
            if (word in words.alone or (word in words.opening and before)) and self._reaches(at):
                return True
        return False

    def _reaches(self, at: int) -> bool:
        """Whether it has the token, or begins behind it."""
        end = self.statement.tokens.ends[at]
        return any(part.start <= end + 1 and end <= part.end for part in self.parts)

    def _span(self, at: int) -> Span:
        return Span(self.statement.tokens.starts[at], self.statement.tokens.ends[at])

    @property
    def is_ability(self) -> bool:
        """Whether it tells, without a hedge, what somebody or something can do."""
        modals, tokens = lexicon(self.statement.language).certainty.ability.modals, self.statement.tokens.lower
        return not self.is_hedged and any(
            word in modals and self._holds(self._span(at)) for at, word in enumerate(tokens)
        )

    @property
    def is_hedged(self) -> bool:
        """Whether it is presented as less than certain."""
        return self.claim is not None and self.claim.certainty != "certain"


def days_of_reference(left: Article, right: Article) -> tuple[PublicationDate | None, PublicationDate | None]:
    """The day from which each report's dates are read: its own, else the other's, else one for both."""
    own = [article.published if article.published and article.published.day else None for article in (left, right)]
    return own[0] or own[1] or _ANY_DAY, own[1] or own[0] or _ANY_DAY


_ANY_DAY = PublicationDate(2001, 6, 30)
