"""The choice of two names that the user calls one source, or two."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from textual.widget import Widget
from textual.widgets import Static

from briefing.claims.source_judgements import Identities, SourceJudgement
from briefing.compare.independence import channels
from briefing.compare.ledger import Row
from locales import _
from tui.actions import bindings
from tui.key_names import with_keys
from tui.screens.dialogs.base import Dialog
from tui.signs import UNICODE, Signs
from tui.widgets.rows import Cell, Rows, fitted


class SourceIdentityDialog(Dialog[SourceJudgement]):
    """Answers with the opposite of what holds of the chosen pair of names."""

    BINDINGS = bindings("accept", "list-down", "list-up")

    def __init__(self, pairs: Sequence[SourceJudgement], signs: Signs = UNICODE) -> None:
        super().__init__()
        self._pairs, self._signs = tuple(pairs), signs

    def body(self) -> Iterable[Widget]:
        """The pairs with what holds of each, and a hint."""
        yield Rows(id="sources")
        yield Static(
            with_keys(_("Turn it round: [accept]. What you say wins over the rules everywhere. Undo: [undo]")),
            markup=False,
        )

    def on_mount(self) -> None:
        """Show the pairs."""
        self.entitle(_("One source, or two?"))
        rows = self.query_one(Rows)
        rows.show(len(self._pairs), self._row, signs=self._signs, cursor=0)
        rows.focus()
        self.fit(rows, len(self._pairs))

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        pair = self._pairs[index]
        words = _("one source") if pair.are_same else _("two sources")
        room = max(width - len(words) - 2, 1)
        yield fitted(f"{pair.one} / {pair.other}", room, self._signs.more), "row--strong"
        yield f"  {words}", "row--muted"

    def on_rows_picked(self) -> None:
        """Choose what was double-clicked."""
        self.action_accept()

    def action_list_move(self, by: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Rows).cursor += by

    def action_accept(self) -> None:
        """Answer with the pair under the cursor turned round."""
        pair = self._pairs[self.query_one(Rows).cursor]
        self.dismiss(SourceJudgement(pair.one, pair.other, not pair.are_same))


def pairs_of(row: Row, identities: Identities) -> list[SourceJudgement]:
    """The names of a claim's sources and channels two by two, with whether they count as one source."""
    written = [name for entry in row.entries for name in (*channels(entry.claim), entry.source or "") if name]
    names = list(dict.fromkeys(written))
    return [SourceJudgement(one, other, identities.are_same(one, other)) for one, other in combinations(names, 2)]
