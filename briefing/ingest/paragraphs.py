"""Lines with their places to paragraphs: by the white above them, their indent, and where the line before ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from briefing.ingest.columns import PageLine

_LARGE: Final = 1.15
"""How much larger than the text a heading is at least."""
_SHORT: Final = 0.85
"""A line that ends before this share of its column may be the last of its paragraph."""
_ENDS: Final = tuple(".!?:”\"'’»)")
_BULLETS: Final = ("•", "–", "▪", "●", "‣", "◦")
_HYPHENS: Final = "-\u2010\u00ad\ufffe\u0002"
"""What may part a word at the end of a line; pdfium gives U+FFFE for a hyphen there."""
_AS_WRITTEN: Final = str.maketrans({"\ufffe": "-", "\u0002": "-", "\u00ad": None})


@dataclass(frozen=True, slots=True)
class LaidParagraph:
    """A paragraph put together from lines."""

    text: str
    is_heading: bool


def paragraphs_of(lines: Iterable[PageLine]) -> list[LaidParagraph]:
    """The paragraphs of lines in reading order."""
    ordered = list(lines)
    if not ordered:
        return []
    size = _text_size(ordered)
    pitch = _pitch(ordered)
    runs: list[list[PageLine]] = []
    for line in ordered:
        if runs and _continues(runs[-1], line, size, pitch):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [LaidParagraph(_joined(run), run[0].size >= _LARGE * size) for run in runs]


def _text_size(lines: Sequence[PageLine]) -> float:
    """The font size of most characters."""
    sizes: dict[float, int] = {}
    for line in lines:
        key = round(line.size, 1)
        sizes[key] = sizes.get(key, 0) + len(line.text)
    return max(sizes, key=lambda one: sizes[one])


def _pitch(lines: Sequence[PageLine]) -> float:
    """The usual distance from one line to the next."""
    steps = [
        one.bottom - other.bottom
        for one, other in pairwise(lines)
        if one.column == other.column and 0 < one.bottom - other.bottom < 4 * one.size
    ]
    return median(steps) if steps else 1.3 * lines[0].size


def _continues(run: Sequence[PageLine], line: PageLine, size: float, pitch: float) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    before = run[-1]
    if (before.size >= _LARGE * size) != (line.size >= _LARGE * size) or line.text.startswith(_BULLETS):
        return False
    if before.column != line.column and not line.size >= _LARGE * size:
        return _is_broken_off(before) and line.text[:1].islower()
    step = before.bottom - line.bottom
    if step > 1.35 * max(pitch, line.size) or step < 0:
        return step < 0 and _is_broken_off(before)
    if line.left - line.column[0] > 0.7 * line.size and before.left - before.column[0] <= 0.7 * before.size:
        return False
    return not (_is_short(before) and before.text.endswith(_ENDS) and not line.text[:1].islower())


def _is_broken_off(line: PageLine) -> bool:
    """Whether a line ends in the middle of a sentence."""
    return not line.text.endswith(_ENDS)


def _is_short(line: PageLine) -> bool:
    left, right = line.column
    return line.right - left < _SHORT * (right - left)


def _joined(run: Sequence[PageLine]) -> str:
    """The text of the lines; a word that a hyphen parts at the end of a line is one word again, "Noord-Holland" keeps it."""
    text = ""
    for line in run:
        parted = len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalpha()
        if parted and line.text[:1].islower():
            text = text[:-1]
        text += ("" if parted or not text else " ") + line.text
    return text.translate(_AS_WRITTEN)
