"""The claims of the ledger, a column for each report."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from briefing.article import Article
from briefing.compare.ledger import Account, Ledger, Row
from briefing.export.matrix import letter
from briefing.export.signs import sign_of_account
from briefing.export.wording import row_facts
from locales import _, active, mark, ngettext
from tui.origin import origin
from tui.screens.ledger.views.base import ColumnHead, LedgerView, ReportPlace, pair_of, quoted_title, under
from tui.widgets.rows import Cell, fitted

_CELL = 3
_LEAST = 24
"""Columns left for the words of a claim at least."""


class ClaimsView(LedgerView):
    """Claims by report; `#` is above the number of named origins."""

    name = mark("claims")

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self._articles: tuple[Article, ...] = ()

    def take(self, ledger: Ledger) -> None:
        """Show another ledger."""
        self.rows, self._articles = ledger.rows, ledger.articles

    @property
    def count(self) -> int:
        """The number of claims."""
        return len(self.rows)

    @property
    def counted(self) -> str:
        """The number of claims in words."""
        return counted_claims(len(self.rows))

    def head(self, width: int) -> ColumnHead:
        """The reports with their letters, and the letters above their columns."""
        names = [f"{letter(place)} {origin(article)}" for place, article in enumerate(self._articles)]
        letters = "".join(f"{letter(place):{_CELL}}" for place in range(self._fitting(width)))
        return ColumnHead("  ".join(names), f"{letters}#   " if self._articles else "")

    def _fitting(self, width: int) -> int:
        """How many reports have a column in a row of that width."""
        return min(len(self._articles), max((width - _LEAST) // _CELL, 1))

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """The link, the claim, a sign for each report, and the number of named origins."""
        row, signs = self.rows[index], self.signs
        columns = self._articles[: self._fitting(width)]
        several = len(row.articles) > 1
        yield f"{signs.relation[row.relation] if several else ' '} ", "row--sign"
        yield (
            fitted(row.text, max(width - _CELL * len(columns) - 7, 1), signs.more),
            "row--strong" if several else "row",
        )
        yield " ", "row"
        having = {entry.article.id: entry for entry in row.entries}
        for article in columns:
            entry = having.get(article.id)
            yield fitted(self._sign(entry), _CELL), "row--sign" if entry else "row--muted"
        yield fitted(str(len(row.roots) or ""), _CELL), "row--muted"

    def _sign(self, entry: Account | None) -> str:
        return sign_of_account(entry, self.signs) if entry else self.signs.between

    def facts(self, index: int, _width: int) -> Content:
        """The claim with who has it, and how."""
        row = self.rows[index]
        return under(quoted_title(row.text), row_facts(row, active()))

    def nothing(self) -> str:
        """That there are no claims."""
        return _("Nothing found in these reports.")

    def row(self, index: int) -> Row:
        """The claim."""
        return self.rows[index]

    def target(self, index: int) -> ReportPlace:
        """The earliest report that has the claim."""
        entry = self.rows[index].entries[0]
        return ReportPlace(entry.article, entry.content.start)

    def pair(self, index: int) -> tuple[Article, Article, int] | None:
        """The first two reports that have the claim."""
        row = self.rows[index]
        return pair_of(row.articles, row.entries[0].content.start)


def counted_claims(count: int) -> str:
    """A number of claims in words."""
    return ngettext("%(count)s claim", "%(count)s claims", count) % {"count": active().number(count)}
