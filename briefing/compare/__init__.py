"""Alignment of passages, links between claims, and the independence of their sources."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

from briefing.article import Article
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.compare.align import chosen
from briefing.compare.alone import weightiest
from briefing.compare.corrections import corrected
from briefing.compare.embedder import CancelledError, Embedder, Memory, Progress, vectors
from briefing.compare.evidence import scores
from briefing.compare.lexical import Vocabulary
from briefing.compare.link import Comparison, LinkCorrection, Pair
from briefing.compare.relation import link
from briefing.compare.statement import Statement, statements_of
from briefing.engine import Engine
from briefing.language.sentences import sentences_of

__all__ = ["VERSION", "CancelledError", "compare", "engine_of"]

VERSION: Final = "2"
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
    of_left, of_right = claims or (claims_of(left), claims_of(right))
    sides = (
        statements_of(left, sentences_of(left), of_left),
        statements_of(right, sentences_of(right), of_right),
    )
    vocabulary = vocabulary_of(*sides)
    overlaps = vocabulary.candidates(cancelled)
    cosines: dict[tuple[int, int], float] | None = None
    if embedder and all(sides):
        from briefing.compare.semantic import Space

        texts = [one.text for one in chain(*sides)]
        made = vectors(texts, embedder, memory=memory, progress=progress, cancelled=cancelled)
        space = Space(made[: len(sides[0])], made[len(sides[0]) :])
        for places in space.nearest():
            if places not in overlaps:
                overlaps[places] = vocabulary.overlap(*places)
        cosines = space.cosines(overlaps)
    scored = scores(overlaps, cosines)
    kept = chosen(scored, vocabulary.new)
    if cancelled():
        raise CancelledError
    pairs = corrected([_pair(sides[0][i], sides[1][j], scored[i, j]) for i, j in kept], left, right, corrections)
    return Comparison(
        left,
        right,
        engine_of(embedder),
        tuple(pairs),
        weightiest(sides[0], [pair.left for pair in pairs]),
        weightiest(sides[1], [pair.right for pair in pairs]),
    )


def vocabulary_of(left: Sequence[Statement], right: Sequence[Statement]) -> Vocabulary:
    """The words of the sentences of two articles, and of the contents of their claims."""
    return Vocabulary(
        [one.profile for one in left],
        [one.profile for one in right],
        ([one.contents for one in left], [one.contents for one in right]),
    )


def _pair(left: Statement, right: Statement, score: float) -> Pair:
    found = link(left, right, score)
    return Pair(
        left.sentence.span,
        right.sentence.span,
        score,
        found.relation,
        found.why,
        found.differences,
        found.leaning.independent,
        found.leaning.shared_root,
    )
