"""How surely something is said, and whether it is affirmed or denied."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import Language
from briefing.claims.claim import Certainty, Polarity
from briefing.claims.draft import Draft
from briefing.claims.phrases import governs, sentence_of
from briefing.claims.polarity import polarity_of
from briefing.claims.reading import Range, Reading
from briefing.language.lexicon import Lexicon, Phrase, lexicon, phrases_in

_ORDER: tuple[Certainty, ...] = ("unspecified", "possible", "probable")
"""The first that fits holds."""
_UNCONFIRMED = frozenset(("rumour", "allegation"))
_DENYING = frozenset(("deny", "refuse"))
_HELD = frozenset(("think", "want"))
_NAMED = frozenset(("object", "preposition"))
_LONGEST_CUE = 8
_MONTH = 3
_NEAR = 10
_EDGES = frozenset(',;:."CRSK-')


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
    traps: dict[str, tuple[tuple[Phrase, int], ...]]
    reportative: frozenset[str]
    conditions: frozenset[str]
    promises: frozenset[str]
    later: frozenset[str]
    advice: frozenset[str]
    with_infinitive: frozenset[Phrase]
    verbal: frozenset[str]
    modals: frozenset[str]
    past: frozenset[str]
    happenings: frozenset[str]
    negations: frozenset[str]


def hedges_in(reading: Reading, start: int, end: int) -> list[Hedge]:
    """The hedges between two tokens, in order; what only looks like one is left out ("zou" under a condition, "kan niet")."""
    known = _hedges(reading.words.language)
    lower = reading.tokens.lower
    found: list[Hedge] = []
    at = start
    while at < end:
        for phrase, certainty, alone, attributes in known.phrases.get(lower[at], ()):
            after = at + len(phrase)
            if tuple(lower[at:after]) == phrase and after <= end:
                if not _only_looks_like_one(reading, at, phrase, known):
                    marks = alone or _happens(reading, at, known) or _is_participle(reading, at)
                    found.append(Hedge((at, after), certainty, marks, attributes))
                    at = after - 1
                break
        at += 1
    return found


def _only_looks_like_one(reading: Reading, at: int, phrase: Phrase, known: _Hedges) -> bool:
    """Whether the words of a hedge stand for something else here."""
    word = phrase[0]
    return (
        _is_name(reading, at)
        or (word in known.reportative and any(is_none(reading, at, known) for is_none in _NO_REPORT))
        or (phrase in known.with_infinitive and not governs(reading, at))
        or (word in known.verbal and reading.tags[at] == "N")
        or (word in known.modals and _is_denied(reading, at, known))
        or (word in known.past and not _happens(reading, at, known))
        or any(_stands(reading, at - place, trap) for trap, place in known.traps.get(word, ()))
    )


def _stands(reading: Reading, first: int, phrase: Phrase) -> bool:
    """Whether the phrase begins at the token; an underscore in it stands for any word."""
    words = reading.tokens.lower[max(0, first) : first + len(phrase)]
    return first >= 0 and len(words) == len(phrase) and all(a in {b, "_"} for a, b in zip(phrase, words, strict=True))


def _clause_around(reading: Reading, at: int) -> Range:
    """The tokens around a verb up to the marks and conjunctions nearest to it, some words at most to either side."""
    first = last = at
    tags = reading.tags
    while first > 0 and at - first < _NEAR and tags[first - 1] not in _EDGES:
        first -= 1
    while last + 1 < len(tags) and last - at < _NEAR and tags[last + 1] not in _EDGES:
        last += 1
    return first, last + 1


def _is_denied(reading: Reading, at: int, known: _Hedges) -> bool:
    """Whether a modal tells of what cannot be, and so of no possibility: "kon niet komen", "could not be reached"."""
    first, last = _clause_around(reading, at) if reading.words.verb_final else (max(0, at - 2), at + 2)
    return any(word in known.negations for word in reading.tokens.lower[first:last])


def _happens(reading: Reading, at: int, known: _Hedges) -> bool:
    """Whether a modal tells of what may come about, and not of what somebody is able or allowed to do: "kan leiden tot"."""
    if reading.tokens.lower[at] not in known.modals:
        return False
    last = _clause_around(reading, at)[1] if reading.words.verb_final else at + 3
    places = range(at + 1, min(last, len(reading.tags)))
    return any(reading.tokens.lower[place] in known.happenings and reading.tags[place] != "D" for place in places)


def _is_participle(reading: Reading, at: int) -> bool:
    """Whether a hedge is a participle under an auxiliary before it: "wordt in maart verwacht", "had een verlies verwacht"."""
    if reading.tokens.lower[at] not in reading.words.participles:
        return False
    return "X" in reading.tags[_clause_around(reading, at)[0] : at]


def _is_conditional(reading: Reading, at: int, known: _Hedges) -> bool:
    """Whether a condition stands in the same sentence: "zonder steun zou het misgaan"."""
    first, last = reading.sentences[sentence_of(reading, at)]
    return any(
        word in known.conditions and reading.tags[place] in "Sp"
        for place, word in enumerate(reading.tokens.lower[first:last], first)
    )


def _is_later(reading: Reading, at: int, known: _Hedges) -> bool:
    """Whether the verb tells what came after a time in the past: "die later minister zou worden", "Later zou hij sterven".

    Not where it tells of what would have been done by then: "zou later zijn overleden".
    """
    first, last = _clause_around(reading, at)
    tags, lower = reading.tags, reading.tokens.lower
    if "E" in tags[at + 1 : last]:
        return False
    told = range(first - 1, at) if first > 0 and tags[first - 1] in "RS" else range(max(first, at - 1), at)
    return any(lower[place] in known.later for place in told)


def _is_advice(reading: Reading, at: int, known: _Hedges) -> bool:
    """Whether the verb tells what ought to be: "zou moeten"."""
    return any(word in known.advice for word in reading.tokens.lower[at + 1 : _clause_around(reading, at)[1]])


_NO_REPORT: Final = (_is_conditional, _is_later, _is_advice)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an attribution presents its content."""

    hedges: tuple[Hedge, ...]
    certainty: Certainty
    polarity: Polarity


def judged(reading: Reading, draft: Draft) -> Judgement:
    """The hedges of cue and content, and what they and the cue make of the content.

    A rumour, a mere claim and a cue that withholds confirmation ("wil niet bevestigen") leave it unspecified; "gelooft niet dat" and
    "does not mention" deny it, "ontkent niet dat" does not. After a promise, and by an agreement, "zou" only
    tells of the future.
    """
    first, last = draft.cue[0][0], draft.cue[-1][1]
    cue = [(first, last)] if last - first <= _LONGEST_CUE else draft.cue
    hedges = [hedge for part in (*draft.content, *cue) for hedge in hedges_in(reading, *part)]
    if draft.rule == "according" and draft.source:
        hedges += [hedge for hedge in hedges_in(reading, *draft.source) if hedge.tokens[1] == draft.source[1]]
    known = _hedges(reading.words.language)
    promised = [*draft.cue, draft.source] if draft.rule == "according" and draft.source else draft.cue
    if any(word in known.promises for part in promised for word in reading.lower(part)):
        hedges = [hedge for hedge in hedges if reading.tokens.lower[hedge.tokens[0]] not in known.reportative]
    certainty = certainty_of(hedges)
    denies = draft.kind in _DENYING
    polarity: Polarity = "negative" if denies else polarity_of(reading, draft.content)
    if draft.negated and not denies and (draft.kind in _HELD or draft.rule in _NAMED):
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


def certainty_of(hedges: Sequence[Hedge]) -> Certainty:
    """What the hedges make of a content together."""
    levels = {hedge.certainty for hedge in hedges}
    return next((level for level in _ORDER if level in levels), "certain")


@cache
def _hedges(language: Language) -> _Hedges:
    words: Lexicon = lexicon(language)
    table = words.certainty
    listed_as, reportative = table.hedges, table.reportative
    phrases: dict[str, list[tuple[Phrase, Certainty, bool, bool]]] = {}
    attributing = frozenset(listed_as.cues)
    weak = frozenset(listed_as.weak)
    for level in _ORDER:
        for phrase in listed_as.of(level):
            cut = tuple(phrase.split())
            phrases.setdefault(cut[0], []).append((cut, level, phrase not in weak, phrase in attributing))
    for listed in phrases.values():
        listed.sort(key=lambda entry: -len(entry[0]))
    traps: dict[str, list[tuple[Phrase, int]]] = {}
    for trap in phrases_in(listed_as.traps):
        for place, word in enumerate(trap):
            if word in phrases:
                traps.setdefault(word, []).append((trap, place))
    return _Hedges(
        phrases={first: tuple(listed) for first, listed in phrases.items()},
        traps={word: tuple(listed) for word, listed in traps.items()},
        reportative=reportative.words,
        conditions=reportative.conditions,
        promises=reportative.promises,
        later=reportative.later,
        advice=reportative.advice,
        with_infinitive=frozenset(phrases_in(listed_as.with_infinitive)),
        verbal=listed_as.verbal,
        modals=table.ability.modals,
        past=table.ability.past,
        happenings=table.ability.happenings,
        negations=table.negations.words,
    )
