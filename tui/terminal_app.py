"""The app towards the terminal: the driver, what is drawn of lines and keys, and how a defect ends it."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.css.query import NoMatches
from textual.filter import LineFilter
from textual.screen import Screen

from tui.ascii import IN_ASCII
from tui.key_names import shown
from tui.printable import PRINTABLE
from tui.signs import UNICODE, Signs

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.driver import Driver


class TerminalApp(App[None]):
    """An app that gives the terminal back whatever ends it, and draws nothing raw."""

    signs: Signs = UNICODE

    def get_driver_class(self) -> "type[Driver]":
        """The driver that gives the terminal back whatever ends the app, where Textual has one for terminals of Unix."""
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.terminal import TerminalDriver

        return TerminalDriver

    def _handle_exception(self, error: Exception) -> None:
        """End with a defect; but that a screen which was being made while the app left has no widgets is none."""
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave after a defect; the command line reports it, without the texts that a traceback would show."""
        self._close_messages_no_wait()

    def panic(self, *_renderables: "RenderableType") -> None:
        """Leave after a defect of Textual's, as after any other."""
        self._close_messages_no_wait()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, the one that draws nothing raw, and with ASCII signs the one that leaves only ASCII."""
        filters = [*super().get_line_filters(), PRINTABLE]
        return [*filters, IN_ASCII] if self.signs.ascii else filters

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is printed on a keyboard."""
        return shown(binding.key, ascii_only=self.signs.ascii)

    def get_system_commands(self, _screen: Screen[object]) -> Iterable[SystemCommand]:
        """None: the registry of actions has them all."""
        return ()

    @property
    def defect(self) -> Exception | None:
        """The error that ended the app, if one did."""
        return self._exception
