"""Alignment of two texts: which paragraphs are level, and the lines of both with padding."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from briefing.article import Article, Span
from briefing.compare.link import Pair
from tui.layout.sheet import Sheet
from tui.layout.wrap import wrapped

Anchor = tuple[int, int]
"""A paragraph of the left text and the one of the right text level with it, as indexes from 0."""

_PINNED = 1e6


class Line(NamedTuple):
    """A line on the screen: part of the shown text of a sheet, an empty line, or a label."""

    sheet: int
    paragraph: int
    span: Span = Span(0, 0)
    kind: Literal["text", "heading", "translation", "blank", "label"] = "blank"


def anchors(left: Article, right: Article, pairs: Iterable[Pair], pins: Iterable[Anchor] = ()) -> tuple[Anchor, ...]:
    """The paragraphs to align: the chain of pairs in the order of both texts with the highest total score.

    `pins` are the user's own and come before all others.
    """
    weights: dict[Anchor, float] = {}
    for pair in pairs:
        place = (left.paragraph_at(pair.left.start), right.paragraph_at(pair.right.start))
        weights[place] = weights.get(place, 0.0) + pair.score
    for pin in pins:
        weights[pin] = weights.get(pin, 0.0) + _PINNED
    return _heaviest_chain(weights)


def _heaviest_chain(weights: dict[Anchor, float]) -> tuple[Anchor, ...]:
    """The strictly increasing chain with the greatest sum, by a table of the best sum up to each right place."""
    size = max((right for _left, right in weights), default=-1) + 2
    best: list[tuple[float, Anchor | None]] = [(0.0, None)] * size  # a Fenwick tree of maxima over the right places
    sums: dict[Anchor, float] = {}
    before: dict[Anchor, Anchor | None] = {}
    # In one left paragraph the right places come downwards, so that no two of them can follow each other.
    for place in sorted(weights, key=lambda anchor: (anchor[0], -anchor[1])):
        found: tuple[float, Anchor | None] = (0.0, None)
        index = place[1]
        while index > 0:
            found = max(found, best[index], key=lambda entry: entry[0])
            index -= index & -index
        before[place] = found[1]
        sums[place] = found[0] + weights[place]
        index = place[1] + 1
        while index < size:
            if sums[place] > best[index][0]:
                best[index] = (sums[place], place)
            index += index & -index
    chain: list[Anchor] = []
    at = max(sums, key=lambda anchor: sums[anchor], default=None)
    while at is not None:
        chain.append(at)
        at = before[at]
    return tuple(reversed(chain))


def alone(sheet: Sheet, width: int, *, index: int = 0) -> list[Line]:
    """The lines of one text, with an empty one between paragraphs."""
    return _joined(_paragraph(sheet, index, place, width) for place in range(len(sheet.paragraphs)))


def under(sheets: tuple[Sheet, Sheet], width: int) -> list[Line]:
    """The lines of a text with each paragraph's translation below it; the second sheet has as many paragraphs as the first."""
    lines: list[Line] = []
    for place in range(len(sheets[0].paragraphs)):
        lines += _paragraph(sheets[0], 0, place, width)
        lines += (line._replace(kind="translation") for line in _paragraph(sheets[1], 1, place, width))
        lines.append(Line(0, place))
    return lines[:-1]


def beside(
    sheets: tuple[Sheet, Sheet], chain: Sequence[Anchor], widths: tuple[int, int]
) -> tuple[list[Line], list[Line]]:
    """The lines of both texts; a paragraph of the chain begins on the same line in both, which are equally long."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    for block in blocks(sheets, chain):
        for index, places in enumerate(block):
            for place in places:
                sides[index].extend(_paragraph(sheets[index], index, place, widths[index]))
                sides[index].append(Line(index, place))
        height = max(len(sides[0]), len(sides[1]))
        for index, side in enumerate(sides):
            last = side[-1].paragraph if side else 0
            side.extend([Line(index, last)] * (height - len(side)))
    return sides


def stacked(sheets: tuple[Sheet, Sheet], chain: Sequence[Anchor], width: int) -> list[Line]:
    """The lines of both texts stacked, block by block: the left one's, then those aligned with it."""
    lines: list[Line] = []
    for block in blocks(sheets, chain):
        for index, places in enumerate(block):
            if not places:
                continue
            lines.append(Line(index, places[0], kind="label"))
            lines += _joined(_paragraph(sheets[index], index, place, width) for place in places)
            lines.append(Line(index, places[-1]))
    return lines


def blocks(sheets: tuple[Sheet, Sheet], chain: Sequence[Anchor]) -> Iterable[tuple[range, range]]:
    """The paragraphs of both before, at and after each link of the chain, in order; a side may have none."""
    left = right = 0
    for anchor in chain:
        if left < anchor[0] or right < anchor[1]:
            yield range(left, anchor[0]), range(right, anchor[1])
        yield range(anchor[0], anchor[0] + 1), range(anchor[1], anchor[1] + 1)
        left, right = anchor[0] + 1, anchor[1] + 1
    rest = range(left, len(sheets[0].paragraphs)), range(right, len(sheets[1].paragraphs))
    if rest[0] or rest[1]:
        yield rest


def _paragraph(sheet: Sheet, index: int, place: int, width: int) -> list[Line]:
    paragraph = sheet.paragraphs[place]
    start, end = sheet.end_position(paragraph.start), sheet.end_position(paragraph.end)
    # Signs that close a content at the paragraph's end stand before the paragraph break.
    end = max(end, start) + _closing(sheet, paragraph.end)
    kind: Literal["text", "heading"] = "heading" if paragraph.kind == "heading" else "text"
    return [
        Line(index, place, Span(start + first, start + last), kind)
        for first, last in wrapped(sheet.shown[start:end], width)
    ]


def _closing(sheet: Sheet, offset: int) -> int:
    return sheet.position(offset) - sheet.end_position(offset)


def _joined(paragraphs: Iterable[list[Line]]) -> list[Line]:
    lines: list[Line] = []
    for paragraph in paragraphs:
        if lines and paragraph:
            lines.append(Line(paragraph[0].sheet, lines[-1].paragraph))
        lines += paragraph
    return lines
