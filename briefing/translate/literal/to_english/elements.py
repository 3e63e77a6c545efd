"""English noun phrases, prepositional phrases and modifiers, with what stands inside them."""

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass

from briefing.language.en import morphology
from briefing.translate.literal.expressions import Expressions
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.to_english import noun_phrases as phrases
from briefing.translate.literal.to_english.senses import DIRECT, sense
from briefing.translate.literal.tree import Clause, Element, Kept, Modifier, Noun, Preposition, Punctuation, Word

_CARDINALS_IN_E = listed("nl", "cardinals_in_e")
_CALENDAR_UNITS = listed("nl", "calendar_units")
_ORDINAL_ENDINGS = tuple(listed("nl", "ordinal_endings"))
_PERCENT = listed("en", "percent")
_COUNTS_OF_ONE = listed("nl", "counts_of_one")
_BEFORE_ONE = listed("nl", "before_one")

TIME = listed("nl", "time")
MONTHS = listed("nl", "months")
DAYS = listed("nl", "days")
_CLOCK = re.compile(r"\d{4}|\d\d?[.:]\d\d")
_CLOCK_PREPOSITIONS = paired("nl", "clock_prepositions")
_FIXED_PREPOSITIONS = paired("nl", "fixed_prepositions")


@dataclass(slots=True)
class State:
    """What is carried from sentence to sentence of a text: whose "zijn" is, as his or its."""

    owner: str = ""


class Elements(ABC):
    """Puts the elements of a clause into English; `near` holds the lemmas of the clause that they stand in."""

    def __init__(self, expressions: Expressions, state: State) -> None:
        self.expressions = expressions
        self.state = state
        self.near: frozenset[str] = frozenset()

    @abstractmethod
    def clause(self, clause: Clause) -> list[str]:
        """One clause with all that is inside it."""

    def element(self, element: Element) -> list[str]:
        """Any element in its place."""
        if isinstance(element, Noun):
            day = (
                element.determiner is None
                and not element.before
                and bool(element.head)
                and element.head[0].lemma in DAYS
            )
            return ["on", *self.noun(element)] if day else self.noun(element)
        if isinstance(element, Preposition):
            return self._preposition(element)
        if isinstance(element, Modifier):
            return phrases.of_modifier(element, self.near)
        if isinstance(element, Punctuation):
            return ["\x00" + element.text if element.text in {",", ";", ":"} else element.text]
        if isinstance(element, Kept):
            return element.parts
        closes = element.kind == "rel" and element.comma
        return [*self.clause(element), *(["\x00,"] if closes else [])]

    def elements(self, elements: list[Element]) -> list[str]:
        """The elements one after the other."""
        return [word for element in elements for word in self.element(element)]

    def object(self, element: Element) -> list[str]:
        """An element after a verb or a preposition: pronouns take their other case, "zich" is said by the verb."""
        if isinstance(element, Noun) and element.pronoun and element.head:
            word = element.head[0]
            if word.low == "zich":
                return []
            text = phrases.pronoun(word, subject=False, plural=None)
            return [word.before + text + word.after, *self.elements(element.after), *self._others(element)]
        return self.noun(element) if isinstance(element, Noun) else self.element(element)

    def subject(self, subject: Element, plural: bool | None) -> list[str]:
        """The subject; `plural` says what the Dutch verb agrees with, since "ze" is both."""
        if isinstance(subject, Noun) and subject.pronoun and subject.head:
            word = subject.head[0]
            text = phrases.pronoun(word, subject=True, plural=plural)
            return [word.before + text + word.after, *self.elements(subject.after), *self._others(subject)]
        return self.element(subject)

    def _preposition(self, element: Preposition) -> list[str]:
        word = element.word
        text = element.target or word.target or self._english_preposition(element)
        if element.object is None:
            return []
        return [*([] if text == DIRECT else [word.before + text]), *self.object(element.object)]

    def _english_preposition(self, element: Preposition) -> str:
        word, inner = element.word, element.object
        if isinstance(inner, Noun) and inner.head:
            timed = self._of_time(word.low, inner)
            if timed:
                return timed
        if word.low in _FIXED_PREPOSITIONS:
            return _FIXED_PREPOSITIONS[word.low]
        for noun, text in self.expressions.after_nouns.get(word.low, {}).items():
            if noun in self.near:
                return text
        entry = next((r.entry for r in word.options if r.entry.pos == "prep"), None)
        return sense(entry, self._around(inner)) if entry is not None else phrases.of_word(word, self.near)

    def _around(self, inner: Element | None) -> frozenset[str]:
        if isinstance(inner, Noun):
            return frozenset(word.lemma for word in (*inner.before, *inner.head))
        return frozenset()

    @staticmethod
    def _of_time(low: str, inner: Noun) -> str:
        lemmas = {word.lemma for word in inner.head}
        if low == "tot":
            return "until" if lemmas & (TIME | MONTHS | DAYS) or _CLOCK.fullmatch(inner.head[0].text) else "to"
        if low == "op" and lemmas & (DAYS | MONTHS):
            return "on"
        if low in _CLOCK_PREPOSITIONS and inner.head[0].sort == "M":
            return _CLOCK_PREPOSITIONS[low]
        hour = inner.head[0]
        if low in _CLOCK_PREPOSITIONS and hour.low == "uur" and inner.before and inner.before[-1].sort == "M":
            hour.sort, hour.target = "W", "o'clock"
            return _CLOCK_PREPOSITIONS[low]
        if low == "over" and inner.head[-1].lemma in _CALENDAR_UNITS:
            return "in"
        return ""

    def noun(self, phrase: Noun) -> list[str]:
        """A noun phrase with all that belongs to it."""
        if phrase.pronoun and phrase.head and phrase.determiner is None and not phrase.before:
            word = phrase.head[0]
            out = [word.before + phrases.pronoun(word, subject=False, plural=phrase.plural) + word.after]
        else:
            out = self._core(phrase)
        if phrase.participle is not None:
            out += self.clause(phrase.participle)
        first = phrase.after[0] if phrase.after else None
        verbal = (
            bool(phrase.head)
            and phrase.head[0].sort == "N"
            and phrase.head[0].entry is not None
            and phrase.head[0].entry.pos == "v"
        )
        if verbal and isinstance(first, Preposition) and first.word.low == "van":
            first.target = DIRECT
        return out + self.elements(phrase.after) + self._others(phrase)

    def _others(self, phrase: Noun) -> list[str]:
        out = []
        for joint, other in phrase.others:
            if joint is not None:
                out.append("\x00," if joint.text == "," else phrases.of_word(joint, self.near))
            out += self.element(other)
        return out

    def _core(self, phrase: Noun) -> list[str]:
        out: list[str] = []
        word = phrase.determiner
        if word is not None:
            text = phrases.determiner(phrase, self.state.owner)
            out.append(word.before + text + word.after if text else word.before)
        for at, before in enumerate(phrase.before):
            if before.sort == "X":
                out.append("\x00" + before.text)
                continue
            follows = phrase.before[at + 1] if at + 1 < len(phrase.before) else None
            out.append(phrases.of_word(before, self.near, as_adverb=_is_adverb(before, follows)))
        return out + self._heads(phrase)

    def _heads(self, phrase: Noun) -> list[str]:
        out = []
        counted = phrase.before and phrase.before[-1].sort == "M" and phrase.before[-1].low not in _COUNTS_OF_ONE
        for word in phrase.head:
            many = word.sort == "N" and (word.form in {"pl", "dim.pl"} or (bool(counted) and _measures(phrase, word)))
            out.append(phrases.of_word(word, self.near, many=many))
        if phrase.head and phrase.head[-1].sort == "A" and not phrase.head[-1].target.endswith("-old"):
            singular = phrase.determiner is not None and phrase.determiner.low in _BEFORE_ONE
            out.append("people" if phrase.plural else "one" if singular else "")
        return out


def _is_adverb(word: Word, follows: Word | None) -> bool:
    if word.sort == "W":
        return True
    uninflected = word.sort == "A" and word.form in {"", "part"}
    return uninflected and follows is not None and follows.sort == "A" and follows.form in {"e", "part.e"}


def _measures(phrase: Noun, word: Word) -> bool:
    """Whether a noun in the singular counts: "twee miljard dollar", "drie jaar", but not "de eerste minister"."""
    last = phrase.before[-1]
    ordinal = last.text[-1:].isalpha() and last.low.endswith(_ORDINAL_ENDINGS) and last.low not in _CARDINALS_IN_E
    head = word.target or (word.entry.english if word.entry is not None and word.entry.senses else "")
    return (
        word is phrase.head[0]
        and not ordinal
        and head not in _PERCENT
        and morphology.number_of(head) == ""
        and word.lemma not in MONTHS
    )
