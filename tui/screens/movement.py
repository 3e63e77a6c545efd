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


class TwoPagedScreen(PagedScreen):
    """A screen with a page at the left and one at the right; where it is narrow, all is on the left one."""

    @property
    def pages(self) -> "tuple[Page, Page]":
        """The left page and the right one."""
        from tui.widgets.page import Page

        return self.query_one("#left", Page), self.query_one("#right", Page)

    @property
    def stacked(self) -> bool:
        """Whether both sides stand below each other on the left page."""
        return not self.has_class("-beside") and not self.has_class("-broad")

    @property
    def page(self) -> "Page":
        """The page that keys work on."""
        left, right = self.pages
        return right if self.focused is right and not self.stacked else left


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
