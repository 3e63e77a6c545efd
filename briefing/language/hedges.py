"""The words that hedge, how sure they leave what they hedge, and whether they do so where they stand.

The words are in `certainty.toml` of each language. What a modal verb tells is decided in `briefing.language.modals`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from briefing.article import Language
from briefing.language.lexicon import Phrase, lexicon, phrases_in
from briefing.language.modals import Sense, clause_around, sense_of_can, sense_of_would, tells_what_happens
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import sentence_of
from briefing.language.reading.government import governs
from briefing.language.tables.certainty import HedgeWords
from briefing.language.tags import Tag

Strength = Literal["unspecified", "possible", "probable"]

LEVELS: Final[tuple[Strength, ...]] = ("unspecified", "possible", "probable")
"""What hedges leave, from the least sure; the first that a content has holds for it."""
_MONTH: Final = 3
_OPENS: Final = frozenset((Tag.QUOTE, Tag.OPENING_BRACKET, Tag.COLON, Tag.DASH))
_COUNTED: Final = frozenset((Tag.NUMBER, Tag.DETERMINER))
_ADJECTIVES: Final = frozenset((Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.NOUN, Tag.FINITE_VERB))


@dataclass(frozen=True, slots=True)
class Hedge:
    """The words of a hedge as a run of tokens, how sure they leave a statement, and what they say here.

    `group` is what hedges of one meaning share in every language. `marks` tells that it makes a claim of a statement without
    a source, `attributes` that it says that somebody unnamed holds it to be so.
    """

    tokens: Range
    strength: Strength
    group: str
    sense: Sense
    marks: bool = False
    attributes: bool = False


def hedges_in(reading: Reading, start: int, end: int) -> list[Hedge]:
    """The hedges between two tokens, in order, without the words that only look like one there."""
    return [hedge for hedge in hedge_words_in(reading, start, end) if hedge.sense is Sense.HEDGE]


def hedge_words_in(reading: Reading, start: int, end: int) -> list[Hedge]:
    """The words between two tokens that can hedge, in order, each with what it says there."""
    known = _known(reading.words.language)
    lower = reading.tokens.lower
    found: list[Hedge] = []
    at = start
    while at < end:
        entry = next((one for one in known.phrases.get(lower[at], ()) if one.stands(lower, at, end)), None)
        if entry:
            found.append(_hedge(reading, at, entry, known))
        at += len(entry.phrase) if entry else 1
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """A phrase of the table."""

    phrase: Phrase
    strength: Strength
    group: str
    weak: bool
    attributes: bool

    def stands(self, lower: list[str], at: int, end: int) -> bool:
        """Whether the phrase begins at the token and ends before `end`."""
        after = at + len(self.phrase)
        return after <= end and tuple(lower[at:after]) == self.phrase


@dataclass(frozen=True, slots=True)
class _Known:
    """The hedges of a language by their first word, and by each word the phrases in which it is none, with its place there."""

    phrases: dict[str, tuple[_Entry, ...]]
    traps: dict[str, tuple[tuple[Phrase, int], ...]]
    with_infinitive: frozenset[Phrase]


def _hedge(reading: Reading, at: int, entry: _Entry, known: _Known) -> Hedge:
    marks = not entry.weak or tells_what_happens(reading, at) or _is_passive(reading, at)
    sense = _sense(reading, at, entry, known)
    return Hedge((at, at + len(entry.phrase)), entry.strength, entry.group, sense, marks, entry.attributes)


def _sense(reading: Reading, at: int, entry: _Entry, known: _Known) -> Sense:
    """What the words of a hedge say where they stand."""
    word, table = entry.phrase[0], reading.words.certainty
    if _is_name(reading, at) or any(_stands(reading, at - place, trap) for trap, place in known.traps.get(word, ())):
        return Sense.NONE
    if entry.phrase in known.with_infinitive and not governs(reading, at):
        return Sense.NONE
    if len(entry.phrase) == 1 and _is_plain_noun(reading, at, entry):
        return Sense.NONE
    if word in table.reportative.words:
        return sense_of_would(reading, at)
    if word in table.ability.modals:
        return sense_of_can(reading, at)
    return Sense.MODIFIER if len(entry.phrase) == 1 and _modifies(reading, at) else Sense.HEDGE


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


def _modifies(reading: Reading, at: int) -> bool:
    """Whether the word is an adjective inside a noun phrase: "alle mogelijke hulp", "the likely winner"."""
    phrase = reading.phrase(at)
    if phrase is None or at >= phrase.head or reading.tags[at] not in _ADJECTIVES:
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
def _known(language: Language) -> _Known:
    table = lexicon(language).certainty.hedges
    phrases: dict[str, list[_Entry]] = {}
    for entry in _entries(table):
        phrases.setdefault(entry.phrase[0], []).append(entry)
    for listed in phrases.values():
        listed.sort(key=lambda entry: -len(entry.phrase))
    traps: dict[str, list[tuple[Phrase, int]]] = {}
    for trap in phrases_in(table.traps):
        for place, word in enumerate(trap):
            if word in phrases:
                traps.setdefault(word, []).append((trap, place))
    return _Known(
        {first: tuple(listed) for first, listed in phrases.items()},
        {word: tuple(listed) for word, listed in traps.items()},
        frozenset(phrases_in(table.with_infinitive)),
    )


def _entries(table: HedgeWords) -> list[_Entry]:
    weak, cues = frozenset(table.weak), frozenset(table.cues)
    return [
        _Entry(tuple(phrase.split()), level, group, phrase in weak, phrase in cues)
        for level in LEVELS
        for group, listed in table.groups(level).items()
        for phrase in listed
    ]
