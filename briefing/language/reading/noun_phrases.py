"""Noun phrases up to and with their head: "de nieuwe minister Anna de Vries". What follows the head is found in `extents`."""

from dataclasses import dataclass
from typing import Final

from briefing.language.lexicon import Lexicon
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens

_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
_LEADS: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER))
_PARTICIPLES: Final = frozenset((Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE))
_INNER: Final = _LEADS | _PARTICIPLES
_COUNTED: Final = _HEADS | {Tag.NUMBER, Tag.ADJECTIVE}
_OPENINGS: Final = frozenset((Tag.RELATIVE, Tag.COMPLEMENTISER))
_SERIAL: Final = 3
"""Digits of a number that belongs to the noun before it: "artikel 12", "Flight 370"."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase up to its head: first token, the head, and the token after the last.

    The head is the last noun, where a name follows it ("minister De Vries"), and the last word else.
    """

    start: int
    head: int
    end: int


def noun_phrases(tags: list[str], tokens: Tokens, words: Lexicon) -> list[NounPhrase]:
    """The noun phrases of a paragraph from left to right; none overlaps another."""
    chunker = _Chunker(tags, tokens, words)
    found: list[NounPhrase] = []
    at = 0
    while at < len(tags):
        phrase = chunker.phrase_from(at)
        if phrase:
            found.append(phrase)
        at = phrase.end if phrase else at + 1
    return found


def phrase_places(phrases: list[NounPhrase], size: int) -> list[int]:
    """For each of the tokens the index of the noun phrase around it; -1 outside."""
    places = [-1] * size
    for index, phrase in enumerate(phrases):
        places[phrase.start : phrase.end] = [index] * (phrase.end - phrase.start)
    return places


class _Chunker:
    """Finds the noun phrase that begins at a token."""

    def __init__(self, tags: list[str], tokens: Tokens, words: Lexicon) -> None:
        self._tags, self._words = [*tags, Tag.STOP, Tag.STOP, Tag.STOP], words
        self._offices = tuple(words.names.titles.person)
        self._agencies = words.names.agencies.names
        self._written, self._lower = [*tokens.words, "", "", ""], [*tokens.lower, "", "", ""]

    def phrase_from(self, at: int) -> NounPhrase | None:
        if self._tags[at] == Tag.PRONOUN:
            return NounPhrase(at, at, at + 1)
        first = self._past_lead(at)
        end = self._past_heads(first)
        if end > first:
            return NounPhrase(at, self._head(first, end), end)
        return self._headless(at, first)

    def _headless(self, at: int, first: int) -> NounPhrase | None:
        """A phrase without a noun: "sommigen", "the accused", "twaalf"."""
        while first > at and self._tags[first - 1] not in _LEADS:
            first -= 1
        if first > at and self._tags[at] in {Tag.DETERMINER, Tag.NUMBER}:
            following = self._tags[first]
            if following in _PARTICIPLES and first == at + 1 and self._lower[at] in self._words.articles:
                return NounPhrase(at, first, first + 1)
            return NounPhrase(at, first - 1, first)
        return None

    def _past_lead(self, at: int) -> int:
        """The token after the determiners, numbers and adjectives that begin at the token."""
        start, k = at, at
        while step := self._lead_step(k, start):
            k += step
        return k

    def _title_ends(self, k: int) -> int:
        """How many marks at the token bind a noun to the title before it: 'die „Bild|“-|Zeitung'; 0 for none."""
        binds = self._tags[k : k + 2] == [Tag.QUOTE, Tag.DASH] and self._tags[k + 2] in _HEADS
        return 2 * int(binds and self._words.one_word_nouns)

    def _lead_step(self, k: int, start: int) -> int:
        """How many tokens of the lead stand at the token."""
        if k > start and (marks := self._title_ends(k)):
            return marks
        tag, before, after = self._tags[k], self._tags[k - 1] if k > start else Tag.STOP, self._tags[k + 1]
        if tag == Tag.TIME:
            return 2 * int(after == Tag.POSSESSIVE)
        if tag == Tag.ADVERB:
            return self._adverb_step(k, start)
        if tag == Tag.DETERMINER:
            return int(before in {Tag.STOP, Tag.DETERMINER, Tag.ADVERB})
        if tag in _PARTICIPLES:
            first = k == start and (not k or self._tags[k - 1] in _OPENINGS) and tag == Tag.PRESENT_PARTICIPLE
            return int((k > start or first) and (after in _HEADS or after in {Tag.ADJECTIVE, Tag.PARTICIPLE}))
        return int(tag in _LEADS or self._joins_adjectives(k, before))

    def _joins_adjectives(self, k: int, before: str) -> bool:
        """Whether the mark or conjunction stands between adjectives, or a quotation mark before the last word of the phrase."""
        tag, after = self._tags[k], self._tags[k + 1]
        if tag in {Tag.COORDINATOR, Tag.COMMA} and before == Tag.ADJECTIVE:
            return after == Tag.ADJECTIVE and (self._tags[k + 2] in _HEADS or self._tags[k + 2] in _INNER)
        quoted = tag in {Tag.QUOTE, Tag.SINGLE_QUOTE} and before in _LEADS
        return quoted and (after in _HEADS or after in _LEADS)

    def _adverb_step(self, k: int, start: int) -> int:
        after = self._tags[k + 1]
        if k > start and self._tags[k - 1] == Tag.DETERMINER:
            return int(after in _INNER)
        counted = after == Tag.NUMBER or (after == Tag.DETERMINER and self._tags[k + 2] in _COUNTED)
        return int(self._lower[k] in self._words.inner_adverbs and counted)

    def _past_heads(self, first: int) -> int:
        """The token after the nouns and names that begin at the token, with what stands between them."""
        k = first + int(self._titles(first))
        if self._tags[k] not in _HEADS and not self._is_link(k, opening=True):
            return first
        while step := self._head_step(k, first):
            k += step
        while (
            k > first
            and self._tags[k - 1] not in _HEADS
            and self._tags[k - 1]
            not in {
                Tag.NUMBER,
                Tag.POSSESSIVE,
                Tag.SINGLE_QUOTE,
                Tag.QUOTE,
            }
        ):
            k -= 1
        return k

    def _titles(self, k: int) -> bool:
        """Whether the token is the short form of a title before a name: "prof.", "Mt."."""
        word = self._lower[k]
        return word[-1:] == "." and word[:-1] in self._words.abbreviations.titles and self._tags[k + 1] in _HEADS

    def _head_step(self, k: int, first: int) -> int:
        """How many tokens at the token go on with the run of nouns and names."""
        tag, before = self._tags[k], self._tags[k - 1] if k > first else ""
        if tag == Tag.NAME:
            return int(self._name_goes_on(k, before))
        if before in _HEADS and (marks := self._title_ends(k)):
            return marks + 1
        if before in _HEADS and (links := self._links(k)):
            return links + 1
        if tag == Tag.NOUN:
            return int(not before or self._noun_goes_on(k, first, before))
        if self._is_link(k, opening=not before) or self._titles(k):
            return 1
        return int(before != "" and self._goes_on(k, before))

    def _goes_on(self, k: int, before: str) -> bool:
        """Whether a word that is no head goes on with the run: "'s", a number, an adjective inside."""
        tag, after = self._tags[k], self._tags[k + 1]
        if tag == Tag.POSSESSIVE:
            graded = after == Tag.ADVERB and self._tags[k + 2] in _INNER
            return before in _HEADS and (after in _HEADS or after in _INNER or graded)
        if tag == Tag.ADVERB:
            return before == Tag.POSSESSIVE and after in _INNER
        if tag == Tag.NUMBER and before in _HEADS:
            word = self._written[k]
            if word.isdigit() and before == after == Tag.NAME:
                return True  # "Radio 1 Journaal"
            owned = self._lower[k + 1] in self._words.genitives  # "Artikel 5 der Verfassung"
            return word.isdigit() and len(word) <= _SERIAL and (owned or after not in _HEADS | _INNER)
        if tag == Tag.SINGLE_QUOTE and before in _HEADS:
            return after in _HEADS and self._lower[k - 1].endswith("s")
        return tag in _INNER and self._inner_step(k, before)

    def _inner_step(self, k: int, before: str) -> bool:
        """Whether an adjective stands inside a run of nouns: "White House senior adviser", "the firm's newly named chief"."""
        after = self._tags[k + 1]
        if before == Tag.POSSESSIVE or self._tags[k - 2 : k] == [Tag.POSSESSIVE, Tag.ADVERB]:
            return after in _HEADS or after in _INNER
        if self._words.one_word_nouns or before not in _HEADS or self._is_plural(k - 1):
            return False
        return self._tags[k] == Tag.ADJECTIVE and after in _HEADS

    def _name_goes_on(self, k: int, before: str) -> bool:
        if before in {Tag.NOUN, Tag.NUMBER}:
            return self._words.one_word_nouns or not self._is_plural(k - 1)
        return True

    def _noun_goes_on(self, k: int, first: int, before: str) -> bool:
        """Whether a noun belongs to the nouns and names before it, and does not begin a phrase of its own."""
        if not self._words.one_word_nouns or before in {Tag.POSSESSIVE, Tag.NUMBER, Tag.ADJECTIVE}:
            return before != Tag.NUMBER or k == first + 1 or self._words.one_word_nouns
        word = self._lower[k - 1]
        if before == Tag.NAME:
            return word.endswith(("s", "'"))
        if self._is_field(k, first):
            return True
        bare = k - 1 == first and (first == 0 or self._tags[first - 1] not in _LEADS)
        if bare and self._tags[k + 1] == Tag.NAME:
            return True  # a title with its field: "hoogleraar strafrecht Petra Mol"
        return word in self._words.quantities or word.endswith("-")

    def _is_field(self, k: int, first: int) -> bool:
        """Whether a noun tells the field of the office before it: "de wethouder financiën van Assen"."""
        led = k - 1 == first and first > 0 and self._tags[first - 1] in _LEADS
        return led and self._tags[k + 1] == Tag.PREPOSITION and self._lower[k - 1].endswith(self._offices)

    def _is_plural(self, k: int) -> bool:
        word = self._lower[k]
        if word in self._words.abbreviations.titles:
            return False
        return self._tags[k] == Tag.NOUN and (
            (word.endswith("s") and not word.endswith("ss")) or word in self._words.irregular_plurals
        )

    def _links(self, k: int) -> int:
        """How many small words at the token lead on to the next part of a name: "Anna | van der | Berg"."""
        if self._tags[k - 1] != Tag.NAME:
            return 0
        end = k
        while end < k + 3 and self._written[end] in self._words.name_links:
            end += 1
        named = self._tags[end] == Tag.NAME and self._written[end] not in self._agencies
        return end - k if end > k and named else 0

    def _is_link(self, k: int, *, opening: bool) -> bool:
        """Whether a small word with a capital opens a name: "Van den Berg"."""
        if not opening or self._lower[k] not in self._words.name_links or not self._written[k][:1].isupper():
            return False
        end = k + 1
        while end < k + 3 and self._lower[end] in self._words.name_links and self._tags[end] not in _HEADS:
            end += 1
        return self._tags[end] == Tag.NAME and self._tags[k] != Tag.DETERMINER

    def _head(self, first: int, end: int) -> int:
        """The last noun before the names that end the run; the last word where there is none."""
        last = end - 1
        while last > first and not self._is_common(last) and self._tags[last - 1] != Tag.POSSESSIVE:
            last -= 1
        return last if self._is_common(last) else end - 1

    def _is_common(self, k: int) -> bool:
        """Whether the token is a noun, and not the short form of a title."""
        return self._tags[k] == Tag.NOUN and not self._lower[k].endswith(".")
