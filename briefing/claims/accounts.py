"""What a sentence tells as an account without a verb of saying: "nach eigenen Angaben", "will nichts gesehen haben"."""

from typing import Final

from briefing.claims.according import around
from briefing.claims.draft import Draft, Scene
from briefing.claims.subjects import source_of, subject_behind
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_end, clause_start
from briefing.language.reading.extents import phrase_from
from briefing.language.reading.modifiers import is_genitive
from briefing.language.tags import VERBS, Tag

_ENDS_CLAUSE: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP))
_REACH: Final = 40


def account(scene: Scene, at: int) -> Draft | None:
    """The attribution of a noun for an account that is described: "nach eigenen Angaben", "nach ersten Angaben der Polizei"."""
    words = scene.words.cues.accounts
    if scene.lower[at] not in words.marks:
        return None
    found = _noun_after(scene, at) or _noun_before(scene, at)
    if found is None:
        return _compound(scene, at)
    start, end = found
    source, cue, last = _whose(scene, at, found)
    content = around(scene, min(start, at), max(last, at + 1))
    if not content:
        return None
    scene.taken.update(range(start, end))
    return Draft([cue], source, content, "say", "according", scene.place)


def _noun_after(scene: Scene, at: int) -> Range | None:
    """The phrase of such a noun behind the preposition at the token, if something tells whose or what account it is."""
    phrase = scene.reading.phrase(at + 1) if at + 1 < scene.limit else None
    if phrase is None or phrase.start != at + 1 or scene.lower[phrase.head] not in scene.words.cues.accounts.nouns:
        return None
    end = phrase.head + 1
    if phrase.head == phrase.start:
        return (phrase.start, end) if _owner_follows(scene, end) else None
    described = scene.tags[phrase.head - 1] != Tag.DETERMINER or scene.lower[phrase.start] in scene.words.possessives
    return (phrase.start, end) if described else None


def _owner_follows(scene: Scene, at: int) -> bool:
    """Whether the one whose account it is begins at the token: "nach Recherchen | des Senders"."""
    return at < scene.limit and (is_genitive(scene.reading, at) or scene.lower[at] in scene.words.agent_marks)


def _compound(scene: Scene, at: int) -> Draft | None:
    """The attribution of a compound that tells whose account it is: "nach | übereinstimmenden Medienberichten"."""
    phrase = scene.reading.phrase(at + 1) if scene.words.one_word_nouns and at + 1 < scene.limit else None
    if phrase is None or phrase.start != at + 1 or scene.tags[phrase.start] == Tag.DETERMINER:
        return None
    noun, nouns = scene.lower[phrase.head], scene.words.cues.accounts.nouns
    whole = noun not in nouns and noun.endswith(tuple(nouns))
    content = around(scene, at, phrase.end) if whole else []
    return (
        Draft([(at, at + 1)], (phrase.start, phrase.end), content, "say", "according", scene.place) if content else None
    )


def _noun_before(scene: Scene, at: int) -> Range | None:
    """The phrase of such a noun that the word at the token follows: "ihrer Ansicht | nach"."""
    phrase = scene.reading.phrase(at - 1) if at > scene.floor else None
    if phrase is None or phrase.end != at or phrase.head != at - 1 or phrase.start == phrase.head:
        return None
    follows = scene.tags[at + 1 : at + 2]
    if scene.lower[at - 1] not in scene.words.cues.accounts.nouns or follows not in ([], *([tag] for tag in _AROUND)):
        return None
    if scene.lower[at] in scene.words.phrases_after and not _is_of_somebody(scene, phrase.start, phrase.end):
        return None  # "den Angaben zufolge": the account is the source
    return phrase.start, phrase.end


def _is_of_somebody(scene: Scene, start: int, end: int) -> bool:
    """Whether the phrase tells by a possessive or by "own" whose account it is."""
    own = scene.words.cues.accounts.own.intersection(scene.lower[start:end])
    return bool(own) or scene.lower[start] in scene.words.possessives


_AROUND: Final = (*VERBS, *_ENDS_CLAUSE, Tag.ADVERB, Tag.PRONOUN, Tag.DETERMINER)


def _whose(scene: Scene, at: int, found: Range) -> tuple[Range | None, Range, int]:
    """Whose account it is, the cue, and the token after both."""
    start, end = found
    cue = (min(at, start), max(at + 1, end))
    if scene.lower[start] in scene.words.possessives:
        return (start, start + 1), cue, end
    if _is_of_somebody(scene, start, end):
        return _subject(scene, at), cue, end
    if _owner_follows(scene, end):
        begin = end + int(scene.lower[end] in scene.words.agent_marks)
        last = phrase_from(scene.reading, begin, scene.limit)
        if last > begin:
            return (begin, last), (cue[0], begin), last
    return None, cue, end


def _subject(scene: Scene, at: int) -> Range | None:
    """The subject of the clause around the token."""
    start = clause_start(scene.reading, at, scene.floor)
    before = [place for place in range(start, at) if scene.tags[place] in VERBS]
    after = (place for place in range(at, min(scene.limit, at + _REACH)) if scene.tags[place] in VERBS)
    finite = before[-1] if before else next(after, -1)
    if finite < 0:
        return None
    found = source_of(scene, (finite, finite + 1), finite, scene.limit)
    if found and (phrase := scene.reading.phrase(found[0])) and phrase.end == at:
        return subject_behind(scene, finite, scene.limit)  # "eigenen Angaben | zufolge verkauft | der Hof"
    return found if found and not found[0] <= at < found[1] else None


def claimed_deed(scene: Scene, at: int) -> Draft | None:
    """The attribution of a modal by which its subject claims to have done something: "will den Wagen gesehen haben"."""
    words = scene.words.cues.accounts
    if scene.lower[at] not in words.modals or scene.tags[at] != Tag.AUXILIARY:
        return None
    end = clause_end(scene.reading, at + 1, scene.limit)
    perfect = end - 2 > at and scene.tags[end - 2] == Tag.PARTICIPLE and scene.lower[end - 1] in words.perfect
    if not perfect or words.goals.intersection(scene.lower[at:end]):
        return None
    source = source_of(scene, (at, at + 1), at, end - 2)
    if source is None:
        return None
    begin = source[1] if source[0] > at else at + 1
    return Draft([(at, at + 1)], source, [(begin, end)], "allegation", "infinitive", scene.place)
