"""The matrix of claims by outlet; a column is chosen, of which what only it has or leaves out can be listed."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from textual.content import Content

from briefing.article import Article
from briefing.compare.ledger import Account, Ledger, Row
from briefing.coverage.matrix import ORDERS, Matrix, MatrixOrder, MatrixRow, matrix_of
from briefing.coverage.outlets import Outlet
from briefing.export.matrix import cell_sign, letter, matrix_csv, matrix_markdown, outlet_fact, outlet_name
from briefing.export.wording import entry_fact
from locales import _, active, mark
from tui.screens.ledger.views.base import ColumnHead, LedgerView, ReportPlace, pair_of, quoted_title, under
from tui.screens.ledger.views.claims import counted_claims
from tui.signs import UNICODE
from tui.widgets.rows import Cell, fitted

Side = Literal["", "only-here", "left-out"]
SIDES: Final[tuple[Side, ...]] = ("", "only-here", "left-out")
_ORDER_NAMES: Final = {
    "outlets": mark("most outlets first"),
    "origins": mark("most origins first"),
    "surest": mark("surest first"),
    "least-sure": mark("least sure first"),
    "date": mark("earliest first"),
    "text": mark("by text"),
}
_CELL: Final = 4
_COUNT: Final = 3
_LEAST: Final = 24
"""Columns left for the words of a claim at least."""


class MatrixView(LedgerView):
    """Claims by outlet."""

    name = mark("matrix")
    export_name = "matrix.csv"

    def __init__(self) -> None:
        super().__init__()
        self.order: MatrixOrder = ORDERS[0]
        self.side: Side = ""
        self._matrix: Matrix | None = None
        self._rows: Sequence[MatrixRow] = ()

    def take(self, ledger: Ledger) -> None:
        """Show another ledger."""
        self._matrix = matrix_of(ledger).sorted_by(self.order)
        self.column = min(self.column, max(len(self._matrix.outlets) - 1, 0))
        self._choose_rows()

    def step_order(self) -> None:
        """Take the next order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        if self._matrix:
            self._matrix = self._matrix.sorted_by(self.order)
        self._choose_rows()

    def step_side(self) -> None:
        """List all claims, those that only the chosen outlet has, or those that it leaves out."""
        self.side = SIDES[(SIDES.index(self.side) + 1) % len(SIDES)]
        self._choose_rows()

    def move_column(self, by: int) -> None:
        """Choose another outlet."""
        self.column = min(max(self.column + by, 0), max(self.columns - 1, 0))
        self._choose_rows()

    def clear(self) -> None:
        """List all claims."""
        self.side = ""
        self._choose_rows()

    def _choose_rows(self) -> None:
        matrix, outlet = self._matrix, self.outlet
        if matrix is None or outlet is None or not self.side:
            self._rows = matrix.rows if matrix else ()
        else:
            self._rows = (matrix.only_here if self.side == "only-here" else matrix.left_out)[outlet.key]

    @property
    def outlet(self) -> Outlet | None:
        """The chosen outlet."""
        return self._matrix.outlets[self.column] if self._matrix and self._matrix.outlets else None

    @property
    def count(self) -> int:
        """The number of claims."""
        return len(self._rows)

    @property
    def counted(self) -> str:
        """The order, of which outlet, and the number of claims."""
        parts = [_(_ORDER_NAMES[self.order]), counted_claims(len(self._rows))]
        if self.outlet and self.side:
            code = "export.only" if self.side == "only-here" else "ledger.left-out"
            parts.insert(0, active().say(code, article=outlet_name(self.outlet, active())))
        return "  ".join(parts)

    @property
    def columns(self) -> int:
        """The number of outlets."""
        return len(self._matrix.outlets) if self._matrix else 0

    def _shown(self, width: int) -> range:
        """The outlets that have a column in a row of that width: the chosen one is always among them."""
        fitting = max((width - _LEAST - 2 * _COUNT) // _CELL, 1)
        start = max(min(self.column - fitting // 2, self.columns - fitting), 0)
        return range(start, min(start + fitting, self.columns))

    def head(self, width: int) -> ColumnHead:
        """The chosen outlet, and the letters above the columns; the chosen one stands between brackets."""
        shown = self._shown(width)
        letters = "".join(f"{f'[{letter(at)}]' if at == self.column else f' {letter(at)}':{_CELL}}" for at in shown)
        before = self.signs.only_left if shown.start else " "
        after = self.signs.only_right if shown.stop < self.columns else " "
        name = f"{letter(self.column)} {outlet_name(self.outlet, active())}" if self.outlet else ""
        return ColumnHead(name, f"{before}{letters}{after} #  " if self.columns else "")

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The claim, a sign for each outlet, and the number of named origins."""
        row, signs, shown = self._rows[index], self.signs, self._shown(width)
        several = len(row.cells) > 1
        room = max(width - _CELL * len(shown) - _COUNT - 5, 1)
        yield f"{signs.relation[row.row.relation] if several else ' '} ", "row--sign"
        yield fitted(row.row.text, room, signs.more), "row--strong" if several else "row"
        yield "   ", "row"
        for outlet in self._matrix.outlets[shown.start : shown.stop] if self._matrix else ():
            sign = fitted(cell_sign(row, outlet, signs), _CELL)
            yield sign, "row--sign" if outlet.key in row.cells else "row--muted"
        yield fitted(str(len(row.origins) or ""), _COUNT), "row--muted"

    def facts(self, index: int, _width: int) -> Content:
        """The claim with each report that has it, its origins, who leaves it out, and the chosen outlet."""
        row, matrix, messages = self._rows[index], self._matrix, active()
        if matrix is None:
            return Content("")
        facts = [entry_fact(entry, messages) for entry in row.row.entries]
        if row.origins:
            facts.append(messages.say("ledger.roots", count=len(row.origins), roots=messages.listed(row.origins)))
        lacking = [outlet_name(outlet, messages) for outlet in matrix.outlets if outlet.key not in row.cells]
        if lacking:
            facts.append(messages.say("ledger.lacking", articles=messages.listed(lacking)))
        if self.outlet:
            facts += ["", f"{letter(self.column)} {outlet_fact(matrix, self.outlet, messages)}"]
        return under(quoted_title(row.row.text), facts)

    def nothing(self) -> str:
        """That nothing is only here or left out, or nothing was found."""
        return _("Nothing found in these reports.")

    def _account(self, index: int) -> Account:
        """The claim in the chosen outlet, else in the first that has it."""
        row = self._rows[index]
        own = row.cells.get(self.outlet.key, ()) if self.outlet else ()
        return (*own, *row.row.entries)[0]

    def row(self, index: int) -> Row:
        """The claim."""
        return self._rows[index].row

    def target(self, index: int) -> ReportPlace:
        """The report of the chosen outlet, else the first that has the claim."""
        account = self._account(index)
        return ReportPlace(account.article, account.content.start)

    def pair(self, index: int) -> tuple[Article, Article, int] | None:
        """The report of the chosen outlet and another one that has the claim."""
        account = self._account(index)
        articles = dict.fromkeys([account.article.id, *(one.id for one in self._rows[index].row.articles)])
        by_id = {one.id: one for one in self._rows[index].row.articles}
        return pair_of([by_id[one] for one in articles], account.content.start)

    def document(self, suffix: str) -> str:
        """The matrix as CSV or Markdown."""
        if self._matrix is None:
            return ""
        return (
            matrix_csv(self._matrix, active()) if suffix == ".csv" else matrix_markdown(self._matrix, active(), UNICODE)
        )
