"""The content that follows a verb: a clause, a quotation, an infinitive, an object."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from briefing.claims.draft import Rule, Scene
from briefing.claims.phrases import clause_end, clause_start, phrase_from
from briefing.claims.reading import Range
from briefing.claims.subjects import is_inverted
from briefing.language.lexicon import VerbCue

_REACH: Final = 14
_ADDRESSEE: Final = 6
_SHORTEST_CLAUSE: Final = 4
_INFINITIVES: Final = frozenset(("to", "told-to"))
_NARROW: Final = frozenset(("object", "infinitive", "preposition"))


class Found(NamedTuple):
    """Where a content begins and by which rule; `start` is -1 where the cue is known to have none."""

    start: int
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Look:
    """What is looked for: the verb stands before `at`, all of the cue before `after`."""

    scene: Scene
    cue: VerbCue
    at: int
    after: int
    limit: int
    around: int


def complement(scene: Scene, cue: VerbCue, at: int, after: int) -> tuple[Rule, Range] | None:
    """The content after the verb that stands before `at`, and how it was found; the cue ends before `after`."""
    limit = min(_bound(scene, at - 1), after + _REACH)
    look = _Look(scene, cue, at, after, limit, scene.reading.quote_at[at - 1])
    found = _marked(look) or _unmarked(look)
    if found is None or found.start < 0:
        return None
    if found.rule == "quote":
        return "quote", _quoted(look, found.start)
    end = clause_end(
        scene.reading,
        found.start,
        _bound(scene, at - 1),
        narrow=found.rule in _NARROW and not scene.words.verb_second,
        resumed=_in_clause(scene, at - 1),
    )
    return found.rule, _without_marks(scene, found.start, end)


def _without_marks(scene: Scene, start: int, end: int) -> Range:
    """The content without the marks of a quotation that is all of it, or that began before it."""
    tags, reading = scene.tags, scene.reading
    while end > start and tags[end - 1] == '"':
        index = reading.quote_at[end - 1]
        opening = reading.quotes[index].opening if index >= 0 else -1
        if opening > start or (index >= 0 and reading.quotes[index].closing != end - 1):
            break
        start += int(opening == start)
        end -= 1
        while end > start and tags[end - 1] in ".,":
            end -= 1
    return start, end


def _bound(scene: Scene, at: int) -> int:
    """The end of the sentence, or of the quotation in which the cue itself stands."""
    index = scene.reading.quote_at[at]
    return min(scene.limit, scene.reading.quotes[index].closing) if index >= 0 else scene.limit


def _in_clause(scene: Scene, at: int) -> bool:
    """Whether the cue stands in a clause after which the clause around it goes on: a relative one, or one that opens the sentence."""
    opener = scene.before(clause_start(scene.reading, at, scene.floor))
    return opener == "R" or (opener == "S" and scene.words.verb_final)


def _marked(look: _Look) -> Found | None:
    """The content that a mark or a word introduces, a few words after the cue at most."""
    for place in range(look.at, look.limit):
        for reader in _READERS:
            found = reader(look, place)
            if found:
                return found
        if _stops(look, place):
            return None
    return None


def _stops(look: _Look, place: int) -> bool:
    """Whether no content can begin after the token any more."""
    scene = look.scene
    tag = scene.tags[place]
    following = place + 1
    if tag == ",":
        return following >= look.limit or scene.reading.quote_at[following] in {-1, look.around}
    if tag == "K":
        return following < scene.limit and scene.tags[following] in "VvXC"
    return tag in ".;:" or (tag in "XV" and place > look.at and not scene.words.verb_second)


def _quotation(look: _Look, place: int) -> Found | None:
    scene = look.scene
    index = scene.reading.quote_at[place]
    if index < 0 or index == look.around:
        return None
    introduced = place == look.at or scene.tags[place - 1] in ":,"
    dated = "".join(scene.tags[look.at : place]).replace("pd", "")
    if not introduced and "p" in dated:
        return None if "that" in look.cue.takes and scene.words.verb_second else Found(-1, "quote")
    takes = look.cue.takes
    return Found(place if "quote" in takes or "object" in takes else -1, "quote")


def _colon(look: _Look, place: int) -> Found | None:
    if look.scene.tags[place] != ":" or "quote" not in look.cue.takes or place + 1 >= look.limit:
        return None
    quoted = look.scene.reading.quote_at[place + 1] >= 0
    return Found(place + 1, "quote" if quoted else "colon")


def _conjunction(look: _Look, place: int) -> Found | None:
    """A clause with "that", "dat", "of"."""
    scene, takes = look.scene, look.cue.takes
    if scene.lower[place] not in scene.words.complementisers or not ("that" in takes or "wh" in takes):
        return None
    if scene.tags[place] != "C" and place < look.after - 1:
        return None
    if any(scene.stands(phrase, place - 1) or scene.stands(phrase, place) for phrase in scene.words.choices):
        return None
    if scene.lower[place] in scene.words.pointing and _ends(scene, scene.past(place + 1, "n")):
        return None  # a pronoun: "hij ontkent dat niet"
    within_name = scene.tags[place - 1] == "M" and scene.tags[place + 1 : place + 2] == ["M"]
    named = within_name and scene.lower[place] not in scene.words.pointing
    if named or scene.tags[place - 1] == "K":
        return None
    opinion = _opinion(look, place)
    return Found(place + 1 if opinion < 0 else opinion, "clause")


def _opinion(look: _Look, place: int) -> int:
    """Where the opinion begins that is passed on a clause before its conjunction: "vindt | het jammer dat"; -1 where there is none."""
    if look.cue.kind != "think" or (look.scene.words.verb_second and is_inverted(look.scene, look.at - 1)):
        return -1
    for at in range(place - 1, look.at - 1, -1):
        if look.scene.lower[at] in look.scene.words.expletives:
            return at if at < place - 1 else -1
        if look.scene.tags[at] not in "BAEN":
            return -1
    return -1


def _ends(scene: Scene, at: int) -> bool:
    return at >= scene.limit or scene.tags[at] in ",.;"


def _question(look: _Look, place: int) -> Found | None:
    """A clause with "waarom", "what", "how"."""
    scene, takes = look.scene, look.cue.takes
    if scene.lower[place] not in scene.words.questions or not ("that" in takes or "wh" in takes):
        return None
    near = place in {look.at, look.after} or "told" in takes or scene.tags[place - 1] not in "NM,K"
    return Found(place, "clause") if near else None


def _infinitive(look: _Look, place: int) -> Found | None:
    scene, cue = look.scene, look.cue
    following = place + 1
    if (
        scene.tags[place] != "t"
        or "to" not in cue.takes
        or following >= look.limit
        or scene.tags[following] not in "vVxNXE"
    ):
        return None
    refused = cue.kind == "refuse" and scene.lower[following] in scene.words.refusals
    purpose = [k for k in range(look.at, place) if scene.lower[k] in scene.words.purposes]
    if refused or (purpose and scene.lower[purpose[0]] not in cue.takes):
        return Found(-1, "infinitive")
    if "told-to" in cue.takes and not scene.words.verb_second:
        return Found(look.at, "infinitive")
    return Found(place if not scene.words.verb_second else _before_infinitive(look, place), "infinitive")


def _before_infinitive(look: _Look, to: int) -> int:
    """Where an infinitive content begins, whose objects stand before "te": after the cue and its subject."""
    if look.after > look.at:
        return look.after
    scene = look.scene
    start = scene.past(look.at, "B", to)
    if scene.tags[look.at - 1] in "VX" and is_inverted(scene, look.at - 1):
        start = phrase_from(scene.reading, start, to)
    return start


_READERS: Final[tuple[Callable[[_Look, int], Found | None], ...]] = (
    _quotation,
    _colon,
    _conjunction,
    _question,
    _infinitive,
)


def _unmarked(look: _Look) -> Found | None:
    """The content that nothing introduces: a clause without "that", what a preposition governs, an object."""
    scene, takes, at = look.scene, look.cue.takes, look.at
    if "zero" in takes and (clause_follows(scene, at) or _goes_on(scene, at)):
        return Found(at, "zero")
    for place in range(at, min(look.limit, at + _ADDRESSEE)):
        if scene.lower[place] in takes and scene.tags[place] in "pBEt" and look.cue.kind != "appear":
            return Found(place + 1, "preposition") if place + 1 < scene.limit else None
        if (place == at and scene.tags[place] != "p") or scene.tags[place] in "XV,;:":
            break
    if "object" not in takes or at >= look.limit or scene.tags[at] not in "DANM#PG":
        return None
    if scene.words.verb_second and scene.tags[at - 1] in "VX" and is_inverted(scene, at - 1):
        at = phrase_from(scene.reading, at, look.limit)
        return Found(at, "object") if at < look.limit and scene.tags[at] in "DANM#PB" else None
    return Found(at, "object")


def clause_follows(scene: Scene, at: int, limit: int | None = None) -> bool:
    """Whether a clause without a conjunction begins at the token: a phrase and a finite verb after it."""
    tags = scene.tags
    limit = scene.limit if limit is None else limit
    while at < limit and (tags[at] in "Bd" or (tags[at] == "p" and tags[at + 1 : at + 2] == ["d"])):
        at += 1
    if at < limit and tags[at] == "X" and scene.lower[at].find("'") > 0:
        return True  # a pronoun with its verb: "they're"
    if at >= limit or (tags[at] not in "DPNMA#SG" and scene.lower[at] not in scene.words.negators):
        return False
    for place in range(at + 1, min(limit, at + _REACH)):
        if (
            tags[place] in "XV"
            or scene.lower[place].endswith("n't")
            or (tags[place] in "vE" and tags[place - 1] in "PNM")
        ):
            return True
        if tags[place] in '.;:"' or (tags[place] == "," and _opens_clause(scene, place + 1)):
            return False
    return False


def _opens_clause(scene: Scene, at: int) -> bool:
    return at < scene.limit and (scene.tags[at] in "SKG" or scene.lower[at] in scene.words.breaking)


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether enough follows a finite cue with its subject before it to be a clause, whatever its verb."""
    if scene.tags[at - 1] != "V" or at - 2 < scene.floor or scene.tags[at - 2] not in "NMPBd#DK":
        return False
    if at >= scene.limit or scene.tags[at] not in "DPNMA#SG":
        return False
    end = at
    while end < scene.limit and scene.tags[end] not in '.,;:"':
        end += 1
    return end - at >= _SHORTEST_CLAUSE and phrase_from(scene.reading, at, end) < end


def _quoted(look: _Look, start: int) -> Range:
    """The content whose quotation begins at `start`: all of it, or the clause or object of which it is a part."""
    scene, takes = look.scene, look.cue.takes
    quote = scene.reading.quotes[scene.reading.quote_at[start]]
    begin, end = quote.inside
    lead = scene.past(look.at, "B", start)
    object_before = "object" in takes and look.cue.kind != "say" and scene.tags[lead] in "DANM#P"
    mixed = lead < start and (object_before or ("zero" in takes and clause_follows(scene, lead, start)))
    if mixed and scene.words.verb_second and is_inverted(scene, look.at - 1):
        lead = phrase_from(scene.reading, lead, start)
        mixed = lead < start
    if mixed:
        begin = lead
    elif quote.opening != start:
        begin = start
    after = quote.closing + 1
    if after < scene.limit and scene.tags[after] not in ",.;:-":
        begin = min(begin, start)
        end = clause_end(scene.reading, begin, scene.limit)
    elif mixed:
        end = min(after, scene.limit)
    return begin, end
