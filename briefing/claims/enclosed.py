"""What stands between an auxiliary and the participle at the end of its clause: "hat | den Vorwurf | zurückgewiesen"."""

from typing import Final

from briefing.claims.draft import Draft, Scene
from briefing.claims.objects import tells
from briefing.claims.subjects import finite_of, is_passive, source_of
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.tags import Tag

_ENDS: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.COORDINATOR))
_BESIDE: Final = frozenset((Tag.ADVERB, Tag.TIME, Tag.NEGATION))


def enclosed(scene: Scene, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    """The attribution of a participle whose content stands before it: an object that is denied, or what a preposition governs."""
    closes = at + 1 >= scene.limit or scene.tags[at + 1] in _ENDS
    if not scene.words.clauses_after_comma or scene.tags[at] != Tag.PARTICIPLE or not closes:
        return None
    finite = finite_of(scene, at)
    if finite == at or is_passive(scene, (at, at + 1), at):
        return None
    source = source_of(scene, (finite, finite + 1), finite, at)
    if source is None:
        return None
    begin = max(finite + 1, source[1])
    mark = next((k for k in range(begin, at - 1) if _governs(scene, k, cue)), -1)
    cues = [(finite, finite + 1), *([(mark, mark + 1)] if mark >= 0 else []), *parts]
    if mark >= 0:
        return Draft(cues, source, [(mark + 1, at)], cue.kind, "preposition", scene.place, cue)
    content = _object(scene, scene.past(begin, _BESIDE, at), at)
    if content is None or cue.kind != "deny" or not tells(scene, (finite, finite + 1), cue, content):
        return None
    negated = Tag.NEGATION in scene.tags[content[1] : at]
    return Draft(cues, source, [content], cue.kind, "object", scene.place, cue, negated)


def _governs(scene: Scene, at: int, cue: VerbCue) -> bool:
    """Whether the token is a preposition of the cue with its object behind it."""
    return scene.lower[at] in cue.takes and scene.tags[at] == Tag.PREPOSITION


def _object(scene: Scene, begin: int, end: int) -> Range | None:
    """The noun phrase that begins at the token, without what tells how it was denied."""
    phrase = scene.reading.phrase(begin)
    if phrase is None or phrase.start != begin or scene.tags[begin] == Tag.PRONOUN:
        return None
    while end > phrase.end and scene.tags[end - 1] in _BESIDE | {Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PREPOSITION}:
        end -= 1
    return begin, end
