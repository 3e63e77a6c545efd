"""The segments of a line of text: its marks, the signs in its gutter, and what is highlighted."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from briefing.article import Span
from tui.layout.alignment import Line
from tui.layout.sheet import Sheet
from tui.signs import UNICODE, Signs

Sign = tuple[str, str]
"""A sign of the gutter with the name of its component class."""
Gutter = Callable[[Line], tuple[Sign, Sign]]
"""Gives the two signs of a line's gutter."""
Label = Callable[[Line], str]
"""Gives the words of a line that is a label."""
BLANK: Sign = (" ", "text")


def bare(_line: Line) -> tuple[Sign, Sign]:
    """A gutter without signs."""
    return BLANK, BLANK


def unlabelled(_line: Line) -> str:
    """No words."""
    return ""


class LinePainter:
    """Paints lines of some sheets with the component styles of a widget."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self.sheets: Sequence[Sheet] = ()
        self.signs: Signs = UNICODE
        self.gutter: Gutter = bare
        self.label: Label = unlabelled
        self.lit: tuple[tuple[int, Span, str], ...] = ()
        self._styles: dict[tuple[str, ...], Style] = {}

    def forget_styles(self) -> None:
        """Look the styles up again: the theme or the focus changed."""
        self._styles.clear()

    def words(self, line: Line) -> str:
        """The text of a line."""
        if line.kind == "label":
            return self.label(line)
        return line.span.of(self.sheets[line.sheet].shown) if self.sheets else ""

    def style(self, *names: str) -> Style:
        """The component styles of these names, one over the other."""
        found = self._styles.get(names)
        if found is None:
            found = self._widget.get_component_rich_style(names[0])
            for name in names[1:]:
                found += self._widget.get_component_rich_style(name, partial=True)
            self._styles[names] = found
        return found

    def painted(self, line: Line, *, at_cursor: bool) -> list[Segment]:
        """The segments of a line."""
        base = line.kind if line.kind in {"heading", "label", "translation"} else "text"
        first, second = self.gutter(line)
        segments = [
            Segment(self.signs.cursor if at_cursor else " ", self.style("text", "cursor")),
            Segment(first[0], self.style("text", first[1])),
            Segment(second[0], self.style("text", second[1])),
            Segment(" ", self.style("text")),
        ]
        if line.kind == "label":
            segments.append(Segment(self.label(line), self.style("label")))
        elif line.kind != "blank":
            segments += self._marked(line, base)
        return segments

    def _marked(self, line: Line, base: str) -> list[Segment]:
        sheet = self.sheets[line.sheet]
        styles: list[tuple[int, int, tuple[str, ...]]] = [
            (run.start, run.end, run.styles) for run in sheet.runs_in(line.span)
        ]
        lit = [(sheet.shown_span(span), style) for index, span, style in self.lit if index == line.sheet]
        cuts = {line.span.start, line.span.end}
        for start, end, _names in styles:
            cuts |= {start, end}
        for span, _name in lit:
            cuts |= {span.start, span.end}
        edges = sorted(cut for cut in cuts if line.span.start <= cut <= line.span.end)
        segments = []
        for start, end in pairwise(edges):
            names = [base]
            for first, last, run in styles:
                if first <= start and end <= last:
                    names += run
            names += [name for span, name in lit if span.start <= start and end <= span.end]
            words = sheet.shown[start:end].translate(_ONE_LINE)
            segments.append(Segment(words, self.style(*names)))
        return segments


_ONE_LINE = {ord(character): " " for character in "\t\n\v\f\r\u2028\u2029"}
