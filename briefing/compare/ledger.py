"""The ledger of several reports: each claim by the reports that have it, its sources counted by root, its certainty over time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final, Literal, NamedTuple

from briefing.article import Article, Span
from briefing.claims import claims_of
from briefing.claims.claim import Certainty, Claim
from briefing.claims.names import same_name
from briefing.compare import engine_of, linked
from briefing.compare.assertion import Assertion
from briefing.compare.independence import independence, origins
from briefing.compare.link import Difference, LinkCorrection, Pair, Relation
from briefing.compare.pairing import PLAIN, Means, read
from briefing.compare.relation import claims_in_common
from briefing.compare.statement import Statement
from briefing.engine import Engine

# Pairs less likely than this do not make two passages one claim: over several reports a wrong pair drags others along.
_LEAST: Final = 0.7
# When all reports are read, as a share of the time that a ledger of a few takes.
_READ: Final = 0.3
_ORDER: Final[Mapping[Relation, int]] = {"conflicts": 0, "differs": 1, "supports": 2, "same": 3}

Drift = Literal["surer", "less-sure"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one report says of a claim: the passage, and the claim with its attribution where it has one.

    `content` is the passage of what is said, `passage` the sentence that it stands in.
    """

    article: Article
    passage: Span
    content: Span
    claim: Claim | None

    @property
    def certainty(self) -> Certainty:
        """How the report presents it; its own unhedged statement is certain."""
        return self.claim.certainty if self.claim else "certain"

    @property
    def source(self) -> str | None:
        """The name of who says it; `None` where the report says it itself."""
        return self.claim.source.name if self.claim and self.claim.source else None

    @property
    def hedges(self) -> tuple[str, ...]:
        """The hedges as they stand."""
        return tuple(hedge.of(self.article.text) for hedge in self.claim.hedges) if self.claim else ()


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with the entries of the reports that have it, in order of publication.

    `relation` is the most telling link among them, with its differences; `roots` are the named origins that the entries lean on,
    each once; `shared_roots` are those that more than one report leans on.
    """

    id: str
    entries: tuple[Entry, ...]
    relation: Relation | None
    differences: tuple[Difference, ...]
    roots: tuple[str, ...]
    shared_roots: tuple[str, ...]
    lacking: tuple[Article, ...]

    @property
    def text(self) -> str:
        """The sentence of the earliest report: its content alone would turn a denial round."""
        first = self.entries[0]
        return first.passage.of(first.article.text)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The reports that have it, each once."""
        return tuple({entry.article.id: entry.article for entry in self.entries}.values())

    @property
    def drift(self) -> Drift | None:
        """Whether later reports are surer of it than earlier ones, or less sure; `None` where it stays, or dates are unknown."""
        levels = [_SURENESS[entry.certainty] for entry in self.entries if entry.article.published]
        dates = {entry.article.published for entry in self.entries if entry.article.published}
        if len(dates) < 2 or levels[0] == levels[-1]:
            return None
        return "surer" if levels[-1] > levels[0] else "less-sure"


_SURENESS: Final[Mapping[Certainty, int]] = {"unspecified": 0, "possible": 0, "probable": 1, "certain": 2}


@dataclass(frozen=True)
class Ledger:
    """The reports in order of publication, and the claims: those first that most reports have, by the most sources."""

    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    engine: Engine

    @cached_property
    def left_out(self) -> Mapping[str, tuple[Row, ...]]:
        """By the id of an article, the claims that it lacks while two or more of the others, or all of them, have them."""
        least = min(2, len(self.articles) - 1)
        return {
            article.id: tuple(
                row
                for row in self.rows
                if len(row.articles) >= max(1, least) and any(other.id == article.id for other in row.lacking)
            )
            for article in self.articles
        }


Corrections = Callable[[Article, Article], Sequence[LinkCorrection]]


def ledger_of(
    articles: Sequence[Article],
    *,
    claims: Callable[[Article], Sequence[Claim]] = claims_of,
    corrections: Corrections = lambda _left, _right: (),
    means: Means = PLAIN,
) -> Ledger:
    """The claims of the articles, each with the reports that have it.

    A statement without source or hedge is in it where two or more reports have it.

    Raises:
        CancelledError: the work was cancelled.
    """
    ordered = sorted(articles, key=lambda article: (*_time(article), article.id))
    progress = means.progress
    reports = [read(article, claims, part) for article, part in progress.part(0.0, _READ).parts(ordered)]
    pairs: list[_Joint] = []
    for (a, b), part in progress.part(_READ, 1.0).parts(list(combinations(range(len(ordered)), 2))):
        found = linked(reports[a], reports[b], corrections(ordered[a], ordered[b]), means.with_progress(part))
        pairs += [_Joint((a, pair.left), (b, pair.right), pair) for pair in found]
    clusters = _clusters(reports, pairs)
    rows = [row for cluster in clusters if (row := _row(cluster, ordered))]
    rows.sort(key=lambda row: (-len(row.articles), -len(row.roots), _ORDER.get(row.relation or "same", 3), row.id))
    return Ledger(tuple(ordered), tuple(rows), engine_of(means.embedder))


def _time(article: Article) -> tuple[int, str]:
    """Sorts by publication, what is undated last."""
    return (0, article.published.isoformat()) if article.published else (1, "")


_Member = tuple[int, Span]
"""A report by its place, and a sentence of it."""


class _Joint(NamedTuple):
    """Two sentences that a pair says tell the same thing."""

    left: _Member
    right: _Member
    pair: Pair


@dataclass
class _Cluster:
    """Sentences of several reports that tell the same thing, with the pairs that say so."""

    members: dict[_Member, Statement]
    joints: list[_Joint]


def _clusters(reports: Sequence[Sequence[Statement]], joints: Sequence[_Joint]) -> list[_Cluster]:
    """The sentences of the bodies joined by their pairs, the likeliest first, one sentence of each report in a cluster.

    Two clusters become one where at least half of their sentences pair across: a chain of resemblances is no claim.
    """
    of = {
        (place, one.sentence.span): _Cluster({(place, one.sentence.span): one}, [])
        for place, report in enumerate(reports)
        for one in report
        if one.article.paragraphs[one.sentence.paragraph].kind == "body"
    }
    known = {(joint.left, joint.right) for joint in joints}
    for joint in sorted(joints, key=lambda joint: (-joint.pair.score, joint.left, joint.right)):
        ours, theirs = of.get(joint.left), of.get(joint.right)
        if ours is None or theirs is None or joint.pair.score < _LEAST:
            continue
        if ours is not theirs:
            across = [(min(a, b), max(a, b)) for a in ours.members for b in theirs.members]
            if {a for a, _ in ours.members} & {b for b, _ in theirs.members}:
                continue
            if 2 * sum(pair in known for pair in across) < len(across):
                continue
            ours.members |= theirs.members
            ours.joints += theirs.joints
            of |= dict.fromkeys(theirs.members, ours)
        ours.joints.append(joint)
    return list({id(cluster): cluster for cluster in of.values()}.values())


def _row(cluster: _Cluster, articles: Sequence[Article]) -> Row | None:
    chosen: dict[_Member, Claim | None] = {}
    for joint in sorted(cluster.joints, key=lambda joint: -joint.pair.score):
        both = joint.left, joint.right
        sides = tuple(cluster.members[one] for one in both)
        for side, claim in enumerate(claims_in_common(*sides)):
            chosen.setdefault(both[side], _hedged(sides[side], joint.pair.differences, side) or claim)
    entries = tuple(
        _entry(one, chosen.get(member, one.claims[0] if one.claims else None))
        for member, one in sorted(cluster.members.items(), key=lambda item: item[0])
    )
    present = {place for place, _ in cluster.members}
    if len(present) < 2 and not any(entry.claim for entry in entries):
        return None
    roots, shared = _roots(
        [
            Assertion(cluster.members[member], entry.claim, None)
            for member, entry in zip(sorted(cluster.members), entries, strict=True)
        ]
    )
    best = min((joint.pair for joint in cluster.joints if joint.pair.relation), key=_telling, default=None)
    return Row(
        f"{entries[0].article.id}:{entries[0].content.start}",
        entries,
        best.relation if best else None,
        best.differences if best else (),
        roots,
        shared,
        tuple(article for place, article in enumerate(articles) if place not in present),
    )


def _hedged(statement: Statement, differences: Sequence[Difference], side: int) -> Claim | None:
    """The claim of a sentence whose hedge a difference of certainty names: of several claims that one is less sure than elsewhere."""
    quotes = [(one.left, one.right)[side] for one in differences if one.kind == "certainty"]
    text = statement.article.text
    hedged = (
        claim for claim in statement.claims if any(q.startswith(h.of(text)) for q in quotes if q for h in claim.hedges)
    )
    return next(hedged, None)


def _telling(pair: Pair) -> tuple[int, float]:
    return _ORDER[pair.relation or "same"], -pair.score


def _entry(statement: Statement, claim: Claim | None) -> Entry:
    content = claim.content.span if claim else statement.sentence.span
    return Entry(statement.article, statement.sentence.span, content, claim)


def _roots(assertions: Sequence[Assertion]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The furthest named origins of the assertions, each once, and those that more than one report leans on."""
    roots: list[str] = []
    for assertion in assertions:
        furthest = origins(assertion)[:1]
        roots += [name for name in furthest if not any(same_name(name, known) for known in roots)]
    shared: list[str] = []
    for one, other in combinations(assertions, 2):
        leaning = independence(one, other)
        name = leaning.shared_root if one.statement.article.id != other.statement.article.id else None
        if name and not any(same_name(name, known) for known in shared):
            shared.append(name)
    return tuple(roots), tuple(shared)
