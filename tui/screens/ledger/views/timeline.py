"""What is said to have happened when."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from briefing.compare.ledger import Ledger
from briefing.compare.timeline import Event
from briefing.export.ledger import event_line
from locales import _, active, mark, ngettext
from tui.screens.ledger.views.base import LedgerView, ReportPlace, quoted_title
from tui.widgets.rows import Cell, fitted


class TimelineView(LedgerView):
    """The events of the reports by their dates."""

    name = mark("timeline")

    def __init__(self) -> None:
        super().__init__()
        self.events: Sequence[Event] = ()

    def take(self, ledger: Ledger) -> None:
        """Nothing: the events are those of the reports."""

    @property
    def count(self) -> int:
        """The number of events."""
        return len(self.events)

    @property
    def counted(self) -> str:
        """The number of events in words."""
        count = len(self.events)
        return ngettext("%(count)s event", "%(count)s events", count) % {"count": active().number(count)}

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """An event in a line."""
        yield fitted(event_line(self.events[index], active()), width, self.signs.more), "row"

    def facts(self, index: int, _width: int) -> Content:
        """The passage."""
        event = self.events[index]
        return quoted_title(event.passage.of(event.article.text))

    def nothing(self) -> str:
        """That there are no events."""
        return _("Nothing found in these reports.")

    def target(self, index: int) -> ReportPlace:
        """The passage in its report."""
        event = self.events[index]
        return ReportPlace(event.article, event.passage.start)
