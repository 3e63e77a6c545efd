"""The sentences of two articles paired: candidates by words and meaning, scored, and chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from briefing.article import Article
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare.align import LEAST, LEAST_BY_WORDS, chosen
from briefing.compare.embedder import Embedder, VectorCache, vectors
from briefing.compare.lexical import Commonness, Overlap, PassageIndex
from briefing.compare.pair_score import Places, scores
from briefing.compare.statement import Statement, share_telling_words, statements_of
from briefing.language.sentences import sentences_of
from briefing.progress import UNREPORTED, Progress

# How much headings share to be paired: they are short, and any story has its words.
_HEADINGS: Final = 0.5
# The share of the time that words take beside embeddings that are made for the first time.
_WORDS: Final = 0.05
# The share of the time of reading in which claims are found.
_CLAIMED: Final = 0.3


@dataclass(frozen=True, slots=True)
class Means:
    """What a comparison may use, and its progress.

    With an `embedder` meaning counts beside words; `memory` keeps its vectors. `commonness` tells how common words are elsewhere;
    `identities` which names are one source.
    """

    embedder: Embedder | None = None
    memory: VectorCache | None = None
    commonness: Commonness = lambda _: {}
    progress: Progress = UNREPORTED
    identities: Identities = RULES

    def with_progress(self, progress: Progress) -> "Means":
        """The same with another progress."""
        return replace(self, progress=progress)


PLAIN: Final = Means()
"""Words alone, without progress."""


def read(
    article: Article, claims: Callable[[Article], Sequence[Claim]] = claims_of, progress: Progress = UNREPORTED
) -> list[Statement]:
    """The sentences of the article with their claims.

    Raises:
        CancelledError: the work was cancelled.
    """
    progress.update(0, 1)
    return statements_of(article, sentences_of(article), claims(article), progress.part(_CLAIMED, 1.0))


def vocabulary_of(
    left: Sequence[Statement], right: Sequence[Statement], commonness: Commonness = lambda _: {}
) -> PassageIndex:
    """The words of the sentences of two articles, and of the contents of their claims."""
    return PassageIndex(
        [one.profile for one in left],
        [one.profile for one in right],
        ([one.contents for one in left], [one.contents for one in right]),
        commonness,
    )


def paired(left: Sequence[Statement], right: Sequence[Statement], means: Means) -> list[tuple[Places, float]]:
    """The places of sentences that tell the same thing, with how likely that is, 0..1; in the order of the left ones.

    Raises:
        CancelledError: the work was cancelled.
    """
    progress = means.progress
    vocabulary = vocabulary_of(left, right, means.commonness)
    with_meaning = means.embedder is not None and left and right
    overlaps = vocabulary.candidates(progress.part(0.0, _WORDS if with_meaning else 1.0))
    embedding = means.with_progress(progress.part(_WORDS, 1.0))
    cosines = _cosines(left, right, vocabulary, overlaps, embedding) if with_meaning else None
    scored = scores(overlaps, cosines)
    least = LEAST_BY_WORDS if cosines is None else LEAST
    return [
        (places, scored[places])
        for places in chosen(scored, vocabulary.new, least)
        if _is_one_thing(left[places[0]], right[places[1]], overlaps[places], by_meaning=cosines is not None)
    ]


def _is_one_thing(left: Statement, right: Statement, overlap: Overlap, *, by_meaning: bool) -> bool:
    """Whether two passages share more than a word of their headings, or words that tell little ("the company does so").

    Where meaning counts, two that share no word at all may be one.
    """
    if (left.is_heading or right.is_heading) and overlap.shared < _HEADINGS:
        return False
    return share_telling_words(left, right) or (by_meaning and not overlap.shared)


def _cosines(
    left: Sequence[Statement],
    right: Sequence[Statement],
    vocabulary: PassageIndex,
    overlaps: dict[Places, Overlap],
    means: Means,
) -> dict[Places, float]:
    """The cosines of the candidates; those that only their meaning brings together are put among the `overlaps`."""
    from briefing.compare.semantic import Space

    if means.embedder is None:
        return {}
    texts = [one.text for one in chain(left, right)]
    made = vectors(texts, means.embedder, memory=means.memory, progress=means.progress)
    space = Space(made[: len(left)], made[len(left) :])
    for places in sorted(space.nearest() - overlaps.keys()):
        overlaps[places] = vocabulary.overlap(*places)
    return space.cosines(overlaps)
