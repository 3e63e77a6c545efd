"""A verb that attributes: its whole cue, then what it says and who says it."""

from dataclasses import replace
from typing import Final

from briefing.claims.complements import complement
from briefing.claims.draft import Draft, Rule, Scene
from briefing.claims.enclosed import enclosed
from briefing.claims.objects import takes_up_object, tells
from briefing.claims.origins import antecedent_of, origin_of
from briefing.claims.passives import after_passive, told_of
from briefing.claims.source_kind import is_written
from briefing.claims.subjects import is_passive, source_of, subject_before
from briefing.claims.tagged import as_told, closes_quote, inside_clause, stands_after, tag, taking_up
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_end, clause_start
from briefing.language.tags import VERBS, Tag

_BEFORE_CAPITAL: Final = frozenset((Tag.STOP, Tag.QUOTE, Tag.COLON, Tag.OPENING_BRACKET, Tag.DASH))
_STARTS_PHRASE: Final = frozenset((Tag.DETERMINER, Tag.PRONOUN, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER))

_REACH: Final = 14
_CONJUNCTS: Final = 4
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
_NARROW: Final = frozenset(("object", "infinitive", "preposition"))
_CLAUSES: Final = frozenset(("clause", "zero"))
_SPEAKING: Final = frozenset(("say", "claim", "allegation", "deny", "refuse"))


def attributed(scene: Scene, at: int) -> list[Draft]:
    """The attributions of the verb at the token: one for each content where several are joined."""
    if any(scene.stands(phrase, at - place) for phrase in scene.words.meanings for place in range(len(phrase))):
        return []
    group = _group(scene, at)
    if not _may_attribute(scene, group, at):
        return []
    for cue in sorted(scene.words.verbs[scene.lower[at]], key=lambda cue: not cue.particle):
        parts = _with_particle(scene, group, at, cue)
        draft = _draft(scene, group, at, parts, cue) if parts else None
        if draft:
            scene.taken.update(place for start, end in draft.cue for place in range(start, end))
            return [_without_cue(scene, draft), *_further(scene, draft)]
    return []


def _draft(scene: Scene, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
    answers = at + 1 < scene.limit and scene.lower[at + 1] in scene.words.answers
    after_content = not answers and (closes_quote(scene, group[0]) or stands_after(scene, group, at))
    if after_content and (found := tag(scene, group, at, parts, cue)):
        return found
    return (
        _quoted_as(scene, group, at)
        or inside_clause(scene, group, at, parts, cue)
        or as_told(scene, group, at, parts, cue)
        or _forward(scene, group, at, parts, cue)
        or enclosed(scene, at, parts, cue)
        or tag(scene, group, at, parts, cue)
        or taking_up(scene, at, parts, cue)
    )


def _quoted_as(scene: Scene, group: Range, at: int) -> Draft | None:
    """The attribution to whom another quotes: "the paper quoted the owner as saying", "he was quoted as saying"."""
    if scene.lower[at] not in scene.words.quoting:
        return None
    saying = next((k for k in range(at + 2, min(scene.limit, at + _REACH)) if _is_saying(scene, k)), -1)
    if saying < 0:
        return None
    cue = scene.words.verbs[scene.lower[saying]][0]
    found = complement(scene, cue, saying + 1, saying + 1)
    passive = is_passive(scene, group, at)
    before = subject_before(scene, group[0])
    source = before if passive else _object(scene, at, saying - 1)
    if found is None or source is None:
        return None
    parts = [(group[0], at + 1), (saying - 1, saying + 1)]
    draft = Draft(parts, source, [found[1]], cue.kind, found[0], scene.place, cue)
    draft.through = None if passive else before
    return draft


def _is_saying(scene: Scene, at: int) -> bool:
    """Whether a participle of speaking stands at the token after "as"."""
    speaks = any("zero" in cue.takes for cue in scene.words.verbs.get(scene.lower[at], ()))
    return speaks and scene.tags[at] == Tag.PRESENT_PARTICIPLE and scene.lower[at - 1] in scene.words.manner


def _object(scene: Scene, verb: int, limit: int) -> Range | None:
    """The noun phrase between a verb and the token."""
    end = limit - int(scene.before(limit) == Tag.COMMA)
    return (verb + 1, end) if scene.reading.phrase(verb + 1) and end > verb + 1 else None


def _without_cue(scene: Scene, draft: Draft) -> Draft:
    """The attribution whose content ends before a part of the cue at its end: "sprak | het bericht | tegen"."""
    start, end = draft.content[-1]
    inside = [part for part in draft.cue if start < part[0] < end]
    if not inside or inside[0][1] < end:
        return draft
    end = next((k for k in range(start + 1, inside[0][0]) if scene.tags[k] == Tag.TIME), inside[0][0])
    while end > start + 1 and scene.tags[end - 1] in {Tag.ADVERB, Tag.TIME}:
        end -= 1
    return replace(draft, content=[*draft.content[:-1], (start, end)])


def _further(scene: Scene, draft: Draft) -> list[Draft]:
    """The attributions of the contents that are joined to the first: "zei dat A, maar dat B", "said A and that B"."""
    found: list[Draft] = []
    if draft.rule not in _CLAUSES:
        return found
    at = draft.content[-1][1]
    for _ in range(_CONJUNCTS):
        start = conjunct_after(scene, at)
        if start < 0:
            break
        end = clause_end(scene.reading, start, scene.limit)
        if end <= start:
            break
        found.append(replace(draft, cue=list(draft.cue), content=[(start, end)]))
        at = end
    return found


def conjunct_after(scene: Scene, at: int) -> int:
    """Where a further content begins that "and that" or ", but that" joins to the one before the token; -1 for none."""
    at += int(scene.tags[at : at + 1] == [Tag.COMMA] and at < scene.limit)
    if at + 2 >= scene.limit or scene.tags[at] not in {Tag.COORDINATOR, Tag.PREPOSITION}:
        return -1
    opens = scene.lower[at + 1] in scene.words.complementisers and scene.tags[at + 2] not in VERBS
    return at + 2 if scene.tags[at] == Tag.COORDINATOR and opens else -1


def _may_attribute(scene: Scene, group: Range, at: int) -> bool:
    """Whether the form can be a predicate here."""
    if _is_attributive(scene, at) or _is_refused(scene, at):
        return False
    if scene.words.verb_second:  # a bare verb that opens the sentence is a question, an order or a noun
        opens = group[0] == scene.floor
        passive = scene.tags[at] == Tag.PARTICIPLE and scene.tags[at + 1 : at + 2] == [Tag.AUXILIARY]
        return not (opens and scene.tags[at] in {Tag.INFINITIVE, Tag.NOUN, Tag.PARTICIPLE}) or passive
    return scene.tags[at] != Tag.INFINITIVE or _is_told(scene, group, at)


def _is_told(scene: Scene, group: Range, at: int) -> bool:
    """Whether a bare verb tells what is done: under an auxiliary, or as an infinitive that a verb or adjective governs."""
    if any(scene.tags[place] in {Tag.AUXILIARY, Tag.NEGATION} for place in range(group[0], at)):
        return True
    before = scene.before(group[0])
    if before != Tag.TO:
        return before in _HEADS or before in {Tag.COORDINATOR, Tag.QUOTE, Tag.COMMA}
    kinds = {cue.kind for cue in scene.words.verbs[scene.lower[at]]}
    if group[0] - 2 >= scene.floor and scene.lower[group[0] - 2] in scene.words.continuing:
        return True
    governor = scene.tags[group[0] - 2] if group[0] - 2 >= scene.floor else Tag.STOP
    return bool(kinds & _SPEAKING) and governor not in {Tag.NOUN, Tag.PRONOUN, Tag.QUOTE, Tag.COMMA, Tag.INFINITIVE}


def _is_attributive(scene: Scene, at: int) -> bool:
    """Whether the word belongs to a noun phrase: a name ("de ziekte van Bang") or a participle before its noun."""
    before, tag_here = scene.before(at), scene.tags[at]
    phrase = scene.reading.phrase(at)
    if tag_here == Tag.ADJECTIVE:
        if scene.reading.tokens.words[at][0].isupper() and before not in _BEFORE_CAPITAL:
            return True
        return phrase is not None and phrase.end - phrase.start > 1
    after = scene.tags[at + 1] if at + 1 < scene.limit else Tag.STOP
    if tag_here in {Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE} and phrase is not None:
        return True
    return (
        scene.words.verb_final
        and tag_here == Tag.PARTICIPLE
        and before in {Tag.DETERMINER, Tag.ADJECTIVE}
        and after == Tag.NOUN
    )


def _is_refused(scene: Scene, at: int) -> bool:
    """Whether the verb tells what is not done: "declined to say", "weigert te zeggen", "without saying"."""
    if at > scene.floor and scene.lower[at - 1] in scene.words.without:
        return True
    if scene.before(at) != Tag.TO:
        return False
    first = max(scene.floor, at - _REACH if scene.words.verb_final else at - 2)
    return any(
        cue.kind == "refuse" for place in range(first, at - 1) for cue in scene.words.verbs.get(scene.lower[place], ())
    )


def _group(scene: Scene, at: int) -> Range:
    """The verb with the auxiliaries and negation right before it."""
    start = at
    while start > scene.floor and scene.tags[start - 1] in {
        Tag.AUXILIARY,
        Tag.BARE_AUXILIARY,
        Tag.ADVERB,
        Tag.NEGATION,
    }:
        start -= 1
    return scene.past(start, {Tag.ADVERB}, at), at + 1


def _with_particle(scene: Scene, group: Range, at: int, cue: VerbCue) -> list[Range]:
    """The cue with its particle, which may stand later in the clause; nothing if the particle is not there."""
    if not cue.particle or scene.lower[at].startswith(cue.particle):
        return [group]
    if at > scene.floor and scene.lower[at - 1] == cue.particle:
        return [(at - 1, at + 1)]
    spare = -1
    for place in range(at + 1, min(scene.limit, at + _REACH)):
        governs = "to" in cue.takes and Tag.TO in scene.tags[place + 1 : place + _REACH]
        if scene.lower[place] == cue.particle and (governs or _ends_clause(scene, place + 1)):
            if scene.tags[place + 1 : place + 2] != [Tag.TO] or place == at + 1:
                between = range(at + 1, place)
                fixed = scene.words.clauses_after_comma and all(scene.lower[k] in cue.takes for k in between)
                return [(group[0], place + 1)] if fixed else _joined([group], place)
            spare = place
        if scene.tags[place] in {Tag.STOP, Tag.SEMICOLON, Tag.COLON} or (scene.tags[place] in VERBS and place > at + 1):
            break
    return _joined([group], spare) if spare >= 0 else []


def _ends_clause(scene: Scene, at: int) -> bool:
    """Whether what begins at the token is no object of a preposition before it."""
    if at >= scene.limit or scene.reading.quote_at[at] >= 0 or scene.tags[at] not in _STARTS_PHRASE:
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
    after = max(part[1] for part in parts)
    found = complement(scene, cue, at + 1, after) or after_passive(scene, group, cue, after)
    if found is None or not _may_take(scene, group, at, cue, found):
        return None
    rule, (begin, end) = found
    if rule != "quote" and _is_asked(scene, group, at, cue):
        return None
    if rule == "clause" and scene.words.verb_second:
        parts = _with_negation(scene, at, begin, parts)
    negated = _is_negated(scene, at, begin, parts, rule)
    if negated and rule == "clause" and _is_open_question(scene, begin):
        return None
    if rule == "preposition":
        parts = _joined(parts, begin - 1)
    draft = Draft(parts, None, [(begin, end)], cue.kind, rule, scene.place, cue, negated)
    return _apparent(scene, at, begin, draft) if cue.kind == "appear" else _said(scene, group, at, begin, draft)


def _may_take(scene: Scene, group: Range, at: int, cue: VerbCue, found: tuple[Rule, Range]) -> bool:
    """Whether the content that was found can be that of the cue as it stands."""
    rule, content = found
    told = not scene.words.answers.intersection(scene.lower[content[0] : content[0] + 1])
    if (told and set(scene.tags[content[0] : content[1]]) <= {Tag.ADVERB, Tag.TIME}) or (
        cue.kind == "appear" and rule != "clause" and not (rule == "zero" and scene.words.clauses_after_comma)
    ):
        return False
    if content[1] <= content[0] or (rule == "colon" and is_passive(scene, group, at)):
        return False
    if rule == "quote" and _is_beside(scene, content[0]) and _has_agent(scene, group, at):
        return False
    if rule == "object" and not is_passive(scene, group, at) and not tells(scene, group, cue, content):
        return False
    if (rule == "object" and _is_purpose(scene, group, at)) or (rule == "infinitive" and _describes(scene, group, at)):
        return False
    return rule not in _NARROW or _is_held(scene, group, at, cue)


def _describes(scene: Scene, group: Range, at: int) -> bool:
    """Whether the verb describes the noun before it by who did it: "the attention commanded by the mayor"."""
    named = at + 1 < scene.limit and scene.lower[at + 1] in scene.words.agent_marks
    return named and scene.before(group[0]) in _HEADS and not is_passive(scene, group, at)


def _is_purpose(scene: Scene, group: Range, at: int) -> bool:
    """Whether an infinitive tells what is to be said and not what is: "was pressed to explain the gap"."""
    if scene.words.verb_second or scene.tags[at] != Tag.INFINITIVE or scene.before(group[0]) != Tag.TO:
        return False
    return scene.lower[group[0] - 2] not in scene.words.continuing


def _is_asked(scene: Scene, group: Range, at: int, cue: VerbCue) -> bool:
    """Whether the cue tells what its subject was asked, by nobody that is named: "Asked why, he ...", "when asked about"."""
    if "that" in cue.takes or "wh" not in cue.takes or scene.lower[at] not in scene.words.participles:
        return False
    opens = scene.before(group[0]) in {Tag.STOP, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.COMMA}
    return opens and scene.lower[group[0] - 1] not in scene.words.relatives and not scene.words.verb_second


def _has_agent(scene: Scene, group: Range, at: int) -> bool:
    """Whether the verb is a passive, with its auxiliary or with its agent right behind it: "praised by critics"."""
    named = at + 1 < scene.limit and scene.lower[at + 1] in scene.words.agent_marks
    return is_passive(scene, group, at) or (named and scene.lower[at] in scene.words.participles)


def _is_beside(scene: Scene, at: int) -> bool:
    """Whether a quotation that begins at the token, or at the mark before it, follows a comma."""
    return Tag.COMMA in scene.tags[max(scene.floor, at - 2) : at]


def _said(scene: Scene, group: Range, at: int, begin: int, draft: Draft) -> Draft | None:
    """The attribution with its source; `None` where such a source says no such thing."""
    source = _with_negator(scene, source_of(scene, group, at, begin))
    if draft.rule in _NARROW and not scene.words.verb_second and is_passive(scene, group, at):
        return told_of(scene, group, source, draft)
    if source and source[1] == source[0] + 1 and scene.lower[source[0]] in scene.words.expletives:
        if scene.tags[at] == Tag.ADJECTIVE:
            return None  # "es gilt als sicher, dass"
        source = None if is_passive(scene, group, at) else source
    if draft.verb and not _may_say(scene, draft.verb, draft.rule, source):
        return None
    draft.source = source
    if draft.rule in {"object", "quote"} and draft.kind == "attitude" and takes_up_object(scene, group[0]):
        start = clause_start(scene.reading, group[0], scene.floor)
        draft.content = [(start - 1, start), *draft.content]
    draft.negated = draft.negated or (source is not None and scene.lower[source[0]] in scene.words.negators)
    return draft


def _may_say(scene: Scene, cue: VerbCue, rule: str, source: Range | None) -> bool:
    """Whether such a source says such a thing: what people find or show is no claim unless it is a clause they tell."""
    if cue.kind != "show" or rule not in {"object", "quote"}:
        return cue.kind != "show" or source is not None
    return source is not None and is_written(scene.reading, source)


def _apparent(scene: Scene, at: int, begin: int, draft: Draft) -> Draft | None:
    """The attribution of what something is read from: "uit de brief blijkt dat"; `None` where nothing is named."""
    if scene.lower[scene.floor] in scene.words.pointers or draft.verb is None:
        return None
    draft.source = origin_of(scene, at, begin, draft.verb.takes) or antecedent_of(scene, at)
    return draft if draft.source or "source" not in draft.verb.takes else None


def _with_negation(scene: Scene, at: int, begin: int, parts: list[Range]) -> list[Range]:
    for place in range(at + 1, begin - 1):
        if scene.tags[place] == Tag.NEGATION and all(not start <= place < stop for start, stop in parts):
            parts = _joined(parts, place)
    return parts


def _is_negated(scene: Scene, at: int, begin: int, parts: list[Range], rule: str) -> bool:
    """Whether the cue is negated: "zei niet dat", "did not say that"."""
    first, last = parts[0][0], parts[-1][1]
    if last - first <= _REACH and Tag.NEGATION in scene.tags[first:last]:
        return True
    if scene.words.verb_final and Tag.NEGATION in scene.tags[clause_start(scene.reading, at, scene.floor) : at]:
        return True
    return rule == "clause" and any(word in scene.words.negators for word in scene.lower[at + 1 : begin - 1])


def _is_open_question(scene: Scene, begin: int) -> bool:
    """Whether the content is a question, which a negated cue leaves open: "would not say whether"."""
    return scene.lower[begin - 1] in scene.words.refusing or scene.lower[begin] in scene.words.questions


def _with_negator(scene: Scene, source: Range | None) -> Range | None:
    """The source with the "no" of "no one"."""
    if source and source[0] > scene.floor and scene.lower[source[0] - 1] in scene.words.negators:
        return source[0] - 1, source[1]
    return source


def _is_held(scene: Scene, group: Range, at: int, cue: VerbCue) -> bool:
    """Whether an attitude is told as held, and not as a purpose or a possibility: not "to support", "would attack"."""
    if cue.kind not in {"attitude", "want", "deny", "refuse"} or scene.words.verb_second:
        return True
    before, under_auxiliary = scene.before(group[0]), Tag.AUXILIARY in scene.tags[group[0] : at]
    if scene.tags[at] == Tag.PRESENT_PARTICIPLE:
        return under_auxiliary if cue.kind == "refuse" else before in {Tag.COMMA, Tag.NAME, Tag.NOUN} or under_auxiliary
    if before == Tag.TO and scene.lower[group[0] - 2] in scene.words.continuing:
        return True
    if cue.kind == "deny" and Tag.NEGATION in scene.tags[group[0] : at]:
        return True
    return scene.tags[at] not in {Tag.INFINITIVE, Tag.NOUN} or (
        before in {Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.RELATIVE} and not under_auxiliary
    )
