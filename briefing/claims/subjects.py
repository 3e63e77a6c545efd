"""Who does what a verb says: the subject before it, after it, or shared with a verb before it."""

from typing import Final

from briefing.claims.draft import Scene
from briefing.language.calendar_nouns import is_of_calendar
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_start
from briefing.language.reading.extents import phrase_from, phrase_to
from briefing.language.tags import NON_FINITE, VERBS, Tag

_ENDS_AGENT: Final = frozenset(
    (Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.QUOTE, Tag.STOP, Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.SUBORDINATOR)
)
_BEFORE_SHARED_VERB: Final = frozenset(
    (Tag.AUXILIARY, Tag.BARE_AUXILIARY, Tag.NEGATION, Tag.COORDINATOR, Tag.TO, Tag.COMPLEMENTISER)
)
_IN_ADVERBIAL: Final = frozenset(
    (Tag.PREPOSITION, Tag.ADVERB, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.TIME, Tag.NAME, Tag.NUMBER)
)
_STARTS_PHRASE: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN))
_AFTER_SUBJECT: Final = frozenset((Tag.AUXILIARY, Tag.FINITE_VERB, Tag.ADVERB, Tag.PARTICIPLE, Tag.TIME))
_STARTS_ADVERBIAL: Final = frozenset((Tag.PREPOSITION, Tag.ADVERB, Tag.TIME, Tag.SUBORDINATOR, Tag.TO))

_FAR: Final = 25
_AGENT: Final = 12
_INTERJECTION: Final = 7
_LIST: Final = 3
_CLUSTER: Final = 4
_RELATIVE: Final = 14
_ENDS_RELATIVE: Final = frozenset(
    (Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.QUOTE, Tag.STOP, Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.DASH)
)
_SUBORDINATING: Final = frozenset((Tag.COMPLEMENTISER, Tag.SUBORDINATOR, Tag.RELATIVE))
_CLOSING: Final = frozenset((Tag.COMMA, Tag.DASH, Tag.CLOSING_BRACKET))
_VERBAL: Final = frozenset((Tag.PARTICIPLE, Tag.INFINITIVE, Tag.BARE_AUXILIARY, *VERBS))


def source_of(scene: Scene, group: Range, at: int, content: int) -> Range | None:
    """The subject of the verb at the token, whose auxiliaries begin at `group[0]` and whose content begins at `content`."""
    if is_passive(scene, group, at):
        return _agent(scene, at, content)
    if scene.words.verb_second:
        return _of_second_verb(scene, at, content)
    if scene.tags[at] == Tag.FINITE_VERB and (group[0] == scene.floor or _announces(scene, at)):
        # "Said Ellis: ...", "Worried it might fail, he ..."
        return subject_behind(scene, at, content) or _after_comma(scene, at)
    found = _left(scene, group[0], scene.tags[at])
    scene.speaker = found or scene.speaker
    return found


def _announces(scene: Scene, at: int) -> bool:
    """Whether a comma, the verb, its subject and a colon follow each other: "In short, | asked | the moderator: ..."."""
    end = phrase_from(scene.reading, at + 1, scene.limit)
    return scene.before(at) == Tag.COMMA and at + 1 < end < scene.limit and scene.tags[end] == Tag.COLON


def subject_before(scene: Scene, start: int) -> Range | None:
    """The noun phrase right before a verb group, adverbs between them left out."""
    edge = without_adverbials(scene, start)
    begin = phrase_to(scene.reading, edge, scene.floor)
    if begin >= edge:
        return None
    if scene.before(begin) == Tag.PREPOSITION and begin - 2 >= scene.floor and scene.tags[begin - 2] == Tag.RELATIVE:
        return begin - 2, begin - 1  # "who in 2010 said"
    return scene.within_commas(_before_relative(scene, begin), edge)


def _before_relative(scene: Scene, begin: int) -> int:
    """Where the phrase begins whose relative clause the words at the token end: "| people who saw | the fire"; else the token."""
    verbs = 0
    for at in range(begin - 1, max(scene.floor, begin - _RELATIVE), -1):
        tag = scene.tags[at]
        if tag in VERBS:
            verbs += int(scene.tags[at + 1] not in VERBS)
            if any("zero" in cue.takes for cue in scene.words.verbs.get(scene.lower[at], ())):
                return begin
        relative = tag == Tag.RELATIVE or (tag == Tag.COMPLEMENTISER and scene.words.relative_complementiser)
        if relative and verbs == 1 and scene.tags[at - 1] in {Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.DETERMINER}:
            return phrase_to(scene.reading, at, scene.floor)
        if relative or tag in _ENDS_RELATIVE:
            return begin
    return begin


def is_passive(scene: Scene, group: Range, at: int) -> bool:
    """Whether the verb is a participle under an auxiliary of the passive: "wordt gezegd", "is expected"."""
    if scene.lower[at] not in scene.words.participles or scene.tags[at] == Tag.FINITE_VERB:
        return False
    if not scene.words.verb_final:
        return any(scene.lower[k] in scene.words.passives for k in range(group[0], at))
    cluster = scene.past(at + 1, {Tag.AUXILIARY, Tag.BARE_AUXILIARY}, min(scene.limit, at + _CLUSTER))
    first = max(clause_start(scene.reading, at, scene.floor), at - _FAR)
    return any(scene.lower[k] in scene.words.passives for k in (*range(first, at), *range(at + 1, cluster)))


def _agent(scene: Scene, at: int, content: int) -> Range | None:
    """Who is named with "door" or "by": after the verb, or before it where verbs stand last and a content follows."""
    told = scene.words.verb_final and content > at + 1
    before = range(clause_start(scene.reading, at, scene.floor), at) if told else range(0)
    for k in (*before, *range(at + 1, min(scene.limit, at + _AGENT))):
        if k > at and scene.tags[k] in _ENDS_AGENT:
            return None
        if scene.lower[k] in scene.words.agent_marks:
            end = phrase_from(scene.reading, k + 1, scene.limit)
            return (k + 1, end) if end > k + 1 else None
    return None


def note(scene: Scene, at: int) -> None:
    """Keep the subject of the finite verb at the token, for the verbs after it that have none of their own."""
    if scene.before(at) in _BEFORE_SHARED_VERB:
        return
    edge = without_adverbials(scene, at)
    begin = phrase_to(scene.reading, edge, scene.floor)
    if begin >= edge or scene.tags[begin] == Tag.RELATIVE:
        return
    scene.subject = scene.within_commas(begin, edge)
    if scene.main is None or not _is_subordinate(scene, begin):
        scene.main = scene.subject


def _is_subordinate(scene: Scene, start: int) -> bool:
    """Whether the clause whose subject begins at the token is one within another: "sued after | the city | raised the rent"."""
    return scene.before(start) in _SUBORDINATING or (
        start > scene.floor and scene.lower[start - 1] in scene.words.clause_prepositions
    )


def without_adverbials(scene: Scene, edge: int) -> int:
    """Back over adverbs, days and what stands between commas, to the end of the subject."""
    tags = scene.tags
    while edge > scene.floor:
        day = tags[edge - 1] == Tag.PREPOSITION and edge < scene.limit and tags[edge] == Tag.TIME
        if tags[edge - 1] in {Tag.ADVERB, Tag.TIME} or day:
            edge -= 1
        elif tags[edge - 1] == Tag.COMMA and (opening := _interjection(scene, edge - 1)):
            edge = opening
        else:
            break
    return edge


def _interjection(scene: Scene, comma: int) -> int:
    """The comma that opens an adverbial which another closes: ", in turn,", ", however,"; 0 where there is none."""
    for k in range(comma - 1, max(scene.floor, comma - _INTERJECTION), -1):
        if scene.tags[k] == Tag.COMMA:
            return k if k < comma - 1 and scene.tags[k + 1] in {Tag.PREPOSITION, Tag.ADVERB} else 0
        if scene.tags[k] not in _IN_ADVERBIAL:
            return 0
    return 0


def _first(scene: Scene) -> Range | None:
    """The noun phrase that the sentence begins with."""
    end = phrase_from(scene.reading, scene.floor, scene.limit)
    return (scene.floor, end) if end > scene.floor else None


def _left(scene: Scene, start: int, tag: str) -> Range | None:
    """The subject before a verb group, where subjects stand before their verbs."""
    before = scene.before(start)
    if tag == Tag.PRESENT_PARTICIPLE and before == Tag.COMMA:
        return scene.speaker or scene.main or _first(scene)
    if before == Tag.COORDINATOR:
        return scene.speaker or scene.subject or _first(scene)
    if tag == Tag.PRESENT_PARTICIPLE or before == Tag.TO:
        if tag == Tag.PRESENT_PARTICIPLE and before == Tag.NOUN:
            phrase = scene.reading.phrase(start - 1)
            return (phrase.start, start) if phrase else scene.subject  # "candidates | promising lower rents"
        return scene.subject if start > scene.floor else _after_comma(scene, start)
    found = subject_before(scene, start)
    if found and _is_in_adverbial(scene, found[0]):
        return scene.speaker or scene.subject or found
    return found or _described_by_clause(scene, start) or scene.subject


def _is_in_adverbial(scene: Scene, start: int) -> bool:
    """Whether a phrase is the object of a preposition that "and" joins to the clause before: "but in a later talk | said"."""
    joined = start - 2 > scene.floor and scene.tags[start - 2] == Tag.COORDINATOR
    return joined and scene.tags[start - 1] == Tag.PREPOSITION


def _described_by_clause(scene: Scene, start: int) -> Range | None:
    """The phrase whose relative clause ends in its verb right before the token: "the photo (that) Kerr posted | did not show"."""
    last = start - 1
    if last <= scene.floor or scene.tags[last] not in {*VERBS, Tag.PARTICIPLE}:
        return None
    inner = phrase_to(scene.reading, last, scene.floor)
    edge = inner - int(scene.before(inner) in {Tag.RELATIVE, Tag.COMPLEMENTISER})
    if inner >= last or scene.before(edge) not in {Tag.NOUN, Tag.NAME}:
        return None
    begin = phrase_to(scene.reading, edge, scene.floor)
    return (begin, start) if begin < edge else None


def _after_comma(scene: Scene, start: int) -> Range | None:
    """The subject of the main clause after a participle that opens the sentence: "Asked why, she said"."""
    for k in range(start + 1, scene.limit - 1):
        if scene.tags[k] == Tag.COMMA and scene.tags[k + 1] in _STARTS_PHRASE:
            end = phrase_from(scene.reading, k + 1, scene.limit)
            if end < scene.limit and scene.tags[end] in _AFTER_SUBJECT:
                return k + 1, end
    return None


def finite_of(scene: Scene, at: int) -> int:
    """The finite verb of the clause: the verb itself, its auxiliary further left, or the verb that governs an infinitive."""
    bare = scene.words.tags.get(scene.lower[at]) == Tag.INFINITIVE  # "wil onder meer weten", whatever the tagger says
    finite = scene.tags[at] == Tag.FINITE_VERB and not bare and not _is_governed(scene, at)
    if scene.tags[at] == Tag.AUXILIARY or finite:
        return at
    before = range(max(clause_start(scene.reading, at, scene.floor), at - _FAR), at)
    auxiliary = next((k for k in before if scene.tags[k] == Tag.AUXILIARY), at)
    if auxiliary < at or scene.tags[at] not in NON_FINITE:
        return auxiliary
    return next((k for k in before if scene.tags[k] == Tag.FINITE_VERB), at)


def _is_governed(scene: Scene, at: int) -> bool:
    """Whether an auxiliary with at most a negation after it stands right before the verb: "wil niet bevestigen"."""
    before = at
    while before > scene.floor and scene.tags[before - 1] in {Tag.NEGATION, Tag.ADVERB}:
        before -= 1
    return scene.before(before) == Tag.AUXILIARY


def is_inverted(scene: Scene, at: int) -> bool:
    """Whether the subject stands after the finite verb of the clause, where the verb stands second."""
    finite = finite_of(scene, at)
    start = clause_start(scene.reading, finite, scene.floor)
    if start == finite and scene.before(start) in _CLOSING:
        return _closed_before(scene, finite) is None
    return start == finite or _opens_otherwise(scene, start, finite)


def _opens_otherwise(scene: Scene, start: int, finite: int) -> bool:
    """Whether the clause that begins at `start` opens with something else than its subject."""
    opening = scene.reading.phrase(start)
    if (scene.tags[start] in _STARTS_ADVERBIAL and (opening is None or opening.end < finite)) or (
        scene.lower[start] in scene.words.anaphors and _is_alone(scene, start)
    ):
        return True
    if finite + 1 >= scene.limit:
        return False
    return scene.lower[finite + 1] in scene.words.subject_pronouns or _is_time(scene, start, finite)


def _is_time(scene: Scene, start: int, finite: int) -> bool:
    """Whether only a span of the calendar stands before the verb: "Vorige week verklaarde ..."."""
    phrase = scene.reading.phrase(start)
    last = scene.reading.tokens.words[finite - 1]
    return phrase is not None and phrase.end == finite and is_of_calendar(scene.words.language, last)


def _is_alone(scene: Scene, at: int) -> bool:
    """Whether the word is a pronoun and no determiner of a phrase: "das sagte", not "das Amt sagte"."""
    phrase = scene.reading.phrase(at)
    return phrase is None or phrase.end == at + 1


def _of_second_verb(scene: Scene, at: int, content: int) -> Range | None:
    """The subject of a verb in a language where the finite verb stands second, and last in a subordinate clause."""
    finite = finite_of(scene, at)
    start = clause_start(scene.reading, finite, scene.floor)
    opener = scene.before(start)
    if opener in _SUBORDINATING:
        return _in_subordinate(scene, start, finite, opener)
    if start < finite:
        found = _before_finite(scene, start, finite, content)
    elif opener in _CLOSING:
        found = _closed_before(scene, finite)
    elif opener == Tag.COORDINATOR:
        found = _shared(scene, start, finite, content)
    else:
        found = None
    found = found or subject_behind(scene, finite, content)
    scene.subject = found or scene.subject
    return found or (scene.subject if start < finite or opener == Tag.COORDINATOR else None)


def _before_finite(scene: Scene, start: int, finite: int, content: int) -> Range | None:
    """The subject that stands before the finite verb; `None` where something else opens the clause."""
    if _opens_otherwise(scene, start, finite):
        named = scene.reading.phrase(start + 1) if scene.tags[start] == Tag.PREPOSITION else None
        behind = subject_behind(scene, finite, content)
        if behind is None and named and named.end == finite and _is_name_link(scene, start):
            return start, finite
        focused = scene.reading.phrase(start + 1) if scene.tags[start] == Tag.ADVERB else None
        if behind is None and focused and focused.start == start + 1:
            return start + 1, _last_phrase_end(scene, start + 1, finite)
        return behind
    end = _last_phrase_end(scene, start, finite)
    return (_list_start(scene, start), end) if end > start else None


def _is_name_link(scene: Scene, at: int) -> bool:
    """Whether the word may be the first of a name: "Van Dam"."""
    word = scene.reading.tokens.words[at]
    return word[0].isupper() and scene.lower[at] in scene.words.name_links


def _last_phrase_end(scene: Scene, start: int, limit: int) -> int:
    """Where the last noun phrase before the limit ends, if one begins at `start`; `start` itself else."""
    first = scene.reading.phrase(start)
    if first is None or first.start > start:
        return start
    for place in range(limit - 1, start - 1, -1):
        phrase = scene.reading.phrase(place)
        if phrase:
            return min(phrase.end, limit)
        index = scene.reading.quote_at[place]
        if index >= 0 and place == scene.reading.quotes[index].closing:
            return place + 1  # a name in quotation marks: "das Magazin „Blickfeld“"
        if scene.tags[place] in {Tag.CLOSING_BRACKET, *_VERBAL}:
            return place + 1
    return start


def _closed_before(scene: Scene, finite: int) -> Range | None:
    """The subject whose apposition or relative clause a mark closes right before the finite verb."""
    begin = phrase_to(scene.reading, finite, scene.floor)
    edge = finite if scene.tags[finite - 1] == Tag.CLOSING_BRACKET else finite - 1
    governed = scene.before(begin) == Tag.PREPOSITION  # "In Assen, de hoofdstad, | riepen ze"
    return (begin, edge) if begin < edge and not governed else None


def _shared(scene: Scene, start: int, finite: int, content: int) -> Range | None:
    """The subject of a verb after "and": that of the verb before it."""
    if not _opens_otherwise(scene, scene.floor, scene.floor):
        return scene.subject or _first(scene)
    return subject_behind(scene, finite, content) or _of_first_verb(scene, start - 1)


def _of_first_verb(scene: Scene, conjunction: int) -> Range | None:
    """The subject behind the first finite verb of the sentence, which a verb after "and" shares: "Toen kwam X en zei"."""
    first = next((place for place in range(scene.floor, conjunction) if scene.tags[place] in VERBS), conjunction)
    return subject_behind(scene, first, conjunction) if first < conjunction else None


def subject_behind(scene: Scene, finite: int, content: int) -> Range | None:
    """The subject right behind the finite verb."""
    start = past_object_pronoun(scene, scene.past(finite + 1, {Tag.ADVERB, Tag.TIME, Tag.NEGATION}))
    if start >= content:
        return None
    end = phrase_from(scene.reading, start, min(content, scene.limit))
    return (start, end) if end > start else None


def past_object_pronoun(scene: Scene, at: int) -> int:
    """Past a pronoun that stands between the verb and its subject: "verteidigte | sich | der Minister"."""
    follows = scene.words.verb_second and at < scene.limit and scene.lower[at] in scene.words.object_pronouns
    return at + 1 if follows and scene.reading.phrase(at + 1) else at


def _in_subordinate(scene: Scene, start: int, finite: int, opener: str) -> Range | None:
    """The subject of a clause with its verb at the end: after its conjunction, or the relative word itself."""
    at = start
    while at < finite and scene.tags[at] in {Tag.ADVERB, Tag.TIME, Tag.NEGATION, Tag.PREPOSITION}:
        at = max(at + 1, phrase_from(scene.reading, at + 1, finite)) if scene.tags[at] == Tag.PREPOSITION else at + 1
    points = (
        opener == Tag.COMPLEMENTISER
        and start == finite
        and start - 1 > scene.floor
        and scene.tags[start - 2] in {Tag.NOUN, Tag.NAME}
    )
    relative = (start - 1, start) if opener == Tag.RELATIVE or points else None
    if relative and (at == finite or start < at or scene.tags[start] in {Tag.BARE_AUXILIARY, Tag.PARTICIPLE}):
        return relative
    end = phrase_from(scene.reading, at, finite, with_place=True)
    return (at, end) if end > at else relative


def _list_start(scene: Scene, start: int) -> int:
    """Back over the earlier members of a list that ends in the subject: "Duitsers, Hongaren en Polen"."""
    at = start
    if scene.tags[at - 1] == Tag.COORDINATOR and at - 2 > scene.floor and scene.tags[at - 2] == Tag.COMMA:
        begin = phrase_to(scene.reading, at - 1, scene.floor)  # "Ann Hill, wethouder, en Bo Lund"
        return begin if begin == scene.floor else start
    while (
        at - 2 >= scene.floor
        and scene.tags[at - 1] in {Tag.COMMA, Tag.COORDINATOR}
        and scene.tags[at - 2] in {Tag.NOUN, Tag.NAME}
    ):
        at -= 2
    listed_from = scene.reading.phrase(at) if at < start else None
    at = listed_from.start if listed_from else at
    listed = at == scene.floor and "K" in scene.tags[at:start] + scene.tags[start : start + _LIST]
    return at if listed else start
