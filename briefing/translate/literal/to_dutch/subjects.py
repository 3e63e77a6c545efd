"""The subject of an English clause, and the noun phrase that what follows belongs to."""

from itertools import takewhile

from briefing.language.tags import Tag
from briefing.translate.literal.lists import listed
from briefing.translate.literal.to_dutch import noun_phrases as phrases
from briefing.translate.literal.to_dutch.verb_clusters import Subject
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Punctuation

TIME = listed("nl", "time")
_SINGULAR_VERBS = listed("en", "singular_verbs")
_PLURAL_VERBS = listed("en", "plural_verbs")
_SECOND_PERSON_SINGULAR = listed("nl", "second_person_singular")


def last_noun(elements: list[Element]) -> Noun | None:
    """The noun phrase that stands last, into its prepositional phrases."""
    for element in reversed(elements):
        if isinstance(element, Punctuation):
            continue
        if isinstance(element, Preposition) and isinstance(element.object, Noun):
            return element.object.innermost
        if isinstance(element, Noun) and element.pronoun and element.head and element.head[0].low == "those":
            return element
        return element.innermost if isinstance(element, Noun) and not element.pronoun else None
    return None


def agreeing(elements: list[Element], noun: Noun, clause: Clause) -> Noun:
    """What a relative clause refers to: the last noun phrase, or the one around it where only that agrees with the verb."""
    first = clause.verbs[0].low if clause.verbs and clause.subject is None else ""
    plural = first in _PLURAL_VERBS
    if (not plural and first not in _SINGULAR_VERBS) or noun.plural == plural:
        return noun
    if elements and isinstance(elements[-1], Noun):
        return elements[-1] if elements[-1].plural == plural and not elements[-1].others else noun
    tail = takewhile(lambda e: isinstance(e, Preposition | Noun), reversed(elements))
    around = next((e for e in tail if isinstance(e, Noun)), None)
    return around if around is not None and around.plural == plural and not around.pronoun else noun


def find_subject(clause: Clause) -> None:
    """The subject is the last noun phrase before the verb; prepositional phrases between belong to it."""
    if not clause.verbs:
        return
    _join_apposition(clause)
    for place in range(len(clause.front) - 1, -1, -1):
        element = clause.front[place]
        if isinstance(element, Noun):
            clause.subject = element
            belongs = [e for e in clause.front[place + 1 :] if isinstance(e, Preposition | Clause)]
            loose = [e for e in clause.front[place + 1 :] if isinstance(e, Modifier)]
            element.after += belongs
            clause.front = [e for e in clause.front[:place] if not isinstance(e, Punctuation)]
            clause.middle[:0] = loose
            return
    clause.front = [e for e in clause.front if not isinstance(e, Punctuation)]


def _join_apposition(clause: Clause) -> None:
    """Give a noun phrase between commas to the one before it: "Ansip, a former minister, said"."""
    front = clause.front
    for place in range(len(front) - 2):
        noun, comma, other = front[place : place + 3]
        if (
            isinstance(noun, Noun)
            and isinstance(comma, Punctuation)
            and isinstance(other, Noun)
            and not says_when(noun)
            and isinstance(front[-1], Punctuation)
        ):
            noun.after += front[place + 1 :]
            del front[place + 1 :]
            return


def says_when(noun: Noun) -> bool:
    """Whether a noun phrase says when or how long: "last week", "three days"."""
    last = noun.last
    return last is not None and (last.tag is Tag.TIME or last.lemma in TIME)


def agreed_with(clause: Clause) -> Subject:
    """What the finite verb agrees with."""
    subject = clause.subject
    if subject is None and clause.antecedent is not None:
        return Subject(clause.antecedent.plural)
    if not isinstance(subject, Noun):
        first = clause.verbs[0].low if clause.verbs else ""
        return Subject(first in _PLURAL_VERBS)
    if subject.pronoun and subject.head[0].low == "there":
        noun = next((e for e in clause.middle if isinstance(e, Noun)), None)
        return Subject(noun is not None and (noun.plural or bool(noun.others)))
    if not subject.pronoun:
        entry = phrases.noun_entry(subject)
        return Subject(subject.plural and not (entry is not None and entry.plural == "" and not subject.others))
    target = subject.head[0].target
    person = 1 if target == "ik" else 2 if target in _SECOND_PERSON_SINGULAR else 3
    return Subject(subject.plural, person)
