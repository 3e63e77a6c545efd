"""An attribution in tokens, and the sentence in which the rules look for it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final, Literal

from briefing.language.lexicon import Lexicon, VerbCue
from briefing.language.reading import Range, Reading
from briefing.language.tags import Tag

_LEADING: Final = frozenset(
    (Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.DASH, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.COORDINATOR)
)
_TRAILING: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.DASH, Tag.QUOTE, Tag.SINGLE_QUOTE))

_LONGEST_DATELINE: Final = 10
_IN_DATELINE: Final = frozenset(
    (Tag.NAME, Tag.COMMA, Tag.OPENING_BRACKET, Tag.CLOSING_BRACKET, Tag.TIME, Tag.NUMBER, Tag.STOP)
)

Rule = Literal[
    "clause",
    "zero",
    "quote",
    "colon",
    "infinitive",
    "preposition",
    "object",
    "tag",
    "anaphor",
    "according",
    "noun",
    "turn",
]
"""How the content was found; `claims.why.<rule>` says it in words."""


@dataclass(slots=True)
class Draft:
    """An attribution as runs of tokens, before it has names, chain and certainty.

    `kind` is the class of the cue in the language data. `negated` tells that the cue itself is ("zei niet dat"),
    `passed_on` that it has become a channel of another's claim.
    """

    cue: list[Range]
    source: Range | None
    content: list[Range]
    kind: str
    rule: Rule
    sentence: int
    verb: VerbCue | None = None
    negated: bool = False
    passed_on: bool = False
    through: Range | None = None
    """Who quotes the source: "the paper quoted him as saying"."""

    def says(self, place: int) -> bool:
        """Whether the token stands in the content."""
        return any(start <= place < end for start, end in self.content)


@dataclass(slots=True)
class Scene:
    """One sentence of a reading, with who acts and who speaks in it so far."""

    reading: Reading
    place: int
    subject: Range | None = None
    main: Range | None = None
    """The subject of the last clause that is not within another."""
    speaker: Range | None = None
    taken: set[int] = field(default_factory=set)
    floor: int = field(init=False)
    limit: int = field(init=False)
    tags: list[str] = field(init=False)
    lower: list[str] = field(init=False)
    words: Lexicon = field(init=False)

    def __post_init__(self) -> None:
        self.floor, self.limit = self.reading.sentences[self.place]
        self.tags, self.lower = self.reading.tags, self.reading.tokens.lower
        self.words = self.reading.words

    def before(self, at: int) -> str:
        """The tag before the token; a full stop at the start of the sentence."""
        return self.tags[at - 1] if at > self.floor else "."

    def past(self, at: int, tags: AbstractSet[str], limit: int | None = None) -> int:
        """The first token from `at` that has none of the tags."""
        stop = self.limit if limit is None else limit
        while at < stop and self.tags[at] in tags:
            at += 1
        return at

    def stands(self, phrase: tuple[str, ...], at: int) -> bool:
        """Whether the phrase begins at the token."""
        return tuple(self.lower[at : at + len(phrase)]) == phrase

    def trimmed(self, start: int, end: int) -> Range | None:
        """The run of tokens without the marks at its edges and a conjunction before it; `None` if nothing is left."""
        while start < end and self.tags[start] in _LEADING:
            start += 1
        while end > start and self.tags[end - 1] in _TRAILING and not self._closes_within(start, end - 1):
            end -= 1
        return (start, end) if end > start else None

    def _closes_within(self, start: int, at: int) -> bool:
        """Whether the token closes a quotation that begins after `start`, and is no mark of its tag (", he said")."""
        index = self.reading.quote_at[at]
        return (
            index >= 0
            and self.tags[at - 1] != Tag.COMMA
            and self.reading.quotes[index].closing == at
            and self.reading.quotes[index].opening > start
        )

    def within_commas(self, begin: int, edge: int) -> Range:
        """The phrase that ends before `edge`, without the comma or dash that closes its apposition."""
        return (begin, edge - 1) if self.tags[edge - 1] in {Tag.COMMA, Tag.DASH} and edge - 1 > begin else (begin, edge)


def dateline_end(scene: Scene) -> int:
    """The token after a dateline that opens the sentence: "WARSAW (Reuters) —"."""
    for at in range(scene.floor, min(scene.limit, scene.floor + _LONGEST_DATELINE)):
        if scene.tags[at] == Tag.DASH:
            bracketed = Tag.OPENING_BRACKET in scene.tags[scene.floor : at]
            return at + 1 if bracketed or scene.tags[scene.floor] == Tag.NAME else scene.floor
        if scene.tags[at] not in _IN_DATELINE:
            break
    return scene.floor
