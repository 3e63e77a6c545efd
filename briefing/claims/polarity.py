"""What is denied: the negations of a stretch of text, and the clause that each of them stands in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from briefing.article import Language
from briefing.claims.claim import Polarity
from briefing.claims.phrases import governs, phrase_to
from briefing.claims.reading import Range, Reading
from briefing.language.lexicon import Phrase, lexicon, phrases_in

MAIN: Final = -1
"""The opener of a main clause, which has none."""
_REACH: Final = 25
_MODIFIERS: Final = 5


def polarity_of(reading: Reading, parts: Sequence[Range]) -> Polarity:
    """Whether the main clause of a content is negated; what stands in a clause within it does not count."""
    known = _negations(reading.words.language)
    for start, end in parts:
        places = _negated_places(reading, start, end, known)
        if places:
            clauses = _Clauses(reading, known, start, end, listed=start > 0 and reading.tags[start - 1] == "C")
            if any(clauses.of(at) == MAIN for at in places):
                return "negative"
    return "positive"


def denied_clauses(reading: Reading, start: int, end: int) -> list[Range]:
    """The subordinate clauses of a run of tokens that are negated and told as so: not those of a condition or a question.

    A relative clause comes with the phrase it belongs to.
    """
    known = _negations(reading.words.language)
    places = _negated_places(reading, start, end, known)
    if not places:
        return []
    clauses = _Clauses(reading, known, start, end)
    return [
        (_clause_start(reading, opener, start), clauses.last[opener] + 1)
        for opener in sorted({clauses.of(at) for at in places} - {MAIN})
        if clauses.told[opener]
    ]


def _clause_start(reading: Reading, opener: int, floor: int) -> int:
    """Where a clause begins: after its conjunction, or with the phrase that it tells more of."""
    tags = reading.tags
    if tags[opener] == "p":
        return opener
    if tags[opener] != "R":
        return opener + 1
    edge = opener
    while edge > floor and tags[edge - 1] in ",p":
        edge -= 1
    return phrase_to(reading, edge, floor) if edge > floor and tags[edge - 1] in "NM" else opener


@dataclass(frozen=True, slots=True)
class _Negations:
    words: frozenset[str]
    but: dict[str, tuple[tuple[Phrase, int], ...]]
    """By word of negation, the phrases in which it negates nothing, with its place in them."""
    implied: frozenset[str]
    without: frozenset[str]
    open: frozenset[str]


def _negated_places(reading: Reading, start: int, end: int, known: _Negations) -> list[int]:
    """The tokens of a run that negate a clause."""
    lower = reading.tokens.lower
    return [
        at
        for at in range(start, end)
        if (lower[at] in known.words and not _is_spared(reading, at, known) and not _is_in_phrase(reading, at))
        or (lower[at] in known.implied and _denies_infinitive(reading, at))
        or (lower[at] in known.without and _opens_infinitive(reading, at, end))
    ]


def _is_spared(reading: Reading, at: int, known: _Negations) -> bool:
    """Whether the word stands in a phrase that does not negate: "not only", "al dan niet"; or is short for "number"."""
    tokens = reading.tokens
    for phrase, place in known.but.get(tokens.lower[at], ()):
        first = at - place
        if first >= 0 and tuple(tokens.lower[first : first + len(phrase)]) == phrase:
            return True
    following = tokens.words[at + 1 : at + 2]
    return reading.tags[at] in "Dn" and bool(following) and following[0].isdigit() and tokens.words[at][0].isupper()


def _is_in_phrase(reading: Reading, at: int) -> bool:
    """Whether only an adjective is negated, within its noun phrase: "een korte en niet erg drukke vergadering"."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    if tags[at] != "n" or not 0 < at < len(tags) - 1:
        return False
    inflected = words.adjective_endings if words.one_word_nouns else ("",)
    first = at - 1
    if tags[first] == "K":
        first -= 1
        while first > max(0, at - _MODIFIERS) and tags[first] in "AEGN" and lower[first].endswith(inflected):
            first -= 1
    if first < 0 or tags[first] != "D" or (first == at - 1 and lower[first] in words.demonstratives):
        return False
    last = at + 1
    while last < min(len(tags) - 1, at + _MODIFIERS) and tags[last] in "BAEGN" and tags[last + 1] in "BAEGNM":
        last += 1
    return tags[last] in "NM" and tags[last - 1] in "AEGN" and lower[last - 1].endswith(inflected)


def _denies_infinitive(reading: Reading, at: int) -> bool:
    """Whether what a verb such as "weigert" or "failed" governs is told not to be so: an infinitive, which follows at once in English."""
    if reading.words.verb_final:
        return governs(reading, at, with_preposition=True)
    following = reading.tags[at + 1 : at + 3]
    return len(following) > 1 and following[0] == "t" and following[1] not in "#D" and reading.tags[at] != "N"


def _opens_infinitive(reading: Reading, at: int, end: int) -> bool:
    """Whether "without" is followed by what is not done: "without asking", "zonder iets te vragen"."""
    for place in range(at + 1, min(end, at + _REACH)):
        tag = reading.tags[place]
        if tag == "t" and reading.words.verb_final:
            return True
        if tag == "G" and not reading.words.verb_final:
            return place == at + 1 or reading.tags[place - 1] in "BNM"
        if tag in ",;:.XVCRS":
            return False
    return False


@dataclass(slots=True)
class _Clauses:
    """Goes through a run of tokens and tells for each the word that opens its clause; of a clause its last token, and whether it is told
    as so: under no condition and in no open question.

    `listed` tells that the run is the clause of a complementiser, which another may go on with.
    """

    reading: Reading
    known: _Negations
    start: int
    end: int
    listed: bool = False
    opener: list[int] = field(default_factory=list)
    last: dict[int, int] = field(default_factory=dict)
    told: dict[int, bool] = field(default_factory=lambda: {MAIN: True})
    inside: list[int] = field(default_factory=lambda: [MAIN])
    has_verb: list[bool] = field(default_factory=lambda: [False])

    def __post_init__(self) -> None:
        for at in range(self.start, self.end):
            if self._opens(at):
                self.told[at] = self.told[self.inside[-1]] and self.reading.tokens.lower[at] not in self.known.open
                self.inside.append(at)
                self.has_verb.append(self._is_without(at))
            else:
                self._settle(at)
            self.opener.append(self.inside[-1])
            self.last[self.inside[-1]] = at

    def of(self, at: int) -> int:
        """The opener of the clause that holds the token."""
        return self.opener[at - self.start]

    def _is_without(self, at: int) -> bool:
        return self.reading.tokens.lower[at] in self.known.without and _opens_infinitive(self.reading, at, self.end)

    def _opens(self, at: int) -> bool:
        """Whether a subordinate clause begins with the token; the first word of a content may be a question or a pronoun."""
        tags, final = self.reading.tags, self.reading.words.verb_final
        tag = tags[at]
        if tag not in "CRS":
            return self._is_without(at)
        if tag == "C" and tags[at - 1] == "K" and at > self.start and self.inside[-1] == MAIN and self.listed:
            return False  # it goes on with the content: "zegt dat ... en dat ..."
        following = tags[at + 1] if at + 1 < self.end else "."
        if at == self.start or tags[at - 1] in '."':
            return tag == "S" and not (final and following in "XV") and self._verb_follows(at)
        if self.reading.tokens.lower[at] in self.reading.words.relative_determiners:
            return tags[at - 1] in "NM,)" or (tags[at - 1] in "pK" and self.inside[-1] != MAIN)
        return tag != "S" or self._verb_follows(at)

    def _verb_follows(self, at: int) -> bool:
        """Whether the conjunction has a clause, and is not "as" or "after" before a noun."""
        verbs = "XV" if self.reading.words.verb_final else "XVEvn"
        for tag in self.reading.tags[at + 1 : min(self.end, at + _REACH)]:
            if tag in verbs:
                return True
            if tag in ";:.":
                return False
        return False

    def _settle(self, at: int) -> None:
        """Leave the clauses that end before the token."""
        tags, final = self.reading.tags, self.reading.words.verb_final
        tag = tags[at]
        if tag in ";:.-":
            del self.inside[1:], self.has_verb[:]
            self.has_verb.append(False)
        elif tag == ",":
            resumes = final and at + 1 < self.end and tags[at + 1] in "XV"
            while len(self.inside) > 1 and (resumes or self.has_verb[-1]):
                self._leave()
        elif tag in ("XV" if final else "XVEvn"):
            taken = len(self.inside) > 1 and self.has_verb[-1] and not self.has_verb[-2]
            if taken and tag in "XVn" and tags[at - 1] not in "XKn":
                self._leave()
            self.has_verb[-1] = True
        elif final and self.reading.tokens.lower[at] in self.known.words and tags[at + 1 : at + 2] != ["t"]:
            # What negates a clause with its verb last stands before that verb.
            while len(self.inside) > 1 and self.has_verb[-1] and tags[self.inside[-1]] != "p":
                self._leave()

    def _leave(self) -> None:
        del self.inside[-1], self.has_verb[-1]


@cache
def _negations(language: Language) -> _Negations:
    table = lexicon(language).certainty.negations
    words = table.words
    but: dict[str, list[tuple[Phrase, int]]] = {}
    for phrase in phrases_in(table.exempt):
        for place, word in enumerate(phrase):
            if word in words:
                but.setdefault(word, []).append((phrase, place))
    return _Negations(
        words,
        {word: tuple(listed) for word, listed in but.items()},
        table.implied,
        table.without,
        table.open,
    )
