"""The title line of a screen, the head of a text, and the line of keys."""

from typing import ClassVar

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from locales import _


class SplitLine(Widget):
    """One line with a left and a right part; the left one is truncated first."""

    COMPONENT_CLASSES: ClassVar = {"split-line--name", "split-line--title", "split-line--state"}

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._heading = self._title = ""
        self._states: tuple[str, ...] = ()

    def say(self, name: str, title: str = "", *states: str) -> None:
        """Show a name and a title on the left, and the states that are not empty on the right."""
        self._heading, self._title, self._states = name, title, tuple(filter(None, states))
        self.refresh()

    @property
    def states(self) -> tuple[str, ...]:
        """The words on the right."""
        return self._states

    def render(self) -> RenderResult:
        """The line in the available width."""
        width = self.content_size.width
        name = Content.styled(self._heading, self.get_visual_style("split-line--name", partial=True))
        title = Content.styled(self._title, self.get_visual_style("split-line--title", partial=True))
        state = Content.styled("  ".join(self.states), self.get_visual_style("split-line--state", partial=True))
        left = Content("  ").join(part for part in (name, title) if part)
        room = max(width - state.cell_length - 2, 0)
        return (left.truncate(room, ellipsis=True, pad=True) + "  " + state).truncate(width)


class TitleBar(SplitLine):
    """The title line of a screen: its name, its state, and whether a slow change is being saved."""

    saving: reactive[bool] = reactive(False)

    @property
    def states(self) -> tuple[str, ...]:
        """The words on the right."""
        return (_("saving…"), *self._states) if self.saving else self._states


class Head(SplitLine):
    """The line above a text: its title, and where it comes from."""


class KeyBar(Widget):
    """One line with the main keys of the screen; those that do not fit are in the help."""

    COMPONENT_CLASSES: ClassVar = {"key-bar--key", "key-bar--name"}

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """The keys with their names, the help last and always."""
        key_style = self.get_visual_style("key-bar--key", partial=True)
        name_style = self.get_visual_style("key-bar--name", partial=True)
        seen: set[str] = set()
        keys: list[Content] = []
        help_key = Content("")
        for _node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            if not binding.show or not enabled or binding.action in seen:
                continue
            seen.add(binding.action)
            run = Style.from_meta({"@click": f"app.simulate_key('{binding.key}')"})
            key = Content.assemble(
                (self.app.get_key_display(binding), key_style + run), " ", (binding.description, name_style + run)
            )
            if binding.id == "help":
                help_key = key
            else:
                keys.append(key)
        return self._fitted(keys, help_key)

    def _fitted(self, keys: list[Content], last: Content) -> Content:
        room = self.content_size.width - last.cell_length
        line = Content("")
        for key in keys:
            if line.cell_length + key.cell_length + 2 > room:
                break
            line += key + "  "
        return line.pad_right(max(room - line.cell_length, 0)) + last
