"""Making the lines of a page: at once where that is quick, and beside the screen where the text is long."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textual.message import Message

from tui.latest_wins import LatestWins
from tui.screens.movement import PagedScreen

Show = Callable[[], object]
"""Puts lines that were made on the pages."""
Make = Callable[[], Show]
"""Makes lines and touches no widget, so that it can be done on a thread."""
LONG: Final = 100_000
"""Characters of text from which on laying it out would hold up the keys."""
_OPENING: Final = 40
"""Paragraphs of a long text that are shown before the rest is laid out."""


@dataclass
class LaidOut(Message):
    """Lines were made on a thread."""

    show: Show


class LaidOutScreen(PagedScreen):
    """A screen that makes the lines of its pages, and makes them anew when anything in them changes."""

    def __init__(self) -> None:
        super().__init__()
        self._layouts = LatestWins[Make](self, self._make)

    # What a subclass gives

    @property
    def length(self) -> int:
        """The characters of all texts."""
        raise NotImplementedError

    def plan(self, most: int | None = None) -> Make:
        """What makes the lines as things stand now; of each text `most` paragraphs, if that is given."""
        raise NotImplementedError

    # Laying out

    @property
    def is_long(self) -> bool:
        """Whether the texts are so long that a key would wait for them."""
        return self.length > LONG

    def lay_out(self) -> None:
        """Make the lines anew; the cursors stay in place. A long text keeps its old lines meanwhile, at first its opening."""
        if not self.page.is_laid_out:
            return
        if not self.is_long:
            self.plan()()()
            return
        if not self.page.lines:
            self.plan(_OPENING)()()
        self._layouts.ask(self.plan())

    def _make(self, make: Make) -> None:
        """On a thread."""
        show = make()
        if not self._layouts.overtaken:
            self.post_message(LaidOut(show))

    def on_laid_out(self, message: LaidOut) -> None:
        """Show the lines that were made."""
        message.show()
