"""The choice of a source: a list with the number of claims of each, narrowed by typing."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from briefing.claims.selection import NamedSource
from briefing.language.folding import folded
from locales import _, active, ngettext
from tui.actions import bindings
from tui.key_names import with_keys
from tui.screens.dialogs.base import Dialog
from tui.signs import UNICODE, Signs
from tui.widgets.rows import Cell, Rows, fitted

_COUNT, _THROUGH, _LEAST = 5, 28, 16
"""Widths in cells: number of claims, claims through the source, and the least for its name."""


class SourceDialog(Dialog[tuple[NamedSource, ...]]):
    """Answers with the chosen source, or with an empty tuple for any source."""

    BINDINGS = bindings("accept", "list-down", "list-up")

    def __init__(self, sources: Sequence[NamedSource], current: NamedSource | None, signs: Signs = UNICODE) -> None:
        super().__init__()
        self._sources, self._current, self._signs = tuple(sources), current, signs
        self._found: tuple[NamedSource | None, ...] = ()

    def body(self) -> Iterable[Widget]:
        """The words to narrow the list by, the list, and a hint."""
        yield Input(id="query", placeholder=_("Type some letters of the source"))
        yield Rows(id="sources")
        yield Static(id="hint")

    def on_mount(self) -> None:
        """Show all sources, with the cursor on the one that is chosen now."""
        self.entitle(_("Claims of which source?"))
        rows = self.query_one(Rows)
        rows.can_focus = False
        self.query_one(Input).focus()
        self._narrow("")
        self.fit(rows, len(self._found))
        rows.cursor = self._found.index(self._current) if self._current in self._found else 0

    def _narrow(self, query: str) -> None:
        words = folded(query).split()
        found = [
            source
            for source in self._sources
            if any(all(word in folded(name or named(source)) for word in words) for name in sorted(source.names))
        ]
        self._found = (*(() if words else (None,)), *found)
        rows = self.query_one(Rows)
        rows.show(len(self._found), self._row, signs=self._signs, cursor=0)
        hint = (
            with_keys(_("Choose the source: [accept]. Claims that came through it or started there count too."))
            if self._found
            else _("No matching source.")
        )
        self.query_one("#hint", Static).update(Content(hint))

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        source = self._found[index]
        if source is None:
            yield " " * (_COUNT + 2), "row"
            yield fitted(_("any source"), width - _COUNT - 2), "row"
            return
        yield f"{active().number(source.count):>{_COUNT}}  ", "row--muted"
        room = width - _COUNT - 2
        through = _through(source) if room - _THROUGH >= _LEAST else ""
        name = fitted(named(source), room - (_THROUGH if through else 0), self._signs.more)
        yield name, "row--strong" if source.name else "row"
        if through:
            yield fitted(f" {through}", _THROUGH, self._signs.more), "row--muted"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list while typing."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Take the source under the cursor."""
        self.action_accept()

    def on_rows_picked(self) -> None:
        """Choose what was double-clicked."""
        self.action_accept()

    def action_list_move(self, by: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Rows).cursor += by

    def action_accept(self) -> None:
        """Answer with the source under the cursor."""
        rows = self.query_one(Rows)
        if rows.cursor < len(self._found):
            source = self._found[rows.cursor]
            self.dismiss((source,) if source else ())


def named(source: NamedSource) -> str:
    """The name of a source, or that there is none."""
    return source.name or _("no source named")


def only_of(source: NamedSource, count: int) -> str:
    """The words for a list that shows only the claims of a source."""
    words = ngettext("only %(source)s: %(count)s claim", "only %(source)s: %(count)s claims", count)
    return words % {"source": named(source), "count": active().number(count)}


def _through(source: NamedSource) -> str:
    """The words for claims that came through the source; empty if there are none."""
    words = ngettext("%(count)s of them through it", "%(count)s of them through it", source.through)
    return words % {"count": active().number(source.through)} if source.through else ""
