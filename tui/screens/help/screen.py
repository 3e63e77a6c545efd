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
    """The keys that work here. Typing searches, Enter runs the action."""

    BINDINGS = bindings("accept", "list-down", "list-up")

    def __init__(self, below: BriefingScreen) -> None:
        super().__init__()
        self._lines = list(help_lines(below))
        self._found = self._lines
        self._below = below

    def body(self) -> Iterable[Widget]:
        """The search, the list, and what the action under the cursor does."""
        yield Input(id="query", placeholder=_("Search the keys"))
        yield Rows(id="keys")
        yield Static(id="hint")

    def on_mount(self) -> None:
        """Show all keys."""
        self.entitle(_("Keys that work here"))
        self.query_one(Rows).can_focus = False
        self.query_one(Input).focus()
        self._search("")

    def _search(self, query: str) -> None:
        words = query.casefold().split()
        self._found = [line for line in self._lines if all(word in line.searched for word in words)]
        self.query_one(Rows).show(len(self._found), self._row, signs=self._below.host.signs, cursor=0)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        line = self._found[index]
        yield f"{fitted(line.keys, _KEYS)}  ", "row--head"
        yield fitted(line.name, _NAME), "row--strong"
        yield fitted(f"  {line.explained}", max(width - _KEYS - _NAME - 2, 0)), "row--muted"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while typing."""
        self._search(event.value)

    def on_input_submitted(self) -> None:
        """Do what is under the cursor."""
        self.action_accept()

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Explain it in full."""
        # The message may be older than what was typed since, and its line be gone.
        line = next(iter(self._found[message.index : message.index + 1]), None) if message.index is not None else None
        words = line.explained if line else _("No matching key.")
        self.query_one("#hint", Static).update(Content(words))

    def action_list_move(self, by: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Rows).cursor += by

    def action_accept(self) -> None:
        """Close the help and do what is under the cursor."""
        rows = self.query_one(Rows)
        line = self._found[rows.cursor] if rows.cursor < len(self._found) else None
        self.dismiss(None)
        if line and line.run:
            self.app.call_later(partial(self.app.run_action, line.run, self._below))


@dataclass(frozen=True)
class HelpLine:
    """An action with all its keys, or a sign with its meaning and nothing to run."""

    keys: str
    name: str
    explained: str
    run: str = ""

    @property
    def searched(self) -> str:
        """The text that the search looks at."""
        return f"{self.keys} {self.name} {self.explained}".casefold()


def help_lines(screen: BriefingScreen) -> Iterable[HelpLine]:
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
            yield HelpLine(" ".join(keys[action_id]), binding.description, binding.tooltip, binding.action)
    for entry in screen.legend():
        yield HelpLine(
            entry.sign, entry.words, _("A sign beside the text.") if entry.beside else _("A sign in the text.")
        )
