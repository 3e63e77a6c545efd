"""Whether a translation is as sure as its original: every hedge answered, none put in, no certainty added."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from briefing.article import Language
from briefing.language.hedges import hedge_words_in
from briefing.language.lexicon import lexicon
from briefing.language.modals import ModalSense
from briefing.summary.summary import Check
from briefing.translate.parity.split_sentence import PhraseMatch, Phrases, SplitSentence, matched, phrases, table

_REACH: Final = 14
"""How many words behind "zou" its verb may stand."""


class _Demand(NamedTuple):
    """A hedge of the original, and the groups that answer it."""

    found: PhraseMatch
    groups: frozenset[str]
    modal: bool = False


@dataclass(frozen=True, slots=True)
class _Hedges:
    """The hedges of a language: what answers them, and the modal verbs that stand for "zou"."""

    answers: Phrases
    also: Mapping[str, frozenset[str]]
    modals: Phrases
    excuse: Phrases
    modal_with: Mapping[str, str]
    modal_free: frozenset[str]
    weakening: Phrases
    strengthening: Phrases
    assured: Phrases


def hedge_checks(original: SplitSentence, text: SplitSentence) -> Iterator[Check]:
    """A check for each hedge of the original, and one for each that the translation has of its own."""
    there = _hedges(text.language)
    demands = _demands(original)
    answers = text.find(there.answers)
    open_ = {
        place: [at for at, answer in enumerate(answers) if demand.groups & there.also[_key(text, answer)]]
        for place, demand in enumerate(demands)
    }
    modals = text.find(there.modals)
    met = matched(open_)
    spare = len(modals)
    for place, demand in enumerate(demands):
        answered = place in met
        if not answered and demand.modal and spare > 0:
            answered, spare = True, spare - 1
        yield Check("hedge", answered, original.quoted(demand.found))
    yield from _added(original, text, {answers[at] for at in met.values()})


def _demands(original: SplitSentence) -> list[_Demand]:
    """The hedges of the original; two of one group in one clause say one thing."""
    here = _hedges(original.language)
    modals = {found.start for found in original.find(here.modals)}
    demands: list[_Demand] = []
    taken: set[int] = set()
    for found in _hedged(original):
        if found.start in taken:
            continue
        verb = _modal_verb(original, found, here) if found.start in modals else None
        if verb is not None:
            taken.add(verb)
        word = original.lower[verb] if verb is not None else ""
        if word in here.modal_free:
            continue
        group = here.modal_with.get(word, found.group)
        demand = _Demand(found, frozenset({group}), modal=found.start in modals and not word)
        same = [
            at for at, one in enumerate(demands) if one.found.clause == found.clause and one.groups == demand.groups
        ]
        if same:
            demands[same[0]] = demands[same[0]]._replace(modal=demands[same[0]].modal and demand.modal)
        else:
            demands.append(demand)
    return demands


def _modal_verb(original: SplitSentence, found: PhraseMatch, here: _Hedges) -> int | None:
    """The place of the verb that goes with a "zou": "zou ... kunnen", "zou ... moeten"."""
    for at in range(found.end, min(found.end + _REACH, len(original.lower))):
        if original.words[at] in ",;:" or original.clauses[at] != found.clause:
            return None
        if original.lower[at] in here.modal_with or original.lower[at] in here.modal_free:
            return at
    before = found.start - 1
    return before if before >= 0 and original.lower[before] in {*here.modal_with, *here.modal_free} else None


def hedged_words(original: SplitSentence) -> set[int]:
    """The places of the words that make the original's hedges."""
    return {at for found in _hedged(original) for at in range(found.start, found.end)}


def _hedged(line: SplitSentence) -> list[PhraseMatch]:
    """The hedges of a sentence, without the words that only look like one ("lijkt op", "as soon as possible").

    What somebody is able to do and what would be are asked for as well: the translation has to say so.
    """
    return [
        PhraseMatch(*hedge.tokens, hedge.group, line.clauses[hedge.tokens[0]])
        for hedge in hedge_words_in(line.reading, 0, len(line.lower))
        if hedge.sense is not ModalSense.NONE
    ]


def _spared(line: SplitSentence) -> set[int]:
    """The places of the words that only look like a hedge."""
    words = hedge_words_in(line.reading, 0, len(line.lower))
    return {at for hedge in words if hedge.sense is ModalSense.NONE for at in range(*hedge.tokens)}


def _key(text: SplitSentence, found: PhraseMatch) -> str:
    return " ".join(text.lower[found.start : found.end])


def _added(original: SplitSentence, text: SplitSentence, used: set[PhraseMatch]) -> Iterator[Check]:
    """What makes the translation less or more sure than the original, with nothing there to answer for it."""
    here, there = _hedges(original.language), _hedges(text.language)
    groups = {group for found in original.find(here.answers) for group in here.also[_key(original, found)]}
    excused = bool(original.find(here.modals))
    tense = excused or bool(original.find(here.excuse))
    places = {found.start for found in used}
    spared, modals = _spared(text), {found.start for found in text.find(there.modals)}
    for found in text.find(there.weakening):
        own = there.also.get(_key(text, found), frozenset())
        answered = found.start in places | spared or groups & own
        if not answered and not (tense if found.start in modals else excused):
            yield Check("hedge-added", False, text.quoted(found))
    if not original.find(here.assured):
        for found in text.find(there.strengthening):
            if found.start not in places:
                yield Check("emphasis-added", False, text.quoted(found))


def _parts(phrase: str) -> Iterator[str]:
    """The phrase and every run of its words: "expected to" answers all that "expected" does."""
    words = phrase.split()
    return (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1))


@cache
def _hedges(language: Language) -> _Hedges:
    words = table(language)
    asked, more, modals, claims = (
        lexicon(language).certainty.hedges.by_group(),
        words.counterparts,
        words.modals,
        words.claims,
    )
    also: dict[str, set[str]] = {}
    for groups in (asked, more):
        for group, listed in groups.items():
            for phrase in listed:
                also.setdefault(phrase, set()).add(group)
    return _Hedges(
        answers=phrases({"": also}),
        also={phrase: frozenset().union(*(also[part] for part in _parts(phrase) if part in also)) for phrase in also},
        modals=phrases({"": modals.words}),
        excuse=phrases({"": modals.excuse}),
        modal_with=modals.combined,
        modal_free=modals.free,
        weakening=phrases({"": claims.weakening}),
        strengthening=phrases({"": claims.strengthening}),
        assured=phrases({"": claims.assured}),
    )
