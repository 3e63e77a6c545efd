"""Text broken into lines of a width in terminal cells."""

import re

from rich.cells import cell_len

from briefing.article import Span

# White space at which a line may break; the no-break spaces are not among it.
_WORD = re.compile(r"[^\t\n\v\f\r \u2028\u2029]+")
# Latin, punctuation, currencies, arrows and the signs are a cell wide each; for what else there is, the width is looked up.
_OTHER_WIDTH = re.compile(r"[^\u0000-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u21ff\u2500-\u25fc]")


def wrapped(text: str, width: int) -> list[Span]:
    """The spans of the lines, without the white space at which they were broken; a word wider than a line is cut."""
    width = max(width, 2)
    narrow = not _OTHER_WIDTH.search(text)
    lines: list[Span] = []
    start, end, used = -1, 0, 0
    for word in _WORD.finditer(text):
        first, last = word.span()
        size = last - first if narrow else cell_len(word.group())
        gap = first - end
        if start >= 0 and used + gap + size <= width:
            end, used = last, used + gap + size
            continue
        if start >= 0:
            lines.append(Span(start, end))
        while size > width:
            cut = first + _fitting(text[first:last], width, narrow)
            lines.append(Span(first, cut))
            first = cut
            size = last - first if narrow else cell_len(text[first:last])
        start, end, used = first, last, size
        if first == last:
            start = -1
    if start >= 0:
        lines.append(Span(start, end))
    return lines


def _fitting(word: str, width: int, narrow: bool) -> int:
    """How many characters of the word fit in the width, at least one."""
    if narrow:
        return width
    used = 0
    for count, character in enumerate(word):
        used += cell_len(character)
        if used > width:
            return max(count, 1)
    return len(word)
