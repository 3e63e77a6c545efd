"""Differences of certainty: one report hedges what the other states as a fact."""

from briefing.article import Span
from briefing.claims.claim import Claim
from briefing.compare.assertion import Assertion
from briefing.compare.link import Difference
from briefing.compare.meaning import can_be_verb
from briefing.compare.shared import Shared
from briefing.compare.word_lists import verdict_words
from briefing.language.lexicon import lexicon
from briefing.language.tags import Tag

_NEAR = 40
_LEAST = 0.6
_FEWEST = 2
_VERBS = frozenset((Tag.FINITE_VERB, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.AUXILIARY, Tag.BARE_AUXILIARY))


def difference(shared: Shared) -> Difference | None:
    """The hedge that only one report has, with its verb, and that verb in the other report."""
    sides = shared.left, shared.right
    hedged = [_is_hedged(side) for side in sides]
    if hedged[0] == hedged[1] or shared.share < _LEAST or shared.count < _FEWEST:
        return None
    own = shared.rests[0 if hedged[0] else 1]
    if len(own) > len(shared.met):
        return None
    unsure, sure = sides if hedged[0] else sides[::-1]
    if sure.is_hedged or sure.statement.hedged or sure.is_denied != unsure.is_denied:
        return None
    if _may_be_permitted(unsure, sure):
        return None
    if sure.time == "future" and _is_unconfirmed(unsure):  # "zou" may tell what is to come
        return None
    quotes = _quoted(shared, 0 if hedged[0] else 1)
    return Difference("certainty", *(quotes if hedged[0] else quotes[::-1]))


def _is_hedged(side: Assertion) -> bool:
    """Whether a hedge of its own makes it less than certain, or a cue that withholds confirmation or names nobody ("are said to").

    Ability does not, nor a plain cue.
    """
    claim = side.claim
    if claim is None or claim.certainty == "certain":
        return False
    text, words = side.statement.article.text, lexicon(side.statement.language)
    ability = words.certainty.ability.modals
    hedges = [hedge for hedge in claim.hedges if not _is_cue_verb(side, hedge)]
    if hedges:
        return claim.certainty == "unspecified" or not all(hedge.of(text).lower() in ability for hedge in hedges)
    return claim.certainty == "unspecified" and (claim.source is None or _withholds(side, claim))


def _may_be_permitted(unsure: Assertion, sure: Assertion) -> bool:
    """Whether the hedge can be a permission, and the other side tells one: "may fish", "is allowed to fish"."""
    claim, text = unsure.claim, unsure.statement.article.text
    hedges = {hedge.of(text).lower() for hedge in claim.hedges} if claim else set()
    if not hedges or not hedges <= verdict_words(unsure.statement.language).permission.hedges:
        return False
    return bool(verdict_words(sure.statement.language).permission.words.intersection(sure.statement.tokens.lower))


def _is_unconfirmed(side: Assertion) -> bool:
    return side.claim is not None and side.claim.certainty == "unspecified"


def _is_cue_verb(side: Assertion, hedge: Span) -> bool:
    """Whether a hedge is the attributing verb, which says nothing about the certainty of the report."""
    cues = side.claim.cue.parts if side.claim and side.claim.cue else ()
    tag = side.statement.tag_at(hedge.start - side.statement.sentence.start)
    return tag in _VERBS and any(part.contains(hedge) for part in cues)


def _withholds(side: Assertion, claim: Claim) -> bool:
    """Whether the cue denies confirmation, or is a rumour."""
    words = lexicon(side.statement.language)
    cue = {
        word.lower()
        for part in (claim.cue.parts if claim.cue else ())
        for word in part.of(side.statement.article.text).split()
    }
    listed = words.certainty.negations.words | {
        phrase for listed in words.certainty.hedges.unspecified.values() for phrase in listed
    }
    return bool(cue & listed)


def _quoted(shared: Shared, side: int) -> tuple[str, str]:
    """The hedge with its verb on the side that hedges, and that verb on the other one."""
    assertion, other = (shared.left, shared.right)[side], (shared.left, shared.right)[1 - side]
    claim, text = assertion.claim, assertion.statement.article.text
    if claim is None:
        return "", ""
    if not claim.hedges:
        return (" … ".join(part.of(text) for part in claim.cue.parts) if claim.cue else ""), ""
    hedge, start = claim.hedges[0], assertion.statement.sentence.start
    for pair in sorted(shared.met, key=lambda pair: pair[side].span):
        term = pair[side]
        gap = start + term.span.start - hedge.end
        if 0 <= gap < _NEAR and not term.name and _is_verb(assertion, term.text, term.span.start):
            return hedge.of(text) + (" " if gap <= 1 else " … ") + term.text, pair[1 - side].span.of(
                other.statement.text
            )
    return hedge.of(text), ""


def _is_verb(side: Assertion, word: str, start: int) -> bool:
    return side.statement.tag_at(start) in _VERBS or can_be_verb(word, side.statement.language)
