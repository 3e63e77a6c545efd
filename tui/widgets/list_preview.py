"""A list and a preview of the row under its cursor."""

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.widgets.rows import Rows


class ListPreview(Container):
    """The list above its preview; a screen may set them side by side in its style."""

    def compose(self) -> ComposeResult:
        """The list and the preview."""
        yield Rows(id="list")
        with VerticalScroll(id="preview", can_focus=False):
            yield Static(id="facts")

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    def preview(self, content: Content) -> None:
        """Show the content in the preview."""
        self.query_one("#facts", Static).update(content)
