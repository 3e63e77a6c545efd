"""A scrollable text, drawn line by line: a new text does not lay out the screen."""

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from briefing.article import Span
from tui.layout.wrap import wrapped
from tui.widgets.mouse_selection import selected


class Prose(ScrollView, can_focus=False):
    """A text that is scrolled if it is longer than its box. There is always room for the scrollbar."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.content = Content("")
        self._lines: list[Span] = []
        self._strips: dict[int, Strip] = {}

    def say(self, content: Content, *, from_top: bool = True) -> None:
        """Show other words."""
        self.content = content
        self._fit()
        if from_top:
            self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        self._fit()

    def _fit(self) -> None:
        width, start = max(self.scrollable_content_region.width, 1), 0
        self._lines = []
        for line in self.content.plain.split("\n"):
            spans = wrapped(line, width) or [Span(0, 0)]
            self._lines += (Span(start + span.start, start + span.end) for span in spans)
            start += len(line) + 1
        size = Size(0, len(self._lines))
        # Set as any other value it would have the whole screen laid out, though the box stays what it is.
        self.set_reactive(Prose.virtual_size, size)
        self._scroll_update(size)
        self.redraw()

    def redraw(self) -> None:
        """Draw the same words again."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw again after a change of theme."""
        self._strips.clear()
        super().notify_style_update()

    def selection_updated(self, _selection: Selection | None) -> None:
        """Draw what the mouse selects."""
        self.redraw()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text that the mouse selected."""
        return selection.extract("\n".join(span.of(self.content.plain) for span in self._lines)), "\n"

    def render_line(self, y: int) -> Strip:
        """The line at a row of the box."""
        index, width = round(self.scroll_y) + y, self.scrollable_content_region.width
        base = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(width, base.rich_style)
        strip = self._strips.get(index)
        if strip is None:
            strip = Strip(self._drawn(self._lines[index], base)).adjust_cell_length(width, base.rich_style)
            self._strips[index] = strip = selected(self, index, strip)
        return strip

    def _drawn(self, span: Span, base: Style) -> list[Segment]:
        words = self.content[span.start : span.end].expand_tabs(1)
        parts = words.render(base, end="", parse_style=self.app.stylesheet.parse_style)
        return [Segment(text, style.rich_style) for text, style in parts]
