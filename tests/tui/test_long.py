"""Long texts: the keys go on working while they are laid out and analysed."""

import asyncio
import re
import time
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

from briefing.article import Article
from briefing.claims.claim import Claim
from tests.tui.app import press, running, seen, settled
from tests.tui.fixed import FixedAnalysis, Said
from tui.app import BriefingApp
from tui.layout.sheet import Sheet
from tui.screens.compare.screen import CompareScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.reader.screen import ReaderScreen
from tui.screens.reading import line_layout

SENTENCE = "De burgemeester van plaats {} zegt dat de brug over de vaart in mei dicht gaat voor al het verkeer. "


@pytest.fixture
def long_from_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a few thousand characters be a long text, and its analysis take no time."""
    monkeypatch.setattr(line_layout, "LONG", 10_000)
    monkeypatch.setattr(BriefingApp, "analysis", lambda _app: FixedAnalysis())


def long_text(first: int, paragraphs: int = 150) -> str:
    return "\n\n".join(SENTENCE.format(first + number) * 2 for number in range(paragraphs))


class HeldSheets:
    """Has each whole sheet wait until it is let go; the opening of a text, which is not whole, does not wait."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._go_on = Event()
        drawn_up = Sheet.drawn_up

        def held(sheet: Sheet) -> Sheet:
            if sheet.paragraphs[-1].end == len(sheet.text):
                assert self._go_on.wait(20)
            return drawn_up(sheet)

        monkeypatch.setattr(Sheet, "drawn_up", held)

    def let_go(self) -> None:
        self._go_on.set()


@pytest.mark.parametrize("opened", [1, 2])
@pytest.mark.usefixtures("long_from_few")
async def test_the_opening_of_a_long_text_can_be_read_while_the_rest_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: int
) -> None:
    texts = (long_text(0), long_text(100_000))
    async with running(tmp_path, texts=texts, start=0) as (app, pilot):
        sheets = HeldSheets(monkeypatch)
        try:
            app.start = tuple(str(number) for number in range(1, opened + 1))  # type: ignore[misc]
            app._open_articles()
            for _round in range(20):
                await pilot.pause()
            screen = app.screen
            assert isinstance(screen, ReaderScreen | CompareScreen)
            assert "plaats 3 zegt" in " ".join(seen(app).split())
            short = len(screen.view.page.lines)
            await pilot.press("j", "j")
            await pilot.pause()
            assert screen.view.page.cursor == 2
        finally:
            sheets.let_go()
        await settled(pilot)
        assert len(screen.view.page.lines) > 2 * short
        assert screen.view.page.cursor == 2
        assert screen.view.page.shows(0, screen.text.articles[0].text.index("plaats 149 zegt"))


@pytest.mark.usefixtures("long_from_few")
async def test_a_long_text_is_left_at_once_while_it_is_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, texts=(long_text(0),), start=0) as (app, pilot):
        sheets = HeldSheets(monkeypatch)
        try:
            app.start = ("1",)  # type: ignore[misc]
            app._open_articles()
            for _round in range(20):
                await pilot.pause()
            assert isinstance(app.screen, ReaderScreen)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)
        finally:
            sheets.let_go()
        await settled(pilot)
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.usefixtures("long_from_few")
async def test_a_long_text_opens_at_the_passage_that_was_asked_for(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(long_text(0),), start=0) as (app, pilot):
        article = app.library.articles.get("1")
        at = article.text.index("plaats 140")
        screen = ReaderScreen(article, at=at)
        app.push_screen(screen)
        await settled(pilot)
        assert screen.cursor.here is not None
        assert screen.cursor.here.article.paragraph_at(at) == screen.cursor.here.article.paragraph_at(
            screen.cursor.here.span.start
        )


async def longest_turn(stopped: asyncio.Event) -> float:
    """The longest time that the loop's own thread was at work before it looked at what else there is, in seconds.

    Its processor time is taken, so that other threads and programs do not count.
    """
    longest, last = 0.0, time.thread_time()
    while not stopped.is_set():
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), 0.02)
        longest, last = max(longest, time.thread_time() - last), time.thread_time()
    return longest


class ManyClaims(FixedAnalysis):
    """A claim in every paragraph of a long text."""

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """One for each town."""
        towns = re.findall(r"plaats \d+ zegt dat de brug", article.text)[::2]
        found = (self._claim(article.text, number, Said(town)) for number, town in enumerate(towns))
        return tuple(claim for claim in found if claim)


async def test_no_key_waits_long_while_long_texts_are_opened_and_marked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BriefingApp, "analysis", lambda _app: ManyClaims())
    texts = (long_text(0, 1500), long_text(100_000, 1500))
    async with running(tmp_path, texts=texts, start=0) as (app, pilot):
        stopped = asyncio.Event()
        turns = asyncio.create_task(longest_turn(stopped))
        app.start = ("1", "2")  # type: ignore[misc]
        app._open_articles()
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await press(pilot, "c", "c", "c", "n")
        assert len(screen.text.claims.marked[0]) == 1500
        stopped.set()
        assert await turns < 0.25
