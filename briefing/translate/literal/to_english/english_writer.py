"""English clauses from Dutch ones: subject, verbs, objects and the rest put in English order."""

from itertools import zip_longest

from briefing.language.en import morphology
from briefing.translate.literal.doubt import bracketed, is_doubtful
from briefing.translate.literal.expressions import Expressions
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_english import noun_phrases as phrases
from briefing.translate.literal.to_english.correlatives import (
    as_adjective,
    is_single,
    join_no_longer,
    join_pronominal,
    negates_infinitive,
    show_self,
    show_what_says,
    takes_it,
    takes_there,
)
from briefing.translate.literal.to_english.elements import DAYS, MONTHS, Elements, State
from briefing.translate.literal.to_english.nouns import is_time
from briefing.translate.literal.to_english.senses import WITH_OBJECT, WITHOUT_OBJECT, apply_expressions, lemmas, sense
from briefing.translate.literal.to_english.subjects import has_object, plural_verb
from briefing.translate.literal.to_english.verb_phrases import (
    PARTICIPLE,
    PAST,
    Agreement,
    Builder,
    Link,
    Manner,
    VerbPhrase,
    ordered,
)
from briefing.translate.literal.tree import Clause, Element, Kept, Modifier, Noun, Preposition, Punctuation, Word

_RELATIVES_BY_GENDER = listed("nl", "relatives_by_gender")
_EITHER_NUMBER = listed("nl", "either_number")
_NAMING_A_SOURCE = listed("nl", "naming_a_source")
_MIDDLE_PHRASES = listed("en", "middle_phrases")
_ASKING_FOR_SUBJECT = listed("nl", "asking_for_subject")
_RELATIVES = listed("nl", "relatives")
_ADDRESSED = listed("nl", "addressed")
_PLURAL_SUBJECTS = listed("nl", "plural_subjects")

PAST_TIME = listed("nl", "past_time")
CONDITIONAL = listed("nl", "conditional")
MIDDLE = listed("en", "middle")
FRONTED = listed("nl", "fronted")
AUXILIARIES = listed("en", "auxiliaries")
ATTRIBUTED = listed("nl", "attributed")
NO_COMMA = listed("nl", "no_comma")
FINITE = frozenset(("past", "past.pl", "stem", "1", "2", "3", "pl"))
_GERUNDS = paired("nl", "gerund_equivalents")


class Generator(Elements):
    """Puts the clauses of one sentence into English."""

    def __init__(self, expressions: Expressions, state: State) -> None:
        super().__init__(expressions, state)
        self.conditional = False
        self.attributed = False

    def sentence(self, parts: list[Clause | Punctuation]) -> list[str]:
        """The words of the sentence, punctuation among them."""
        clauses = [part for part in parts if isinstance(part, Clause)]
        openers = {w.low for c in clauses for e in (*c.front, *c.middle) if isinstance(e, Clause) for w in e.opener}
        words = {lemma for clause in clauses for lemma in lemmas(clause)}
        self.conditional = bool((openers | words) & CONDITIONAL)
        self.attributed = bool(words & ATTRIBUTED)
        question = any(isinstance(part, Punctuation) and "?" in part.text for part in parts)
        out: list[str] = []
        for part in parts:
            if isinstance(part, Punctuation):
                out.append("\x00" + part.text if part.text[:1] in ".,;:!?…)”" else part.text)
            else:
                part.question = question
                out += self._glossed(part.words) if is_doubtful(part, part.words) else self.clause(part)
        return out

    @staticmethod
    def _glossed(words: list[Word]) -> list[str]:
        """A clause that was not understood, word for word."""
        return bracketed([phrases.gloss(word) for word in words])

    def clause(self, clause: Clause) -> list[str]:
        """One clause with all that is inside it."""
        outer, self.near = (
            self.near,
            frozenset((*lemmas(clause), WITH_OBJECT if has_object(clause) else WITHOUT_OBJECT)),
        )
        join_pronominal(clause)
        show_what_says(clause)
        apply_expressions(clause, self.expressions)
        join_no_longer(clause)
        for verb in clause.verbs:
            if (
                verb.sort == "V"
                and not verb.target
                and verb.entry is not None
                and any(s.near for s in verb.entry.senses)
            ):
                verb.target = sense(verb.entry, self.near)
        out = self._by_kind(clause)
        for other in clause.extra:
            out += self.clause(other)
        self.near = outer
        return out

    def _by_kind(self, clause: Clause) -> list[str]:
        if clause.kind == "part":
            return self._participle(clause)
        if not any(verb.sort == "V" for verb in clause.verbs):
            return self._verbless(clause)
        if clause.kind == "inf":
            return self._infinitive(clause, "to")
        if clause.kind in {"shared", "ing"}:
            return self._shared(clause) if clause.kind == "shared" else self._gerund(clause)
        return self._participle(clause) if _only_participles(clause) else self._finite(clause)

    def _verbless(self, clause: Clause) -> list[str]:
        negation = ["not"] if clause.negation is not None else []
        elements = [*clause.front, *clause.middle]
        for element in elements:
            if isinstance(element, Modifier) and element.words[0].form in {"", "part"}:
                element.predicate = True
        return [*self._openers(clause), *negation, *self.elements(elements)]

    def _infinitive(self, clause: Clause, form: str) -> list[str]:
        chain = ordered(clause.verbs, finite=False)
        phrase = Builder(chain, Agreement(), Manner(negated=clause.negation is not None)).build(form)
        return self._verbs_and_rest(phrase, list(clause.middle), clause.extraposed)

    def _shared(self, clause: Clause) -> list[str]:
        """A further participle or infinitive below an auxiliary that was said already."""
        form = "part" if clause.verbs[-1].form in PARTICIPLE else "bare"
        return [*self._openers(clause), *self._infinitive(clause, form)]

    def _gerund(self, clause: Clause) -> list[str]:
        opener = _GERUNDS.get(clause.opener[0].low)
        return [opener, *self._infinitive(clause, "ing")] if opener else self._infinitive(clause, "to")

    def _participle(self, clause: Clause) -> list[str]:
        verb = clause.verbs[0]
        target = verb.target or (
            sense(verb.entry, self.near) if verb.entry is not None and verb.entry.senses else verb.text
        )
        head, _, tail = target.partition(" ")
        paradigm = morphology.verb(head)
        word = paradigm.ing if verb.form == "pres" else paradigm.participle
        before = [*self._openers(clause), *self.elements(clause.front)] if clause.kind == "main" else []
        return [*before, word, *([tail] if tail else []), *self.elements(clause.middle)]

    def _openers(self, clause: Clause) -> list[str]:
        out = [self._opener(word, clause) for word in clause.opener]
        return ["\x00,", *out] if clause.comma and clause.kind != "main" and out else out

    def _opener(self, word: Word, clause: Clause) -> str:
        low = word.low
        if clause.kind == "rel" and low in _RELATIVES:
            return self._relative(low, clause)
        if low == "of":
            return "or" if clause.kind == "main" or word.sort == "C" else "whether"
        if low == "als" and clause.kind == "sub":
            past = any(verb.form in PAST and verb.lemma != "zullen" for verb in clause.verbs)
            return "when" if past else "if"
        return phrases.of_word(word, self.near)

    @staticmethod
    def _relative(low: str, clause: Clause) -> str:
        if low in _RELATIVES_BY_GENDER:
            human = phrases.is_human(clause.antecedent)
            return "who" if human else "which" if clause.comma else "that"
        if low == "wie":
            return "whom" if clause.subject is not None else "who"
        return "where" if low == "waar" else "which"

    def _finite(self, clause: Clause) -> list[str]:
        subject, plural = clause.subject, plural_verb(clause)
        agreement = self._agreement(clause, subject, plural)
        self._remember(subject)
        chain = ordered(clause.verbs, finite=True)
        if chain[-1][0].lemma == "staan" and takes_it(clause):
            chain[-1][0].target = "say"
        front, middle = list(clause.front), list(clause.middle)
        there = takes_there(front, middle, subject, chain)
        if clause.kind == "main" and clause.question and not clause.imperative and not _asks_for_subject(clause):
            return self._asked(clause, chain, agreement, (front, middle))
        if clause.imperative:
            phrase = Builder(chain, agreement, Manner(negated=clause.negation is not None)).build("bare")
            return (["do"] if clause.negation is not None else []) + self._verbs_and_rest(
                phrase, middle, clause.extraposed
            )
        show_self(middle, _subject_pronoun(subject, agreement))
        phrase = Builder(chain, agreement, self._manner(clause, subject, agreement)).build("fin")
        out = self._openers(clause) + self._fronted(front, middle, subject is not None or there)
        if there and subject is not None:
            out.append("there")
            middle.insert(0, subject)
        elif subject is not None:
            out += self.subject(subject, plural)
        elif clause.kind in {"main", "sub"} and not (clause.kind == "main" and clause.opener) and takes_it(clause):
            out.append("it")
        return out + self._verbs_and_rest(phrase, middle, clause.extraposed)

    def _manner(self, clause: Clause, subject: Element | None, agreement: Agreement) -> Manner:
        inner = negates_infinitive(clause)
        hearsay = clause.kind == "main" or (clause.kind == "rel" and self.attributed)
        return Manner(
            simple_past=self._says_when(),
            reportative=hearsay and not self.conditional and agreement.person == 3,
            negated=clause.negation is not None and not inner,
            negates_infinitive=inner,
            never=any(is_single(e, "nooit") for e in clause.middle),
            pronoun=_subject_pronoun(subject, agreement),
        )

    def _agreement(self, clause: Clause, subject: Element | None, plural: bool | None) -> Agreement:
        past = any(v.sort == "V" and v.form in PAST for v in clause.verbs)
        if not isinstance(subject, Noun):
            if clause.kind == "rel" and clause.antecedent is not None:
                same = plural is None or plural == clause.antecedent.plural
                return Agreement(phrases.english_plural(clause.antecedent) if same else bool(plural), past=past)
            return Agreement(bool(plural) and clause.kind == "main" and bool(clause.opener), past=past)
        low = subject.head[0].low if subject.head else ""
        if not subject.pronoun:
            return Agreement(phrases.english_plural(subject), past=past)
        person = 1 if low == "ik" else 2 if low in _ADDRESSED else 3
        both = low in _EITHER_NUMBER
        many = bool(plural) if both else subject.plural or low in _PLURAL_SUBJECTS
        return Agreement(many, person, past)

    def _says_when(self) -> bool:
        """Whether the clause names a time in the past, so that English takes the simple past."""
        if self.near & (PAST_TIME | MONTHS | DAYS):
            return True
        return any(len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"} for word in self.near)

    def _remember(self, subject: Element | None) -> None:
        if not isinstance(subject, Noun) or not subject.head:
            return
        if not subject.pronoun:
            if not subject.plural:
                self.state.owner = "his" if phrases.is_human(subject) else "its"
        elif subject.head[0].low == "hij":
            self.state.owner = "his"

    def _fronted(self, front: list[Element], middle: list[Element], has_subject: bool) -> list[str]:
        """What stands before the subject, with a comma; "volgens ..." and the like move there from the middle.

        An object that stands first goes back behind the verb.
        """
        out: list[str] = []
        if has_subject and not any(isinstance(e, Clause) for e in front):
            for element in [e for e, after in zip_longest(middle, middle[1:]) if _goes_first(e, after)]:
                middle.remove(element)
                out += [*self.element(element), "\x00,"]
        objects: list[Element] = []
        for element in front:
            if (isinstance(element, Noun) and not is_time(element) and has_subject) or is_single(element, "ook"):
                objects.append(element)
            elif not isinstance(element, Punctuation):
                if isinstance(element, Preposition) and element.word.low == "door" and not element.target:
                    element.target = "because of"
                out += self.element(element)
                if has_subject and not (isinstance(element, Modifier) and element.words[0].low in NO_COMMA):
                    out.append("\x00,")
        middle[:0] = objects
        return out

    def _asked(
        self, clause: Clause, chain: list[Link], agreement: Agreement, around: tuple[list[Element], list[Element]]
    ) -> list[str]:
        """A question: the auxiliary before the subject."""
        phrase = Builder(chain, agreement, Manner(negated=True)).build("fin")
        first = [word for word in phrase.first if word != "not"]
        front, middle = around
        out = self._openers(clause) + self.elements(front) + first
        if clause.subject is not None:
            out += self.subject(clause.subject, plural_verb(clause))
        if clause.negation is not None:
            out.append("not")
        phrase.first = []
        return out + self._verbs_and_rest(phrase, middle, clause.extraposed)

    def _verbs_and_rest(self, phrase: VerbPhrase, middle: list[Element], extraposed: list[Element]) -> list[str]:
        """The verbs with their adverbs, the objects, what stood before the objects in Dutch, and what stood behind the verbs."""
        end = next((at for at, element in enumerate(middle) if any(element is e for e in extraposed)), len(middle))
        middle, last = middle[:end], middle[end:]
        adverbs: list[str] = ["reportedly"] if phrase.reported else []
        objects: list[Element] = []
        rest: list[Element] = []
        place = objects
        takes = phrase.copula or (phrase.factitive and any(isinstance(e, Noun | Clause) for e in middle))
        for at, element in enumerate(middle):
            before = middle[at - 1] if at else None
            if phrase.copula and at + 1 == len(middle) and isinstance(element, Modifier):
                as_adjective(element.words[-1])
            if isinstance(element, Modifier) and takes and _is_predicate(element.words[-1]):
                element.predicate = True
                place = objects
            elif _joins(element) or _joins(before):
                pass
            elif isinstance(element, Modifier) and not objects and _goes_middle(element):
                adverbs += self.element(element)
                continue
            else:
                place = objects if objects or _is_weighty(element) else rest
            place.append(element)
        at = next((n for n, e in enumerate(objects) if isinstance(e, Clause | Punctuation)), len(objects))
        if 0 < at < len(objects) and isinstance(objects[at], Clause) and isinstance(objects[at - 1], Preposition):
            at -= 1
        out = _with_adverbs(phrase, adverbs)
        for element in [*objects[:at], *rest, *objects[at:], *last]:
            out += self.object(element)
        return out


def _with_adverbs(phrase: VerbPhrase, adverbs: list[str]) -> list[str]:
    """Adverbs after the first auxiliary or "be", before a full verb."""
    last = phrase.first[-1] if phrase.first else ""
    if (last in AUXILIARIES and (phrase.rest or phrase.copula)) or last == "not":
        return [*phrase.first, *adverbs, *phrase.rest]
    return [*adverbs, *phrase.first, *phrase.rest]


def _only_participles(clause: Clause) -> bool:
    verbs = [verb for verb in clause.verbs if verb.sort == "V"]
    return (
        clause.kind == "main"
        and len(verbs) == 1
        and verbs[0].form in PARTICIPLE
        and not any(r.form in FINITE for r in verbs[0].options)
    )


def _is_weighty(element: Element) -> bool:
    """Whether an element stands next to the verb in English: an object, a clause, what is kept."""
    if isinstance(element, Noun):
        return not is_time(element)
    return isinstance(element, Kept | Punctuation | Clause)


def _joins(element: Element | None) -> bool:
    """Whether an element is a conjunction between two others."""
    return isinstance(element, Modifier) and element.words[0].sort == "C"


def _goes_first(element: Element, after: Element | None) -> bool:
    """Whether an element moves before the subject: a source, an adverb of the whole sentence that no "dan" completes."""
    if isinstance(element, Preposition):
        return element.word.low in _NAMING_A_SOURCE
    if isinstance(after, Preposition) and after.word.low == "dan":
        return False
    return isinstance(element, Modifier) and len(element.words) == 1 and element.words[0].low in FRONTED


def _goes_middle(element: Modifier) -> bool:
    if len(element.words) > 1:
        return False
    word = element.words[0]
    entry = word.entry
    text = word.target or (entry.english if entry is not None and entry.senses else "")
    if not word.target and entry is not None and entry.pos == "a":
        text = morphology.adverb(text)
    return text in MIDDLE or text in _MIDDLE_PHRASES


def _is_predicate(word: Word) -> bool:
    return word.sort == "A" or (word.entry is not None and word.entry.pos == "a" and word.form in {"", "comp", "sup"})


def _subject_pronoun(subject: Element | None, agreement: Agreement) -> str:
    if not isinstance(subject, Noun):
        return "it"
    if subject.pronoun and subject.head:
        return phrases.pronoun(subject.head[0], subject=True, plural=agreement.plural)
    return "they" if agreement.plural else "he" if phrases.is_human(subject) else "it"


def _asks_for_subject(clause: Clause) -> bool:
    """Whether a question asks for its subject ("Wie zegt dat?"), so that the order stays."""
    subject = clause.subject
    return (
        isinstance(subject, Noun)
        and bool(subject.head)
        and subject.head[0].low in _ASKING_FOR_SUBJECT
        and not clause.front
    )
