"""The clause that a comma opens as a content, where a language sets one before it: "sagte, | er habe keine Wahl"."""

from typing import Final

from briefing.claims.draft import Scene
from briefing.language.reading.extents import phrase_from
from briefing.language.tags import VERBS, Tag

_ENDS: Final = frozenset((Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.COORDINATOR))
_BEFORE_VERB: Final = frozenset((Tag.ADVERB, Tag.TIME))
_INFINITIVES: Final = frozenset((Tag.INFINITIVE, Tag.BARE_AUXILIARY))
_OPENERS: Final = frozenset((Tag.RELATIVE, Tag.COMPLEMENTISER, Tag.COORDINATOR))
_REACH: Final = 30


def main_clause_begins(scene: Scene, at: int) -> bool:
    """Whether a main clause begins at the token: one constituent or a subordinate clause, then its finite verb."""
    if at >= scene.limit or scene.tags[at] in _OPENERS:
        return False
    if scene.tags[at] == Tag.SUBORDINATOR:
        comma = _next(scene, at, Tag.COMMA)
        return comma > 0 and scene.tags[comma + 1 : comma + 2] in ([Tag.AUXILIARY], [Tag.FINITE_VERB])
    verb = scene.past(_past_constituent(scene, at), _BEFORE_VERB)
    return at < verb < scene.limit and scene.tags[verb] in VERBS


def _past_constituent(scene: Scene, at: int) -> int:
    """The token after the noun phrase, the adverbs or the phrase with a preposition at the token."""
    if scene.tags[at] == Tag.PREPOSITION:
        after = scene.past(at, {Tag.PREPOSITION})
        return max(after, phrase_from(scene.reading, after, scene.limit, with_place=True))
    start = scene.past(at, _BEFORE_VERB | {Tag.NEGATION})
    if start > at:
        return start
    return phrase_from(scene.reading, at, scene.limit, with_place=True)


def _next(scene: Scene, at: int, tag: str) -> int:
    """The next token with the tag; 0 where there is none near."""
    return next((place for place in range(at, min(scene.limit - 1, at + _REACH)) if scene.tags[place] == tag), 0)


def infinitive_after(scene: Scene, at: int) -> int:
    """The infinitive that ends the clause which begins at the token and has no finite verb; 0 where it is none."""
    first = at + int(scene.tags[at : at + 1] == [Tag.RELATIVE] and scene.lower[at] in scene.words.relative_determiners)
    for place in range(first, min(scene.limit, at + _REACH)):
        if scene.tags[place] in VERBS or scene.tags[place] in _OPENERS - {Tag.COORDINATOR}:
            return 0
        ends = place + 1 >= scene.limit or scene.tags[place + 1] in _ENDS
        if scene.tags[place] in _INFINITIVES and ends:
            return place
        if scene.tags[place] == Tag.COMMA and place == at:
            return 0
    return 0
