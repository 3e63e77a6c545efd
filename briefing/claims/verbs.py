"""A verb that attributes: its whole cue, then what it says and who says it."""

from typing import Final

from briefing.claims.complements import complement
from briefing.claims.draft import Draft, Scene
from briefing.claims.naming import is_written
from briefing.claims.phrases import clause_start
from briefing.claims.reading import Range
from briefing.claims.subjects import is_passive, origin_of, source_of
from briefing.claims.tagged import closes_quote, tag, taking_up
from briefing.language.lexicon import VerbCue

_REACH: Final = 14


def attributed(scene: Scene, at: int) -> Draft | None:
    """The attribution of the verb at the token, if it is one."""
    if any(scene.stands(phrase, at - place) for phrase in scene.words.meanings for place in range(len(phrase))):
        return None
    group = _group(scene, at)
    if not _may_attribute(scene, group, at):
        return None
    for cue in scene.words.verbs[scene.lower[at]]:
        parts = _with_particle(scene, group, at, cue)
        draft = _draft(scene, group, at, parts, cue) if parts else None
        if draft:
            scene.taken.update(place for start, end in draft.cue for place in range(start, end))
            return draft
    return None


def _draft(scene: Scene, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    if closes_quote(scene, group[0]) and (found := tag(scene, group, at, parts, cue)):
        return found
    return (
        _forward(scene, group, at, parts, cue) or tag(scene, group, at, parts, cue) or taking_up(scene, at, parts, cue)
    )


def _may_attribute(scene: Scene, group: Range, at: int) -> bool:
    """Whether the form can be a predicate here: a bare verb that opens a Dutch sentence is a question, an order or a noun."""
    opens = group[0] == scene.floor and scene.words.verb_second
    return not (opens and scene.tags[at] in "vN") and not _is_refused(scene, at) and not _is_attributive(scene, at)


def _is_attributive(scene: Scene, at: int) -> bool:
    """Whether the word belongs to a noun phrase: a name ("de ziekte van Bang") or a participle before its noun."""
    before = scene.before(at)
    if scene.tags[at] == "A" and scene.reading.tokens.words[at][0].isupper() and before not in '.":(-':
        return True
    after = scene.tags[at + 1] if at + 1 < scene.limit else "."
    return scene.words.verb_final and scene.tags[at] == "E" and before in "DA" and after == "N"


def _is_refused(scene: Scene, at: int) -> bool:
    """Whether the verb tells what is not done: "declined to say", "weigert te zeggen", "without saying"."""
    if at > scene.floor and scene.lower[at - 1] in scene.words.without:
        return True
    if scene.before(at) != "t":
        return False
    first = max(scene.floor, at - _REACH if scene.words.verb_final else at - 2)
    return any(
        cue.kind == "refuse" for place in range(first, at - 1) for cue in scene.words.verbs.get(scene.lower[place], ())
    )


def _group(scene: Scene, at: int) -> Range:
    """The verb with the auxiliaries and negation right before it."""
    start = at
    while start > scene.floor and scene.tags[start - 1] in "XxBn":
        start -= 1
    return scene.past(start, "B", at), at + 1


def _with_particle(scene: Scene, group: Range, at: int, cue: VerbCue) -> list[Range]:
    """The cue with its particle, which may stand later in the clause; nothing if the particle is not there."""
    if not cue.particle or scene.lower[at].startswith(cue.particle):
        return [group]
    if at > scene.floor and scene.lower[at - 1] == cue.particle:
        return [(at - 1, at + 1)]
    spare = -1
    for place in range(at + 1, min(scene.limit, at + _REACH)):
        if scene.lower[place] == cue.particle and _ends_clause(scene, place + 1):
            if scene.tags[place + 1 : place + 2] != ["t"] or place == at + 1:
                return _joined([group], place)
            spare = place
        if scene.tags[place] in ".;:":
            break
    return _joined([group], spare) if spare >= 0 else []


def _ends_clause(scene: Scene, at: int) -> bool:
    """Whether what begins at the token is no object of a preposition before it."""
    if at >= scene.limit or scene.reading.quote_at[at] >= 0 or scene.tags[at] not in "DPNMA#":
        return True
    return scene.lower[at] in scene.words.questions or scene.lower[at] in scene.words.complementisers


def _joined(parts: list[Range], at: int) -> list[Range]:
    """The cue with one token more, in order, the parts that touch made one."""
    joined: list[Range] = []
    for start, end in sorted([*parts, (at, at + 1)]):
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _forward(scene: Scene, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    """The attribution whose content comes after the verb."""
    found = complement(scene, cue, at + 1, max(part[1] for part in parts))
    if found is None:
        return None
    rule, (begin, end) = found
    if rule == "colon" and is_passive(scene, group, at):
        return None
    if rule == "clause" and scene.words.verb_second:
        for place in range(at + 1, begin - 1):
            if scene.tags[place] == "n" and all(not start <= place < stop for start, stop in parts):
                parts = _joined(parts, place)
    first, last = parts[0][0], parts[-1][1]
    negated = (
        (last - first <= _REACH and "n" in scene.tags[first:last])
        or (scene.words.verb_final and "n" in scene.tags[clause_start(scene.reading, at, scene.floor) : at])
        or (rule == "clause" and any(word in scene.words.negators for word in scene.lower[at + 1 : begin - 1]))
    )
    refused = (
        negated
        and rule == "clause"
        and (scene.lower[begin - 1] in scene.words.refusing or scene.lower[begin] in scene.words.questions)
    )
    if (
        end <= begin
        or refused
        or (rule in {"object", "infinitive", "preposition"} and not _is_held(scene, group, at, cue))
    ):
        return None
    if rule == "preposition":
        parts = _joined(parts, begin - 1)
    if cue.kind == "appear":
        if scene.lower[scene.floor] in scene.words.pointers:
            return None
        source = origin_of(scene, at, begin, cue.takes)
        if "source" in cue.takes and (source is None or not is_written(scene.reading, source)):
            return None
    else:
        source = _with_negator(scene, source_of(scene, group, at, begin))
        negated = negated or (source is not None and scene.lower[source[0]] in scene.words.negators)
    return Draft(parts, source, [(begin, end)], cue.kind, rule, scene.place, cue, negated)


def _with_negator(scene: Scene, source: Range | None) -> Range | None:
    """The source with the "no" of "no one"."""
    if source and source[0] > scene.floor and scene.lower[source[0] - 1] in scene.words.negators:
        return source[0] - 1, source[1]
    return source


def _is_held(scene: Scene, group: Range, at: int, cue: VerbCue) -> bool:
    """Whether an attitude is told as held, and not as a purpose or a possibility: not "to support", "would attack"."""
    if cue.kind not in {"attitude", "want", "deny"} or scene.words.verb_second:
        return True
    before, under_auxiliary = scene.before(group[0]), "X" in scene.tags[group[0] : at]
    if scene.tags[at] == "G":
        return before in ",M" or under_auxiliary
    return scene.tags[at] not in "vN" or (before in "NMPR" and not under_auxiliary)
