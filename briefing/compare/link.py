"""The values of a comparison: pairs of passages, the links between them, and what only one article says."""

from dataclasses import dataclass
from typing import Literal

from briefing.article import Article, Passage, Span
from briefing.engine import Engine
from briefing.message import Message

Relation = Literal["same", "supports", "conflicts", "differs"]
Independence = Literal["yes", "no", "unknown"]
DifferenceKind = Literal["amount", "date", "count", "name", "place", "polarity", "certainty", "source"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which two linked passages differ, quoted from both sides."""

    kind: DifferenceKind
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of the left article and the passage of the right one that tells the same thing.

    `score` is 0..1; `relation` is `None` where there is not enough to say.
    """

    left: Span
    right: Span
    score: float
    relation: Relation | None = None
    why: Message | None = None
    differences: tuple[Difference, ...] = ()
    independent: Independence = "unknown"
    shared_root: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles with their pairs in the order of the left one, and what stands in one of them only, weightiest first.

    `near_duplicate` tells that both carry the same text for the most part, such as one agency's report in two papers.
    `in_pieces` are the sentences of either that are too long to be compared as one.
    """

    left: Article
    right: Article
    engine: Engine
    pairs: tuple[Pair, ...]
    only_left: tuple[Span, ...]
    only_right: tuple[Span, ...]
    near_duplicate: bool = False
    in_pieces: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class LinkCorrection:
    """A user's correction of a pair: not aligned (`reject`), aligned (`add`), or related otherwise (`change`)."""

    left: Passage
    right: Passage
    action: Literal["reject", "change", "add"]
    relation: Relation | None = None
