"""Dutch noun phrases, prepositional phrases and adverbs from tagged words."""

from briefing.language.dictionary import Dictionary
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Clause, Element, Kept, Mark, Modifier, Noun, Preposition, Word

FINITE = frozenset(("stem", "1", "2", "3", "pl", "inf", "past", "past.pl"))
TIME = listed("dutch", "time")
_TIMELESS = listed("dutch", "timeless")


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
    if lemma in _TIMELESS and not (
        phrase.determiner and phrase.determiner.low in {"elk", "elke", "deze", "ieder", "een"}
    ):
        return False
    if lemma in TIME:
        return phrase.determiner is None or (
            phrase.determiner.low in {"elke", "elk", "deze", "dit", "ieder", "iedere", "die", "een", "de", "het"}
            and (
                phrase.determiner.low not in {"een", "de", "het"}
                or any(
                    w.low in {"hele", "laatste", "afgelopen", "volgende", "komende", "vorige"} for w in phrase.before
                )
            )
        )
    return False


class Phrases:
    """Reads phrases from a place in the words on."""

    def __init__(self, words: list[Word], dictionary: Dictionary) -> None:
        self.words = words
        self.dictionary = dictionary
        self.at = 0

    def sort(self, ahead: int = 0) -> str:
        """The class of the word so far ahead; empty past the end."""
        place = self.at + ahead
        return self.words[place].sort if place < len(self.words) else ""

    def chunk(self, seen: bool) -> Element:
        """The phrase that begins here; at least one word is taken."""
        word = self.words[self.at]
        if word.sort == "Q":
            self.at += 1
            return Kept([word.before + word.target + word.after], clause=True)
        if word.sort == "P":
            return self._preposition(seen)
        if word.sort in "DNEMRK" or (word.sort == "A" and self._leads_to_noun(self.at)):
            return self.coordinated(seen)
        if word.sort == "W" and self._leads_to_noun(self.at) and self._modifies(word):
            return self.coordinated(seen)
        self.at += 1
        return Modifier([word])

    @staticmethod
    def _modifies(word: Word) -> bool:
        return word.low in _DEGREE

    def _leads_to_noun(self, at: int) -> bool:
        for place, word in enumerate(self.words[at : at + 6]):
            if word.sort in "NE":
                return True
            if word.sort == "M" and place:
                return True
            if word.sort not in "AMW" or (word.sort == "W" and word.low not in _DEGREE):
                return False
            if word.after or (word.sort == "X"):
                return False
        return False

    def _preposition(self, seen: bool) -> Element:
        word = self.words[self.at]
        self.at += 1
        follows = self.sort()
        if (
            (follows and follows in "DNERMK")
            or (follows == "A" and self._leads_to_noun(self.at))
            or (follows == "A" and word.low in {"als", "van"})
        ):
            return Preposition(word, self.coordinated(seen))
        if follows == "A" and word.low in {"dan", "zoals", "tot", "voor"}:
            self.at += 1
            return Preposition(word, Modifier([self.words[self.at - 1]]))
        if follows == "W" and (self._leads_to_noun(self.at) or self.words[self.at].low in _PLACES):
            if self._leads_to_noun(self.at) and self._modifies(self.words[self.at]):
                return Preposition(word, self.coordinated(seen))
            self.at += 1
            return Preposition(word, Modifier([self.words[self.at - 1]]))
        if follows == "P" and word.low in {"van", "tot", "voor", "dan", "als", "zoals", "behalve"}:
            return Preposition(word, self._preposition(seen))
        word.sort = "W" if word.low not in {"als", "dan"} else word.sort
        return Modifier([word])

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
            ) or (
                word is not None
                and word.sort == "C"
                and word.low in {"en", "of", "alsook", "noch", "alsmede", "ofwel", "maar"}
            ):
                joint = word
            if joint is None:
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
            if joint.sort == "C" and joint.low not in {"of", "maar"}:
                first.plural = True

    def _begins_noun(self) -> bool:
        return self.sort() in tuple("DNEMK") or (self.sort() in tuple("AW") and self._leads_to_noun(self.at))

    def _list_goes_on(self, at: int) -> bool:
        """Whether after this comma noun phrases follow up to an "en" or "of", with nothing of a clause between."""
        for place, word in enumerate(self.words[at : at + 24]):
            if word.sort == "C":
                return place > 0 and word.low in {"en", "of"}
            if word.sort in "VSRTZ" or (word.sort == "X" and word.text != ","):
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
            phrase.plural = word.low in {
                "wij",
                "we",
                "zij",
                "ze",
                "jullie",
                "hen",
                "hun",
                "beiden",
                "velen",
                "allen",
                "sommigen",
                "anderen",
                "elkaar",
                "degenen",
            }
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
                or (word.sort == "A" and (self._leads_to_noun(self.at) or self._adjective_list()))
                or (
                    word.sort == "W"
                    and self._leads_to_noun(self.at)
                    and (phrase.before or phrase.determiner or self._modifies(word))
                )
                or (word.sort == "X" and word.text == "," and self._adjective_after_comma(phrase))
                or (
                    word.sort == "C"
                    and word.low in {"en", "of", "maar"}
                    and phrase.before
                    and phrase.before[-1].sort == "A"
                    and self._leads_to_noun(self.at + 1)
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
            and self._leads_to_noun(self.at + 2)
            and self.words[self.at].form in {"e", "part.e", "comp", "pres"}
        )

    def _adjective_after_comma(self, phrase: Noun) -> bool:
        return (
            bool(phrase.before)
            and phrase.before[-1].sort == "A"
            and self.sort(1) == "A"
            and self._leads_to_noun(self.at + 1)
        )

    def _head(self, phrase: Noun) -> None:
        while self.at < len(self.words) and self.words[self.at].sort in "NEK":
            word = self.words[self.at]
            if phrase.head and phrase.head[-1].after:
                break
            if (
                phrase.head
                and word.sort == "N"
                and phrase.head[-1].sort in "NE"
                and word.target == ""
                and phrase.head[-1].lemma in TIME
            ):
                break
            phrase.head.append(word)
            self.at += 1
        if phrase.head:
            if phrase.head[-1].sort == "N" and self.sort() == "M" and self.words[self.at].text[:1].isdigit():
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

    def _number(self, phrase: Noun) -> None:
        nouns = [w for w in phrase.head if w.sort == "N"]
        if nouns:
            phrase.plural = nouns[0].form in {"pl", "dim.pl"}
        elif phrase.head and phrase.head[0].sort == "A":
            phrase.plural = phrase.head[0].low.endswith("en")
        elif phrase.head and phrase.head[0].sort == "M":
            phrase.plural = phrase.head[0].low not in {"één", "1"}
        elif phrase.pronoun and phrase.head:
            phrase.plural = phrase.head[0].low in {"deze", "beide", "alle", "veel", "enkele", "sommige"}

    def _genitive(self, phrase: Noun) -> None:
        """Attach "van ..." straight after the noun."""
        word = self.words[self.at] if self.at < len(self.words) else None
        if (
            word is None
            or word.sort != "P"
            or word.low not in {"van", "uit", "tussen"}
            or (phrase.pronoun and word.low != "van")
        ):
            return
        if phrase.head and phrase.head[-1].after and word.low != "van":
            return
        if word.low != "van" and (phrase.determiner is None or self.sort(1) not in tuple("NE")):
            return
        if self.sort(1) in tuple("DNERM") or (self.sort(1) == "A" and self._leads_to_noun(self.at + 1)):
            self.at += 1
            phrase.after.append(Preposition(word, self.coordinated(True)))

    def attach(self, front: list[Element]) -> None:
        """In front of the finite verb one phrase stands: a preposition after a noun belongs to it."""
        if len(front) < 2:
            return
        noun, last = front[-2], front[-1]
        if (
            isinstance(noun, Noun)
            and isinstance(last, Preposition)
            and not is_time(noun)
            and last.word.low not in _ADVERBIAL
        ):
            noun.after.append(front.pop())

    def last_noun(self, elements: list[Element]) -> Noun | None:
        """The noun phrase that stands last, into its prepositional phrases."""
        for element in reversed(elements):
            if isinstance(element, Mark):
                continue
            if isinstance(element, Noun):
                return _innermost(element)
            if isinstance(element, Preposition) and isinstance(element.object, Noun):
                return _innermost(element.object)
            return None
        return None


def _innermost(phrase: Noun) -> Noun:
    if phrase.others:
        last = phrase.others[-1][1]
        return _innermost(last) if isinstance(last, Noun) else phrase
    for element in reversed(phrase.after):
        if isinstance(element, Preposition) and isinstance(element.object, Noun):
            return _innermost(element.object)
    return phrase


_ADVERBIAL = frozenset(("volgens", "sinds", "tijdens", "na"))
_DEGREE = listed("dutch", "degree")
_PLACES = listed("dutch", "places")
