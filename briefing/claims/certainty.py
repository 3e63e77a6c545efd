"""How surely an attribution presents its content, and whether it affirms or denies it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.claims.claim import Certainty, Polarity
from briefing.claims.draft import Draft
from briefing.language.hedges import LEVELS, Hedge, Strength, hedge_words_in, hedges_in
from briefing.language.modals import ModalSense
from briefing.language.negation import is_negated, opening_of
from briefing.language.reading import Range, Reading
from briefing.language.tags import Tag

_UNCONFIRMED: Final = frozenset(("rumour", "allegation"))
_DENYING: Final = frozenset(("deny", "refuse"))
_HELD: Final = frozenset(("think", "want"))
_NAMED: Final = frozenset(("object", "preposition"))
_LONGEST_CUE: Final = 8
_UNSURE: Final[Strength] = "unspecified"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an attribution presents its content."""

    hedges: tuple[Hedge, ...]
    certainty: Certainty
    polarity: Polarity


def judged(reading: Reading, draft: Draft) -> Judgement:
    """The hedges of cue and content, and what they and the cue make of the content.

    A rumour and a cue that withholds confirmation ("wil niet bevestigen") leave it unspecified.
    """
    hedges = _hedges(reading, draft)
    certainty = certainty_of(in_opening(reading, hedges, draft.content))
    if draft.negated and certainty == "certain" and not _denies_content(draft):
        certainty = "unspecified"
    if draft.kind in _UNCONFIRMED:
        certainty = "unspecified"
        known = {hedge.tokens for hedge in hedges}
        hedges += [Hedge((part,), _UNSURE, "rumoured", ModalSense.HEDGE) for part in draft.cue if part not in known]
    return Judgement(tuple(hedges), certainty, _polarity(reading, draft))


def in_opening(reading: Reading, hedges: Sequence[Hedge], content: Sequence[Range]) -> list[Hedge]:
    """The hedges that are not in a later sentence of the content than its first."""
    opening = opening_of(reading, content)
    end = opening[-1][1] if opening else 0
    later = [(max(start, end), last) for start, last in content if last > end]
    return [one for one in hedges if not any(start <= one.tokens[0] < last for start, last in later)]


def certainty_of(hedges: Sequence[Hedge]) -> Certainty:
    """What the hedges make of a content together."""
    levels = {hedge.strength for hedge in hedges}
    return next((level for level in LEVELS if level in levels), "certain")


def polarity_of(reading: Reading, parts: Sequence[Range]) -> Polarity:
    """Whether the main clause of a content is negated."""
    return "negative" if is_negated(reading, parts) else "positive"


def _denies_content(draft: Draft) -> bool:
    """Whether a negation of the cue touches the content: "gelooft niet dat", not "wil niet bevestigen dat"."""
    return draft.kind in _HELD or draft.rule in _NAMED


def _polarity(reading: Reading, draft: Draft) -> Polarity:
    """The polarity that cue and content give together."""
    if draft.kind in _DENYING:
        return "positive" if draft.negated else "negative"
    if draft.negated and _denies_content(draft):
        return "negative"
    return polarity_of(reading, draft.content)


def _hedges(reading: Reading, draft: Draft) -> list[Hedge]:
    """The hedges of content and cue; after a promise and by an agreement "zou" only tells of the future."""
    first, last = draft.cue[0][0], draft.cue[-1][1]
    cue = [(first, last)] if last - first <= _LONGEST_CUE else draft.cue
    hedges = [hedge for part in (*draft.content, *cue) for hedge in hedges_in(reading, *part)]
    hedges += [hedge for hedge in _beside(reading, draft) if hedge not in hedges]
    if draft.rule == "according" and draft.source:
        named = hedge_words_in(reading, *draft.source)
        hedges += [hedge for hedge in named if _weakens_source(hedge, draft.source)]
    words = reading.words.certainty.reportative
    promised = [*draft.cue, draft.source] if draft.rule == "according" and draft.source else draft.cue
    if any(word in words.promises for part in promised for word in reading.lower(part)) or _tells_own_future(
        reading, draft
    ):
        hedges = [hedge for hedge in hedges if reading.tokens.lower[hedge.tokens[0]] not in words.words]
    return hedges


def _weakens_source(hedge: Hedge, source: Range) -> bool:
    """Whether a hedge in a source is its head, or tells that it is not confirmed: "onbevestigde berichten"."""
    if hedge.sense is ModalSense.MODIFIER:
        return hedge.strength == _UNSURE
    return hedge.tokens[1] == source[1]


def _tells_own_future(reading: Reading, draft: Draft) -> bool:
    """Whether somebody told what they would do: "zei dat hij zou komen", not "zei dat hij zou zijn gevlucht"."""
    told = reading.words.certainty.reportative.told
    first, last = draft.content[0]
    if not any(word in told for part in draft.cue for word in reading.lower(part)) or draft.source is None:
        return False
    return reading.tags[first] == Tag.PRONOUN and Tag.PARTICIPLE not in reading.tags[first:last]


def _beside(reading: Reading, draft: Draft) -> list[Hedge]:
    """An adverb next to the cue that leaves open whether it was said at all: "reportedly claims"."""
    first, last = draft.cue[0]
    around = hedges_in(reading, max(0, first - 1), min(len(reading.tags), last + 1))
    return [
        hedge
        for hedge in around
        if hedge.strength == _UNSURE and reading.tags[hedge.tokens[0]] in {Tag.ADVERB, Tag.ADJECTIVE}
    ]
