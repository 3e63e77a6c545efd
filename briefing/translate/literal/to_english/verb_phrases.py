"""English verb phrases for Dutch verb clusters: tense, modals, perfect, passive, negation with do-support."""

from dataclasses import dataclass, field, replace

from briefing.language.en import morphology
from briefing.translate.literal.lists import listed, paired, tabled
from briefing.translate.literal.tree import Word

_HELPING = listed("nl", "helping")
_PASSIVE_AUXILIARIES = listed("nl", "passive_auxiliaries")
_MOTION_AUXILIARIES = listed("nl", "motion_auxiliaries")
_PERFECT_AUXILIARIES = listed("nl", "perfect_auxiliaries")

PAST = frozenset(("past", "past.pl"))
PARTICIPLE = frozenset(("part", "part.e"))
FINITE_ONLY = frozenset(("stem", "1", "2", "3", "pl", "past", "past.pl"))
# What a Dutch verb is with an infinitive below it: the English verb, and the form of the English verb below.
GOVERNS = tabled("nl", "governs_infinitive")
GOVERNS_TE = tabled("nl", "governs_te")
_POSTURE = listed("nl", "posture")
MODAL = paired("nl", "modal_equivalents")
PAST_MODAL = paired("nl", "past_modal_equivalents")
AFTER_WOULD = tabled("nl", "after_would")
_WITH_INFINITIVE = frozenset((*MODAL, "willen", "hoeven", "durven", "laten"))
SAYING = listed("nl", "saying")
PROMISING = listed("nl", "promising")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the finite verb agrees with: number, person (1, 2, 3) and tense."""

    plural: bool = False
    person: int = 3
    past: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How a verb phrase is to be said: `simple_past` for a perfect with a time; `reportative` for a "zou" of hearsay;
    `negated`; `negates_infinitive` where "niet" belongs to the infinitive with "te"; `never` where "nooit" stands in the
    clause; `pronoun` stands for the subject where "zegt te zijn" becomes a clause."""

    simple_past: bool = False
    reportative: bool = False
    negated: bool = False
    never: bool = False
    negates_infinitive: bool = False
    pronoun: str = ""


@dataclass(slots=True)
class VerbPhrase:
    """The words of a verb phrase: the first auxiliary, then what follows the place of "not" and the middle adverbs."""

    first: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    copula: bool = False
    factitive: bool = False
    reported: bool = False


Link = tuple[Word, bool]


def ordered(verbs: list[Word], finite: bool) -> list[Link]:
    """The cluster from the highest verb to the lowest, each with whether it takes "te"."""
    marked: list[Link] = []
    te = False
    for word in verbs:
        if word.sort != "T":
            marked.append((word, te))
        te = word.sort == "T"
    if not marked:
        return []
    head = [marked.pop(_highest(marked))] if finite else []
    infinitives = [link for link in marked if link[0].form not in PARTICIPLE]
    participles = [link for link in marked if link[0].form in PARTICIPLE]
    helping = [link for link in participles if link[0].lemma in _PASSIVE_AUXILIARIES]
    others = [link for link in participles if link[0].lemma not in _PASSIVE_AUXILIARIES]
    if others and infinitives and infinitives[0][1] and infinitives[0][0].lemma not in _HELPING:
        before = marked.index(others[-1]) < marked.index(infinitives[0])
        return head + helping + (others + infinitives if before else infinitives + others)
    return head + infinitives + helping + others


def _highest(marked: list[Link]) -> int:
    for forms in (FINITE_ONLY, {"inf"}):
        for place, (word, te) in enumerate(marked):
            if not te and word.form in forms:
                return place
    return 0


class Builder:
    """Builds one verb phrase from the highest verb down."""

    def __init__(self, chain: list[Link], agreement: Agreement, manner: Manner) -> None:
        self.chain = list(chain)
        self.agreement = agreement
        self.manner = manner
        self.negated = manner.negated
        self.out: list[str] = []
        self.split = 0
        self.phrase = VerbPhrase()

    def build(self, form: str) -> VerbPhrase:
        """The phrase with its first verb in a form: `fin`, `bare`, `to`, `ing` or `part`."""
        while self.chain:
            word, _ = self.chain.pop(0)
            form = self._step(word, form)
        split = self.split or min(1, len(self.out))
        self.phrase.first, self.phrase.rest = self.out[:split], self.out[split:]
        return self.phrase

    def _step(self, word: Word, form: str) -> str:
        """Put one verb in its form; gives the form of the next one down."""
        if not self.chain:
            return self._main(word, form)
        below, te = self.chain[0]
        lemma = word.lemma
        if lemma in _HELPING and (below.form in PARTICIPLE or (below.form == "inf" and not te)):
            return self._auxiliary(lemma, below, form)
        if word.target and not (te and (lemma in SAYING or word.target == "say")):
            self._emit(word.target, form)
            return "part" if below.form in PARTICIPLE and not te else "to"
        if form == "fin":
            if lemma == "zullen" and self.agreement.past:
                return self._would(below)
            modal = (PAST_MODAL if self.agreement.past else MODAL).get(lemma)
            if modal and not te:
                self._modal(modal)
                return "bare"
        return self._governs(word, te, form)

    def _perfect_of_infinitive(self, below: Word, form: str) -> str:
        """ "heeft moeten betalen" is "had to pay", "had kunnen nemen" "could have taken", "heeft laten weten" "has said"."""
        unreal = AFTER_WOULD.get(below.lemma) if form == "fin" and self.agreement.past else None
        if unreal is not None and not below.target and len(self.chain) > 1:
            self.chain.pop(0)
            first, *rest = ("should",) if below.lemma == "mogen" and (self.negated or self.manner.never) else unreal
            self._modal(first)
            self.out += [*rest, "have"]
            return "part"
        if below.target or below.lemma not in _WITH_INFINITIVE or form != "fin":
            self._emit("have", form, auxiliary=True)
            return "part"
        self.agreement = replace(self.agreement, past=True)
        return self._governs(self.chain.pop(0)[0], False, "fin") if len(self.chain) > 1 else "fin"

    def _governs(self, word: Word, te: bool, form: str) -> str:
        """A verb with an infinitive or a participle below it."""
        lemma = word.lemma
        below_is_participle = self.chain[0][0].form in PARTICIPLE and word.form not in PARTICIPLE
        if below_is_participle and not te and lemma not in _WITH_INFINITIVE:
            self._emit("be" if lemma in _POSTURE else english(word), form)
            return "part"
        saying = (lemma in SAYING and lemma not in PROMISING) or word.target == "say"
        if te and saying and form == "fin" and self.manner.pronoun:
            return self._said(word)
        if lemma in _MOTION_AUXILIARIES and not te and form == "bare":
            return "bare"
        verb, below = (GOVERNS_TE if te else GOVERNS).get(lemma, ("", "to"))
        self._emit(verb or english(word), form)
        if te and self.manner.negates_infinitive and below == "to":
            self.out.append("not")
        return below

    def _said(self, word: Word) -> str:
        """ "zegt open te staan" becomes "says it is open": a clause of its own; the negation belongs to it."""
        self.negated = False
        self._emit(english(word), "fin")
        self.out.append(self.manner.pronoun)
        self.negated = self.manner.negated
        self.split = len(self.out)
        return "fin"

    def _main(self, word: Word, form: str) -> str:
        verb = english(word)
        self.phrase.copula = verb.split(" ")[0] in COPULAS
        self.phrase.factitive = verb in FACTITIVE
        self._emit(verb, form)
        return ""

    def _would(self, below: Word) -> str:
        """ "zou": could, should, would like, hearsay or "would"."""
        if below.lemma == "hebben" and len(self.chain) > 2 and self.chain[1][0].lemma in AFTER_WOULD:
            self.chain.pop(0)
            return self._perfect_of_infinitive(self.chain[0][0], "fin")
        if below.lemma in AFTER_WOULD and len(self.chain) > 1:
            self.chain.pop(0)
            first, *rest = AFTER_WOULD[below.lemma]
            self._modal(first)
            self.out += rest[:-1]
            return "to" if rest else "bare"
        if not self.manner.reportative:
            self._modal("would")
            return "bare"
        self.phrase.reported = True
        self.agreement = replace(self.agreement, past=False)
        if below.lemma in _PERFECT_AUXILIARIES and len(self.chain) > 1 and self.chain[1][0].form in PARTICIPLE:
            self.manner = replace(self.manner, simple_past=True)
        return "fin"

    def _auxiliary(self, lemma: str, below: Word, form: str) -> str:
        """Perfect and passive."""
        if below.form not in PARTICIPLE:
            return self._perfect_of_infinitive(below, form)
        moves = below.entry is not None and any(flag.startswith("zijn") for flag in below.entry.flags)
        if lemma == "worden":
            self._emit("be", form)
            return "part"
        if form == "fin" and self.manner.simple_past:
            self.agreement = replace(self.agreement, past=True)
        if lemma == "zijn" and not moves and below.lemma not in _PASSIVE_AUXILIARIES:
            return self._done(form)
        if form == "fin" and self.manner.simple_past:
            return "fin"
        self._emit("have", form, auxiliary=True)
        return "part"

    def _done(self, form: str) -> str:
        """The passive of what is over: "is gevonden", "was gevonden"."""
        if form == "fin" and not self.agreement.past:
            self._emit("have", "fin", auxiliary=True)
            self.out.append("been")
        else:
            self._emit("be", form)
        return "part"

    def _modal(self, word: str) -> None:
        self.out.append(word)
        if self.negated:
            self.out.append("not")
        self.split = len(self.out)

    def _emit(self, verb: str, form: str, *, auxiliary: bool = False) -> None:
        """Put a verb of one or more words in a form; a finite full verb is negated with "do"."""
        head, _, tail = verb.partition(" ")
        if verb.startswith("*"):
            self.out.append(verb)
            return
        if form == "fin":
            self._emit_finite(head, auxiliary or head == "be")
        else:
            if self.negated and not self.out:
                self.out.append("not")
            if form == "to":
                self.out.append("to")
            paradigm = morphology.verb(head)
            self.out.append({"part": paradigm.participle, "ing": paradigm.ing}.get(form, head))
        if tail:
            self.out.append(tail)

    def _emit_finite(self, head: str, auxiliary: bool) -> None:
        if self.negated and not auxiliary:
            self.out += [finite("do", self.agreement), "not", head]
            self.split = len(self.out) - 1
            return
        self.out.append(finite(head, self.agreement))
        if auxiliary:
            if self.negated:
                self.out.append("not")
            self.split = self.split or len(self.out)


def finite(head: str, agreement: Agreement) -> str:
    """A finite form."""
    third = not agreement.plural and agreement.person == 3
    if head == "be":
        if agreement.past:
            return "was" if not agreement.plural and agreement.person != 2 else "were"
        return "is" if third else "am" if agreement.person == 1 and not agreement.plural else "are"
    if head in MODALS:
        return MODALS[head] if agreement.past else head
    paradigm = morphology.verb(head)
    if agreement.past:
        return paradigm.past
    return paradigm.third if third else head


FACTITIVE = listed("en", "factitive")
"""Verbs that say what their object is: "makes the city unsafe"."""
COPULAS = listed("en", "copulas")
MODALS = paired("en", "pasts_of_modals")


def english(word: Word) -> str:
    """The English infinitive of a Dutch verb."""
    if word.target:
        return word.target
    return word.entry.english if word.entry is not None and word.entry.senses else f"*{word.text}*"
