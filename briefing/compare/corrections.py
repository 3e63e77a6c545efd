"""What the user said of pairs and their links wins over what was computed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.article import Article, Span
from briefing.compare.link import LinkCorrection, Pair
from briefing.message import Message


def corrected(
    pairs: Iterable[Pair], left: Article, right: Article, corrections: Sequence[LinkCorrection]
) -> list[Pair]:
    """The pairs with the corrections applied in their order, by their place in the left article, then in the right one.

    A correction whose passages no longer stand in the texts is left out.
    """
    found = list(pairs)
    for correction in corrections:
        spans = correction.left.found_in(left.text), correction.right.found_in(right.text)
        if spans[0] and spans[1]:
            found = _applied(found, correction, spans[0], spans[1])
    return sorted(found, key=lambda pair: (pair.left, pair.right))


def _applied(pairs: list[Pair], correction: LinkCorrection, left: Span, right: Span) -> list[Pair]:
    touched = [pair for pair in pairs if pair.left.overlaps(left) and pair.right.overlaps(right)]
    rest = [pair for pair in pairs if pair not in touched]
    if correction.action == "reject":
        return rest
    why = Message.of("compare.why.corrected")
    if correction.action == "change" and touched:
        return rest + [replace(pair, relation=correction.relation, why=why) for pair in touched]
    known = touched[0] if touched else Pair(left, right, 1.0)
    return [*rest, replace(known, left=left, right=right, score=1.0, relation=correction.relation, why=why)]
