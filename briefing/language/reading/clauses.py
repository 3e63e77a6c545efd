"""Clauses of a reading: where the one around a verb begins, and where a content ends."""

from typing import Final

from briefing.language.reading.brackets import opening_bracket
from briefing.language.reading.extents import is_parenthesis, phrase_from
from briefing.language.reading.paragraph import Reading
from briefing.language.tags import MARKS, NON_FINITE, VERBS, Tag

_BREAKS: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.QUOTE, Tag.DASH))
_TRAILING: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.COORDINATOR))
_WITHIN_VERBS: Final = frozenset(
    (Tag.AUXILIARY, Tag.ADVERB, Tag.TIME, Tag.NEGATION, Tag.TO, Tag.PRONOUN, Tag.RELATIVE, Tag.COORDINATOR)
)
_OPENS_ANOTHER: Final = frozenset(
    (Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.COMMA, Tag.COLON)
)
_IN_LIST: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.COMMA))

_OPENERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.SUBORDINATOR, Tag.RELATIVE))
_MARKS_OF_CLAUSES: Final = frozenset(
    (Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.QUOTE, Tag.DASH, Tag.OPENING_BRACKET)
)
_AFTER_LISTED_VERB: Final = frozenset((Tag.COMMA, Tag.COORDINATOR))
"""What follows a verb in a list: "dat hij kwam, zag en overwon"."""
_STARTS_SUBJECT: Final = frozenset((Tag.PRONOUN, Tag.DETERMINER, Tag.NAME))
_GOVERNED: Final = 14
_INTERRUPTION: Final = 24
_RESUMING: Final = frozenset((Tag.COMMA, Tag.AUXILIARY, Tag.FINITE_VERB))
_BEFORE_CLAUSE: Final = frozenset((Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.COORDINATOR, Tag.ADVERB))
_AFTER_SUBJECT: Final = frozenset(
    (
        Tag.POSSESSIVE,
        Tag.ADVERB,
        Tag.PARTICIPLE,
        Tag.PREPOSITION,
        Tag.DETERMINER,
        Tag.ADJECTIVE,
        Tag.NOUN,
        Tag.NAME,
        Tag.TIME,
    )
)
"""Tags that may stand between the head of a subject and its verb: "a person briefed on the call said"."""
_AFTER_LAST_VERB: Final = NON_FINITE | MARKS | {Tag.COORDINATOR, Tag.TO}
"""What may follow a finite verb that stands last in its clause, with the other verbs of its group."""


def clause_start(reading: Reading, at: int, floor: int) -> int:
    """The first token of the clause that holds the token: after a comma, a conjunction, a mark or a relative word.

    A relative clause that is complete before the token belongs to the clause. "and" begins one only after a finite verb.
    """
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    verbs = 0
    while at > floor and not _begins_clause(reading, at, floor):
        tag = tags[at - 1]
        if tag == Tag.QUOTE:
            at = _opening_of_title(reading, at - 1)
            continue
        if tag == Tag.CLOSING_BRACKET and (opening := opening_bracket(reading, at - 1, floor)) > floor:
            at = opening
            continue
        if tag in _OPENERS:
            if not verbs or tag == Tag.SUBORDINATOR:
                break
            verbs -= 1
        if tag == Tag.COORDINATOR and (lower[at - 1] in words.breaking or _verb_before(tags, at - 1, floor)):
            break
        verbs += int(tag in VERBS)
        at -= 1
    return at


def _begins_clause(reading: Reading, at: int, floor: int) -> bool:
    """Whether a mark before the token parts clauses, and none inside a noun phrase: "das Blatt „Courant“", "die „Bild“-Zeitung"."""
    if reading.tags[at - 1] not in _MARKS_OF_CLAUSES or _opening_of_title(reading, at - 1) > floor:
        return False
    return reading.tags[at - 1] != Tag.DASH or reading.phrase_at[at - 1] < 0


def _opening_of_title(reading: Reading, at: int) -> int:
    """The mark that opens the few words that the one at the token closes: "das Blatt „Courant“"; -1 where it closes none."""
    index = reading.quote_at[at]
    quote = reading.quotes[index] if index >= 0 else None
    return quote.opening if quote and at == quote.closing and not quote.is_speech() else -1


def _verb_before(tags: list[str], at: int, floor: int) -> bool:
    """Whether the clause that ends before the token has a finite verb."""
    for k in range(at - 1, floor - 1, -1):
        if tags[k] in VERBS:
            return True
        if tags[k] in _BREAKS:
            return k + 1 == at
    return at == floor


def leads(reading: Reading, at: int, floor: int) -> bool:
    """Whether the words up to the token open a clause before its main clause: "When she | said", "Amid | fears", "Asked"."""
    tags, first = reading.tags, _segment_start(reading, at, floor)
    if Tag.COMMA in tags[first:at]:
        return False
    if tags[first] in _OPENERS and first < at:
        return True
    if first == at:
        return tags[at] == Tag.PRESENT_PARTICIPLE or reading.tokens.lower[at] in reading.words.participles
    opens = tags[first] in {Tag.PREPOSITION, Tag.PRESENT_PARTICIPLE, Tag.PARTICIPLE}
    return opens and not any(tag in VERBS for tag in tags[first : at + 1])


def _segment_start(reading: Reading, at: int, floor: int) -> int:
    """The first word of the sentence, or of what a comma and a conjunction join to it, adverbs and marks left out."""
    tags = reading.tags
    for k in range(at - 1, floor, -1):
        if tags[k] == Tag.COORDINATOR and tags[k - 1] == Tag.COMMA:
            floor = k
            break
    while floor < at and (tags[floor] in _BEFORE_CLAUSE or tags[floor - 1 : floor + 1] == [Tag.ADVERB, Tag.COMMA]):
        floor += 1
    return floor


def clause_end(
    reading: Reading, start: int, limit: int, *, narrow: bool = False, resumed: bool = False, leading: bool = False
) -> int:
    """Where the content that begins at the token ends: before a new clause of the one who tells, or the sentence's end.

    `narrow` ends it at the first comma or finite verb outside a clause of its own, for an object or an infinitive;
    `resumed` where the clause around it goes on with its verb: "the claim that it is so was withdrawn"; `leading` where the
    main clause begins: "When she said that it is so, | he left".
    """
    return _Content(reading, start, limit, narrow=narrow, resumed=resumed, leading=leading).end()


class _Content:
    """A walk through a content to its end; `_told` says that it has its verb, `_inner` that a clause in it has begun."""

    def __init__(self, reading: Reading, start: int, limit: int, *, narrow: bool, resumed: bool, leading: bool) -> None:
        self._reading, self._tags, self._start, self._limit = reading, reading.tags, start, limit
        self._narrow, self._resumed, self._leading = narrow, resumed, leading
        self._inner = self._told = False
        self._is_subordinate = start > 0 and reading.tags[start - 1] == Tag.COMPLEMENTISER
        self._relatives = self._brackets = 0

    def end(self) -> int:
        reading, tags, at = self._reading, self._tags, self._start
        quote = reading.quote_at[at] if at < self._limit else -1
        while at < self._limit:
            if reading.quote_at[at] not in {-1, quote}:
                opening, at = at, min(self._limit, reading.quotes[reading.quote_at[at]].closing + 1)
                self._told = True
                if opening > self._start and _is_tagged(reading, at):
                    break
                continue
            if self._narrow and tags[at] == Tag.COMMA and (closing := _interruption_end(reading, at, self._limit)):
                at = closing + 1
                continue
            if tags[at] == Tag.COMMA and at + 2 < self._limit and self._adds_contrast(at):
                at += 2
                continue
            self._inner = self._inner or tags[at] in _OPENERS
            if at > self._start and self._ends(at):
                break
            self._pass(at)
            at += 1
        while at > self._start and tags[at - 1] in _TRAILING:
            at -= 1
        return at

    def _pass(self, at: int) -> None:
        tag = self._tags[at]
        self._brackets += int(tag == Tag.OPENING_BRACKET) - int(tag == Tag.CLOSING_BRACKET)
        self._relatives += int(tag == Tag.RELATIVE and at > self._start and not self._reading.words.verb_final)
        if tag in VERBS:
            self._told, self._relatives = self._told or not self._relatives, max(0, self._relatives - 1)

    def _ends(self, at: int) -> bool:
        """Whether the content ends before the token."""
        reading, tag, limit = self._reading, self._tags[at], self._limit
        closes = tag == Tag.CLOSING_BRACKET and not self._brackets
        if closes or self._gives_way(at) or (self._narrow and _ends_narrow(self._tags, at, limit, inner=self._inner)):
            return True
        if at == self._start + 1 or at + 1 >= limit:
            return False
        if tag in {Tag.COMMA, Tag.COORDINATOR} and self._is_subordinate and _inverts(reading, at + 1, limit):
            return True
        if tag in {Tag.COMMA, Tag.DASH}:
            return not self._closes_parenthesis(at) and _leaves(reading, at, limit, told=self._told)
        if tag == Tag.COLON:
            return _introduces_tagged(reading, at + 1)
        return tag == Tag.COORDINATOR and _ends_conjunct(reading, at, limit)

    def _closes_parenthesis(self, at: int) -> bool:
        """Whether the mark closes what stands between a subject of the content and its verb: "the clerk, who slept, | left"."""
        tags, words = self._tags, self._reading.words
        if words.verb_second or tags[at + 1] not in VERBS:
            return False
        opening = next((k for k in range(at - 2, self._start, -1) if tags[k] == tags[at]), self._start)
        if opening == self._start or tags[opening - 1] not in {Tag.NOUN, Tag.NAME}:
            return False
        return tags[at] == Tag.DASH or is_parenthesis(self._reading, opening + 1, at)

    def _adds_contrast(self, comma: int) -> bool:
        """Whether "but" after the comma answers a "not only" of the content and opens no clause: "not only A, | but also B"."""
        reading, words = self._reading, self._reading.words
        if reading.tokens.lower[comma + 1] not in words.breaking or self._tags[comma + 1] != Tag.COORDINATOR:
            return False
        lower, exempt = reading.tokens.lower, words.certainty.negations.exempt
        paired = any(" ".join(lower[k : k + 2]) in exempt for k in range(self._start, comma - 1))
        return paired and not _main_clause_follows(reading, comma + 2, self._limit)

    def _gives_way(self, at: int) -> bool:
        """Whether the clause around the content goes on at the token, or the main clause after it begins."""
        reading, tag, limit = self._reading, self._tags[at], self._limit
        if self._resumed and tag in _RESUMING and _resumes(reading, self._start, at, limit):
            return True
        if tag == Tag.PRESENT_PARTICIPLE and self._tags[at - 2 : at] == [Tag.COMMA, Tag.QUOTE]:
            return reading.tokens.lower[at] in reading.words.verbs  # 'called it "a farce," saying'
        leads_on = self._leading and tag in {Tag.COMMA, Tag.DASH} and self._told
        return leads_on and _main_clause_follows(reading, at + 1, limit)


def _inverts(reading: Reading, at: int, limit: int) -> bool:
    """Whether a main clause with its subject behind the verb begins at the token: "en vervolgens toonde hij", "al deed zij"."""
    tags = reading.tags
    if not reading.words.verb_second or at + 2 >= limit or tags[at] not in {Tag.ADVERB, Tag.SUBORDINATOR}:
        return False
    return tags[at + 1] in VERBS and tags[at + 2] in _STARTS_SUBJECT


def _main_clause_follows(reading: Reading, at: int, limit: int) -> bool:
    """Whether a main clause begins at the token: with its verb where it follows a clause, else with its subject."""
    tags = reading.tags
    if at >= limit:
        return False
    if reading.words.verb_second:
        return tags[at] in VERBS
    verb = phrase_from(reading, at, limit)
    while at < verb < limit and tags[verb] in {Tag.ADVERB, Tag.COMMA}:
        verb += 1
    return at < verb < limit and tags[verb] in VERBS


def _ends_narrow(tags: list[str], at: int, limit: int, *, inner: bool) -> bool:
    """Whether an object or an infinitive ends at the token."""
    tag = tags[at]
    if tag in {Tag.SEMICOLON, Tag.COLON} or (tag in VERBS and not inner):
        return True
    if tag == Tag.DASH:
        return tags[at + 1 : at + 2] == [Tag.COORDINATOR]
    return tag == Tag.COMMA and not _listed(tags, at, limit)


def _interruption_end(reading: Reading, comma: int, limit: int) -> int:
    """The comma after which the phrase goes on that this one interrupts: "accused the board, which meets here, of"; 0 for none."""
    tags = reading.tags
    closing = next((k for k in range(comma + 2, min(limit, comma + _INTERRUPTION)) if tags[k] == Tag.COMMA), 0)
    if not closing or closing + 1 >= limit:
        return 0
    gerund = tags[closing + 1 : closing + 3] == [Tag.SUBORDINATOR, Tag.PRESENT_PARTICIPLE]
    goes_on = tags[closing + 1] in {Tag.PREPOSITION, Tag.TO, Tag.PRESENT_PARTICIPLE} or gerund
    goes_on = goes_on or reading.tokens.lower[closing + 1] in reading.words.indefinite
    added = tags[comma + 1] == Tag.RELATIVE or is_parenthesis(reading, comma + 1, closing)
    return closing if goes_on and added else 0


def _ends_conjunct(reading: Reading, at: int, limit: int) -> bool:
    """Whether what the coordinator at the token joins is a verb of the teller or a further content: "and added", "and that"."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    if lower[at + 1] in words.verbs and (tags[at + 1] == Tag.FINITE_VERB or _goes_on_telling(reading, at + 1)):
        return True
    if words.verb_second and tags[at + 1] == Tag.AUXILIARY and at + 2 < limit and tags[at + 2] not in _AFTER_LAST_VERB:
        return True  # "dat hij vertrok maar | wilde niet zeggen waarheen"
    if _teller_follows(reading, at + 1, limit):
        return True
    return lower[at + 1] in words.complementisers and at + 2 < limit and tags[at + 2] not in VERBS


def _goes_on_telling(reading: Reading, at: int) -> bool:
    """Whether a participle at the token, which may be a past tense as well, has a content of its own: "and asserting that"."""
    tags = reading.tags
    if tags[at] == Tag.PRESENT_PARTICIPLE:
        return tags[at + 1 : at + 2] == [Tag.COMPLEMENTISER]
    past = any("zero" in cue.takes for cue in reading.words.verbs[reading.tokens.lower[at]])
    phrase = reading.phrase(at + 1) if tags[at] == Tag.PARTICIPLE and past and at + 1 < len(tags) else None
    return phrase is not None and phrase.start == at + 1 and not reading.words.verb_final


def _teller_follows(reading: Reading, at: int, limit: int) -> bool:
    """Whether a clause with a subject and a verb of speaking or denial begins at the token: "and | the army said it would"."""
    phrase = reading.phrase(at)
    if phrase is None or phrase.start != at:
        return False
    verb = phrase_from(reading, at, limit)
    if verb >= limit or reading.tags[verb] != Tag.FINITE_VERB:
        return False
    with_clause = reading.tags[verb + 1 : verb + 2] == [Tag.COMPLEMENTISER]
    return any(
        (cue.kind == "say" and "quote" in cue.takes) or (cue.kind == "deny" and with_clause)
        for cue in reading.words.verbs.get(reading.tokens.lower[verb], ())
    )


def _tag_follows(reading: Reading, at: int, limit: int) -> bool:
    """Whether a tag begins at the token: "| Smith said.", "| zegt Smit"."""
    tags = reading.tags
    if _is_speaking(reading, at):
        subject = phrase_from(reading, at + 1, limit)
        return subject > at + 1 and _is_over(tags, subject, limit)
    verb = phrase_from(reading, at, limit)
    while at < verb < limit and tags[verb] in _AFTER_SUBJECT:
        verb += 1
    return at < verb < limit and _is_speaking(reading, verb) and _is_over(tags, verb + 1, limit)


def _is_tagged(reading: Reading, at: int) -> bool:
    """Whether a quotation that ends before the token has a comma and a tag: 'has "no doubts," | he said'."""
    comma = reading.tags[at - 2] == Tag.COMMA
    return comma and _tag_follows(reading, at, min(len(reading.tags), at + _GOVERNED))


def _introduces_tagged(reading: Reading, at: int) -> bool:
    """Whether a quotation that begins at the token has a tag of its own: 'the rent: | "It is high," he said'."""
    index = reading.quote_at[at]
    after = reading.quotes[index].closing + 1 if index >= 0 else len(reading.tags)
    return after < len(reading.tags) and _tag_follows(reading, after, min(len(reading.tags), after + _GOVERNED))


def _is_speaking(reading: Reading, at: int) -> bool:
    cues = reading.words.verbs.get(reading.tokens.lower[at], ()) if reading.tags[at] == Tag.FINITE_VERB else ()
    return any(cue.kind == "say" and "quote" in cue.takes for cue in cues)


def _is_over(tags: list[str], at: int, limit: int) -> bool:
    return at >= limit or tags[at] in {Tag.STOP, Tag.COMMA, Tag.TIME, Tag.PREPOSITION}


def _resumes(reading: Reading, start: int, at: int, limit: int) -> bool:
    """Whether the clause around a content goes on at the token: after a comma where verbs stand last, else at a second verb."""
    tags = reading.tags
    if tags[at] == Tag.COMMA:
        goes_on = at + 2 < limit and tags[at + 1] in VERBS and tags[at + 2] not in _AFTER_LISTED_VERB
        goes_on = goes_on and not (tags[at + 2] == Tag.STOP and Tag.RELATIVE in tags[start:at])
        return reading.words.verb_final and goes_on
    if reading.words.verb_final:
        plural = reading.tokens.lower[at].endswith(reading.words.names.pronouns.plural_verbs)
        goes_on = tags[at - 1] == Tag.FINITE_VERB and not NON_FINITE & set(tags[at + 1 : at + 3])
        return goes_on and not plural  # "de angst dat het misgaat | is groot"
    if tags[at - 1] in _WITHIN_VERBS:
        return False
    verbs = [k for k in range(start, at) if tags[k] in VERBS]
    modal = (
        bool(verbs) and tags[verbs[0]] == Tag.AUXILIARY and reading.tokens.lower[verbs[0]] not in reading.words.passives
    )
    if modal and tags[at] == Tag.FINITE_VERB and not NON_FINITE.intersection(tags[verbs[0] : at]):
        return False  # "would one day burst"
    return bool(verbs) and not any(tag in _OPENS_ANOTHER for tag in tags[verbs[0] : at])


def _listed(tags: list[str], comma: int, limit: int) -> bool:
    """Whether the comma parts the members of a list: "jobs, wages and rents"."""
    for at in range(comma + 1, min(limit, comma + 6)):
        if tags[at] == Tag.COORDINATOR:
            return True
        if tags[at] not in _IN_LIST:
            return False
    return False


def _is_contrast(tags: list[str], at: int, limit: int) -> bool:
    """Whether what follows "but" is only another member of the clause before it: "not by him, but | by his children"."""
    end = next((k for k in range(at, limit) if tags[k] in {Tag.COMMA, Tag.STOP}), limit)
    return tags[at : at + 1] == [Tag.PREPOSITION] and not any(tag in VERBS for tag in tags[at:end])


def _leaves(reading: Reading, comma: int, limit: int, *, told: bool) -> bool:
    """Whether the words after a comma belong to the teller again; `told` says that the content has its verb."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    following = comma + 1
    if lower[following] in words.breaking:
        return tags[following] != Tag.COORDINATOR or not _is_contrast(tags, following + 1, limit)
    if tags[following] == Tag.PRESENT_PARTICIPLE and lower[following] in words.verbs:
        return True
    inverted = words.verb_second and tags[following] == Tag.FINITE_VERB
    if (told or inverted) and _tag_follows(reading, following, min(len(tags), following + _GOVERNED)):
        return True
    if tags[following] in VERBS and not words.verb_second:
        return told
    if tags[following] == Tag.COORDINATOR and following + 1 < limit:
        after = following + 1
        if tags[after] == Tag.ADVERB and after + 1 < limit:
            after += 1
        return (tags[after] in VERBS and words.verb_second) or (
            tags[after] == Tag.FINITE_VERB and lower[after] in words.verbs
        )
    return False
