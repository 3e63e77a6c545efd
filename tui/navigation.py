"""The way to every screen: the one module that knows them all."""

import gc
from collections.abc import Callable, Sequence
from typing import Final

from textual.app import App
from textual.screen import Screen

from briefing.article import Article
from tui.screens.base import BriefingScreen

_CALM: Final = 1.0
"""Seconds between leaving a screen and collecting its garbage."""


class Navigation:
    """Opens screens on the app's stack; a screen's modules are imported when it is first opened."""

    def __init__(self, app: App[None], leave: Callable[[], None]) -> None:
        self._app, self._leave = app, leave

    def full_screens(self) -> list[BriefingScreen]:
        """The full screens below any dialog, the topmost last."""
        return [screen for screen in self._app.screen_stack if isinstance(screen, BriefingScreen)]

    @property
    def top(self) -> BriefingScreen:
        """The topmost full screen."""
        return self.full_screens()[-1]

    def library(self, chosen: Sequence[str] = ()) -> Screen[None]:
        """The library, for the bottom of the stack."""
        from tui.screens.library.screen import LibraryScreen

        return LibraryScreen(chosen)

    def to_article(self, article: Article, at: int | None = None) -> None:
        """Open an article to read, at an offset."""
        from tui.screens.reader.screen import ReaderScreen

        self._app.push_screen(ReaderScreen(article, at=at))

    def to_comparison(self, left: Article, right: Article, at: int | None = None) -> None:
        """Open two articles side by side, at an offset of the left one."""
        from tui.screens.compare.screen import CompareScreen

        self._app.push_screen(CompareScreen(left, right, at=at))

    def to_summary(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the summary of the articles."""
        from tui.screens.summary.screen import SummaryScreen

        self._app.push_screen(SummaryScreen(articles, title))

    def to_ledger(self, articles: Sequence[Article], title: str = "") -> None:
        """Open the ledger of the articles."""
        from tui.screens.ledger.screen import LedgerScreen

        self._app.push_screen(LedgerScreen(articles, title))

    def to_versions(self, article: Article) -> None:
        """Open the versions of an article."""
        from tui.screens.versions.screen import VersionsScreen

        self._app.push_screen(VersionsScreen(article))

    def to_notes(self, articles: Sequence[Article] = ()) -> None:
        """Open the notes on the articles, or all notes."""
        from tui.screens.notes.screen import NotesScreen

        self._app.push_screen(NotesScreen(articles))

    def to_help(self) -> None:
        """Open the help for the topmost full screen."""
        from tui.screens.help.screen import HelpScreen

        self._app.push_screen(HelpScreen(self.top))

    def back(self) -> None:
        """Close the topmost screen; quit when it is the last one."""
        if len(self.full_screens()) > 1:
            self._app.pop_screen()
            self._app.set_timer(_CALM, gc.collect)
        else:
            self._leave()
