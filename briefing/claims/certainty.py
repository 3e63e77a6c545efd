"""How surely something is said, and whether it is affirmed or denied: hedges and negations in a stretch of text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefing.article import Language
from briefing.claims.claim import Certainty, Polarity
from briefing.claims.draft import Draft
from briefing.claims.phrases import sentence_of
from briefing.claims.reading import Range, Reading
from briefing.language.lexicon import Lexicon, Phrase, lexicon, phrases_in

_ORDER: tuple[Certainty, ...] = ("unspecified", "possible", "probable")
"""The first that fits holds."""
_UNCONFIRMED = frozenset(("rumour", "allegation"))
_LONGEST_CUE = 8
_GOVERNED = 14
_MONTH = 3


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words of a hedge as a run of tokens, and what they make of the content."""

    tokens: Range
    certainty: Certainty
    alone: bool
    """Whether it marks a statement of which no source is named."""
    attributes: bool = False
    """Whether it says that somebody who is not named holds it to be so."""


@dataclass(frozen=True, slots=True)
class _Hedges:
    phrases: dict[str, tuple[tuple[Phrase, Certainty, bool, bool], ...]]
    reportative: frozenset[str]
    conditions: frozenset[str]
    with_infinitive: frozenset[Phrase]
    negations: frozenset[str]
    not_negations: frozenset[Phrase]


def hedges_in(reading: Reading, start: int, end: int) -> list[Hedge]:
    """The hedges between two tokens, in order; a "zou" under a condition is none."""
    known = _hedges(reading.words.language)
    lower = reading.tokens.lower
    found: list[Hedge] = []
    at = start
    while at < end:
        for phrase, certainty, alone, attributes in known.phrases.get(lower[at], ()):
            if tuple(lower[at : at + len(phrase)]) == phrase and at + len(phrase) <= end:
                if _is_name(reading, at):
                    break
                if phrase[0] in known.reportative and _is_conditional(reading, at, known):
                    break
                if phrase in known.with_infinitive and not _governs(reading, at):
                    break
                found.append(Hedge((at, at + len(phrase)), certainty, alone, attributes))
                at += len(phrase) - 1
                break
        at += 1
    return found


def _is_conditional(reading: Reading, at: int, known: _Hedges) -> bool:
    """Whether a condition stands in the same sentence: "zonder steun zou het misgaan"."""
    first, last = reading.sentences[sentence_of(reading, at)]
    return any(
        word in known.conditions and reading.tags[place] in "Sp"
        for place, word in enumerate(reading.tokens.lower[first:last], first)
    )


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an attribution presents its content."""

    hedges: tuple[Hedge, ...]
    certainty: Certainty
    polarity: Polarity


def judged(reading: Reading, draft: Draft) -> Judgement:
    """The hedges of cue and content, and what they and the cue make of the content.

    A rumour, a mere claim and a cue that withholds confirmation ("wil niet bevestigen") leave it unspecified; "gelooft niet dat" denies
    it, "ontkent niet dat" does not.
    """
    first, last = draft.cue[0][0], draft.cue[-1][1]
    cue = [(first, last)] if last - first <= _LONGEST_CUE else draft.cue
    hedges = [hedge for part in (*draft.content, *cue) for hedge in hedges_in(reading, *part)]
    certainty = certainty_of(hedges)
    denies = draft.kind == "deny"
    polarity: Polarity = "negative" if denies else polarity_of(reading, draft.content)
    if draft.negated and draft.kind == "think":
        polarity = "negative"
    elif draft.negated and certainty == "certain":
        certainty = "unspecified"
    if draft.negated and denies:
        polarity = "positive"
    if draft.kind in _UNCONFIRMED:
        certainty = "unspecified"
        hedges += [
            Hedge(part, certainty, alone=False) for part in draft.cue if not any(h.tokens == part for h in hedges)
        ]
    return Judgement(tuple(hedges), certainty, polarity)


def _is_name(reading: Reading, at: int) -> bool:
    """Whether the word is a name or a month and no hedge: "May 8", "Theresa May"."""
    word = reading.tokens.words[at]
    if not word[0].isupper():
        return False
    first, last = reading.sentences[sentence_of(reading, at)]
    inside = at > first and reading.tags[at - 1] not in '"(:-'
    return inside or (at + 1 < last and reading.tags[at + 1] == "#" and len(word) == _MONTH)


def _governs(reading: Reading, at: int) -> bool:
    """Whether an infinitive or a clause depends on the verb at the token."""
    last = reading.sentences[sentence_of(reading, at)][1]
    following = reading.tags[at + 1 : min(last, at + _GOVERNED)]
    return bool(following) and following[0] != "p" and ("t" in following or "C" in following[:3])


def certainty_of(hedges: Sequence[Hedge]) -> Certainty:
    """What the hedges make of a content together."""
    levels = {hedge.certainty for hedge in hedges}
    return next((level for level in _ORDER if level in levels), "certain")


def polarity_of(reading: Reading, parts: Sequence[Range]) -> Polarity:
    """Whether the main clause of the content is negated."""
    known = _hedges(reading.words.language)
    lower, tags = reading.tokens.lower, reading.tags
    for start, end in parts:
        for at in range(start, end):
            if tags[at] in "CRS" and at > start + 1 and tags[at - 1] != ",":
                break
            if lower[at] in known.negations and tuple(lower[at : at + 2]) not in known.not_negations:
                return "negative"
    return "positive"


@cache
def _hedges(language: Language) -> _Hedges:
    words: Lexicon = lexicon(language)
    table = words.certainty
    phrases: dict[str, list[tuple[Phrase, Certainty, bool, bool]]] = {}
    attributing = frozenset(table["hedges"]["cues"])
    weak = frozenset(table["hedges"]["weak"])
    for level in _ORDER:
        for phrase in table["hedges"][level]:
            cut = tuple(phrase.split())
            phrases.setdefault(cut[0], []).append((cut, level, phrase not in weak, phrase in attributing))
    for listed in phrases.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    return _Hedges(
        {first: tuple(listed) for first, listed in phrases.items()},
        frozenset(table["reportative"]["words"].split()),
        frozenset(table["reportative"]["conditions"].split()),
        frozenset(phrases_in(table["hedges"]["with_infinitive"])),
        frozenset(table["negations"]["words"].split()),
        frozenset(tuple(phrase.split()) for phrase in table["negations"]["not"]),
    )
