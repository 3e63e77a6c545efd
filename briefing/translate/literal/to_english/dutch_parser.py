"""Dutch clauses from tagged words: main clauses with the verb second, subordinate ones with the verb last, "om ... te".

A shallow parser of one pass: it never fails, and what it cannot place it leaves where it stands.
"""

from briefing.language.dictionary import Dictionary
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_english.lookahead import (
    END,
    able_verbs,
    compares,
    completes,
    extraposed,
    finite_ahead,
    joined_clause_ahead,
    names_one_of,
    narrows_negation,
    opens_with_participle,
    shares_verbs,
    te_ahead,
    verb_before_mark,
    verb_final_after,
)
from briefing.translate.literal.to_english.nouns import finite, only_finite, participle
from briefing.translate.literal.to_english.phrases import Phrases
from briefing.translate.literal.to_english.subjects import settle
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Punctuation, Word

_NAMING_ONE = paired("nl", "naming_one")
_COMPARING = listed("nl", "comparing")
_RELATIVE_PRONOUNS = listed("nl", "relative_pronouns")
_COMMON_RELATIVES = listed("nl", "common_relatives")
_ANTECEDENTS_OF_WAT = listed("nl", "antecedents_of_wat")
_RELATIVE_OPENERS = listed("nl", "relative_openers")

BREAK = frozenset(",;:–—-")
GERUND = listed("nl", "gerund_openers")
CONTENT_NOUNS = listed("nl", "content_nouns")
INCLUDING = listed("nl", "including")
DEPTH = 12


class ClauseParser(Phrases):
    """Reads the words of one sentence from left to right."""

    def __init__(self, words: list[Word], dictionary: Dictionary) -> None:
        super().__init__(words, dictionary)
        self.depth = 0

    def sentence(self) -> list[Clause | Punctuation]:
        """The clauses of the sentence with what stands between them."""
        parts: list[Clause | Punctuation] = []
        inverted = False
        while self.at < len(self.words):
            word = self.words[self.at]
            if word.sort == "X":
                parts.append(Punctuation(word.before + word.text + word.after))
                self.at += 1
                continue
            start = self.at
            opener = None
            if word.sort == "C" and (parts or self.at + 1 < len(self.words)):
                opener = word
                self.at += 1
            clause = self.main(opener, shares=bool(parts) and not inverted and self._goes_on_from(opener, parts))
            inverted = bool(clause.front) and isinstance(clause.subject, Noun) and clause.inverted
            if self.at == start:
                self.at += 1
                clause.front.append(Modifier([word]))
            clause.words = self.words[start : self.at]
            parts.append(clause)
        return parts

    def main(self, opener: Word | None = None, *, shares: bool = False) -> Clause:
        """A clause with its finite verb first or second, up to where the next clause or the sentence's end begins."""
        clause = Clause("main", [opener] if opener else [])
        seen = False
        while self.at < len(self.words):
            word = self.words[self.at]
            into = clause.middle if seen else clause.front
            if self._is_over(clause, word, seen, into):
                break
            if self.at == len(self.words) or self.words[self.at] is not word:
                continue
            if not clause.verbs and not clause.front and opens_with_participle(self.words, self.at):
                seen = True
                clause.verbs += [self.words[self.at + 1], word]
                self.at += 2
            elif seen and self._opens_infinitive(clause):
                into.append(self._infinitive())
            elif word.sort == "C" and shares_verbs(self.words, self.at, clause):
                clause.extra.append(self._shared())
            elif word.sort == "V":
                if not seen and self._mere_participle(clause, word):
                    into.append(Modifier([word]))
                else:
                    seen = True
                    clause.verbs.append(word)
                    clause.extraposed.clear()
                self.at += 1
            elif not seen and word.sort == "Z":
                into.append(Modifier([word]))
                self.at += 1
            elif not self._common(clause, into):
                self._element(clause, into, seen)
        clause.shares = shares
        settle(clause, self.dictionary, shares=shares)
        return clause

    def _goes_on_from(self, opener: Word | None, parts: list[Clause | Punctuation]) -> bool:
        """Whether a clause can have the subject of the one before: "Hij zag het, waarschuwde zijn vrienden en ..."."""
        if opener is not None:
            return True
        before, mark = (parts[-2], parts[-1]) if len(parts) > 1 else (None, None)
        comma = isinstance(mark, Punctuation) and mark.text == "," and self.words[-1].text != "?"
        named = isinstance(before, Clause) and before.subject is not None
        return comma and named and self.sort() == "V" and joined_clause_ahead(self.words, self.at)

    def _is_over(self, clause: Clause, word: Word, seen: bool, into: list[Element]) -> bool:
        """Whether a main clause ends before the word; a comma that does not end it is read."""
        if word.sort == "X":
            return not self._goes_on(clause, seen, into)
        if word.sort == "C" and not shares_verbs(self.words, self.at, clause):
            return self._new_clause_after(self.at + 1, seen, clause)
        return word.sort == "V" and seen and self._claims_clause(clause, word)

    def _element(self, clause: Clause, into: list[Element], seen: bool) -> None:
        """Read a phrase of a main clause."""
        into.append(self.chunk(seen))
        if not seen:
            self.attach(into)
        elif len(clause.verbs) > 1:
            clause.extraposed.append(into[-1])

    def _opens_infinitive(self, clause: Clause) -> bool:
        """Whether after a participle what follows belongs to an infinitive: "werd besloten de wedstrijd af te gelasten"."""
        last = clause.verbs[-1] if len(clause.verbs) > 1 else None
        if last is None or not participle(last) or self.words[self.at].sort not in tuple("DNERZ"):
            return False
        for word in self.words[self.at : self.at + 14]:
            if word.sort in "VXSC":
                return False
            if word.sort == "T":
                return True
        return False

    def _infinitive(self) -> Clause:
        clause = Clause("inf")
        self._until_verbs(clause)
        settle(clause, self.dictionary)
        return clause

    def _common(self, clause: Clause, into: list[Element]) -> bool:
        """Read what main and subordinate clauses treat alike: "te", "niet", clauses inside; whether anything was read."""
        word = self.words[self.at]
        if word.low == "om" and word.sort == "S" and not self._is_om():
            word.sort = "P"
        if word.sort == "S" or self._is_om():
            self.subordinate(into)
        elif word.sort == "T":
            clause.verbs.append(word)
            self.at += 1
        elif word.sort == "Z" and not narrows_negation(self.words, self.at, clause):
            clause.negation = clause.negation or word
            self.at += 1
        elif self._opens_gerund():
            into.append(self._gerund())
        else:
            return False
        return True

    def _claims_clause(self, clause: Clause, word: Word) -> bool:
        """Whether a further verb must be finite, so that it begins a clause of its own."""
        if clause.verbs and clause.verbs[-1].sort == "T":
            return False
        infinitive = any(r.form == "inf" for r in word.options)
        return only_finite(word) or not (participle(word) or infinitive)

    def _mere_participle(self, clause: Clause, word: Word) -> bool:
        return participle(word) and not finite(word) and bool(clause.front) and finite_ahead(self.words, self.at)

    def _goes_on(self, clause: Clause, seen: bool, into: list[Element]) -> bool:
        """Take a comma into the clause, if the clause goes on after it."""
        word = self.words[self.at]
        ahead = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if word.text not in BREAK or self.depth > DEPTH or ahead is None or word.after or word.text in ";:":
            return False
        if word.text != "," and seen and verb_before_mark(self.words, self.at + 1):
            return False
        if self._included(ahead, into) or (not seen and self._before_verb(word, ahead, into)):
            return True
        if ahead.sort == "S" and ahead.low != "dan":
            self.at += 1
            self.subordinate(into, comma=True)
            return True
        if self._new_clause_after(self.at + (2 if ahead.sort == "C" else 1), seen, clause):
            return False
        into.append(Punctuation(word.text))
        self.at += 1
        return True

    def _before_verb(self, comma: Word, ahead: Word, into: list[Element]) -> bool:
        """Read a comma before the finite verb, with a clause that it opens; always true."""
        self.at += 1
        if ahead.sort not in {"V", "S"} and into:
            into.append(Punctuation(comma.text))
        elif ahead.sort == "S" and into and not self._is_om():
            self.subordinate(into, comma=True)
        return True

    def _included(self, ahead: Word, into: list[Element]) -> bool:
        """Read a comma with who or what is among those named before it: ", waaronder twee kinderen,"; whether there was any."""
        noun = self.last_noun(into)
        if ahead.sort != "P" or ahead.low not in INCLUDING or noun is None:
            return False
        noun.after.append(Punctuation(","))
        self.at += 1
        noun.after.append(self.chunk(True))
        if self.at + 1 < len(self.words) and self.words[self.at].text == ",":
            noun.after.append(Punctuation(","))
            self.at += 1
        return True

    def _new_clause_after(self, at: int, seen: bool, clause: Clause) -> bool:
        """Whether a clause with a finite verb of its own begins there; the verbs of relative clauses on the way are not it."""
        if not seen or not clause.verbs:
            return False
        inside = 0
        for place, word in enumerate(self.words[at:], at):
            if word.sort == "X" and word.text not in "-–" and not inside:
                return False
            if word.sort == "S":
                if place == at or word.low not in _RELATIVE_OPENERS:
                    return False
                inside += 1
            if word.sort == "V" and (place == at or self.words[place - 1].sort != "T"):
                if inside:
                    ahead = self.words[place + 1] if place + 1 < len(self.words) else None
                    inside -= ahead is None or ahead.sort != "V" or only_finite(ahead)
                    continue
                return finite(word) and not completes(self.words, place, at, clause.verbs[0])
        return False

    def _is_om(self) -> bool:
        word = self.words[self.at]
        return word.low == "om" and word.sort in "PS" and te_ahead(self.words, self.at + 1)

    def _opens_gerund(self) -> bool:
        word = self.words[self.at]
        if word.sort != "P" or word.low not in GERUND:
            return False
        for ahead in self.words[self.at + 1 : self.at + 16]:
            if ahead.sort in "TXSCV":
                return ahead.sort == "T"
        return False

    def _gerund(self) -> Clause:
        clause = Clause("ing", [self.words[self.at]])
        self.at += 1
        self._until_verbs(clause)
        settle(clause, self.dictionary)
        return clause

    def subordinate(self, into: list[Element], *, comma: bool = False) -> None:
        """Read a subordinate clause; a relative one goes to the noun phrase that it follows."""
        word = self.words[self.at]
        self.depth += 1
        if self.depth > DEPTH:
            self.at += 1
            into.append(Modifier([word]))
            self.depth -= 1
            return
        if word.low in _COMPARING and compares(self.words, self.at):
            word.sort = "P"
            names = names_one_of(self.words, self.at)
            word.target = _NAMING_ONE[word.low] if names else word.target
            phrase = self.chunk(any(earlier.sort == "V" for earlier in self.words[: self.at]))
            noun = self.last_noun(into) if names or word.low == "zoals" else None
            (noun.after if noun is not None else into).append(phrase)
            self.depth -= 1
            return
        clause = Clause("sub", [word])
        self.at += 1
        if word.low == "om":
            clause.kind = "inf"
        if word.low == "hoe" and self.sort() in {"A", "W"} and self.sort(1) not in {"N", "X"}:
            clause.opener.append(self.words[self.at])
            self.at += 1
        clause.comma = comma
        noun = self.last_noun(into)
        if noun is not None and self._is_relative(word, noun, into, comma):
            clause.kind = "rel"
            clause.antecedent = noun
        self._until_verbs(clause)
        settle(clause, self.dictionary)
        if clause.kind == "rel" and noun is not None:
            noun.after.append(clause)
        else:
            into.append(clause)
        self.depth -= 1

    def _is_relative(self, word: Word, noun: Noun, into: list[Element], comma: bool) -> bool:
        """Whether a word that opens a clause refers to the noun before it."""
        low = word.low
        if low == "dat":
            return self._relative_dat(noun, into, comma)
        if low == "wat":
            return bool(noun.head) and noun.head[0].low in _ANTECEDENTS_OF_WAT
        return low in _RELATIVE_PRONOUNS or (low.startswith("waar") and low != "waarom")

    def _relative_dat(self, noun: Noun, into: list[Element], comma: bool) -> bool:
        """Whether "dat" refers to the noun before it: a neuter singular, and not one that takes a content clause."""
        last = noun.last
        if last is None or noun.plural or (into and isinstance(into[-1], Modifier)):
            return False
        entry = last.entry
        if entry is None or entry.pos != "n":
            return last.sort in "EM" and comma
        if entry.lemma in CONTENT_NOUNS:
            return comma
        previous = self.words[self.at - 2] if self.at > 1 else None
        return entry.neuter and (comma or (previous is not None and previous.sort in "NEM"))

    def _until_verbs(self, clause: Clause) -> None:
        """The rest of a verb-final clause: its phrases, its verbs, and phrases after them."""
        seen = False
        while self.at < len(self.words):
            word = self.words[self.at]
            if not seen and word.low == "als" and word.sort == "S" and self.words[self.at - 1].sort != "X":
                word.sort = "P"
            if word.sort == "X":
                if not self._comma_inside(clause, seen):
                    return
            elif word.sort in "VT":
                if seen and self._ends_before(clause, word):
                    return
                seen = seen or word.sort == "V"
                clause.verbs.append(word)
                clause.extraposed.clear()
                self.at += 1
            elif seen and self._over(clause, word):
                return
            elif not self._common(clause, clause.middle):
                clause.middle.append(self.chunk(seen))
                if seen:
                    clause.extraposed.append(clause.middle[-1])

    def _ends_before(self, clause: Clause, word: Word) -> bool:
        """Whether a verb after the clause's verbs belongs to the clause around it."""
        if self.words[self.at - 1].sort not in "VT":
            return True
        return word.sort == "V" and only_finite(word) and any(finite(verb) for verb in able_verbs(clause))

    def _over(self, clause: Clause, word: Word) -> bool:
        """Whether the clause is over once its verbs have been read; a clause joined to it by "en" is read too."""
        if word.sort == "C":
            if shares_verbs(self.words, self.at, clause):
                clause.extra.append(self._shared())
            elif verb_final_after(self.words, self.at + 1):
                self._coordinated(clause)
            return True
        if word.sort == "S" and word.low in _COMMON_RELATIVES and clause.kind != "sub":
            return True
        return word.sort == "Z" or (word.sort in "DNERAM" and not extraposed(self.words, self.at))

    def _comma_inside(self, clause: Clause, seen: bool) -> bool:
        word = self.words[self.at]
        ahead = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if word.text in END or word.text not in BREAK or ahead is None or word.text in ";:":
            return False
        if not seen:
            self.at += 1
            if ahead.sort == "S":
                self.subordinate(clause.middle, comma=True)
            elif clause.middle:
                clause.middle.append(Punctuation(word.text))
            return True
        if word.text == "," and ahead.sort == "S":
            self.at += 1
            self.subordinate(clause.middle, comma=True)
            return True
        return False

    def _shared(self) -> Clause:
        other = Clause("shared", [self.words[self.at]])
        self.at += 1
        self._until_verbs(other)
        settle(other, self.dictionary)
        return other

    def _coordinated(self, clause: Clause) -> None:
        other = Clause(clause.kind, [self.words[self.at]])
        other.antecedent = clause.antecedent
        self.at += 1
        if self.at < len(self.words) and self.words[self.at].sort == "S":
            other.opener.append(self.words[self.at])
            self.at += 1
        self._until_verbs(other)
        settle(other, self.dictionary)
        clause.extra.append(other)
