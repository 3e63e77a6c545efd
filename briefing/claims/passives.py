"""A verb of praise, blame or expectation in the passive: "Smit | is expected | to win", "was criticized for the delay"."""

from briefing.claims.draft import Draft, Rule, Scene
from briefing.claims.subjects import is_passive, subject_before
from briefing.language.lexicon import VerbCue
from briefing.language.reading import Range
from briefing.language.reading.clauses import clause_end
from briefing.language.tags import Tag


def after_passive(scene: Scene, group: Range, cue: VerbCue, after: int) -> tuple[Rule, Range] | None:
    """What follows an attitude in the passive: "was criticized | for the delay"."""
    if cue.kind != "attitude" or scene.words.verb_second or not is_passive(scene, group, group[1] - 1):
        return None
    introduced = after < scene.limit and scene.lower[after] in scene.words.predicatives | scene.words.agent_marks
    if not introduced and scene.tags[after : after + 1] != [Tag.SUBORDINATOR]:
        return None
    return "object", (after, clause_end(scene.reading, after, scene.limit, narrow=True))


def told_of(scene: Scene, group: Range, source: Range | None, draft: Draft) -> Draft | None:
    """The attribution in the passive, of whom it tells counted into the content: "Smit | is expected | to win"."""
    subject = subject_before(scene, group[0])
    if subject is None or scene.tags[subject[0]] == Tag.RELATIVE:
        return draft if draft.rule != "object" else None
    if draft.rule == "object" and draft.kind != "attitude":
        return None
    draft.source = source = _without_reason(scene, source)
    start, end = draft.content[-1]
    rest = [(start, end)]
    if source and start < source[1] <= end:
        around = (scene.trimmed(start, source[0] - 1), scene.trimmed(source[1], end))
        rest = [part for part in around if part]
    draft.content = [subject, *rest]
    return draft if rest else None


def _without_reason(scene: Scene, agent: Range | None) -> Range | None:
    """The agent of a passive without what the predicate adds: "condemned by | farmers | for its haste"."""
    if agent is None:
        return None
    start, end = agent
    return start, next((k for k in range(start + 1, end) if scene.lower[k] in scene.words.predicatives), end)
