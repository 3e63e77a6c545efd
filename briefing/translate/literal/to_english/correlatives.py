"""Dutch words that say one thing together across a clause: "geen ... meer", "er ... over"."""

from collections.abc import Sequence

from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_english.noun_phrases import PERSONAL
from briefing.translate.literal.to_english.verb_phrases import Link
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Word

_EXISTENTIAL = listed("nl", "existential")

ANTICIPATING = listed("nl", "anticipating")
DEFINITE = listed("nl", "definite")
_STRANDED = paired("nl", "stranded")
_ADVISING = listed("nl", "advising")
_NEAR = 2
"""Words from "niet" to the "te" that it belongs to, at the most."""
_INTENSIVE = listed("nl", "intensive")
_SELVES = paired("en", "selves")
_PRONOUNS = paired("nl", "pronominal_adverbs")


def is_single(element: Element, *words: str) -> bool:
    """Whether an element is one of the words alone."""
    return isinstance(element, Modifier) and len(element.words) == 1 and element.words[0].low in words


def join_no_longer(clause: Clause) -> None:
    """ "geen ... meer" is "no longer", "nog geen" is "no ... yet"."""
    nouns = [e for e in (*clause.middle, clause.subject) if isinstance(e, Noun)]
    none = next((e for e in nouns if e.determiner is not None and e.determiner.low == "geen"), None)
    more = next((e for e in clause.middle if is_single(e, "meer")), None)
    if isinstance(more, Modifier) and (
        (none is not None and none is not clause.subject) or clause.negation is not None
    ):
        more.words[0].target = "no longer"
        clause.negation = None
        at = clause.middle.index(none if none in clause.middle and none is not None else more)
        clause.middle.remove(more)
        clause.middle.insert(at, more)
        if none is not None:
            none.determiner = None
    still = next((e for e in clause.middle if is_single(e, "nog")), None)
    if isinstance(still, Modifier) and (none is not None or clause.negation is not None):
        still.words[0].target = "yet"
        clause.middle.remove(still)
        at = next((n for n, e in enumerate(clause.middle) if isinstance(e, Clause)), len(clause.middle))
        clause.middle.insert(at, still)


def show_what_says(clause: Clause) -> None:
    """ "Uit onderzoek blijkt dat ...": what it is clear from shows it in English."""
    verbs = [verb for verb in clause.verbs if verb.sort == "V"]
    content = any(isinstance(e, Clause) and e.kind == "sub" for e in clause.middle)
    if clause.subject is not None or len(verbs) != 1 or verbs[0].lemma != "blijken" or not content:
        return
    for elements in (clause.front, clause.middle):
        for element in elements:
            if isinstance(element, Preposition) and element.word.low == "uit" and isinstance(element.object, Noun):
                elements.remove(element)
                clause.subject = element.object
                verbs[0].target = "show"
                return


def join_pronominal(clause: Clause) -> None:
    """Give the preposition of "er ... over" and "erover" its object "it"; before a clause it only announces that."""
    announced = any(isinstance(e, Clause) and e.kind in {"sub", "inf"} for e in clause.middle)
    if announced:
        clause.middle = [_announcing(e) for e in clause.middle]
    if any(isinstance(e, Preposition) and e.word.low == "naar" for e in clause.middle):
        clause.middle = [e for e in clause.middle if not is_single(e, "toe")]
    there = next((e for e in clause.middle if is_single(e, *_PRONOUNS)), None)
    if not isinstance(there, Modifier):
        return
    for place in range(clause.middle.index(there) + 1, len(clause.middle)):
        element = clause.middle[place]
        word = element.words[0] if isinstance(element, Modifier) and len(element.words) == 1 else None
        preposition = _preposition_of(word, announced) if word is not None else None
        if preposition is not None:
            pronoun = Noun(head=[Word(_PRONOUNS[there.words[0].low], "K")])
            clause.middle[place] = Preposition(preposition, None if announced else pronoun)
            clause.middle.remove(there)
            return


def _preposition_of(word: Word, announced: bool) -> Word | None:
    """The preposition that a word after "er" stands for: "mee" for "met"."""
    if announced and word.low in _STRANDED:
        return Word(_STRANDED[word.low], "P")
    reading = next((r for r in word.options if r.entry.pos == "prep"), None)
    if reading is None or word.low in _STRANDED:
        return None
    word.reading, word.sort = reading, "P"
    return word


def _announcing(element: Element) -> Element:
    """A preposition without object for "erover", "ermee" and the like."""
    if not isinstance(element, Modifier) or not is_single(element, *ANTICIPATING):
        return element
    low = element.words[0].low.removeprefix("er")
    return Preposition(Word(_STRANDED.get(low, low), "P"))


def takes_there(front: list[Element], middle: list[Element], subject: Element | None, chain: list[Link]) -> bool:
    """Take "er" out; whether it is "there" in English."""
    for elements in (front, middle):
        for element in elements:
            if is_single(element, "er"):
                verb = chain[-1][0]
                named = isinstance(subject, Noun) and not _is_definite(subject)
                if not named and verb.lemma == "zijn" and elements is middle:
                    return False
                elements.remove(element)
                if verb.lemma == "bestaan" and named:
                    verb.target = "be"
                return named and verb.lemma in _EXISTENTIAL
    return False


def _is_definite(subject: Noun) -> bool:
    if subject.pronoun:
        return bool(subject.head) and subject.head[0].low in PERSONAL
    return subject.determiner is not None and subject.determiner.low in DEFINITE


def as_adjective(word: Word) -> None:
    """Read an adverb that ends a clause with "zijn" as the adjective that it can be, too."""
    adjective = next((r for r in word.options if r.entry.pos == "a" and r.form == ""), None)
    if word.sort == "W" and not word.target and adjective is not None:
        word.reading, word.sort = adjective, "A"


def takes_it(clause: Clause) -> bool:
    """Whether English needs "it" for a subject: "blijkt dat", "wordt verwacht dat"."""
    content = any(isinstance(e, Clause) and e.kind in {"sub", "inf"} for e in clause.middle)
    return content and not any(isinstance(e, Clause) for e in clause.front)


def show_self(middle: Sequence[Element], subject: str) -> None:
    """Give the word for "himself" the form that goes with the English pronoun of the subject."""
    for element in middle:
        if isinstance(element, Modifier) and element.words[0].low in _INTENSIVE:
            element.words[0].target = _SELVES.get(subject, "")


def negates_infinitive(clause: Clause) -> bool:
    """Whether "niet" stands right before "te" and denies the infinitive: "adviseert niet te komen", not "hoeft niet te komen"."""
    marks = [(at, verb) for at, verb in enumerate(clause.verbs) if verb.sort == "T"]
    if clause.negation is None or not marks or not marks[0][0]:
        return False
    at, mark = marks[0]
    own = clause.verbs[at - 1]
    return 0 < mark.place - clause.negation.place <= _NEAR and own.lemma in _ADVISING
