"""A claim that is being edited: its parts, whose ends move word by word."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeVar, get_args

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Certainty, Claim, ClaimCorrection, Polarity, SourceKind
from briefing.language.abbreviations import Abbreviations
from briefing.language.sentences import sentences_at
from briefing.language.tokens import tokens_of

Part = Literal["content", "source", "cue"]
"""A part that consists of words of the article."""
Choice = TypeVar("Choice", SourceKind, Certainty, Polarity)


_NEAR: Final = 20
"""Number of paragraphs before and after a claim to which its parts can be moved."""


class DraftWords:
    """The words around a claim: the ends of a part are at their edges; punctuation is skipped."""

    def __init__(self, article: Article, claim: Span) -> None:
        first = max(article.paragraph_at(claim.start) - _NEAR, 0)
        near = article.paragraphs[first : article.paragraph_at(claim.end - 1) + _NEAR + 1]
        tokens = tokens_of(article.text, Abbreviations(), near[0].start, near[-1].end)
        words = [
            n for n, word in enumerate(tokens.words) if any(letter.isalnum() or letter in "%€$£" for letter in word)
        ]
        self._starts = [tokens.starts[n] for n in words]
        self._ends = [tokens.ends[n] for n in words]

    def end_moved(self, part: Span, by: int) -> Span:
        """The part with one word more at its end, or one less if more than one is left."""
        at = bisect_right(self._ends, part.end) if by > 0 else bisect_left(self._ends, part.end) - 1
        end = self._ends[at] if 0 <= at < len(self._ends) else part.end
        return Span(part.start, end) if end > part.start else part

    def start_moved(self, part: Span, by: int) -> Span:
        """The part with one word less at its beginning, or one more."""
        at = bisect_right(self._starts, part.start) if by > 0 else bisect_left(self._starts, part.start) - 1
        start = self._starts[at] if 0 <= at < len(self._starts) else part.start
        return Span(start, part.end) if start < part.end else part

    def stepped(self, part: Span, by: int) -> Span:
        """Only the word after the first one of the part, or the word before it."""
        at = max(bisect_right(self._starts, part.start) - 1 + by, 0)
        return Span(self._starts[at], self._ends[at]) if at < len(self._starts) else part

    def beside(self, part: Span, sentence: Span) -> Span:
        """The word after a part of a sentence, else the one before it, else its own first."""
        after, before = bisect_left(self._starts, part.end), bisect_left(self._starts, part.start) - 1
        if after < len(self._starts) and self._ends[after] <= sentence.end:
            return Span(self._starts[after], self._ends[after])
        if before >= 0 and self._starts[before] >= sentence.start:
            return Span(self._starts[before], self._ends[before])
        return self.stepped(part, 0)


@dataclass(frozen=True)
class ClaimDraft:
    """A claim that is being edited. `name` is the user's name for the source; empty if its own words are its name."""

    article: Article
    claim: Claim | None
    content: Span
    source: Span | None = None
    cue: Span | None = None
    name: str = ""
    kind: SourceKind = "person"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"

    @classmethod
    def of(cls, article: Article, claim: Claim) -> "ClaimDraft":
        """The claim as it stands."""
        source = claim.source
        return cls(
            article,
            claim,
            claim.content.span,
            source.extent.span if source and source.extent else None,
            claim.cue.span if claim.cue else None,
            source.name if source and not source.extent else "",
            source.kind if source else "person",
            claim.certainty,
            claim.polarity,
        )

    @classmethod
    def new(cls, article: Article, content: Span) -> "ClaimDraft":
        """A new claim with this content."""
        return cls(article, None, content)

    @property
    def called(self) -> str:
        """The name of the source, from the user, the claim or its words; empty if there is no source."""
        if self.name:
            return self.name
        before = ClaimDraft.of(self.article, self.claim) if self.claim else None
        if before and self.claim and self.claim.source and (before.source, before.name) == (self.source, self.name):
            return self.claim.source.name
        return " ".join(self.source.of(self.article.text).split()) if self.source else ""

    def part(self, part: Part) -> Span | None:
        """The words of a part."""
        return {"content": self.content, "source": self.source, "cue": self.cue}[part]

    def with_part(self, part: Part, words: Span | None) -> "ClaimDraft":
        """The draft with other words for a part; there is no content without words."""
        if part == "content":
            return replace(self, content=words or self.content)
        return replace(self, source=words) if part == "source" else replace(self, cue=words)

    def correction(self) -> ClaimCorrection | None:
        """The correction that the changes amount to; `None` if nothing changed."""
        if self.claim is None:
            content = self.article.passage(self.content)
            return ClaimCorrection(
                content,
                "add",
                cue=self._passage(self.cue),
                source=self._passage(self.source),
                content=content,
                source_name=self.name or None,
                source_kind=self.kind if self.called else None,
                certainty=self.certainty,
                polarity=self.polarity,
            )
        before = ClaimDraft.of(self.article, self.claim)
        anchor = self.article.passage(self.claim.content.span)
        nobody = before.called and not self.called
        changed = ClaimCorrection(
            anchor,
            "change",
            cue=self._changed(before.cue, self.cue),
            source=self._passage_without_words() if nobody else self._changed(before.source, self.source),
            content=self._changed(before.content, self.content),
            source_name=self.name if self.name and self.name != before.called else None,
            source_kind=self.kind if self.called and self.kind != before.kind else None,
            certainty=self.certainty if self.certainty != before.certainty else None,
            polarity=self.polarity if self.polarity != before.polarity else None,
        )
        return None if changed == ClaimCorrection(anchor, "change") else changed

    def _passage(self, words: Span | None) -> Passage | None:
        return self.article.passage(words) if words else None

    def _changed(self, before: Span | None, now: Span | None) -> Passage | None:
        """The passage of changed words; an empty one for removed words; `None` if nothing changed."""
        if now == before:
            return None
        return self.article.passage(now) if now else self._passage_without_words()

    def _passage_without_words(self) -> Passage:
        return self.article.passage(Span(self.content.start, self.content.start))


def sentence_of(article: Article, part: Span) -> Span:
    """The span of the sentences that a part is in."""
    spans = [sentence.span for sentence in sentences_at(article, part)]
    return Span(spans[0].start, spans[-1].end) if spans else part


def following(now: Choice, choices: tuple[Choice, ...], by: int) -> Choice:
    """The choice after one, or before it, cyclically."""
    return choices[(choices.index(now) + by) % len(choices)]


KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
POLARITIES: tuple[Polarity, ...] = get_args(Polarity)
