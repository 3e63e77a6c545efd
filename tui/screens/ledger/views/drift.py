"""Claims over time: the signs of each by date, and the chart of the one under the cursor."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from briefing.article import Article
from briefing.compare.ledger import Account, Ledger, Row
from briefing.coverage.drift import HedgeDrift, drift_of, in_order
from briefing.export.drift import drift_facts, drift_markdown, what_lacks
from briefing.export.drift_chart import chart, sign_line
from locales import active, mark
from tui.screens.ledger.views.base import LedgerView, ReportPlace, pair_of, quoted_title, under
from tui.screens.ledger.views.claims import counted_claims
from tui.signs import UNICODE
from tui.widgets.rows import Cell, fitted

_SIGNS = 40
"""Columns of the signs at most; they never take more than a third of the row."""


class DriftView(LedgerView):
    """The claims that several reports have, over time."""

    name = mark("drift")
    export_name = "drift.md"

    def __init__(self) -> None:
        super().__init__()
        self.drifts: Sequence[HedgeDrift] = ()
        self._ledger: Ledger | None = None
        self._known: dict[int, HedgeDrift] = {}

    def take(self, ledger: Ledger) -> None:
        """Show another ledger."""
        self._ledger = ledger
        rows = [row for row in ledger.rows if len(row.articles) > 1]
        for row in rows:
            if id(row) not in self._known:
                self._known[id(row)] = drift_of(row)
        self.drifts = in_order(self._known[id(row)] for row in rows)

    def forget(self) -> None:
        """Forget the claims of a ledger that was made anew."""
        self._known.clear()

    @property
    def count(self) -> int:
        """The number of claims."""
        return len(self.drifts)

    @property
    def counted(self) -> str:
        """The number of claims in words."""
        return counted_claims(len(self.drifts))

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """Whether the claim has a turn, the claim, and its signs by date."""
        drift, signs = self.drifts[index], self.signs
        room = max(min(_SIGNS, width // 3), 1)
        yield f"{signs.turn if drift.turns else ' '} ", "row--sign"
        yield fitted(drift.text, max(width - room - 4, 1), signs.more), "row--strong" if drift.turns else "row"
        yield "  ", "row"
        yield fitted(sign_line(drift, signs, gap=" " if signs.ascii else ""), room, signs.more), "row--sign"

    def facts(self, index: int, width: int) -> Content:
        """The claim with its chart, which report was first, its turns, and each report by date."""
        drift = self.drifts[index]
        lines = [line.replace(" ", "\u00a0") for line in chart(drift, active(), self.signs, width)]
        return under(quoted_title(drift.text), [*lines, *drift_facts(drift, active(), self.signs)])

    def nothing(self) -> str:
        """What is missing."""
        return "\n".join(what_lacks(self._ledger, self.drifts, active())) if self._ledger else ""

    def row(self, index: int) -> Row:
        """The claim."""
        return self.drifts[index].row

    def target(self, index: int) -> ReportPlace:
        """The first report that turned, else the first that has the claim."""
        account = self._account(index)
        return ReportPlace(account.article, account.content.start)

    def _account(self, index: int) -> Account:
        drift = self.drifts[index]
        return drift.turns[0].after if drift.turns else (*drift.first, *drift.row.entries)[0]

    def pair(self, index: int) -> tuple[Article, Article, int] | None:
        """The report that turned and the one that it turned from, else the first two."""
        drift = self.drifts[index]
        if drift.turns:
            before, after = drift.turns[0].before, drift.turns[0].after
            return before.article, after.article, before.content.start
        return pair_of(drift.row.articles, drift.row.entries[0].content.start)

    def document(self, _suffix: str) -> str:
        """The claims over time in Markdown."""
        return drift_markdown(self._ledger, self.drifts, active(), UNICODE) if self._ledger else ""
