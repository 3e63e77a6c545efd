"""The Versions screen: what changed in this report, from version to version?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual import work
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.coverage.revision import Revision, RevisionChange
from briefing.coverage.versions import History, Version, history_of
from briefing.export.revision import heading, version_lines, versions_markdown
from briefing.progress import CancelledError, Progress
from locales import _, active, ngettext
from store import Change
from tui.actions import bindings
from tui.key_names import with_keys
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.dialogs.export import export_view
from tui.screens.versions.changes import ChangeList, content_of, signs_of, text_of
from tui.widgets.bars import SplitLine
from tui.widgets.filter_line import FilterLine
from tui.widgets.rows import Cell, Rows, fitted

_SIGNS = 5
_KINDS = 24
"""Columns of the signs and of the words for what a change is."""


@dataclass
class HistoryRead(Message):
    """The versions were found."""

    history: History


@dataclass
class RevisionMade(Message):
    """Two versions were compared."""

    revision: Revision


class VersionsScreen(BriefingScreen):
    """The changes from one version of a report to the next, or from the first to the last."""

    CSS_PATH = "versions.tcss"
    BINDINGS = bindings(
        "open",
        "previous-step",
        "next-step",
        "compare-versions",
        "narrow",
        "change-kind",
        "card-down",
        "card-up",
        "export",
        "copy",
        *MOVEMENT,
    )

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article
        self.history: History = history_of([Version(article)])
        self.is_read = False
        self.step = 0
        self.list = ChangeList()

    def body(self) -> Iterable[Widget]:
        """The line for the filter, the step, the list, and the change under the cursor."""
        yield FilterLine(self._filter_words, self._leave_filter)
        yield SplitLine(id="steps")
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

    @property
    def steps(self) -> Sequence[tuple[Article, Article]]:
        """The pairs of versions: each with the next, and the first with the last where there are more than two."""
        found = list(pairwise(self.history.articles))
        return [*found, (self.history.articles[0], self.history.articles[-1])] if len(found) > 1 else found

    def on_mount(self) -> None:
        """Find the versions."""
        self.table.focus()
        self.call_after_refresh(self.read)

    @work(thread=True, exit_on_error=False, group="history", exclusive=True)
    def read(self) -> None:
        """Find the versions of the report."""
        history = self.host.analysis().versions([self.article])[self.article.id]
        if not get_current_worker().is_cancelled:
            self.post_message(HistoryRead(history))

    def on_history_read(self, message: HistoryRead) -> None:
        """Compare the last two versions."""
        is_new = message.history.articles != self.history.articles
        self.history, self.is_read = message.history, True
        if is_new:
            self.step = max(len(message.history.articles) - 2, 0)
        self._go_to(self.step)

    def _go_to(self, step: int) -> None:
        self.step = step
        self.list.revision = None
        self.words()
        if self.steps:
            self.compare()

    @work(thread=True, exit_on_error=False, group="revision", exclusive=True)
    def compare(self) -> None:
        """Compare the two versions of the step."""
        worker = get_current_worker()
        progress = Progress(cancelled=lambda: worker.is_cancelled)
        try:
            revision = self.host.analysis().revision(*self.steps[self.step], progress=progress)
        except CancelledError:
            return
        self.post_message(RevisionMade(revision))

    def on_revision_made(self, message: RevisionMade) -> None:
        """Show the changes."""
        if (message.revision.older, message.revision.newer) == self.steps[self.step]:
            self.list.revision = message.revision
            self.words()

    def library_changed(self, change: Change) -> None:
        """Take in corrections and new versions."""
        if change.part in {"corrections", "articles"}:
            self.read()

    # What is shown

    def words(self) -> None:
        """The bar, the step, the list and the change under the cursor."""
        self.query_one(FilterLine).show_hint()
        changes = self.list.changes
        self.table.show(len(changes), self._row, signs=self.host.signs)
        self._entitle(len(changes))
        self._show()

    def _entitle(self, count: int) -> None:
        state = _("comparing…")
        if self.list.revision:
            state = ngettext("%(count)s change", "%(count)s changes", count) % {"count": active().number(count)}
        elif self.is_read and not self.steps:
            state = ""
        kind = active().say(f"versions.kind.{self.list.kind}") if self.list.kind else ""
        words = f"“{self.list.words.strip()}”" if self.list.words.strip() else ""
        self.title_bar.say(_("Versions"), self.article.title, words, kind, state)
        place = f"{self.step + 1}/{len(self.steps)}" if len(self.steps) > 1 else ""
        self.query_one("#steps", SplitLine).say(
            "", heading(self.list.revision, active()) if self.list.revision else "", place
        )

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        change, revision, more = self.list.changes[index], self.list.revision, self.host.signs.more
        if revision is None:
            return
        kinds = ", ".join(active().say(f"versions.kind.{kind}") for kind in change.kinds)
        told = min(_KINDS, width // 3)
        yield fitted(signs_of(change), _SIGNS), "row--sign"
        yield fitted(kinds, told, more), "row--strong"
        text = text_of(revision, change, newer=True) or text_of(revision, change, newer=False)
        yield "  ", "row"
        yield fitted(text, max(width - _SIGNS - told - 2, 1), more), "row"

    @property
    def change(self) -> RevisionChange | None:
        """The change under the cursor."""
        cursor, changes = self.table.cursor, self.list.changes
        return changes[cursor] if cursor < len(changes) else None

    def on_rows_highlighted(self) -> None:
        """Show the change under the cursor in full."""
        self._show()
        self.query_one("#preview").scroll_home(animate=False)

    def _show(self) -> None:
        change, revision = self.change, self.list.revision
        if change and revision:
            content = Content("\n\n").join(
                [content_of(revision, change), Content.styled(heading(revision, active()), "$foreground-muted")]
            )
        elif self.list.is_narrowed and revision:
            content = Content.styled(
                with_keys(_("Nothing found with this filter. Show all: [back]")), "$foreground-muted"
            )
        else:
            lines = [*version_lines(self.history, active()), *([heading(revision, active())] if revision else [])]
            content = Content.styled("\n".join(lines) if self.is_read else "", "$foreground-muted")
        self.query_one("#facts", Static).update(content)

    # Keys

    def on_rows_picked(self) -> None:
        """Open what was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open the newer version at the change, the older one where the change is that something was dropped."""
        change, revision = self.change, self.list.revision
        if change is None or revision is None:
            return
        if change.newer or not change.older:
            self.host.go.to_article(revision.newer, change.newer.start if change.newer else 0)
        else:
            self.host.go.to_article(revision.older, change.older.start)

    def action_compare_versions(self) -> None:
        """Open both versions side by side, at the change."""
        if self.steps:
            older, newer = self.steps[self.step]
            span = self.change.older if self.change else None
            self.host.go.to_comparison(older, newer, span.start if span else None)

    def action_step(self, by: int) -> None:
        """Take the step before or after this one."""
        if self.steps:
            self._go_to((self.step + by) % len(self.steps))

    def action_change_kind(self) -> None:
        """List the next kind of change, or all."""
        self.list.step_kind()
        self.table.cursor = 0
        self.words()

    def action_narrow(self) -> None:
        """Type words that a change must have."""
        self.query_one(FilterLine).open()

    def _filter_words(self, words: str) -> None:
        self.list.words = words
        self.words()

    def _leave_filter(self) -> None:
        self.table.focus()

    def action_card(self, lines: int) -> None:
        """Scroll the text beside the list."""
        self.query_one("#preview").scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """List everything again where only a part was; else go back one level."""
        line = self.query_one(FilterLine)
        if line.display or self.list.is_narrowed:
            self.list.clear()
            line.close()
            self.table.focus()
            self.words()
        else:
            super().action_back()

    def action_copy(self) -> None:
        """Send the change to the terminal's clipboard."""
        change, revision = self.change, self.list.revision
        if change and revision:
            self.app.copy_to_clipboard(f"{content_of(revision, change).plain}\n")
            self.tell(with_keys(_("Change copied, if your terminal allows it. Otherwise export: [export]")))

    def action_export(self) -> None:
        """Ask for a file and write the changes to it."""
        revision = self.list.revision
        if revision:
            export_view(self, "versions.md", lambda _suffix: versions_markdown(self.history, [revision], active()))
