"""Alignment of passages, links between claims, and the independence of their sources."""

from collections.abc import Callable, Sequence
from typing import Final

from briefing.article import Article
from briefing.claims.claim import Claim
from briefing.compare.alone import weightiest
from briefing.compare.corrections import corrected
from briefing.compare.embedder import CancelledError, Embedder, Memory, Progress
from briefing.compare.link import Comparison, LinkCorrection, Pair
from briefing.compare.nearness import near_duplicate
from briefing.compare.pairing import Means, paired, read
from briefing.compare.relation import link
from briefing.compare.statement import Statement
from briefing.engine import Engine

__all__ = ["VERSION", "CancelledError", "compare", "engine_of", "linked"]

VERSION: Final = "3"
"""Grows when the same two articles may compare otherwise: what was computed by an older version is stale."""


def engine_of(embedder: Embedder | None) -> Engine:
    """What a comparison is made with: words alone, or words and sentence embeddings together."""
    if embedder is None:
        return Engine("lexical", VERSION)
    return Engine(f"lexical+{embedder.engine.name}", f"{VERSION}+{embedder.engine.version}")


def compare(
    left: Article,
    right: Article,
    *,
    claims: tuple[Sequence[Claim], Sequence[Claim]] | None = None,
    corrections: Sequence[LinkCorrection] = (),
    embedder: Embedder | None = None,
    memory: Memory | None = None,
    progress: Progress = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Comparison:
    """What the two articles share sentence by sentence, how that relates, and what stands in one of them only.

    `claims` are those of both articles where they are known already, `corrections` what the user said of their pairs. With
    an `embedder` meaning counts beside words; `memory` keeps its vectors, `progress` is told how many sentences are done.

    Raises:
        CancelledError: `cancelled` gave true before the work was done.
    """
    of_left, of_right = claims or (None, None)
    sides = read(left, of_left), read(right, of_right)
    pairs = linked(*sides, corrections, Means(embedder, memory, progress, cancelled))
    return Comparison(
        left,
        right,
        engine_of(embedder),
        tuple(pairs),
        weightiest(sides[0], [pair.left for pair in pairs]),
        weightiest(sides[1], [pair.right for pair in pairs]),
        near_duplicate(left, right),
    )


def linked(
    left: Sequence[Statement], right: Sequence[Statement], corrections: Sequence[LinkCorrection], means: Means
) -> list[Pair]:
    """The pairs of the sentences of two articles with their links, as the user corrected them."""
    pairs = []
    for (i, j), score in paired(left, right, means):
        found = link(left[i], right[j], score)
        pairs.append(
            Pair(
                left[i].sentence.span,
                right[j].sentence.span,
                score,
                found.relation,
                found.why,
                found.differences,
                found.leaning.independent,
                found.leaning.shared_root,
            )
        )
    return corrected(pairs, left[0].article, right[0].article, corrections) if left and right else pairs
