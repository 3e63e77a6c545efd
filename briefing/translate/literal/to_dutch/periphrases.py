"""English verbs with an infinitive that Dutch says with a modal: "have to", "is expected to", "wants him to go"."""

from typing import NamedTuple

from briefing.translate.literal.lists import listed, paired, tabled
from briefing.translate.literal.tree import Clause, Modifier, Noun, Word

_CONDITIONAL_MODALS = listed("en", "conditional_modals")
_MODALS_UNDER_WOULD = listed("nl", "modals_under_would")
_WISHING = listed("en", "wishing")


class Periphrase(NamedTuple):
    """The Dutch modal, and an adverb that goes with it."""

    modal: str
    adverb: str = ""


def _periphrases(name: str) -> dict[str, Periphrase]:
    return {word: Periphrase(*columns) for word, columns in tabled("en", name).items()}


_VERBS = _periphrases("modal_verbs")
_ADJECTIVES = _periphrases("modal_adjectives")
_DOUBTING = paired("en", "doubting")
_LIKING = _periphrases("modal_likings")
_PASSIVES = _periphrases("modal_passives")
_HEARSAY = listed("en", "hearsay")
_PAST = listed("en", "past_auxiliaries")


def doubt_negated(clause: Clause) -> None:
    """Say "may not be" as "is misschien niet"; "may not be used" can be a ban and stays as it is."""
    verbs = clause.verbs
    passive = len(verbs) > 2 and verbs[-2].base == "be"
    if len(verbs) < 2 or verbs[0].base not in _DOUBTING or clause.negation is None or passive:
        return
    clause.verbs = verbs[1:]
    clause.middle.insert(0, Modifier([Word(_DOUBTING[verbs[0].base], "W", target=_DOUBTING[verbs[0].base])]))


def merge_modal(clause: Clause) -> None:
    """Make a verb with its infinitive one cluster under a modal: "want to say", "is expected to meet"."""
    if not clause.verbs or not clause.middle:
        return
    place, found = _periphrase(clause)
    inner = clause.middle[place] if place < len(clause.middle) else None
    if found is None or not isinstance(inner, Clause) or inner.kind != "inf" or not inner.verbs:
        return
    modal = _modal(clause, found)
    adverb = [Modifier([Word(found.adverb, "W", target=found.adverb)])] if found.adverb else []
    kept = [e for e in clause.middle[:place] if e is not clause.middle[place - 1]] if _by_adjective(clause) else []
    kept = kept or ([] if _by_adjective(clause) else list(clause.middle[:place]))
    clause.verbs = [modal, *inner.verbs]
    clause.negation = clause.negation or inner.negation
    clause.middle = [*kept, *adverb, *inner.front, *inner.middle, *clause.middle[place + 1 :]]


def _periphrase(clause: Clause) -> tuple[int, Periphrase | None]:
    """The place of the infinitive among the elements, and what is said by the verb before it."""
    last = clause.verbs[-1]
    adverbs = 0
    while adverbs < len(clause.middle) and isinstance(clause.middle[adverbs], Modifier):
        adverbs += 1
    if last.base == "be" and last.low != "going":
        return adverbs, _by_adjective(clause)
    if len(clause.verbs) > 1 and clause.verbs[-2].base == "be" and last.form != "ing":
        if last.base in _HEARSAY:
            return adverbs, Periphrase("would")
        return adverbs, _PASSIVES.get(last.base)
    if adverbs and last.base == "have":
        return adverbs, None
    if last.base in _LIKING:
        return adverbs, _LIKING[last.base] if clause.verbs[0].base == "would" else None
    return adverbs, _VERBS.get("going" if last.low == "going" else last.base)


def _by_adjective(clause: Clause) -> Periphrase | None:
    """What the adjective right before the infinitive says: "is likely to"."""
    if clause.verbs[-1].base != "be":
        return None
    phrases = [" ".join(word.low for word in e.words) for e in clause.middle if isinstance(e, Modifier)]
    words = [*phrases, *(phrase.rpartition(" ")[2] for phrase in phrases)]
    return next((_ADJECTIVES[word] for word in words if word in _ADJECTIVES), None)


def _modal(clause: Clause, found: Periphrase) -> Word:
    first, *further = clause.verbs
    if found.modal == "would":
        return Word("would", "V", base="would")
    if first.base in _CONDITIONAL_MODALS and found.modal in _MODALS_UNDER_WOULD:
        base = "should" if found.modal == "moeten" else "might"
        return Word(base, "V", base=base)
    past = first.low in _PAST or (not further and first.form == "past")
    return Word("had" if past else "has", "V", base=found.modal)


def is_content_of_telling(clause: Clause) -> bool:
    """Whether somebody is told to do something: "were told to leave"."""
    told = len(clause.verbs) > 1 and clause.verbs[-1].base == "tell" and clause.verbs[-2].base == "be"
    return told and any(isinstance(e, Clause) and e.kind == "inf" for e in clause.middle)


def tell_in_passive(clause: Clause) -> None:
    """Say "were told to leave" as "kregen te horen dat ze moesten vertrekken"."""
    place = next(n for n, e in enumerate(clause.middle) if isinstance(e, Clause) and e.kind == "inf")
    inner = clause.middle[place]
    if not isinstance(inner, Clause):
        return
    subject = clause.subject if isinstance(clause.subject, Noun) else clause.antecedent
    plural = subject is None or subject.plural
    pronoun = Word("they" if plural else "he", "R", target="ze" if plural else "hij")
    past = clause.verbs[0].low in _PAST
    content = Clause("sub", [Word("that", "S", target="dat")], negation=inner.negation)
    content.subject = Noun(head=[pronoun], pronoun=True, plural=plural)
    content.verbs = [Word("had" if past else "has", "V", base="moeten"), *inner.verbs]
    content.middle = [*inner.front, *inner.middle]
    clause.verbs = [Word("had" if past else "has", "V", base="hear")]
    clause.middle[place] = content


def wish_of_another(clause: Clause) -> None:
    """Say "wants him to go" as "wil dat hij gaat"."""
    if not clause.verbs or clause.verbs[-1].base not in _WISHING or len(clause.middle) < 2:
        return
    noun, inner = clause.middle[:2]
    if not isinstance(noun, Noun) or not isinstance(inner, Clause) or inner.kind != "inf":
        return
    content = Clause("sub", [Word("that", "S", target="dat")], negation=inner.negation, verbs=inner.verbs)
    content.subject, content.middle = noun, [*inner.front, *inner.middle]
    clause.middle[:2] = [content]
