"""The content that stands before its cue: '"...", zegt X', '..., X said'."""

from dataclasses import replace
from typing import Final

from briefing.claims.draft import Draft, Scene, dateline_end
from briefing.claims.origins import origin_of
from briefing.claims.subjects import finite_of, past_object_pronoun, source_of, without_adverbials
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Quote, Range
from briefing.language.reading.clauses import clause_end, clause_start
from briefing.language.reading.extents import phrase_from, phrase_to, sentence_of
from briefing.language.tags import VERBS, Tag

_ENDS_SEARCH: Final = frozenset(
    (
        Tag.AUXILIARY,
        Tag.FINITE_VERB,
        Tag.COMPLEMENTISER,
        Tag.SUBORDINATOR,
        Tag.RELATIVE,
        Tag.TO,
        Tag.SEMICOLON,
        Tag.COLON,
        Tag.STOP,
    )
)

_PREDICATES: Final = frozenset((Tag.INFINITIVE, Tag.PARTICIPLE, Tag.BARE_AUXILIARY, *VERBS))
_TAG: Final = 16
_REACH: Final = 8
_TELLING: Final = frozenset(("say", "show", "claim", "appear", "deny"))
_CUT_OFF: Final = frozenset((Tag.PARTICIPLE, Tag.ADJECTIVE))
"""Tags that a verb may have which its subject stands before, on the other side of the tag."""
_AROUND_CLAUSE: Final = frozenset((Tag.COMMA, Tag.STOP, Tag.DASH, Tag.SEMICOLON))
_AFTER_SPEAKER: Final = frozenset((Tag.STOP, Tag.PREPOSITION, Tag.COMMA))
_ADVERBIAL: Final = frozenset(
    (Tag.ADVERB, Tag.TIME, Tag.PREPOSITION, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER)
)


def closes_quote(scene: Scene, start: int) -> bool:
    """Whether a quotation ends right before the subject or the verb that begins at the token."""
    for place in range(start - 1, max(scene.floor, start - _TAG) - 1, -1):
        index = scene.reading.quote_at[place]
        if index >= 0:
            quote = scene.reading.quotes[index]
            return place == quote.closing and (_is_speech(scene, quote) or quote.opening == scene.floor)
        if scene.tags[place] in _ENDS_SEARCH:
            return False
    return False


def stands_after(scene: Scene, group: Range, at: int) -> bool:
    """Whether the verb stands with its subject after a clause: "A, zegt X: B", "A, X said: B", "A, said X."."""
    behind = scene.past(at + 1, {Tag.ADVERB, Tag.TIME})
    end = phrase_from(scene.reading, behind, scene.limit)
    edge = group[0]
    if end == behind and not scene.words.verb_second:
        edge = phrase_to(scene.reading, group[0], scene.floor)
    if (end == behind and edge == group[0]) or scene.before(edge) != Tag.COMMA:
        return False
    last = scene.tags[end] if end < scene.limit else Tag.STOP
    ends = last == Tag.COLON or (last in _AFTER_SPEAKER and _is_inverted_tag(scene, group, behind))
    first = dateline_end(scene)
    return ends and scene.tags[first] != Tag.PREPOSITION and _has_verb(scene, (first, edge))


def _is_inverted_tag(scene: Scene, group: Range, subject: int) -> bool:
    """Whether a verb after a comma has its subject behind it, where subjects stand before their verbs: "A, said X in B"."""
    if scene.words.verb_second or scene.tags[subject : subject + 1] in ([], [Tag.PRONOUN]):
        return False
    return phrase_to(scene.reading, group[0], scene.floor) == group[0]


def tag(scene: Scene, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    """The attribution of the verb at the token, if what it says stands before it."""
    if scene.tags[at] not in {Tag.FINITE_VERB, Tag.AUXILIARY, Tag.INFINITIVE, Tag.PARTICIPLE} or not _may_follow(
        scene, group[0], cue
    ):
        return None
    if (
        scene.tags[at] == Tag.PARTICIPLE
        and scene.lower[at + 1 : at + 2]
        and scene.lower[at + 1] in scene.words.agent_marks
    ):
        return None  # "a book written by the editor"
    behind = _behind_auxiliary(scene, at)
    named = behind or _named(scene, group[0], at, cue)
    if named is None or scene.tags[named[0][0]] == Tag.RELATIVE:
        return None
    source, edge = named
    parts = [(edge, edge + 1), *parts] if behind else parts
    content = _content(scene, edge, max(source[1], at + 1))
    if not content:
        return None
    if scene.words.verb_second and scene.lower[source[0]] in scene.words.expletives and source[1] == source[0] + 1:
        return Draft(parts, None, content, cue.kind, "tag", scene.place, cue)  # "klinkt het"
    scene.subject = scene.speaker = source
    return Draft(parts, source, content, cue.kind, "tag", scene.place, cue)


def _named(scene: Scene, start: int, at: int, cue: VerbCue) -> tuple[Range, int] | None:
    """The source of a tag whose verb group begins at `start`, and where the tag begins."""
    if cue.kind == "appear":
        return _read_from(scene, start, at, cue)
    if "told" in cue.takes:
        return _before_verb(scene, start) or _after_verb(scene, start, at)
    behind = _after_verb(scene, start, at) if "quote" in cue.takes or scene.words.verb_second else None
    return behind or _before_verb(scene, start)


def _may_follow(scene: Scene, start: int, cue: VerbCue) -> bool:
    """Whether the content of such a cue may stand before it; that of any verb of speaking may if it is a quotation."""
    if {"quote", "source"} & cue.takes or ("that" in cue.takes and _opens_with_clause(scene)):
        return True
    return cue.kind in {"say", "attitude"} and closes_quote(scene, start)


def inside_clause(scene: Scene, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    """The attribution that stands inside the clause of its content: "a vote which she said | was a mistake"."""
    if scene.words.verb_second or "zero" not in cue.takes or scene.tags[at] not in {Tag.FINITE_VERB, Tag.PARTICIPLE}:
        return None
    after = scene.past(at + 1, {Tag.ADVERB})
    if after >= scene.limit or scene.tags[after] not in VERBS or scene.reading.quote_at[after] >= 0:
        return None
    edge = without_adverbials(scene, group[0])
    begin = phrase_to(scene.reading, edge, scene.floor)
    relative = begin - 1 - int(scene.before(begin) == Tag.ADVERB)
    if begin >= edge or relative < scene.floor or scene.tags[relative] not in {Tag.RELATIVE, Tag.COMPLEMENTISER}:
        return None
    end = clause_end(scene.reading, after, scene.limit)
    if end <= after:
        return None
    source = (begin, edge)
    return Draft(parts, source, [(relative, relative + 1), (after, end)], cue.kind, "tag", scene.place, cue)


def as_told(scene: Scene, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    """The attribution of the sentence around a clause with "as" or "zoals": "As the Herald reported, the mill closes"."""
    start = max(scene.floor + 1, clause_start(scene.reading, at, scene.floor))
    if cue.kind not in _TELLING or "quote" not in cue.takes or start > group[0]:
        return None
    if scene.lower[start - 1] not in scene.words.manner or scene.before(start - 1) not in _AROUND_CLAUSE:
        return None
    end = scene.past(scene.past(at + 1, {Tag.AUXILIARY, Tag.BARE_AUXILIARY}), _ADVERBIAL)
    if end < scene.limit and scene.tags[end] not in _AROUND_CLAUSE:
        return None
    appears = cue.kind == "appear"
    source = origin_of(scene, at, at, cue.takes) if appears else source_of(scene, group, at, at + 1)
    around = (scene.trimmed(scene.floor, start - 1), scene.trimmed(end, scene.limit))
    content = [part for part in around if part]
    if source is None or source[0] < start or not any(_has_verb(scene, part) for part in content):
        return None
    return Draft(parts, source, content, cue.kind, "tag", scene.place, cue)


def taking_up(scene: Scene, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    """The attribution of the sentence before, which this one takes up: "Dat meldt Reuters", "Dit blijkt uit cijfers"."""
    first = scene.floor
    if (
        scene.place == 0
        or at - first > _REACH
        or scene.lower[first] not in scene.words.pointers
        or cue.kind not in _TELLING
    ):
        return None
    if scene.tags[first + 1 : first + 2] not in ([Tag.FINITE_VERB], [Tag.AUXILIARY]):
        return None
    if cue.kind == "appear":
        source = origin_of(scene, at, scene.limit, cue.takes)
    else:
        begin = scene.past(first + 2, {Tag.ADVERB, Tag.TIME})
        end = phrase_from(scene.reading, begin, scene.limit)
        source = (begin, end) if end > begin else None
    content = scene.trimmed(*scene.reading.sentences[scene.place - 1])
    if source is None or content is None:
        return None
    scene.subject = scene.speaker = source
    return Draft(parts, source, [content], cue.kind, "anaphor", scene.place, cue)


def _after_verb(scene: Scene, start: int, at: int) -> tuple[Range, int] | None:
    """The source after the verb, and where the tag begins: '", zegt X', "zo meldt X"."""
    before = scene.before(start)
    announced = start > scene.floor and scene.lower[start - 1] in scene.words.tag_openers
    alone = start == scene.floor and not scene.words.verb_second
    if not (announced or alone or before in {",", '"', "'"}):
        return None
    begin = past_object_pronoun(scene, scene.past(at + 1, {Tag.ADVERB, Tag.TIME}))
    end = phrase_from(scene.reading, begin, scene.limit)
    return ((begin, end), start - 1 if announced else start) if end > begin else None


def _behind_auxiliary(scene: Scene, at: int) -> tuple[Range, int] | None:
    """The source between the auxiliary of a tag and its verb at the end, and where the tag begins: ", hatte | X | gesagt"."""
    if not scene.words.verb_second or scene.tags[at] != Tag.PARTICIPLE:
        return None
    finite = finite_of(scene, at)
    if finite == at or scene.before(finite) not in {Tag.COMMA, Tag.QUOTE, Tag.SINGLE_QUOTE}:
        return None
    begin = past_object_pronoun(scene, scene.past(finite + 1, {Tag.ADVERB, Tag.TIME}))
    end = phrase_from(scene.reading, begin, at)
    return ((begin, end), finite) if end > begin else None


def _read_from(scene: Scene, start: int, at: int, cue: VerbCue) -> tuple[Range, int] | None:
    """What the content is read from, and where the tag begins: ", blijkt uit cijfers"."""
    announced = start > scene.floor and scene.lower[start - 1] in scene.words.tag_openers
    if not announced and scene.before(start) != Tag.COMMA:
        return None
    source = origin_of(scene, at, scene.limit, cue.takes)
    return (source, start - int(announced)) if source else None


def _before_verb(scene: Scene, start: int) -> tuple[Range, int] | None:
    """The source before the verb, and where the tag begins: '", X said'."""
    if scene.words.verb_second:
        return None
    edge = without_adverbials(scene, start)
    begin = phrase_to(scene.reading, edge, scene.floor)
    return (scene.within_commas(begin, edge), begin) if begin < edge else None


def _content(scene: Scene, edge: int, after: int) -> list[Range]:
    """What stands before a tag, with its second half where the tag cuts it in two."""
    if edge <= scene.floor:
        return _quote_before(scene)
    last = edge - 1
    if scene.tags[last] not in {Tag.COMMA, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.STOP}:
        return []
    quote = _quote_at(scene, last)
    whole = _with_lead(scene, quote) if quote else scene.trimmed(_opening(scene), last)
    start = dateline_end(scene)
    if whole and scene.floor < start and whole[0] < start < whole[1]:
        whole = scene.trimmed(start, whole[1])
    rest = _after_tag(scene, after, quoted=quote is not None)
    if (
        rest
        and not quote
        and not scene.words.verb_second
        and scene.tags[rest[0]] in {Tag.PREPOSITION, Tag.ADVERB}
        and not _has_verb(scene, rest)
    ):
        rest = None  # where it was said, or by whom: ", in a note to clients", ", then head of the club"
    if whole and not quote and (fronted := _fronted(scene, whole)):
        return [fronted]
    if not quote and whole and not _has_verb(scene, whole):
        goes_on = rest is not None and (_has_verb(scene, rest) or scene.tags[rest[0]] in _CUT_OFF)
        if not goes_on:
            return []
    parts = [part for part in (whole, rest) if part]
    return parts if sum(end - start for start, end in parts) > 1 else []


def _fronted(scene: Scene, whole: Range) -> Range | None:
    """The clause whose complementiser opens the sentence: "Dass | die Brücke gesperrt bleibt |, bestätigte X"."""
    start, end = whole
    if start != scene.floor or not _opens_with_clause(scene) or Tag.COMMA in scene.tags[start:end]:
        return None
    return (start + 1, end) if end > start + 1 and scene.tags[end - 1] in _PREDICATES else None


def _opens_with_clause(scene: Scene) -> bool:
    """Whether a complementiser opens the sentence, and no open question."""
    opens = scene.words.verb_second and scene.tags[scene.floor] == Tag.COMPLEMENTISER
    return opens and scene.lower[scene.floor] not in scene.words.refusing


def _has_verb(scene: Scene, found: Range) -> bool:
    """Whether the run of tokens has a finite verb outside its subordinate clauses, each of which has one of its own."""
    subordinate = 0
    for tag_here in scene.tags[found[0] : found[1]]:
        if tag_here in {Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.SUBORDINATOR}:
            subordinate += 1
        elif tag_here in {Tag.COMMA, Tag.SEMICOLON, Tag.COLON}:
            subordinate = 0
        elif tag_here in VERBS:
            if not subordinate:
                return True
            subordinate -= 1
    return False


def _quote_at(scene: Scene, last: int) -> Quote | None:
    """The quotation that ends at the token or right before the comma there."""
    index = scene.reading.quote_at[last]
    if index < 0 and last > 0 and scene.tags[last] == Tag.COMMA:
        index = scene.reading.quote_at[last - 1]
    if index < 0:
        return None
    quote = scene.reading.quotes[index]
    ends = last >= quote.closing
    return quote if ends and (_is_speech(scene, quote) or quote.opening <= scene.floor) else None


def _is_speech(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation before a tag is speech and not a title with its comma: 'seen on "Morning in York," X said'."""
    return replace(quote, closing=quote.closing - int(scene.tags[quote.closing - 1] == Tag.COMMA)).is_speech()


def _with_lead(scene: Scene, quote: Quote) -> Range | None:
    """The words of the quotation, with those of its sentence that lead up to it."""
    begin, end = quote.inside
    apart = scene.before(quote.opening) in {Tag.STOP, Tag.COLON, Tag.SEMICOLON}
    lead = scene.trimmed(scene.floor, quote.opening) if quote.opening >= scene.floor and not apart else None
    return scene.trimmed(lead[0], quote.closing + 1) if lead else scene.trimmed(begin, end)


def _after_tag(scene: Scene, after: int, *, quoted: bool) -> Range | None:
    """The second half of a content that a tag cuts in two: '"A", says X, "B"', 'A, says X, B'."""
    place = after + 1
    if place >= scene.limit or scene.tags[after] not in {Tag.COMMA, Tag.COLON}:
        return None
    index, announced = scene.reading.quote_at[place], scene.tags[after] == Tag.COLON
    if index >= 0:
        return scene.trimmed(*scene.reading.quotes[index].inside) if quoted or announced else None
    if announced:
        return scene.trimmed(place, scene.limit)
    if (
        quoted
        or scene.tags[place] in {Tag.PRESENT_PARTICIPLE, Tag.COORDINATOR, Tag.SUBORDINATOR}
        or scene.lower[place] in scene.words.breaking
    ):
        return None
    return scene.trimmed(place, clause_end(scene.reading, place, scene.limit))


def _opening(scene: Scene) -> int:
    """Where the sentence begins in which the quotation opened that this sentence goes on with."""
    reading, floor = scene.reading, scene.floor
    while floor > 0 and reading.quote_at[floor] >= 0:
        opening = reading.quotes[reading.quote_at[floor]].opening
        if opening >= floor:
            break
        floor = reading.sentences[sentence_of(reading, opening)][0]
    return floor


def _quote_before(scene: Scene) -> list[Range]:
    """The quotation that ends right before the sentence."""
    if scene.floor == 0 or scene.reading.quote_at[scene.floor - 1] < 0:
        return []
    quote = scene.reading.quotes[scene.reading.quote_at[scene.floor - 1]]
    whole = scene.trimmed(*quote.inside) if quote.closing == scene.floor - 1 else None
    return [whole] if whole else []
