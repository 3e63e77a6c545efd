"""The clause that each token of a run stands in: the scope of a negation."""

from dataclasses import dataclass, field
from typing import Final

from briefing.language.reading import Reading
from briefing.language.reading.brackets import opening_bracket
from briefing.language.tags import VERBS, Tag

MAIN: Final = -1
"""The opener of the first main clause, which has none."""
_REACH: Final = 25
_OPENERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.SUBORDINATOR))
_STOPS: Final = frozenset((Tag.SEMICOLON, Tag.COLON, Tag.STOP))
_BREAKS: Final = _OPENERS | _STOPS | VERBS | {Tag.COMMA}
_VERBAL: Final = VERBS | {Tag.PARTICIPLE, Tag.INFINITIVE, Tag.NEGATION}
"""What takes the place of a verb where verbs do not stand last."""
_BEFORE_RELATIVE: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.COMMA, Tag.CLOSING_BRACKET))


def opens_infinitive(reading: Reading, at: int, end: int) -> bool:
    """Whether "without" is followed by what is not done: "without asking", "zonder iets te vragen"."""
    for place in range(at + 1, min(end, at + _REACH)):
        tag = reading.tags[place]
        if tag == Tag.TO and reading.words.verb_final:
            return True
        if tag == Tag.PRESENT_PARTICIPLE and not reading.words.verb_final:
            return place == at + 1 or reading.tags[place - 1] in {Tag.ADVERB, Tag.NOUN, Tag.NAME}
        if tag in _BREAKS:
            return False
    return False


@dataclass(slots=True)
class Scopes:
    """The clauses of a run of tokens, each by the token that opens it: `MAIN`, a conjunction, a relative word, or the dash of an aside.

    `last` gives the last token of a clause, `told` whether it is told as so: under no condition and in no open question.
    """

    reading: Reading
    start: int
    end: int
    opener: list[int] = field(default_factory=list)
    last: dict[int, int] = field(default_factory=dict)
    told: dict[int, bool] = field(default_factory=lambda: {MAIN: True})
    inside: list[int] = field(default_factory=lambda: [MAIN])
    has_verb: list[bool] = field(default_factory=lambda: [False])

    def __post_init__(self) -> None:
        open_ = self.reading.words.certainty.negations.open
        for at in range(self.start, self.end):
            if self._opens(at):
                self.told[at] = self.told[self.inside[-1]] and self.reading.tokens.lower[at] not in open_
                self._enter(at)
            else:
                self._settle(at)
            self.opener.append(self.inside[-1])
            self.last[self.inside[-1]] = at

    def of(self, at: int) -> int:
        """The opener of the clause that holds the token."""
        return self.opener[at - self.start]

    def _is_without(self, at: int) -> bool:
        """Whether the word governs an infinitive of its own: "without asking", "om niet te vallen"."""
        words, lower = self.reading.words, self.reading.tokens.lower[at]
        governs = lower in words.certainty.negations.without or (words.verb_final and lower in words.purposes)
        return governs and opens_infinitive(self.reading, at, self.end)

    def _opens(self, at: int) -> bool:
        """Whether a clause begins with the token; the first word of a content may be a question or a pronoun."""
        tags, final = self.reading.tags, self.reading.words.verb_final
        tag = tags[at]
        if tag == Tag.COORDINATOR:
            return self._opens_conjunct(at)
        if tag == Tag.DASH:
            return self._opens_aside(at)
        if tag not in _OPENERS or self._governs_gerund(at):
            return self._is_without(at)
        following = tags[at + 1] if at + 1 < self.end else Tag.STOP
        if at == self.start or tags[at - 1] in {Tag.STOP, Tag.QUOTE}:
            return tag == Tag.SUBORDINATOR and not (final and following in VERBS) and self._verb_follows(at)
        if self.reading.tokens.lower[at] in self.reading.words.relative_determiners:
            nested = self.inside[-1] != MAIN and tags[self.inside[-1]] != Tag.COORDINATOR
            led = tags[at - 1] == Tag.PREPOSITION and (nested or tags[at - 2] == Tag.COMMA)
            return tags[at - 1] in _BEFORE_RELATIVE or led or (tags[at - 1] == Tag.COORDINATOR and nested)
        return tag != Tag.SUBORDINATOR or self._verb_follows(at)

    def _opens_conjunct(self, at: int) -> bool:
        """Whether "and" adds a clause to one that has its verb: "two shops had closed, and nobody was hurt"."""
        if self.inside != [MAIN] or not self.has_verb[0]:
            return False
        tags = self.reading.tags
        if tags[at - 1] in VERBS and at + 1 < self.end and tags[at + 1] in VERBS:
            return False
        for tag in tags[at + 1 : min(self.end, at + _REACH)]:
            if tag in VERBS or tag == Tag.COMPLEMENTISER:
                return True
            if tag in _STOPS or tag in _OPENERS:
                return False
        return False

    def _opens_aside(self, at: int) -> bool:
        """Whether the dash begins words beside the clause: it has its verb already, or a second dash ends them."""
        if self.reading.tags[self.inside[-1]] == Tag.DASH and self.inside[-1] != MAIN:
            return False
        return self.has_verb[0] or (at > self.start and Tag.DASH in self.reading.tags[at + 1 : self.end])

    def _verb_follows(self, at: int) -> bool:
        """Whether the conjunction has a clause, and is not "as" or "after" before a noun."""
        verbs = VERBS if self.reading.words.verb_final else _VERBAL
        tags = self.reading.tags
        for place in range(at + 1, min(self.end, at + _REACH)):
            if tags[place] in verbs or (tags[place] == Tag.INFINITIVE and self._ends_clause(place)):
                return True
            if tags[place] in _STOPS:
                return False
        return False

    def _governs_gerund(self, at: int) -> bool:
        """Whether it is no conjunction but a preposition before a verb's noun: "his habit of praising others"."""
        tags = self.reading.tags
        following = tags[at + 1] if at + 1 < self.end else Tag.STOP
        return (
            tags[at] == Tag.SUBORDINATOR and following == Tag.PRESENT_PARTICIPLE and not self.reading.words.verb_final
        )

    def _ends_clause(self, at: int) -> bool:
        """Whether a verb that looks like an infinitive is the plural one that a clause ends with: "als ze niet betalen"."""
        tags = self.reading.tags
        ends = at + 1 >= self.end or tags[at + 1] in _STOPS | {Tag.COMMA}
        return ends and tags[at - 1] not in VERBS | {Tag.TO, Tag.INFINITIVE}

    def _settle(self, at: int) -> None:
        """Leave the clauses that end before the token."""
        tags, final = self.reading.tags, self.reading.words.verb_final
        tag = tags[at]
        if tag in _STOPS:
            del self.inside[1:], self.has_verb[:]
            self.has_verb.append(False)
        elif tag == Tag.DASH:
            self._end_aside()
        elif tag == Tag.CLOSING_BRACKET:
            self._end_bracket(at)
        elif tag == Tag.COMMA:
            resumes = final and at + 1 < self.end and tags[at + 1] in VERBS
            while self._is_subordinate() and (resumes or self.has_verb[-1]):
                self._leave()
        elif tag in (VERBS if final else _VERBAL):
            self._take_verb(at)
        elif final and self._negates(at) and tags[at + 1 : at + 2] != [Tag.TO]:
            # What negates a clause with its verb last stands before that verb.
            while self._is_subordinate() and self.has_verb[-1] and tags[self.inside[-1]] != Tag.PREPOSITION:
                self._leave()

    def _take_verb(self, at: int) -> None:
        """Give a verb to the innermost clause, or to the one around it where that has its own."""
        tag, before = self.reading.tags[at], self.reading.tags[at - 1]
        taken = self._is_subordinate() and self.has_verb[-1] and not self.has_verb[-2]
        resumes = before == Tag.FINITE_VERB and tag == Tag.AUXILIARY  # "dat het bedrijf sluit | is onjuist"
        apart = resumes or before not in VERBS | {Tag.COORDINATOR, Tag.NEGATION}
        if taken and tag in VERBS | {Tag.NEGATION} and apart:
            self._leave()
        self.has_verb[-1] = True

    def _negates(self, at: int) -> bool:
        return self.reading.tokens.lower[at] in self.reading.words.certainty.negations.words

    def _is_subordinate(self) -> bool:
        """Whether the innermost clause stands within another; a conjunct and an aside stand beside it."""
        return len(self.inside) > 1 and self.reading.tags[self.inside[-1]] not in {Tag.COORDINATOR, Tag.DASH}

    def _end_bracket(self, at: int) -> None:
        """Leave the clauses that began inside the brackets."""
        opening = opening_bracket(self.reading, at, self.start)
        while opening >= 0 and self.inside[-1] > opening:
            self._leave()

    def _end_aside(self) -> None:
        """Go on after the second dash of a pair with the clause before the first; a dateline's dash begins the text."""
        aside = next((at for at in self.inside[1:] if self.reading.tags[at] == Tag.DASH), None)
        while aside is not None and self.inside[-1] != aside:
            self._leave()
        if aside is not None:
            self._leave()

    def _enter(self, at: int) -> None:
        self.inside.append(at)
        self.has_verb.append(self._is_without(at))

    def _leave(self) -> None:
        del self.inside[-1], self.has_verb[-1]
