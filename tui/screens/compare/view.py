"""The widgets of the Compare screen: two pages side by side, or one with both texts stacked; heads, legend and card."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from briefing.article import Passage, Span
from briefing.compare.link import Comparison, Pair
from locales import _
from tui.host import host_of
from tui.layout.alignment import Anchor, Line, anchors, beside, stacked
from tui.layout.links import PairLinks, side_of
from tui.layout.marks import sheet_of
from tui.layout.pins import Pins
from tui.layout.sheet import Sheet
from tui.origin import origin
from tui.screens.reading.cursor import Here
from tui.screens.reading.line_layout import Make, Show
from tui.screens.reading.text import ReadText
from tui.widgets.card import Evidence, EvidenceCard
from tui.widgets.legend import Legend
from tui.widgets.line_painter import BLANK, Sign, unlabelled
from tui.widgets.page import Page
from tui.widgets.page_pair import PagePair
from tui.widgets.rows import fitted


class CompareView(Container):
    """The two articles with the links between them. `at` is the offset of the left one at which to begin."""

    def __init__(self, text: ReadText, at: int | None = None) -> None:
        super().__init__(id="body")
        self.text = text
        self.comparison: Comparison | None = None
        self.links = PairLinks(None)
        self.chain: tuple[Anchor, ...] = ()
        self.pins: Pins = frozenset()
        self.locked = True
        self._at = at

    def compose(self) -> ComposeResult:
        """The two pages with their heads, the legend and the card."""
        with Vertical(id="reading"):
            yield PagePair()
            yield Legend(links=True)
        yield EvidenceCard()

    def on_mount(self) -> None:
        """Follow the scrolling of both pages."""
        for page in self.pages:
            self.watch(page, "scroll_y", partial(self._scrolled, page), init=False)

    # The pages

    @property
    def pair(self) -> PagePair:
        """Both pages with their heads."""
        return self.query_one(PagePair)

    @property
    def pages(self) -> tuple[Page, Page]:
        """The left page and the right one."""
        return self.pair.pages

    @property
    def is_stacked(self) -> bool:
        """Whether both texts stand below each other on the left page."""
        return self.pair.is_stacked

    @property
    def page(self) -> Page:
        """The page that keys work on."""
        return self.pair.page

    def enter(self, sheet: int) -> Page:
        """Have keys work on the page of a sheet, with the cursor on the same row if the pages are locked; give the page."""
        return self.pair.enter(sheet, same_row=self.locked)

    def line_on(self, side: int) -> Line | None:
        """The line under the cursor of a page. The waiting cursor of a locked page is on the row of the other."""
        page = self.pages[side]
        if self.locked and page is not self.page:
            row = self.page.cursor
            return page.lines[row] if row < len(page.lines) else None
        return page.line

    def set_lock(self, locked: bool) -> None:
        """Lock the scrolling of the pages to each other, or let each scroll by itself."""
        if self.locked:
            self.pair.other.cursor = self.page.cursor
        self.locked = locked
        self._scrolled(self.page)

    def _scrolled(self, page: Page) -> None:
        if self.locked and not self.is_stacked:
            other = self.pages[1] if page is self.pages[0] else self.pages[0]
            if round(other.scroll_y) != round(page.scroll_y):
                other.scroll_to(y=page.scroll_y, animate=False, force=True)

    # The lines

    def plan(self, most: int | None = None) -> Make:
        """What makes the lines of both pages: level beside each other, or block by block below each other."""
        left, right = self.text.articles
        comparison, pins, signs = self.comparison, self.pins, host_of(self).signs
        marked, found = self.text.claims.marked, map(self.text.search.marks, (0, 1))
        drawn = tuple(zip(self.text.articles, marked, found, strict=True))
        below, widths = self.is_stacked, (self.pages[0].text_width, self.pages[1].text_width)

        def make() -> Show:
            one, two = (sheet_of(*side, signs).opening(most).drawn_up() for side in drawn)
            sheets = one, two
            chain = anchors(left, right, comparison.pairs if comparison else (), pins) if most is None else ()
            links = PairLinks(comparison, chain)
            lines = (stacked(sheets, chain, widths[0]),) if below else beside(sheets, chain, widths)
            return partial(self._show_lines, links, chain, sheets, lines)

        return make

    def _show_lines(
        self, links: PairLinks, chain: tuple[Anchor, ...], sheets: tuple[Sheet, Sheet], lines: Sequence[Sequence[Line]]
    ) -> None:
        self.links, self.chain = links, chain
        label = self._label if len(lines) == 1 else unlabelled
        for page, shown in zip(self.pages, lines, strict=False):
            page.show(sheets, shown, signs=host_of(self).signs, gutter=self._gutter, label=label)
        if self._at is not None and self.comparison and self.pages[0].shows(0, self._at):
            self.pages[0].go_to(0, self._at)
            self._at = None
        self._scrolled(self.page)

    def _gutter(self, line: Line) -> tuple[Sign, Sign]:
        """The link that begins on the line, and whether its other side stands elsewhere or a note is here."""
        span = self.pages[0].span_of(line)
        if span.start == span.end:
            return BLANK, BLANK
        signs = host_of(self).signs
        first, second = BLANK, BLANK
        pairs = self.links.begun(line.sheet, span)
        if pairs:
            first = signs.relation[pairs[0].relation], pairs[0].relation or "aligned"
            if any(self.links.crosses(pair) for pair in pairs):
                second = signs.across, "aligned"
        elif self.links.only_here(line.sheet, span):
            first = self._only_sign(line.sheet), "only"
        if self.text.notes.begin_in(line.sheet, span):
            second = signs.note, "note"
        return first, second

    def _only_sign(self, sheet: int) -> str:
        signs = host_of(self).signs
        return (signs.only_left, signs.only_right)[sheet]

    def _label(self, line: Line) -> str:
        rule, width = host_of(self).signs.rule, self.pages[0].text_width
        side = _("Left") if line.sheet == 0 else _("Right")
        return fitted(f"{rule}{rule} {side}: {origin(self.text.articles[line.sheet])} {rule * width}", width, "")

    def redraw(self) -> None:
        """Draw the same lines again."""
        for page in self.pages:
            page.redraw()

    def show_words(self) -> None:
        """Write the heads and the legend in the interface's language."""
        for head, article in zip(self.pair.heads, self.text.articles, strict=True):
            head.say("", article.title, origin(article))
        self.query_one(Legend).show(host_of(self).signs)

    # The place under the cursor

    def pairs_at(self, here: Here | None) -> list[Pair]:
        """The pairs at a place, the most telling first."""
        if here is None:
            return []
        return self.links.over(here.sheet, here.claim.content.parts if here.claim else (here.span,))

    def passage_across(self, here: Here) -> Passage | None:
        """The sentence under the waiting cursor of the page beside; none where the two are stacked."""
        sheet = 1 - here.sheet
        line = None if self.is_stacked else self.line_on(sheet)
        if line is None:
            return None
        span = self.pages[sheet].span_of(line)
        article = self.text.articles[line.sheet]
        return Here(line.sheet, article, span, None).passage if span.end > span.start else None

    def show_here(self, here: Here | None, lit: Iterable[tuple[int, Span, str]]) -> None:
        """Show the evidence for a place, and highlight it and its other side."""
        pairs = self.pairs_at(here)
        article = here.article if here else self.text.articles[0]
        remarks = []
        if here and not pairs and self.links.only_here(here.sheet, here.span):
            remarks = [" ".join((self._only_sign(here.sheet), _("Only in this article.")))]
        evidence = Evidence(article, here.claim if here else None, pairs, remarks=remarks)
        self.query_one(EvidenceCard).show(evidence, host_of(self).signs)
        across = ((1 - here.sheet, side_of(pair, 1 - here.sheet), "counterpart") for pair in pairs) if here else ()
        highlighted = (*lit, *across)
        for page in self.pages:
            page.light(*highlighted)
