"""Dutch verb clusters for English verb phrases: tense, modals, perfect, passive, separable particles, "te"."""

from dataclasses import dataclass, field
from functools import cache

from briefing.language.dictionary import DictionaryEntry, dictionary, forms_of
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.tree import Word

_PAST_AUXILIARIES = listed("en", "past_auxiliaries")
_MODALS_UNDER_WOULD = listed("nl", "modals_under_would")

MODALS = {**paired("en", "modal_equivalents"), **{lemma: lemma for lemma in listed("nl", "modals_from_english")}}
PAST_MODALS = listed("en", "past_modals")
WITH_WOULD = listed("en", "with_would")
SECOND = listed("nl", "second_person")
_SECOND_PERSON_FORMS = paired("nl", "second_person_forms")


@dataclass(frozen=True, slots=True)
class Subject:
    """What the finite verb agrees with."""

    plural: bool = False
    person: int = 3


@dataclass(slots=True)
class VerbCluster:
    """The finite verb and the rest of the cluster, in the order of the clause's end; `particle` stands apart in main clauses."""

    finite: str = ""
    particle: str = ""
    rest: list[str] = field(default_factory=list)
    main: DictionaryEntry | None = None


@dataclass(frozen=True, slots=True)
class Features:
    """What an English verb phrase says beside its main verb."""

    modal: str = ""
    perfect: bool = False
    passive: bool = False
    past: bool = False
    main: Word | None = None
    would: bool = False


def features(verbs: list[Word]) -> Features:
    """The features of an English verb phrase from its words in order."""
    if not verbs:
        return Features()
    first, main = verbs[0], verbs[-1]
    bases = [verb.base for verb in verbs]
    modal = MODALS.get(bases[0], "") if len(verbs) > 1 or bases[0] != "want" else ""
    perfect = "have" in bases[:-1]
    passive = len(verbs) > 1 and bases[-2] == "be" and main.form in {"past", "part"} and main.base != "be"
    past = (
        first.low in _PAST_AUXILIARIES or bases[0] in PAST_MODALS or (len(verbs) == 1 and main.form in {"past", "part"})
    )
    return Features(modal, perfect, passive, past, main, bases[0] in WITH_WOULD)


@cache
def verb_entry(lemma: str) -> DictionaryEntry:
    """The dictionary's entry of a verb that the rules name."""
    return dictionary().of(lemma, "v")[0]


def finite(entry: DictionaryEntry, subject: Subject, past: bool) -> str:
    """A finite form without particle."""
    forms = forms_of(entry)
    if entry.lemma == "zijn":
        if past:
            return "waren" if subject.plural else "was"
        return "zijn" if subject.plural else {1: "ben", 2: "bent"}.get(subject.person, "is")
    if past:
        return forms.past_plural if subject.plural else forms.past
    if subject.plural:
        return forms.plural
    if subject.person == 2 and entry.lemma in _SECOND_PERSON_FORMS:
        return _SECOND_PERSON_FORMS[entry.lemma]
    return forms.first if subject.person == 1 else forms.third


def _takes_zijn(entry: DictionaryEntry | None) -> bool:
    return entry is not None and "zijn" in entry.flags


def cluster(found: Features, main: DictionaryEntry | None, unknown: str, subject: Subject) -> VerbCluster:
    """The cluster with a finite verb."""
    chain = _chain(found, main)
    if not chain:
        return VerbCluster(finite=unknown)
    top, *below = chain
    past = found.past or (found.would and top == "zullen")
    if top == "":
        entry = main
        if entry is None:
            return VerbCluster(finite=unknown)
        return VerbCluster(finite(entry, subject, past), entry.particle, [], entry)
    rest = _written(below, main, unknown, found)
    return VerbCluster(finite(verb_entry(top), subject, past), "", rest, main)


def _chain(found: Features, main: DictionaryEntry | None) -> list[str]:
    """The auxiliaries from the highest down by lemma; the main verb is the empty string."""
    chain: list[str] = []
    if found.would and found.modal in _MODALS_UNDER_WOULD:
        chain.append("zullen")
    if found.modal:
        chain.append(found.modal)
    if found.perfect and not found.passive:
        chain.append("zijn" if _takes_zijn(main) or (main is not None and main.lemma == "zijn") else "hebben")
    if found.passive:
        chain.append("zijn" if found.perfect else "worden")
    if found.main is not None and (found.main.base not in MODALS or not found.modal):
        chain.append("")
    return chain


def _written(below: list[str], main: DictionaryEntry | None, unknown: str, found: Features) -> list[str]:
    """The verbs under the finite one: infinitives, the main verb as participle after "hebben", "zijn" or "worden"."""
    words = []
    for lemma in below:
        if lemma:
            words.append(lemma)
        elif main is None:
            words.append(unknown)
        else:
            words.append(forms_of(main).participle if found.perfect or found.passive else main.lemma)
    return words


def infinitive(found: Features, main: DictionaryEntry | None, unknown: str) -> list[str]:
    """The cluster of an infinitive with "te": "aan te kondigen", "te worden gevonden"."""
    chain = _chain(found, main)
    if not chain:
        return [unknown]
    if chain[0]:
        return ["te", *_written(chain, main, unknown, found)]
    if main is None:
        return ["te", unknown]
    return [*([main.particle] if main.particle else []), "te", main.base]
