"""A page of article text, drawn line by line: marks in the text, signs in the gutter, a line under the cursor."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from briefing.article import Span
from briefing.claims.claim import Certainty
from tui.layout.alignment import Line
from tui.layout.sheet import Sheet
from tui.signs import UNICODE, Signs
from tui.widgets.mouse_selection import selected

GUTTER = 4
"""The cells before the text: the cursor, the link, what else stands on the line, and a space."""
_CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unspecified")

Gutter = Callable[[Line], tuple[tuple[str, str], tuple[str, str]]]
"""The two signs of a line's gutter, each with the name of its component class."""
Label = Callable[[Line], str]


def _bare(_line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
    return (" ", "text"), (" ", "text")


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of one or two texts. What the lines are is the screen's to say; the page draws them and keeps the cursor."""

    COMPONENT_CLASSES: ClassVar = {
        "text",
        "heading",
        "label",
        "lit",
        "found",
        "counterpart",
        "cursor",
        "source",
        "cue",
        "hedge",
        "claim-negative",
        "only",
        "same",
        "supports",
        "conflicts",
        "differs",
        "aligned",
        "note",
        "translation",
        *(f"claim-{certainty}" for certainty in _CERTAINTIES),
        *(f"sign-{certainty}" for certainty in _CERTAINTIES),
    }

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class CursorMoved(Message):
        """The cursor stands on another line."""

        page: "Page"
        line: Line

        @property
        def control(self) -> "Page":
            """The page whose cursor moved."""
            return self.page

    @dataclass
    class WidthChanged(Message):
        """There is another width for the text: its lines are to be laid out again."""

        page: "Page"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.sheets: Sequence[Sheet] = ()
        self.lines: Sequence[Line] = ()
        self.signs: Signs = UNICODE
        self._gutter: Gutter = _bare
        self._label: Label = lambda _line: ""
        self.lit: tuple[tuple[int, Span, str], ...] = ()
        self._strips: dict[int, Strip] = {}
        self._styles: dict[tuple[str, ...], Style] = {}
        self._text_lines: dict[int, list[int]] = {}
        self._width = 0

    @property
    def text_width(self) -> int:
        """The cells that a line of text has."""
        return max(self.scrollable_content_region.width - GUTTER, 2)

    @property
    def is_laid_out(self) -> bool:
        """Whether the page has a size yet."""
        return self.scrollable_content_region.width > 0

    def show(
        self,
        sheets: Sequence[Sheet],
        lines: Sequence[Line],
        *,
        signs: Signs,
        gutter: Gutter = _bare,
        label: Label = lambda _line: "",
    ) -> None:
        """Draw other lines; the cursor stays on the text where it stood."""
        kept = self.place
        self.sheets, self.lines, self.signs, self._gutter, self._label = sheets, lines, signs, gutter, label
        self._text_lines = {}
        for index, line in enumerate(lines):
            if line.span.end > line.span.start:
                self._text_lines.setdefault(line.sheet, []).append(index)
        self.lit = ()
        self._forget()
        self.virtual_size = Size(0, len(lines))
        if kept and lines:
            self.go_to(kept[0], kept[1], centred=False)
        else:
            self.set_reactive(Page.cursor, min(self.cursor, max(len(lines) - 1, 0)))
        self.refresh()

    def redraw(self) -> None:
        """Draw the same lines again."""
        self._forget()
        self.refresh()

    def light(self, *lit: tuple[int, Span, str]) -> None:
        """Give spans of the articles, each with the index of its sheet, a further style, until the next call."""
        if lit != self.lit:
            self.lit = lit
            self._forget()
            self.refresh()

    @property
    def line(self) -> Line | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if 0 <= self.cursor < len(self.lines) else None

    @property
    def place(self) -> tuple[int, int] | None:
        """The sheet and the article's offset at the cursor; on an empty line, those of the paragraph it belongs to."""
        line = self.line
        if line is None or not self.sheets:
            return None
        if line.kind in {"blank", "label"}:
            return line.sheet, self.sheets[line.sheet].paragraphs[line.paragraph].start
        return line.sheet, self.sheets[line.sheet].offset(line.span.start)

    def span_of(self, line: Line) -> Span:
        """The part of the article that the line shows; an empty span on an empty line."""
        if line.kind in {"blank", "label"}:
            return Span(0, 0)
        sheet = self.sheets[line.sheet]
        return Span(sheet.offset(line.span.start), max(sheet.offset(line.span.end - 1) + 1, 0))

    def index_of(self, sheet: int, offset: int) -> int | None:
        """The index of the line that shows the offset of a sheet."""
        text = self._text_lines.get(sheet)
        if not text:
            return None
        position = self.sheets[sheet].position(offset)
        at = bisect_left(text, position, key=lambda index: self.lines[index].span.end - 1)
        return text[min(at, len(text) - 1)]

    def shows(self, sheet: int, offset: int) -> bool:
        """Whether the page has the paragraph of a sheet in which the offset is, and not only those before it."""
        paragraphs = self.sheets[sheet].paragraphs if sheet < len(self.sheets) else ()
        return bool(paragraphs) and offset < paragraphs[-1].end

    def go_to(self, sheet: int, offset: int, *, centred: bool = True) -> None:
        """Put the cursor on the line that shows the offset of a sheet, and bring it in sight."""
        index = self.index_of(sheet, offset)
        if index is None:
            return
        self.cursor = index
        if centred:
            self.see(index)

    def see(self, index: int) -> None:
        """Bring a line in sight: where it is near or beyond an edge, a third from the top."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        margin = min(2, height // 4)
        if not top + margin <= index < top + height - margin:
            self.scroll_to(y=max(index - height // 3, 0), animate=False, force=True)

    def move(self, by: int) -> None:
        """Move the cursor by a number of lines, over empty ones too, and scroll no further than it needs."""
        if not self.lines:
            return
        self.cursor = min(max(self.cursor + by, 0), len(self.lines) - 1)
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def move_by_half(self, halves: int) -> None:
        """Move the cursor by halves of the page's height."""
        self.move(halves * max(self.size.height // 2, 1))

    def move_to_edge(self, direction: int) -> None:
        """Move the cursor to the first (-1) or the last (1) line."""
        self.move(direction * len(self.lines))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return min(max(cursor, 0), max(len(self.lines) - 1, 0))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two lines and tell the screen."""
        for index in (old, new):
            self._strips.pop(index, None)
            self.refresh_line(index)
        if self.line is not None:
            self.post_message(self.CursorMoved(self, self.line))

    def on_focus(self) -> None:
        """Draw the cursor as the one that keys move."""
        self._forget()

    def on_blur(self) -> None:
        """Draw the cursor as one that waits."""
        self._forget()

    def on_resize(self) -> None:
        """Tell the screen when the text's width changed."""
        if self.text_width != self._width:
            self._width = self.text_width
            self.post_message(self.WidthChanged(self))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the line that was clicked."""
        if event.get_content_offset(self) is not None:
            self.cursor = round(self.scroll_y) + event.y

    def notify_style_update(self) -> None:
        """Forget what was drawn in the former theme."""
        self._forget()
        super().notify_style_update()

    def _forget(self) -> None:
        self._strips.clear()
        self._styles.clear()

    def selection_updated(self, _selection: Selection | None) -> None:
        """Draw what the mouse selects."""
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that the mouse selected."""
        return selection.extract("\n".join(" " * GUTTER + self._words(line) for line in self.lines)), "\n"

    def _words(self, line: Line) -> str:
        if line.kind == "label":
            return self._label(line)
        return line.span.of(self.sheets[line.sheet].shown) if self.sheets else ""

    def _style(self, *names: str) -> Style:
        found = self._styles.get(names)
        if found is None:
            found = self.get_component_rich_style(names[0])
            for name in names[1:]:
                found += self.get_component_rich_style(name, partial=True)
            self._styles[names] = found
        return found

    def render_line(self, y: int) -> Strip:
        """The line at a row of the widget."""
        index = round(self.scroll_y) + y
        width = self.scrollable_content_region.width
        if index >= len(self.lines):
            return Strip.blank(width, self._style("text"))
        strip = self._strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = Strip(self._drawn(index)).adjust_cell_length(width, self._style("text"))
            self._strips[index] = strip = selected(self, index, strip)
        return strip

    def _drawn(self, index: int) -> list[Segment]:
        line = self.lines[index]
        base = line.kind if line.kind in {"heading", "label", "translation"} else "text"
        at_cursor = index == self.cursor and self.has_focus
        first, second = self._gutter(line)
        segments = [
            Segment(self.signs.cursor if at_cursor else " ", self._style("text", "cursor")),
            Segment(first[0], self._style("text", first[1])),
            Segment(second[0], self._style("text", second[1])),
            Segment(" ", self._style("text")),
        ]
        if line.kind == "label":
            segments.append(Segment(self._label(line), self._style("label")))
        elif line.kind != "blank":
            segments += self._styled(line, base)
        return segments

    def _styled(self, line: Line, base: str) -> list[Segment]:
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
            segments.append(Segment(words, self._style(*names)))
        return segments


_ONE_LINE = {ord(character): " " for character in "\t\n\v\f\r\u2028\u2029"}
