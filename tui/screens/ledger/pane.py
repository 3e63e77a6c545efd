"""The widgets of the Ledger screen: the filter, the columns, the list of the current view, and the row under the cursor."""

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from briefing.compare.ledger import Ledger
from locales import _
from tui.host import host_of
from tui.key_names import with_keys
from tui.screens.dialogs.source_choice import only_of
from tui.screens.ledger.filter import LedgerFilter
from tui.screens.ledger.views.base import LedgerView
from tui.screens.ledger.views.claims import ClaimsView
from tui.screens.ledger.views.drift import DriftView
from tui.screens.ledger.views.matrix import MatrixView
from tui.screens.ledger.views.sources import SourcesView
from tui.screens.ledger.views.timeline import TimelineView
from tui.widgets.bars import SplitLine
from tui.widgets.filter_line import FilterLine
from tui.widgets.list_preview import ListPreview
from tui.widgets.rows import Cell, Rows


class Columns(SplitLine):
    """What the columns of the list stand for."""


class LedgerPane(Container):
    """One of the views of a ledger. `shown` is called when other rows are shown."""

    def __init__(self, shown: Callable[[], object]) -> None:
        super().__init__()
        self.ledger: Ledger | None = None
        self.filter = LedgerFilter()
        self.claims, self.matrix, self.drift = ClaimsView(), MatrixView(), DriftView()
        self.sources, self.timeline = SourcesView(), TimelineView()
        self.views: tuple[LedgerView, ...] = (self.claims, self.matrix, self.drift, self.sources, self.timeline)
        self.view: LedgerView = self.claims
        self._cursors = dict.fromkeys(map(id, self.views), 0)
        self._shown = shown

    def compose(self) -> ComposeResult:
        """The line for the filter, the columns, the list, and the row under the cursor."""
        yield FilterLine(self._filter_words, self.focus_table)
        yield Columns(id="columns")
        yield ListPreview()

    @property
    def table(self) -> Rows:
        """The list."""
        return self.query_one(ListPreview).rows

    def focus_table(self) -> None:
        """Give the keys to the list."""
        self.table.focus()

    @property
    def preview(self) -> Widget:
        """The text beside the list."""
        return self.query_one("#preview")

    @property
    def index(self) -> int | None:
        """The row under the cursor."""
        cursor = self.table.cursor
        return cursor if self.ledger and cursor < self.view.count else None

    # Filter

    @property
    def narrows(self) -> bool:
        """Whether the view shows only what the filter lets through."""
        return self.view is not self.timeline

    @property
    def is_narrowed(self) -> bool:
        """Whether the view leaves out rows now."""
        return self.narrows and (self.filter.is_on or bool(self.view is self.matrix and self.matrix.side))

    def _filter_words(self, words: str) -> None:
        self.filter.words = words
        self.show_words()

    def show_all(self) -> bool:
        """List everything again, and whether only a part was listed."""
        line = self.query_one(FilterLine)
        if not line.display and not self.is_narrowed:
            return False
        self.filter.clear()
        self.matrix.clear()
        line.close()
        self.table.focus()
        self.show_words()
        return True

    # Rows

    def take(self, view: LedgerView) -> None:
        """Show another view, with the cursor where it was there."""
        self._cursors[id(self.view)] = self.table.cursor
        self.view = view
        self._narrow()
        self.show_rows(self._cursors[id(view)])

    def show_words(self) -> None:
        """Write everything in the interface's language."""
        self.query_one(FilterLine).show_hint()
        self._narrow()
        self.show_rows()

    def _narrow(self) -> None:
        self.view.signs = host_of(self).signs
        if self.ledger:
            self.view.take(self.filter.narrowed(self.ledger))

    def show_rows(self, cursor: int | None = None) -> None:
        """Draw the rows of the view; the cursor stays where it is unless it is given."""
        self._show_columns()
        count = self.view.count if self.ledger else 0
        self.table.show(count, self._row, signs=host_of(self).signs, cursor=cursor)
        self._shown()
        self._show_facts()

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        return self.view.cells(index, width)

    def _show_columns(self) -> None:
        head = self.view.head(max(self.table.size.width - 2, 1)) if self.ledger else None
        columns = self.query_one(Columns)
        columns.display = head is not None
        if head:
            columns.say("", head.words, head.columns)

    def on_resize(self) -> None:
        """Fit the columns to the new width."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        self._show_columns()
        self._show_facts()

    def on_rows_highlighted(self) -> None:
        """Show the row under the cursor in full."""
        self._show_facts()
        self.preview.scroll_home(animate=False)

    def _show_facts(self) -> None:
        self.set_class(self.view is self.drift, "-chart")
        facts = self.query_one(ListPreview)
        index = self.index
        if index is not None:
            facts.preview(self.view.facts(index, max(self.preview.scrollable_content_region.width, 1)))
        elif self.ledger is not None:
            filtered = with_keys(_("Nothing found with this filter. Show all: [back]"))
            words = filtered if self.is_narrowed else self.view.nothing()
            facts.preview(Content.styled(words, "$foreground-muted"))

    @property
    def states(self) -> tuple[str, ...]:
        """For the title: the words of the filter, the sort of claims, the view, and the number of rows."""
        if not self.narrows:
            return "", "", _(self.view.name), self.view.counted
        words = f"“{self.filter.words.strip()}”" if self.filter.words.strip() else ""
        sort = _(self.filter.sort) if self.filter.is_on else ""
        count = only_of(self.filter.source, self.view.count) if self.filter.source else self.view.counted
        return words, sort, _(self.view.name), count
