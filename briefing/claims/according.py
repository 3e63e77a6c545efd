"""Phrases that name whose words a sentence is: "volgens X ...", "..., aldus X", and those that follow it: "X zufolge"."""

from typing import Final

from briefing.claims.draft import Draft, Scene, dateline_end
from briefing.language.lexicon import Phrase
from briefing.language.reading import Range
from briefing.language.reading.extents import phrase_from, phrase_to
from briefing.language.tags import VERBS, Tag

_BEFORE_END: Final = frozenset((Tag.COMMA, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.DASH))
_AFTER_PLACE: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.DETERMINER, Tag.PRONOUN))
_AFTER_END: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.PREPOSITION, Tag.TIME))


def according(scene: Scene, at: int) -> Draft | None:
    """The attribution of the phrase that begins at the token: "volgens X ...", "..., aldus X"."""
    phrase = next((phrase for phrase in scene.words.phrase_heads[scene.lower[at]] if scene.stands(phrase, at)), None)
    after = at + len(phrase or ())
    if phrase is None or _is_verb_announced(scene, at, after):
        return None
    if after < scene.limit and scene.tags[after] in {Tag.INFINITIVE, Tag.FINITE_VERB, Tag.PARTICIPLE}:
        scene.tags[after] = "N"  # a source is a noun phrase, whatever the word may be elsewhere
    if _leads_elsewhere(scene, after):
        return None
    end = _source_end(scene, at, after, phrase)
    content = around(scene, at, end)
    if " ".join(phrase) in scene.words.end_phrases:
        if not _stands_at_end(scene, at, end):
            return None
        content = content if scene.tags[end : end + 1] == [Tag.COMMA] else content[:1]
    if end <= after or not content:
        return None
    after = _past_noun_of_saying(scene, at, after, end)
    return Draft([(at, after)], (after, end), content, "say", "according", scene.place)


def _past_noun_of_saying(scene: Scene, at: int, after: int, end: int) -> int:
    """Where the source of a tag begins, behind what he is told to say: "so | die Forderung | der Mieter"."""
    phrase = scene.reading.phrase(after)
    if scene.lower[at] not in scene.words.tag_openers or phrase is None or phrase.end + 1 >= end:
        return after
    said = scene.lower[phrase.head] in scene.words.noun_cues and scene.lower[phrase.end] in scene.words.noun_agents
    return phrase.end + int(scene.tags[phrase.end] == Tag.PREPOSITION) if said else after


def after_source(scene: Scene, at: int) -> Draft | None:
    """The attribution of a word that stands behind its source: "X zufolge ..."."""
    begin = _source_start(scene, at)
    content = around(scene, begin, at + 1) if begin < at else []
    return Draft([(at, at + 1)], (begin, at), content, "say", "according", scene.place) if content else None


def _source_start(scene: Scene, end: int) -> int:
    """Where the phrase before the token begins, with the title in quotation marks that may end it: "des „Bergboten“"."""
    marked = end - 1 > scene.floor and scene.tags[end - 1] == Tag.QUOTE
    begin = phrase_to(scene.reading, end - int(marked), scene.floor)
    return begin if begin < end - int(marked) else end


def _is_verb_announced(scene: Scene, at: int, after: int) -> bool:
    """Whether a verb of the tag follows: "aldus verklaarde de kapitein"."""
    verbs = scene.words.verbs
    return scene.lower[at] in scene.words.tag_openers and after < len(scene.lower) and scene.lower[after] in verbs


def _leads_elsewhere(scene: Scene, after: int) -> bool:
    """Whether what follows the phrase is no source: a clause, or a noun such as "plan"."""
    following, words = scene.lower[after : after + 2], scene.words
    if following[:1] and (following[0] in words.complementisers or following[0] in words.not_sources):
        return True
    named = scene.reading.phrase(after) if after < scene.limit else None
    return " ".join(following) in words.not_sources or (
        named is not None and scene.lower[named.head] in words.not_sources
    )


def _source_end(scene: Scene, at: int, after: int, phrase: Phrase) -> int:
    """Where the source ends that follows the phrase."""
    head = scene.past(after, {Tag.ADVERB})
    if _is_pronoun_alone(scene, head):
        scene.tags[head] = Tag.PRONOUN
        return head + 1
    with_place = " ".join(phrase) in scene.words.closing_phrases
    end = _with_place(scene, head, phrase_from(scene.reading, head, scene.limit, with_place=with_place))
    if at == scene.floor and not scene.words.verb_second:
        return _without_clause(scene, head, end)
    if at == scene.floor and scene.tags[end : end + 1] in ([Tag.COORDINATOR], [Tag.PREPOSITION]):
        return _up_to_verb(scene, head, end)
    return after if end == head else end


def _with_place(scene: Scene, head: int, end: int) -> int:
    """The end of a source with where it was written or heard, if that ends its clause: "a report in The Times"."""
    phrase = scene.reading.phrase(head) if head < end else None
    if scene.words.verb_second or phrase is None or scene.tags[phrase.head] != Tag.NOUN:
        return end
    wide = phrase_from(scene.reading, head, scene.limit, with_place=True)
    agent = scene.lower[wide + 1 : wide + 2]
    if wide < scene.limit and scene.tags[wide] == Tag.PARTICIPLE and scene.words.agent_marks.intersection(agent):
        wide = phrase_from(scene.reading, wide + 2, scene.limit)  # "documents seen by Reuters"
    closes = wide >= scene.limit or scene.tags[wide] in _AFTER_PLACE
    return wide if closes else end


def _is_pronoun_alone(scene: Scene, at: int) -> bool:
    """Whether the word is a pronoun, though it looks like the determiner of a phrase: "volgens haar koud en vochtig"."""
    phrase = scene.reading.phrase(at) if at < scene.limit else None
    stands_for = scene.tags[at : at + 1] == [Tag.DETERMINER] and scene.lower[at] in scene.words.names.pronouns.person
    return stands_for and (phrase is None or scene.tags[phrase.end - 1] not in {Tag.NOUN, Tag.NAME})


def _up_to_verb(scene: Scene, start: int, end: int) -> int:
    """The end of a source that opens the sentence: with what "and" or a preposition binds to it, up to the verb."""
    verb = next((place for place in range(end, scene.limit) if scene.tags[place] in VERBS), end)
    return verb if phrase_from(scene.reading, start, verb, with_place=True) == verb else end


def _stands_at_end(scene: Scene, at: int, end: int) -> bool:
    """Whether the phrase with its source is a tag behind what is said: "..., so der Trainer."."""
    closes = end >= scene.limit or scene.tags[end] in _AFTER_END
    return scene.before(at) in _BEFORE_END and closes


def _without_clause(scene: Scene, start: int, end: int) -> int:
    """The end of a source that opens the sentence, where the clause after its comma looks like an apposition."""
    comma = next((place for place in range(start, end) if scene.tags[place] == Tag.COMMA), end)
    told = scene.tags[comma + 1 : comma + 2]
    return (
        end
        if comma < end and (told in ([Tag.RELATIVE], [Tag.NUMBER]) or scene.lower[comma + 1] in scene.words.indefinite)
        else comma
    )


def around(scene: Scene, start: int, end: int) -> list[Range]:
    """The rest of the sentence around a phrase, up to a semicolon or colon on either side, without a dateline."""
    begin, stop = _clause_before(scene, start), end
    joined = begin > scene.floor and scene.tags[begin - 1] not in {Tag.SEMICOLON, Tag.COLON}
    while stop < scene.limit and scene.tags[stop] != Tag.SEMICOLON:
        if stop > end and scene.tags[stop] == Tag.COMMA and _gives_back(scene, stop, joined=joined):
            break
        stop += 1
    if scene.lower[start] in scene.words.closing_phrases and scene.tags[end : end + 1] == [Tag.PREPOSITION]:
        stop = end  # "aldus de schipper tegen de krant", "aldus de premier bij aankomst"
    if start > scene.floor and scene.tags[end : end + 2] == [Tag.COMMA, Tag.PRESENT_PARTICIPLE]:
        stop = end
    begin = max(begin, dateline_end(scene))
    if begin == scene.floor:
        begin = _quotation_start(scene, start, begin)
    before, rest = scene.trimmed(begin, start), scene.trimmed(end, stop)
    cluster = scene.words.verb_final and before is not None and Tag.AUXILIARY in scene.tags[slice(*before)]
    if before and rest and scene.tags[rest[0]] == Tag.PARTICIPLE and rest[0] == end and not cluster:
        rest = None  # it tells of the source: "a document | provided by his lawyer"
    return [part for part in (before, rest) if part]


def _clause_before(scene: Scene, at: int) -> int:
    """Where the words before a phrase begin that belong to its clause: at a relative word, after ", maar", ", omdat", ";", ":"."""
    near = True
    for k in range(at - 1, scene.floor, -1):
        tag = scene.tags[k]
        near = near and tag != Tag.COMMA
        if tag == Tag.RELATIVE and near and scene.words.verb_final and not _has_verb(scene, k, at):
            return k
        if tag in {Tag.SEMICOLON, Tag.COLON}:
            return k + 1
        opens = (tag == Tag.SUBORDINATOR and near) or scene.lower[k] in scene.words.breaking
        opens = opens and scene.tags[k + 1] != Tag.COMMA
        if opens and scene.reading.quote_at[k] < 0 and scene.tags[k - 1] == Tag.COMMA:
            return k + 1
    return scene.floor


def _has_verb(scene: Scene, start: int, end: int) -> bool:
    return any(tag in VERBS for tag in scene.tags[start:end])


def _gives_back(scene: Scene, comma: int, *, joined: bool) -> bool:
    """Whether a clause of the one who tells follows the comma; `joined` says that the clause before it is a joined one."""
    following = comma + 1
    if following >= scene.limit or scene.reading.quote_at[following] >= 0:
        return False
    if scene.lower[following] in scene.words.breaking:
        return not (scene.words.verb_second and VERBS.intersection(scene.tags[following + 1 : following + 2]))
    return joined and scene.words.verb_final and scene.tags[following] in VERBS


def _quotation_start(scene: Scene, at: int, begin: int) -> int:
    """Where the quotation begins that ends right before the token and began in an earlier sentence; else `begin`."""
    last = at - 1 - int(at - 1 > scene.floor and scene.tags[at - 1] == Tag.COMMA)
    index = scene.reading.quote_at[last] if last >= scene.floor else -1
    if index < 0 or scene.reading.quotes[index].closing != last:
        return begin
    return min(begin, scene.reading.quotes[index].inside[0])
