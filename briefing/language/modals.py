"""What a modal verb tells: what may be so or is only reported, or what somebody is able to do, would do or will do."""

from enum import Enum, auto
from typing import Final

from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import sentence_of
from briefing.language.tags import NON_FINITE, VERBS, Tag

_NEAR: Final = 10
_FAR: Final = 20
_PERFECT: Final = 4
"""Tokens after an English modal in which its perfect stands: "could well have been"."""
_EDGES: Final = frozenset(
    (
        Tag.COMMA,
        Tag.SEMICOLON,
        Tag.COLON,
        Tag.STOP,
        Tag.QUOTE,
        Tag.SINGLE_QUOTE,
        Tag.DASH,
        Tag.COMPLEMENTISER,
        Tag.RELATIVE,
        Tag.SUBORDINATOR,
        Tag.COORDINATOR,
    )
)
_OF_A_LIST: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER))
_SUBJECTS: Final = ([Tag.PRONOUN], [Tag.DETERMINER], [Tag.NAME])
_PREDICATES: Final = frozenset((Tag.ADJECTIVE, Tag.DETERMINER, Tag.NOUN, Tag.NUMBER))


class ModalSense(Enum):
    """What the words of a hedge say where they stand."""

    HEDGE = auto()
    ABILITY = auto()
    """What somebody is able or allowed to do, cannot do, or could have done."""
    UNREAL = auto()
    """What would be so under a condition, was still to come, or ought to be."""
    MODIFIER = auto()
    """An adjective inside a noun phrase, which leaves the statement as sure as it is."""
    NONE = auto()
    """A name, a noun, or part of a phrase that is no hedge."""


def clause_around(reading: Reading, at: int) -> Range:
    """The tokens around a verb up to the marks and conjunctions nearest to it, some words at most to either side."""
    first = last = at
    tags = reading.tags
    while first > 0 and at - first < _NEAR and tags[first - 1] not in _EDGES:
        first -= 1
    while last + 1 < len(tags) and last - at < _FAR and not _ends(reading, last + 1):
        last += 1
    return first, last + 1


def _ends(reading: Reading, at: int) -> bool:
    """Whether a clause ends before the token; "and" between the parts of a phrase ends none."""
    tags = reading.tags
    if tags[at] == Tag.COORDINATOR:
        return at + 1 >= len(tags) or tags[at + 1] not in _OF_A_LIST
    return tags[at] in _EDGES


# Modals of possibility: "kan", "could".


def sense_of_can(reading: Reading, at: int) -> ModalSense:
    """Whether a modal tells of what may be so, or of ability, permission, purpose, or what could have been.

    A modal of the table's `doubtful` ("could") hedges unless something shows the other; the rest ("kan") only with a verb of
    what comes about by itself.
    """
    known = reading.words.certainty.ability
    if _is_denied(reading, at) or _is_purpose(reading, at) or _could_have_been(reading, at):
        return ModalSense.ABILITY
    if reading.tokens.lower[at] in known.doubtful:
        following = reading.tokens.lower[at + 1 : at + 3]
        return ModalSense.ABILITY if any(word in known.abilities for word in following) else ModalSense.HEDGE
    return ModalSense.HEDGE if tells_what_happens(reading, at) else ModalSense.ABILITY


def tells_what_happens(reading: Reading, at: int) -> bool:
    """Whether the token is a modal with a verb of what comes about by itself: "kan leiden tot"."""
    known, lower, tags = reading.words.certainty.ability, reading.tokens.lower, reading.tags
    if lower[at] not in known.modals:
        return False
    if not reading.words.verb_final:
        return _happens_next(reading, at)
    first, last = clause_around(reading, at)
    places = [place for place in range(first, last) if place != at and tags[place] != Tag.DETERMINER]
    passive = any(tags[place] == Tag.PARTICIPLE for place in places)
    return any(
        lower[place] in known.happenings or (lower[place] in known.becoming and not passive)
        for place in places
        if place > at or (place >= at - 2 and tags[place] in NON_FINITE)
    )


def _happens_next(reading: Reading, at: int) -> bool:
    """Whether the verb that follows the modal tells what comes about: "can lead to", "can be fatal"."""
    known, lower, tags = reading.words.certainty.ability, reading.tokens.lower, reading.tags
    place = at + 1
    while place < len(tags) and tags[place] == Tag.ADVERB:
        place += 1
    if place >= len(tags):
        return False
    if lower[place] not in known.becoming:
        return lower[place] in known.happenings
    following = place + 1
    while following < len(tags) and tags[following] == Tag.ADVERB:
        following += 1
    ends = following >= len(tags) or tags[following] in _EDGES
    return following > place + 1 if ends else tags[following] in _PREDICATES


def _is_denied(reading: Reading, at: int) -> bool:
    """Whether a modal tells of what cannot be, and so of no possibility: "kon niet komen", "could not be reached"."""
    first, last = clause_around(reading, at) if reading.words.verb_final else (max(0, at - 2), at + 2)
    return any(word in reading.words.certainty.negations.words for word in reading.tokens.lower[first:last])


def _is_purpose(reading: Reading, at: int) -> bool:
    """Whether the modal stands in a clause of purpose: "zodat de brandweer kan werken"."""
    tags, lower = reading.tags, reading.tokens.lower
    for place in range(at - 1, max(-1, at - _NEAR), -1):
        if lower[place] in reading.words.certainty.ability.purposes:
            return True
        if tags[place] in VERBS or tags[place] in {Tag.STOP, Tag.SEMICOLON, Tag.COMMA}:
            return False
    return False


def _could_have_been(reading: Reading, at: int) -> bool:
    """Whether it tells of what was possible and did not happen: "had kunnen ingrijpen", "could have been prevented".

    Not "could have been an accident".
    """
    known, lower, tags = reading.words.certainty.ability, reading.tokens.lower, reading.tags
    if reading.words.verb_final:
        first, last = clause_around(reading, at)
        return tags[at] in NON_FINITE and any(lower[place] in known.perfect for place in range(first, last))
    for place in range(at + 1, min(at + _PERFECT, len(tags) - 1)):
        if lower[place] in known.perfect:
            return tags[place + 1] == Tag.PARTICIPLE or Tag.PARTICIPLE in tags[place + 2 : place + 4]
    return False


def concedes(reading: Reading, at: int) -> bool:
    """Whether the modal only grants what does not matter to the speaker: "It may be old, but", "while it may be old"."""
    known, lower, tags = reading.words.certainty.ability, reading.tokens.lower, reading.tags
    if lower[at] not in known.conceding or not known.states.intersection(lower[at + 1 : at + 3]):
        return False
    last = reading.sentences[sentence_of(reading, at)][1]
    if known.concessions.intersection(lower[clause_around(reading, at)[0] - 1 : at]):
        return True
    comma = next((place for place in range(at, min(last, at + _FAR)) if tags[place] == Tag.COMMA), last)
    return comma + 1 < last and lower[comma + 1] in known.adversatives and tags[comma + 2 : comma + 3] != [Tag.NEGATION]


# Modals that report: "zou".


def sense_of_would(reading: Reading, at: int) -> ModalSense:
    """Whether a modal such as "zou" reports, or tells what would, was to or ought to be."""
    return ModalSense.UNREAL if any(is_none(reading, at) for is_none in _NO_REPORT) else ModalSense.HEDGE


def _lacks_perfect(reading: Reading, at: int) -> bool:
    """Whether a modal that reports only with certain auxiliaries stands without one: "soll gebaut werden" tells of a plan."""
    needed = reading.words.certainty.reportative.only_with
    first, last = clause_around(reading, at)
    return bool(needed) and not needed.intersection(reading.tokens.lower[first:last])


def _has_condition(reading: Reading, at: int) -> bool:
    """Whether a clause in the sentence states a condition: "zou sluiten als de huur stijgt", not "zou als kind"."""
    first, last = reading.sentences[sentence_of(reading, at)]
    known, lower = reading.words.certainty.reportative, reading.tokens.lower
    return any(
        lower[place] in known.conditions and _opens_clause(reading, place, at, last)
        for place in range(first, last)
        if place != at
    )


def _opens_clause(reading: Reading, place: int, modal: int, last: int) -> bool:
    """Whether the conjunction has a finite verb of its own: in the clause of the modal only behind that clause's infinitive."""
    tags = reading.tags
    if tags[place] not in {Tag.SUBORDINATOR, Tag.PREPOSITION, Tag.COMPLEMENTISER}:
        return False
    between = tags[modal + 1 : place]
    if place > modal and Tag.COMMA not in between and not (NON_FINITE | VERBS) & set(between):
        return False
    if place < modal and Tag.COMMA not in tags[place:modal]:
        return tags[place] == Tag.SUBORDINATOR and _stands_last(reading, place, modal)
    for at in range(place + 1, min(last, place + _FAR)):
        if tags[at] in VERBS and at != modal:
            return True
        if tags[at] in {Tag.COMMA, Tag.SEMICOLON}:
            return False
    return False


def _stands_last(reading: Reading, place: int, modal: int) -> bool:
    """Whether the modal is the verb of the clause that the conjunction opens: "als dat zou kunnen", not "als kind zou hij"."""
    inside = not _EDGES & set(reading.tags[place + 1 : modal])
    return inside and reading.words.verb_final and reading.tags[modal + 1 : modal + 2] not in _SUBJECTS


def _is_own(reading: Reading, at: int) -> bool:
    """Whether the speaker or the one spoken to is the subject: "ik zou niet gaan", "dat zou je denken"."""
    own = reading.words.certainty.reportative.own
    return any(word in own for word in reading.tokens.lower[max(0, at - 1) : at + 2])


def _is_opinion(reading: Reading, at: int) -> bool:
    """Whether quoted words only judge what would be: "Dat zou dom zijn"."""
    first, last = clause_around(reading, at)
    lower, tags = reading.tokens.lower, reading.tags
    pointing = any(
        word in reading.words.pointers | reading.words.expletives for word in lower[max(first, at - 1) : at + 2]
    )
    return (
        pointing
        and reading.quote_at[at] >= 0
        and Tag.ADJECTIVE in tags[at:last]
        and Tag.PARTICIPLE not in tags[at:last]
    )


def _lacks_something(reading: Reading, at: int) -> bool:
    """Whether "without" states the condition: "Zonder steun zou het misgaan", not "zonder medeweten van de raad"."""
    known, lower = reading.words.certainty, reading.tokens.lower
    first, last = clause_around(reading, at)
    for place in range(first, last):
        if lower[place] in known.negations.without:
            following = reading.tags[place + 1 : last]
            manner = any(word in known.reportative.manner for word in lower[place + 1 : place + 4])
            return not manner and Tag.TO not in following
    return False


def _opens_consequence(reading: Reading, at: int) -> bool:
    """Whether the modal follows a word for a condition told before: "Anders zou", "In dat geval zou"."""
    lower = reading.tokens.lower
    for phrase in reading.words.certainty.reportative.otherwise:
        words = phrase.split()
        start = at - len(words)
        if start >= 0 and lower[start:at] == words:
            return start == 0 or reading.tags[start - 1] in _EDGES
    return False


def _is_later(reading: Reading, at: int) -> bool:
    """Whether the verb tells what came after a time in the past: "die later minister zou worden", "Later zou hij sterven".

    Not where it tells of what would have been done by then: "zou later zijn overleden".
    """
    first, last = clause_around(reading, at)
    tags, lower = reading.tags, reading.tokens.lower
    if Tag.PARTICIPLE in tags[at + 1 : last]:
        return False
    if first > 0 and tags[first - 1] == Tag.RELATIVE and Tag.TIME in tags[first:last]:
        return True  # what was planned: "die maandag zou spelen"
    in_subclause = first > 0 and tags[first - 1] in {Tag.RELATIVE, Tag.SUBORDINATOR}
    told = range(first - 1, at) if in_subclause else range(max(first, at - 1), at)
    return any(lower[place] in reading.words.certainty.reportative.later for place in told)


def _is_advice(reading: Reading, at: int) -> bool:
    """Whether the verb tells what ought to be or is wished: "zou moeten", "zou graag"."""
    known = reading.words.certainty.reportative.advice
    first, last = clause_around(reading, at)
    return any(word in known for word in reading.tokens.lower[max(first, at - 1) : last])


_NO_REPORT: Final = (
    _lacks_perfect,
    _is_own,
    _is_opinion,
    _has_condition,
    _lacks_something,
    _opens_consequence,
    _is_later,
    _is_advice,
)
