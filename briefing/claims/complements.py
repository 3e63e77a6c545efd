"""The content that follows a verb: a clause, a quotation, an infinitive, an object."""

from collections.abc import Callable
from typing import Final

from briefing.claims.bare_clauses import STARTS_SUBJECT, clause_follows
from briefing.claims.comma_clauses import infinitive_after, main_clause_begins
from briefing.claims.conjunctions import Search, Start, conjunction, is_over, last_of, may_open, opens_account, question
from briefing.claims.draft import Rule, Scene
from briefing.claims.objects import takes_up_object
from briefing.claims.subjects import is_inverted
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_end, clause_start, leads
from briefing.language.reading.extents import phrase_from, sentence_of
from briefing.language.tags import NON_FINITE, VERBS, Tag

_AFTER_SUBJECT: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.ADVERB)
)
_ENDS_GOVERNED: Final = frozenset((Tag.AUXILIARY, Tag.FINITE_VERB, Tag.COMMA, Tag.SEMICOLON, Tag.COLON))
_BEFORE_CUE: Final = frozenset(
    (Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.ADVERB, Tag.TIME, Tag.NUMBER, Tag.DETERMINER, Tag.COORDINATOR)
)
_ENDS_BARE: Final = frozenset((Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.QUOTE))
_STARTS_QUOTED: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.COMPLEMENTISER, Tag.RELATIVE)
)
"""Tags of the first word of an object before a quotation: "dat" of "noemt dat 'een ramp'" may be taken for a conjunction."""
_AFTER_ANSWER: Final = frozenset((Tag.SUBORDINATOR, Tag.COORDINATOR, Tag.PREPOSITION))
_AFTER_QUOTE: Final = frozenset((Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.DASH))

_REACH: Final = 16
_ADDRESSEE: Final = 6
_SHORTEST_CLAUSE: Final = 4
_NARROW: Final = frozenset(("object", "infinitive", "preposition"))
_BEFORE_TITLE: Final = frozenset((Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NOUN, Tag.NAME, Tag.DETERMINER))
_STARTS_OBJECT: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.PRONOUN, Tag.PRESENT_PARTICIPLE)
)
_OPENS_CLAUSE: Final = frozenset((Tag.RELATIVE, Tag.COMPLEMENTISER, Tag.SUBORDINATOR))
_SENTENCE_MARKS: Final = frozenset((Tag.STOP, Tag.SEMICOLON, Tag.COLON))
_STOPPING: Final = _SENTENCE_MARKS | frozenset((Tag.QUOTE,))


def complement(scene: Scene, cue: VerbCue, at: int, after: int) -> tuple[Rule, Range] | None:
    """The content after the verb that stands before `at`, and how it was found; the cue ends before `after`."""
    limit = min(last_of(scene, at - 1), after + _REACH)
    search = Search(scene, cue, at, after, limit, scene.reading.quote_at[at - 1])
    found = _introduced(search) or _bare(search)
    if found is None or found.at < 0:
        return None
    if found.rule == "quote":
        return "quote", _quoted(search, found.at)
    if found.rule == "object" and _is_answer(scene, found.at):
        return "object", (found.at, found.at + 1)
    end = clause_end(
        scene.reading,
        found.at,
        last_of(scene, at - 1),
        narrow=found.rule in _NARROW and not scene.words.verb_second,
        resumed=_in_clause(scene, at - 1) or (found.rule == "clause" and scene.words.verb_final),
        leading=leads(scene.reading, at - 1, scene.floor),
    )
    if found.rule == "object" and scene.words.clauses_after_comma:
        end = _before_next_verb(scene, found.at, end)
    if found.rule in _NARROW and scene.words.verb_second:
        end = _before_contrast(scene, found.at, end)
    return found.rule, _without_marks(scene, found.at, _past_quotation(scene, end))


def _before_next_verb(scene: Scene, start: int, end: int) -> int:
    """The end of an object before a comma and a finite verb that shares its subject: "nannte ihn faul, | wies aber ..."."""
    verbs = (at for at in range(start, end - 1) if scene.tags[at] == Tag.COMMA and scene.tags[at + 1] in VERBS)
    comma = next(verbs, end)
    opened = any(tag in _OPENS_CLAUSE for tag in scene.tags[start:comma])
    return end if opened else comma


def _before_contrast(scene: Scene, start: int, end: int) -> int:
    """The end of an object, before what gives the word back: "ontkent een fout, | maar volgens de krant"."""
    commas = (at for at in range(start, end - 1) if scene.tags[at] == Tag.COMMA)
    return next((at for at in commas if scene.lower[at + 1] in scene.words.breaking), end)


def _past_quotation(scene: Scene, end: int) -> int:
    """The end of a content, where its last quotation goes on into the next sentences that of the quotation."""
    if end < scene.limit - 1 or scene.limit >= len(scene.tags):
        return end
    index = scene.reading.quote_at[scene.limit]
    if index < 0 or index != scene.reading.quote_at[end - 1] or not scene.reading.quotes[index].closed:
        return end
    after = scene.reading.quotes[index].closing + 1
    if after >= len(scene.tags) or scene.tags[after] in _AFTER_QUOTE or scene.tags[after - 2] in _AFTER_QUOTE:
        return after
    return clause_end(scene.reading, after, scene.reading.sentences[sentence_of(scene.reading, after)][1])


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


def _in_clause(scene: Scene, at: int) -> bool:
    """Whether the clause around that of the cue goes on after it: the cue stands in a relative clause or a leading one."""
    opener = scene.before(clause_start(scene.reading, at, scene.floor))
    return opener == Tag.RELATIVE or (opener == Tag.SUBORDINATOR and scene.words.verb_final)


def _introduced(search: Search) -> Start | None:
    """The content that a mark or a word introduces, a few words after the cue at most."""
    for place in range(search.at, search.limit):
        for reader in _READERS:
            found = reader(search, place)
            if found:
                return found
        if _stops(search, place):
            return None
    return None


def _stops(search: Search, place: int) -> bool:
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
    if scene.words.verb_second or place == search.at:
        return False
    leads = "told" in search.cue.takes and Tag.RELATIVE in scene.tags[search.at : place]
    is_verb = tag in VERBS or scene.lower[place].endswith("n't")
    acts = place >= search.after and scene.tags[place - 1 : place + 1] == [Tag.TO, Tag.INFINITIVE]
    return (is_verb and not leads) or acts


def _goes_past(search: Search, comma: int) -> bool:
    """Whether a content may begin after the comma: "zei, dat", "said, however, ''...''", "told a rally in Salem, Ohio, that"."""
    scene, takes = search.scene, search.cue.takes
    if "that" in takes and opens_account(scene, comma + 1):
        return True
    for place in range(comma + 1, search.limit):
        if scene.reading.quote_at[place] not in {-1, search.around}:
            return True
        if scene.lower[place] in scene.words.complementisers and may_open(search, place):
            return "that" in takes and (scene.tags[place] == Tag.COMPLEMENTISER or place == comma + 1)
        if scene.tags[place] in _STOPPING or scene.tags[place] in VERBS or scene.tags[place] == Tag.RELATIVE:
            return False
    return False


def _quotation(search: Search, place: int) -> Start | None:
    scene = search.scene
    index = scene.reading.quote_at[place]
    if index < 0 or index == search.around:
        return None
    quote = scene.reading.quotes[index]
    introduced = place == search.at or scene.tags[place - 1] in {Tag.COLON, Tag.COMMA}
    if not introduced and not quote.is_speech() and scene.tags[quote.opening - 1] in _BEFORE_TITLE:
        return None  # a title: "said on ''This Week'' that"
    if _is_anothers(search, place):
        return Start(-1, "quote")
    if search.cue.kind == "think" and not quote.is_speech() and scene.tags[place - 1] != Tag.COLON:
        return Start(-1, "quote")  # an object that was come upon: 'vond "tekortkomingen" die'
    dated = "".join(scene.tags[search.at : place]).replace("pd", "")
    if not introduced and (Tag.PREPOSITION in dated or Tag.SUBORDINATOR in dated):
        return None
    return Start(place if "quote" in search.cue.takes or search.cue.takes_object else -1, "quote")


def _is_anothers(search: Search, place: int) -> bool:
    """Whether a participle of speaking before the quotation introduces it: 'mocked the plan, calling it | "a farce"'."""
    scene = search.scene
    return not scene.words.verb_second and any(
        scene.tags[k] == Tag.PRESENT_PARTICIPLE
        and scene.tags[k - 1] == Tag.COMMA
        and scene.lower[k] in scene.words.verbs
        for k in range(search.at + 1, place)
    )


def _colon(search: Search, place: int) -> Start | None:
    if search.scene.tags[place] != Tag.COLON or "quote" not in search.cue.takes or place + 1 >= search.limit:
        return None
    quoted = search.scene.reading.quote_at[place + 1] >= 0
    return Start(place + 1, "quote" if quoted else "colon")


def _infinitive(search: Search, place: int) -> Start | None:
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
    if _is_refusal(search, place) or ("told-to" in cue.takes and _is_given(search, place)):
        return Start(-1, "infinitive")
    if not scene.words.verb_second and ("told-to" in cue.takes or cue.kind in {"think", "want"}):
        return Start(search.at, "infinitive")
    return Start(place if not scene.words.verb_second else _before_infinitive(search, place), "infinitive")


def _is_given(search: Search, to: int) -> bool:
    """Whether two objects stand before an infinitive, which is a purpose then: "asked | the clerk | two questions | to see"."""
    reading = search.scene.reading
    first = reading.phrase(search.at)
    second = reading.phrase(first.end) if first and first.end < to else None
    return second is not None and not search.scene.words.verb_second


def _is_refusal(search: Search, to: int) -> bool:
    """Whether the infinitive tells that nothing is said: "zegt niet te kunnen reageren", "claims not to comment"."""
    scene = search.scene
    if Tag.NEGATION not in scene.tags[search.at : to]:
        return False
    end = scene.past(
        to + 1, {Tag.BARE_AUXILIARY, Tag.AUXILIARY, Tag.INFINITIVE, Tag.PARTICIPLE}, min(scene.limit, to + _ADDRESSEE)
    )
    return any(word in scene.words.refusals for word in scene.lower[to + 1 : end])


def _before_infinitive(search: Search, to: int) -> int:
    """Where an infinitive content begins, whose objects stand before "te": after the cue and its subject."""
    if search.after > search.at:
        return search.after
    scene = search.scene
    start = scene.past(search.at, {Tag.ADVERB}, to)
    if start > search.at and scene.tags[start] == Tag.NOUN:
        start -= 1  # "zegt | meer tijd nodig te hebben"
    if scene.tags[search.at - 1] in VERBS and is_inverted(scene, search.at - 1):
        start = phrase_from(scene.reading, start, to)
    return start


def _after_comma(search: Search, place: int) -> Start | None:
    """A clause without a conjunction or an infinitive after a comma: "sagte, | er habe ...", "versprach, | ... zu senken"."""
    scene, cue, begin = search.scene, search.cue, place + 1
    if not scene.words.clauses_after_comma or scene.tags[place] != Tag.COMMA or begin >= scene.limit:
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


_READERS: Final[tuple[Callable[[Search, int], Start | None], ...]] = (
    _quotation,
    _colon,
    conjunction,
    question,
    _infinitive,
    _after_comma,
)


def _bare(search: Search) -> Start | None:
    """The content that nothing introduces: a clause without "that", what a preposition governs, an object."""
    scene, takes, at = search.scene, search.cue.takes, search.at
    if "quote" in takes and at < search.limit and _is_answer(scene, at):
        return Start(at, "object")
    if "zero" in takes and not scene.words.clauses_after_comma:
        begin = _past_addressee(search)
        if clause_follows(scene, begin) or (begin == at and _goes_on(scene, at)):
            return Start(begin, "zero")
    return _governed(search) or (_object(search) if at < search.limit and search.cue.takes_object else None)


def _object(search: Search) -> Start | None:
    """A noun phrase, or what is said of one that a relative word stands for: "which he described | as an open door"."""
    scene, at = search.scene, search.at
    if scene.tags[at] not in _STARTS_OBJECT:
        described = scene.lower[at] in scene.words.predicatives and takes_up_object(scene, at - 1)
        return Start(at, "object") if described else None
    if scene.words.verb_second and scene.tags[at - 1] in VERBS and is_inverted(scene, at - 1):
        at = phrase_from(scene.reading, at, search.limit)
        return Start(at, "object") if at < search.limit and scene.tags[at] in _AFTER_SUBJECT else None
    return Start(at, "object")


def _is_answer(scene: Scene, at: int) -> bool:
    """Whether the word is an answer that is all that is said: "said | yes", not "said | no road was closed"."""
    ends = is_over(scene, at + 1) or scene.tags[at + 1] in _AFTER_ANSWER
    return ends and scene.lower[at].rstrip(".") in scene.words.answers


def _past_addressee(search: Search) -> int:
    """Where the clause begins after whom it is told to: "told reporters | prices would rise"."""
    scene, at = search.scene, search.at
    if "told" not in search.cue.takes:
        return at
    phrase = scene.reading.phrase(at) if at < scene.limit else None
    if phrase is None or phrase.start != at:
        return at
    end = _past_places(scene, phrase.end + int(scene.tags[phrase.end : phrase.end + 1] == [Tag.PRESENT_PARTICIPLE]))
    following = scene.reading.phrase(end) if end < scene.limit else None
    return end if following or scene.tags[end : end + 1] in ([Tag.TIME], [Tag.PREPOSITION], [Tag.ADVERB]) else at


def _past_places(scene: Scene, at: int) -> int:
    """Past where somebody was told something, and when: "told a crowd | in Ohio on Friday | the bridge would open"."""
    while at + 1 < scene.limit and scene.tags[at] == Tag.PREPOSITION:
        bound = scene.reading.phrase(at + 1)
        if bound is None and scene.tags[at + 1] != Tag.TIME:
            break
        at = bound.end if bound else at + 2
    return at


def _governed(search: Search) -> Start | None:
    """What a preposition that belongs to the cue governs: "sprak van | een ramp"."""
    scene, takes, at = search.scene, search.cue.takes, search.at
    if search.cue.kind == "appear":
        return None
    for place in range(at, min(search.limit, at + _ADDRESSEE)):
        if place > at and scene.lower[place] in scene.words.links and scene.tags[place - 1] == Tag.NOUN:
            return None  # "speaks to all sorts | of voters"
        if scene.lower[place] in takes and scene.tags[place] in {Tag.PREPOSITION, Tag.ADVERB, Tag.PARTICIPLE, Tag.TO}:
            opens = place + 1 < scene.limit and scene.tags[place + 1] != Tag.PREPOSITION
            return Start(place + 1, "preposition") if opens else None
        if (place == at and scene.tags[place] != Tag.PREPOSITION) or scene.tags[place] in _ENDS_GOVERNED:
            return None
    return None


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether enough follows a finite cue with its subject before it to be a clause, whatever its verb."""
    if scene.tags[at - 1] != Tag.FINITE_VERB or at - 2 < scene.floor or scene.tags[at - 2] not in _BEFORE_CUE:
        return False
    if at >= scene.limit or scene.tags[at] not in STARTS_SUBJECT or scene.lower[at] in scene.words.object_pronouns:
        return False
    end = at
    while end < scene.limit and scene.tags[end] not in _ENDS_BARE:
        end += 1
    return end - at >= _SHORTEST_CLAUSE and phrase_from(scene.reading, at, end) < end


def _quoted(search: Search, start: int) -> Range:
    """The content whose quotation begins at `start`: all of it, or the clause or object of which it is a part."""
    scene, takes = search.scene, search.cue.takes
    quote = scene.reading.quotes[scene.reading.quote_at[start]]
    begin, end = quote.inside
    lead = scene.past(search.at, {Tag.ADVERB}, start)
    governs_object = "predicate" in takes or (search.cue.takes_object and search.cue.kind != "say")
    object_before = governs_object and scene.tags[lead] in _STARTS_QUOTED
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
