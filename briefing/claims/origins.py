"""What a thing is read from: "uit cijfers blijkt", "een brief waaruit blijkt dat"."""

from typing import Final

from briefing.claims.draft import Scene
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_start
from briefing.language.reading.extents import phrase_from, phrase_to
from briefing.language.tags import Tag

_REACH: Final = 7


def origin_of(scene: Scene, at: int, content: int, prepositions: frozenset[str]) -> Range | None:
    """What a thing is read from: "uit cijfers blijkt", "in de brief staat", "dat blijkt uit cijfers"."""
    start = clause_start(scene.reading, at, scene.floor)
    start += int(scene.lower[start] in scene.words.expletives)
    for place in (start, *range(at + 1, min(content, at + _REACH))):
        if scene.lower[place] in prepositions and scene.tags[place] == Tag.PREPOSITION:
            end = phrase_from(scene.reading, place + 1, at if place < at else content, with_place=True)
            return (place + 1, end) if end > place + 1 else None
    return None


def antecedent_of(scene: Scene, at: int) -> Range | None:
    """The phrase that the relative word of the verb's clause takes up: "een brief waaruit blijkt dat"."""
    start = clause_start(scene.reading, at, scene.floor)
    if scene.before(start) != Tag.RELATIVE:
        return None
    edge = start - 1 - int(scene.tags[start - 2] in {Tag.COMMA, Tag.PREPOSITION} and start - 2 > scene.floor)
    begin = phrase_to(scene.reading, edge, scene.floor)
    return (begin, edge) if begin < edge else None
