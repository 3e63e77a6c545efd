"""Alignment of passages, links between claims, and the independence of their sources."""

from collections.abc import Callable, Sequence
from typing import Final

from briefing.article import Article
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.compare.corrections import corrected
from briefing.compare.embedder import Embedder
from briefing.compare.event_ties import EventTies
from briefing.compare.link import Comparison, LinkCorrection, Pair
from briefing.compare.near_duplicates import near_duplicate
from briefing.compare.pairing import PLAIN, Means, paired, read
from briefing.compare.relation import UNPROVEN
from briefing.compare.relation import link as link_of
from briefing.compare.statement import Statement, in_pieces
from briefing.compare.unmatched import weightiest
from briefing.engine import Engine

__all__ = ["VERSION", "compare", "engine_of", "linked"]

VERSION: Final = "13"
"""Grows when the same two articles may compare otherwise: what was computed by an older version is stale."""
# When reading and linking are done, and pairing within linking, as shares of the time that two long articles take.
_READ: Final = 0.3
_LINKED: Final = 0.95
_PAIRED: Final = 0.8


def engine_of(embedder: Embedder | None) -> Engine:
    """What a comparison is made with: words alone, or words and sentence embeddings together."""
    if embedder is None:
        return Engine("lexical", VERSION)
    return Engine(f"lexical+{embedder.engine.name}", f"{VERSION}+{embedder.engine.version}")


def compare(
    left: Article,
    right: Article,
    *,
    claims: Callable[[Article], Sequence[Claim]] = claims_of,
    corrections: Sequence[LinkCorrection] = (),
    means: Means = PLAIN,
) -> Comparison:
    """The comparison of two articles: paired sentences with their links, and what only one of them says.

    `claims` gives the claims of an article; `corrections` are the user's, for pairs of these two.

    Raises:
        CancelledError: the work was cancelled.
    """
    progress = means.progress
    ours, theirs = (read(one, claims, part) for one, part in progress.part(0.0, _READ).parts((left, right)))
    pairs = linked(ours, theirs, corrections, means.with_progress(progress.part(_READ, _LINKED)))
    ranking = progress.part(_LINKED, 1.0)
    return Comparison(
        left,
        right,
        engine_of(means.embedder),
        tuple(pairs),
        weightiest(ours, [pair.left for pair in pairs], ranking.part(0.0, 0.5)),
        weightiest(theirs, [pair.right for pair in pairs], ranking.part(0.5, 1.0)),
        near_duplicate(left, right),
        (in_pieces(ours), in_pieces(theirs)),
    )


def linked(
    left: Sequence[Statement], right: Sequence[Statement], corrections: Sequence[LinkCorrection], means: Means
) -> list[Pair]:
    """The pairs of the sentences of two articles with their links, as the user corrected them.

    Raises:
        CancelledError: the work was cancelled.
    """
    pairs = []
    found = paired(left, right, means.with_progress(means.progress.part(0.0, _PAIRED)))
    ties = EventTies((left, right))
    for (i, j), score in means.progress.part(_PAIRED, 1.0).each(found):
        tied = ties.hold((0, 1), left[i], right[j])
        link = link_of(left[i], right[j], means.identities) if tied else UNPROVEN
        pairs.append(
            Pair(
                left[i].sentence.span,
                right[j].sentence.span,
                score,
                link.relation,
                link.why,
                link.differences,
                link.leaning.independent,
                link.leaning.shared_root,
            )
        )
    return corrected(pairs, left[0].article, right[0].article, corrections) if left and right else pairs
