"""Whether a clause without a conjunction begins at a token: "said | prices would rise"."""

from typing import Final

from briefing.claims.draft import Scene
from briefing.language.reading.extents import is_parenthesis
from briefing.language.tags import NON_FINITE, VERBS, Tag

_REACH: Final = 24
_ADVERBIAL: Final = 12
_ENDS_ADVERBIAL: Final = frozenset((Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.QUOTE, *VERBS))
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
STARTS_SUBJECT: Final = frozenset(
    (
        Tag.DETERMINER,
        Tag.ADJECTIVE,
        Tag.NOUN,
        Tag.NAME,
        Tag.NUMBER,
        Tag.PRONOUN,
        Tag.PRESENT_PARTICIPLE,
        Tag.SUBORDINATOR,
    )
)
"""Tags of the first word of a subject, or of a clause before it."""
_SENTENCE_MARKS: Final = frozenset((Tag.STOP, Tag.SEMICOLON, Tag.COLON))
_STOPPING: Final = _SENTENCE_MARKS | frozenset((Tag.QUOTE,))


def clause_follows(scene: Scene, at: int, limit: int | None = None) -> bool:
    """Whether a clause without a conjunction begins at the token: a phrase and a finite verb after it."""
    tags = scene.tags
    limit = scene.limit if limit is None else limit
    at = _past_adverbials(scene, at, limit)
    if at < limit and tags[at] == Tag.AUXILIARY and scene.lower[at].find("'") > 0:
        return True  # a pronoun with its verb: "they're"
    if at >= limit or (tags[at] not in STARTS_SUBJECT and scene.lower[at] not in scene.words.negators):
        return False
    if tags[at] == Tag.PRONOUN and scene.lower[at] in scene.words.object_pronouns:
        return False
    return _finite_follows(scene, _past_contact_relative(scene, at, limit) + 1, min(limit, at + _REACH))


def _past_contact_relative(scene: Scene, at: int, limit: int) -> int:
    """The verb of a relative clause without a relative word: "the plan he | made | was bad"; the token itself without one."""
    phrase = scene.reading.phrase(at) if scene.tags[at] == Tag.DETERMINER else None
    pronouns = scene.words.subject_pronouns | scene.words.expletives
    if phrase is None or phrase.end >= limit or scene.lower[phrase.end] not in pronouns:
        return at
    if scene.words.verb_second or scene.tags[phrase.end] != Tag.PRONOUN:
        return at
    verb = next((k for k in range(phrase.end, limit) if scene.tags[k] in VERBS), at)
    return scene.past(verb + 1, {*NON_FINITE, Tag.ADVERB, Tag.NEGATION}, limit) - 1


def _past_adverbials(scene: Scene, at: int, limit: int) -> int:
    """Past adverbs, days and phrases with a preposition that open a clause: "in 2015 | prices fell", "at least | six"."""
    tags = scene.tags
    while at < limit:
        dated = tags[at] == Tag.PREPOSITION and tags[at + 1 : at + 2] == [Tag.TIME]
        if tags[at] in {Tag.ADVERB, Tag.TIME} or dated or _counts(scene, at):
            at += 1
        elif scene.lower[at] in scene.words.clause_prepositions and not scene.words.verb_second:
            comma = next((k for k in range(at + 1, min(limit, at + _ADVERBIAL)) if tags[k] in _ENDS_ADVERBIAL), at)
            return comma + 1 if tags[comma] == Tag.COMMA and tags[comma + 1] != Tag.PRESENT_PARTICIPLE else at
        else:
            break
    return at


def _counts(scene: Scene, at: int) -> bool:
    """Whether a number follows the word and at most one other that belongs to it: "at least six"."""
    inner = scene.lower[at : at + 2]
    counted = Tag.NUMBER in scene.tags[at + 1 : at + 3] and inner[0] in scene.words.inner_adverbs
    return counted and (scene.tags[at + 1] == Tag.NUMBER or inner[-1] in scene.words.inner_adverbs)


def _finite_follows(scene: Scene, start: int, limit: int) -> bool:
    """Whether a finite verb stands between the tokens that is not that of a relative clause."""
    tags = scene.tags
    relative, place = 0, start
    while place < limit:
        tag = tags[place]
        if tag in VERBS or scene.lower[place].endswith("n't"):
            if not relative:
                return True
            relative -= 1
        elif tag in _SENTENCE_MARKS:
            return False
        elif tag == Tag.RELATIVE or (tag == Tag.COMPLEMENTISER and tags[place - 1] in _HEADS):
            relative += 1
        elif tag == Tag.COMMA:
            closing = _closing_comma(scene, place, limit)
            if closing < 0:
                return False
            place = closing
        place += 1
    return False


def _closing_comma(scene: Scene, comma: int, limit: int) -> int:
    """The comma that closes what the one at the token adds to the phrase before it; -1 where it adds nothing."""
    if _opens_clause(scene, comma + 1) and scene.tags[comma + 1 : comma + 2] != [Tag.COORDINATOR]:
        return -1
    for place in range(comma + 2, limit):
        if scene.tags[place] == Tag.COMMA:
            first = comma + 1 + int(scene.tags[comma + 1] == Tag.COORDINATOR)
            return place if is_parenthesis(scene.reading, first, place) else -1
        if scene.tags[place] in _STOPPING:
            return -1
    return -1


def _opens_clause(scene: Scene, at: int) -> bool:
    return at < scene.limit and (
        scene.tags[at] in {Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.PRESENT_PARTICIPLE}
        or scene.lower[at] in scene.words.breaking
    )
