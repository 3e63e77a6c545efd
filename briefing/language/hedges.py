"""The words that hedge, how sure they leave what they hedge, and whether they do so where they stand.

The words are in `certainty.toml` of each language. What a modal verb tells is decided in `briefing.language.modals`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from briefing.article import Language
from briefing.language.lexicon import Phrase, lexicon, phrases_in
from briefing.language.modals import (
    ModalSense,
    clause_around,
    concedes,
    sense_of_can,
    sense_of_would,
    tells_what_happens,
)
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import sentence_of
from briefing.language.reading.government import governs
from briefing.language.tables.certainty import HedgeWords
from briefing.language.tags import NON_FINITE, VERBS, Tag

Strength = Literal["unspecified", "possible", "probable"]

LEVELS: Final[tuple[Strength, ...]] = ("unspecified", "possible", "probable")
"""What hedges leave, from the least sure; the first that a content has holds for it."""
_MONTH: Final = 3
_GAP: Final = " * "
"""Stands in a phrase for some words between its parts: "sluit * niet uit"."""
_WIDEST_GAP: Final = 8
_NEAR: Final = 12
_OPENS: Final = frozenset((Tag.QUOTE, Tag.OPENING_BRACKET, Tag.COLON, Tag.DASH))
_COUNTED: Final = frozenset((Tag.NUMBER, Tag.DETERMINER))
_VERBAL: Final = VERBS | NON_FINITE | {Tag.TO}
_ADJECTIVES: Final = frozenset((Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.NOUN, Tag.FINITE_VERB))


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words of a hedge as runs of tokens, two for "sluit ... niet uit", how sure they leave a statement, and what they say here.

    `group` is what hedges of one meaning share in every language. `marks` tells that it makes a claim of a statement without
    a source, `attributes` that it says that somebody unnamed holds it to be so.
    """

    parts: tuple[Range, ...]
    strength: Strength
    group: str
    sense: ModalSense
    marks: bool = False
    attributes: bool = False

    @property
    def tokens(self) -> Range:
        """From its first token to its last, with what stands between its parts."""
        return self.parts[0][0], self.parts[-1][1]


def hedges_in(reading: Reading, start: int, end: int) -> list[Hedge]:
    """The hedges between two tokens, in order, without the words that only look like one there."""
    return [hedge for hedge in hedge_words_in(reading, start, end) if hedge.sense is ModalSense.HEDGE]


def hedge_words_in(reading: Reading, start: int, end: int) -> list[Hedge]:
    """The words between two tokens that can hedge, in order, each with what it says there."""
    known = _known(reading.words.language)
    lower = reading.tokens.lower
    found: list[Hedge] = []
    at = start
    while at < end:
        ends = ((entry, entry.end_at(lower, at, end)) for entry in known.phrases.get(lower[at], ()))
        entry, last = next((one for one in ends if one[1]), (None, at + 1))
        if entry:
            found.append(_hedge(reading, (at, last), entry, known))
        at = last
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase of the table; `rest` follows it after some words, as in "sluit ... niet uit"."""

    phrase: Phrase
    rest: Phrase
    strength: Strength
    group: str
    weak: bool
    attributes: bool

    def end_at(self, lower: list[str], at: int, end: int) -> int:
        """Where the phrase that begins at the token ends, at most at `end`; 0 where it does not stand there."""
        last = at + len(self.phrase)
        if last > end or tuple(lower[at:last]) != self.phrase:
            return 0
        size = len(self.rest)
        if not size:
            return last
        for place in range(last, min(end - size, last + _WIDEST_GAP) + 1):
            if tuple(lower[place : place + size]) == self.rest:
                return place + size
            if not lower[place][0].isalnum():
                break
        return 0


@dataclass(frozen=True, slots=True)
class _HedgeLookup:
    """The hedges of a language by their first word, and by each word the phrases in which it is none, with its place there."""

    phrases: dict[str, tuple[_Entry, ...]]
    traps: dict[str, tuple[tuple[Phrase, int], ...]]
    with_infinitive: frozenset[Phrase]


def _hedge(reading: Reading, tokens: Range, entry: _Entry, known: _HedgeLookup) -> Hedge:
    at = tokens[0]
    marks = (
        not entry.weak or tells_what_happens(reading, at) or _is_passive(reading, at) or _is_rumour(reading, at, entry)
    )
    sense = _sense(reading, at, entry, known)
    parts = ((at, at + len(entry.phrase)), (tokens[1] - len(entry.rest), tokens[1])) if entry.rest else (tokens,)
    return Hedge(parts, entry.strength, entry.group, sense, marks, entry.attributes)


def _is_rumour(reading: Reading, at: int, entry: _Entry) -> bool:
    """Whether the word is a noun that puts a clause in doubt: "het gerucht gaat dat"."""
    return entry.strength == "unspecified" and reading.tags[at] == Tag.NOUN and governs(reading, at)


def _sense(reading: Reading, at: int, entry: _Entry, known: _HedgeLookup) -> ModalSense:
    """What the words of a hedge say where they stand."""
    word, table = entry.phrase[0], reading.words.certainty
    if _is_name(reading, at) or _only_looks_like_one(reading, at, entry, known):
        return ModalSense.NONE
    if word in table.reportative.words:
        return sense_of_would(reading, at)
    if word in table.ability.modals:
        return sense_of_can(reading, at)
    return ModalSense.MODIFIER if len(entry.phrase) == 1 and _modifies(reading, at) else ModalSense.HEDGE


def _only_looks_like_one(reading: Reading, at: int, entry: _Entry, known: _HedgeLookup) -> bool:
    """Whether the words stand for something else: "zo snel mogelijk", "lijkt op", "possible to", "an estimate"."""
    word = entry.phrase[0]
    return (
        concedes(reading, at)
        or any(_stands(reading, at - place, trap) for trap, place in known.traps.get(word, ()))
        or (entry.phrase in known.with_infinitive and not governs(reading, at))
        or (word in reading.words.certainty.hedges.feasible and _tells_what_can_be_done(reading, at))
        or (len(entry.phrase) == 1 and _is_plain_noun(reading, at, entry))
    )


def _stands(reading: Reading, first: int, phrase: Phrase) -> bool:
    """Whether the phrase begins at the token; an underscore in it stands for any word."""
    words = reading.tokens.lower[max(0, first) : first + len(phrase)]
    return first >= 0 and len(words) == len(phrase) and all(a in {b, "_"} for a, b in zip(phrase, words, strict=True))


def _is_name(reading: Reading, at: int) -> bool:
    """Whether the word is a name or a month and no hedge: "May 8", "Theresa May"."""
    word = reading.tokens.words[at]
    if not word[0].isupper():
        return False
    first, last = reading.sentences[sentence_of(reading, at)]
    inside = at > first and reading.tags[at - 1] not in _OPENS
    return inside or (at + 1 < last and reading.tags[at + 1] == Tag.NUMBER and len(word) == _MONTH)


def _is_plain_noun(reading: Reading, at: int, entry: _Entry) -> bool:
    """Whether the word is a noun without a clause: "an estimate". A rumour leaves in doubt whatever it is about."""
    return reading.tags[at] == Tag.NOUN and entry.strength != "unspecified" and not governs(reading, at)


def _tells_what_can_be_done(reading: Reading, at: int) -> bool:
    """Whether the word tells what can be done: "possible to", "mogelijk om langer te blijven", "makes a swap possible"."""
    if _is_made_so(reading, at):
        return True
    if reading.tags[at + 1 : at + 2] and reading.tags[at + 1] in VERBS:
        at += 1
    following = reading.tags[at + 1 : at + _NEAR]
    if following[:1] == [Tag.TO]:
        return True
    if reading.tokens.lower[at + 1 : at + 2] and reading.tokens.lower[at + 1] not in reading.words.purposes:
        return False
    return Tag.TO in following[: following.index(Tag.COMMA)] if Tag.COMMA in following else Tag.TO in following


def _is_made_so(reading: Reading, at: int) -> bool:
    """Whether somebody makes possible what the clause tells of: "maakt het mogelijk", "mogelijk te maken", "makes possible"."""
    lower, enabling = reading.tokens.lower, reading.words.certainty.hedges.enabling
    first, last = clause_around(reading, at)
    end = at + 1
    while end < last and reading.tags[end] in _VERBAL:
        end += 1
    if at > first and (lower[at - 1] in enabling or enabling.intersection(lower[at + 1 : end])):
        return True
    ends = end == at + 1 and (end == last or lower[end] in reading.words.purposes)
    return ends and bool(enabling.intersection(lower[first:at]))


def _modifies(reading: Reading, at: int) -> bool:
    """Whether the word is an adjective inside a noun phrase: "alle mogelijke hulp", "the likely winner"."""
    phrase = reading.phrase(at)
    if phrase is None or at >= phrase.head:
        return False
    if reading.tags[at] == Tag.ADVERB:
        return at > phrase.start and reading.tags[at + 1] in _ADJECTIVES  # "a potentially lethal gas"
    if reading.tags[at] not in _ADJECTIVES:
        return False
    if reading.tags[at + 1] in _COUNTED:
        return False  # it hedges the number: "an estimated 400 homes", "mogelijk drie doden"
    inflected = reading.words.adjective_endings if reading.words.one_word_nouns else ("",)
    return at > phrase.start or reading.tokens.lower[at].endswith(inflected)


def _is_passive(reading: Reading, at: int) -> bool:
    """Whether a hedge is a participle under an auxiliary before it: "wordt in maart verwacht", "had een verlies verwacht"."""
    if reading.tokens.lower[at] not in reading.words.participles:
        return False
    return Tag.AUXILIARY in reading.tags[clause_around(reading, at)[0] : at]


@cache
def _known(language: Language) -> _HedgeLookup:
    table = lexicon(language).certainty.hedges
    phrases: dict[str, list[_Entry]] = {}
    for entry in _entries(table):
        phrases.setdefault(entry.phrase[0], []).append(entry)
    for listed in phrases.values():
        listed.sort(key=lambda entry: -len(entry.phrase + entry.rest))
    traps: dict[str, list[tuple[Phrase, int]]] = {}
    for trap in phrases_in(table.traps):
        for place, word in enumerate(trap):
            if word in phrases:
                traps.setdefault(word, []).append((trap, place))
    return _HedgeLookup(
        {first: tuple(listed) for first, listed in phrases.items()},
        {word: tuple(listed) for word, listed in traps.items()},
        frozenset(phrases_in(table.with_infinitive)),
    )


def _entries(table: HedgeWords) -> Iterator[_Entry]:
    weak, cues = frozenset(table.weak), frozenset(table.cues)
    for level in LEVELS:
        for group, listed in table.groups(level).items():
            for phrase in listed:
                first, _, rest = phrase.partition(_GAP)
                words = tuple(first.split()), tuple(rest.split())
                yield _Entry(*words, level, group, phrase in weak, phrase in cues)
