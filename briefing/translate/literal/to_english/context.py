"""What a Dutch word is by its neighbours, where the word itself can be several things: "zijn", "dan", "of", "dat", "het", "je"."""

from collections.abc import Callable
from itertools import pairwise, takewhile
from typing import NamedTuple

from briefing.language.dictionary import Dictionary
from briefing.language.tags import NON_FINITE, VERBS, Tag
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Word

_MORE_OR_LESS = listed("nl", "more_or_less")

Costs = dict[str, float]
_AUXILIARY = listed("nl", "auxiliary")
_SUBJECTS = listed("nl", "only_subject")
_MODALS = listed("nl", "modals")
_HELPING = listed("nl", "helping")
_COMPARED = listed("nl", "compared")
_PLURAL_SUBJECT = listed("nl", "plural_subject")
_SUBORDINATORS = listed("nl", "subordinators")
_ASKING = listed("nl", "asking")
_OPENING = frozenset((Tag.PRONOUN, Tag.DETERMINER, Tag.NOUN, Tag.NAME))
"""Tags of a word with which a subject can begin."""
_NOMINAL = frozenset(
    (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.NUMBER, Tag.INFINITIVE)
)
"""Tags of the words that an adjective or its adverb can stand before."""
_NEUTER = listed("nl", "neuter_articles")
_ONE = listed("nl", "counts_of_one")
_CONJUNCTIONS = listed("nl", "adverb_conjunctions")
_POINTING = listed("nl", "pointing")
_PARTICLES: dict[str, frozenset[str]] = {}


class InnerWord(NamedTuple):
    """A word among the words of its sentence, not the first."""

    words: list[Word]
    at: int
    before: Word
    ahead: Word | None


def know_particles(dictionary: Dictionary) -> None:
    """Note which particles go with which verbs, once."""
    if not _PARTICLES:
        _PARTICLES.update({base: frozenset(found) for base, found in dictionary.particles.items()})


def is_settled(low: str) -> bool:
    """Whether there is a rule for the word."""
    return low in _RULES


def settled(own: Costs, at: int, words: list[Word]) -> Costs:
    """The costs of a word that its neighbours settle, else its own."""
    low = words[at].low
    before = words[at - 1] if at else None
    ahead = words[at + 1] if at + 1 < len(words) else None
    if before is None or (before.sort == "X" and before.text in ".!?:"):
        if low == "of" and _verb_last(at, words) and _finite_twice(at, words):
            return {"S": 0.0}
        if low in _NEUTER and ahead is not None and _is_no_neuter(ahead):
            return {"R": 0.0}
        if low in _CONJUNCTIONS and ahead is not None and ahead.tag in _OPENING:
            return {"S": 0.0}
        return {"R": 0.0} if low in _POINTING and ahead is not None and _is_finite(ahead) else own
    rule = _RULES.get(low)
    return (rule(InnerWord(words, at, before, ahead)) if rule is not None else None) or own


def _dan(here: InnerWord) -> Costs | None:
    return {"P": 0.0} if here.before.low in _COMPARED or _comparative_before(here.words, here.at) else None


def _zijn(here: InnerWord) -> Costs | None:
    verb = here.before.low in _PLURAL_SUBJECT or here.before.text == "," or _predicate(here.ahead) or _perfect(here)
    return {"V": 0.0, "D": 1.6} if verb else None


def _perfect(here: InnerWord) -> bool:
    """Whether a participle ends the clause after the word: "zijn verscherpt"."""
    further = here.words[here.at + 2] if here.at + 2 < len(here.words) else None
    can = here.ahead is not None and all(r.form == "part" for r in here.ahead.options) and bool(here.ahead.options)
    return can and (further is None or further.sort == "X" or further.tag in VERBS)


def _of(here: InnerWord) -> Costs | None:
    return {"S": 0.0} if _asks(here.words[: here.at]) and _verb_last(here.at, here.words) else None


def _dat(here: InnerWord) -> Costs | None:
    if here.words[here.at].low == "dat" and _is_particle(here.at - 1, here.words):
        return {"S": 0.0}
    return {"S": 0.0, "D": 1.4, "R": 1.2} if here.before.text == "," else None


def _het(here: InnerWord) -> Costs | None:
    """ "het" is a pronoun before an adjective without ending that no noun follows: "nu het mogelijk is"."""
    further = here.words[here.at + 2] if here.at + 2 < len(here.words) else None
    joined = here.ahead is not None and " " in here.ahead.text and here.ahead.sort in "AWP"
    if joined or (here.ahead is not None and (here.ahead.tag is Tag.PREPOSITION or _is_no_neuter(here.ahead))):
        return {"R": 0.0}
    if _predicate(here.ahead) and (further is None or further.tag not in _NOMINAL):
        return {"R": 0.0}
    return {"D": 0.0} if here.ahead is not None and is_nominal(here.ahead, here.at + 1, here.words) else None


def _is_no_neuter(word: Word) -> bool:
    """Whether a verb form is no noun that "het" can stand before: "het staat vast"."""
    nouns = [r for r in word.options if r.entry.pos == "n"]
    finite = any(r.entry.pos == "v" and r.form in {"3", "past", "past.pl"} for r in word.options)
    return finite and bool(nouns) and not any(r.entry.neuter or r.form.startswith("dim") for r in nouns)


def _maar(here: InnerWord) -> Costs | None:
    """ "maar" is "only" between a finite verb and a number: "zijn maar twee", "is maar een klein deel"."""
    counts = here.ahead is not None and (
        here.ahead.tag is Tag.NUMBER or here.ahead.sort == "M" or here.ahead.low in _ONE
    )
    return {"W": 0.0} if here.before.tag in VERBS and counts else None


def _including(here: InnerWord) -> Costs | None:
    """ "waaronder" is "including" where no verb follows before the next mark."""
    end = next((place for place in range(here.at, len(here.words)) if here.words[place].sort == "X"), len(here.words))
    verb = any(word.tag in VERBS for word in here.words[here.at : end])
    return None if verb else {"P": 0.0}


def _asking_word(here: InnerWord) -> Costs | None:
    """A question word after a finite verb opens a clause where a verb is still to come: "weten hoe snel ze werken"."""
    verb = any(word.tag in VERBS for word in here.words[: here.at])
    ends = _verb_last(here.at, here.words) or _plural_last(here.at, here.words)
    return {"S": 0.0} if verb and ends else None


def _je(here: InnerWord) -> Costs | None:
    helping = any(r.entry.lemma in _AUXILIARY for r in here.before.options)
    pronoun = _is_finite(here.before) or here.before.low in _SUBORDINATORS or helping
    return {"R": 0.0, "D": 1.4} if pronoun else None


_RULES: dict[str, Callable[[InnerWord], Costs | None]] = {
    "dan": _dan,
    "zijn": _zijn,
    "of": _of,
    "dat": _dat,
    "die": _dat,
    "het": _het,
    "maar": _maar,
    "waaronder": _including,
    "hoe": _asking_word,
    "waar": _asking_word,
    "waarom": _asking_word,
    "wanneer": _asking_word,
    "je": _je,
    "jullie": _je,
}


def _predicate(word: Word | None) -> bool:
    """Whether a word is an adjective without ending, so that "zijn" before it is no determiner."""
    forms = {r.form for r in word.options if r.entry.pos == "a"} if word is not None else set()
    return (
        bool(forms)
        and forms <= {"", "comp"}
        and word is not None
        and all(r.entry.pos in {"a", "adv"} for r in word.options)
    )


def _is_finite(word: Word) -> bool:
    return any(r.entry.pos == "v" and r.form in {"3", "past", "past.pl", "2", "pl"} for r in word.options)


def _asks(before: list[Word]) -> bool:
    """Whether something is asked or open before "of", so that it can mean "whether"."""
    return any(r.entry.lemma in _ASKING for word in before[-8:] for r in word.options)


def _verb_last(at: int, words: list[Word]) -> bool:
    """Whether a clause follows in which something stands before the finite verb, so that "of" is "whether"."""
    end = next((place for place in range(at + 1, len(words)) if words[place].sort == "X"), len(words))
    finite = next((place for place in range(at + 1, end) if _is_finite(words[place])), 0)
    return finite > at + 1


def _plural_last(at: int, words: list[Word]) -> bool:
    """Whether a clause of some words ends with a plural that is also the infinitive, not after "te"."""
    end = next((place for place in range(at + 1, len(words)) if words[place].sort == "X"), len(words))
    last = words[end - 1]
    return end > at + 2 and words[end - 2].low != "te" and any(r.form == "inf" for r in last.options)


def _finite_twice(at: int, words: list[Word]) -> bool:
    """Whether two finite verbs stand next to each other but for infinitives and participles, the second of the clause around."""
    tags = [word.tag for word in words[at + 1 :] if word.tag not in NON_FINITE]
    return any(one in VERBS and other in VERBS for one, other in pairwise(tags))


def _comparative_before(words: list[Word], at: int) -> bool:
    return any(r.form == "comp" for word in words[max(0, at - 3) : at] for r in word.options) or any(
        w.low in _MORE_OR_LESS for w in words[max(0, at - 4) : at]
    )


def _is_particle(at: int, words: list[Word]) -> bool:
    """Whether the word there completes an earlier verb: "kondigde ... aan dat"."""
    low = words[at].low
    for word in words[:at]:
        for reading in word.options:
            if reading.entry.pos == "v" and reading.form != "part" and low in _PARTICLES.get(reading.entry.lemma, ()):
                return True
    return False


def is_nominal(word: Word, at: int, words: list[Word]) -> bool:
    """Whether an infinitive is a noun: "het bouwen van", "tijdens het wachten"."""
    if at == 0 or words[at - 1].low != "het" or not any(r.entry.pos == "v" and r.form == "inf" for r in word.options):
        return False
    if any(r.entry.pos == "n" and r.form != "pl" for r in word.options):
        return False
    after = words[at + 1].low if at + 1 < len(words) else ""
    return after == "van" or (at > 1 and any(r.entry.pos == "prep" for r in words[at - 2].options))


def opens_as_noun(word: Word, words: list[Word]) -> bool:
    """Whether a sentence begins with an infinitive that is its subject: "Kamperen is mogelijk"."""
    forms = {r.form for r in word.options if r.entry.pos == "v"}
    asked = words[-1].text == "?" or (len(words) > 1 and words[1].low in _SUBJECTS)
    return "inf" in forms and not asked and all(r.entry.lemma not in _AUXILIARY for r in word.options)


def ends_with_modal(word: Word, at: int, words: list[Word]) -> bool:
    """Whether a word that can be an infinitive ends a clause with a modal in it: "voordat het zou landen"."""
    last = at + 1 >= len(words) or words[at + 1].sort == "X" or words[at + 1].tag is Tag.AUXILIARY
    if not last or not any(r.entry.pos == "v" and r.form == "inf" for r in word.options):
        return False
    for before in reversed(words[max(0, at - 14) : at]):
        if before.sort == "X":
            return False
        if before.low in _MODALS:
            return True
    return False


def ends_with_auxiliary(word: Word, at: int, words: list[Word]) -> bool:
    """Whether a word that can be a participle ends a clause that only has an auxiliary: "is één dode gevallen"."""
    last = at + 1 >= len(words) or words[at + 1].sort == "X"
    if not last or not any(r.entry.pos == "v" and r.form == "part" for r in word.options):
        return False
    before = list(takewhile(lambda one: one.sort != "X", reversed(words[max(0, at - 14) : at])))
    helped = any(r.entry.lemma in _HELPING for one in before for r in one.options if r.entry.pos == "v")
    return helped and not any(one.tag is Tag.PARTICIPLE or one.tag is Tag.INFINITIVE for one in before)
