"""Dutch phrases from tagged words: noun phrases and what prepositions and adverbs make of them."""

from abc import abstractmethod

from briefing.translate.literal.lists import listed
from briefing.translate.literal.to_english.nouns import TIME, Nouns, is_time
from briefing.translate.literal.tree import Element, Kept, Modifier, Noun, Preposition, Punctuation, Word

_GOVERN_PREPOSITIONS = listed("nl", "govern_prepositions")
_THAN_OR_AS = listed("nl", "than_or_as")
_GOVERN_ADJECTIVES = listed("nl", "govern_adjectives")
_GOVERN_BARE_NOUNS = listed("nl", "govern_bare_nouns")

_ADVERBIAL = listed("nl", "adverbial_prepositions")
_LIMITING = listed("nl", "limiting")
_OPEN_QUESTIONS = listed("nl", "open_questions")
_LASTING = listed("nl", "lasting")
_PLACES = listed("nl", "places")


class Phrases(Nouns):
    """Reads phrases from a place in the words on."""

    def chunk(self, seen: bool) -> Element:
        """The phrase that begins here; at least one word is taken."""
        word = self.words[self.at]
        if word.sort == "Q":
            self.at += 1
            return Kept([word.before + word.target + word.after], clause=True)
        if word.sort == "P":
            return self.preposition(seen)
        if word.sort in "DNEMRK" or (word.sort == "A" and self.leads_to_noun(self.at)):
            return self._lasting(self.coordinated(seen))
        if word.sort == "W" and self.leads_to_noun(self.at) and self.modifies(word):
            return self.coordinated(seen)
        self.at += 1
        if word.sort == "W" and self.modifies(word) and self.sort() in {"A", "W"} and not word.after:
            follows = self.words[self.at]
            if any(r.entry.pos == "a" for r in follows.options):
                self.at += 1
                return Modifier([word, follows])
        return Modifier([word])

    def _lasting(self, noun: Noun) -> Element:
        """A noun phrase, as a phrase of how long where a word says so after it: "drie jaar lang"."""
        word = self.words[self.at] if self.at < len(self.words) else None
        if word is None or word.low not in _LASTING or noun.last is None or noun.last.lemma not in TIME:
            return noun
        self.at += 1
        return Preposition(word, noun, target="for")

    def preposition(self, seen: bool) -> Element:
        """The phrase that a preposition opens; the preposition alone where none follows: a particle, or stranded."""
        word = self.words[self.at]
        self.at += 1
        follows = self.sort()
        if follows in {"D", "N", "E", "R", "M", "K"} or (
            follows == "A" and (self.leads_to_noun(self.at) or word.low in _GOVERN_BARE_NOUNS)
        ):
            return Preposition(word, self.coordinated(seen))
        if follows == "W" and self._limits():
            limit = self.words[self.at]
            self.at += 1
            phrase = self.coordinated(seen)
            phrase.before.insert(0, limit)
            return Preposition(word, phrase)
        if follows == "W" and self.leads_to_noun(self.at) and self.modifies(self.words[self.at]):
            return Preposition(word, self.coordinated(seen))
        if self._takes_word(word, follows):
            self.at += 1
            return Preposition(word, Modifier([self.words[self.at - 1]], predicate=word.low == "als"))
        inner = self._governed(word, follows, seen)
        if inner is not None:
            return Preposition(word, inner)
        word.sort = "W" if word.low not in _THAN_OR_AS else word.sort
        return Modifier([word])

    def _governed(self, word: Word, follows: str, seen: bool) -> Element | None:
        """The open question or the phrase with a preposition of its own after a preposition: "over hoe het gaat", "van voor 1900"."""
        if follows == "S" and self.words[self.at].low in _OPEN_QUESTIONS and not word.after:
            found: list[Element] = []
            self.subordinate(found)
            return found[0] if found else None
        return self.preposition(seen) if follows == "P" and word.low in _GOVERN_PREPOSITIONS else None

    @abstractmethod
    def subordinate(self, into: list[Element], *, comma: bool = False) -> None:
        """Read a subordinate clause."""

    def _takes_word(self, word: Word, follows: str) -> bool:
        """Whether one adverb or adjective is all that follows: "tot nu", "sinds kort", "dan verwacht"."""
        if word.low == "als" and follows == "W":
            return self.words[self.at].low in _PLACES or any(r.entry.pos == "a" for r in self.words[self.at].options)
        if follows == "A":
            return word.low in _GOVERN_ADJECTIVES
        return follows == "W" and (self.leads_to_noun(self.at) or self.words[self.at].low in _PLACES)

    def _limits(self) -> bool:
        """Whether an adverb stands between a preposition and its noun phrase: "van onder meer netwerken"."""
        return self.words[self.at].low in _LIMITING and (
            self.sort(1) in tuple("DNEM") or (self.sort(1) == "A" and self.leads_to_noun(self.at + 1))
        )

    def attach(self, front: list[Element]) -> None:
        """In front of the finite verb one phrase stands: a preposition after a noun belongs to it."""
        if len(front) < 2:
            return
        noun, last = front[-2], front[-1]
        if isinstance(noun, Preposition) and isinstance(noun.object, Noun) and noun.word.low not in _ADVERBIAL:
            noun = noun.object
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
            if isinstance(element, Punctuation):
                continue
            if isinstance(element, Noun):
                return element.innermost
            if isinstance(element, Preposition) and isinstance(element.object, Noun):
                return element.object.innermost
            return None
        return None
