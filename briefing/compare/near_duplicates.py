"""Whether two articles carry the same text, such as one agency's report in two papers.

Texts are compared by the runs of five words that they share, kept as a small sketch of each (Broder, 1997: the least hashes).
"""

import re
from collections.abc import Iterable
from heapq import nsmallest
from typing import Final
from zlib import crc32

from briefing.article import Article
from briefing.language.folding import folded

_RUN: Final = 5
_KEPT: Final = 64
# From this share of common runs on two articles are one text: a paper that cuts an agency's report by half still has it,
# two reports that quote the same two sentences have not. Set by hand on bench/samples/compare.
LEAST: Final = 0.4


def sketch(text: str) -> tuple[int, ...]:
    """The sketch of a text: the 64 least hashes of its runs of five words."""
    words = re.findall(r"\w+", folded(text))
    runs = (
        {crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(max(1, len(words) - _RUN + 1))}
        if words
        else set()
    )
    return tuple(nsmallest(_KEPT, runs))


def resemblance(one: Iterable[int], other: Iterable[int]) -> float:
    """The share, 0..1, of runs that two texts have in common, estimated from their sketches."""
    ours, theirs = set(one), set(other)
    least = set(nsmallest(_KEPT, ours | theirs))
    return len(least & ours & theirs) / len(least) if least else 0.0


def near_duplicate(left: Article, right: Article) -> bool:
    """Whether the two articles carry the same text for the most part."""
    return resemblance(sketch(left.text), sketch(right.text)) >= LEAST
