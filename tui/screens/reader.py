"""The Reader screen: what does this one say?"""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import Container, Vertical
from textual.widget import Widget

from briefing.article import Article, Span
from locales import _
from tui.actions import bindings
from tui.page.level import Line, alone
from tui.page.marks import marked
from tui.page.sheet import Sheet
from tui.screens.moving import MOVING
from tui.screens.reading import ReadingScreen
from tui.widgets.card import EvidenceCard
from tui.widgets.legend import Legend
from tui.widgets.page import Page
from tui.words import origin


class ReaderScreen(ReadingScreen):
    """One article with its claims."""

    CSS_PATH: ClassVar = ["page.tcss", "reader.tcss"]
    BINDINGS = bindings(
        "next-claim",
        "previous-claim",
        "note",
        "export",
        "notes",
        "article-note",
        "claims",
        "copy",
        "read",
        "tags",
        "summary",
        *MOVING,
    )

    def __init__(self, article: Article, *, at: int | None = None) -> None:
        super().__init__((article,))
        self.article = article
        self._at = at

    def body(self) -> Iterable[Widget]:
        """The page, the legend and the card."""
        with Container(id="body"):
            with Vertical(id="reading"):
                yield Page(id="page")
                yield Legend()
            yield EvidenceCard()

    @property
    def page(self) -> Page:
        """The page."""
        return self.query_one("#page", Page)

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the lines for the new width."""
        message.stop()
        self.lay_out()

    def lay_out(self) -> None:
        """Make the lines anew."""
        page = self.page
        marks, inserts = marked(self.marked[0], self.briefing.signs)
        sheet = Sheet.of(self.article, marks, inserts)
        page.show((sheet,), alone(sheet, page.text_width), signs=self.briefing.signs, gutter=self._gutter)
        if self._at is not None and page.text_width > 2:
            page.go_to(0, self._at)
            self._at = None
        page.light(*self.lit())

    def _gutter(self, line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
        span = self.page.span_of(line)
        return (" ", "text"), ((self.briefing.signs.note, "note") if self.noted(0, span) else (" ", "text"))

    def words(self) -> None:
        """The bar, the legend and the card."""
        self.title_bar.say(_("Read"), self.article.title, self.which_words(), origin(self.article))
        legend = self.query_one(Legend)
        legend.signs = self.briefing.signs
        legend.refresh()
        self.show_here()

    def show_here(self) -> None:
        """Show the evidence for the claim under the cursor."""
        here = self.here
        claim = here.claim if here else None
        self.query_one(EvidenceCard).show(self.article, claim, (), self.briefing.signs)
        self.page.light(*self.lit())

    def go_to(self, span: Span) -> None:
        """Put the cursor on a passage."""
        self.page.go_to(0, span.start)

    def action_tags(self) -> None:
        """Set the tags of the article."""
        record = self.briefing.attempt(lambda: self.briefing.library.record(self.article.id))
        if record:
            self.briefing.ask_tags(self.article.id, record.tags, self.words)
