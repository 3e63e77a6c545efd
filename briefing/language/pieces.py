"""Sentences too long to be read as one, cut into pieces."""

from collections.abc import Sequence
from typing import Final

_BREAKS: Final = frozenset(",;:.")


def piece_ranges(words: Sequence[str], longest: int) -> list[tuple[int, int]]:
    """The words of a sentence as ranges of at most `longest`, end exclusive: cut behind a comma where one stands late enough."""
    if len(words) <= longest:
        return [(0, len(words))]
    ranges: list[tuple[int, int]] = []
    start = 0
    for at, word in enumerate(words, start=1):
        length = at - start
        if length >= longest or (length > longest // 2 and word in _BREAKS):
            ranges.append((start, at))
            start = at
    return [*ranges, (start, len(words))] if start < len(words) else ranges
