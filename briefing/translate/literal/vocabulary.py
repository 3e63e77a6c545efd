"""The dictionary from the English side: which Dutch entry stands for an English word, and English expressions in Dutch."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.language.dictionary import Dictionary, DictionaryEntry, Sense, WordReading, dictionary, table
from briefing.language.en import morphology
from briefing.translate.literal.expressions import SORTS, Expressions, expressions
from briefing.translate.literal.lists import listed

CLASS_OF = {"n": "N", "v": "V", "a": "A", "adv": "W", "int": "I", "name": "E", "num": "M"}
# How much a later sense weighs against being a rarer lemma: so many places in the frequency order of its file.
_SENSE = 1500.0
_AMERICAN = """
iz-is or-our yz-ys center-centre meter-metre theater-theatre fiber-fibre ense-ence ogram-ogramme l-ll ll-l gray-grey e-ae o-oe
practic-practis"""
_SPELLINGS = (*(tuple(pair.split("-")) for pair in _AMERICAN.split()), ("-", ""))
_HELPING = listed("en", "be") | listed("en", "have") | listed("en", "do")
_SMALL = listed("nl", "small_words")


class Phrase(NamedTuple):
    """English words that stand together, their class, and the Dutch for them: an entry, or words as they are."""

    words: tuple[str, ...]
    sort: str
    dutch: str
    entry: DictionaryEntry | None = None


class Vocabulary:
    """English words and expressions with their Dutch."""

    def __init__(self, known: Dictionary, phrases: Expressions) -> None:
        self._best: dict[tuple[str, str], tuple[float, DictionaryEntry]] = {}
        self._phrases: dict[str, list[Phrase]] = {}
        self._verbs: dict[str, list[tuple[tuple[str, ...], DictionaryEntry]]] = {}
        self._with_preposition: dict[tuple[str, str], tuple[DictionaryEntry, str]] = {}
        self._memory: dict[str, tuple[WordReading, ...]] = {}
        self.function: dict[str, list[tuple[str, str]]] = {}
        seen: set[tuple[str, ...]] = set()
        for word, sort, dutch in table("en", "function"):
            if " " in word:
                words = tuple(word.split(" "))
                seen.add(words)
                self._phrases.setdefault(words[0], []).append(Phrase(words, sort, dutch))
            else:
                self.function.setdefault(word, []).append((sort, dutch))
        for entry in known.entries:
            if entry.pos in CLASS_OF:
                for place, sense in enumerate(entry.senses):
                    self._add(entry, sense, place)
        for english, pos, dutch in table("en", "preferences"):
            for entry in known.of(dutch):
                if entry.pos == pos:
                    self._best[english, pos] = (-1.0, entry)
        self._take_fixed(phrases, seen)
        self._take_prepositions(known, phrases)
        for same in self._phrases.values():
            same.sort(key=lambda phrase: -len(phrase.words))

    def _is_known(self, word: str) -> bool:
        return word in self.function or any((word, pos) in self._best for pos in CLASS_OF)

    def _add(self, entry: DictionaryEntry, sense: Sense, place: int) -> None:
        english = sense.english
        cost = place * _SENSE + entry.rank + (900 if sense.near else 0)
        key = english.lower()
        known = self._best.get((key, entry.pos))
        if known is None or cost < known[0]:
            self._best[key, entry.pos] = (cost, entry)
        if " " not in english:
            return
        words = tuple(english.lower().split(" "))
        if entry.pos == "v":
            if place == 0:
                self._verbs.setdefault(words[0], []).append((words[1:], entry))
        elif place < 2 and words[0] not in {"the", "in", "of", "to"} and not all(w in self.function for w in words):
            self._phrases.setdefault(words[0], []).append(Phrase(words, CLASS_OF[entry.pos], "", entry))

    def _take_fixed(self, phrases: Expressions, seen: set[tuple[str, ...]]) -> None:
        """Take over the fixed expressions, but for those that are nothing but function words in English."""
        for one in phrases.all[0]:
            words = tuple(one.english.lower().split(" "))
            if all(word in self.function or word in _HELPING for word in words):
                continue
            if words not in seen and (len(words) > 1 or not self._is_known(words[0])):
                seen.add(words)
                proper = one.pos == "name" or one.english[:1].isupper()
                dutch = titled(" ".join(one.words)) if proper else " ".join(one.words)
                self._phrases.setdefault(words[0], []).append(Phrase(words, "E" if proper else SORTS[one.pos], dutch))

    def _take_prepositions(self, known: Dictionary, phrases: Expressions) -> None:
        for one in phrases.all[1]:
            entry = next(iter(known.of(one.head, "v")), None)
            if entry is not None and one.preposition and one.link and set(one.words) <= {"zich"}:
                flags = ("zich",) if one.words else ()
                self._with_preposition.setdefault(
                    (one.english, one.link), (entry._replace(flags=(*entry.flags, *flags)), one.preposition)
                )

    def is_common(self, form: str) -> bool:
        """Whether a form in lower case is a word of the language, and not only a name."""
        return form in self.function or any(reading.entry.pos != "name" for reading in self.readings(form))

    def readings(self, form: str) -> tuple[WordReading, ...]:
        """What an English form can be, each as the Dutch entry that stands for it with the English form's name."""
        known = self._memory.get(form)
        if known is None:
            if len(self._memory) > 50_000:
                self._memory.clear()
            known = self._ranked(form)
            for american, british in _SPELLINGS:
                if not known and american in form:
                    known = self._ranked(form.replace(american, british))
            self._memory[form] = known
        return known

    def _ranked(self, form: str) -> tuple[WordReading, ...]:
        """The readings of a form, commoner Dutch words first: "found" is rather "vonden" than "oprichten"."""
        return tuple(sorted(self._read(form), key=lambda reading: reading.entry.rank))

    def _read(self, form: str) -> Iterator[WordReading]:
        low = form.lower()
        seen: set[tuple[str, str]] = set()
        for pos in ("n", "v", "a", "adv", "num", "int", "name"):
            entry = self._singular(low) if pos == "n" else self.entry(low, pos)
            if entry is not None and (pos != "name" or form[:1].isupper()):
                seen.add((pos, ""))
                yield WordReading(entry, "pl" if entry.forms == ("pl",) else {"n": "sg", "v": "inf"}.get(pos, ""))
        for base, pos, name in morphology.candidates(low):
            entry = self.entry(base, pos)
            if entry is not None and (pos, name) not in seen:
                seen.add((pos, name))
                yield WordReading(entry, name)

    def _singular(self, form: str) -> DictionaryEntry | None:
        """The noun that a form is itself, unless it is the plural of a commoner one: "problems"."""
        own = self._best.get((form, "n"))
        one = self._best.get((form[:-1], "n")) if form.endswith("s") else None
        return None if own is None or (one is not None and one[0] < own[0]) else own[1]

    def entry(self, english: str, pos: str) -> DictionaryEntry | None:
        """The Dutch entry for an English lemma."""
        found = self._best.get((english, pos))
        return found[1] if found else None

    def phrase_at(self, words: list[str], at: int) -> tuple[Phrase, str] | None:
        """The longest expression that begins at a place of the lower-case words; the form of its last word."""
        for phrase in self._phrases.get(words[at], ()):
            there = tuple(words[at : at + len(phrase.words)])
            if there == phrase.words:
                return phrase, "sg"
            many = (*phrase.words[:-1], morphology.plural(phrase.words[-1])) if phrase.sort == "N" else ()
            if there == many:
                return phrase, "pl"
        return None

    def verb_with(self, base: str, following: list[str]) -> tuple[DictionaryEntry, int] | None:
        """A verb of several words, such as "carry out", and how many of the following words belong to it."""
        best: tuple[DictionaryEntry, int] | None = None
        for rest, entry in self._verbs.get(base, ()):
            if tuple(following[: len(rest)]) == rest and (best is None or len(rest) > best[1]):
                best = (entry, len(rest))
        return best

    def verb_and_preposition(self, base: str, preposition: str) -> tuple[DictionaryEntry, str] | None:
        """The Dutch verb and preposition for "depend on"."""
        return self._with_preposition.get((base, preposition))


def titled(dutch: str) -> str:
    """A name with its capitals: "raad van state" is written "Raad van State"."""
    return " ".join(
        word if word in _SMALL else "-".join(part[:1].upper() + part[1:] for part in word.split("-"))
        for word in dutch.split(" ")
    )


@cache
def vocabulary() -> Vocabulary:
    """The built-in vocabulary, made at the first call."""
    return Vocabulary(dictionary(), expressions())
