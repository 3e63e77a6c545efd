"""Dutch sentences from English clauses: verb second and verb last, the cluster at the end, "om ... te", "niet" and "geen"."""

from briefing.language.dictionary import Entry, forms_of
from briefing.translate.literal.dutch import writing_phrases as phrases
from briefing.translate.literal.dutch.verbs import (
    Features,
    Subject,
    cluster,
    features,
    finite,
    infinitive,
    verb_entry,
)
from briefing.translate.literal.dutch.writing_elements import DutchElements
from briefing.translate.literal.english.elements import DAYS
from briefing.translate.literal.english.vocabulary import Vocabulary
from briefing.translate.literal.expressions import Expressions
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Clause, Element, Kept, Mark, Modifier, Noun, Preposition, Word

_WHICH = {"met": "waarmee", "tot": "waartoe", "naar": "waarnaar"}
_TE = {"by": "door", "without": "zonder", "before": "alvorens", "after": "na", "instead of": "in plaats van"}
_MODAL_VERBS = {
    "want": "willen",
    "wish": "willen",
    "need": "moeten",
    "have": "moeten",
    "going": "gaan",
    "able": "kunnen",
    "likely": "gaan",
}
NO_OM = listed("dutch", "no_om")
EARLY = listed("dutch", "early")
NEGATED = frozenset(("een", "enige", ""))


class DutchWriter(DutchElements):
    """Puts the clauses of one sentence into Dutch."""

    def __init__(self, vocabulary: Vocabulary, expressions: Expressions) -> None:
        super().__init__(expressions)
        self.vocabulary = vocabulary
        self.past = False

    def sentence(self, parts: list[Clause | Mark]) -> list[str]:
        """The words of the sentence, punctuation among them."""
        out: list[str] = []
        for part in parts:
            if isinstance(part, Mark):
                out.append("\x00" + part.text if part.text[:1] in ".,;:!?…)”" else part.text)
            else:
                out += self.clause(part)
        return out

    def clause(self, clause: Clause) -> list[str]:
        """One clause with all that is inside it."""
        _merge_modal(clause)
        if not clause.verbs:
            return [
                *self._openers(clause),
                *(["niet"] if clause.negation else []),
                *self.elements([*clause.front, *clause.middle]),
            ]
        found = features(clause.verbs)
        main, clause_elements = self._main(found, clause.middle)
        clause.middle = clause_elements
        if clause.kind == "inf":
            return self._infinitive(clause, found, main)
        if clause.kind in {"ing", "part"}:
            return self._participle(clause, found, main)
        return self._finite(clause, found, main)

    def _main(self, found: Features, middle: list[Element]) -> tuple[Entry | None, list[Element]]:
        """The Dutch main verb: of several English words, with its own preposition, or plain."""
        word = found.main
        if word is None:
            return None, middle
        if word.base in {"be", "have", "do"}:
            return verb_entry({"be": "zijn", "have": "hebben", "do": "doen"}[word.base]), middle
        following = [e.words[0].low for e in middle[:1] if isinstance(e, Modifier) and len(e.words) == 1]
        following += [e.word.low for e in middle[:1] if isinstance(e, Preposition)]
        several = self.vocabulary.verb_with(word.base, following)
        if several is not None and several[1] == 1:
            first = middle[0]
            kept: list[Element] = [first.object] if isinstance(first, Preposition) and first.object is not None else []
            return several[0], [*kept, *middle[1:]]
        for element in middle:
            if isinstance(element, Preposition):
                both = self.vocabulary.verb_and_preposition(word.base, element.word.low)
                if both is not None:
                    element.target = both[1]
                    return both[0], middle
        return word.entry, middle

    def _finite(self, clause: Clause, found: Features, main: Entry | None) -> list[str]:
        agreement = _agreement(clause)
        if clause.kind == "main" and clause.subject is None and not clause.opener and clause.verbs[0].form == "inf":
            agreement = Subject(person=1)
        outer, self.past = self.past, found.past
        verbs = cluster(found, main, _unknown(found.main), agreement)
        middle = self._reflexive(list(clause.middle), main, clause.subject)
        negation = self._negation(clause, middle)
        before, after = self._arranged(middle, main, negation)
        opener = self._openers(clause)
        subject = self.subject(clause.subject) if clause.subject is not None else []
        if clause.kind == "main" and not _verb_last(clause):
            first = list(clause.front)
            lead = self.elements(first[:1])
            late = self.elements(first[1:])
            head = [*lead, verbs.finite, *subject] if lead else [*subject, verbs.finite]
            out = [*opener, *head, *late, *before, *([verbs.particle] if verbs.particle else []), *verbs.rest, *after]
        else:
            last = [verbs.particle + verbs.finite, *verbs.rest]
            out = [*opener, *subject, *self.elements(clause.front), *before, *last, *after]
        self.past = outer
        return out

    def _reflexive(self, middle: list[Element], main: Entry | None, subject: Element | None) -> list[Element]:
        if main is None or "zich" not in main.flags:
            return middle
        first = isinstance(subject, Noun) and subject.pronoun and subject.head[0].target in {"ik", "we"}
        word = Word(
            "zich",
            "R",
            target=("me" if subject.head[0].target == "ik" else "ons")
            if first and isinstance(subject, Noun)
            else "zich",
        )
        return [
            Noun(head=[word], pronoun=True),
            *[e for e in middle if not (isinstance(e, Noun) and e.head and e.head[0].target == "zichzelf")],
        ]

    @staticmethod
    def _negation(clause: Clause, middle: list[Element]) -> bool:
        """Whether "niet" is still to be said: an indefinite object takes "geen" instead."""
        if clause.negation is None:
            return False
        for element in middle:
            if isinstance(element, Noun) and not element.pronoun and element.head and element.head[-1].sort == "N":
                word = element.determiner
                if (word is None and not element.before) or (word is not None and word.target in NEGATED):
                    element.determiner = Word("no", "D", target="geen")
                    return False
                return True
        return True

    def _arranged(self, middle: list[Element], main: Entry | None, negation: bool) -> tuple[list[str], list[str]]:
        """What stands before the verbs at the end, and what stands after them."""
        pronouns: list[Element] = []
        early: list[Element] = []
        objects: list[Element] = []
        others: list[Element] = []
        after: list[Element] = []
        for element in middle:
            if after or isinstance(element, Clause) or (isinstance(element, Kept) and element.clause):
                after.append(element)
            elif isinstance(element, Noun) and element.pronoun:
                pronouns.append(element)
            elif self._is_early(element):
                early.append(element)
            elif isinstance(element, Noun) and not others:
                objects.append(element)
            else:
                others.append(element)
        definite = any(
            isinstance(e, Noun) and e.determiner is not None and e.determiner.target not in NEGATED for e in objects
        )
        words = [*self.objects(pronouns), *self.elements(early)]
        if negation and not definite:
            words.append("niet")
        words += self.elements(objects)
        if negation and definite:
            words.append("niet")
        return [*words, *self.elements(others, main)], self._after(after, main)

    @staticmethod
    def _is_early(element: Element) -> bool:
        if isinstance(element, Modifier):
            word = element.words[0]
            return (word.target or (word.entry.lemma if word.entry else "")) in EARLY
        if isinstance(element, Noun):
            return bool(element.head) and element.head[-1].lemma in DAYS
        return (
            isinstance(element, Preposition)
            and isinstance(element.object, Noun)
            and bool(element.object.head)
            and element.object.head[0].lemma in DAYS
        )

    def _after(self, elements: list[Element], main: Entry | None) -> list[str]:
        out: list[str] = []
        for element in elements:
            if isinstance(element, Clause):
                if element.kind == "inf":
                    plain = main is not None and main.lemma in NO_OM
                    out += [*([] if plain else ["om"]), *self.clause(element)]
                elif element.kind == "ing":
                    out += [*([] if out or not element.comma else ["\x00,"]), "en", *self._coordinate(element)]
                else:
                    out += self.clause(element)
            else:
                out += self.element(element)
        return out

    def _coordinate(self, clause: Clause) -> list[str]:
        """ ", closing the airport" goes on as a clause with the same subject."""
        found = features(clause.verbs)
        main, middle = self._main(found, clause.middle)
        before, after = self._arranged(middle, main, clause.negation is not None)
        verbs = cluster(Features(past=self.past, main=found.main), main, _unknown(found.main), Subject())
        return [verbs.finite, *before, *([verbs.particle] if verbs.particle else []), *after]

    def _infinitive(self, clause: Clause, found: Features, main: Entry | None) -> list[str]:
        middle = self._reflexive(list(clause.middle), main, None)
        before, after = self._arranged(middle, main, self._negation(clause, middle))
        return [*before, *infinitive(found, main, _unknown(found.main)), *after]

    def _participle(self, clause: Clause, found: Features, main: Entry | None) -> list[str]:
        """A participle after its noun becomes a relative clause: "documents leaked to the press"."""
        before, after = self._arranged(list(clause.middle), main, clause.negation is not None)
        noun = clause.antecedent
        if noun is None:
            word = (
                (forms_of(main).participle if clause.kind == "part" else main.lemma + "d")
                if main is not None
                else _unknown(found.main)
            )
            return [word, *before, *after]
        relative = "dat" if phrases.is_neuter(noun, self.dictionary) and not noun.plural else "die"
        agreement = Subject(noun.plural)
        if clause.kind == "ing":
            verbs = cluster(Features(past=self.past, main=found.main), main, _unknown(found.main), agreement)
            return [relative, *before, verbs.particle + verbs.finite, *after]
        participle = forms_of(main).participle if main is not None else _unknown(found.main)
        return [relative, *before, finite(verb_entry("zijn"), agreement, self.past), participle, *after]

    def _openers(self, clause: Clause) -> list[str]:
        out = []
        for word in clause.opener:
            text = word.target or (word.entry.lemma if word.entry is not None else word.text)
            if clause.kind == "rel" and word.low in {"who", "which", "that", "whom"} and clause.antecedent is not None:
                neuter = phrases.is_neuter(clause.antecedent, self.dictionary) and not clause.antecedent.plural
                text = "dat" if neuter else "die"
            elif word.low == "which":
                text = "wat"
            elif word.low == "who" and clause.kind == "sub":
                text = "wie"
            elif word.low in {"when", "as"} and features(clause.verbs).past:
                text = "toen"
            out.append(text)
        return ["\x00,", *out] if clause.comma and clause.kind != "main" and out else out

    def governed(self, word: Word, text: str, inner: Clause) -> list[str]:
        """A preposition before a clause: "by closing", "in which"."""
        if inner.kind == "ing":
            if word.low in _TE:
                return [_TE[word.low], *self.clause(_as_infinitive(inner))]
            found = features(inner.verbs)
            main, middle = self._main(found, inner.middle)
            before, after = self._arranged(middle, main, inner.negation is not None)
            return [
                word.before + text,
                "het",
                *before,
                main.lemma if main is not None else _unknown(found.main),
                *after,
            ]
        if inner.opener and inner.opener[0].low in {"which", "whom"}:
            inner.opener = []
            return [_WHICH.get(text, "waar" + text), *self.clause(inner)]
        return [word.before + text, *self.clause(inner)]


def _merge_modal(clause: Clause) -> None:
    """ "want to say", "have to say", "be able to say": a modal in Dutch, one cluster with the infinitive."""
    if not clause.verbs or not clause.middle:
        return
    place = 0
    base = clause.verbs[-1].base if clause.verbs[-1].low != "going" else "going"
    first = clause.middle[0]
    if (
        base == "be"
        and isinstance(first, Modifier)
        and first.words[0].low in {"able", "likely"}
        and len(clause.middle) > 1
    ):
        place, base = 1, first.words[0].low
    inner = clause.middle[place]
    if base not in _MODAL_VERBS or not isinstance(inner, Clause) or inner.kind != "inf" or not inner.verbs:
        return
    top = clause.verbs[0]
    past = top.low in {"had", "was", "were", "did"} or (len(clause.verbs) == 1 and top.form == "past")
    named = {
        "willen": "wanted" if past else "want",
        "moeten": "must",
        "gaan": "will",
        "kunnen": "could" if past else "can",
    }[_MODAL_VERBS[base]]
    modal = Word(named, "V", base=named)
    clause.verbs = [modal, *inner.verbs]
    clause.negation = clause.negation or inner.negation
    kept = clause.middle[:place] if base == "likely" else []
    clause.middle = [*kept, *inner.front, *inner.middle, *clause.middle[place + 1 :]]


def _as_infinitive(clause: Clause) -> Clause:
    clause.kind = "inf"
    return clause


def _agreement(clause: Clause) -> Subject:
    subject = clause.subject
    if subject is None and clause.antecedent is not None:
        return Subject(clause.antecedent.plural)
    if not isinstance(subject, Noun):
        first = clause.verbs[0].low if clause.verbs else ""
        return Subject(first in {"are", "were", "have"})
    if subject.pronoun and subject.head[0].low == "there":
        noun = next((e for e in clause.middle if isinstance(e, Noun)), None)
        return Subject(noun is not None and (noun.plural or bool(noun.others)))
    if not subject.pronoun:
        entry = phrases.noun_entry(subject)
        return Subject(subject.plural and not (entry is not None and entry.plural == "" and not subject.others))
    target = subject.head[0].target
    person = 1 if target == "ik" else 2 if target in {"je", "u"} else 3
    return Subject(subject.plural, person)


def _verb_last(clause: Clause) -> bool:
    return bool(clause.opener) and clause.opener[0].sort == "S"


def _unknown(word: Word | None) -> str:
    return f"*{word.text}*" if word is not None else ""
