"""The lines of a page: made at once for short texts, on a thread for long ones."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from textual.message import Message
from textual.screen import Screen

from tui.latest_wins import LatestWins
from tui.widgets.page import Page

Show = Callable[[], object]
"""Puts lines that were made on the pages."""
Make = Callable[[], Show]
"""Makes lines and touches no widget, so that it can run on a thread."""
LONG: Final = 100_000
"""Characters of text above which making its lines would delay the keys."""
_OPENING: Final = 40
"""Paragraphs of a long text that are shown before the rest is laid out."""


@dataclass
class LaidOut(Message):
    """Lines were made on a thread."""

    show: Show


class Planned(Protocol):
    """A view whose lines are planned."""

    @property
    def page(self) -> Page:
        """The page that keys work on."""

    def plan(self, most: int | None = None) -> Make:
        """What makes the lines as things stand now; of each text at most `most` paragraphs, if that is given."""


class LineLayout:
    """Makes the lines of a view, and makes them anew when anything in them changes."""

    def __init__(self, screen: Screen[None], view: Planned, length: int) -> None:
        self._screen, self._view, self._length = screen, view, length
        self._latest = LatestWins[Make](screen, self._make)

    @property
    def is_long(self) -> bool:
        """Whether the texts are so long that a key would wait for their lines."""
        return self._length > LONG

    def renew(self) -> None:
        """Make the lines anew; cursors stay in place. A long text keeps its old lines meanwhile, at first its opening."""
        page = self._view.page
        if not page.is_laid_out:
            return
        if not self.is_long:
            self._view.plan()()()
            return
        if not page.lines:
            self._view.plan(_OPENING)()()
        self._latest.ask(self._view.plan())

    def _make(self, make: Make) -> None:
        """On a thread."""
        show = make()
        if not self._latest.overtaken:
            self._screen.post_message(LaidOut(show))
