"""A content that a conjunction or a question word opens: "said that ...", "vroeg of ...", "explained why ..."."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from briefing.claims.bare_clauses import clause_follows
from briefing.claims.draft import Rule, Scene
from briefing.claims.subjects import is_inverted
from briefing.language.lexicon import VerbCue
from briefing.language.tags import NON_FINITE, VERBS, Tag

_COMPLEMENTISERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.PRONOUN, Tag.SUBORDINATOR))
"""Tags of "that": the tagger may take it for a pronoun."""
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))


class Start(NamedTuple):
    """Where a content begins and by which rule; `at` is -1 where the cue is known to have none."""

    at: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class Search:
    """A search for the content of a cue: the verb stands before `at`, all of the cue before `after`."""

    scene: Scene
    cue: VerbCue
    at: int
    after: int
    limit: int
    around: int


def conjunction(search: Search, place: int) -> Start | None:
    """A clause with "that", "dat", "of"."""
    scene, takes = search.scene, search.cue.takes
    if "that" in takes and opens_account(scene, place):
        return Start(place + 2, "clause")
    if scene.lower[place] not in scene.words.complementisers or not ("that" in takes or "wh" in takes):
        return None
    if not may_open(search, place) or not _opens_complement(search, place) or _has_object(search, place):
        return None
    if any(scene.stands(phrase, place - 1) or scene.stands(phrase, place) for phrase in scene.words.choices):
        return None
    if _is_condition(search, place):
        return Start(place, "clause")
    opinion = _opinion(search, place)
    return Start(place + 1 if opinion < 0 else opinion, "clause")


def opens_account(scene: Scene, at: int) -> bool:
    """Whether a relative clause begins at the token that tells what the noun before it says: "Berichte, | nach denen"."""
    opens = scene.words.cues.accounts.marks.intersection(scene.lower[at : at + 1]) and scene.before(at) == Tag.COMMA
    return bool(opens) and scene.tags[at + 1 : at + 2] == [Tag.RELATIVE]


def _is_condition(search: Search, place: int) -> bool:
    """Whether the conjunction opens a condition of what is said, and no question: "said | if it rains, the match is off"."""
    scene = search.scene
    if scene.words.verb_second or scene.lower[place] not in scene.words.refusing or "wh" in search.cue.takes:
        return False
    comma = next((k for k in range(place, scene.limit) if scene.tags[k] in {Tag.COMMA, Tag.STOP}), place)
    return scene.tags[comma] == Tag.COMMA and clause_follows(scene, comma + 1)


def may_open(search: Search, place: int) -> bool:
    """Whether the tag of "that" allows it to open a clause: a determiner right after the cue only before one."""
    tag = search.scene.tags[place]
    if tag == Tag.COORDINATOR:  # "of" as a question: "vroeg, of hij kwam"
        return "wh" in search.cue.takes and (place == search.at or search.scene.tags[place - 1] == Tag.COMMA)
    if tag == Tag.DETERMINER:
        return place == search.at and clause_follows(search.scene, place + 1)
    return tag in _COMPLEMENTISERS


def _opens_complement(search: Search, place: int) -> bool:
    """Whether "that" opens the content of the cue, and is no pronoun and no relative word."""
    scene = search.scene
    tag, before, following = scene.tags[place], scene.tags[place - 1], scene.tags[place + 1 : place + 2]
    if scene.lower[place] in scene.words.pointing and not _has_verb(search, place + 1):
        return False  # "hij ontkent dat niet", "zei dat in een interview"
    if _belongs_to_noun(search, place):
        return False
    if before == Tag.COORDINATOR or (tag != Tag.COMPLEMENTISER and following in ([Tag.STOP], [Tag.COMMA])):
        return False
    if tag == Tag.COMPLEMENTISER or place == search.at or before == Tag.COMMA:
        return tag != Tag.PRONOUN or following not in ([Tag.AUXILIARY], [Tag.FINITE_VERB])
    return "told" in search.cue.takes or tag != Tag.PRONOUN


def _belongs_to_noun(search: Search, place: int) -> bool:
    """Whether "that" takes up the noun before it: "repeated it on the show | that", "cited reports | that track"."""
    scene = search.scene
    if scene.words.verb_second or scene.tags[place - 1] not in _HEADS:
        return False
    if scene.lower[place] in scene.words.relatives and scene.tags[place + 1 : place + 2] in (
        [Tag.FINITE_VERB],
        [Tag.AUXILIARY],
    ):
        return True
    if _is_answered(search, place):
        return True
    phrase = scene.reading.phrase(search.at)
    beyond = phrase is not None and phrase.start == search.at and Tag.PREPOSITION in scene.tags[phrase.end : place]
    return beyond and search.cue.takes_object


def _has_object(search: Search, place: int) -> bool:
    """Whether a verb of thinking, which has none, has an object before "that": "convinced | the board | that"."""
    scene = search.scene
    if scene.words.verb_second or search.cue.kind != "think":
        return False
    reach = place if scene.tags[search.at - 1] == Tag.ADJECTIVE else min(place, search.at + 1)
    return any(scene.reading.phrase(k) for k in range(search.at, reach))


def _is_answered(search: Search, place: int) -> bool:
    """Whether "that" tells what the noun before it says, to which the cue answers: "responded to reports | that"."""
    scene = search.scene
    noun = scene.reading.phrase(place - 1)
    if noun is None or noun.start <= search.at or scene.lower[noun.head] not in scene.words.noun_cues:
        return False
    return scene.lower[noun.start - 1] in scene.words.links


def _has_verb(search: Search, at: int) -> bool:
    """Whether a verb stands between the token and the end of the sentence; after a cue at its end the cue is none."""
    scene = search.scene
    if is_over(scene, scene.past(at, {Tag.NEGATION})):
        return False
    if scene.tags[at] != Tag.PREPOSITION:
        return True
    return any(tag in VERBS or tag in NON_FINITE for tag in scene.tags[at : last_of(scene, search.at - 1)])


def _opinion(search: Search, place: int) -> int:
    """Where the opinion begins that is passed on a clause before its conjunction: "vindt | het jammer dat"; -1 where there is none."""
    if search.cue.kind != "think" or (search.scene.words.verb_second and is_inverted(search.scene, search.at - 1)):
        return -1
    for at in range(place - 1, search.at - 1, -1):
        if search.scene.lower[at] in search.scene.words.expletives:
            return at if at < place - 1 else -1
        if search.scene.tags[at] not in {Tag.ADVERB, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NOUN}:
            return -1
    return -1


def is_over(scene: Scene, at: int) -> bool:
    """Whether the clause is over at the token."""
    return at >= scene.limit or scene.tags[at] in {Tag.COMMA, Tag.STOP, Tag.SEMICOLON}


def question(search: Search, place: int) -> Start | None:
    """A clause with "waarom", "what", "how"."""
    scene, takes = search.scene, search.cue.takes
    if scene.lower[place] not in scene.words.questions or not ("that" in takes or "wh" in takes):
        return None
    spoken = scene.tags[place - 1] in NON_FINITE and scene.words.verb_final
    if spoken and scene.lower[place] in scene.words.relatives and Tag.NOUN in scene.tags[scene.floor : place]:
        return None  # what stands before the verb: "heeft voor een brief gewaarschuwd waarin"
    if place not in {search.at, search.after} and scene.tags[place - 1] in {
        Tag.NOUN,
        Tag.NAME,
        Tag.COMMA,
        Tag.COORDINATOR,
    }:
        asked = "told" in takes and scene.lower[place] not in scene.words.relatives and scene.tags[place - 1] in _HEADS
        return Start(place, "clause") if asked else None
    return Start(place, "clause")


def last_of(scene: Scene, at: int) -> int:
    """The end of the sentence, or of the quotation in which the cue itself stands."""
    index = scene.reading.quote_at[at]
    return min(scene.limit, scene.reading.quotes[index].closing) if index >= 0 else scene.limit
