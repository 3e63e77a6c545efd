"""The Compare screen: what do the two say? Side by side and level where they tell the same, or stacked where it is narrow."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article, Span
from briefing.compare.link import Comparison
from briefing.export.wording import comparison_notes
from briefing.progress import CancelledError, Progress
from locales import _, active
from tui.actions import bindings
from tui.layout.links import next_span, side_of
from tui.layout.pins import toggled
from tui.screens.base import MOVEMENT
from tui.screens.compare.link_choices import about_links, counted
from tui.screens.compare.view import CompareView
from tui.screens.dialogs.correction import Choice
from tui.screens.reading.cursor import Here
from tui.screens.reading.screen import ReadingScreen
from tui.screens.reading.text import ReadText
from tui.widgets.legend import SignEntry, entries
from tui.widgets.page import Page


@dataclass
class Compared(Message):
    """The two articles were compared."""

    comparison: Comparison


@dataclass
class Comparing(Message):
    """This share of the comparison, 0..1, is done."""

    share: float


class CompareScreen(ReadingScreen):
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
        *MOVEMENT,
        "left",
        "right",
        "other-pane",
    )
    view: CompareView

    def __init__(self, left: Article, right: Article, *, at: int | None = None) -> None:
        text = ReadText((left, right))
        view = CompareView(text, at)
        super().__init__(text, view)
        self._progress = ""

    def body(self) -> Iterable[Widget]:
        """The view."""
        yield self.view

    # The comparison

    def on_mount(self) -> None:
        """Start the comparison once the bare text is shown."""
        self.call_after_refresh(self.compare)

    @work(thread=True, exit_on_error=False, group="comparison", exclusive=True)
    def compare(self) -> None:
        """Compare the two articles."""
        worker = get_current_worker()
        progress = Progress(lambda share: self.post_message(Comparing(share)), lambda: worker.is_cancelled)
        try:
            comparison = self.host.analysis().comparison(*self.text.articles, progress=progress)
        except CancelledError:
            return
        if not worker.is_cancelled:
            self.post_message(Compared(comparison))

    def renew_analysis(self) -> None:
        """Find the claims and compare anew."""
        super().renew_analysis()
        self.compare()

    def link_choices(self, here: Here) -> Iterable[Choice]:
        """What the user can say of the links at a place."""
        return about_links(self.view, here)

    def on_comparing(self, message: Comparing) -> None:
        """Show how far the comparison is."""
        if self.view.comparison is None:
            self._progress = active().percent(message.share)
            self._show_title()

    def on_compared(self, message: Compared) -> None:
        """Align passages that say the same."""
        self.view.comparison = message.comparison
        self.lines.renew()
        self.words()
        for note in comparison_notes(message.comparison, active()):
            self.tell(note)

    # What is shown

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the lines for the new width."""
        message.stop()
        self.view.pair.leave_hidden_page()
        self.lines.renew()
        self.words()

    def legend(self) -> list[SignEntry]:
        """The signs of the claims and of the links."""
        return entries(self.host.signs, links=True)

    def words(self) -> None:
        """Write the bar, the heads, the legend and the card."""
        self._show_title()
        self.view.show_words()
        if self.view.is_stacked:
            self.lines.renew()
        self.show_here()

    def _show_title(self) -> None:
        """The bar: what is marked, how much the two share (which gives way first), and whether they scroll together."""
        signs, comparison = self.host.signs, self.view.comparison
        state = " ".join((signs.locked, _("locked")) if self.view.locked else (signs.unlocked, _("unlocked")))
        shared = counted(comparison) if comparison else " ".join((_("comparing…"), self._progress))
        only = self.text.search.words() or self.text.claims.words()
        lock = "" if self.view.is_stacked else state
        if only:
            self.title_bar.say(_("Compare"), shared, only, lock)
        else:
            self.title_bar.say(_("Compare"), "", shared, lock)

    # Keys

    def action_lock(self) -> None:
        """Lock the scrolling of the two pages to each other, or let each scroll by itself."""
        self.view.set_lock(not self.view.locked)
        self.words()

    def action_pane(self, index: int) -> None:
        """Go to the left page or the right one."""
        if not self.view.is_stacked:
            self.view.enter(index)
            self.cursor.forget()
            self.show_here()

    def action_other_pane(self) -> None:
        """Go to the page beside this one."""
        self.action_pane(0 if self.view.page is self.view.pages[1] else 1)

    def action_across(self) -> None:
        """Go to the other side of the passage under the cursor."""
        here = self.cursor.here
        pairs = self.view.pairs_at(here)
        if here is None or not pairs:
            self.tell(_("No passage of the other article is linked to this one."))
            return
        self._visit(1 - here.sheet, side_of(pairs[0], 1 - here.sheet))

    def action_difference(self, step: int) -> None:
        """Go to the next passage in which the two differ (1), or the one before (-1), in the article under the cursor."""
        here = self.cursor.here
        if here is None:
            return
        spans = self.view.links.differing(here.sheet)
        at = here.claim.content.start if here.claim else here.span.start
        found = next_span(spans, at, self.cursor.passage, step)
        if found is None:
            self.tell(_("No more differences in that direction.") if spans else _("No differences were found."))
            return
        self._visit(here.sheet, found)

    def _visit(self, sheet: int, span: Span) -> None:
        self.cursor.go_to_passage(sheet, span)
        self.show_here()

    def action_pin(self) -> None:
        """Put the paragraphs under both cursors level, or let go of the pin that holds them."""
        left, right = self.view.line_on(0), self.view.line_on(1)
        if self.view.is_stacked or left is None or right is None:
            self.tell(_("Pinning needs the two articles side by side: a window of 100 columns."))
            return
        place = left.paragraph, right.paragraph
        self.view.pins = toggled(self.view.pins, place)
        is_held = place in self.view.pins
        self.tell(_("Pinned: these two paragraphs are aligned.") if is_held else _("Pin removed."))
        self.view.set_lock(True)
        self.lines.renew()
        self.view.page.see(self.view.page.cursor)
        self.words()
