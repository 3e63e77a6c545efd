"""The line in which the words of a filter are typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.containers import Container

from locales import _

if TYPE_CHECKING:
    from textual.widgets import Input


class FilterLine(Container):
    """Hidden until it is opened. `changed` is called with the words, `left` when Enter ends the typing."""

    def __init__(self, changed: Callable[[str], object], left: Callable[[], object]) -> None:
        super().__init__(id="filter-line")
        self.display = False
        self._changed, self._left = changed, left
        self._input: Input | None = None

    def open(self) -> None:
        """Type words."""
        if self._input is None:
            from textual.widgets import Input

            self._input = Input(id="query")
            self.mount(self._input)
        self.display = True
        self.show_hint()
        self._input.focus()

    def close(self) -> None:
        """Hide the line and forget what was typed."""
        self.display = False
        if self._input:
            self._input.value = ""

    def show_hint(self) -> None:
        """Say in the empty line what can be typed."""
        if self._input:
            self._input.placeholder = _("Show only what contains these words")

    def on_input_changed(self) -> None:
        """Follow the typing."""
        if self._input:
            self._changed(self._input.value)

    def on_input_submitted(self) -> None:
        """Go back to the list; the words stay."""
        self._left()
