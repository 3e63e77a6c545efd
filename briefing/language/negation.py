"""The words that negate, and the clause that each of them negates.

The words are in `certainty.toml` of each language.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import Language
from briefing.language.hedges import hedge_words_in
from briefing.language.lexicon import Phrase, lexicon, phrases_in
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import phrase_to, sentence_of
from briefing.language.reading.government import governs
from briefing.language.scopes import MAIN, Scopes, opens_infinitive
from briefing.language.tags import NON_FINITE, VERBS, Tag

_MODIFIERS: Final = 5
_BEFORE_NOUN: Final = frozenset((Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE))
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
_VERBAL: Final = VERBS | NON_FINITE
_DENYING: Final = frozenset((Tag.DETERMINER, Tag.NEGATION))
_OPENING: Final = frozenset((Tag.STOP, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.COLON, Tag.DASH))
_CLAUSE_ENDS: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.DASH, Tag.QUOTE, Tag.COORDINATOR))
_CONTRASTED: Final = frozenset((Tag.DETERMINER, Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.NUMBER))
_SHORTEST_CLAUSE: Final = 3


def is_negated(reading: Reading, parts: Sequence[Range]) -> bool:
    """Whether the first main clause of the runs of tokens is negated; clauses within it, beside it and after it do not count."""
    for start, end in opening_of(reading, parts):
        places = negations_in(reading, start, end)
        if places:
            clauses = Scopes(reading, start, end)
            if any(clauses.of(at) == MAIN for at in places):
                return True
    return False


def opening_of(reading: Reading, parts: Sequence[Range]) -> list[Range]:
    """The first sentence of the runs of tokens, without an answer or a cry before it: "No.", "Tja."; all where none ends in them."""
    has_verb, first = False, parts[0][0] if parts else 0
    if parts and _is_answer(reading, first) and first + 2 < parts[0][1]:
        parts = [(first + 2, parts[0][1]), *parts[1:]]
    for index, (start, end) in enumerate(parts):
        for at in range(start, end):
            has_verb = has_verb or reading.tags[at] in _VERBAL
            if not has_verb or reading.tags[at] != Tag.STOP or at <= first + 1:
                continue
            if reading.tokens.words[at] == "?" and at + 1 < end:  # a question of his own before what he says
                return opening_of(reading, [(at + 1, end), *parts[index + 1 :]])
            return [*parts[:index], (start, at)]
    return list(parts)


def denied_clauses(reading: Reading, start: int, end: int) -> list[Range]:
    """The further clauses of a run of tokens that are negated and told as so: not those of a condition or a question.

    A relative clause comes with the phrase it belongs to.
    """
    places = negations_in(reading, start, end)
    if not places:
        return []
    clauses = Scopes(reading, start, end)
    return [
        (_clause_start(reading, opener, start), clauses.last[opener] + 1)
        for opener in sorted({clauses.of(at) for at in places} - {MAIN})
        if clauses.told[opener]
    ]


def negation_words(reading: Reading, start: int, end: int) -> list[int]:
    """The words between two tokens that negate, such as "niet" and "nobody"; not those of "not only" or of a hedge."""
    known, lower = _known(reading.words.language), reading.tokens.lower
    found = [at for at in range(start, end) if lower[at] in known.words and not known.exempts(lower, at)]
    hedges = hedge_words_in(reading, start, end) if found else []
    return [at for at in found if not any(first <= at < last for first, last in (one.tokens for one in hedges))]


def negations_in(reading: Reading, start: int, end: int) -> list[int]:
    """The tokens between two places that negate a clause."""
    known = _known(reading.words.language)
    words = [at for at in negation_words(reading, start, end) if not _is_spared(reading, at, known)]
    return sorted((*words, *implied_negations_in(reading, start, end)))


def implied_negations_in(reading: Reading, start: int, end: int) -> list[int]:
    """The tokens between two places that negate without a word of negation: "weigert te", "without asking", "is untrue"."""
    lower, known = reading.tokens.lower, _known(reading.words.language)
    return [
        at
        for at in range(start, end)
        if (lower[at] in known.implied and _denies_infinitive(reading, at))
        or (lower[at] in known.without and opens_infinitive(reading, at, end))
        or (lower[at] in known.untrue and _is_predicate(reading, at, known))
    ]


def denied_conjuncts(reading: Reading, parts: Sequence[Range]) -> list[Range]:
    """The clauses with a subject of their own that follow the first main clause after "and" or "but", and are negated."""
    found = []
    for start, end in parts:
        if not negation_words(reading, start, end):
            continue
        for first, last in denied_clauses(reading, start, end):
            joined = first > start and reading.tags[first - 1] == Tag.COORDINATOR
            if joined and reading.tags[first] not in VERBS:
                found.append((first + (reading.tags[first] == Tag.COMPLEMENTISER), last))
    return found


def _clause_start(reading: Reading, opener: int, floor: int) -> int:
    """Where a clause begins: after its conjunction, or with the phrase that it tells more of."""
    tags = reading.tags
    if tags[opener] == "p":
        return opener
    if tags[opener] != "R":
        return opener + 1
    edge = opener
    while edge > floor and tags[edge - 1] in ",p":
        edge -= 1
    return phrase_to(reading, edge, floor) if edge > floor and tags[edge - 1] in "NM" else opener


@dataclass(frozen=True, slots=True)
class _NegationLookup:
    """The negations of a language; `exempt` has by word the phrases in which it negates nothing, with its place in them."""

    words: frozenset[str]
    exempt: dict[str, tuple[tuple[Phrase, int], ...]]
    implied: frozenset[str]
    without: frozenset[str]
    untrue: frozenset[str]
    modifying: frozenset[str]
    made: re.Pattern[str]

    def exempts(self, lower: Sequence[str], at: int) -> bool:
        """Whether the word at the place stands in a phrase that does not negate."""
        for phrase, place in self.exempt.get(lower[at], ()):
            first = at - place
            if first >= 0 and tuple(lower[first : first + len(phrase)]) == phrase:
                return True
        return False


def _is_spared(reading: Reading, at: int, known: _NegationLookup) -> bool:
    """Whether a word of negation negates no clause here."""
    return (
        _is_number_sign(reading, at)
        or _is_contrast(reading, at)
        or _is_in_phrase(reading, at)
        or _is_in_modifier(reading, at, known)
        or _is_doubled(reading, at, known)
    )


def _is_number_sign(reading: Reading, at: int) -> bool:
    """Whether the word is short for "number": "No 10"."""
    words = reading.tokens.words
    following = words[at + 1 : at + 2]
    sign = reading.tags[at] in {Tag.DETERMINER, Tag.NEGATION} and words[at][0].isupper()
    return sign and bool(following) and following[0].isdigit()


def _is_answer(reading: Reading, at: int) -> bool:
    """Whether the word answers a question before the clause: "No, that is right"."""
    opens = at == 0 or reading.tags[at - 1] in _OPENING
    return opens and reading.tags[at] in _DENYING and reading.tags[at + 1 : at + 2] == [Tag.COMMA]


def _is_contrast(reading: Reading, at: int) -> bool:
    """Whether something is only told apart from what is so: "the start, not the end"."""
    tags = reading.tags
    if at < _SHORTEST_CLAUSE or tags[at - 1] != Tag.COMMA or tags[at] not in _DENYING:
        return False
    first, last = reading.sentences[sentence_of(reading, at)]
    if at + 1 == last or tags[at + 1] not in _CONTRASTED or not VERBS & set(tags[first : at - 1]):
        return False
    end = next((place for place in range(at + 1, last) if tags[place] in _CLAUSE_ENDS), last)
    return not VERBS & set(tags[at + 1 : end])


def _is_in_modifier(reading: Reading, at: int, known: _NegationLookup) -> bool:
    """Whether only a phrase with a preposition is negated: "fell with no warning"."""
    tags = reading.tags
    led = at > 0 and reading.tokens.lower[at - 1] in known.modifying
    return led and at + 1 < len(tags) and tags[at + 1] in _BEFORE_NOUN | _HEADS


def _is_doubled(reading: Reading, at: int, known: _NegationLookup) -> bool:
    """Whether the negation takes back that of the adjective behind it: "not impossible", "niet onjuist"."""
    place = at + 1
    while place < min(len(reading.tags), at + 3) and reading.tags[place] == Tag.ADVERB:
        place += 1
    if place >= len(reading.tags):
        return False
    word, tag = reading.tokens.lower[place], reading.tags[place]
    return word in known.untrue or (tag == Tag.ADJECTIVE and known.made.fullmatch(word) is not None)


def _is_predicate(reading: Reading, at: int, known: _NegationLookup) -> bool:
    """Whether "untrue" tells of the subject that it is so, and is not denied itself; not "an untrue story"."""
    lower = reading.tokens.lower
    phrase = reading.phrase(at)
    before = lower[max(0, at - 2) : at]
    return not (phrase and at < phrase.head) and not any(word in known.words for word in before)


def _is_in_phrase(reading: Reading, at: int) -> bool:
    """Whether only an adjective is negated, within its noun phrase: "een korte en niet erg drukke vergadering"."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    if tags[at] != Tag.NEGATION or not 0 < at < len(tags) - 1:
        return False
    inflected = words.adjective_endings if words.one_word_nouns else ("",)
    first = at - 1
    if tags[first] == "K":
        first -= 1
        while first > max(0, at - _MODIFIERS) and tags[first] in "AEGN" and lower[first].endswith(inflected):
            first -= 1
    if first < 0 or tags[first] != "D" or (first == at - 1 and lower[first] in words.demonstratives):
        return False
    last = at + 1
    while last < min(len(tags) - 1, at + _MODIFIERS) and tags[last] in "BAEGN" and tags[last + 1] in "BAEGNM":
        last += 1
    return tags[last] in "NM" and tags[last - 1] in "AEGN" and lower[last - 1].endswith(inflected)


def _denies_infinitive(reading: Reading, at: int) -> bool:
    """Whether what a verb such as "weigert" or "failed" governs is told not to be so: an infinitive, which follows at once in English."""
    if reading.words.verb_final:
        return governs(reading, at, with_preposition=True)
    following = reading.tags[at + 1 : at + 3]
    return len(following) > 1 and following[0] == "t" and following[1] not in "#D" and reading.tags[at] != "N"


@cache
def _known(language: Language) -> _NegationLookup:
    table = lexicon(language).certainty.negations
    exempt: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase in phrases_in(table.exempt):
        for place, word in enumerate(phrase):
            if word in table.words:
                exempt.setdefault(word, []).append((phrase, place))
    return _NegationLookup(
        table.words,
        {word: tuple(listed) for word, listed in exempt.items()},
        table.implied,
        table.without,
        table.untrue,
        table.modifying,
        re.compile(table.made),
    )
