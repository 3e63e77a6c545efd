"""English clauses from tagged words. A shallow parser of one pass: it never fails, and leaves where it stands what it cannot place."""

from briefing.language.tags import VERBS, Tag
from briefing.translate.literal.lists import listed
from briefing.translate.literal.to_dutch.phrases import DEPTH, EnglishPhrases
from briefing.translate.literal.to_dutch.subjects import agreeing, find_subject, last_noun, says_when
from briefing.translate.literal.to_dutch.words import lemma_of
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Punctuation, Word

_COORDINATORS = listed("en", "coordinators")
_AFTER_PASSIVE = listed("en", "after_passive")
_CONTENT_OPENERS = listed("en", "content_openers")

END = frozenset(".!?")
AUXILIARY = frozenset(
    ["be", "have", "do", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot"]
)
SAYING = listed("en", "saying_that")
CONTENT = listed("en", "content")
RELATIVE = listed("en", "relative")
Part = Clause | Punctuation
_SUBJECTS = listed("en", "subject_pronouns")


class EnglishParser(EnglishPhrases):
    """Reads the words of one sentence from left to right."""

    def __init__(self, words: list[Word]) -> None:
        super().__init__(words)
        self.starts: list[int] = []

    def sentence(self) -> list[Part]:
        """The clauses of the sentence with what stands between them."""
        parts: list[Part] = []
        while self.at < len(self.words):
            word = self.words[self.at]
            if word.sort == "X" or (word.sort == "I" and not parts and self.sort(1) == "X"):
                parts.append(Punctuation(word.before + (word.target or word.text) + word.after))
                self.at += 1
                continue
            start = self.at
            opener = None
            if word.sort == "C":
                opener = word
                self.at += 1
            clause = self.clause("main", [opener] if opener else [])
            if self.at == start:
                self.at += 1
            clause.words = self.words[start : self.at]
            parts.append(clause)
        return parts

    def clause(self, kind: str, opener: list[Word], antecedent: Noun | None = None) -> Clause:
        """A clause from here to where the next begins."""
        clause = self._filled(Clause(kind, opener, antecedent=antecedent))
        find_subject(clause)
        return clause

    def clause_of_verb(self, kind: str, antecedent: Noun | None = None) -> Clause:
        """A clause that begins with its verb: "to hold talks", "closing the airport", "leaked to the press"."""
        clause = Clause(kind, [], antecedent=antecedent)
        self._verbs(clause)
        return self._filled(clause) if clause.verbs and self.depth < DEPTH else clause

    def _filled(self, clause: Clause) -> Clause:
        self.depth += 1
        while self.at < len(self.words):
            word = self.words[self.at]
            into = clause.middle if clause.verbs else clause.front
            if word.sort == "X":
                if word.text in END or word.text in ";:" or self.depth > DEPTH or not self._comma(clause, into):
                    break
            elif word.sort == "C":
                if self._joins_verb(clause):
                    into.append(self._joined_verb())
                    continue
                if self._ends_at_conjunction(clause):
                    break
                into.append(Modifier([word]))
                self.at += 1
            elif word.sort in "VT":
                if not self._verb(clause, into):
                    break
            elif word.sort == "S":
                if not self._opens_inside(clause, into):
                    break
            elif word.sort == "Z" and not self._contrasts():
                clause.negation = clause.negation or word
                self.at += 1
            else:
                self.starts.append(self.at)
                self._place(self.chunk(), into)
        self.depth -= 1
        return clause

    def _contrasts(self) -> bool:
        """Whether "not" belongs to the phrase after it, which a comma sets apart: "the start, not the end"."""
        before = self.words[self.at - 1] if self.at else None
        return before is not None and before.text == "," and self.sort(1) in tuple("DNEMA")

    @staticmethod
    def _place(element: Element, into: list[Element]) -> None:
        """Add an element; a clause with "after" or "before" takes how long before it: "three days after he left"."""
        last = into[-1] if into else None
        if isinstance(element, Clause) and element.kind == "sub" and isinstance(last, Noun) and says_when(last):
            element.measure = last
            into.pop()
        into.append(element)

    def _verb(self, clause: Clause, into: list[Element]) -> bool:
        """Read a verb into the clause; whether it belongs there."""
        word = self.words[self.at]
        if clause.verbs:
            return self._further_verb(clause, into)
        noun = last_noun(into)
        if word.sort == "T" and noun is not None and self._finite_later():
            noun.after.append(self._infinitive())
            return True
        if self.sort(1) and self._opens_participle(word, into):
            self._participle(into)
            return True
        self._verbs(clause)
        return bool(clause.verbs)

    def _opens_participle(self, word: Word, into: list[Element]) -> bool:
        """Whether a participle opens a clause before the finite verb; after a comma a form in "-ed" is one if a verb follows."""
        if self.is_participle(word):
            return not into or self._finite_later()
        both = any(r.entry.pos == "v" and r.form in {"past", "part"} for r in word.options) and not word.base
        takes = self.sort(1) in {"P", "T"}
        return both and takes and bool(into) and isinstance(into[-1], Punctuation) and self._finite_later()

    def _participle(self, into: list[Element]) -> None:
        """Read the clause of a participle; one that follows a noun belongs to it."""
        word = self.words[self.at]
        kind = "ing" if self.is_ing(word) else "part"
        noun = last_noun(into)
        inner = self.clause_of_verb(kind, noun)
        if noun is None:
            into.append(inner)
        else:
            inner.comma = isinstance(into[-1], Punctuation)
            if inner.comma:
                into.pop()
            noun.after.append(inner)

    def _finite_later(self) -> bool:
        """Whether a finite verb follows, which the words before it are the subject of."""
        for place, word in enumerate(self.words[self.at + 1 :], self.at + 2):
            if word.sort == "S" or (word.sort == "X" and word.text in END) or self.opens_clause(word, place):
                return False
            if word.sort == "V" and self.can_be_finite(word):
                return True
        return False

    def _comma(self, clause: Clause, into: list[Element]) -> bool:
        """Take a comma into the clause, if the clause goes on after it."""
        word = self.words[self.at]
        ahead = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if ahead is None or word.after or word.text not in ",–—-" or (clause.kind != "main" and clause.verbs):
            return False
        if clause.verbs and clause.kind == "main" and self._finite_before_mark(self.at + 1) and ahead.sort != "S":
            return False
        self.at += 1
        if clause.verbs or (into and isinstance(into[-1], Noun | Preposition) and ahead.sort in "SDNEAMV"):
            into.append(Punctuation(","))
        return True

    def _finite_before_mark(self, at: int) -> bool:
        """Whether a clause with a subject of its own follows, up to the next mark."""
        subject = False
        for place, word in enumerate(self.words[at:], at):
            if word.sort == "X" or (word.sort == "S" and place > at):
                return False
            if word.sort in "NERMD":
                subject = True
            if word.sort == "V":
                return (subject or self.words[at].sort == "C") and self.can_be_finite(word)
            if word.sort in "TP" and not subject:
                return False
        return False

    def _joins_verb(self, clause: Clause) -> bool:
        """Whether "and" joins an infinitive or a participle to one of the clause: "would have to pay and leave"."""
        last = clause.verbs[-1] if clause.verbs else None
        ahead = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if last is None or ahead is None or ahead.sort != "V" or self.words[self.at].low not in _COORDINATORS:
            return False
        several = len(clause.verbs) > 1 or clause.kind in {"inf", "joined"}
        return several and ahead.tag in {Tag.INFINITIVE, Tag.PARTICIPLE} and ahead.form not in {"past", "3"}

    def _joined_verb(self) -> Clause:
        opener = self.words[self.at]
        self.at += 1
        clause = self.clause_of_verb("joined")
        clause.opener = [opener]
        return clause

    def _ends_at_conjunction(self, clause: Clause) -> bool:
        """Whether "and" joins a clause here, and not phrases."""
        if not clause.verbs or self.words[self.at].low == "nor":
            return bool(clause.verbs)
        for place, word in enumerate(self.words[self.at + 1 :], self.at + 1):
            if word.sort in "XSC":
                return False
            if word.sort in "VT":
                return self.can_be_finite(word) or place == self.at + 1
        return False

    def _further_verb(self, clause: Clause, into: list[Element]) -> bool:
        """Read a verb after the clause's own: an infinitive, a participle of a noun; a finite one ends the clause."""
        word = self.words[self.at]
        if word.sort == "T":
            into.append(self._infinitive())
            return True
        if word.tag is Tag.PRESENT_PARTICIPLE or (word.form == "ing" and not word.base):
            self._ing(into)
            return True
        if into and isinstance(into[-1], Noun) and self._says(clause, word):
            into.pop()
            self.at = self.starts[-1]
            into.append(self.clause("sub", [Word("that", "S", target="dat")]))
            return True
        if self._contact_clause(into, word):
            return True
        noun = last_noun(into)
        if noun is not None and word.form in {"past", "part"} and not word.base and word.tag not in VERBS:
            noun.after.append(self.clause_of_verb("part", noun))
            return True
        return False

    def _ing(self, into: list[Element]) -> None:
        """Read a clause with "-ing" after the verb: of the noun that stands right before it, else of the clause."""
        noun = last_noun(into) if into and not isinstance(into[-1], Punctuation) else None
        if noun is None or noun.pronoun:
            comma = bool(into) and isinstance(into[-1], Punctuation)
            if comma:
                into.pop()
            inner = self.clause_of_verb("ing")
            inner.comma = comma
            into.append(inner)
        else:
            noun.after.append(self.clause_of_verb("ing", noun))

    def _contact_clause(self, into: list[Element], word: Word) -> bool:
        """Read a relative clause without relative: "everything it could", "the deal he signed"."""
        if len(into) < 2 or not self.can_be_finite(word):
            return False
        noun, subject = into[-2:]
        if not (isinstance(noun, Noun) and isinstance(subject, Noun) and subject.pronoun and subject.head):
            return False
        if subject.head[0].low not in _SUBJECTS or len(self.starts) < 1:
            return False
        into.pop()
        self.at = self.starts[-1]
        noun.after.append(self.clause("rel", [Word("that", "S", target="dat")], noun))
        return True

    def _says(self, clause: Clause, word: Word) -> bool:
        """Whether the noun before this verb begins what is said, without "that": "researchers say this may help"."""
        if clause.verbs[-1].base not in SAYING:
            return False
        if word.tag in VERBS:
            return True
        return bool(word.base) or (word.form in {"past", "3", "inf"} and not self._participle_follows())

    def _participle_follows(self) -> bool:
        """Whether a form in -ed is followed by what a participle takes: "documents leaked to the press"."""
        return (
            self.words[self.at].form in {"past", "part"}
            and self.sort(1) in {"P", "T"}
            and self.words[self.at + 1].low in _AFTER_PASSIVE
        )

    def _infinitive(self) -> Clause:
        self.at += 1
        return self.clause_of_verb("inf")

    def _verbs(self, clause: Clause) -> None:
        """The verbs from here on that hang together: "will not have been found"."""
        if self.sort() == "T":
            self.at += 1
        auxiliary = True
        while self.at < len(self.words):
            word = self.words[self.at]
            if word.sort == "V" and auxiliary:
                word.base = lemma_of(word)
                clause.verbs.append(word)
                if word.low == "cannot":
                    clause.negation = word
                auxiliary = word.base in AUXILIARY
                self.at += 1
            elif word.sort == "Z" and auxiliary:
                clause.negation = word
                self.at += 1
            elif word.sort == "W" and (auxiliary or not clause.verbs) and self._verb_after_adverbs():
                clause.middle.append(Modifier([word]))
                self.at += 1
            else:
                return

    def _verb_after_adverbs(self) -> bool:
        ahead = 1
        while self.sort(ahead) in {"W", "Z"}:
            ahead += 1
        return self.sort(ahead) == "V"

    def _opens_inside(self, clause: Clause, into: list[Element]) -> bool:
        """Read a clause that a conjunction or relative opens; whether it was one."""
        word = self.words[self.at]
        if self.depth > DEPTH:
            self.at += 1
            into.append(Modifier([word]))
            return True
        if (
            clause.kind in {"sub", "rel"}
            and clause.verbs
            and word.low not in RELATIVE | _CONTENT_OPENERS
            and self.depth > 3
        ):
            return False
        noun = last_noun(into)
        before = self.words[self.at - 1] if self.at else None
        self.at += 1
        comma = before is not None and before.sort == "X"
        relative = word.low in RELATIVE and noun is not None and before is not None and (before.sort in "NEMK" or comma)
        if relative and word.low == "that" and noun is not None and self.sort() not in {"V", "W"}:
            relative = word.tag is not Tag.COMPLEMENTISER and not self._is_content(clause, noun)
        inner = self.clause("rel" if relative else "sub", [word], noun if relative else None)
        inner.comma = comma
        if relative and noun is not None:
            if into and isinstance(into[-1], Punctuation):
                into.pop()
            inner.antecedent = agreeing(into, noun, inner)
            inner.antecedent.after.append(inner)
        else:
            into.append(inner)
        return True

    @staticmethod
    def _is_content(clause: Clause, noun: Noun) -> bool:
        """Whether "that" says what the verb or the noun before it holds: "told reporters that", "the claim that"."""
        last = noun.last
        return (bool(clause.verbs) and clause.verbs[-1].base in SAYING) or (last is not None and last.low in CONTENT)
