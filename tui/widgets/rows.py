"""A list of any length with one row a line, of which only visible rows are drawn."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.signs import UNICODE, Signs

Cell = tuple[str, str]
"""Words on one line with the name of their component class."""


def fitted(words: str, width: int, more: str = "…") -> str:
    """The words on one line in exactly that many cells; cut words end in `more`."""
    words = " ".join(words.split())
    if cell_len(words) <= width:
        return set_cell_size(words, width)
    room = width - cell_len(more)
    return (
        set_cell_size(set_cell_size(words, room).rstrip() + more, width)
        if room > 0
        else set_cell_size(words, max(width, 0))
    )


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. The owner gives the number of rows and draws the one that is asked for."""

    COMPONENT_CLASSES: ClassVar = {
        "row",
        "row--cursor",
        "row--strong",
        "row--muted",
        "row--sign",
        "row--head",
        "row--found",
    }

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Highlighted(Message):
        """The cursor moved to another row; `index` is `None` if there are no rows."""

        rows: "Rows"
        index: int | None

        @property
        def control(self) -> "Rows":
            """The list whose cursor moved."""
            return self.rows

    @dataclass
    class Picked(Message):
        """A row was picked with the mouse."""

        rows: "Rows"
        index: int

        @property
        def control(self) -> "Rows":
            """The list that was clicked."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self.signs: Signs = UNICODE
        self._draw: Callable[[int, int], Iterable[Cell]] = lambda _index, _width: ()
        self._strips: dict[int, Strip] = {}

    def show(
        self, count: int, draw: Callable[[int, int], Iterable[Cell]], *, signs: Signs, cursor: int | None = None
    ) -> None:
        """Draw other rows: `draw` gives the cells of the row with that index for that width."""
        self.count, self._draw, self.signs = count, draw, signs
        self._strips.clear()
        self.virtual_size = Size(0, count)
        at = min(max(self.cursor if cursor is None else cursor, 0), max(count - 1, 0))
        self.set_reactive(Rows.cursor, at)
        self.see(at)
        self.refresh()
        self.post_message(self.Highlighted(self, at if count else None))

    def redraw(self) -> None:
        """Draw the same rows again."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw again after a change of theme."""
        self._strips.clear()
        super().notify_style_update()

    def move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.cursor += by

    def move_by_half(self, halves: int) -> None:
        """Move the cursor by halves of the list's height."""
        self.cursor += halves * max(self.size.height // 2, 1)

    def move_to_edge(self, direction: int) -> None:
        """Move the cursor to the first (-1) or the last (1) row."""
        self.cursor += direction * self.count

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return min(max(cursor, 0), max(self.count - 1, 0))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw both rows, keep the new one visible and tell the screen."""
        for index in (old, new):
            self._strips.pop(index, None)
            self.refresh_line(index)
        self.see(new)
        self.post_message(self.Highlighted(self, new if self.count else None))

    def see(self, index: int) -> None:
        """Scroll no further than it takes to show the row."""
        top, height = round(self.scroll_y), max(self.scrollable_content_region.height, 1)
        if index < top:
            self.scroll_to(y=index, animate=False, force=True)
        elif index >= top + height:
            self.scroll_to(y=index - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor visible."""
        self._strips.clear()
        self.see(self.cursor)

    def on_focus(self) -> None:
        """Draw the cursor as active."""
        self.redraw()

    def on_blur(self) -> None:
        """Draw the cursor as inactive."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked; a second click picks it."""
        index = round(self.scroll_y) + event.y
        if index < self.count:
            self.cursor = index
            if event.chain > 1:
                self.post_message(self.Picked(self, index))

    def render_line(self, y: int) -> Strip:
        """The row at a line of the widget."""
        index = round(self.scroll_y) + y
        width = self.scrollable_content_region.width
        if index >= self.count:
            return Strip.blank(width, self.get_component_rich_style("row"))
        strip = self._strips.get(index)
        if strip is None or strip.cell_length != width:
            strip = self._strips[index] = self._drawn(index, width)
        return strip

    def _drawn(self, index: int, width: int) -> Strip:
        base = self.get_component_rich_style("row")
        if index == self.cursor:
            base = self.get_component_rich_style("row--cursor")
        at_cursor = index == self.cursor and (self.has_focus or not self.can_focus)
        sign = self.signs.cursor if at_cursor else " "
        segments = [Segment(sign, base + self.get_component_rich_style("row--sign", partial=True))]
        for words, name in self._draw(index, width - 1):
            style = base if name == "row" else base + self.get_component_rich_style(name, partial=True)
            segments.append(Segment(words, style))
        return Strip(segments).adjust_cell_length(width, base)
