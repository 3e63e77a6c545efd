"""The Compare screen: what do the two say? Side by side, level where they tell the same, or stacked where it is narrow."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.reactive import reactive
from textual.widget import Widget

from briefing.article import Article, Passage, Span
from locales import _, active
from tui.actions import bindings
from tui.layout.alignment import Anchor, Line, anchors, beside, stacked
from tui.layout.links import Links, side_of
from tui.layout.marks import sheet_of
from tui.layout.sheet import Sheet
from tui.origin import origin
from tui.screens.compare.comparison import Compared, LinkedScreen
from tui.screens.movement import MOVING, TwoPagedScreen
from tui.screens.reading.claims import Here
from tui.screens.reading.line_layout import Make, Show
from tui.widgets.bars import Head
from tui.widgets.card import Evidence, EvidenceCard
from tui.widgets.legend import Entry, Legend, entries
from tui.widgets.page import Page
from tui.widgets.rows import fitted


class CompareScreen(TwoPagedScreen, LinkedScreen):
    """Two articles with their claims and the links between them."""

    CSS_PATH: ClassVar = ["../../widgets/page.tcss", "compare.tcss"]
    BINDINGS = bindings(
        "next-claim",
        "previous-claim",
        "next-difference",
        "previous-difference",
        "across",
        "lock",
        "note",
        "search",
        "export",
        "notes",
        "article-note",
        "pin",
        "claims",
        "of-source",
        "look-up",
        "correct",
        "edit-claim",
        "card-down",
        "card-up",
        "copy",
        "read",
        "summary",
        "ledger",
        *MOVING,
        "left",
        "right",
        "other-pane",
    )

    locked: reactive[bool] = reactive(True, init=False)

    def __init__(self, left: Article, right: Article, *, at: int | None = None) -> None:
        super().__init__((left, right))
        self._at = at
        self.chain: tuple[Anchor, ...] = ()
        self.pins: frozenset[Anchor] = frozenset()

    def body(self) -> Iterable[Widget]:
        """The two pages with their heads, the legend and the card."""
        with Container(id="body"):
            with Vertical(id="reading"):
                with Horizontal(id="panes"):
                    for side in ("left", "right"):
                        with Vertical(id=f"{side}-pane", classes="pane"):
                            yield Head(id=f"{side}-head")
                            yield Page(id=side)
                yield Legend(links=True)
            yield EvidenceCard()

    def on_mount(self) -> None:
        """Lock the scrolling of the two pages."""
        for page in self.pages:
            self.watch(page, "scroll_y", partial(self._scrolled, page), init=False)

    # The panes

    @property
    def other(self) -> Page:
        """The page beside it."""
        left, right = self.pages
        return left if self.page is right else right

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the lines for the new width."""
        message.stop()
        if self.stacked and self.focused is self.pages[1]:
            self.pages[0].focus()
        self.lay_out()
        self.words()

    def _scrolled(self, page: Page) -> None:
        if self.locked and not self.stacked:
            other = self.pages[1] if page is self.pages[0] else self.pages[0]
            if round(other.scroll_y) != round(page.scroll_y):
                other.scroll_to(y=page.scroll_y, animate=False, force=True)

    def watch_locked(self) -> None:
        """Show the state of the lock; a lock that is turned puts the other page level again."""
        self.words()
        self._scrolled(self.page)

    # What is shown

    def on_compared(self, message: Compared) -> None:
        """Put level what tells the same."""
        self.comparison = message.comparison
        self.lay_out()
        self.words()
        if self.comparison.near_duplicate:
            self.tell(active().say("compare.near-duplicate"))
        self.show_here()

    def plan(self, most: int | None = None) -> Make:
        """The lines of both pages: level beside each other, or block by block below each other."""
        left, right = self.articles
        comparison, pins, signs = self.comparison, self.pins, self.briefing.signs
        drawn = tuple(zip(self.articles, self.marked, map(self.found_marks, (0, 1)), strict=True))
        below, widths = self.stacked, (self.pages[0].text_width, self.pages[1].text_width)

        def make() -> Show:
            one, two = (sheet_of(*side, signs).opening(most).drawn_up() for side in drawn)
            sheets = one, two
            chain = anchors(left, right, comparison.pairs if comparison else (), pins) if most is None else ()
            links = Links(comparison, chain)
            lines = (stacked(sheets, chain, widths[0]),) if below else beside(sheets, chain, widths)
            return partial(self.show_lines, links, chain, sheets, lines)

        return make

    def show_lines(
        self, links: Links, chain: tuple[Anchor, ...], sheets: tuple[Sheet, Sheet], lines: Sequence[Sequence[Line]]
    ) -> None:
        """Put lines on the pages, with the links that they were made for."""
        self.links, self.chain = links, chain
        label = self._label if len(lines) == 1 else _no_label
        for page, shown in zip(self.pages, lines, strict=False):
            page.show(sheets, shown, signs=self.briefing.signs, gutter=self._gutter, label=label)
        if self._at is not None and self.comparison and self.pages[0].shows(0, self._at):
            self.pages[0].go_to(0, self._at)
            self._at = None
        self._scrolled(self.page)
        self._light()

    def _gutter(self, line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
        """The link that begins on the line, and whether its other side stands elsewhere or a note is here."""
        blank = (" ", "text")
        span = self.pages[0].span_of(line)
        if span.start == span.end:
            return blank, blank
        signs = self.briefing.signs
        first, second = blank, blank
        pairs = self.links.begun(line.sheet, span)
        if pairs:
            first = signs.relation[pairs[0].relation], pairs[0].relation or "aligned"
            if any(self.links.crosses(pair) for pair in pairs):
                second = signs.across, "aligned"
        elif self.links.only_here(line.sheet, span):
            first = (signs.only_left, signs.only_right)[line.sheet], "only"
        if self.noted(line.sheet, span):
            second = signs.note, "note"
        return first, second

    def _label(self, line: Line) -> str:
        article = self.articles[line.sheet]
        rule = self.briefing.signs.rule
        side = _("Left") if line.sheet == 0 else _("Right")
        width = self.pages[0].text_width
        return fitted(f"{rule}{rule} {side}: {origin(article)} {rule * width}", width, "")

    # Words

    def legend(self) -> list[Entry]:
        """The signs of the claims and of the links."""
        return entries(self.briefing.signs, links=True)

    def words(self) -> None:
        """The bar, the heads, the legend and the card in the interface's language."""
        signs = self.briefing.signs
        self.entitle()
        for side, article in zip(("left", "right"), self.articles, strict=True):
            self.query_one(f"#{side}-head", Head).say("", article.title, origin(article))
        legend = self.query_one(Legend)
        legend.signs = signs
        legend.refresh()
        if self.stacked:
            self.lay_out()
        self.show_here()

    def entitle(self) -> None:
        """The bar: what is marked, how much the two share (which gives way first), and whether they scroll together."""
        signs = self.briefing.signs
        state = " ".join((signs.locked, _("locked")) if self.locked else (signs.unlocked, _("unlocked")))
        counted = self.counted() if self.comparison else " ".join((_("comparing…"), self.progress))
        only = self.search_words() or self.which_words()
        lock = "" if self.stacked else state
        if only:
            self.title_bar.say(_("Compare"), counted, only, lock)
        else:
            self.title_bar.say(_("Compare"), "", counted, lock)

    # The place under the cursor

    def show_here(self) -> None:
        """Show the evidence, and light up the other side of it."""
        here = self.here
        pairs = self.pairs_here()
        article, claim = (here.article, here.claim) if here else (self.articles[0], None)
        signs = self.briefing.signs
        alone = here is not None and self.links.only_here(here.sheet, here.span)
        side = (signs.only_left, signs.only_right)[here.sheet] if here else ""
        remarks = [" ".join((side, _("Only in this article.")))] if alone and not pairs else []
        self.query_one(EvidenceCard).show(Evidence(article, claim, pairs, remarks=remarks), signs)
        self._light()

    def _light(self) -> None:
        lit = self.lit()
        here = self.here
        if here is not None:
            lit += ((1 - here.sheet, side_of(pair, 1 - here.sheet), "counterpart") for pair in self.pairs_here())
        for page in self.pages:
            page.light(*lit)

    # Keys

    def follow_cursor(self, line: Line) -> None:
        """Keep the waiting cursor of a locked page on the same row, so that changing panes stays level."""
        super().follow_cursor(line)
        if self.locked and not self.stacked:
            self.other.cursor = self.page.cursor

    def action_lock(self) -> None:
        """Lock the scrolling of the two pages to each other, or let each scroll by itself."""
        self.locked = not self.locked

    def action_pane(self, index: int) -> None:
        """Go to the left page or the right one."""
        if not self.stacked:
            self.pages[index].focus()
            self._arrive()

    def action_other_pane(self) -> None:
        """Go to the page beside this one."""
        if not self.stacked:
            self.other.focus()
            self._arrive()

    def _arrive(self) -> None:
        self.current = None
        if self.page.line is not None:
            self.follow_cursor(self.page.line)

    def action_across(self) -> None:
        """Go to the other side of the passage under the cursor."""
        here, pairs = self.here, self.pairs_here()
        if here is None or not pairs:
            self.tell(_("The other article has no passage that is known to tell this."))
            return
        self._visit(1 - here.sheet, side_of(pairs[0], 1 - here.sheet))

    def _visit(self, sheet: int, span: Span) -> None:
        """Put the cursor on a passage of a sheet, on whichever page shows it."""
        if not self.stacked:
            self.pages[sheet].focus()
        page = self.pages[0] if self.stacked else self.pages[sheet]
        self.current = None
        page.go_to(sheet, span.start)
        claims = [
            claim for claim in self.marked[sheet] if span.contains(Span(claim.content.start, claim.content.start + 1))
        ]
        self.current = (sheet, claims[0]) if claims else None
        self.show_here()

    def action_difference(self, step: int) -> None:
        """Go to the next passage in which the two differ, or the one before, on the side where the cursor is."""
        here = self.here
        if here is None:
            return
        spans = self.links.differing(here.sheet)
        at = here.claim.content.start if here.claim else here.span.start
        within = next((n for n, span in enumerate(spans) if span.start <= at < span.end), None)
        if within is not None:
            target = within + step
        else:
            after = next((n for n, span in enumerate(spans) if span.start >= at), len(spans))
            target = after if step > 0 else after - 1
        if not 0 <= target < len(spans):
            self.tell(_("No further difference that way.") if spans else _("No differences were found."))
            return
        self._visit(here.sheet, spans[target])

    def other_passage(self) -> Passage | None:
        """The sentence under the waiting cursor of the page beside; none where the two are stacked."""
        line = self.other.line
        if self.stacked or line is None:
            return None
        span = self.other.span_of(line)
        return Here(line.sheet, self.articles[line.sheet], span, None).passage if span.end > span.start else None

    def action_pin(self) -> None:
        """Put the paragraphs under both cursors level, or let go of the pin that holds this one."""
        left, right = (page.line for page in self.pages)
        if self.stacked or left is None or right is None:
            self.tell(_("Pinning needs the two articles side by side: a window of 100 columns."))
            return
        place = (left.paragraph, right.paragraph)
        held = {pin for pin in self.pins if pin == place}
        if held:
            self.pins -= held
            self.tell(_("Pin removed."))
        else:
            self.pins = frozenset(pin for pin in self.pins if _in_order(pin, place)) | {place}
            self.tell(_("Pinned: these two paragraphs stand level."))
        self.locked = True
        self.lay_out()
        self.page.see(self.page.cursor)


def _in_order(one: Anchor, other: Anchor) -> bool:
    """Whether two links of paragraphs can both stand level."""
    return (one[0] - other[0]) * (one[1] - other[1]) > 0


def _no_label(_line: Line) -> str:
    """Beside each other the sides need no label."""
    return ""
