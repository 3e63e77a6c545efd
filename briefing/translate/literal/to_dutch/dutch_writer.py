"""Dutch sentences from English clauses: verb second and verb last, the cluster at the end, "om ... te", "niet" and "geen"."""

from briefing.language.dictionary import DictionaryEntry, forms_of
from briefing.language.tags import Tag
from briefing.translate.literal.doubt import bracketed, is_doubtful
from briefing.translate.literal.expressions import Expressions
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_dutch import noun_phrases as phrases
from briefing.translate.literal.to_dutch.elements import DutchElements
from briefing.translate.literal.to_dutch.periphrases import (
    doubt_negated,
    is_content_of_telling,
    merge_modal,
    tell_in_passive,
    wish_of_another,
)
from briefing.translate.literal.to_dutch.subjects import agreed_with, says_when
from briefing.translate.literal.to_dutch.verb_clusters import (
    Features,
    Subject,
    cluster,
    features,
    finite,
    infinitive,
    verb_entry,
)
from briefing.translate.literal.to_dutch.verb_idioms import idiomatic
from briefing.translate.literal.tree import Clause, Element, Kept, Modifier, Noun, Preposition, Punctuation, Word
from briefing.translate.literal.vocabulary import Vocabulary

_REFLEXIVE_FIRST_PERSON = listed("nl", "reflexive_first_person")
_ANTECEDENTS_OF_WAT_ALONE = listed("nl", "antecedents_of_wat_alone")
_OBJECT_RELATIVES = listed("en", "object_relatives")
_RELATIVE_PRONOUNS = listed("en", "relative_pronouns")
_WHEN_PAST = listed("en", "when_past")

DAYS = listed("nl", "days")
_WHICH = paired("nl", "relative_adverbs")
_TE = paired("en", "before_te")
SAYING = listed("en", "saying_that")
NO_OM = listed("nl", "no_om")
_MAIN_AUXILIARIES = paired("en", "main_auxiliaries")
EARLY = listed("nl", "early")
TIME = listed("nl", "time")
NEGATED = listed("nl", "negated_determiners") | {""}


class DutchWriter(DutchElements):
    """Puts the clauses of one sentence into Dutch."""

    def __init__(self, vocabulary: Vocabulary, expressions: Expressions) -> None:
        super().__init__(expressions)
        self.vocabulary = vocabulary
        self.past = False
        self.agreement = Subject()

    def sentence(self, parts: list[Clause | Punctuation]) -> list[str]:
        """The words of the sentence, punctuation among them."""
        out: list[str] = []
        for at, part in enumerate(parts):
            if isinstance(part, Punctuation):
                out.append("\x00" + part.text if part.text[:1] in ".,;:!?…)”" else part.text)
                continue
            before = parts[at - 1] if at > 1 else None
            part.inverted = isinstance(before, Punctuation) and before.text == "," and _is_tag(part)
            out += self._glossed(part.words) if is_doubtful(part, part.words) else self.clause(part)
        return out

    @staticmethod
    def _glossed(words: list[Word]) -> list[str]:
        """A clause that was not understood, word for word."""
        return bracketed([phrases.gloss(word) for word in words if not _only_supports(word)])

    def clause(self, clause: Clause) -> list[str]:
        """One clause with all that is inside it."""
        doubt_negated(clause)
        merge_modal(clause)
        if is_content_of_telling(clause):
            tell_in_passive(clause)
        wish_of_another(clause)
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

    def _main(self, found: Features, middle: list[Element]) -> tuple[DictionaryEntry | None, list[Element]]:
        """The Dutch main verb: of several English words, with its own preposition, or plain."""
        word = found.main
        if word is None:
            return None, middle
        if word.base in _MAIN_AUXILIARIES:
            return verb_entry(_MAIN_AUXILIARIES[word.base]), middle
        idiom = idiomatic(word.base, middle)
        if idiom is not None:
            return idiom.verb, idiom.elements
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

    def _finite(self, clause: Clause, found: Features, main: DictionaryEntry | None) -> list[str]:
        agreement = agreed_with(clause)
        if clause.kind == "main" and clause.subject is None and not clause.opener and clause.verbs[0].form == "inf":
            agreement = Subject(person=1)
        outer, self.past = self.past, found.past
        owner, self.agreement = self.agreement, agreement
        verbs = cluster(found, main, _unknown(found.main), agreement)
        middle = self._reflexive(list(clause.middle), main, clause.subject)
        negation = self._negation(clause, middle)
        before, after = self._arranged(middle, main, negation)
        opener = self._openers(clause)
        subject = self._subject_of(clause)
        if clause.kind == "main" and not _verb_last(clause):
            first = list(clause.front)
            leads = _leading(first)
            lead = self.elements(first[:leads])
            late = self.elements(first[leads:])
            head = [*lead, verbs.finite, *subject] if lead or clause.inverted else [*subject, verbs.finite]
            out = [*opener, *head, *late, *before, *([verbs.particle] if verbs.particle else []), *verbs.rest, *after]
        else:
            last = [verbs.particle + verbs.finite, *verbs.rest]
            out = [*opener, *subject, *self.elements(clause.front), *before, *last, *after]
        self.past, self.agreement = outer, owner
        return out

    def _subject_of(self, clause: Clause) -> list[str]:
        """The subject, with a comma between a clause at its end and the finite verb."""
        subject = clause.subject
        if subject is None:
            return []
        closes = isinstance(subject, Noun) and last_clause(subject) is not None and not clause.front
        return [*self.subject(subject), *(["\x00,"] if closes else [])]

    def _reflexive(self, middle: list[Element], main: DictionaryEntry | None, subject: Element | None) -> list[Element]:
        if main is None or "zich" not in main.flags:
            return middle
        first = isinstance(subject, Noun) and subject.pronoun and subject.head[0].target in _REFLEXIVE_FIRST_PERSON
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

    def _arranged(
        self, middle: list[Element], main: DictionaryEntry | None, negation: bool
    ) -> tuple[list[str], list[str]]:
        """What stands before the verbs at the end, and what stands after them."""
        pronouns: list[Element] = []
        early: list[Element] = []
        objects: list[Element] = []
        others: list[Element] = []
        after: list[Element] = []
        for element in middle:
            if after or isinstance(element, Clause | Punctuation) or (isinstance(element, Kept) and element.clause):
                after.append(element)
            elif isinstance(element, Noun) and element.pronoun:
                pronouns.append(element)
            elif self._is_early(element):
                early.append(element)
            elif isinstance(element, Noun) and not others:
                objects.append(element)
            else:
                others.append(element)
        if not after:
            after = _heavy(objects, others)
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
            text = word.target or (word.entry.lemma if word.entry else "")
            return text in EARLY or text.rpartition(" ")[2] in TIME
        if isinstance(element, Noun):
            return bool(element.head) and (element.head[-1].lemma in DAYS or element.is_time)
        return (
            isinstance(element, Preposition)
            and isinstance(element.object, Noun)
            and bool(element.object.head)
            and element.object.head[0].lemma in DAYS
        )

    def _after(self, elements: list[Element], main: DictionaryEntry | None) -> list[str]:
        out: list[str] = []
        for element in elements:
            if isinstance(element, Clause):
                if element.kind == "joined":
                    out += self._joined(element)
                elif element.kind == "inf":
                    plain = main is not None and main.lemma in NO_OM
                    out += [*([] if plain else ["om"]), *self.clause(element)]
                elif element.kind == "ing" and element.antecedent is None:
                    out += [*([] if out or not element.comma else ["\x00,"]), "en", *self._coordinate(element)]
                else:
                    out += self.clause(element)
            else:
                out += self.element(element)
        return out

    def _joined(self, clause: Clause) -> list[str]:
        """A further infinitive or participle of the cluster: "betalen en vertrekken"."""
        found = features(clause.verbs)
        main, middle = self._main(found, clause.middle)
        before, after = self._arranged(middle, main, clause.negation is not None)
        past = clause.verbs[-1].tag is Tag.PARTICIPLE
        verb = _unknown(found.main) if main is None else forms_of(main).participle if past else main.lemma
        return [*self._openers(clause), *before, verb, *after]

    def _coordinate(self, clause: Clause) -> list[str]:
        """ ", closing the airport" goes on as a clause with the same subject."""
        found = features(clause.verbs)
        main, middle = self._main(found, clause.middle)
        before, after = self._arranged(middle, main, clause.negation is not None)
        verbs = cluster(Features(past=self.past, main=found.main), main, _unknown(found.main), self.agreement)
        return [verbs.finite, *before, *([verbs.particle] if verbs.particle else []), *after]

    def _infinitive(self, clause: Clause, found: Features, main: DictionaryEntry | None) -> list[str]:
        middle = self._reflexive(list(clause.middle), main, None)
        before, after = self._arranged(middle, main, self._negation(clause, middle))
        return [*before, *infinitive(found, main, _unknown(found.main)), *after]

    def _participle(self, clause: Clause, found: Features, main: DictionaryEntry | None) -> list[str]:
        """A participle after its noun becomes a relative clause: "documents leaked to the press"."""
        before, after = self._arranged(list(clause.middle), main, clause.negation is not None)
        noun = clause.antecedent
        if noun is None and found.perfect:
            return ["na", *before, *infinitive(found, main, _unknown(found.main)), *after]
        if noun is None:
            word = (
                (forms_of(main).participle if clause.kind == "part" else main.lemma + "d")
                if main is not None
                else _unknown(found.main)
            )
            return [word, *before, *after]
        relative = self._relative(noun)
        agreement = Subject(noun.plural)
        if clause.kind == "ing":
            verbs = cluster(Features(past=self.past, main=found.main), main, _unknown(found.main), agreement)
            return [relative, *before, verbs.particle + verbs.finite, *after]
        participle = forms_of(main).participle if main is not None else _unknown(found.main)
        return [relative, *before, finite(verb_entry("zijn"), agreement, self.past), participle, *after]

    def _relative(self, noun: Noun) -> str:
        if noun.pronoun and noun.head and noun.head[0].target in _ANTECEDENTS_OF_WAT_ALONE:
            return "wat"
        if noun.pronoun and noun.head and noun.head[0].low == "those":
            noun.head[0].target = "degenen"
        return "dat" if phrases.is_neuter(noun, self.dictionary) and not noun.plural else "die"

    def _openers(self, clause: Clause) -> list[str]:
        out = self.element(clause.measure) if clause.measure is not None else []
        for word in clause.opener:
            text = word.target or (word.entry.lemma if word.entry is not None else word.text)
            if clause.kind == "rel" and word.low in _RELATIVE_PRONOUNS and clause.antecedent is not None:
                text = self._relative(clause.antecedent)
            elif word.low == "which":
                text = "wat"
            elif word.low == "who" and clause.kind == "sub":
                text = "wie"
            elif word.low in _WHEN_PAST and features(clause.verbs).past:
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
            return [word.before + text, "het", *self._nominal(found, main, middle)]
        if inner.opener and inner.opener[0].low in _OBJECT_RELATIVES:
            inner.opener = []
            return [_WHICH.get(text, "waar" + text), *self.clause(inner)]
        return [word.before + text, *self.clause(inner)]

    def _nominal(self, found: Features, main: DictionaryEntry | None, middle: list[Element]) -> list[str]:
        """An infinitive as a noun, its object after "van": "het stelen van schilderijen"."""
        verb = main.lemma if main is not None else _unknown(found.main)
        first = middle[0] if middle else None
        if isinstance(first, Noun) and not first.pronoun:
            return [verb, "van", *self.elements(middle)]
        before, after = self._arranged(middle, main, False)
        return [*before, verb, *after]


def _leading(front: list[Element]) -> int:
    """How many elements stand before the finite verb: one, and the phrases that follow a phrase."""
    if not front or not isinstance(front[0], Preposition | Noun):
        return 1
    return next((at for at, element in enumerate(front) if at and not isinstance(element, Preposition)), len(front))


def _heavy(objects: list[Element], others: list[Element]) -> list[Element]:
    """What goes behind the verbs at the end since it holds a clause: a last prepositional phrase, or a last noun's clause."""
    last = others[-1] if others else objects[-1] if objects else None
    if isinstance(last, Preposition) and others:
        inner = last.object
        if isinstance(inner, Clause) or (isinstance(inner, Noun) and last_clause(inner) is not None):
            return [others.pop()]
    holder = last_clause(last) if isinstance(last, Noun) else None
    if holder is None:
        return []
    clause = holder.after.pop()
    return [clause]


def last_clause(phrase: Noun) -> Noun | None:
    """The noun that a clause at the end of a phrase belongs to."""
    if phrase.others:
        last = phrase.others[-1][1]
        return last_clause(last) if isinstance(last, Noun) else None
    element = phrase.after[-1] if phrase.after else None
    if isinstance(element, Clause):
        return phrase
    if isinstance(element, Preposition) and isinstance(element.object, Noun):
        return last_clause(element.object)
    return None


def _as_infinitive(clause: Clause) -> Clause:
    clause.kind = "inf"
    return clause


def _is_tag(clause: Clause) -> bool:
    """Whether a clause after a comma says who said what stands before it: "..., a poll showed"."""
    says = bool(clause.verbs) and clause.verbs[-1].base in SAYING
    objects = [e for e in clause.middle if isinstance(e, Clause) or (isinstance(e, Noun) and not says_when(e))]
    bare = not clause.front and not objects
    return says and bare and clause.subject is not None and not clause.opener


def _verb_last(clause: Clause) -> bool:
    return bool(clause.opener) and clause.opener[0].sort == "S"


def _only_supports(word: Word) -> bool:
    """Whether a form of "do" says nothing itself: "does not know"."""
    return word.base == "do" and word.tag is Tag.AUXILIARY


def _unknown(word: Word | None) -> str:
    return f"*{word.text}*" if word is not None else ""
