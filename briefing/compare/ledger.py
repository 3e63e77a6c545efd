"""The ledger of several reports: each claim with the reports that have it, its sources by root, and its certainty over time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from briefing.article import Article, Passage, Span
from briefing.claims import claims_of
from briefing.claims.claim import Certainty, Claim
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare import engine_of
from briefing.compare.assertion import Assertion
from briefing.compare.clusters import Cluster, Joint, KnownLinks, MeaningsOf, clusters_of
from briefing.compare.corrections import corrected_clusters
from briefing.compare.independence import origins
from briefing.compare.ledger_memory import LedgerMemory
from briefing.compare.link import Difference, LinkCorrection, Pair, Relation
from briefing.compare.pairing import PLAIN, Means, read
from briefing.compare.statement import Statement, in_pieces
from briefing.engine import Engine

# When all reports are read, as a share of the time that a ledger of a few takes.
_READ: Final = 0.3
_ORDER: Final[Mapping[Relation, int]] = {"conflicts": 0, "differs": 1, "supports": 2, "same": 3}


@dataclass(frozen=True, slots=True)
class Account:
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
class EntryLink:
    """How the versions of a claim in two reports relate, as far as that was judged; `articles` are their ids."""

    articles: tuple[str, str]
    relation: Relation | None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with the entries of the reports that have it, in order of publication.

    `relation` is the most telling link among them, with its differences; `roots` are the named origins that the entries lean on,
    each once; `shared_roots` are those that more than one report leans on; `reports` are all of the ledger; `links` are all pairs
    of entries that were judged.
    """

    id: str
    entries: tuple[Account, ...]
    relation: Relation | None
    differences: tuple[Difference, ...]
    roots: tuple[str, ...]
    shared_roots: tuple[str, ...]
    reports: tuple[Article, ...]
    links: tuple[EntryLink, ...] = ()

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
    def lacking(self) -> tuple[Article, ...]:
        """The reports that lack it."""
        having = {entry.article.id for entry in self.entries}
        return tuple(article for article in self.reports if article.id not in having)


SURENESS: Final[Mapping[Certainty, int]] = MappingProxyType(
    {"unspecified": 0, "possible": 0, "probable": 1, "certain": 2}
)
"""How sure each certainty is; what is unconfirmed and what is possible cannot be ranked."""


@dataclass(frozen=True)
class Ledger:
    """The reports in order of publication, and the claims: those first that most reports have, by the most sources.

    `in_pieces` are the sentences that are too long to be compared as one.
    """

    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    engine: Engine
    identities: Identities = RULES
    in_pieces: tuple[Passage, ...] = ()

    @cached_property
    def left_out(self) -> Mapping[str, tuple[Row, ...]]:
        """By the id of an article, the claims that it lacks while two or more of the others, or all of them, have them."""
        least = max(1, min(2, len(self.articles) - 1))
        found: dict[str, list[Row]] = {article.id: [] for article in self.articles}
        for row in self.rows:
            if len(row.articles) >= least:
                for article in row.lacking:
                    found[article.id].append(row)
        return {article: tuple(rows) for article, rows in found.items()}


def ledger_of(
    articles: Sequence[Article],
    *,
    claims: Callable[[Article], Sequence[Claim]] = claims_of,
    corrections: Sequence[LinkCorrection] = (),
    means: Means = PLAIN,
    memory: LedgerMemory | None = None,
) -> Ledger:
    """The claims of the articles, each with the reports that have it; `corrections` are the user's, of any two of them.

    A statement without source or hedge is in it where two or more reports have it. `memory` is that of earlier ledgers.

    Raises:
        CancelledError: the work was cancelled.
    """
    ordered = tuple(sorted(articles, key=lambda article: (*_time(article), article.id)))
    progress = means.progress
    reading, identities = progress.part(0.0, _READ).parts(ordered), means.identities
    if memory is None:
        reports, known = [read(article, claims, part) for article, part in reading], KnownLinks(identities)
    else:
        texts = [memory.read(article, claims, part) for article, part in reading]
        reports = [one.statements for one in texts]
        known = KnownLinks(identities, [one.number for one in texts], memory.links)
    found = clusters_of(reports, means.commonness, _meanings(means), progress.part(_READ, 1.0), known)
    found = corrected_clusters(found, reports, corrections, identities)
    rows = [row for cluster in found if (row := _row(cluster, ordered, identities))]
    rows.sort(key=lambda row: (-len(row.articles), -len(row.roots), _ORDER.get(row.relation or "same", 3), row.id))
    long = tuple(
        article.passage(span) for article, report in zip(ordered, reports, strict=True) for span in in_pieces(report)
    )
    return Ledger(ordered, tuple(rows), engine_of(means.embedder), identities, long)


def _time(article: Article) -> tuple[int, str]:
    """Sort key: the date of publication, undated reports last."""
    return (0, article.published.isoformat()) if article.published else (1, "")


def _meanings(means: Means) -> MeaningsOf | None:
    if means.embedder is None:
        return None
    from briefing.compare.semantic import ExemplarSpace

    return ExemplarSpace(means.embedder, means.memory)


def _row(cluster: Cluster, articles: tuple[Article, ...], identities: Identities) -> Row | None:
    members = sorted(cluster.members.items())
    chosen = _claims(cluster)
    claims = [chosen[place] if place in chosen else _own_claim(one) for place, one in members]
    if len(members) < 2 and not claims[0]:
        return None
    entries = tuple(_entry(one, claim) for (_, one), claim in zip(members, claims, strict=True))
    assertions = [Assertion(one, claim, None) for (_, one), claim in zip(members, claims, strict=True)]
    roots, shared = _roots(assertions, identities)
    best = min((joint.pair for joint in cluster.joints if joint.pair.relation), key=_telling, default=None)
    return Row(
        f"{entries[0].article.id}:{entries[0].content.start}",
        entries,
        best.relation if best else None,
        best.differences if best else (),
        roots,
        shared,
        articles,
        tuple(_link(cluster, joint) for joint in cluster.joints),
    )


def _link(cluster: Cluster, joint: Joint) -> EntryLink:
    left, right = (cluster.members[place].article.id for place in joint.places)
    return EntryLink((left, right), joint.pair.relation, joint.pair.differences)


def _claims(cluster: Cluster) -> dict[int, Claim | None]:
    """By report, the claim of its sentence that is in common; the one whose hedge a difference names goes first."""
    chosen: dict[int, Claim | None] = {}
    for joint in sorted(cluster.joints, key=lambda joint: -joint.pair.score):
        for side, place in enumerate(joint.places):
            statement = cluster.members[place]
            claim = _hedged(statement, joint.pair.differences, side) or joint.claims[side]
            if joint.pair.relation or claim:
                chosen.setdefault(place, claim)
    return chosen


def _own_claim(statement: Statement) -> Claim | None:
    """The claim that stands for a sentence which no verdict ties to another: one with a source, the longest of several."""
    return max(
        statement.claims,
        key=lambda one: (one.source is not None, one.content.span.end - one.content.span.start),
        default=None,
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


def _entry(statement: Statement, claim: Claim | None) -> Account:
    content = claim.content.span if claim else statement.sentence.span
    return Account(statement.article, statement.sentence.span, content, claim)


def _roots(assertions: Sequence[Assertion], identities: Identities) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The furthest named origins of the assertions, each once, and those that more than one report leans on."""
    roots: list[str] = []
    leaning: dict[str, set[str]] = {}
    for assertion in assertions:
        names = origins(assertion)
        roots += [name for name in names[:1] if not any(identities.are_same(name, known) for known in roots)]
        for name in names:
            known = next((one for one in leaning if identities.are_same(one, name)), name)
            leaning.setdefault(known, set()).add(assertion.statement.article.id)
    return tuple(roots), tuple(name for name, reports in leaning.items() if len(reports) > 1)
