"""How far a noun phrase reaches with what follows its head: "de man uit Gent, die gisteren werd gehoord"."""

from typing import Final

from briefing.language.reading.brackets import closing_bracket, opening_bracket
from briefing.language.reading.modifiers import (
    binds_body,
    describes,
    is_genitive,
    opens_origin,
    past_genitive,
    past_list,
    past_title,
)
from briefing.language.reading.noun_phrases import NounPhrase
from briefing.language.reading.paragraph import Reading
from briefing.language.tags import VERBS, Tag

_APPOSITIONS: Final = 4
_LONGEST_APPOSITION: Final = 18
_LONGEST_RELATIVE: Final = 32
_CONJUNCTS: Final = 6
_QUANTIFIERS: Final = frozenset((Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER))
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
_OPENS_PHRASE: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER))
_PARTICIPLES: Final = frozenset((Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE))
_CLAUSE_OPENERS: Final = frozenset((Tag.RELATIVE, Tag.COMPLEMENTISER, Tag.SUBORDINATOR))
_CLOSING: Final = frozenset((Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.DASH))
_NO_APPOSITION: Final = frozenset((Tag.OPENING_BRACKET, Tag.PRONOUN, *VERBS))
_BREAKS: Final = frozenset((Tag.SEMICOLON, Tag.COLON, Tag.QUOTE, Tag.STOP))
_BEFORE_SUBJECT: Final = (
    _CLAUSE_OPENERS
    | _BREAKS
    | frozenset((Tag.COMMA, Tag.DASH, Tag.COORDINATOR, Tag.ADVERB, Tag.TIME, Tag.OPENING_BRACKET, Tag.SINGLE_QUOTE))
)
"""Tags that may stand before the subject of a clause."""


def phrase_from(reading: Reading, start: int, limit: int, *, with_place: bool = False) -> int:
    """Where the noun phrase that begins at the token ends, exclusive; the token itself where none begins there.

    With what follows its head: phrases with a linking preposition (with `with_place` any preposition), brackets, further
    conjuncts, appositions and relative clauses between commas.
    """
    phrase = reading.phrase(start)
    if phrase is None or start >= limit or phrase.end <= start:
        return start
    at = min(phrase.end, limit)
    if reading.tags[start] == Tag.PRONOUN and not _is_followed_by_link(reading, at, limit):
        return at
    at = _with_modifiers(reading, at, limit, with_place=with_place)
    return _with_appositions(reading, at, limit)


def _is_followed_by_link(reading: Reading, at: int, limit: int) -> bool:
    personal = reading.tokens.lower[at - 1] in reading.words.subject_pronouns
    return at < limit and not personal and reading.tokens.lower[at] in reading.words.links


def _with_modifiers(reading: Reading, at: int, limit: int, *, with_place: bool) -> int:
    """Past the modifiers and conjuncts that follow a head which ends before the token."""
    while at < limit:
        after = _past_modifier(reading, at, limit, with_place=with_place)
        if after == at:
            return at
        at = after
    return at


def _past_modifier(reading: Reading, at: int, limit: int, *, with_place: bool) -> int:
    tags = reading.tags
    if tags[at] == Tag.OPENING_BRACKET:
        return closing_bracket(reading, at, limit)
    if tags[at] == Tag.PREPOSITION:
        return _past_preposition(reading, at, limit, with_place=with_place)
    if tags[at] == Tag.ADJECTIVE and describes(reading, at):
        after = _object_end(reading, at + 2, limit)
        return after if after > at + 2 else at
    if tags[at] == Tag.COORDINATOR:
        return _past_conjunct(reading, at, limit)
    return past_genitive(reading, at, limit) if is_genitive(reading, at) else past_title(reading, at, limit)


def _past_preposition(reading: Reading, at: int, limit: int, *, with_place: bool) -> int:
    """Past a preposition that binds two nouns, with its object; the token itself if it binds none."""
    lower, words = reading.tokens.lower, reading.words
    if lower[at] in words.clause_prepositions or opens_origin(reading, at):
        return at
    post = lower[at] in words.post_links and lower[at + 1 : at + 2] and lower[at + 1] not in words.indefinite
    if lower[at] in words.body_links and not binds_body(reading, at):
        return at
    with_place = with_place and lower[at] not in words.addressing
    if not (with_place or lower[at] in words.links or (post and reading.tags[at - 1] == Tag.NOUN)):
        return at
    after = _object_end(reading, at + 1, limit)
    return after if after > at + 1 else at


def _object_end(reading: Reading, at: int, limit: int) -> int:
    """Where the object of a preposition ends, adverbs before it and a second preposition counted in."""
    while at < limit and (
        reading.tokens.lower[at] in reading.words.inner_adverbs or reading.tags[at] == Tag.PREPOSITION
    ):
        at += 1
    if at < limit and reading.tags[at] == Tag.SINGLE_QUOTE:
        at += 1
    phrase = reading.phrase(at) if at < limit else None
    return min(phrase.end, limit) if phrase else at


def _past_conjunct(reading: Reading, at: int, limit: int) -> int:
    """Past "and" and a noun phrase, where it joins two nouns and not two clauses."""
    tags = reading.tags
    following = reading.phrase(at + 1) if at + 1 < limit else None
    if following is None or following.start != at + 1 or reading.tokens.lower[at] in reading.words.breaking:
        return at
    if tags[at - 1] not in _HEADS and tags[at - 1] != Tag.NUMBER:
        return at
    end = _with_modifiers(reading, following.end, limit, with_place=False)
    return end if end >= limit or tags[end] not in VERBS else at


def _with_appositions(reading: Reading, at: int, limit: int) -> int:
    """Past ", 32, a professor at Leiden," or ", who leads the party,": only where no clause of its own begins there."""
    for _ in range(_APPOSITIONS):
        end = past_list(reading, at, limit) or _apposition_end(reading, at, limit)
        if end == at:
            return at
        at = end
    return at


def _apposition_end(reading: Reading, at: int, limit: int) -> int:
    """Where the apposition ends that a comma at the token opens; the token itself where none does."""
    lower, words = reading.tokens.lower, reading.words
    first = at + 1
    if first >= limit or reading.tags[at] != Tag.COMMA:
        return at
    if lower[first] in words.breaking or lower[first] in words.phrase_heads:
        return at
    relative = _opens_relative(reading, first)
    bound = reading.tags[first] == Tag.PREPOSITION and lower[first] in words.links  # ", of Leeds,"
    if not (relative or bound or reading.tags[first] in _OPENS_PHRASE):
        return at
    return _closed(reading, at, limit, relative=relative)


def _opens_relative(reading: Reading, at: int) -> bool:
    """Whether a relative word, or a preposition with one, stands at the token."""
    after = int(reading.tags[at] == Tag.PREPOSITION)
    return reading.tags[at + after : at + after + 1] == [Tag.RELATIVE]


def _closed(reading: Reading, at: int, limit: int, *, relative: bool) -> int:
    """Where the apposition or relative clause after the comma is closed; the comma itself where it is none after all."""
    tags = reading.tags
    last = min(limit, at + _LONGEST_RELATIVE)
    for end in range(at + 2, last):
        tag = tags[end]
        if not relative and end > at + _LONGEST_APPOSITION:
            return at
        if tag in _CLOSING:
            return end
        if tag in {Tag.QUOTE, Tag.COLON} or (not relative and tag in _NO_APPOSITION):
            return at
        relative = relative or tag in {Tag.RELATIVE, Tag.COMPLEMENTISER}
    if last < limit or limit == at + 2:
        return at
    return limit if relative else next((place for place in range(at + 2, limit) if tags[place] == Tag.TIME), limit)


def phrase_to(reading: Reading, end: int, floor: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself where none ends there.

    `end` may stand after the comma or dash that closes an apposition or a relative clause.
    """
    if end - 1 < floor:
        return end
    tags = reading.tags
    tag = tags[end - 1]
    if tag == Tag.CLOSING_BRACKET:
        opening = opening_bracket(reading, end - 1, floor)
        return phrase_to(reading, opening, floor) if opening > floor else end
    if tag in {Tag.COMMA, Tag.DASH}:
        start = _before_apposition(reading, end - 1, floor)
        return start if start >= 0 else end
    phrase = reading.phrase(end - 1)
    if phrase is None or phrase.end > end:
        if tag == Tag.RELATIVE:
            return _before_relative_word(reading, end - 1, floor)
        return end - 1 if _is_relative_complementiser(reading, end - 1, floor) else end
    return _leftmost(reading, max(phrase.start, floor), floor)


def _before_relative_word(reading: Reading, at: int, floor: int) -> int:
    """Where the phrase of a relative word begins: "| many of whom"."""
    counted = at - 2 >= floor and reading.tags[at - 1] == Tag.PREPOSITION and reading.tags[at - 2] in _QUANTIFIERS
    return at - 2 if counted else at


def _is_relative_complementiser(reading: Reading, at: int, floor: int) -> bool:
    return (
        reading.tags[at] == Tag.COMPLEMENTISER
        and reading.words.relative_complementiser
        and at > floor
        and reading.tags[at - 1] in _HEADS
    )


def _leftmost(reading: Reading, start: int, floor: int) -> int:
    """Back over the phrases that the one at `start` modifies or is joined to, as far as a subject may begin there."""
    fixed = start
    for _ in range(_CONJUNCTS):
        further = _one_further(reading, start, floor)
        if further == start:
            break
        joined = reading.tags[start - 1] == Tag.COORDINATOR
        start = further
        if _may_be_subject(reading, start, floor) and not (joined and _is_object(reading, start, floor)):
            fixed = start
    return fixed


def _one_further(reading: Reading, start: int, floor: int) -> int:
    """The start of the phrase that the one at `start` modifies or is joined to; `start` where there is none."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    at = start - 1
    if at <= floor:
        return start
    if lower[at] in words.inner_adverbs and tags[at - 1] == Tag.PREPOSITION:
        at -= 1
    if tags[at] == Tag.PREPOSITION:
        return _before_preposition(reading, at, floor, start)
    before = _neighbour(reading, at, start, floor)
    return before.start if before and before.start >= floor else start


def _neighbour(reading: Reading, at: int, start: int, floor: int) -> NounPhrase | None:
    """The phrase that ends at the token and that the one at `start` belongs to: by "and", in a list, after a bracket."""
    tags = reading.tags
    if tags[at] == Tag.NOUN and (_names_follow(reading, start) or is_genitive(reading, start)):
        return reading.phrase(at)  # "candidates Ann Hill and Bo Lund"
    if tags[at] == Tag.PRESENT_PARTICIPLE:  # "a union representing pilots", "opponents of admitting strangers"
        owner = at - 1 - int(reading.tokens.lower[at - 1] in reading.words.links)
        return reading.phrase(owner) if owner > floor - 1 and tags[owner] == Tag.NOUN else None
    if tags[at] == Tag.CLOSING_BRACKET:
        opening = opening_bracket(reading, at, floor)
        return reading.phrase(opening - 1) if opening > floor else None
    joins = tags[at] == Tag.COORDINATOR and reading.tokens.lower[at] not in reading.words.breaking
    listed = joins or (tags[at] == Tag.COMMA and _is_list(reading, start))
    if joins and tags[at - 1] == Tag.COMMA:
        begin = _before_apposition(reading, at - 1, floor)
        return reading.phrase(begin) if begin >= floor else None  # "Ann Hill, a pilot, and Bo Lund"
    return reading.phrase(at - 1) if listed and tags[at - 1] in _HEADS else None


def _names_follow(reading: Reading, start: int) -> bool:
    """Whether a list of names begins at the token."""
    phrase = reading.phrase(start)
    names = phrase is not None and reading.tags[start] == Tag.NAME and phrase.end + 1 < len(reading.tags)
    return (
        names
        and phrase is not None
        and reading.tags[phrase.end] in {Tag.COORDINATOR, Tag.COMMA}
        and _is_list(reading, start)
    )


def _before_preposition(reading: Reading, at: int, floor: int, start: int) -> int:
    """The start of the phrase that a preposition at the token binds to its object."""
    tags = reading.tags
    if reading.tokens.lower[at] in reading.words.clause_prepositions:
        return start
    place = at - 1
    if place > floor and tags[place] == Tag.PREPOSITION:
        place -= 1
    if (
        place > floor
        and (tags[place] in _PARTICIPLES or tags[place] == Tag.ADJECTIVE)
        and reading.phrase(place) is None
    ):
        place -= 1
    phrase = reading.phrase(place)
    if phrase is None and place == at - 1 and tags[place] in _QUANTIFIERS:
        return place  # "many of the voters"
    if phrase is None and tags[place] == Tag.CLOSING_BRACKET:
        opening = opening_bracket(reading, place, floor)
        phrase = reading.phrase(opening - 1) if opening > floor else None
    return (
        phrase.start if phrase and phrase.start >= floor and (phrase.end == place + 1 or phrase.end <= place) else start
    )


def _is_list(reading: Reading, start: int) -> bool:
    """Whether the phrase at the token is followed by "and" and another: the comma before it parts the members of a list."""
    phrase = reading.phrase(start)
    if phrase is None:
        return False
    after = phrase.end
    for _ in range(2):
        if after + 1 >= len(reading.tags):
            return False
        if reading.tags[after] == Tag.COORDINATOR:
            return True
        following = reading.phrase(after + 1)
        if reading.tags[after] != Tag.COMMA or following is None:
            return False
        after = following.end
    return False


def _may_be_subject(reading: Reading, start: int, floor: int) -> bool:
    """Whether the token before a phrase is one after which a clause may begin."""
    if start <= floor:
        return True
    before = reading.tags[start - 1]
    if before in _BEFORE_SUBJECT:
        return before != Tag.COORDINATOR or not _is_joined(reading, start - 1, floor)
    return before in VERBS or before == Tag.CLOSING_BRACKET


def _is_object(reading: Reading, start: int, floor: int) -> bool:
    """Whether a phrase is the object of the verb before it, and not a subject: "hurt | her arm", but "said | the mayor"."""
    if start <= floor or reading.tags[start - 1] not in VERBS:
        return False
    return not any("zero" in cue.takes for cue in reading.words.verbs.get(reading.tokens.lower[start - 1], ()))


def _is_joined(reading: Reading, at: int, floor: int) -> bool:
    """Whether "and" at the token joins two nouns within one phrase of the clause before it."""
    return at > floor and reading.phrase(at - 1) is not None and reading.tags[at - 1] in _HEADS


def _before_apposition(reading: Reading, mark: int, floor: int) -> int:
    """Where the phrase begins that ends in an apposition or relative clause closed by the mark; -1 where none does."""
    tags = reading.tags
    closing = tags[mark]
    at = mark - 1
    while at > floor and mark - at < _LONGEST_RELATIVE:
        if tags[at] in {Tag.SEMICOLON, Tag.COLON, Tag.QUOTE}:
            return -1
        relative = reading.words.verb_final and tags[at] == Tag.RELATIVE and any(tag in VERBS for tag in tags[at:mark])
        if relative or (tags[at] == closing and is_parenthesis(reading, at + 1, mark)):
            start = _past_age(reading, phrase_to(reading, at, floor), at, floor)
            if start < at:
                return start
        at -= 1
    return -1


def _past_age(reading: Reading, start: int, end: int, floor: int) -> int:
    """The start of the phrase that the one before `end` adds to: "| Ray Dunn, 41, a baker", "| the builder, Orla Quinn,"."""
    tags = reading.tags
    if start <= floor + 1 or tags[start - 1] != Tag.COMMA:
        return start
    before = phrase_to(reading, start - 1, floor)
    opens = before == floor or tags[before - 1] in _CLAUSE_OPENERS or tags[before - 1] == Tag.QUOTE
    is_age = set(tags[start:end]) == {Tag.NUMBER}
    return before if before < start - 1 and (is_age or opens) else start


def is_parenthesis(reading: Reading, first: int, last: int) -> bool:
    """Whether the tokens between two commas add to the phrase before them: an apposition, a relative clause, an age."""
    tags = reading.tags
    inside = tags[first:last]
    if not inside:
        return False
    verbs = any(tag in VERBS for tag in inside)
    if inside[0] == Tag.RELATIVE or (
        inside[:2] in ([Tag.PREPOSITION, Tag.RELATIVE], [Tag.PREPOSITION, Tag.DETERMINER]) and verbs
    ):
        return verbs
    participle = inside[0] in _PARTICIPLES or reading.tokens.lower[first] in reading.words.participles
    if participle or inside[0] in {Tag.SUBORDINATOR, Tag.COMPLEMENTISER}:
        return True
    if inside[0] in {Tag.PREPOSITION, Tag.ADVERB, Tag.TIME}:
        return not verbs
    if inside[0] not in _OPENS_PHRASE:
        return False
    return not verbs or _opens_before_verb(inside)


def _opens_before_verb(inside: list[str]) -> bool:
    """Whether a relative or subordinating word stands before the first finite verb."""
    first = next((k for k, tag in enumerate(inside) if tag in VERBS), len(inside))
    return any(tag in _CLAUSE_OPENERS for tag in inside[:first])


def sentence_of(reading: Reading, at: int) -> int:
    """The place of the sentence that holds the token."""
    low, high = 0, len(reading.sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if reading.sentences[middle][1] <= at:
            low = middle + 1
        else:
            high = middle
    return low
