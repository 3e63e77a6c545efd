"""The lines of a page in reading order: columns are found by the white between them, whatever order the characters come in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import Final, NamedTuple

_SPACE: Final = 0.15
"""The white between two characters, in font sizes, from which on there is a space between them."""
_APART: Final = 0.9
"""The white that parts two pieces of a line, in font sizes: a gutter, or only a wide space."""
_GUTTER: Final = 0.35
"""Half of the least width of a gutter, in font sizes."""
_PIECES: Final = 4
"""The fewest lines on either side of a gutter."""
_MOST_PIECES: Final = 2000
"""On a page of more pieces no columns are looked for."""
_CROSSING: Final = 0.35
"""The greatest share of lines that run across a gutter: headlines and captions."""
_SAME_LINE: Final = 0.35
"""How far two characters of a line stand above each other at most, in font sizes: marks of notes do."""


class Glyph(NamedTuple):
    """A character and its box with the room of its font above and below, in points from the lower left of the page."""

    character: str
    left: float
    right: float
    bottom: float
    top: float
    size: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a column; `left` and `right` are its ends, `column` those of the column, in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    column: tuple[float, float]
    page_height: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of characters on one line without a wide white in it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float

    def crosses(self, place: float, room: float) -> bool:
        """Whether it leaves less than the room on either side of the place."""
        return self.left < place + room and self.right > place - room


def lines_in_order(glyphs: Sequence[Glyph], page_height: float) -> list[PageLine]:
    """The lines of a page in the order in which they are read."""
    pieces = [piece for row in _rows(glyphs) for piece in _pieces(row)]
    return [line for column in _columns(pieces) for line in _lines(column, page_height)] if pieces else []


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Characters on one height, from the top."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.bottom, one.left)):
        if glyph.character.isspace():
            continue
        if row and row[0].bottom - glyph.bottom > _SAME_LINE * min(row[0].size, glyph.size):
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _pieces(row: Sequence[Glyph]) -> Iterator[_Piece]:
    start = 0
    for at, (one, other) in enumerate(pairwise(row), 1):
        if other.left - one.right > _APART * max(one.size, other.size):
            yield _piece(row[start:at])
            start = at
    yield _piece(row[start:])


def _piece(glyphs: Sequence[Glyph]) -> _Piece:
    text = glyphs[0].character
    for one, other in pairwise(glyphs):
        text += (" " if other.left - one.right > _SPACE * max(one.size, other.size) else "") + other.character
    return _Piece(
        text,
        glyphs[0].left,
        max(glyph.right for glyph in glyphs),
        min(glyph.bottom for glyph in glyphs),
        max(glyph.top for glyph in glyphs),
        median(glyph.size for glyph in glyphs),
    )


def _columns(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces by columns: those across the whole width part what stands above from what stands below."""
    room = _GUTTER * median(piece.size for piece in pieces) if pieces else 0.0
    gutter = _gutter(pieces, room)
    if gutter is None:
        yield pieces
        return
    ordered = sorted(pieces, key=lambda one: (-one.bottom, one.left))
    for across, band in groupby(ordered, lambda piece: piece.crosses(gutter, room)):
        found = list(band)
        if across:
            yield found
        else:
            for side in (
                [one for one in found if one.right <= gutter],
                [one for one in found if one.left >= gutter],
            ):
                if side:
                    yield from _columns(side)


def _gutter(pieces: Sequence[_Piece], room: float) -> float | None:
    """The place of the white between two columns which the fewest lines cross; `None` where there is none."""
    if not 2 * _PIECES <= len(pieces) <= _MOST_PIECES:
        return None
    best: tuple[int, float] | None = None
    for place in _places(pieces, room):
        crossing = sum(piece.crosses(place, room) for piece in pieces)
        left = [piece for piece in pieces if piece.right <= place]
        right = [piece for piece in pieces if piece.left >= place]
        if crossing <= _CROSSING * len(pieces) and min(len(left), len(right)) >= _PIECES and _are_beside(left, right):
            best = min(best or (crossing, place), (crossing, place))
    return best[1] if best else None


def _places(pieces: Sequence[_Piece], room: float) -> list[float]:
    """Places that may be in a gutter: a little left of where lines begin."""
    lefts = sorted({round(piece.left) for piece in pieces})
    return [left - 1.1 * room for left in lefts[1:]]


def _are_beside(left: Sequence[_Piece], right: Sequence[_Piece]) -> bool:
    """Whether enough lines of both stand beside each other, and not above each other."""
    bottom = max(min(one.bottom for one in left), min(one.bottom for one in right))
    top = min(max(one.top for one in left), max(one.top for one in right))
    return all(sum(bottom <= one.top and one.bottom <= top for one in side) >= _PIECES for side in (left, right))


def _lines(column: Sequence[_Piece], page_height: float) -> Iterator[PageLine]:
    """The pieces of a column as lines, from the top."""
    ends = (min(one.left for one in column), max(one.right for one in column))
    row: list[_Piece] = []
    for piece in [*sorted(column, key=lambda one: (-one.bottom, one.left)), None]:
        if row and (piece is None or row[0].bottom - piece.bottom > _SAME_LINE * min(row[0].size, piece.size)):
            yield _line(sorted(row, key=lambda one: one.left), ends, page_height)
            row = []
        if piece:
            row.append(piece)


def _line(row: Sequence[_Piece], ends: tuple[float, float], page_height: float) -> PageLine:
    return PageLine(
        " ".join(piece.text for piece in row),
        row[0].left,
        row[-1].right,
        min(piece.bottom for piece in row),
        max(piece.top for piece in row),
        max(row, key=lambda one: len(one.text)).size,
        ends,
        page_height,
    )
