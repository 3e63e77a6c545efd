"""The sentences of two articles paired: candidates by words and meaning, scored, and chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.article import Article
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.compare.align import chosen
from briefing.compare.embedder import CancelledError, Embedder, Memory, Progress, vectors
from briefing.compare.evidence import Places, scores
from briefing.compare.lexical import Overlap, Vocabulary
from briefing.compare.statement import Statement, statements_of
from briefing.language.sentences import sentences_of


@dataclass(frozen=True, slots=True)
class Means:
    """What pairing may use, and whom it tells how far it is.

    With an `embedder` meaning counts beside words; `memory` keeps its vectors, `progress` is told how many sentences are done.
    """

    embedder: Embedder | None = None
    memory: Memory | None = None
    progress: Progress = lambda _done, _all: None
    cancelled: Callable[[], bool] = lambda: False


def read(article: Article, claims: Sequence[Claim] | None = None) -> list[Statement]:
    """The sentences of the article with their claims, which are found where they are not given."""
    return statements_of(article, sentences_of(article), claims_of(article) if claims is None else claims)


def vocabulary_of(left: Sequence[Statement], right: Sequence[Statement]) -> Vocabulary:
    """The words of the sentences of two articles, and of the contents of their claims."""
    return Vocabulary(
        [one.profile for one in left],
        [one.profile for one in right],
        ([one.contents for one in left], [one.contents for one in right]),
    )


def paired(left: Sequence[Statement], right: Sequence[Statement], means: Means) -> list[tuple[Places, float]]:
    """The places of sentences that tell the same thing, with how likely that is, 0..1; in the order of the left ones.

    Raises:
        CancelledError: `means.cancelled` gave true before the work was done.
    """
    if means.cancelled():
        raise CancelledError
    vocabulary = vocabulary_of(left, right)
    overlaps = vocabulary.candidates(means.cancelled, means.progress)
    cosines = _cosines(left, right, vocabulary, overlaps, means) if means.embedder and left and right else None
    scored = scores(overlaps, cosines)
    return [(places, scored[places]) for places in chosen(scored, vocabulary.new)]


def _cosines(
    left: Sequence[Statement],
    right: Sequence[Statement],
    vocabulary: Vocabulary,
    overlaps: dict[Places, Overlap],
    means: Means,
) -> dict[Places, float]:
    """The cosines of the candidates; those that only their meaning brings together are put among the `overlaps`."""
    from briefing.compare.semantic import Space

    if means.embedder is None:
        return {}
    texts = [one.text for one in chain(left, right)]
    made = vectors(texts, means.embedder, memory=means.memory, progress=means.progress, cancelled=means.cancelled)
    space = Space(made[: len(left)], made[len(left) :])
    for places in sorted(space.nearest() - overlaps.keys()):
        overlaps[places] = vocabulary.overlap(*places)
    return space.cosines(overlaps)
