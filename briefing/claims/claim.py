"""The values that the analysis of claims gives: attribution on the terms of PARC and PolNeAR, certainty after FactBank."""

from dataclasses import dataclass
from typing import Literal

from briefing.article import Passage, Span
from briefing.message import Message

SourceKind = Literal["person", "organisation", "anonymous", "document", "group", "author"]
Quotation = Literal["direct", "indirect", "mixed", "none"]
Certainty = Literal["certain", "probable", "possible", "unspecified"]
Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Extent:
    """One or more spans that make one whole: "laat ... weten" is a cue of two parts. In text order, never empty."""

    parts: tuple[Span, ...]

    @classmethod
    def of(cls, *parts: Span) -> "Extent":
        """The extent of the spans, put in text order."""
        return cls(tuple(sorted(parts)))

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end

    @property
    def span(self) -> Span:
        """From the first part to the end of the last, with what stands between."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the words in the text, the name they stand for ("het bedrijf" -> "Huawei"), and what sort it is.

    `extent` is `None` where a user named a source that the text does not.
    """

    extent: Extent | None
    name: str
    kind: SourceKind

    @property
    def parts(self) -> tuple[Span, ...]:
        """Where its words stand, in text order; none where the text does not name it."""
        return self.extent.parts if self.extent else ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that an article says is so, with its attribution where it has one.

    `start` and `end` cover the content and, where they stand in the same sentence, cue and source. `id` is unique in its
    article and the same at each analysis of the same text. `certainty` is as the nearest source presents the content.
    """

    id: str
    start: int
    end: int
    content: Extent
    cue: Extent | None
    source: Source | None
    via: tuple[str, ...]
    root: str | None
    why: Message
    quotation: Quotation
    hedges: tuple[Span, ...]
    certainty: Certainty
    polarity: Polarity

    @property
    def span(self) -> Span:
        """Where the whole claim stands in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ClaimCorrection:
    """What a user says of a claim; it wins over the rules and is anchored by the passage of the content.

    `change` and `add` say what the user set; a field that is `None` is left as the rules have it, and a `cue` or a `source`
    without words is taken away.
    """

    anchor: Passage
    action: Literal["confirm", "change", "reject", "add"]
    cue: Passage | None = None
    source: Passage | None = None
    content: Passage | None = None
    source_name: str | None = None
    source_kind: SourceKind | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
