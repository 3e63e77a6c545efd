"""The user's corrections of pairs and links, which override computed ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.article import Article, Passage, Span
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare.clusters import Cluster, joint_of
from briefing.compare.link import LinkCorrection, Pair
from briefing.compare.statement import Statement
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


def corrected_clusters(
    clusters: Iterable[Cluster],
    reports: Sequence[Sequence[Statement]],
    corrections: Sequence[LinkCorrection],
    identities: Identities = RULES,
) -> list[Cluster]:
    """The clusters with the corrections applied in their order: sentences joined, parted, or related otherwise.

    A correction whose passages no longer stand in the texts is left out.
    """
    found = list(clusters)
    of = {(place, one.sentence.start): cluster for cluster in found for place, one in cluster.members.items()}
    for correction in corrections:
        sides = _statement_at(reports, correction.left), _statement_at(reports, correction.right)
        if sides[0] and sides[1]:
            first, second = sorted((sides[0], sides[1]), key=lambda side: side[0])
            _correct(found, of, correction, (first, second), identities)
    return found


_Side = tuple[int, Statement]
"""A report by its place, and a sentence of it."""


def _correct(
    found: list[Cluster],
    of: dict[tuple[int, int], Cluster],
    correction: LinkCorrection,
    sides: tuple[_Side, _Side],
    identities: Identities,
) -> None:
    first, second = sides
    keys = tuple((place, one.sentence.start) for place, one in (first, second))
    ours, theirs = of.get(keys[0]), of.get(keys[1])
    if ours is None or theirs is None:
        return
    both = first[0], second[0]
    if ours is theirs:
        ours.joints = [joint for joint in ours.joints if joint.places != both]
    if correction.action == "reject":
        if ours is theirs:
            _move(found, of, second, Cluster({}))
        return
    if ours is not theirs and second[0] not in ours.members:
        _move(found, of, second, ours)
    elif ours is not theirs:
        return
    joint = joint_of(both, first[1], second[1], 1.0, identities)
    pair = replace(joint.pair, relation=correction.relation, why=Message.of("compare.why.corrected"), differences=())
    ours.joints = [one for one in ours.joints if not set(both) & set(one.places)] + [joint._replace(pair=pair)]


def _move(found: list[Cluster], of: dict[tuple[int, int], Cluster], side: _Side, to: Cluster) -> None:
    """Take a sentence out of its cluster and put it into another one."""
    place, statement = side
    key = place, statement.sentence.start
    source = of[key]
    source.joints = [joint for joint in source.joints if place not in joint.places]
    del source.members[place]
    if not source.members:
        found.remove(source)
    if not to.members:
        found.append(to)
    to.members[place] = statement
    of[key] = to


def _statement_at(reports: Sequence[Sequence[Statement]], passage: Passage) -> _Side | None:
    """The sentence of a report that the passage stands in."""
    for place, report in enumerate(reports):
        if report and report[0].article.id == passage.article:
            span = passage.found_in(report[0].article.text)
            return next(((place, one) for one in report if span and one.sentence.span.overlaps(span)), None)
    return None
