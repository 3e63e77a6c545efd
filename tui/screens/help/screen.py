"""The help: the keys that work on the screen below it, searchable, with the legend of the signs."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from textual.binding import ActiveBinding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from locales import _
from tui.actions import ACTIONS, bindings
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Dialog
from tui.widgets.rows import Cell, Rows, fitted

_KEYS, _NAME = 10, 24


class HelpScreen(Dialog[None]):
    """What can I press here? Typing searches, Enter does it."""

    BINDINGS = bindings("accept", "list-down", "list-up")

    def __init__(self, below: BriefingScreen) -> None:
        super().__init__()
        self._entries = list(_entries(below))
        self._found = self._entries
        self._below = below

    def body(self) -> Iterable[Widget]:
        """The search, the list, and what the action under the cursor does."""
        yield Input(id="query", placeholder=_("Search the keys"))
        yield Rows(id="keys")
        yield Static(id="hint")

    def on_mount(self) -> None:
        """Show all keys."""
        self.entitle(_("What you can press here"))
        self.query_one(Rows).can_focus = False
        self.query_one(Input).focus()
        self._search("")

    def _search(self, query: str) -> None:
        words = query.casefold().split()
        self._found = [entry for entry in self._entries if all(word in entry.searched for word in words)]
        self.query_one(Rows).show(len(self._found), self._row, signs=self._below.briefing.signs, cursor=0)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        entry = self._found[index]
        yield f"{fitted(entry.keys, _KEYS)}  ", "row--head"
        yield fitted(entry.name, _NAME), "row--strong"
        yield fitted(f"  {entry.explained}", max(width - _KEYS - _NAME - 2, 0)), "row--muted"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        self._search(event.value)

    def on_input_submitted(self) -> None:
        """Do what is under the cursor."""
        self.action_accept()

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Explain it in full."""
        words = self._found[message.index].explained if message.index is not None else _("No key fits.")
        self.query_one("#hint", Static).update(Content(words))

    def action_list_move(self, by: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Rows).cursor += by

    def action_accept(self) -> None:
        """Close the help and do what is under the cursor."""
        rows = self.query_one(Rows)
        entry = self._found[rows.cursor] if rows.cursor < len(self._found) else None
        self.dismiss(None)
        if entry and entry.run:
            self.app.call_later(partial(self.app.run_action, entry.run, self._below))


@dataclass(frozen=True)
class _Entry:
    """An action with all of its keys in words, or a sign with what it stands for and nothing to run."""

    keys: str
    name: str
    explained: str
    run: str = ""

    @property
    def searched(self) -> str:
        """What the search looks at."""
        return f"{self.keys} {self.name} {self.explained}".casefold()


def _entries(screen: BriefingScreen) -> Iterable[_Entry]:
    """The actions that work on the screen, in the order of the registry, and its signs."""
    keys: dict[str, list[str]] = {}
    bounds: dict[str, ActiveBinding] = {}
    for bound in screen.active_bindings.values():
        action = ACTIONS.get(bound.binding.id or "")
        if action and action.listed and bound.enabled:
            keys.setdefault(action.id, []).append(screen.app.get_key_display(bound.binding))
            bounds[action.id] = bound
    for action_id in ACTIONS:
        if action_id in bounds:
            binding = bounds[action_id].binding
            yield _Entry(" ".join(keys[action_id]), binding.description, binding.tooltip, binding.action)
    for entry in screen.legend():
        yield _Entry(
            entry.sign, entry.words, _("A sign beside the text.") if entry.beside else _("A sign in the text.")
        )
