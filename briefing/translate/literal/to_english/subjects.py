"""Settling a Dutch clause: the forms of its verbs, separable verbs joined, and which phrase is its subject."""

from itertools import pairwise

from briefing.language.dictionary import Dictionary, WordReading
from briefing.translate.literal.lists import listed
from briefing.translate.literal.to_english.noun_phrases import is_human
from briefing.translate.literal.to_english.nouns import FINITE, is_time
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Word

_SUBJECT_RELATIVES = listed("nl", "subject_relatives")
_SUBJECT_OR_OBJECT = listed("nl", "subject_or_object")
_PROPOSITIONAL = listed("nl", "propositional")
_LIGHT_SUBJECTS = listed("nl", "light_subjects")
_COLLECTIVE = listed("nl", "collective")
_DEMONSTRATIVES = listed("nl", "pointing")
_COPULAS = listed("nl", "copular")
_BECOMING = listed("nl", "becoming")
_MODAL_VERBS = listed("nl", "modal_verbs")
_ASKING_FOR_PERSON = listed("nl", "asking_for_person")
_SURE_SUBJECTS = listed("nl", "sure_subjects")
_WEAK_SUBJECTS = listed("nl", "weak_subjects")

SUBJECT = listed("nl", "subject")
ONLY_SUBJECT = listed("nl", "only_subject")
SAYING = listed("nl", "saying")
OBJECT = listed("nl", "object")
_SUBJECTLESS = frozenset(("inf", "ing", "part", "shared"))
_PLURAL = frozenset(("pl", "inf", "past.pl"))
_SINGULAR = frozenset(("stem", "1", "3", "past"))
AUXILIARY = listed("nl", "auxiliary")


def settle(clause: Clause, dictionary: Dictionary, *, shares: bool = False) -> None:
    """Choose the verbs' forms, join particles, find the subject and take it out of the elements.

    A clause that `shares` the subject of the one before ("en beloofde aanpassingen") has only a pronoun for its own.
    """
    if not any(word.sort == "V" for word in clause.verbs):
        return
    _take_participle(clause)
    _give_adjective(clause)
    _choose_forms(clause)
    _join_particles(clause, dictionary)
    if shares:
        _drop_anticipating(clause)
    first = clause.middle[0] if clause.middle else None
    own = isinstance(first, Noun) and first.pronoun and first.head[0].low in ONLY_SUBJECT | _LIGHT_SUBJECTS
    first_verb = next(word for word in clause.verbs if word.sort == "V")
    if clause.kind == "main" and first_verb.place == 0 and first_verb.form == "stem" and not own:
        clause.imperative = True
        return
    if not shares or clause.front or own or (isinstance(first, Modifier) and first.words[0].low == "er"):
        _choose_subject(clause)
    _choose_by_object(clause)


def _choose_by_object(clause: Clause) -> None:
    """Of two verbs that look the same take the one without an object where there is none: "dat het vaak voorkomt"."""
    for verb in clause.verbs:
        own = verb.reading
        if verb.sort != "V" or own is None:
            continue
        same = [
            r for r in verb.options if r.entry.pos == "v" and r.form == own.form and r.entry.lemma == own.entry.lemma
        ]
        if len({id(r.entry) for r in same}) < 2:
            continue
        fitting = [r for r in same if _moves(r) != has_object(clause)]
        verb.reading = _best(fitting or same)


def has_object(clause: Clause) -> bool:
    """Whether a clause has an object beside its subject: a noun phrase or a clause; in a relative clause what it refers
    to, in a passive one its subject."""
    passive = any(v.lemma in _BECOMING for v in clause.verbs) and any(
        v.form in {"part", "part.e"} for v in clause.verbs
    )
    if passive or (clause.kind == "rel" and clause.subject is not None):
        return True
    elements = [*clause.front, *clause.middle]
    return any(isinstance(e, Clause) or (isinstance(e, Noun) and not is_time(e)) for e in elements)


def _moves(reading: WordReading) -> bool:
    """Whether a verb takes "zijn" in the perfect alone, so that it has no object."""
    return any(flag == "zijn" for flag in reading.entry.flags)


def _drop_anticipating(clause: Clause) -> None:
    """Take out "het" that only announces a clause, where the subject is that of the clause before: "maar betreurt het dat"."""
    first = clause.middle[0] if clause.middle else None
    announces = isinstance(first, Noun) and first.pronoun and bool(first.head) and first.head[0].low == "het"
    if announces and any(isinstance(e, Clause) and e.opener and e.opener[0].low == "dat" for e in clause.middle[1:2]):
        del clause.middle[0]


def _take_participle(clause: Clause) -> None:
    """With "worden" alone an adjective that is also a participle is one: "werd verdacht"."""
    verbs = [word for word in clause.verbs if word.sort == "V"]
    if len(verbs) != 1 or not any(r.entry.lemma == "worden" for r in verbs[0].options):
        return
    for elements in (clause.middle, clause.front):
        for element in elements:
            if (
                isinstance(element, Modifier)
                and len(element.words) == 1
                and any(r.form == "part" for r in element.words[0].options)
            ):
                elements.remove(element)
                element.words[0].sort = "V"
                clause.verbs.append(element.words[0])
                return


def _give_adjective(clause: Clause) -> None:
    """With "zijn" alone a participle that is an adjective of its own is one: "is verbaasd"; not with "door"."""
    verbs = [word for word in clause.verbs if word.sort == "V"]
    if any(isinstance(e, Preposition) and e.word.low == "door" for e in clause.middle):
        return
    pairs = [(verbs[0], verbs[1]), (verbs[1], verbs[0])] if len(verbs) == 2 else list(pairwise(verbs))
    for word, other in pairs:
        adjective = next((r for r in word.options if r.entry.pos == "a" and r.entry.senses), None)
        if (
            adjective is not None
            and any(r.form == "part" for r in word.options)
            and any(r.entry.lemma == "zijn" for r in other.options)
        ):
            clause.verbs.remove(word)
            word.sort, word.reading = "A", adjective
            behind = (at for at, e in enumerate(clause.middle) if any(e is other for other in clause.extraposed))
            clause.middle.insert(next(behind, len(clause.middle)), Modifier([word], predicate=True))
            return


def _choose_forms(clause: Clause) -> None:
    verbs = [word for word in clause.verbs if word.sort == "V"]
    if not verbs:
        return
    finite_at = _finite_place(clause, verbs)
    modal = len(verbs) == 2 and finite_at >= 0 and any(r.entry.lemma in _MODAL_VERBS for r in verbs[finite_at].options)
    for place, word in enumerate(verbs):
        readings = [r for r in word.options if r.entry.pos == "v"]
        if not readings:
            continue
        if place == finite_at:
            wanted = [r for r in readings if r.form in FINITE]
        else:
            wanted = [r for r in readings if r.form in {"inf", "part", "part.e", "pres"}]
            if modal:
                wanted = [r for r in readings if r.form == "inf"] or wanted
        word.reading = _best(wanted or readings)


def _finite_place(clause: Clause, verbs: list[Word]) -> int:
    if clause.kind in _SUBJECTLESS:
        return -1
    if clause.kind == "main":
        can = [place for place, word in enumerate(verbs) if any(r.form in FINITE for r in word.options)]
        return can[0] if can else -1
    only = [p for p, word in enumerate(verbs) if any(r.form in FINITE - {"inf"} for r in word.options)]
    sure = [p for p in only if not any(r.form in {"part", "inf"} for r in verbs[p].options)]
    if sure:
        return sure[0]
    after_te = {id(word) for before, word in zip(clause.verbs, clause.verbs[1:], strict=False) if before.sort == "T"}
    able = [
        p for p, word in enumerate(verbs) if any(r.form in FINITE for r in word.options) and id(word) not in after_te
    ]
    helping = [p for p in able if {r.entry.lemma for r in verbs[p].options} & AUXILIARY]
    if len(verbs) > 1 and helping:
        return helping[0]
    return able[0] if able else -1


def _best(readings: list[WordReading]) -> WordReading:
    order = {"3": 0, "past": 0, "part": 0, "stem": 2}
    return min(readings, key=lambda r: (r.entry.rank, order.get(r.form, 1)))


def _join_particles(clause: Clause, dictionary: Dictionary) -> None:
    """Join "kondigde ... aan" and "aan te kondigen"."""
    for word in list(clause.verbs):
        if word.sort != "V" or word.reading is None:
            continue
        can = dictionary.particles.get(word.reading.entry.base if not word.reading.entry.particle else "")
        if not can:
            continue
        if (other := next((v for v in clause.verbs if v is not word and v.low in can), None)) is not None:
            clause.verbs.remove(other)
            word.reading, word.target = WordReading(can[other.low], word.reading.form), ""
            continue
        for elements in (clause.middle, clause.front):
            for place in range(len(elements) - 1, -1, -1):
                element = elements[place]
                if (
                    isinstance(element, Modifier)
                    and len(element.words) == 1
                    and element.words[0].low in can
                    and not element.words[0].after
                    and not _announces(elements, place)
                ):
                    word.reading = WordReading(can[element.words[0].low], word.reading.form)
                    word.target = ""
                    del elements[place]
                    break
            else:
                continue
            break


def _announces(elements: list[Element], place: int) -> bool:
    """Whether a particle goes with "er" before it and a clause after it: "houdt er rekening mee dat"."""
    there = any(isinstance(e, Modifier) and e.words[0].low == "er" for e in elements[:place])
    return there and any(isinstance(e, Clause) for e in elements[place + 1 :])


def plural_verb(clause: Clause) -> bool | None:
    """Whether the finite verb is plural; `None` where its form does not say."""
    for before, word in zip([None, *clause.verbs], clause.verbs, strict=False):
        if before is not None and before.sort == "T":
            continue
        forms = {r.form for r in word.options if r.entry.pos == "v" and r.form in FINITE}
        if word.sort == "V" and word.reading is not None and word.reading.form in FINITE:
            many, one = bool(forms & _PLURAL), bool(forms & _SINGULAR)
            return many if many != one else None
    return None


def _can_be_subject(element: Element, plural: bool | None) -> bool:
    if not isinstance(element, Noun):
        return False
    if is_time(element):
        return False
    low = element.head[0].low if element.head else ""
    if element.pronoun:
        if low in OBJECT:
            return False
        if low in _SUBJECT_OR_OBJECT:
            return True
    return plural is None or element.plural == plural or (plural and _collective(element)) or bool(element.others)


def _collective(element: Noun) -> bool:
    return (bool(element.head) and element.head[0].lemma in _COLLECTIVE) or (
        bool(element.head) and element.head[0].sort in "MAKE"
    )


def _choose_subject(clause: Clause) -> None:
    plural = plural_verb(clause)
    if clause.kind in _SUBJECTLESS:
        return
    if clause.kind == "main":
        places = _main_order(clause)
    elif (clause.kind == "rel" and _relative_is_subject(clause, plural)) or _asks_who(clause, plural):
        return
    else:
        places = [(clause.middle, place) for place in range(len(clause.middle))]
    for strict in (True, False):
        for elements, place in places:
            if _can_be_subject(elements[place], plural if strict else None):
                clause.inverted = elements is clause.middle
                clause.subject = elements.pop(place)
                return


def _main_order(clause: Clause) -> list[tuple[list[Element], int]]:
    """Where the subject may stand, likeliest first."""
    middle = [(clause.middle, place) for place in range(len(clause.middle))]
    front = [(clause.front, place) for place in range(len(clause.front))]
    first = clause.middle[0] if clause.middle else None
    if isinstance(first, Noun) and first.pronoun and first.head and first.head[0].low in ONLY_SUBJECT:
        return middle
    named = any(isinstance(e, Noun) and not is_time(e) for e in clause.front)
    if isinstance(first, Modifier) and len(first.words) == 1 and first.words[0].low == "er" and not named:
        return [*middle, *front]
    lead = clause.front[0] if clause.front else None
    if (
        isinstance(lead, Noun)
        and lead.pronoun
        and lead.head[0].low in _PROPOSITIONAL
        and clause.verbs[0].lemma in SAYING
    ):
        return [*middle, *front]
    if named:
        return [*middle, *front] if _asks_for_object(clause) or _points_at_object(clause) else [*front, *middle]
    return middle


def _points_at_object(clause: Clause) -> bool:
    """Whether a thing that was named before stands first and a person does something: "Dat verzoek heeft de rechter aanvaard"."""
    lead, first = clause.front[0], clause.middle[0] if clause.middle else None
    points = isinstance(lead, Noun) and lead.determiner is not None and lead.determiner.low in _DEMONSTRATIVES
    if not points or not isinstance(lead, Noun) or is_human(lead) or not isinstance(first, Noun) or first.pronoun:
        return False
    acts = clause.verbs[0].lemma not in _COPULAS and first.determiner is not None and is_human(first)
    return acts and sum(isinstance(e, Noun) and not is_time(e) for e in clause.middle) == 1


def _asks_for_object(clause: Clause) -> bool:
    """Whether a clause opens with "wat" and has another noun phrase, which is then its subject: "Wat heeft de stad geleerd?"."""
    lead = clause.front[0]
    asks = isinstance(lead, Noun) and lead.pronoun and bool(lead.head) and lead.head[0].low == "wat"
    return asks and any(isinstance(e, Noun) and not is_time(e) for e in clause.middle)


def _asks_who(clause: Clause, plural: bool | None) -> bool:
    """Whether the word that asks for a person is the subject: nobody else can be, as in "wie het geld heeft gestolen"."""
    word = clause.opener[0].low if clause.opener else ""
    if word not in _ASKING_FOR_PERSON or plural or any(verb.lemma == "zijn" for verb in clause.verbs[-1:]):
        return False
    nouns = [e for e in clause.middle if isinstance(e, Noun) and not is_time(e)]
    return not any(_is_surely_subject(noun) for noun in nouns)


def _is_surely_subject(noun: Noun) -> bool:
    if noun.pronoun:
        return bool(noun.head) and noun.head[0].low in _SURE_SUBJECTS
    return is_human(noun)


def _relative_is_subject(clause: Clause, plural: bool | None) -> bool:
    """Whether a relative is the subject of its clause: no pronoun claims to be, and the verb agrees with what it refers to."""
    word = clause.opener[0].low if clause.opener else ""
    if word not in _SUBJECT_RELATIVES:
        return False
    nouns = [e for e in clause.middle if isinstance(e, Noun) and not is_time(e)]
    if not nouns:
        return True
    first = nouns[0]
    if first.pronoun and first.head and first.head[0].low in ONLY_SUBJECT | _WEAK_SUBJECTS:
        return False
    antecedent = clause.antecedent
    certain = first.determiner is not None or (bool(first.head) and first.head[-1].sort == "E")
    if antecedent is not None and certain and is_human(first) and not is_human(antecedent):
        return False
    if plural is None or antecedent is None or antecedent.plural == plural:
        return True
    return first.plural != plural
