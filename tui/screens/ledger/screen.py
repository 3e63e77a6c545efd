"""The Ledger screen: who says what, where, how sure? The same claims in several views."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.claims.selection import NamedSource
from briefing.claims.source_judgements import SourceJudgement
from briefing.compare.ledger import Ledger
from briefing.compare.timeline import Event, timeline_of
from briefing.coverage.source_map import SameText, same_text_among
from briefing.progress import CancelledError, Progress
from locales import _, active
from store import Change
from tui.actions import bindings
from tui.key_names import with_keys
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.dialogs.export import export, export_view
from tui.screens.dialogs.source_choice import SourceDialog
from tui.screens.dialogs.source_identity import SourceIdentityDialog, pairs_of
from tui.screens.ledger.pane import LedgerPane
from tui.screens.ledger.views.base import LedgerView
from tui.widgets.filter_line import FilterLine
from tui.widgets.legend import SignEntry, entries
from tui.widgets.rows import Rows


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
        self.pane = LedgerPane(self._entitle)
        self._title = title
        self._progress = ""

    def body(self) -> Iterable[Widget]:
        """The pane."""
        yield self.pane

    @property
    def moving(self) -> Rows:
        """The list."""
        return self.pane.table

    def on_mount(self) -> None:
        """Start making the ledger."""
        self.pane.table.focus()
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
        if self.pane.ledger is None:
            self._progress = active().percent(message.share)
            self._entitle()

    def on_ledger_made(self, message: LedgerMade) -> None:
        """Show the claims."""
        pane = self.pane
        pane.ledger, pane.timeline.events, pane.sources.same_text = message.ledger, message.events, message.same_text
        pane.filter.renew(message.ledger)
        pane.drift.forget()
        self.words()

    def library_changed(self, change: Change) -> None:
        """Take in corrections."""
        if change.part == "corrections":
            self.make()

    # What is shown

    def words(self) -> None:
        """The bar, the columns, the list and the row under the cursor."""
        self.pane.show_words()

    def legend(self) -> list[SignEntry]:
        """The signs of the claims and of the links."""
        signs = self.host.signs
        turn = SignEntry(signs.turn, _("certainty changes"), "$primary", beside=True)
        return [*entries(signs, links=True), turn]

    def _entitle(self) -> None:
        if self.pane.ledger is None:
            self.title_bar.say(_("Ledger"), self._title, _(self.pane.view.name), _("comparing…"), self._progress)
        else:
            self.title_bar.say(_("Ledger"), self._title, *self.pane.states)

    # Keys

    def on_rows_picked(self) -> None:
        """Open what was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open a report that has it, at its place."""
        index = self.pane.index
        target = self.pane.view.target(index) if index is not None else None
        if target:
            self.host.go.to_article(target.article, target.at)

    def action_compare_entries(self) -> None:
        """Open two reports that have it side by side, at its place."""
        index = self.pane.index
        pair = self.pane.view.pair(index) if index is not None else None
        if pair is None:
            self.tell(_("Only one report has this."))
            return
        self.host.go.to_comparison(*pair)

    def action_card(self, lines: int) -> None:
        """Scroll the text beside the list."""
        self.pane.preview.scroll_relative(y=lines, animate=False)

    def action_view(self) -> None:
        """Take the next view."""
        views = self.pane.views
        self._take(views[(views.index(self.pane.view) + 1) % len(views)])

    def action_timeline(self) -> None:
        """Show the timeline of events, or the claims again."""
        self._take(self.pane.claims if self.pane.view is self.pane.timeline else self.pane.timeline)

    def _take(self, view: LedgerView) -> None:
        self.pane.take(view)
        self.refresh_bindings()

    def action_claim_sort(self) -> None:
        """List the next sort of claims; in the matrix all, or only those of one side of the chosen outlet."""
        if self.pane.view is self.pane.matrix:
            self.pane.matrix.step_side()
            self.pane.show_rows(0)
        else:
            self.pane.filter.step_sort()
            self.words()

    def action_matrix_order(self) -> None:
        """Take the next order of the matrix."""
        self.pane.matrix.step_order()
        self.pane.show_rows(0)

    def action_outlet(self, by: int) -> None:
        """Choose another outlet of the matrix."""
        self.pane.matrix.move_column(by)
        self.pane.show_rows()

    def action_narrow(self) -> None:
        """Type words that a claim must have."""
        self.query_one(FilterLine).open()

    def action_of_source(self) -> None:
        """Ask for the source whose claims are to be shown."""
        chosen = self.pane.filter
        dialog = SourceDialog(chosen.sources(self.pane.ledger), chosen.source, self.host.signs)
        self.app.push_screen(dialog, self._of_source)

    def _of_source(self, chosen: tuple[NamedSource, ...] | None) -> None:
        if chosen is None:
            return
        self.pane.filter.source = chosen[0] if chosen else None
        self.pane.table.cursor = 0
        self.words()

    def action_judge_sources(self) -> None:
        """Ask which two names of the claim under the cursor are one source, or two."""
        index, ledger = self.pane.index, self.pane.ledger
        row = self.pane.view.row(index) if index is not None else None
        pairs = pairs_of(row, ledger.identities) if row and ledger else []
        if not pairs:
            self.tell(_("Fewer than two sources are named here."))
            return
        self.app.push_screen(SourceIdentityDialog(pairs, self.host.signs), self._judge)

    def _judge(self, judgement: SourceJudgement | None) -> None:
        if judgement is not None:
            self.write(lambda library: library.corrections.judge_sources(judgement), lambda _number: None)

    def action_back(self) -> None:
        """List everything again where only a part was; else go back one level."""
        if not self.pane.show_all():
            super().action_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys are for one view, and the timeline has no claims to list."""
        if action in {"matrix_order", "outlet"}:
            return self.pane.view is self.pane.matrix
        if action in {"claim_sort", "of_source", "narrow"}:
            return self.pane.narrows
        return super().check_action(action, parameters)

    def action_copy(self) -> None:
        """Send what is said of the row to the terminal's clipboard."""
        if self.pane.index is not None:
            self.app.copy_to_clipboard(f"{self.pane.view.facts(self.pane.index, 88).plain}\n")
            self.tell(with_keys(_("Claim and sources copied, if your terminal allows it. Otherwise export: [export]")))

    def action_export(self) -> None:
        """Ask for a file and write the view or the briefing to it."""
        view = self.pane.view
        if view.export_name and self.pane.ledger:
            export_view(self, view.export_name, view.document)
        else:
            export(self, self.articles)
