"""The Ledger screen: who says what, where, how sure? The same claims in several views."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.claims.identities import SourceJudgement
from briefing.claims.selection import NamedSource
from briefing.compare.ledger import Ledger
from briefing.compare.timeline import Event, timeline_of
from briefing.coverage.source_map import SameText, same_text_among
from briefing.progress import CancelledError, Progress
from locales import _, active
from store import Change
from tui.actions import bindings
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.dialogs.export import export, export_view
from tui.screens.dialogs.source_choice import SourceDialog, only_of
from tui.screens.dialogs.source_identity import SourceIdentityDialog, pairs_of
from tui.screens.ledger.filter import LedgerFilter
from tui.screens.ledger.views.base import LedgerView
from tui.screens.ledger.views.claims import ClaimsView
from tui.screens.ledger.views.drift import DriftView
from tui.screens.ledger.views.matrix import MatrixView
from tui.screens.ledger.views.sources import SourcesView
from tui.screens.ledger.views.timeline import TimelineView
from tui.widgets.bars import SplitLine
from tui.widgets.filter_line import FilterLine
from tui.widgets.legend import SignEntry, entries
from tui.widgets.list_preview import ListPreview
from tui.widgets.rows import Cell, Rows


@dataclass
class LedgerMade(Message):
    """The ledger was made."""

    ledger: Ledger
    events: tuple[Event, ...]
    same_text: SameText


@dataclass
class Progressed(Message):
    """This share of the ledger, 0..1, is made."""

    share: float


class Columns(SplitLine):
    """What the columns of the list stand for."""


class LedgerScreen(BriefingScreen):
    """The claims of some articles by report, by outlet, over time and by origin; and a timeline of events."""

    CSS_PATH: ClassVar = ["../../widgets/list_preview.tcss", "ledger.tcss"]
    BINDINGS = bindings(
        "open",
        "view",
        "narrow",
        "compare-entries",
        "claim-sort",
        "of-source",
        "judge-sources",
        "matrix-order",
        "previous-outlet",
        "next-outlet",
        "timeline",
        "card-down",
        "card-up",
        "export",
        "copy",
        *MOVEMENT,
    )

    def __init__(self, articles: Sequence[Article], title: str = "") -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.ledger: Ledger | None = None
        self.filter = LedgerFilter()
        self.claims, self.matrix, self.drift = ClaimsView(), MatrixView(), DriftView()
        self.sources, self.timeline = SourcesView(), TimelineView()
        self.views: Sequence[LedgerView] = (self.claims, self.matrix, self.drift, self.sources, self.timeline)
        self.view: LedgerView = self.claims
        self._cursors = dict.fromkeys(map(id, self.views), 0)
        self._title = title
        self._progress = ""

    def body(self) -> Iterable[Widget]:
        """The line for the filter, the columns, the list, and the row under the cursor."""
        yield FilterLine(self._filter_words, self._leave_filter)
        yield Columns(id="columns")
        yield ListPreview()

    @property
    def table(self) -> Rows:
        """The list."""
        return self.query_one(ListPreview).rows

    @property
    def moving(self) -> Rows:
        """The list."""
        return self.table

    def on_mount(self) -> None:
        """Start making the ledger."""
        self.table.focus()
        self.call_after_refresh(self.make)

    @work(thread=True, exit_on_error=False, group="ledger", exclusive=True)
    def make(self) -> None:
        """Compare all the reports with each other."""
        worker = get_current_worker()
        progress = Progress(lambda share: self.post_message(Progressed(share)), lambda: worker.is_cancelled)
        try:
            ledger = self.host.analysis().ledger(self.articles, progress=progress)
        except CancelledError:
            return
        self.post_message(LedgerMade(ledger, timeline_of(ledger.articles), same_text_among(ledger.articles)))

    def on_progressed(self, message: Progressed) -> None:
        """Show how far it is."""
        if self.ledger is None:
            self._progress = active().percent(message.share)
            self._entitle()

    def on_ledger_made(self, message: LedgerMade) -> None:
        """Show the claims."""
        self.ledger, self.timeline.events, self.sources.same_text = message.ledger, message.events, message.same_text
        self.filter.renew(message.ledger)
        self.drift.forget()
        self.words()

    def library_changed(self, change: Change) -> None:
        """Take in corrections."""
        if change.part == "corrections":
            self.make()

    # What is shown

    def words(self) -> None:
        """The bar, the columns, the list and the row under the cursor."""
        self.query_one(FilterLine).show_hint()
        self.view.signs = self.host.signs
        if self.ledger:
            self.view.take(self.filter.narrowed(self.ledger))
        self._show_rows()

    def _show_rows(self, cursor: int | None = None) -> None:
        self._show_columns()
        count = self.view.count if self.ledger else 0
        self.table.show(count, self._row, signs=self.host.signs, cursor=cursor)
        self._entitle()
        self._show()

    def _show_columns(self) -> None:
        head = self.view.head(max(self.table.size.width - 2, 1)) if self.ledger else None
        columns = self.query_one(Columns)
        columns.display = head is not None
        if head:
            columns.say("", head.words, head.columns)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        return self.view.cells(index, width)

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._show_columns()
        self._show()

    def legend(self) -> list[SignEntry]:
        """The signs of the claims and of the links."""
        signs = self.host.signs
        turn = SignEntry(signs.turn, _("certainty changes"), "$primary", beside=True)
        return [*entries(signs, links=True), turn]

    def _entitle(self) -> None:
        if self.ledger is None:
            self.title_bar.say(_("Ledger"), self._title, _(self.view.name), _("comparing…"), self._progress)
            return
        sort = _(self.filter.sort) if self._narrows and self.filter.is_on else ""
        source = self.filter.source if self._narrows else None
        state = only_of(source, self.view.count) if source else self.view.counted
        words = f"“{self.filter.words.strip()}”" if self._narrows and self.filter.words.strip() else ""
        self.title_bar.say(_("Ledger"), self._title, words, sort, _(self.view.name), state)

    @property
    def _narrows(self) -> bool:
        """Whether the view shows only what the filter lets through."""
        return self.view is not self.timeline

    @property
    def index(self) -> int | None:
        """The row under the cursor."""
        cursor = self.table.cursor
        return cursor if self.ledger and cursor < self.view.count else None

    def on_rows_highlighted(self) -> None:
        """Show the row under the cursor in full."""
        self._show()
        self.query_one("#preview").scroll_home(animate=False)

    def _show(self) -> None:
        self.set_class(self.view is self.drift, "-chart")
        facts = self.query_one(ListPreview)
        index = self.index
        if index is not None:
            facts.preview(self.view.facts(index, self._width_beside()))
        elif self.ledger is not None:
            words = _("Nothing found with this filter. Show all: [Esc]") if self._is_narrowed else self.view.nothing()
            facts.preview(Content.styled(words, "$foreground-muted"))

    def _width_beside(self) -> int:
        """The columns of the text beside the list."""
        return max(self.query_one("#preview").scrollable_content_region.width, 1)

    @property
    def _is_narrowed(self) -> bool:
        return self._narrows and (self.filter.is_on or bool(self.view is self.matrix and self.matrix.side))

    # Keys

    def on_rows_picked(self) -> None:
        """Open what was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open a report that has it, at its place."""
        target = self.view.target(self.index) if self.index is not None else None
        if target:
            self.host.go.to_article(target.article, target.at)

    def action_compare_entries(self) -> None:
        """Open two reports that have it side by side, at its place."""
        pair = self.view.pair(self.index) if self.index is not None else None
        if pair is None:
            self.tell(_("Only one report has this."))
            return
        self.host.go.to_comparison(*pair)

    def action_card(self, lines: int) -> None:
        """Scroll the text beside the list."""
        self.query_one("#preview").scroll_relative(y=lines, animate=False)

    def action_view(self) -> None:
        """Take the next view."""
        self._take(self.views[(self.views.index(self.view) + 1) % len(self.views)])

    def action_timeline(self) -> None:
        """Show the timeline of events, or the claims again."""
        self._take(self.views[0] if self.view is self.timeline else self.timeline)

    def _take(self, view: LedgerView) -> None:
        """Show another view, with the cursor where it was there."""
        self._cursors[id(self.view)] = self.table.cursor
        self.view = view
        view.signs = self.host.signs
        if self.ledger:
            view.take(self.filter.narrowed(self.ledger))
        self._show_rows(self._cursors[id(view)])
        self.refresh_bindings()

    def action_claim_sort(self) -> None:
        """List the next sort of claims; in the matrix all, or only those of one side of the chosen outlet."""
        if self.view is self.matrix:
            self.matrix.step_side()
            self._show_rows(0)
        else:
            self.filter.step_sort()
            self.words()

    def action_matrix_order(self) -> None:
        """Sort the matrix otherwise."""
        self.matrix.step_order()
        self._show_rows(0)

    def action_outlet(self, by: int) -> None:
        """Choose another outlet of the matrix."""
        self.matrix.move_column(by)
        self._show_rows()

    def action_narrow(self) -> None:
        """Type words that a claim must have."""
        self.query_one(FilterLine).open()

    def _filter_words(self, words: str) -> None:
        self.filter.words = words
        self.words()

    def _leave_filter(self) -> None:
        self.table.focus()

    def action_of_source(self) -> None:
        """Ask for the source whose claims are to be shown."""
        dialog = SourceDialog(self.filter.sources(self.ledger), self.filter.source, self.host.signs)
        self.app.push_screen(dialog, self._of_source)

    def _of_source(self, chosen: tuple[NamedSource, ...] | None) -> None:
        if chosen is None:
            return
        self.filter.source = chosen[0] if chosen else None
        self.table.cursor = 0
        self.words()

    def action_judge_sources(self) -> None:
        """Ask which two names of the claim under the cursor are one source, or two."""
        row = self.view.row(self.index) if self.index is not None else None
        pairs = pairs_of(row, self.ledger.identities) if row and self.ledger else []
        if not pairs:
            self.tell(_("Fewer than two sources are named here."))
            return
        self.app.push_screen(SourceIdentityDialog(pairs, self.host.signs), self._judge)

    def _judge(self, judgement: SourceJudgement | None) -> None:
        if judgement is not None:
            self.write(lambda library: library.corrections.judge_sources(judgement), lambda _number: None)

    def action_back(self) -> None:
        """List everything again where only a part was; else go back one level."""
        line = self.query_one(FilterLine)
        if line.display or self._is_narrowed:
            self.filter.clear()
            self.matrix.clear()
            line.close()
            self.table.focus()
            self.words()
        else:
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys are for one view, and the timeline has no claims to list."""
        if action in {"matrix_order", "outlet"}:
            return self.view is self.matrix
        if action in {"claim_sort", "of_source", "narrow"}:
            return self._narrows
        return super().check_action(action, parameters)

    def action_copy(self) -> None:
        """Send what is said of the row to the terminal's clipboard."""
        if self.index is not None:
            self.app.copy_to_clipboard(f"{self.view.facts(self.index, 88).plain}\n")
            self.tell(_("Claim and sources copied, if your terminal allows it. Otherwise export: [e]"))

    def action_export(self) -> None:
        """Ask for a file and write the view or the briefing to it."""
        if self.view.export_name and self.ledger:
            export_view(self, self.view.export_name, self.view.document)
        else:
            export(self, self.articles)
