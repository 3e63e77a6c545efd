"""A page of article text, drawn line by line: marks in the text, signs in the gutter, a line under the cursor."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

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
from tui.signs import Signs
from tui.widgets.line_painter import Gutter, Label, LinePainter, bare, unlabelled
from tui.widgets.mouse_selection import selected

GUTTER = 4
"""The cells before the text: cursor, link, another sign, and a space."""
_CERTAINTIES: tuple[Certainty, ...] = ("certain", "probable", "possible", "unspecified")


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of one or two texts, which the owner gives; the page draws them and keeps the cursor."""

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
        """The cursor moved to another line."""

        page: "Page"
        line: Line

        @property
        def control(self) -> "Page":
            """The page whose cursor moved."""
            return self.page

    @dataclass
    class WidthChanged(Message):
        """The width of the text changed: its lines must be laid out again."""

        page: "Page"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.lines: Sequence[Line] = ()
        self.painter = LinePainter(self)
        self._strips: dict[int, Strip] = {}
        self._text_lines: dict[int, list[int]] = {}
        self._width = 0

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The texts of the lines."""
        return self.painter.sheets

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
        gutter: Gutter = bare,
        label: Label = unlabelled,
    ) -> None:
        """Draw other lines; the cursor stays on the text where it stood."""
        kept = self.place
        painter = self.painter
        painter.sheets, painter.signs, painter.gutter, painter.label, painter.lit = sheets, signs, gutter, label, ()
        self.lines = lines
        self._text_lines = {}
        for index, line in enumerate(lines):
            if line.span.end > line.span.start:
                self._text_lines.setdefault(line.sheet, []).append(index)
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
        """Highlight spans of the articles, each with the index of its sheet and a style, until the next call."""
        if lit != self.painter.lit:
            self.painter.lit = lit
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
        """Whether the page has the paragraph of a sheet that contains the offset."""
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
        """Scroll to a line that is near or beyond an edge: to a third from the top."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        margin = min(2, height // 4)
        if not top + margin <= index < top + height - margin:
            self.scroll_to(y=max(index - height // 3, 0), animate=False, force=True)

    def move(self, by: int) -> None:
        """Move the cursor by lines, empty ones included, and scroll no further than needed."""
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
        """Draw the cursor as active."""
        self._forget()

    def on_blur(self) -> None:
        """Draw the cursor as inactive."""
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
        """Draw again after a change of theme."""
        self._forget()
        super().notify_style_update()

    def _forget(self) -> None:
        self._strips.clear()
        self.painter.forget_styles()

    def selection_updated(self, _selection: Selection | None) -> None:
        """Draw what the mouse selects."""
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that the mouse selected."""
        return selection.extract("\n".join(" " * GUTTER + self.painter.words(line) for line in self.lines)), "\n"

    def render_line(self, y: int) -> Strip:
        """The line at a row of the widget."""
        index = round(self.scroll_y) + y
        width = self.scrollable_content_region.width
        if index >= len(self.lines):
            return Strip.blank(width, self.painter.style("text"))
        strip = self._strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = Strip(
                self.painter.painted(self.lines[index], at_cursor=index == self.cursor and self.has_focus)
            ).adjust_cell_length(width, self.painter.style("text"))
            self._strips[index] = strip = selected(self, index, strip)
        return strip
