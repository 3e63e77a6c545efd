"""The command palette: the actions of the screen below, found by their translated names."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from locales import _
from tui.actions import ACTIONS

_UNLISTED = {"palette", "back", "accept", "cancel"}


class ActionCommands(Provider):
    """The actions of the screen as commands. The line for no match replaces Textual's, which is English."""

    async def discover(self) -> Hits:
        """Every action that works here."""
        for name, key, explained, run in self._commands():
            yield DiscoveryHit(name, run, text=name, help=f"{explained}  ({key})")

    async def search(self, query: str) -> Hits:
        """The actions whose name matches the query, the best first."""
        matcher = self.matcher(query)
        found = False
        for name, key, explained, run in self._commands():
            score = max(matcher.match(name), matcher.match(explained) / 2)
            if score > 0:
                found = True
                yield Hit(score, matcher.highlight(name), run, text=name, help=f"{explained}  ({key})")
        if not found:
            nothing = _("No matching command.")
            yield Hit(0, nothing, lambda: None, text=nothing)

    def _commands(self) -> Iterable[tuple[str, str, str, Callable[[], Awaitable[bool]]]]:
        seen: set[str] = set()
        for _node, binding, enabled, _tip in self.screen.active_bindings.values():
            action = ACTIONS.get(binding.id or "")
            if action is None or not enabled or not action.listed or action.id in seen | _UNLISTED:
                continue
            seen.add(action.id)
            run = partial(self.app.run_action, binding.action, self.screen)
            yield binding.description, self.app.get_key_display(binding), binding.tooltip, run


class Palette(CommandPalette):
    """Textual's palette with the words of the catalogue."""

    COMMANDS: ClassVar = {ActionCommands}


def palette() -> Screen[None]:
    """The palette for the screen that is on top."""
    return Palette({ActionCommands}, placeholder=_("Find a command"))
