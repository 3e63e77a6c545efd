"""Sentences of several reports that tell the same thing, joined by one index of what was read so far.

A report is compared with the index and not with every other report, so the work grows with the number of sentences. Only the
exemplars of a cluster are indexed: its first sentence, and each later one that differs from the other exemplars.
"""

from array import array
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from typing import Final, NamedTuple, Protocol

from briefing.claims.claim import Claim
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare.assertion import Assertion
from briefing.compare.event_ties import EventTies
from briefing.compare.ledger_memory import Linked, LinkKey
from briefing.compare.lexical import Overlap, overlap_of, weight_of
from briefing.compare.link import Pair
from briefing.compare.pair_score import Places, scores
from briefing.compare.relation import UNPROVEN, Link, assertions, link_of_assertions
from briefing.compare.statement import Statement, share_telling_words
from briefing.compare.terms import Profile, Term
from briefing.progress import Progress

# Pairs less likely than this do not make two passages one claim: over several reports a wrong pair drags others along.
LEAST: Final = 0.7
_CANDIDATES: Final = 4
_WORKED: Final = 1_000
_NO_TERMS: Final = Profile(())
_EXEMPLARS: Final = 6
# How surely a key stands for its word to be indexed; how many exemplars of a key, and of a sentence in all, are looked through.
_INDEXED: Final = 0.75
_MOST_POSTINGS: Final = 200
_LOOKED_THROUGH: Final = 500
# The least share of its weight that a sentence has in common with a candidate.
_IN_COMMON: Final = 0.3
# As in `briefing.compare.lexical`: how many passages other articles stand for, and the share of them that has a word of an article.
_OTHERS: Final = 16.0
_SPREAD: Final = 0.3


class Meanings(Protocol):
    """The vectors of the sentences of one report beside those of the exemplars."""

    near: frozenset[Places]
    """Sentences and exemplars, by their places, that are nearest in meaning."""

    def cosine(self, places: Places) -> float:
        """The cosine similarity of a sentence and an exemplar, -1..1."""


MeaningsOf = Callable[[Sequence[Statement], Sequence[Statement]], Meanings]
"""Gives the meanings of the sentences of a report and of the exemplars."""


class Joint(NamedTuple):
    """Two reports by their places, the earlier one first, with the pair of their sentences and the claims in common.

    `are_apart` tells that the sentences speak of two things.
    """

    places: tuple[int, int]
    pair: Pair
    claims: tuple[Claim | None, Claim | None]
    are_apart: bool = False


@dataclass(eq=False)
class Cluster:
    """Sentences that tell the same thing, one of a report, by its place; and the pairs that were judged among them."""

    members: dict[int, Statement]
    joints: list[Joint] = field(default_factory=list)
    exemplars: list[tuple[int, Statement]] = field(default_factory=list)


def clusters_of(
    reports: list[list[Statement]],
    commonness: Callable[[Mapping[str, Term]], Mapping[str, float]],
    meanings: MeaningsOf | None,
    progress: Progress,
    known: "KnownLinks | None" = None,
) -> list[Cluster]:
    """The sentences of the reports' bodies, each in one cluster, in the order in which they were first told.

    `known` are the links of earlier ledgers, and which names are one source.

    Takes the terms of the sentences out of `reports` when they are no longer needed: of many reports they fill the memory.

    Raises:
        CancelledError: the work was cancelled.
    """
    weights, ties = _TermWeights(reports, commonness), EventTies(reports)
    index = _ExemplarIndex(weights, meanings, known or KnownLinks(RULES), ties)
    clusters: list[Cluster] = []
    for place in progress.each(range(len(reports))):
        report = reports[place]
        reports[place] = [replace(one, profile=_NO_TERMS) for one in report]
        bodies = [one for one in report if one.article.paragraphs[one.sentence.paragraph].kind == "body"]
        joined = index.joined(bodies)
        for at, statement in enumerate(bodies):
            cluster, score = joined.get(at, (None, 0.0))
            joints = _joints(cluster, place, statement, score, index) if cluster else []
            if cluster is None or all(joint.are_apart for joint in joints):
                cluster, joints = Cluster({}), []
                clusters.append(cluster)
            if _join(cluster, place, statement, joints):
                index.add(cluster, statement)
    return clusters


def _joints(cluster: Cluster, place: int, statement: Statement, score: float, index: "_ExemplarIndex") -> list[Joint]:
    """A sentence judged against the exemplars of a cluster, up to the first that tells the same; none where it has no word of them.

    The exemplars are judged against each other already.
    """
    if not share_telling_words(index.worked.of(cluster.exemplars[0][1]), statement):
        return []
    found = []
    for other, exemplar in sorted(cluster.exemplars, key=lambda one: one[1].text != statement.text):
        found.append(index.joint((other, place), exemplar, statement, score))
        if _agree(found[-1]):
            break
    return found


def _join(cluster: Cluster, place: int, statement: Statement, joints: Sequence[Joint]) -> bool:
    """Put a sentence into a cluster with its pairs there; gives whether it is to be indexed as another way to tell it."""
    cluster.members[place] = replace(statement, profile=_NO_TERMS)
    cluster.joints += joints
    if any(map(_agree, joints)) or len(cluster.exemplars) >= _EXEMPLARS:
        return False
    cluster.exemplars.append((place, statement))
    return True


def _agree(joint: Joint) -> bool:
    return joint.pair.relation in {"same", "supports"}


def joint_of(
    places: tuple[int, int], left: Statement, right: Statement, score: float, identities: Identities = RULES
) -> Joint:
    """The pair of two sentences of one cluster, judged."""
    ours, theirs = assertions(left, right)
    return _joint(places, (ours, theirs), score, link_of_assertions(ours, theirs, identities))


def _joint(places: tuple[int, int], sides: tuple[Assertion, Assertion], score: float, link: Link) -> Joint:
    left, right = sides
    pair = Pair(
        left.statement.sentence.span,
        right.statement.sentence.span,
        score,
        link.relation,
        link.why,
        link.differences,
        link.leaning.independent,
        link.leaning.shared_root,
    )
    return Joint(places, pair, (left.claim, right.claim), link.are_apart)


class _Worked:
    """A cache of recently linked sentences with their computed parts, so that the sentences themselves stay small."""

    def __init__(self) -> None:
        self._copies: OrderedDict[int, tuple[Statement, Statement]] = OrderedDict()

    def of(self, statement: Statement) -> Statement:
        """The copy of a sentence."""
        key = id(statement)
        if key not in self._copies:
            self._copies[key] = statement, replace(statement)
            if len(self._copies) > _WORKED:
                self._copies.popitem(last=False)
        else:
            self._copies.move_to_end(key)
        return self._copies[key][1]


@dataclass(frozen=True)
class KnownLinks:
    """Links that were worked out before, under the numbers of the reports; `numbers` are those of this ledger's reports in order."""

    identities: Identities
    numbers: Sequence[int] = ()
    links: dict[LinkKey, Linked] = field(default_factory=dict)

    def joint(
        self, places: tuple[int, int], sides: tuple[Statement, Statement], score: float, judge: Callable[[], Joint]
    ) -> Joint:
        """The pair of two sentences, as it was judged before, or judged now."""
        if not self.numbers:
            return judge()
        starts = sides[0].sentence.start, sides[1].sentence.start
        key = self.numbers[places[0]], starts[0], self.numbers[places[1]], starts[1], self.identities
        known = self.links.get(key)
        if known is None:
            joint = judge()
            known = self.links[key] = Linked(joint.pair, joint.claims, joint.are_apart)
        return Joint(places, replace(known.pair, score=score), known.claims, known.are_apart)


class _TermWeights:
    """The weight of each word, as in a comparison of two of the reports."""

    def __init__(
        self,
        reports: Sequence[Sequence[Statement]],
        commonness: Callable[[Mapping[str, Term]], Mapping[str, float]],
    ) -> None:
        among: Counter[str] = Counter()
        terms: dict[str, Term] = {}
        for statement in (one for report in reports for one in report):
            mine = {term.text: term for term in statement.profile.terms}
            among.update(mine.keys())
            terms |= mine
        elsewhere = commonness(terms)
        others = _OTHERS if elsewhere else 0.0
        share = 2 / max(2, len(reports))
        self._count = sum(map(len, reports)) * share + others
        self._passages = {
            text: max(1.0, passages * share) + others * _SPREAD * elsewhere.get(text, 0.0)
            for text, passages in among.items()
        }

    def of(self, profile: Profile) -> list[float]:
        """The weights of the terms."""
        return [weight_of(term, self._passages[term.text], self._count) for term in profile.terms]


class _ExemplarIndex:
    """The exemplars of all clusters, by the keys of their words."""

    def __init__(self, weights: _TermWeights, meanings: MeaningsOf | None, known: KnownLinks, ties: EventTies) -> None:
        self._known = known
        self._ties = ties
        self._weights = weights
        self._meanings = meanings
        self.worked = _Worked()
        self._exemplars: list[Statement] = []
        self._clusters: list[Cluster] = []
        self._postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))

    def add(self, cluster: Cluster, statement: Statement) -> None:
        """Index a sentence as an exemplar of a cluster."""
        number = len(self._exemplars)
        self._exemplars.append(statement)
        self._clusters.append(cluster)
        for key in {key for term in statement.profile.terms for key in _indexed(term)}:
            self._postings[key].append(number)

    def joint(self, places: tuple[int, int], left: Statement, right: Statement, score: float) -> Joint:
        """The pair of two sentences of the reports at these places, judged once."""
        return self._known.joint(places, (left, right), score, lambda: self._judged(places, left, right, score))

    def _judged(self, places: tuple[int, int], left: Statement, right: Statement, score: float) -> Joint:
        """The pair of two sentences; without a verdict where nothing ties them to one event."""
        sides = self.worked.of(left), self.worked.of(right)
        if self._ties.hold(places, *sides):
            return joint_of(places, *sides, score, self._known.identities)
        return _joint(places, assertions(*sides), score, UNPROVEN)

    def joined(self, report: Sequence[Statement]) -> dict[int, tuple[Cluster, float]]:
        """For the sentences of a report, by their places, the cluster that each belongs to, and how likely, 0..1."""
        meanings = self._meanings(report, self._exemplars) if self._meanings and self._exemplars else None
        overlaps: dict[tuple[int, int], Overlap] = {}
        best: dict[tuple[int, int], float] = {}
        clusters: dict[int, Cluster] = {}
        for at, statement in enumerate(report):
            near = sorted(number for place, number in (meanings.near if meanings else ()) if place == at)
            for number, overlap in self._overlaps(statement, near):
                cluster = self._clusters[number]
                key = at, id(cluster)
                clusters[id(cluster)] = cluster
                if key not in overlaps or overlap.shared > overlaps[key].shared:
                    overlaps[key] = overlap
                if meanings:
                    best[key] = max(best.get(key, -1.0), meanings.cosine((at, number)))
        scored = scores(overlaps, best or None)
        return {at: (clusters[key], score) for (at, key), score in _chosen(scored)}

    def _overlaps(self, statement: Statement, near: Iterable[int]) -> Iterable[tuple[int, Overlap]]:
        """The likeliest exemplars for a sentence with what they share with it."""
        profile = Profile(statement.profile.terms).indexed()
        weights = self._weights.of(profile)
        for number in dict.fromkeys((*self._candidates(profile, weights), *near)):
            other = self._exemplars[number]
            theirs = Profile(other.profile.terms)
            both = weights, self._weights.of(theirs)
            yield number, overlap_of((theirs, profile), both[::-1], (other.contents, statement.contents))

    def _candidates(self, profile: Profile, weights: Sequence[float]) -> list[int]:
        """The exemplars that share most with the words of a sentence, the rarest words first."""
        shared: defaultdict[int, float] = defaultdict(float)
        found = [
            (term, [self._postings[key] for key in _indexed(term) if key in self._postings]) for term in profile.terms
        ]
        order = sorted(range(len(found)), key=lambda at: min((len(each) for each in found[at][1]), default=0))
        left = _LOOKED_THROUGH
        for at in order:
            numbers: set[int] = set()
            for posting in found[at][1]:
                if len(posting) <= _MOST_POSTINGS:
                    numbers.update(posting)
            left -= len(numbers)
            if left < 0:
                break
            for number in numbers:
                shared[number] += weights[at]
        least = _IN_COMMON * sum(weights)
        likely = ((value, -number) for number, value in shared.items() if value >= least)
        return [-number for _, number in nlargest(_CANDIDATES, likely)]


def _indexed(term: Term) -> list[str]:
    """The keys of a word that surely stand for it."""
    return [key for key, strength in term.keys.items() if strength >= _INDEXED]


def _chosen(scored: Mapping[tuple[int, int], float]) -> Iterable[tuple[tuple[int, int], float]]:
    """The likeliest pairs of a sentence and a cluster, each once."""
    sentences, clusters = set[int](), set[int]()
    for (at, key), score in sorted(scored.items(), key=lambda one: (-one[1], one[0][0])):
        if score < LEAST:
            return
        if at not in sentences and key not in clusters:
            sentences.add(at)
            clusters.add(key)
            yield (at, key), score
