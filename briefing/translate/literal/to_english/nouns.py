"""Dutch noun phrases from tagged words."""

from abc import ABC, abstractmethod

from briefing.language.dictionary import Dictionary
from briefing.language.tags import Tag
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Punctuation, Word

_PLURAL_PRONOUNS = listed("nl", "plural_pronouns")
_ATTRIBUTIVE_PREPOSITIONS = listed("nl", "attributive_prepositions")
_BEFORE_TIMELESS = listed("nl", "before_timeless")
_BEFORE_TIME = listed("nl", "before_time")
_JOIN_SINGULAR = listed("nl", "join_singular")
_ARTICLES = listed("nl", "articles")
_JOIN_ADJECTIVES = listed("nl", "join_adjectives")
_ONE = listed("nl", "one")
_JOIN_LIST = listed("nl", "join_list")
_PLURAL_QUANTIFIERS = listed("nl", "plural_quantifiers")
_JOIN_NOUNS = listed("nl", "join_nouns")
_NUMBERED = listed("nl", "numbered")
_ONE_OF = listed("nl", "one_of")
_TIME_ADJECTIVES = listed("nl", "time_adjectives")

FINITE = frozenset(("stem", "1", "2", "3", "pl", "inf", "past", "past.pl"))
TIME = listed("nl", "time")
QUANTITY = listed("nl", "quantity")
_TIMELESS = listed("nl", "timeless")


def finite(word: Word) -> bool:
    """Whether a verb can be finite."""
    return any(r.entry.pos == "v" and r.form in FINITE for r in word.options) or not word.options


def participle(word: Word) -> bool:
    """Whether a verb can be a past participle."""
    return any(r.entry.pos == "v" and r.form in {"part", "part.e"} for r in word.options)


def only_finite(word: Word) -> bool:
    """Whether a verb can be nothing but finite."""
    forms = {r.form for r in word.options if r.entry.pos == "v"}
    return bool(forms) and not forms & {"inf", "part", "part.e"}


def is_time(phrase: Noun) -> bool:
    """Whether a noun phrase without preposition says when: "vorige maand", "donderdag"."""
    last = phrase.last
    if last is None or phrase.pronoun or phrase.others:
        return False
    lemma = last.lemma
    if lemma in _TIMELESS and not (phrase.determiner and phrase.determiner.low in _BEFORE_TIMELESS):
        return False
    if lemma in TIME:
        return phrase.determiner is None or (
            phrase.determiner.low in _BEFORE_TIME
            and (phrase.determiner.low not in _ARTICLES or any(w.low in _TIME_ADJECTIVES for w in phrase.before))
        )
    return False


_DEGREE_PHRASES = listed("nl", "degree_phrases")
_DEGREE = listed("nl", "degree")


class Nouns(ABC):
    """Reads noun phrases from a place in the words on."""

    def __init__(self, words: list[Word], dictionary: Dictionary) -> None:
        self.words = words
        self.dictionary = dictionary
        self.at = 0

    def sort(self, ahead: int = 0) -> str:
        """The class of the word so far ahead; empty past the end."""
        place = self.at + ahead
        return self.words[place].sort if place < len(self.words) else ""

    @staticmethod
    def modifies(word: Word) -> bool:
        """Whether an adverb goes with the adjective or number after it: "zeer", "ongeveer"."""
        return word.low in _DEGREE or word.low in _DEGREE_PHRASES

    def leads_to_noun(self, at: int) -> bool:
        """Whether only adjectives, numbers and their adverbs stand between a place and a noun."""
        for place, word in enumerate(self.words[at : at + 6]):
            if word.sort in "NE":
                return True
            if word.sort == "M" and place:
                return True
            if word.sort not in "AMW" or (word.sort == "W" and not self.modifies(word)):
                return False
            if word.after or (word.sort == "X"):
                return False
        return False

    def noun(self) -> Noun:
        """One noun phrase with what belongs to it directly: "de door de politie bewaakte ingang van het gebouw"."""
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
            if self.sort() == "D":
                phrase.before.append(self.words[self.at])
                self.at += 1
            self._participle_before(phrase)
        self._modifiers(phrase)
        self._head(phrase)
        self._number(phrase)
        self._genitive(phrase)
        return phrase

    def _participle_before(self, phrase: Noun) -> None:
        """A participle with its own phrases before the noun: they follow the noun in English."""
        if self.sort() not in tuple("PWNED"):
            return
        for place in range(self.at + 1, min(self.at + 10, len(self.words) - 1)):
            word = self.words[place]
            if (
                word.sort == "V"
                and self.sort() == "P"
                and any(r.form == "part.e" for r in word.options)
                and self.words[place + 1].sort in "NEA"
            ):
                word.sort = "A"
                word.reading = next(r for r in word.options if r.form == "part.e")
            if word.sort in "VXST":
                return
            if (
                word.sort == "A"
                and word.entry is not None
                and word.entry.pos == "v"
                and word.form in {"part.e", "part", "pres"}
            ):
                nxt = self.words[place + 1]
                if nxt.sort not in "NEAM" or (self.sort() in "NE"):
                    return
                start = self.at
                clause = Clause("part", verbs=[word])
                while self.at < place:
                    clause.middle.append(self.chunk(True))
                if self.at != place:
                    self.at = start
                    return
                if all(isinstance(e, Modifier) for e in clause.middle) and len(clause.middle) == 1:
                    self.at = start
                    return
                self.at = place + 1
                phrase.participle = clause
                return

    def _modifiers(self, phrase: Noun) -> None:
        while self.at < len(self.words):
            word = self.words[self.at]
            if (
                word.sort == "M"
                or (word.sort == "A" and (self.leads_to_noun(self.at) or self._adjective_list()))
                or (
                    word.sort == "W"
                    and self.leads_to_noun(self.at)
                    and (phrase.before or phrase.determiner or self.modifies(word))
                )
                or (word.sort == "X" and word.text == "," and self._adjective_after_comma(phrase))
                or (
                    word.sort == "C"
                    and word.low in _JOIN_ADJECTIVES
                    and phrase.before
                    and phrase.before[-1].sort == "A"
                    and self.leads_to_noun(self.at + 1)
                    and self.sort(1) in "AW"
                )
            ):
                phrase.before.append(word)
            else:
                return
            self.at += 1
            if word.after and word.sort != "A":
                return

    def _adjective_list(self) -> bool:
        return (
            self.sort(1) in {"C", "X"}
            and self.sort(2) == "A"
            and self.leads_to_noun(self.at + 2)
            and self.words[self.at].form in {"e", "part.e", "comp", "pres"}
        )

    def _adjective_after_comma(self, phrase: Noun) -> bool:
        return (
            bool(phrase.before)
            and phrase.before[-1].sort == "A"
            and self.sort(1) == "A"
            and self.leads_to_noun(self.at + 1)
        )

    def _head(self, phrase: Noun) -> None:
        while self.at < len(self.words) and self.words[self.at].sort in "NEK":
            word = self.words[self.at]
            if phrase.head and phrase.head[-1].after:
                break
            if phrase.head and word.sort == "N" and not self._joins(phrase.head[-1], word):
                break
            phrase.head.append(word)
            self.at += 1
        if phrase.head:
            if self.sort() == "M" and self._numbers(phrase.head[-1]):
                phrase.head.append(self.words[self.at])
                self.at += 1
            return
        if self.sort() == "A" and phrase.determiner is not None and not phrase.participle:
            phrase.head.append(self.words[self.at])
            self.at += 1
        elif phrase.before:
            phrase.head.append(phrase.before.pop())
        elif phrase.determiner is not None:
            phrase.head.append(phrase.determiner)
            phrase.determiner = None
            phrase.pronoun = True

    def _numbers(self, noun: Word) -> bool:
        """Whether the number after a noun says which one is meant: "artikel 5", "nummer zestien", "NPO 3"."""
        if noun.sort != "N":
            ahead = self.sort(1)
            return (
                noun.sort == "E" and not noun.after and self.words[self.at].text.isdigit() and ahead not in tuple("NAM")
            )
        return self.words[self.at].text[:1].isdigit() or (noun.lemma in _NUMBERED and not self.leads_to_noun(self.at))

    @staticmethod
    def _joins(last: Word, word: Word) -> bool:
        """Whether a noun belongs to the head before it, which Dutch writes apart only for quantities ("een aantal mensen") and
        after a name of several words: "het Europa League-duel"."""
        if last.sort == "E" and word.text[:1].isupper() and "-" in word.text:
            return True
        return last.sort == "N" and last.lemma in QUANTITY and not word.before

    def _number(self, phrase: Noun) -> None:
        nouns = [w for w in phrase.head if w.sort == "N"]
        if phrase.determiner is not None and phrase.determiner.low in _ONE_OF:
            phrase.plural = False
        elif nouns:
            phrase.plural = nouns[0].form in {"pl", "dim.pl"}
        elif phrase.head and phrase.head[0].sort == "A":
            phrase.plural = phrase.head[0].low.endswith("en")
        elif phrase.head and phrase.head[0].sort == "M":
            phrase.plural = phrase.head[0].low not in _ONE
        elif phrase.pronoun and phrase.head:
            phrase.plural = phrase.head[0].low in _PLURAL_QUANTIFIERS

    def _genitive(self, phrase: Noun) -> None:
        """Attach "van ..." straight after the noun."""
        word = self.words[self.at] if self.at < len(self.words) else None
        if (
            word is not None
            and word.low == "zoals"
            and word.sort in "PS"
            and self.sort(1) in tuple("DNEMA")
            and not self._clause_follows()
        ):
            word.sort = "P"
            phrase.after.append(self.preposition(True))
            return
        if (
            word is None
            or word.sort != "P"
            or word.low not in _ATTRIBUTIVE_PREPOSITIONS
            or (phrase.pronoun and word.low != "van")
        ):
            return
        if phrase.head and phrase.head[-1].after and word.low != "van":
            return
        if word.low != "van" and (phrase.determiner is None or self.sort(1) not in tuple("NE")):
            return
        if self.sort(1) in tuple("DNERM") or (self.sort(1) == "A" and self.leads_to_noun(self.at + 1)):
            self.at += 1
            phrase.after.append(Preposition(word, self.coordinated(True)))

    def coordinated(self, seen: bool) -> Noun:
        """A noun phrase with those that are listed after it: "A, B en C"."""
        first = self.noun()
        while True:
            start = self.at
            word = self.words[self.at] if self.at < len(self.words) else None
            joint = None
            if (
                word is not None
                and word.sort == "X"
                and word.text == ","
                and not word.after
                and self._list_goes_on(self.at + 1)
            ) or (word is not None and word.sort == "C" and (word.low in _JOIN_NOUNS or word.target == "and")):
                joint = word
            if joint is None:
                self._apposition(first)
                return first
            self.at += 1
            if not self._begins_noun():
                self.at = start
                return first
            other = self.noun()
            ahead = self.words[self.at] if self.at < len(self.words) else None
            clause = ahead is not None and ahead.sort == "V" and finite(ahead) and not participle(ahead) and seen
            if clause and joint.sort == "C":
                self.at = start
                return first
            first.others.append((joint, other))
            if joint.sort == "C" and joint.low not in _JOIN_SINGULAR:
                first.plural = True

    def _apposition(self, noun: Noun) -> None:
        """Read a noun phrase between commas that says who or what the one before it is: "Apple, maker van de iPhone,"."""
        if not self._apposition_follows():
            return
        start = self.at
        self.at += 1
        other = self._participle_phrase() if self.sort() == "V" else self.noun()
        if self.sort() != "X":
            self.at = start
            return
        noun.innermost.after += [Punctuation(","), other]
        if self.words[self.at].text == ",":
            noun.innermost.after.append(Punctuation(","))
            self.at += 1

    def _apposition_follows(self) -> bool:
        """Whether a comma opens a stretch of a noun phrase alone, up to a comma that something else follows."""
        if self.sort() != "X" or self.words[self.at].text != "," or self.words[self.at].after:
            return False
        for place, word in enumerate(self.words[self.at + 1 : self.at + 20], self.at + 1):
            if word.sort == "X":
                further = self.words[place + 1].sort if place + 1 < len(self.words) else ""
                return place > self.at + 2 and word.text == "," and further not in {"", "C", "S"}
            starts = word.sort in "DANEM" or (
                word.sort == "W" and self.words[place + 1 :][:1] and self.words[place + 1].sort == "M"
            )
            if place == self.at + 1 and word.sort == "V":
                starts = word.tag is Tag.PARTICIPLE and participle(word) and self._verb_after_comma(place)
                word_fits = starts
            else:
                word_fits = word.sort in "DANEMPW"
            if not word_fits or (place == self.at + 1 and not starts):
                return False
        return False

    def _verb_after_comma(self, at: int) -> bool:
        """Whether a finite verb follows the next comma: ", veroorzaakt door de storm, maakten"."""
        comma = next((n for n, word in enumerate(self.words[at:], at) if word.sort == "X"), len(self.words))
        ahead = self.words[comma + 1] if comma + 1 < len(self.words) else None
        return ahead is not None and ahead.sort == "V" and finite(ahead)

    def _participle_phrase(self) -> Clause:
        clause = Clause("part", verbs=[self.words[self.at]])
        self.at += 1
        while self.at < len(self.words) and self.sort() != "X":
            clause.middle.append(self.chunk(True))
        return clause

    def _begins_noun(self) -> bool:
        return self.sort() in tuple("DNEMK") or (self.sort() in tuple("AW") and self.leads_to_noun(self.at))

    def _list_goes_on(self, at: int) -> bool:
        """Whether after this comma noun phrases follow up to an "en" or "of", with nothing of a clause between."""
        for place, word in enumerate(self.words[at : at + 24]):
            if word.sort == "C":
                return place > 0 and word.low in _JOIN_LIST
            if word.sort in "VSRTZ" or (word.sort == "X" and word.text != ","):
                return False
        return False

    @abstractmethod
    def chunk(self, seen: bool) -> Element:
        """The phrase that begins here; at least one word is taken."""

    @abstractmethod
    def preposition(self, seen: bool) -> Element:
        """The phrase that a preposition opens."""

    def _clause_follows(self) -> bool:
        """Whether "zoals" opens a clause: a finite verb comes before the next mark."""
        for word in self.words[self.at + 1 :]:
            if word.sort in "XS":
                return False
            if word.sort == "V":
                return self.sort(1) in tuple("DR")
        return False
