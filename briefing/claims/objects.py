"""Whether the object of a verb is something that is said: "called the ruling a disgrace", and not "called the police"."""

from typing import Final

from briefing.claims.draft import Scene
from briefing.language.calendar_nouns import is_of_calendar
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_start
from briefing.language.tags import Tag

_PREDICATES: Final = frozenset(
    (
        Tag.DETERMINER,
        Tag.ADJECTIVE,
        Tag.NOUN,
        Tag.NAME,
        Tag.PARTICIPLE,
        Tag.QUOTE,
        Tag.SINGLE_QUOTE,
        Tag.COMPLEMENTISER,
    )
)
_JUDGEMENTS: Final = frozenset((Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.NUMBER, Tag.ADVERB))
_DATES: Final = frozenset((Tag.TIME,))


def tells(scene: Scene, group: Range, cue: VerbCue, content: Range) -> bool:
    """Whether an object is something that can be said: no mere person, and with a predicate where the cue needs one."""
    if "predicate" in cue.takes:
        if cue.mark:
            return _has_marked_predicate(scene, cue.mark, content)
        return takes_up_object(scene, group[0]) or _has_predicate(scene, cue, content)
    if scene.lower[content[0]] in scene.words.object_pronouns:
        charged = scene.tags[content[0] + 1 : content[1]][:1] in ([Tag.PREPOSITION], [Tag.SUBORDINATOR])
        return charged and cue.kind == "attitude"  # "accused | him of theft"
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


def _has_predicate(scene: Scene, cue: VerbCue, content: Range) -> bool:
    """Whether something is said of the object: "called | the ruling | a disgrace", and not "called | the police"."""
    start, end = content
    introducing = scene.words.predicatives | cue.takes
    phrase = scene.reading.phrase(start)
    after = scene.past(phrase.end if phrase else start + 1, _DATES, end)
    while (
        after < end
        and scene.tags[after] == Tag.PREPOSITION
        and scene.lower[after] not in introducing
        and (past := _past_object(scene, after)) > after
    ):
        after = scene.past(past, _DATES, end)
    if after < end and scene.tags[after] == Tag.COMMA:
        closing = next((k for k in range(after + 1, end) if scene.tags[k] == Tag.COMMA), end)
        after = closing + 1  # "called | Lane, her rival, | a coward"
    if after + 1 < end and scene.lower[after] in introducing:
        return True
    said = after < end and scene.tags[after] in _PREDICATES and not _is_date(scene, after)
    return said or Tag.QUOTE in scene.tags[start:after]


def _past_object(scene: Scene, preposition: int) -> int:
    """The token after the object of the preposition; the preposition itself where it has none."""
    bound = scene.reading.phrase(preposition + 1)
    if bound:
        return bound.end
    dated = preposition + 1 < len(scene.tags) and scene.tags[preposition + 1] in _DATES
    return preposition + 2 if dated else preposition


def _is_date(scene: Scene, at: int) -> bool:
    """Whether a span of the calendar stands at the token: "last week"."""
    phrase = scene.reading.phrase(at)
    if phrase is None:
        return scene.tags[at : at + 2] == [Tag.ADJECTIVE, Tag.TIME]
    return is_of_calendar(scene.words.language, scene.reading.tokens.words[phrase.end - 1])
