"""The keys that move: in a page of text, and in a list."""

from typing import TYPE_CHECKING

from tui.screens.base import BriefingScreen
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tui.widgets.page import Page

MOVING = ("down", "up", "half-down", "half-up", "page-down", "page-up", "top", "bottom")
"""The actions that these screens can do."""


class PagedScreen(BriefingScreen):
    """A screen with a page of text that keys move in."""

    @property
    def page(self) -> "Page":
        """The page that keys work on."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Move the cursor by lines."""
        self.page.move(by)

    def action_half(self, halves: int) -> None:
        """Move the cursor by halves of a page."""
        self.page.move(halves * max(self.page.size.height // 2, 1))

    def action_edge(self, direction: int) -> None:
        """Go to the top or the bottom."""
        self.page.move(direction * len(self.page.lines))


class ListScreen(BriefingScreen):
    """A screen with one list that keys move in."""

    @property
    def list(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.list.cursor += by

    def action_half(self, halves: int) -> None:
        """Move the cursor by halves of a page."""
        self.list.cursor += halves * max(self.list.size.height // 2, 1)

    def action_edge(self, direction: int) -> None:
        """Go to the first or the last row."""
        self.list.cursor += direction * self.list.count
