"""Clauses of a reading: where the one around a verb begins, and where a content ends."""

from typing import Final

from briefing.language.reading.extents import opening_bracket, phrase_from
from briefing.language.reading.paragraph import Reading
from briefing.language.tags import MARKS, NON_FINITE, VERBS, Tag

_BREAKS: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.QUOTE, Tag.DASH))
_TRAILING: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.COORDINATOR))
_WITHIN_VERBS: Final = frozenset(
    (Tag.AUXILIARY, Tag.ADVERB, Tag.NEGATION, Tag.TO, Tag.PRONOUN, Tag.RELATIVE, Tag.COORDINATOR)
)
_OPENS_ANOTHER: Final = frozenset(
    (Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.COMMA, Tag.COLON)
)
_IN_LIST: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.COMMA))

_OPENERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.SUBORDINATOR, Tag.RELATIVE))
_MARKS_OF_CLAUSES: Final = frozenset(
    (Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.QUOTE, Tag.DASH, Tag.OPENING_BRACKET)
)
_GOVERNED: Final = 14
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
    while at > floor and (tags[at - 1] not in _MARKS_OF_CLAUSES or _opening_of_title(reading, at - 1) > floor):
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


def clause_end(reading: Reading, start: int, limit: int, *, narrow: bool = False, resumed: bool = False) -> int:
    """Where the content that begins at the token ends: before a new clause of the one who tells, or the sentence's end.

    `narrow` ends it at the first comma or finite verb outside a clause of its own, for an object or an infinitive;
    `resumed` where the clause around it goes on with its verb: "the claim that it is so was withdrawn".
    """
    tags, quote = reading.tags, reading.quote_at[start] if start < limit else -1
    at, inner, told, relatives = start, False, False, 0
    while at < limit:
        tag = tags[at]
        if reading.quote_at[at] not in {-1, quote}:
            at = min(limit, reading.quotes[reading.quote_at[at]].closing + 1)
            told = True
            continue
        inner = inner or tag in _OPENERS
        if narrow and at > start and _ends_narrow(tags, at, limit, inner=inner):
            break
        if (
            resumed
            and tag in {Tag.COMMA, Tag.AUXILIARY, Tag.FINITE_VERB}
            and at > start
            and _resumes(reading, start, at, limit)
        ):
            break
        if (
            tag in {Tag.COMMA, Tag.DASH}
            and at + 1 < limit
            and at > start + 1
            and _leaves(reading, at, limit, told=told)
        ):
            break
        if tag == Tag.COORDINATOR and at > start + 1 and at + 1 < limit and _ends_conjunct(reading, at, limit):
            break
        relatives += int(tag == Tag.RELATIVE and not reading.words.verb_final)
        if tag in VERBS:
            told, relatives = told or not relatives, max(0, relatives - 1)
        at += 1
    while at > start and tags[at - 1] in _TRAILING:
        at -= 1
    return at


def _ends_narrow(tags: list[str], at: int, limit: int, *, inner: bool) -> bool:
    """Whether an object or an infinitive ends at the token."""
    tag = tags[at]
    if tag in {Tag.SEMICOLON, Tag.COLON} or (tag in VERBS and not inner):
        return True
    return tag == Tag.COMMA and not _listed(tags, at, limit)


def _ends_conjunct(reading: Reading, at: int, limit: int) -> bool:
    """Whether what the coordinator at the token joins is a verb of the teller or a further content: "and added", "and that"."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    if lower[at + 1] in words.verbs and tags[at + 1] == Tag.FINITE_VERB:
        return True
    if words.verb_second and tags[at + 1] == Tag.AUXILIARY and at + 2 < limit and tags[at + 2] not in _AFTER_LAST_VERB:
        return True  # "dat hij vertrok maar | wilde niet zeggen waarheen"
    if _teller_follows(reading, at + 1, limit):
        return True
    return lower[at + 1] in words.complementisers and at + 2 < limit and tags[at + 2] not in VERBS


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


def _is_speaking(reading: Reading, at: int) -> bool:
    cues = reading.words.verbs.get(reading.tokens.lower[at], ()) if reading.tags[at] == Tag.FINITE_VERB else ()
    return any(cue.kind == "say" and "quote" in cue.takes for cue in cues)


def _is_over(tags: list[str], at: int, limit: int) -> bool:
    return at >= limit or tags[at] in {Tag.STOP, Tag.COMMA, Tag.TIME, Tag.PREPOSITION}


def _resumes(reading: Reading, start: int, at: int, limit: int) -> bool:
    """Whether the clause around a content goes on at the token: after a comma where verbs stand last, else at a second verb."""
    tags = reading.tags
    if tags[at] == Tag.COMMA:
        return reading.words.verb_final and at + 1 < limit and tags[at + 1] in VERBS
    if reading.words.verb_final or tags[at - 1] in _WITHIN_VERBS:
        return False
    verbs = [k for k in range(start, at) if tags[k] in VERBS]
    return bool(verbs) and not any(tag in _OPENS_ANOTHER for tag in tags[verbs[0] : at])


def _listed(tags: list[str], comma: int, limit: int) -> bool:
    """Whether the comma parts the members of a list: "jobs, wages and rents"."""
    for at in range(comma + 1, min(limit, comma + 6)):
        if tags[at] == Tag.COORDINATOR:
            return True
        if tags[at] not in _IN_LIST:
            return False
    return False


def _leaves(reading: Reading, comma: int, limit: int, *, told: bool) -> bool:
    """Whether the words after a comma belong to the teller again; `told` says that the content has its verb."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    following = comma + 1
    if lower[following] in words.breaking:
        return True
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
