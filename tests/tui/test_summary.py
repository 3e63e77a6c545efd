"""The Summary screen, over an analysis that stands still."""

from pathlib import Path

import pytest

from tests.tui.app import press, running, seen
from tests.tui.fixed import FixedAnalysis
from tui.app import BriefingApp
from tui.screens.reader.screen import ReaderScreen
from tui.screens.summary.screen import SummaryScreen


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BriefingApp, "analysis", lambda _app: FixedAnalysis())


async def test_the_interfaces_language_comes_first_and_switches_with_it(tmp_path: Path) -> None:
    async with running(tmp_path, language="nl") as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, SummaryScreen)
        assert app.screen.languages == ("nl", "en")
        assert "machinevertaling" in seen(app)
        await press(pilot, "f2")
        assert app.screen.languages == ("en", "nl")
        assert "machine translation" in seen(app)


async def test_a_sentence_leads_to_the_passage_that_it_rests_on(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "s", "G", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article.id == "2"


async def test_what_a_translation_lost_is_marked_and_named(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "s")
        assert "! " in seen(app)
        assert "“48”" in seen(app)


async def test_a_change_of_the_articles_makes_the_summary_out_of_date_until_it_is_made_again(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "s")
        screen = app.screen
        assert isinstance(screen, SummaryScreen)
        app.library.articles.tag("1", ("port",))
        for _wait in range(100):
            if screen.stale:
                break
            await pilot.pause(0.02)
        assert "out of date" in seen(app)
        await press(pilot, "r")
        assert not screen.stale
