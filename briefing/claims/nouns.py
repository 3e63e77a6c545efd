"""A noun that attributes: "het gerucht dat ...", "the minister's promise to ...", "de klacht van bewoners dat ..."."""

from typing import Final

from briefing.claims.comma_clauses import infinitive_after
from briefing.claims.conjunctions import opens_account
from briefing.claims.draft import Draft, Scene
from briefing.claims.subjects import source_of
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_end, clause_start, leads
from briefing.language.reading.extents import phrase_from
from briefing.language.tags import VERBS, Tag

_WORD_CLASSES: Final = frozenset((Tag.NOUN, Tag.FINITE_VERB, Tag.INFINITIVE, Tag.ADJECTIVE, Tag.NAME))
_VERBAL: Final = frozenset((Tag.INFINITIVE, Tag.BARE_AUXILIARY))


def noun_attribution(scene: Scene, at: int) -> Draft | None:
    """The attribution of the noun at the token, if a clause, an infinitive or its object tells what is said."""
    if scene.tags[at] not in _WORD_CLASSES or at + 1 >= scene.limit:
        return None
    owner = _owner(scene, at)
    agent = None if owner else _agent(scene, at)
    after = agent[1] if agent else at + 1
    source = owner or agent or _holder(scene, at)
    content = _clause(scene, _past_particle(scene, after)) or (_deed(scene, after) if source else None)
    if content is None or content[1] <= content[0]:
        return None
    kind = scene.words.noun_cues[scene.lower[at]]
    return Draft([(at, at + 1)], source, [content], kind, "noun", scene.place)


def _owner(scene: Scene, at: int) -> Range | None:
    """Whose it is: "| Smith |'s claim", "| zijn | belofte"."""
    phrase = scene.reading.phrase(at)
    if phrase is None:
        return None
    for place in range(phrase.start, at):
        if scene.tags[place] == Tag.POSSESSIVE:
            return phrase.start, place
    return (phrase.start, phrase.start + 1) if scene.lower[phrase.start] in scene.words.possessives else None


def _agent(scene: Scene, at: int) -> Range | None:
    """Who is named with "van", "by" or "from" between the noun and what is said: "de klacht van | bewoners | dat"."""
    if scene.lower[at + 1] not in scene.words.noun_agents or at + 2 >= scene.limit:
        return None
    begin = at + 1 + int(scene.tags[at + 1] == Tag.PREPOSITION)
    end = phrase_from(scene.reading, begin, scene.limit)
    place = _past_comma(scene, end)
    follows = place < scene.limit and (
        scene.lower[place] in scene.words.noun_complementisers
        or scene.tags[place] == Tag.TO
        or _opens_deed(scene, place)
        or (place > end and infinitive_after(scene, place) > 0)
    )
    return (begin, end) if end > begin and follows else None


def _holder(scene: Scene, at: int) -> Range | None:
    """Who is told to have or to reach it: "de commissie kwam tot de | conclusie", "zij heeft de | indruk"."""
    start = clause_start(scene.reading, at, scene.floor)
    verbs = [k for k in range(start, at) if scene.tags[k] in VERBS and scene.lower[k] in scene.words.noun_verbs]
    phrase = scene.reading.phrase(at)
    if not verbs or phrase is None:
        return None
    verb = verbs[-1]
    found = source_of(scene, (verb, verb + 1), verb, phrase.start)
    return found if found and found[1] <= phrase.start else None


def _past_particle(scene: Scene, at: int) -> int:
    """The token after the particle of the verb before a clause: "sprak de hoop | uit | dat"."""
    particle = scene.tags[at : at + 1] == [Tag.PREPOSITION] and scene.words.verb_second
    opens = scene.lower[at + 1 : at + 2]
    return at + 1 if particle and opens and opens[0] in scene.words.noun_complementisers else at


def _past_comma(scene: Scene, at: int) -> int:
    """The token after the comma there, where the language sets one before a clause."""
    opens = scene.words.clauses_after_comma and scene.tags[at : at + 1] == [Tag.COMMA]
    return at + int(opens)


def _clause(scene: Scene, after: int) -> Range | None:
    """The clause with a complementiser that begins at the token."""
    after = _past_comma(scene, after)
    if after + 2 < scene.limit and opens_account(scene, after):
        return after + 2, clause_end(scene.reading, after + 2, scene.limit, resumed=True)
    if after >= scene.limit or scene.lower[after] not in scene.words.noun_complementisers:
        return None
    if scene.tags[scene.past(after + 1, {Tag.ADVERB, Tag.NEGATION}) : after + 4][:1] in (
        [Tag.AUXILIARY],
        [Tag.FINITE_VERB],
    ):
        return None  # a relative clause: "comments that drew fire"
    leading = leads(scene.reading, after - 1, scene.floor)
    return after + 1, clause_end(scene.reading, after + 1, scene.limit, resumed=True, leading=leading)


def _opens_deed(scene: Scene, at: int) -> bool:
    """Whether an infinitive of the noun begins at the token: "om de brug te sluiten"."""
    return scene.lower[at] in scene.words.purposes and Tag.TO in scene.tags[at : scene.limit]


def _deed(scene: Scene, after: int) -> Range | None:
    """The infinitive that tells what is promised or asked: "to close the bridge", "om de brug te sluiten"."""
    if after + 1 >= scene.limit:
        return None
    place = _past_comma(scene, after)
    if place > after and infinitive_after(scene, place):
        return place, clause_end(scene.reading, place, scene.limit, narrow=True)
    passive = scene.tags[after + 1 : after + 3] == [Tag.BARE_AUXILIARY, Tag.PARTICIPLE]  # "a report | to be released"
    if scene.tags[after] == Tag.TO and scene.tags[after + 1] in _VERBAL and not passive:
        return after, clause_end(scene.reading, after, scene.limit, narrow=True)
    if _opens_deed(scene, after):
        return after + 1, clause_end(scene.reading, after + 1, scene.limit, narrow=True)
    return None
