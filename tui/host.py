"""What a screen asks of the app that shows it: the library, changes of it, settings, and the way to other screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.dom import DOMNode

    from analysis import Analysis
    from briefing.article import Article
    from briefing.message import BriefingError
    from store import Library
    from tui.settings import Settings
    from tui.signs import Signs

Result = TypeVar("Result")


class Navigator(Protocol):
    """Opens screens."""

    def to_article(self, article: Article, at: int | None = None) -> None:
        """Open an article to read, at an offset."""

    def to_comparison(self, left: Article, right: Article, at: int | None = None) -> None:
        """Open two articles side by side, at an offset of the left one."""

    def to_summary(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the summary of the articles."""

    def to_ledger(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the ledger of the articles."""

    def to_versions(self, article: Article) -> None:
        """Open the versions of an article."""

    def to_notes(self, articles: Sequence[Article] = ()) -> None:
        """Open the notes on the articles, or all notes."""

    def to_help(self) -> None:
        """Open the help for the topmost full screen."""

    def back(self) -> None:
        """Close the topmost screen; quit when it is the last one."""


class Host(Protocol):
    """The app as a screen knows it."""

    settings: Settings
    signs: Signs

    @property
    def go(self) -> Navigator:
        """The way to other screens."""

    @property
    def library(self) -> Library:
        """The library, to read from, on any thread.

        Raises:
            BriefingError: it cannot be opened.
        """

    def analysis(self) -> Analysis:
        """The analysis of the library's articles. For a worker's thread."""

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """Read something; an error is shown and gives `None`."""

    def write(
        self,
        act: Callable[[Library], Result],
        then: Callable[[Result], object] | None = None,
        failed: Callable[[BriefingError], object] | None = None,
    ) -> None:
        """Change the library on its writer thread, then call `then` with the result on the interface's thread."""

    def undo(self) -> None:
        """Undo the last change of the library."""

    def keep(self, name: str, value: str) -> None:
        """Write a choice to the settings."""

    def say_error(self, error: BriefingError) -> None:
        """Show an error on the topmost screen."""

    def fail(self, error: BriefingError) -> None:
        """Leave the app and show the error on the terminal."""


def host_of(node: DOMNode) -> Host:
    """The app that shows the screen or the widget."""
    return cast("Host", node.app)
