"""Opposition of two assertions: by a negation, a cue of denial, or words of opposite meaning.

What a negation governs: briefing/language/negation.py; the polarity of a claim: briefing/claims/certainty.py.
"""

from dataclasses import dataclass

from briefing.article import Span
from briefing.compare.assertion import Assertion
from briefing.compare.link import Difference
from briefing.compare.shared import Opposed, Shared
from briefing.compare.terms import Term
from briefing.compare.word_lists import verdict_words

_NEAR = 40


@dataclass(frozen=True, slots=True)
class Opposition:
    """The opposed words, and whether the other words prove that both are about the same thing."""

    difference: Difference
    is_proven: bool


def opposition(shared: Shared) -> Opposition | None:
    """The words by which two assertions exclude each other; `None` where both affirm or both deny the same."""
    denied = _is_denied(shared, 0), _is_denied(shared, 1)
    if (denied[0] != denied[1]) == (shared.opposed is not None):
        return None
    return Opposition(_difference(shared, denied), _is_proven(shared))


def _is_denied(shared: Shared, side: int) -> bool:
    """Whether a side is denied; a verb of denial under a negation affirms, and one with an antonym opposite it counts once."""
    assertion = (shared.left, shared.right)[side]
    denying = [term for term in shared.denying[side] if not (shared.opposed and term is shared.opposed[side])]
    return assertion.is_denied != (len(denying) % 2 == 1)


def _is_proven(shared: Shared) -> bool:
    sides = shared.left, shared.right
    if any(side.denial_is_inner or side.statement.limited_negation or side.statement.weak_negation for side in sides):
        return False
    if any(side.is_denied_for_now for side in sides):
        return False
    if any(quantity.ordinal and quantity.figure.value == 1 for side in sides for quantity in side.figures):
        return False
    if shared.opposed is None and not any(not (one.name or other.name) for one, other in shared.met):
        return False
    if shared.opposed is None and any(
        word in verdict_words(side.statement.language).denial.weak
        for side in sides
        for word in side.statement.tokens.lower
    ):
        return False
    alone = not any(shared.rests) or _is_of_everybody(shared)
    return shared.is_proven and shared.count >= (1 if alone else 2)


def _is_of_everybody(shared: Shared) -> bool:
    """Whether one side denies of everybody what the other says of somebody: "nobody fell ill", "two guests fell ill"."""
    sides = zip((shared.left, shared.right), shared.rests, strict=True)
    return any(
        not rest
        and any(
            span.of(side.statement.text).lower() in verdict_words(side.statement.language).denial.nobody
            for span in side.negations
        )
        for side, rest in sides
    )


def _difference(shared: Shared, denied: tuple[bool, bool]) -> Difference:
    if shared.opposed:
        return Difference("polarity", *_opposed_words(shared, shared.opposed))
    return Difference("polarity", _quote(shared, 0, denied[0]), _quote(shared, 1, denied[1]))


def _opposed_words(shared: Shared, opposed: Opposed) -> tuple[str, str]:
    return opposed.left.span.of(shared.left.statement.text), opposed.right.span.of(shared.right.statement.text)


def _quote(shared: Shared, side: int, denied: bool) -> str:
    """What a side denies with its negation, or by its cue; what it affirms instead."""
    assertion = (shared.left, shared.right)[side]
    if not denied:
        beside = _beside(shared, 1 - side)
        pairs = [pair[side] for pair in shared.met if pair[1 - side] in beside]
        return _whole([term.span for term in pairs]).of(assertion.statement.text) if pairs else ""
    if not assertion.negations:
        return _cue(assertion)
    spans = [*assertion.negations[:1], *(term.span for term in _beside(shared, side))]
    return _whole(spans).of(assertion.statement.text)


def _beside(shared: Shared, side: int) -> list[Term]:
    """The words in common next to a side's negation."""
    assertion = (shared.left, shared.right)[side]
    if not assertion.negations:
        return []
    at = assertion.negations[0]
    terms = sorted((pair[side] for pair in shared.met), key=lambda term: term.span)
    before = [term for term in terms if term.span.end <= at.start]
    after = [term for term in terms if term.span.start >= at.end]
    return [*before[-1:], *after[:1]]


def _cue(assertion: Assertion) -> str:
    claim, text = assertion.claim, assertion.statement.article.text
    return " … ".join(part.of(text) for part in claim.cue.parts) if claim and claim.cue else ""


def _whole(spans: list[Span]) -> Span:
    """From the first of the spans to the last; only the first where they stand far apart."""
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return whole if whole.end - whole.start <= _NEAR else spans[0]
