"""Who says what in a paragraph: for each cue its source and its content, as runs of tokens. Certainty and names come later."""

from typing import Final

from briefing.claims import subjects, verbs
from briefing.claims.according import according, after_source
from briefing.claims.accounts import account, claimed_deed
from briefing.claims.draft import Draft, Scene
from briefing.claims.nouns import noun_attribution
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import sentence_of
from briefing.language.tags import VERBS, Tag

_PREDICATES: Final = frozenset(
    (Tag.FINITE_VERB, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.AUXILIARY, Tag.ADJECTIVE)
)
_IN_LABEL: Final = frozenset(
    (Tag.NAME, Tag.NOUN, Tag.DETERMINER, Tag.OPENING_BRACKET, Tag.CLOSING_BRACKET, Tag.COMMA, Tag.PREPOSITION)
)

_LONGEST_NAME: Final = 8
_SHORTEST_TURN: Final = 4
_LONGEST_LABEL: Final = 4
_LONGEST_HEADLINE: Final = 24


def attributions(reading: Reading) -> list[Draft]:
    """The attributions of a paragraph, in the order of their cues."""
    found: list[Draft] = []
    for place in range(len(reading.sentences)):
        scene = Scene(reading, place)
        turn = _turn(scene) if place == 0 else None
        if turn:
            found.append(turn)
            if reading.quote_at[turn.content[0][0]] < 0 and turn.content[0][1] > scene.limit:
                break
        else:
            found += _of_sentence(scene)
    found += _signed(reading)
    verbal = {draft.content[0][0] for draft in found if draft.rule != "noun"}
    return [draft for draft in found if draft.rule != "noun" or draft.content[0][0] not in verbal]


def _of_sentence(scene: Scene) -> list[Draft]:
    words, found = scene.words, list[Draft]()
    for at in range(scene.floor, scene.limit):
        tag, word = scene.tags[at], scene.lower[at]
        if scene.reading.in_speech(at) or at in scene.taken:
            continue
        if tag in VERBS and not words.verb_second:
            subjects.note(scene, at)
        if told := account(scene, at) or claimed_deed(scene, at):
            found.append(told)
        elif word in words.verbs and tag in _PREDICATES:
            found += verbs.attributed(scene, at)
        elif word in words.phrase_heads:
            found += filter(None, [according(scene, at)])
        elif word in words.phrases_after:
            found += filter(None, [after_source(scene, at)])
        elif word in words.noun_cues:
            found += filter(None, [noun_attribution(scene, at)])
    return [draft for draft in found if not _is_thought_told(scene, draft, found)]


def _is_thought_told(scene: Scene, draft: Draft, found: list[Draft]) -> bool:
    """Whether a pronoun thinks or wants within what another says: "Smit said he thinks that": that is Smit's claim."""
    if draft.kind not in {"think", "want", "show"}:
        return False
    if any(_tells_infinitive(scene, other, draft) for other in found):
        return True  # "zegt te hopen dat"
    around = [other for other in found if other is not draft and other.says(draft.cue[0][0])]
    tagged = any(other.rule == "tag" and _is_pronoun(scene, other.source) for other in around)
    return tagged or (bool(around) and _is_pronoun(scene, draft.source))


def _tells_infinitive(scene: Scene, outer: Draft, inner: Draft) -> bool:
    """Whether the cue of the inner attribution is the infinitive that the outer one tells, of the same source."""
    at = inner.cue[-1][1] - 1
    infinitive = outer.rule == "infinitive" and outer.says(at) and scene.before(at) == Tag.TO
    return infinitive and outer is not inner and outer.source == inner.source


def _is_pronoun(scene: Scene, source: Range | None) -> bool:
    return source is not None and scene.tags[source[0]] == Tag.PRONOUN


def _turn(scene: Scene) -> Draft | None:
    """What follows a name and a colon at the start of a paragraph: "TAPPER: ...", 'Boogerd: "..."'."""
    tags = scene.tags
    first = int(tags[0] == Tag.QUOTE)
    colon = next(
        (place for place in range(first + 1, min(scene.limit - 1, _LONGEST_NAME)) if tags[place] == Tag.COLON), 0
    )
    if not colon or any(tag not in _IN_LABEL for tag in tags[first:colon]) or "M" not in tags[first:colon]:
        return None
    begin, end = colon + 1, len(tags)
    direct = not first and scene.reading.quote_at[begin] >= 0
    if direct:
        begin, end = scene.reading.quotes[scene.reading.quote_at[begin]].inside
    if not direct and not _is_transcript(scene, first, colon):
        if not _is_headline(scene, first, colon):
            return None
        end = scene.limit
    content = scene.trimmed(begin, end)
    if not content or content[1] - content[0] < _SHORTEST_TURN:
        return None
    return Draft([(colon, colon + 1)], (first, colon), [content], "say", "turn", scene.place)


def _signed(reading: Reading) -> list[Draft]:
    """The quotations that a dash and a name follow: '"..." — Jan Smit'."""
    found: list[Draft] = []
    for quote in reading.quotes:
        dash, (begin, end) = quote.closing + 1, quote.inside
        if not (quote.closed and quote.is_speech() and dash < len(reading.tags) and reading.tags[dash] == Tag.DASH):
            continue
        last = dash + 1
        while last < len(reading.tags) and reading.tags[last] == Tag.NAME and last - dash <= _LONGEST_NAME:
            last += 1
        if last > dash + 1 and (
            last == len(reading.tags) or reading.tags[last] in {Tag.STOP, Tag.QUOTE, Tag.COMMA, Tag.OPENING_BRACKET}
        ):
            while end > begin and reading.tags[end - 1] in {Tag.STOP, Tag.COMMA}:
                end -= 1
            if end > begin:
                place = sentence_of(reading, dash)
                found.append(Draft([(dash, dash + 1)], (dash + 1, last), [(begin, end)], "say", "tag", place))
    return found


def _is_transcript(scene: Scene, first: int, colon: int) -> bool:
    """Whether the name before the colon is set in capitals, as that of a speaker in a transcript."""
    names = scene.reading.tokens.words[first:colon]
    return all(name.isupper() or not name[0].isalpha() for name in names) and scene.limit < len(scene.tags)


def _is_headline(scene: Scene, first: int, colon: int) -> bool:
    """Whether a name, a colon and a capital open a short sentence: "Minister Smit: Wet komt er niet"."""
    named = all(tag == Tag.NAME for tag in scene.tags[first:colon]) and colon - first <= _LONGEST_LABEL
    capital = scene.reading.tokens.words[colon + 1][0].isupper()
    return named and capital and scene.limit - colon <= _LONGEST_HEADLINE
