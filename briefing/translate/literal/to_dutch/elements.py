"""Dutch elements of a clause from English ones: noun phrases, prepositional phrases, adverbs."""

import re
from abc import ABC, abstractmethod

from briefing.language.dictionary import DictionaryEntry, dictionary, forms_of
from briefing.translate.literal.expressions import Expressions
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_dutch import noun_phrases as phrases
from briefing.translate.literal.tree import Clause, Element, Kept, Modifier, Noun, Preposition, Punctuation, Word

_BEFORE_DATES = listed("en", "before_dates")
_GRADERS = listed("en", "graders")

_YEAR = re.compile(r"(?:19|20)\d\d")
_BY_MEASURE = paired("en", "by_measure")
_DIFFERENCES = listed("nl", "differences")
DAYS = listed("nl", "days")
MONTHS = listed("nl", "months")
_AFTER_ER = paired("nl", "after_er")
GIVING = listed("nl", "giving")


class DutchElements(ABC):
    """Puts the elements of a clause into Dutch."""

    def __init__(self, expressions: Expressions) -> None:
        self.after_nouns = expressions.after_nouns
        self.dictionary = dictionary()

    @abstractmethod
    def clause(self, clause: Clause) -> list[str]:
        """One clause with all that is inside it."""

    @abstractmethod
    def governed(self, word: Word, text: str, inner: Clause) -> list[str]:
        """A preposition before a clause: "by closing", "in which"."""

    def subject(self, subject: Element) -> list[str]:
        """The subject, a pronoun in its case."""
        if isinstance(subject, Noun) and subject.pronoun and subject.head:
            word = subject.head[0]
            return [
                word.before + phrases.pronoun(word, subject=True) + word.after,
                *self.elements(subject.after),
                *self._others(subject),
            ]
        return self.element(subject)

    def objects(self, elements: list[Element]) -> list[str]:
        """Objects one after the other."""
        return [word for element in elements for word in self.object(element)]

    def object(self, element: Element) -> list[str]:
        """An object, a pronoun in its case."""
        if isinstance(element, Noun) and element.pronoun and element.head:
            word = element.head[0]
            return [
                word.before + phrases.pronoun(word, subject=False) + word.after,
                *self.elements(element.after),
                *self._others(element),
            ]
        return self.element(element)

    def elements(self, elements: list[Element], main: DictionaryEntry | None = None) -> list[str]:
        """The elements one after the other."""
        return [word for element in elements for word in self.element(element, main)]

    def element(self, element: Element, main: DictionaryEntry | None = None) -> list[str]:
        """Any element in its place."""
        if isinstance(element, Noun):
            return self._noun(element)
        if isinstance(element, Preposition):
            return self._preposition(element, main)
        if isinstance(element, Modifier):
            first, *rest = element.words
            if rest and first.low in _GRADERS and rest[0].reading is not None and rest[0].reading.entry.pos == "a":
                return [phrases.graded(rest[0].reading.entry, "comp" if first.low == "more" else "sup")]
            return [adverb(word) for word in element.words]
        if isinstance(element, Punctuation):
            return ["\x00" + element.text if element.text in {",", ";", ":"} else element.text]
        return element.parts if isinstance(element, Kept) else self._inner(element)

    def _inner(self, clause: Clause) -> list[str]:
        return ["om", *self.clause(clause)] if clause.kind == "inf" else self.clause(clause)

    def _preposition(self, element: Preposition, main: DictionaryEntry | None = None) -> list[str]:
        word, inner = element.word, element.object
        text = element.target or self._dutch_preposition(element, main)
        if isinstance(inner, Clause):
            return self.governed(word, text, inner)
        if isinstance(inner, Noun) and inner.pronoun and inner.head[0].target == "het" and not inner.after:
            return [word.before + "er" + _AFTER_ER.get(text, text) + inner.head[0].after]
        rest = self.object(inner) if inner is not None else []
        return [word.before + text, *rest]

    def _dutch_preposition(self, element: Preposition, main: DictionaryEntry | None) -> str:
        word, inner = element.word, element.object
        text = word.target or word.text
        head = inner.head[-1] if isinstance(inner, Noun) and inner.head else None
        if head is None:
            return text
        if word.low == "at" and (
            head.sort == "M"
            or (isinstance(inner, Noun) and any(b.sort == "M" for b in inner.before) and ":" in head.text)
        ):
            return "om"
        if word.low in _BEFORE_DATES and (
            {head.lemma, inner.head[0].lemma} & (DAYS | MONTHS) if isinstance(inner, Noun) else False
        ):
            return "op" if word.low == "on" else "in"
        counts = isinstance(inner, Noun) and bool(inner.before) and head.lemma in _DIFFERENCES
        if counts and word.low in _BY_MEASURE:
            return _BY_MEASURE[word.low]
        if word.low == "to" and main is not None and main.lemma in GIVING:
            return "aan"
        return "uit" if word.low == "from" and head.sort == "E" else text

    def _after_noun(self, entry: DictionaryEntry | None, inner: Element) -> None:
        """Choose the preposition that the noun before it asks for: "onderzoek naar", "toegang tot"."""
        if entry is None or not isinstance(inner, Preposition) or inner.target:
            return
        for preposition, nouns in self.after_nouns.items():
            if nouns.get(entry.lemma) == inner.word.low and inner.word.low != "of":
                inner.target = preposition
                return

    def _noun(self, phrase: Noun) -> list[str]:
        if phrase.pronoun and phrase.head and phrase.determiner is None and not phrase.before:
            word = phrase.head[0]
            out = [word.before + (word.target or word.text) + word.after]
        else:
            out = self._core(phrase)
        entry = phrases.noun_entry(phrase)
        for element in phrase.after:
            self._after_noun(entry, element)
        return out + self.elements(phrase.after) + self._others(phrase)

    def _others(self, phrase: Noun) -> list[str]:
        out: list[str] = []
        for joint, other in phrase.others:
            if joint is not None:
                out.append("\x00," if joint.text == "," else joint.target or joint.text)
            out += self.element(other)
        return out

    def _core(self, phrase: Noun) -> list[str]:
        neuter = phrases.is_neuter(phrase, self.dictionary)
        out: list[str] = []
        word = phrase.determiner
        grade = ""
        if word is not None:
            text = phrases.determiner(phrase, neuter)
            out.append(word.before + text + word.after)
        elif phrases.needs_article(phrase):
            out.append("het" if neuter else "de")
        ending = phrases.takes_ending(phrase, neuter)
        year = _year(phrase)
        for before in phrase.before:
            if before is year:
                continue
            if before.low in _GRADERS and before.sort in "WD" and before is not phrase.before[-1]:
                grade = "comp" if before.low == "more" else "sup"
                continue
            out.append(before.before + self._before(before, ending, grade) + before.after)
            grade = ""
        return [*out, *phrases.heads(phrase), *(["van", year.text] if year is not None else [])]

    @staticmethod
    def _before(word: Word, ending: bool, grade: str) -> str:
        if word.sort == "M":
            return word.target or phrases.numbered(word.text)
        if word.sort in "WCD":
            return adverb(word)
        return phrases.adjective(word, ending=ending, grade=grade)


def _year(phrase: Noun) -> Word | None:
    """The year before a noun, which Dutch says after it: "the 2008 election" is "de verkiezing van 2008"."""
    if phrase.determiner is None or not phrase.head or phrase.head[-1].sort != "N" or phrase.head[-1].after:
        return None
    return next((word for word in phrase.before if word.sort == "M" and _YEAR.fullmatch(word.text)), None)


def adverb(word: Word) -> str:
    """An adverb, a number, or an adjective on its own."""
    if word.sort == "M":
        text = word.target or phrases.numbered(word.text)
    elif word.reading is not None:
        entry = word.reading.entry
        if entry.pos == "a":
            text = phrases.graded(entry, word.reading.form)
        elif entry.pos == "v":
            text = forms_of(entry).participle if word.reading.form != "ing" else entry.lemma + "d"
        else:
            text = entry.lemma
    else:
        text = word.target or (word.text if word.known else f"*{word.text}*")
    return word.before + text + word.after
