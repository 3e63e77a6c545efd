"""Running heads, feet and page numbers: what stands at the top or the bottom of page after page."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from briefing.ingest.columns import PageLine

_EDGE: Final = 0.1
"""The share of the page's height in which such lines stand."""
_DIGITS: Final = re.compile(r"\d+")


def without_furniture(pages: Sequence[Sequence[PageLine]]) -> list[list[PageLine]]:
    """The lines of each page without those that recur at its edge, whatever number stands in them."""
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in page if _is_at_edge(line)})
    often = max(2, len(pages) // 3)
    return [[line for line in page if not (_is_at_edge(line) and seen[_mark(line)] >= often)] for page in pages]


def _is_at_edge(line: PageLine) -> bool:
    return line.bottom > (1 - _EDGE) * line.page_height or line.top < _EDGE * line.page_height


def _mark(line: PageLine) -> str:
    return _DIGITS.sub("#", line.text)
