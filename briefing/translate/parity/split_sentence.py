"""The words of a sentence as the checks read them, and the phrases of a table found among them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final, NamedTuple

from briefing.article import Language, Span
from briefing.language.lexicon import lexicon
from briefing.language.reading import Reading, read
from briefing.language.tables.loading import load
from briefing.language.tables.parity import ParityTable
from briefing.language.tokens import tokens_of

_CLAUSE_MARKS: Final = frozenset(",;:–—()")
_CLAUSE_TAGS: Final = frozenset("CSK")
_REMEMBERED: Final = 512
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word -> the phrases that begin with it, the longest first, each with the name of its group."""


class PhraseMatch(NamedTuple):
    """A phrase in a sentence: the places of its words, its group, and the clause that it stands in, counted from 0."""

    start: int
    end: int
    group: str
    clause: int


@dataclass(frozen=True)
class SplitSentence:
    """A sentence cut into words. `clauses` gives the clause of each word."""

    text: str
    language: Language
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    clauses: tuple[int, ...]

    @cached_property
    def reading(self) -> Reading:
        """The sentence as the rules of claims read it, with the same words."""
        return read(straight(self.text), 0, len(self.text), lexicon(self.language))

    def quoted(self, found: PhraseMatch) -> str:
        """The words of the phrase as they stand in the text."""
        return self.span(found).of(self.text)

    def span(self, found: PhraseMatch) -> Span:
        """Where the phrase stands in the text."""
        return Span(self.starts[found.start], self.starts[found.end - 1] + len(self.words[found.end - 1]))

    def find(self, phrases: Phrases) -> list[PhraseMatch]:
        """The phrases of the table in the sentence, in order, none overlapping another."""
        return list(self._find(phrases))

    def _find(self, phrases: Phrases) -> Iterator[PhraseMatch]:
        at = 0
        while at < len(self.lower):
            for phrase, group in phrases.get(self.lower[at], ()):
                if self.lower[at : at + len(phrase)] == phrase and not self._is_name(at):
                    yield PhraseMatch(at, at + len(phrase), group, self.clauses[at])
                    at += len(phrase) - 1
                    break
            at += 1

    def _is_name(self, at: int) -> bool:
        """Whether the word is written as a name or a month in the middle of a sentence: "May", "Will"."""
        return at > 0 and self.words[at][0].isupper() and self.words[at - 1][-1] not in ".!?:\"“‘'"


def straight(text: str) -> str:
    """The text with typewriter apostrophes."""
    return text.replace("’", "'")


@lru_cache(_REMEMBERED)
def line(text: str, language: Language) -> SplitSentence:
    """The sentence cut into words; "isn't" and "he'd" are one word each and end on what they stand for."""
    words = lexicon(language)
    tokens = tokens_of(straight(text), words.abbreviations)
    clauses: list[int] = []
    clause = 0
    for word, lower in zip(tokens.words, tokens.lower, strict=True):
        clause += word in _CLAUSE_MARKS or words.tag(lower) in _CLAUSE_TAGS
        clauses.append(clause)
    return SplitSentence(text, language, tuple(tokens.words), tuple(tokens.lower), tuple(tokens.starts), tuple(clauses))


@cache
def table(language: Language) -> ParityTable:
    """What `language/<code>/parity.toml` says."""
    return load(ParityTable, language, "parity")


def phrases(grouped: Mapping[str, Iterable[str]]) -> Phrases:
    """The phrases of the groups by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group, listed in grouped.items():
        for phrase in listed:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, group))
    return {first: tuple(sorted(listed, key=lambda one: -len(one[0]))) for first, listed in found.items()}


def matched(demands: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """Each demand with an answer of its own, as many as can be (augmenting paths): demand -> answer."""
    answers: dict[int, int] = {}

    def place(demand: int, seen: set[int]) -> bool:
        for answer in demands[demand]:
            if answer not in seen:
                seen.add(answer)
                if answer not in answers or place(answers[answer], seen):
                    answers[answer] = demand
                    return True
        return False

    for demand in demands:
        place(demand, set())
    return {demand: answer for answer, demand in answers.items()}
