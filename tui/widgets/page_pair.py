"""Two pages beside each other, each with its head. Where the screen is narrow, only the left one is shown."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from tui.widgets.bars import Head
from tui.widgets.page import Page

SIDES = ("left", "right")


class PagePair(Horizontal):
    """The left page and the right one, and which of them keys work on."""

    def __init__(self) -> None:
        super().__init__(id="panes")

    def compose(self) -> ComposeResult:
        """A head and a page for each side."""
        for side in SIDES:
            with Vertical(id=f"{side}-pane", classes="pane"):
                yield Head(id=f"{side}-head")
                yield Page(id=side)

    @property
    def pages(self) -> tuple[Page, Page]:
        """The left page and the right one."""
        return self.query_one("#left", Page), self.query_one("#right", Page)

    @property
    def heads(self) -> tuple[Head, Head]:
        """The heads of both pages."""
        return self.query_one("#left-head", Head), self.query_one("#right-head", Head)

    @property
    def is_stacked(self) -> bool:
        """Whether there is room for the left page only, which then shows both texts."""
        return not self.screen.has_class("-beside") and not self.screen.has_class("-broad")

    @property
    def page(self) -> Page:
        """The page that keys work on."""
        left, right = self.pages
        return right if self.screen.focused is right and not self.is_stacked else left

    @property
    def other(self) -> Page:
        """The page beside it."""
        left, right = self.pages
        return left if self.page is right else right

    def enter(self, side: int, *, same_row: bool) -> Page:
        """Have keys work on a side's page, with the cursor on the same row as before if asked for; give the page."""
        page = self.pages[0] if self.is_stacked else self.pages[side]
        if page is not self.page:
            row = self.page.cursor
            # Widget.focus() would wait for the next turn of the loop: a key that is sent at once would go to the old page.
            self.screen.set_focus(page)
            if same_row:
                page.cursor = row
        return page

    def leave_hidden_page(self) -> None:
        """Have keys work on the left page where the right one is not shown."""
        if self.is_stacked and self.screen.focused is self.pages[1]:
            self.screen.set_focus(self.pages[0])
