"""Whether the object of a verb is something that is said: "called the ruling a disgrace", and not "called the police"."""

from typing import Final

from briefing.claims.draft import Scene
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_start
from briefing.language.tags import Tag

_PREDICATES: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.PARTICIPLE, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.SUBORDINATOR)
)
_JUDGEMENTS: Final = frozenset((Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.NUMBER, Tag.ADVERB))


def tells(scene: Scene, group: Range, cue: VerbCue, content: Range) -> bool:
    """Whether an object is something that can be said: no mere person, and with a predicate where the cue needs one."""
    if "predicate" in cue.takes:
        if cue.mark:
            return _has_marked_predicate(scene, cue.mark, content)
        return takes_up_object(scene, group[0]) or _has_predicate(scene, content)
    if scene.lower[content[0]] in scene.words.object_pronouns:
        return False
    named = cue.kind == "attitude" and set(scene.tags[content[0] : content[1]]) <= {Tag.NAME, Tag.PRONOUN}
    return not named


def takes_up_object(scene: Scene, verb: int) -> bool:
    """Whether a relative word stands for the object of the verb: "the plan, which critics called a disaster"."""
    start = clause_start(scene.reading, verb, scene.floor)
    phrase = scene.reading.phrase(start)
    subject = phrase is not None and phrase.start == start and start < verb
    return not scene.words.verb_second and scene.before(start) == Tag.RELATIVE and subject


def _has_marked_predicate(scene: Scene, mark: str, content: Range) -> bool:
    """Whether the mark of the cue introduces what is said: "hält den Plan | für | falsch", not "hält eine Rede für die Gäste"."""
    for place in range(content[0] + 1, content[1] - 1):
        if scene.lower[place] == mark:
            told = scene.tags[place + 1] in _JUDGEMENTS or scene.lower[place + 1] in scene.words.indefinite
            return told or scene.lower[place + 1] in scene.words.inner_adverbs
    return False


def _has_predicate(scene: Scene, content: Range) -> bool:
    """Whether something is said of the object: "called | the ruling | a disgrace", and not "called | the police"."""
    start, end = content
    phrase = scene.reading.phrase(start)
    after = phrase.end if phrase else start + 1
    while (
        after < end
        and scene.tags[after] == Tag.PREPOSITION
        and scene.lower[after] not in scene.words.predicatives
        and (bound := scene.reading.phrase(after + 1))
    ):
        after = bound.end
    if after + 1 < end and scene.lower[after] in scene.words.predicatives:
        return True
    return any(tag in _PREDICATES for tag in scene.tags[after:end]) or Tag.QUOTE in scene.tags[start:after]
