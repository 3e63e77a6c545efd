"""The source map as a tree: origins, and under each the reports that lean on it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content

from briefing.compare.ledger import Ledger
from briefing.coverage.source_map import Reliance, SameText, SourceMap, source_map_of
from briefing.export.source_map import branches, map_facts, reliance_fact, source_map_dot, source_map_markdown
from briefing.export.wording import entry_fact
from locales import _, active, mark, ngettext
from tui.screens.ledger.views.base import LedgerView, ReportPlace
from tui.widgets.rows import Cell, fitted

_QUOTED = 12
"""Number of claims of a report that are quoted."""


class _TreeLine(NamedTuple):
    """A line of the tree: an origin with all its reports, or one report."""

    words: str
    reliances: Sequence[Reliance]
    is_head: bool
    is_last: bool = False


class SourcesView(LedgerView):
    """Which reports lean on which origins."""

    name = mark("sources")
    export_name = "sources.dot"

    def __init__(self) -> None:
        super().__init__()
        self.same_text: SameText | None = None
        """The pairs of reports with one text, where they are known."""
        self._map: SourceMap | None = None
        self._lines: Sequence[_TreeLine] = ()

    def take(self, ledger: Ledger) -> None:
        """Show another ledger."""
        self._map = source_map_of(ledger, self.same_text)
        lines: list[_TreeLine] = []
        for heading, reliances in branches(self._map, active()):
            lines.append(_TreeLine(heading, reliances, is_head=True))
            for at, one in enumerate(reliances, start=1):
                lines.append(
                    _TreeLine(reliance_fact(one, active()), (one,), is_head=False, is_last=at == len(reliances))
                )
        self._lines = lines

    @property
    def count(self) -> int:
        """The number of lines of the tree."""
        return len(self._lines)

    @property
    def counted(self) -> str:
        """The number of named origins in words."""
        count = len(self._map.origins) if self._map else 0
        return ngettext("%(count)s origin", "%(count)s origins", count) % {"count": active().number(count)}

    def cells(self, index: int, width: int) -> Iterable[Cell]:
        """An origin, or a report under it."""
        line = self._lines[index]
        if line.is_head:
            yield fitted(line.words, width, self.signs.more), "row--strong"
            return
        branch = ("`- " if line.is_last else "|- ") if self.signs.ascii else ("└─ " if line.is_last else "├─ ")
        yield f" {branch}", "row--muted"
        yield fitted(line.words, max(width - 4, 1), self.signs.more), "row"

    def facts(self, index: int, _width: int) -> Content:
        """What is said of the whole, and the claims of the reports under the cursor."""
        line, messages = self._lines[index], active()
        parts = [Content.styled(fact, "bold") for fact in map_facts(self._map, messages)] if self._map else []
        parts += [Content(""), Content.styled(line.words, "bold")]
        accounts = [account for one in line.reliances for account in one.accounts]
        for account in accounts[:_QUOTED]:
            parts.append(Content(f"“{' '.join(account.passage.of(account.article.text).split())}”"))
            parts.append(Content.styled(f"  {entry_fact(account, messages)}", "$foreground-muted"))
        if len(accounts) > _QUOTED:
            parts.append(Content(self.signs.more))
        return Content("\n").join(parts)

    def nothing(self) -> str:
        """That there are no claims."""
        return _("Nothing found in these reports.")

    def target(self, index: int) -> ReportPlace:
        """The first claim of the report, or of the origin's first report."""
        account = self._lines[index].reliances[0].accounts[0]
        return ReportPlace(account.article, account.content.start)

    def document(self, suffix: str) -> str:
        """The map as a graph or as Markdown."""
        if self._map is None:
            return ""
        return source_map_dot(self._map, active()) if suffix == ".dot" else source_map_markdown(self._map, active())
