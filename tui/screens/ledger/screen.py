"""The Ledger screen: who says what, where, how sure? Claims by report, and a timeline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import work
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.claims.identities import SourceJudgement
from briefing.claims.selection import NamedSource
from briefing.compare.ledger import Account, Ledger, Row
from briefing.compare.timeline import Event, timeline_of
from briefing.export.ledger import event_line
from briefing.export.wording import row_facts
from briefing.progress import CancelledError, Progress
from locales import _, active, ngettext
from store import Change
from tui.actions import bindings
from tui.layout.marks import sign_of
from tui.origin import origin
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.dialogs.export import export
from tui.screens.dialogs.source_choice import SourceDialog, only_of
from tui.screens.dialogs.source_identity import SourceIdentityDialog, pairs_of
from tui.screens.ledger.filter import LedgerFilter
from tui.widgets.bars import SplitLine
from tui.widgets.legend import SignEntry, entries
from tui.widgets.rows import Cell, Rows, fitted

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class LedgerMade(Message):
    """The ledger was made."""

    ledger: Ledger
    events: tuple[Event, ...]


@dataclass
class Progressed(Message):
    """This share of the ledger, 0..1, is made."""

    share: float


class Columns(SplitLine):
    """The reports with their letters, and the letters above their columns; `#` is above the number of named origins."""


class LedgerScreen(BriefingScreen):
    """The claims of some articles, a column for each of them; and their timeline."""

    CSS_PATH = "ledger.tcss"
    BINDINGS = bindings(
        "open", "compare-entries", "view", "of-source", "judge-sources", "timeline", "export", "copy", *MOVEMENT
    )

    def __init__(self, articles: Sequence[Article], title: str = "") -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.ledger: Ledger | None = None
        self.events: tuple[Event, ...] = ()
        self.rows: Sequence[Row] = ()
        self.filter = LedgerFilter()
        self.timeline = False
        self._title = title
        self._progress = ""

    def body(self) -> Iterable[Widget]:
        """The columns' letters, the list, and the row under the cursor."""
        yield Columns(id="columns")
        with Container(id="body"):
            yield Rows(id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="facts")

    @property
    def table(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

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
        self.post_message(LedgerMade(ledger, timeline_of(ledger.articles)))

    def on_progressed(self, message: Progressed) -> None:
        """Show how far it is."""
        if self.ledger is None:
            self._progress = active().percent(message.share)
            self._entitle()

    def on_ledger_made(self, message: LedgerMade) -> None:
        """Show the claims."""
        self.ledger, self.events = message.ledger, message.events
        self.filter.renew(message.ledger)
        self.words()

    def library_changed(self, change: Change) -> None:
        """Take in corrections."""
        if change.part == "corrections":
            self.make()

    # What is shown

    def words(self) -> None:
        """The bar, the letters of the columns, the list and the row under the cursor."""
        ordered = self.ledger.articles if self.ledger else ()
        names = [f"{_letter(place)} {origin(article)}" for place, article in enumerate(ordered)]
        letters = "".join(f"{_letter(place):3}" for place in range(len(ordered)))
        columns = self.query_one(Columns)
        columns.say("", "  ".join(names), f"{letters}#   " if ordered else "")
        columns.display = not self.timeline
        if self.timeline:
            self.table.show(len(self.events), self._event, signs=self.host.signs)
        else:
            self.rows = self.filter.rows(self.ledger)
            self.table.show(len(self.rows), self._row, signs=self.host.signs)
        self._entitle()
        self._show()

    def legend(self) -> list[SignEntry]:
        """The signs of the claims and of the links."""
        return entries(self.host.signs, links=True)

    def _entitle(self) -> None:
        if self.ledger is None:
            state = " ".join((_("comparing…"), self._progress))
        elif self.timeline:
            count = len(self.events)
            state = ngettext("%(count)s event", "%(count)s events", count) % {"count": active().number(count)}
        else:
            count = len(self.rows)
            state = ngettext("%(count)s claim", "%(count)s claims", count) % {"count": active().number(count)}
            state = only_of(self.filter.source, count) if self.filter.source else state
        view = _("timeline") if self.timeline else _(self.filter.view)
        self.title_bar.say(_("Ledger"), self._title, view, state)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        row, signs = self.rows[index], self.host.signs
        columns = self.ledger.articles if self.ledger else ()
        yield f"{signs.relation[row.relation] if len(row.articles) > 1 else ' '} ", "row--sign"
        told = 3 * len(columns)
        strong = "row--strong" if len(row.articles) > 1 else "row"
        yield fitted(row.text, max(width - told - 7, 1), signs.more), strong
        yield " ", "row"
        for article in columns:
            entry = next((entry for entry in row.entries if entry.article.id == article.id), None)
            yield fitted(self._sign(entry), 3), "row--sign" if entry else "row--muted"
        yield fitted(str(len(row.roots) or ""), 3), "row--muted"

    def _sign(self, entry: Account | None) -> str:
        signs = self.host.signs
        if entry is None:
            return signs.between
        return sign_of(entry.claim, signs) if entry.claim else signs.certainty["certain"]

    def _event(self, index: int, width: int) -> Iterable[Cell]:
        yield fitted(event_line(self.events[index], active()), width, self.host.signs.more), "row"

    @property
    def row(self) -> Row | None:
        """The claim under the cursor."""
        cursor = self.table.cursor
        return self.rows[cursor] if not self.timeline and cursor < len(self.rows) else None

    @property
    def event(self) -> Event | None:
        """The event under the cursor."""
        cursor = self.table.cursor
        return self.events[cursor] if self.timeline and cursor < len(self.events) else None

    def on_rows_highlighted(self) -> None:
        """Show the row under the cursor in full."""
        self._show()

    def _show(self) -> None:
        content = Content("")
        if self.row:
            facts = [Content(fact) for fact in row_facts(self.row, active())]
            content = Content("\n").join([Content.styled(f"“{' '.join(self.row.text.split())}”", "bold"), *facts])
        elif self.event:
            passage = self.event.passage.of(self.event.article.text)
            content = Content.styled(f"“{' '.join(passage.split())}”", "bold")
        elif self.ledger is not None:
            content = Content.styled(_("Nothing found in these reports."), "$foreground-muted")
        self.query_one("#facts", Static).update(content)

    # Keys

    def on_rows_picked(self) -> None:
        """Open what was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open the earliest report that has it, at its place."""
        if self.row:
            entry = self.row.entries[0]
            self.host.go.to_article(entry.article, entry.content.start)
        elif self.event:
            self.host.go.to_article(self.event.article, self.event.passage.start)

    def action_compare_entries(self) -> None:
        """Open the first two reports that have it side by side, at its place."""
        row = self.row
        if row is None or len(row.articles) < 2:
            self.tell(_("Only one report has this."))
            return
        left, right = row.articles[:2]
        self.host.go.to_comparison(left, right, row.entries[0].content.start)

    def action_view(self) -> None:
        """Take the next view."""
        self.filter.step_view()
        self.timeline = False
        self.words()

    def action_of_source(self) -> None:
        """Ask for the source whose claims are to be shown."""
        dialog = SourceDialog(self.filter.sources(self.ledger), self.filter.source, self.host.signs)
        self.app.push_screen(dialog, self._of_source)

    def _of_source(self, chosen: tuple[NamedSource, ...] | None) -> None:
        if chosen is None:
            return
        self.filter.source = chosen[0] if chosen else None
        self.timeline = False
        self.table.cursor = 0
        self.words()

    def action_judge_sources(self) -> None:
        """Ask which two names of the claim under the cursor are one source, or two."""
        pairs = pairs_of(self.row, self.ledger.identities) if self.row and self.ledger else []
        if not pairs:
            self.tell(_("Fewer than two sources are named here."))
            return
        self.app.push_screen(SourceIdentityDialog(pairs, self.host.signs), self._judge)

    def _judge(self, judgement: SourceJudgement | None) -> None:
        if judgement is not None:
            self.write(lambda library: library.corrections.judge_sources(judgement), lambda _number: None)

    def action_back(self) -> None:
        """Show all claims of all sources again where only some were shown; else go back one level."""
        if self.filter.is_on:
            self.filter.clear()
            self._of_source(())
        else:
            super().action_back()

    def action_timeline(self) -> None:
        """Show the timeline of events, or the claims again."""
        self.timeline = not self.timeline
        self.table.cursor = 0
        self.words()

    def action_copy(self) -> None:
        """Send the claim and who says it to the terminal's clipboard."""
        if self.row:
            facts = "\n".join(f"- {fact}" for fact in row_facts(self.row, active()))
            self.app.copy_to_clipboard(f"“{' '.join(self.row.text.split())}”\n{facts}\n")
            self.tell(_("Claim and sources copied, if your terminal allows it. Otherwise export: [e]"))

    def action_export(self) -> None:
        """Ask for a file and write the briefing to it."""
        export(self, self.articles)


def _letter(place: int) -> str:
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)
