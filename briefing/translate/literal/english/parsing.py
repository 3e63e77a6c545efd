"""English clauses from tagged words. A shallow parser of one pass: it never fails, and leaves where it stands what it cannot place."""

from briefing.translate.literal.english.reading_phrases import DEPTH, EnglishPhrases
from briefing.translate.literal.english.words import lemma_of
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Clause, Element, Mark, Modifier, Noun, Preposition, Word

END = frozenset(".!?")
AUXILIARY = frozenset(
    ["be", "have", "do", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "cannot"]
)
SAYING = listed("english", "saying_that")
CONTENT = listed("english", "content")
RELATIVE = frozenset(("who", "which", "that", "whom", "where"))
Part = Clause | Mark


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
            if word.sort == "X":
                parts.append(Mark(word.before + word.text + word.after))
                self.at += 1
                continue
            start = self.at
            opener = None
            if word.sort == "C":
                opener = word
                self.at += 1
            parts.append(self.clause("main", [opener] if opener else []))
            if self.at == start:
                self.at += 1
        return parts

    def clause(self, kind: str, opener: list[Word], antecedent: Noun | None = None) -> Clause:
        """A clause from here to where the next begins."""
        clause = self._filled(Clause(kind, opener, antecedent=antecedent))
        _subject(clause)
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
            elif word.sort == "Z":
                clause.negation = clause.negation or word
                self.at += 1
            else:
                self.starts.append(self.at)
                into.append(self.chunk())
        self.depth -= 1
        return clause

    def _verb(self, clause: Clause, into: list[Element]) -> bool:
        """Read a verb into the clause; whether it belongs there."""
        word = self.words[self.at]
        if clause.verbs:
            return self._further_verb(clause, into)
        if (
            word.form in {"ing", "part"}
            and not word.base
            and not into
            and clause.kind in {"main", "sub"}
            and self.sort(1)
        ):
            kind = "ing" if word.form == "ing" else "part"
            into.append(self.clause_of_verb(kind))
            return True
        self._verbs(clause)
        return bool(clause.verbs)

    def _comma(self, clause: Clause, into: list[Element]) -> bool:
        """Take a comma into the clause, if the clause goes on after it."""
        word = self.words[self.at]
        ahead = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if ahead is None or word.after or word.text not in ",–—-" or (clause.kind != "main" and clause.verbs):
            return False
        if clause.verbs and clause.kind == "main" and self._finite_before_mark(self.at + 1) and ahead.sort != "S":
            return False
        self.at += 1
        if clause.verbs or (into and isinstance(into[-1], Noun) and ahead.sort in "SDNEAM"):
            into.append(Mark(","))
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
        if word.form == "ing" and not word.base:
            into.append(self.clause_of_verb("ing"))
            return True
        if into and isinstance(into[-1], Noun) and self._says(clause, word):
            into.pop()
            self.at = self.starts[-1]
            into.append(self.clause("sub", [Word("that", "S", target="dat")]))
            return True
        noun = _last_noun(into)
        if noun is not None and word.form in {"past", "part"} and not word.base and clause.kind != "part":
            noun.after.append(self.clause_of_verb("part", noun))
            return True
        return False

    def _says(self, clause: Clause, word: Word) -> bool:
        """Whether the noun before this verb begins what is said, without "that": "researchers say this may help"."""
        if clause.verbs[-1].base not in SAYING or clause.kind == "rel":
            return False
        return bool(word.base) or (word.form in {"past", "3", "inf"} and not self._participle_follows())

    def _participle_follows(self) -> bool:
        """Whether a form in -ed is followed by what a participle takes: "documents leaked to the press"."""
        return (
            self.words[self.at].form in {"past", "part"}
            and self.sort(1) in {"P", "T"}
            and self.words[self.at + 1].low in {"by", "to", "in"}
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
            and word.low not in RELATIVE | {"that", "whether", "if", "how", "why", "what"}
            and self.depth > 3
        ):
            return False
        noun = _last_noun(into)
        before = self.words[self.at - 1] if self.at else None
        self.at += 1
        comma = before is not None and before.sort == "X"
        relative = word.low in RELATIVE and noun is not None and before is not None and (before.sort in "NEMK" or comma)
        if (
            relative
            and word.low == "that"
            and noun is not None
            and self.sort() not in {"V", "W"}
            and self._is_content(clause, noun)
        ):
            relative = False
        inner = self.clause("rel" if relative else "sub", [word], noun if relative else None)
        inner.comma = comma
        if relative and noun is not None:
            if into and isinstance(into[-1], Mark):
                into.pop()
            noun.after.append(inner)
        else:
            into.append(inner)
        return True

    @staticmethod
    def _is_content(clause: Clause, noun: Noun) -> bool:
        """Whether "that" says what the verb or the noun before it holds: "told reporters that", "the claim that"."""
        last = noun.last
        return (bool(clause.verbs) and clause.verbs[-1].base in SAYING) or (last is not None and last.low in CONTENT)


def _last_noun(elements: list[Element]) -> Noun | None:
    """The noun phrase that stands last, into its prepositional phrases."""
    for element in reversed(elements):
        if isinstance(element, Mark):
            continue
        if isinstance(element, Preposition) and isinstance(element.object, Noun):
            return _innermost(element.object)
        return _innermost(element) if isinstance(element, Noun) and not element.pronoun else None
    return None


def _innermost(phrase: Noun) -> Noun:
    if phrase.others and isinstance(phrase.others[-1][1], Noun):
        return _innermost(phrase.others[-1][1])
    for element in reversed(phrase.after):
        if isinstance(element, Preposition) and isinstance(element.object, Noun):
            return _innermost(element.object)
    return phrase


def _subject(clause: Clause) -> None:
    """The subject is the last noun phrase before the verb; prepositional phrases between belong to it."""
    if not clause.verbs:
        return
    for place in range(len(clause.front) - 1, -1, -1):
        element = clause.front[place]
        if isinstance(element, Noun):
            clause.subject = element
            belongs = [e for e in clause.front[place + 1 :] if isinstance(e, Preposition | Clause)]
            loose = [e for e in clause.front[place + 1 :] if isinstance(e, Modifier)]
            element.after += belongs
            clause.front = [e for e in clause.front[:place] if not isinstance(e, Mark)]
            clause.middle[:0] = loose
            return
    clause.front = [e for e in clause.front if not isinstance(e, Mark)]
