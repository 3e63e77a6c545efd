"""English noun and prepositional phrases from tagged words."""

from abc import ABC, abstractmethod

from briefing.language.tags import NON_FINITE, VERBS, Tag
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_dutch.noun_phrases import numbered
from briefing.translate.literal.to_dutch.subjects import says_when
from briefing.translate.literal.tree import Clause, Element, Kept, Modifier, Noun, Preposition, Word

_DEGREE = listed("en", "degree")
_COORDINATORS = listed("en", "coordinators")
_PLURAL_PRONOUNS = listed("en", "plural_pronouns")
_NON_FINITE_AUXILIARIES = listed("en", "non_finite_auxiliaries")
_PRESENT_PARTICIPLES = listed("en", "present_participles")
_ONE = listed("en", "one")

DEPTH = 12
_DAYS = listed("nl", "days")
_ONE_WORD = listed("en", "before_single_word")
_COUNTED = listed("en", "after_measure")
_CONJUNCTIONS = paired("en", "conjunction_equivalents")


def conjunction(word: Word) -> Word:
    """A word that is mostly a preposition as what opens a clause: "after he left"."""
    return Word(word.text, "S", target=_CONJUNCTIONS[word.low], before=word.before, place=word.place)


def _is_day(word: Word) -> bool:
    """Whether a word is a day, which joins no noun before it: "an interview Saturday"."""
    return word.tag is Tag.TIME and word.lemma in _DAYS


class EnglishPhrases(ABC):
    """Reads phrases from a place in the words on."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.at = 0
        self.depth = 0

    @abstractmethod
    def clause(self, kind: str, opener: list[Word], antecedent: Noun | None = None) -> Clause:
        """A clause from here to where the next begins."""

    @abstractmethod
    def clause_of_verb(self, kind: str, antecedent: Noun | None = None) -> Clause:
        """A clause that begins with its verb."""

    def chunk(self) -> Element:
        """The phrase that begins here; at least one word is taken."""
        word = self.words[self.at]
        if word.sort == "Q":
            self.at += 1
            return Kept([word.before + word.target + word.after], clause=True)
        if word.sort == "P":
            return self._preposition()
        if word.low.endswith(" than") and self.sort(1) in {"D", "M"}:
            self.at += 1
            ahead = self.words[self.at]
            ahead.target = f"{word.target} {ahead.target or numbered(ahead.text)}"
            return self._coordinated()
        if word.sort in "DNERMKG" or (word.sort in "AW" and self._leads_to_noun(self.at)):
            return self._timed(self._coordinated())
        self.at += 1
        if word.low in _DEGREE and self.sort() == "A":
            self.at += 1
            return Modifier([word, self.words[self.at - 1]])
        return Modifier([word])

    def _timed(self, phrase: Noun) -> Noun:
        """A time with how it is counted: "four years later", "two days ago"."""
        word = self.words[self.at] if self.at < len(self.words) else None
        if word is not None and word.low in _COUNTED and says_when(phrase):
            phrase.after.append(Modifier([word]))
            self.at += 1
        return phrase

    def _leads_to_noun(self, at: int) -> bool:
        for place, word in enumerate(self.words[at : at + 6]):
            if word.sort in "NE" or (word.sort == "M" and place):
                return True
            if word.sort not in "AMW" or word.after:
                return False
            if word.sort == "W" and place + at + 1 < len(self.words) and self.words[at + place + 1].sort not in "AM":
                return False
        return False

    def _preposition(self) -> Element:
        word = self.words[self.at]
        self.at += 1
        follows = self.sort()
        if self.depth < DEPTH and self.opens_clause(word, self.at):
            return self.clause("sub", [conjunction(word)])
        if follows in {"D", "N", "E", "R", "M", "K", "G"} or (follows in {"A", "W"} and self._leads_to_noun(self.at)):
            return Preposition(word, self._coordinated())
        if follows == "V" and self.is_ing(self.words[self.at]):
            return Preposition(word, self.clause_of_verb("ing"))
        if follows == "S" and self.depth < DEPTH:
            opener = self.words[self.at]
            self.at += 1
            return Preposition(word, self.clause("sub", [opener]))
        if follows in {"A", "W", "P"} and word.low in _ONE_WORD:
            self.at += 1
            return Preposition(word, Modifier([self.words[self.at - 1]]))
        word.sort = "W"
        return Modifier([word])

    def opens_clause(self, word: Word, at: int) -> bool:
        """Whether a preposition opens a clause: a subject and its finite verb follow, up to the next mark or conjunction."""
        if word.low not in _CONJUNCTIONS or (word.low == "as" and word.tag is not Tag.SUBORDINATOR):
            return False
        subject = False
        for ahead in self.words[at : at + 16]:
            if ahead.sort in "XCST":
                return False
            if ahead.sort == "V" and subject:
                return self.can_be_finite(ahead)
            subject = subject or ahead.sort in "NERM"
        return False

    def _coordinated(self) -> Noun:
        first = self._noun()
        while True:
            start = self.at
            joint = self._joint()
            if joint is None:
                return first
            self.at = start + (2 if joint.sort == "C" and self.sort() == "X" else 1)
            if not (
                self.sort() in {"D", "N", "E", "M", "K"} or (self.sort() in {"A", "W"} and self._leads_to_noun(self.at))
            ):
                self.at = start
                return first
            other = self._noun()
            first.others.append((joint, other))
            if joint.low == "and":
                first.plural = True
            ahead = self.words[self.at] if self.at < len(self.words) else None
            if ahead is not None and ahead.sort == "V" and self.can_be_finite(ahead) and self._verb_earlier(start):
                first.others.pop()
                self.at = start
                return first

    def _verb_earlier(self, start: int) -> bool:
        for word in reversed(self.words[:start]):
            if word.sort in "XS":
                return False
            if word.sort == "V":
                return True
        return False

    def _joint(self) -> Word | None:
        """What joins the next phrase of a list: a conjunction, or a comma with a conjunction to come."""
        word = self.words[self.at] if self.at < len(self.words) else None
        if word is None or (word.after and word.sort == "X"):
            return None
        if word.sort == "C":
            return word if word.low in _COORDINATORS else None
        ahead = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if word.sort != "X" or word.text != "," or ahead is None:
            return None
        if ahead.sort == "C" and ahead.low in _COORDINATORS:
            return ahead
        return word if self._list_goes_on() else None

    def _list_goes_on(self) -> bool:
        for place, later in enumerate(self.words[self.at + 1 : self.at + 20]):
            if later.sort == "C":
                return place > 0 and later.low in _COORDINATORS
            if later.sort in "VTSRZ" or (later.sort == "X" and later.text != ","):
                return False
        return False

    def _noun(self) -> Noun:
        phrase = Noun()
        word = self.words[self.at]
        if word.sort == "R":
            self.at += 1
            phrase.head.append(word)
            phrase.pronoun = True
            phrase.plural = word.low in _PLURAL_PRONOUNS
            return phrase
        if word.sort == "D":
            phrase.determiner = word
            self.at += 1
            while self.sort() == "D":
                phrase.before.append(self.words[self.at])
                self.at += 1
        while self.sort() in {"A", "M", "W"} and (self.sort() != "W" or self._leads_to_noun(self.at)):
            phrase.before.append(self.words[self.at])
            self.at += 1
            if (
                self.sort() == "X"
                and self.words[self.at].text == ","
                and self.sort(1) == "A"
                and self._leads_to_noun(self.at + 1)
            ):
                self.at += 1
            if (
                self.sort() == "C"
                and self.sort(1) == "A"
                and self._leads_to_noun(self.at + 1)
                and phrase.before[-1].sort == "A"
            ):
                phrase.before.append(self.words[self.at])
                self.at += 1
        self._head(phrase)
        return self._owned(phrase)

    def _head(self, phrase: Noun) -> None:
        while self.sort() in {"N", "E", "K"}:
            word = self.words[self.at]
            if phrase.head and (phrase.head[-1].after or (word.before and word.sort != "E") or _is_day(word)):
                break
            self.at += 1
            if word.sort == "N" and word.form == "ing" and not phrase.head and self.sort() == "N":
                word.sort = "A"
                phrase.before.append(word)
            else:
                phrase.head.append(word)
        if (
            phrase.head
            and phrase.head[-1].sort == "N"
            and self.sort() == "M"
            and phrase.head[-1].text[:1].isupper()
            and not phrase.head[-1].after
        ):
            phrase.head.append(self.words[self.at])
            self.at += 1
        if not phrase.head and phrase.before:
            phrase.head.append(phrase.before.pop())
        elif not phrase.head and phrase.determiner is not None:
            phrase.head.append(phrase.determiner)
            phrase.determiner = None
            phrase.pronoun = True
        last = phrase.head[-1] if phrase.head else None
        phrase.plural = last is not None and (last.form == "pl" or (last.sort == "M" and last.low not in _ONE))

    def _owned(self, phrase: Noun) -> Noun:
        """ "Nadal's record": the owner goes behind what is owned."""
        if self.sort() != "G":
            for_of = self.words[self.at] if self.at < len(self.words) else None
            if (
                for_of is not None
                and for_of.sort == "P"
                and for_of.low == "of"
                and self.sort(1) in {"D", "N", "E", "M", "A", "R", "K"}
            ):
                self.at += 1
                phrase.after.append(Preposition(for_of, self._coordinated()))
            return phrase
        self.at += 1
        if self.sort() not in {"N", "E", "A", "M", "W"} or not self._leads_to_noun(self.at):
            return phrase
        owned = self._noun()
        of = Word("of", "P", target="van", after="")
        owned.determiner = owned.determiner or Word("the", "D", target="de")
        owned.after.insert(0, Preposition(of, phrase, owner=True))
        return owned

    def sort(self, ahead: int = 0) -> str:
        """The class of the word so far ahead; empty past the end."""
        place = self.at + ahead
        return self.words[place].sort if place < len(self.words) else ""

    @staticmethod
    def can_be_finite(word: Word) -> bool:
        """Whether a verb is finite, by its tag, else by its form."""
        if word.tag in VERBS:
            return True
        if word.tag in NON_FINITE or word.tag is Tag.PRESENT_PARTICIPLE:
            return False
        if word.base:
            return word.low not in _NON_FINITE_AUXILIARIES
        return word.form not in {"ing", "part"}

    @staticmethod
    def is_ing(word: Word) -> bool:
        """Whether a verb ends in "-ing" and no auxiliary governs it."""
        return word.form == "ing" or word.tag is Tag.PRESENT_PARTICIPLE or word.low in _PRESENT_PARTICIPLES

    @staticmethod
    def is_participle(word: Word) -> bool:
        """Whether a verb is a participle that no auxiliary governs: "founded in 1985", "having won"."""
        if word.tag in {Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE}:
            return True
        return word.tag not in VERBS and not word.base and word.form in {"ing", "part"}
