"""Whether a sentence can be read alone, or points back at what was said before it ("Dat staat in ...", "They would ...").

The words that point are data: `language/<code>/referents.toml`.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import Final, Literal

from briefing.article import Language
from briefing.language.lexicon import lexicon
from briefing.language.reading import Range, Reading, read
from briefing.language.tables.loading import load
from briefing.language.tables.referents import ReferentWords
from briefing.language.tags import NOMINAL, VERBS, Tag

Standing = Literal["alone", "lightly", "leaning"]
"""`alone` needs nothing; `lightly` carries on but can be read; `leaning` is not understood without what it points at."""

_OPENING: Final = frozenset("\"'“„‘«([") | {"''", "``", ",,"}
_NAMING: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.NUMBER))
_TELLS_WHICH: Final = frozenset((Tag.PREPOSITION, Tag.RELATIVE, Tag.NAME, Tag.POSSESSIVE))
_JOINERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.SUBORDINATOR))
_CLAUSE_ENDS: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON))
_LEAST_JOINED: Final = 5
"""Letters of a noun that may end a longer one."""
_REACH: Final = 4
"""Tokens within which "the company" opens a sentence."""


@cache
def pointing_words(language: Language) -> ReferentWords:
    """The words of a language by which a sentence points back."""
    return load(ReferentWords, language, "referents")


def standing(text: str, language: Language) -> Standing:
    """How far a sentence depends on the ones before it, by its own words."""
    reading = read(text, 0, len(text), lexicon(language))
    return standing_in(reading, (0, len(reading.tags)))


def standing_in(
    reading: Reading,
    sentence: Range,
    *,
    settled: Collection[int] = (),
    is_brought_up: Callable[[str], bool] = lambda _: False,
    opens_paragraph: bool = True,
) -> Standing:
    """How far a sentence depends on the ones before it.

    `settled` are the tokens of phrases of which it is known whom they stand for. `is_brought_up` tells of a noun whether something
    was brought up by it before ("a man"), so that "the man" points back at it. So does "the company" inside a paragraph.
    """
    return _Opening(reading, sentence, frozenset(settled), is_brought_up, opens_paragraph).standing()


def goes_on_from_headline(reading: Reading, sentence: Range) -> bool:
    """Whether the first sentence of a report takes up its headline: "Dat meldt de politie.", "De zaak kwam van een buurman."."""
    opening = _Opening(reading, sentence, frozenset(), lambda _: False)
    first = next((at for at in range(*sentence) if reading.tokens.words[at] not in _OPENING), sentence[0])
    known = pointing_words(reading.words.language)
    points = reading.tokens.lower[first] in known.before_a_noun.pronouns and reading.tags[first] == Tag.PRONOUN
    if points and opening.standing() == "leaning":
        return True
    return reading.tokens.lower[first] in known.definite.articles and opening.standing() == "lightly"


def sets_up(reading: Reading, sentence: Range) -> bool:
    """Whether a sentence opens by telling how it usually, or at first, is: "Normally the bridge is open."."""
    return _first_word(reading, sentence) in pointing_words(reading.words.language).in_front.setting_up


def turns(reading: Reading, sentence: Range) -> bool:
    """Whether a sentence turns against the one before it: "But the bridge stays shut."."""
    known = pointing_words(reading.words.language)
    if _first_word(reading, sentence) in known.in_front.turning:
        return True
    clause = takewhile(lambda at: reading.tags[at] not in _CLAUSE_ENDS, range(*sentence))
    return any(reading.tokens.lower[at] in known.anywhere.turning for at in clause)


def calls_to_read_on(reading: Reading, sentence: Range) -> bool:
    """Whether a sentence sends the reader elsewhere: "Read the letter here.", "See the table below."."""
    known = pointing_words(reading.words.language).elsewhere
    return _first_word(reading, sentence) in known.in_front or not known.anywhere.isdisjoint(reading.lower(sentence))


def _first_word(reading: Reading, sentence: Range) -> str:
    """The first word in lower case, without a mark that opens a quotation."""
    return next((reading.tokens.lower[at] for at in range(*sentence) if reading.tokens.words[at] not in _OPENING), "")


@dataclass(frozen=True, slots=True)
class _Opening:
    """The opening of a sentence, read word by word."""

    reading: Reading
    sentence: Range
    settled: frozenset[int]
    is_brought_up: Callable[[str], bool]
    opens_paragraph: bool = True

    @property
    def _known(self) -> ReferentWords:
        return pointing_words(self.reading.words.language)

    def standing(self) -> Standing:
        start, end = self.sentence
        words, lower = self.reading.tokens.words, self.reading.tokens.lower
        first = next((at for at in range(start, end) if words[at] not in _OPENING), end)
        if first == end or self._is_quoted(start, end):
            return "leaning"
        front = self._known.in_front
        if lower[first] in front.leaning or self._points_back(first, end) or self._points_within(first, end):
            return "leaning"
        return self._by_definite(first, end)

    def _by_definite(self, first: int, end: int) -> Standing:
        noun = self._definite(first, end)
        is_kind = self._is_one_of_many(noun)
        if noun and (self.is_brought_up(noun) or (is_kind and not self.opens_paragraph)):
            return "leaning"
        lightly = self.reading.tokens.lower[first] in self._known.in_front.lightly
        return "lightly" if lightly or is_kind else "alone"

    def _is_one_of_many(self, noun: str) -> bool:
        """Whether a noun names a kind of which the text means one: "company", and in languages that join nouns "energiebedrijf"."""
        nouns = self._known.definite.nouns
        joined = self.reading.words.verb_second
        return noun in nouns or (joined and any(noun.endswith(one) for one in nouns if len(one) >= _LEAST_JOINED))

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether the sentence is nothing but a quotation: who says it stands elsewhere."""
        quote = self.reading.quote_at[start]
        marked = self.reading.tokens.words[start] in _OPENING
        return quote >= 0 and marked and all(self.reading.quote_at[at] == quote for at in range(start, end))

    def _points_back(self, first: int, end: int) -> bool:
        """Whether a pronoun comes before the first noun, or is a determiner of it."""
        lower, tags, known = self.reading.tokens.lower, self.reading.tags, self._known.before_a_noun
        for at in range(first, end):
            if at in self.settled:
                return False  # as good as a name
            if lower[at] in known.subject and at + 1 < end and self._is_pronoun(at, end):
                return self._points_at_event(at, end) or not known.forward & set(lower[at + 2 : end])
            joins = tags[at] in _JOINERS and not (at == first and tags[at] == Tag.RELATIVE)
            if lower[at] in known.pronouns and not joins and tags[at] not in VERBS:
                return not self._is_dated(at, end) and not self._points_ahead(at, end)
            if self._is_noun(at):
                return False
        return False

    def _points_within(self, first: int, end: int) -> bool:
        """Whether a word in the first clause points back wherever it stands."""
        lower, tags, known = self.reading.tokens.lower, self.reading.tags, self._known.anywhere
        has_verb = False
        for at in range(first, end):
            if tags[at] in _CLAUSE_ENDS or (has_verb and tags[at] == Tag.COORDINATOR):
                return False
            has_verb = has_verb or tags[at] in VERBS
            ahead = bool(self._known.before_a_noun.forward & set(lower[at + 1 : end]))
            if (lower[at] in known.adverbs and not ahead) or lower[at] in known.comparing:
                return True
            if self._is_part_or_more(at, end):
                return True
            points = tags[at] in {Tag.PRONOUN, Tag.DETERMINER} or self._opens_no_clause(at, end)
            if (
                points
                and lower[at] in known.demonstratives
                and not self._is_dated(at, end)
                and not self._points_ahead(at, end)
            ):
                return True
        return False

    def _is_part_or_more(self, at: int, end: int) -> bool:
        """Whether it is a part of something said before, or comes on top of it: "half will be ...", "the extra money"."""
        lower, tags, known = self.reading.tokens.lower, self.reading.tags, self._known.definite
        if lower[at] not in known.articles or at + 1 == end:
            return False
        if lower[at + 1] in known.added:
            return _TELLS_WHICH.isdisjoint(tags[at + 2 : min(at + 4, end)])
        return lower[at + 1] in known.parts and known.wholes.isdisjoint(lower[self.sentence[0] : end])

    def _points_at_event(self, at: int, end: int) -> bool:
        """Whether "it" is what was told before: "It was the first time that the bridge was shut."."""
        return not self._known.before_a_noun.times.isdisjoint(self.reading.tokens.lower[at + 2 : min(at + 6, end)])

    def _is_pronoun(self, at: int, end: int) -> bool:
        """Whether "het" or "it" is no article: a verb or a clause follows, or nothing it could belong to."""
        return self.reading.tags[at] == Tag.PRONOUN or (at + 1 < end and self.reading.tags[at + 1] in VERBS)

    def _opens_no_clause(self, at: int, end: int) -> bool:
        """Whether "dat" is a pronoun though it looks like a conjunction: no verb follows in the clause that it would open."""
        tags = self.reading.tags
        after = next((k for k in range(at + 1, end) if tags[k] in _CLAUSE_ENDS | _JOINERS), end)
        return (
            self.reading.words.verb_second
            and tags[at] == Tag.COMPLEMENTISER
            and not any(tags[k] in VERBS for k in range(at + 1, after))
        )

    def _is_dated(self, at: int, end: int) -> bool:
        """Whether it points at the calendar: "deze week", "that same year"."""
        calendar = self._known.before_a_noun.calendar
        return any(word in calendar for word in self.reading.tokens.lower[at + 1 : min(end, at + 3)])

    def _points_ahead(self, at: int, end: int) -> bool:
        """Whether what is meant follows: "those who", "die van vorig jaar"."""
        following = self.reading.tags[at + 1 : min(end, at + 2)]
        return self.reading.tags[at] == Tag.PRONOUN and bool(following) and following[0] in _TELLS_WHICH

    def _is_noun(self, at: int) -> bool:
        """Whether the word names something."""
        lightly = self.reading.tokens.lower[at] in self._known.in_front.lightly
        return self.reading.tags[at] in _NAMING and not lightly

    def _definite(self, first: int, end: int) -> str:
        """The noun of "the company" if it is named first and nothing after it says which one; else ""."""
        lower, tags = self.reading.tokens.lower, self.reading.tags
        for at in range(first, min(first + _REACH, end - 1)):
            bare = lower[at] in self._known.definite.articles and tags[at + 1] == Tag.NOUN
            if bare:
                following = tags[at + 2] if at + 2 < end else Tag.STOP
                return "" if following in _TELLS_WHICH or at in self.settled else lower[at + 1]
            if tags[at] in NOMINAL:
                return ""
        return ""
