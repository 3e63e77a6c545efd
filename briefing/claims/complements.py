"""The content that follows a verb: a clause, a quotation, an infinitive, an object."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from briefing.claims.bare_clauses import STARTS_SUBJECT, clause_follows
from briefing.claims.comma_clauses import infinitive_after, main_clause_begins
from briefing.claims.draft import Rule, Scene
from briefing.claims.subjects import is_inverted
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_end, clause_start, leads
from briefing.language.reading.extents import phrase_from
from briefing.language.tags import NON_FINITE, VERBS, Tag

_AFTER_SUBJECT: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.ADVERB)
)
_ENDS_GOVERNED: Final = frozenset((Tag.AUXILIARY, Tag.FINITE_VERB, Tag.COMMA, Tag.SEMICOLON, Tag.COLON))
_BEFORE_CUE: Final = frozenset(
    (Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.ADVERB, Tag.TIME, Tag.NUMBER, Tag.DETERMINER, Tag.COORDINATOR)
)
_ENDS_BARE: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.QUOTE))
_STARTS_PHRASE: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN))
_AFTER_QUOTE: Final = frozenset((Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.DASH))

_REACH: Final = 16
_ADDRESSEE: Final = 6
_SHORTEST_CLAUSE: Final = 4
_NARROW: Final = frozenset(("object", "infinitive", "preposition"))
_COMPLEMENTISERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.PRONOUN, Tag.SUBORDINATOR))
"""Tags of "that": the tagger may take it for a pronoun."""
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
_BEFORE_TITLE: Final = frozenset((Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NOUN, Tag.NAME, Tag.DETERMINER))
_STARTS_OBJECT: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.PRESENT_PARTICIPLE)
)
_SENTENCE_MARKS: Final = frozenset((Tag.STOP, Tag.SEMICOLON, Tag.COLON))
_STOPPING: Final = _SENTENCE_MARKS | frozenset((Tag.QUOTE,))


class Start(NamedTuple):
    """Where a content begins and by which rule; `at` is -1 where the cue is known to have none."""

    at: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Search:
    """A search for the content of a cue: the verb stands before `at`, all of the cue before `after`."""

    scene: Scene
    cue: VerbCue
    at: int
    after: int
    limit: int
    around: int


def complement(scene: Scene, cue: VerbCue, at: int, after: int) -> tuple[Rule, Range] | None:
    """The content after the verb that stands before `at`, and how it was found; the cue ends before `after`."""
    limit = min(_bound(scene, at - 1), after + _REACH)
    search = _Search(scene, cue, at, after, limit, scene.reading.quote_at[at - 1])
    found = _introduced(search) or _bare(search)
    if found is None or found.at < 0:
        return None
    if found.rule == "quote":
        return "quote", _quoted(search, found.at)
    end = clause_end(
        scene.reading,
        found.at,
        _bound(scene, at - 1),
        narrow=found.rule in _NARROW and not scene.words.verb_second,
        resumed=_in_clause(scene, at - 1) or (found.rule == "clause" and scene.words.verb_final),
        leading=leads(scene.reading, at - 1, scene.floor),
    )
    return found.rule, _without_marks(scene, found.at, _past_quotation(scene, end))


def _past_quotation(scene: Scene, end: int) -> int:
    """The end of a content, where its last quotation goes on into the next sentences that of the quotation."""
    if end < scene.limit - 1 or scene.limit >= len(scene.tags):
        return end
    index = scene.reading.quote_at[scene.limit]
    if index < 0 or index != scene.reading.quote_at[end - 1] or not scene.reading.quotes[index].closed:
        return end
    return scene.reading.quotes[index].closing + 1


def _without_marks(scene: Scene, start: int, end: int) -> Range:
    """The content without the marks of a quotation that is all of it, or that began before it."""
    tags, reading = scene.tags, scene.reading
    while end > start and tags[end - 1] == Tag.QUOTE:
        index = reading.quote_at[end - 1]
        opening = reading.quotes[index].opening if index >= 0 else -1
        if opening > start or (index >= 0 and reading.quotes[index].closing != end - 1):
            break
        start += int(opening == start)
        end -= 1
        while end > start and tags[end - 1] in {Tag.STOP, Tag.COMMA}:
            end -= 1
    return start, end


def _bound(scene: Scene, at: int) -> int:
    """The end of the sentence, or of the quotation in which the cue itself stands."""
    index = scene.reading.quote_at[at]
    return min(scene.limit, scene.reading.quotes[index].closing) if index >= 0 else scene.limit


def _in_clause(scene: Scene, at: int) -> bool:
    """Whether the clause around that of the cue goes on after it: the cue stands in a relative clause or a leading one."""
    opener = scene.before(clause_start(scene.reading, at, scene.floor))
    return opener == Tag.RELATIVE or (opener == Tag.SUBORDINATOR and scene.words.verb_final)


def _introduced(search: _Search) -> Start | None:
    """The content that a mark or a word introduces, a few words after the cue at most."""
    for place in range(search.at, search.limit):
        for reader in _READERS:
            found = reader(search, place)
            if found:
                return found
        if _stops(search, place):
            return None
    return None


def _stops(search: _Search, place: int) -> bool:
    """Whether no content can begin after the token any more."""
    scene = search.scene
    tag = scene.tags[place]
    following = place + 1
    if tag == Tag.COMMA:
        return not _goes_past(search, place)
    if tag == Tag.COORDINATOR:
        return following < scene.limit and scene.tags[following] in {
            Tag.FINITE_VERB,
            Tag.INFINITIVE,
            Tag.AUXILIARY,
            Tag.COMPLEMENTISER,
        }
    if tag in _SENTENCE_MARKS:
        return True
    leads = "told" in search.cue.takes and Tag.RELATIVE in scene.tags[search.at : place]
    return tag in VERBS and place > search.at and not scene.words.verb_second and not leads


def _goes_past(search: _Search, comma: int) -> bool:
    """Whether a content may begin after the comma: "zei, dat", "said, however, ''...''", "told a rally in Salem, Ohio, that"."""
    scene, takes = search.scene, search.cue.takes
    for place in range(comma + 1, search.limit):
        if scene.reading.quote_at[place] not in {-1, search.around}:
            return True
        if scene.lower[place] in scene.words.complementisers and _may_open(search, place):
            return "that" in takes and (scene.tags[place] == Tag.COMPLEMENTISER or place == comma + 1)
        if scene.tags[place] in _STOPPING or scene.tags[place] in VERBS or scene.tags[place] == Tag.RELATIVE:
            return False
    return False


def _quotation(search: _Search, place: int) -> Start | None:
    scene = search.scene
    index = scene.reading.quote_at[place]
    if index < 0 or index == search.around:
        return None
    quote = scene.reading.quotes[index]
    introduced = place == search.at or scene.tags[place - 1] in {Tag.COLON, Tag.COMMA}
    if not introduced and not quote.is_speech() and scene.tags[quote.opening - 1] in _BEFORE_TITLE:
        return None  # a title: "said on ''This Week'' that"
    if search.cue.kind == "think" and not quote.is_speech() and scene.tags[place - 1] != Tag.COLON:
        return Start(-1, "quote")  # an object that was come upon: 'vond "tekortkomingen" die'
    dated = "".join(scene.tags[search.at : place]).replace("pd", "")
    if not introduced and Tag.PREPOSITION in dated:
        return None
    return Start(place if "quote" in search.cue.takes or search.cue.takes_object else -1, "quote")


def _colon(search: _Search, place: int) -> Start | None:
    if search.scene.tags[place] != Tag.COLON or "quote" not in search.cue.takes or place + 1 >= search.limit:
        return None
    quoted = search.scene.reading.quote_at[place + 1] >= 0
    return Start(place + 1, "quote" if quoted else "colon")


def _conjunction(search: _Search, place: int) -> Start | None:
    """A clause with "that", "dat", "of"."""
    scene, takes = search.scene, search.cue.takes
    if scene.lower[place] not in scene.words.complementisers or not ("that" in takes or "wh" in takes):
        return None
    if not _may_open(search, place) or not _opens_complement(search, place):
        return None
    if any(scene.stands(phrase, place - 1) or scene.stands(phrase, place) for phrase in scene.words.choices):
        return None
    opinion = _opinion(search, place)
    return Start(place + 1 if opinion < 0 else opinion, "clause")


def _may_open(search: _Search, place: int) -> bool:
    """Whether the tag of "that" allows it to open a clause: a determiner right after the cue only before one."""
    tag = search.scene.tags[place]
    if tag == Tag.COORDINATOR:  # "of" as a question: "vroeg, of hij kwam"
        return "wh" in search.cue.takes and (place == search.at or search.scene.tags[place - 1] == Tag.COMMA)
    if tag == Tag.DETERMINER:
        return place == search.at and clause_follows(search.scene, place + 1)
    return tag in _COMPLEMENTISERS


def _opens_complement(search: _Search, place: int) -> bool:
    """Whether "that" opens the content of the cue, and is no pronoun and no relative word."""
    scene = search.scene
    tag, before, following = scene.tags[place], scene.tags[place - 1], scene.tags[place + 1 : place + 2]
    if scene.lower[place] in scene.words.pointing and not _has_verb(search, place + 1):
        return False  # "hij ontkent dat niet", "zei dat in een interview"
    if before == Tag.COORDINATOR or (tag != Tag.COMPLEMENTISER and following in ([Tag.STOP], [Tag.COMMA])):
        return False
    if tag == Tag.COMPLEMENTISER or place == search.at or before == Tag.COMMA:
        return tag != Tag.PRONOUN or following not in ([Tag.AUXILIARY], [Tag.FINITE_VERB])
    return "told" in search.cue.takes or tag != Tag.PRONOUN


def _has_verb(search: _Search, at: int) -> bool:
    """Whether a verb stands between the token and the end of the sentence; after a cue at its end the cue is none."""
    scene = search.scene
    if _ends(scene, scene.past(at, {Tag.NEGATION})):
        return False
    if scene.tags[at] != Tag.PREPOSITION:
        return True
    return any(tag in VERBS or tag in NON_FINITE for tag in scene.tags[at : _bound(scene, search.at - 1)])


def _opinion(search: _Search, place: int) -> int:
    """Where the opinion begins that is passed on a clause before its conjunction: "vindt | het jammer dat"; -1 where there is none."""
    if search.cue.kind != "think" or (search.scene.words.verb_second and is_inverted(search.scene, search.at - 1)):
        return -1
    for at in range(place - 1, search.at - 1, -1):
        if search.scene.lower[at] in search.scene.words.expletives:
            return at if at < place - 1 else -1
        if search.scene.tags[at] not in {Tag.ADVERB, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NOUN}:
            return -1
    return -1


def _ends(scene: Scene, at: int) -> bool:
    return at >= scene.limit or scene.tags[at] in {Tag.COMMA, Tag.STOP, Tag.SEMICOLON}


def _question(search: _Search, place: int) -> Start | None:
    """A clause with "waarom", "what", "how"."""
    scene, takes = search.scene, search.cue.takes
    if scene.lower[place] not in scene.words.questions or not ("that" in takes or "wh" in takes):
        return None
    if place not in {search.at, search.after} and scene.tags[place - 1] in {
        Tag.NOUN,
        Tag.NAME,
        Tag.COMMA,
        Tag.COORDINATOR,
    }:
        asked = "told" in takes and scene.lower[place] not in scene.words.relatives and scene.tags[place - 1] in _HEADS
        return Start(place, "clause") if asked else None
    return Start(place, "clause")


def _infinitive(search: _Search, place: int) -> Start | None:
    scene, cue = search.scene, search.cue
    following = place + 1
    if scene.tags[place] != Tag.TO or not {"to", "told-to"} & cue.takes or following >= search.limit:
        return None
    if scene.tags[following] not in NON_FINITE and scene.tags[following] not in {
        Tag.FINITE_VERB,
        Tag.AUXILIARY,
        Tag.NOUN,
        Tag.ADVERB,
    }:
        return None
    refused = cue.kind == "refuse" and scene.lower[following] in scene.words.refusals
    purpose = [k for k in range(search.at, place) if scene.lower[k] in scene.words.purposes]
    if refused or (purpose and scene.lower[purpose[0]] not in cue.takes):
        return Start(-1, "infinitive")
    if _is_refusal(search, place):
        return Start(-1, "infinitive")
    if not scene.words.verb_second and ("told-to" in cue.takes or cue.kind in {"think", "want"}):
        return Start(search.at, "infinitive")
    return Start(place if not scene.words.verb_second else _before_infinitive(search, place), "infinitive")


def _is_refusal(search: _Search, to: int) -> bool:
    """Whether the infinitive tells that nothing is said: "zegt niet te kunnen reageren", "claims not to comment"."""
    scene = search.scene
    if Tag.NEGATION not in scene.tags[search.at : to]:
        return False
    end = scene.past(
        to + 1, {Tag.BARE_AUXILIARY, Tag.AUXILIARY, Tag.INFINITIVE, Tag.PARTICIPLE}, min(scene.limit, to + _ADDRESSEE)
    )
    return any(word in scene.words.refusals for word in scene.lower[to + 1 : end])


def _before_infinitive(search: _Search, to: int) -> int:
    """Where an infinitive content begins, whose objects stand before "te": after the cue and its subject."""
    if search.after > search.at:
        return search.after
    scene = search.scene
    start = scene.past(search.at, {Tag.ADVERB}, to)
    if scene.tags[search.at - 1] in VERBS and is_inverted(scene, search.at - 1):
        start = phrase_from(scene.reading, start, to)
    return start


def _after_comma(search: _Search, place: int) -> Start | None:
    """A clause without a conjunction or an infinitive after a comma: "sagte, | er habe ...", "versprach, | ... zu senken"."""
    scene, cue, begin = search.scene, search.cue, place + 1
    if not scene.words.clauses_after_comma or scene.tags[place] != Tag.COMMA:
        return None
    if "zero" in cue.takes and main_clause_begins(scene, begin):
        return Start(begin, "zero")
    if "wh" in cue.takes and scene.lower[begin] in scene.words.questions:
        return Start(begin, "clause")
    infinitive = infinitive_after(scene, begin) if "to" in cue.takes else 0
    if not infinitive or scene.lower[begin] in scene.words.purposes - cue.takes:
        return None
    refused = cue.kind == "refuse" and scene.lower[infinitive] in scene.words.refusals
    return Start(-1 if refused else begin, "infinitive")


_READERS: Final[tuple[Callable[[_Search, int], Start | None], ...]] = (
    _quotation,
    _colon,
    _conjunction,
    _question,
    _infinitive,
    _after_comma,
)


def _bare(search: _Search) -> Start | None:
    """The content that nothing introduces: a clause without "that", what a preposition governs, an object."""
    scene, takes, at = search.scene, search.cue.takes, search.at
    if "zero" in takes:
        begin = _past_addressee(search)
        if clause_follows(scene, begin) or (begin == at and _goes_on(scene, at)):
            return Start(begin, "zero")
    governed = _governed(search)
    if governed:
        return governed
    if "quote" in takes and at < search.limit and scene.lower[at].rstrip(".") in scene.words.answers:
        return Start(at, "object") if _ends(scene, at + 1) else None
    if not search.cue.takes_object or at >= search.limit or scene.tags[at] not in _STARTS_OBJECT:
        return None
    if scene.words.verb_second and scene.tags[at - 1] in VERBS and is_inverted(scene, at - 1):
        at = phrase_from(scene.reading, at, search.limit)
        return Start(at, "object") if at < search.limit and scene.tags[at] in _AFTER_SUBJECT else None
    return Start(at, "object")


def _past_addressee(search: _Search) -> int:
    """Where the clause begins after whom it is told to: "told reporters | prices would rise"."""
    scene, at = search.scene, search.at
    if "told" not in search.cue.takes:
        return at
    phrase = scene.reading.phrase(at) if at < scene.limit else None
    if phrase is None or phrase.start != at:
        return at
    end = phrase.end
    following = scene.reading.phrase(end) if end < scene.limit else None
    return end if following or scene.tags[end : end + 1] in ([Tag.TIME], [Tag.PREPOSITION], [Tag.ADVERB]) else at


def _governed(search: _Search) -> Start | None:
    """What a preposition that belongs to the cue governs: "sprak van | een ramp"."""
    scene, takes, at = search.scene, search.cue.takes, search.at
    if search.cue.kind == "appear":
        return None
    for place in range(at, min(search.limit, at + _ADDRESSEE)):
        if scene.lower[place] in takes and scene.tags[place] in {Tag.PREPOSITION, Tag.ADVERB, Tag.PARTICIPLE, Tag.TO}:
            return Start(place + 1, "preposition") if place + 1 < scene.limit else None
        if (place == at and scene.tags[place] != Tag.PREPOSITION) or scene.tags[place] in _ENDS_GOVERNED:
            return None
    return None


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether enough follows a finite cue with its subject before it to be a clause, whatever its verb."""
    if scene.tags[at - 1] != Tag.FINITE_VERB or at - 2 < scene.floor or scene.tags[at - 2] not in _BEFORE_CUE:
        return False
    if at >= scene.limit or scene.tags[at] not in STARTS_SUBJECT:
        return False
    end = at
    while end < scene.limit and scene.tags[end] not in _ENDS_BARE:
        end += 1
    return end - at >= _SHORTEST_CLAUSE and phrase_from(scene.reading, at, end) < end


def _quoted(search: _Search, start: int) -> Range:
    """The content whose quotation begins at `start`: all of it, or the clause or object of which it is a part."""
    scene, takes = search.scene, search.cue.takes
    quote = scene.reading.quotes[scene.reading.quote_at[start]]
    begin, end = quote.inside
    lead = scene.past(search.at, {Tag.ADVERB}, start)
    object_before = search.cue.takes_object and search.cue.kind != "say" and scene.tags[lead] in _STARTS_PHRASE
    mixed = lead < start and (object_before or ("zero" in takes and clause_follows(scene, lead, start)))
    if mixed and scene.words.verb_second and is_inverted(scene, search.at - 1):
        lead = phrase_from(scene.reading, lead, start)
        mixed = lead < start
    if mixed:
        begin = lead
    elif quote.opening != start:
        begin = start
    after = quote.closing + 1
    whole = scene.tags[quote.closing - 1] in {Tag.COMMA, Tag.STOP}
    if after < scene.limit and scene.tags[after] not in _AFTER_QUOTE and not whole:
        begin = min(begin, start)
        end = clause_end(scene.reading, begin, scene.limit)
    elif mixed:
        end = min(after, len(scene.tags)) if quote.closed else min(after, scene.limit)
    elif scene.tags[end - 1] == Tag.COMMA:
        end -= 1
    return begin, end
