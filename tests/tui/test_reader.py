"""The Reader screen: the translation off, under and beside."""

from pathlib import Path

import pytest

from tests.tui.app import HARBOUR, press, running, seen
from tui.screens.dialogs.base import Confirmation
from tui.screens.reader.screen import ReaderScreen


async def test_t_shows_the_translation_under_each_paragraph_then_beside_it_then_not(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "t")
        kinds = [line.kind for line in reader.view.page.lines]
        assert kinds.index("translation") < len(kinds) - 1
        assert len(reader.translation._paragraphs) == len(reader.article.paragraphs)
        assert "word-for-word gloss" in seen(app)
        await press(pilot, "t")
        assert reader.view.other.display
        assert len(reader.view.other.lines) == len(reader.view.page.lines)
        await press(pilot, "t")
        assert {line.sheet for line in reader.view.page.lines} == {0}


async def test_o_brings_the_original_back_from_anywhere(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "t", "t", "o")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.translation.mode == "off"


async def test_in_a_narrow_window_the_translation_never_stands_beside(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, size=(80, 24)) as (app, pilot):
        await press(pilot, "t", "t")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.translation.mode == "off"


async def test_the_cursor_stays_on_its_passage_when_the_translation_comes(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n")
        current, place = reader.cursor.current, reader.view.page.place
        await press(pilot, "t")
        assert (reader.cursor.current, reader.view.page.place) == (current, place)


async def test_a_search_in_the_text_lights_what_it_finds_and_n_goes_through_it_until_escape(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "slash", *"Er", "enter")
        found = [reader.view.page.cursor]
        for _match in range(2):
            await press(pilot, "n")
            found.append(reader.view.page.cursor)
        assert found == sorted(set(found))
        assert "“Er”" in seen(app)
        await press(pilot, "escape")
        assert not reader.text.search.query
        await press(pilot, "n")
        assert reader.cursor.current is not None


async def test_an_analysis_that_breaks_down_is_said_and_the_text_stays_readable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError("in the rules")

    monkeypatch.setattr("analysis.Analysis.claims", broken)
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        assert "ZeroDivisionError" in seen(app)
        await press(pilot, "j")
        assert "havenmeester" in seen(app)


async def test_w_shows_what_the_words_on_the_line_mean(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "w")
        lines = [line for line in seen(app).splitlines() if "haven" in line]
        assert any("harbour" in line or "port" in line for line in lines)
        await press(pilot, "down", "escape")
        assert isinstance(app.screen, ReaderScreen)


SERVICE = "engines = ['libretranslate']\n[engine.libretranslate]\nurl = 'http://translate.invalid'\nseconds = 1\n"


@pytest.mark.parametrize(("answer", "sent"), [("escape", False), ("Y", True)])
async def test_before_a_service_is_used_it_is_said_where_the_text_goes(tmp_path: Path, answer: str, sent: bool) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, settings=SERVICE) as (app, pilot):
        await press(pilot, "t")
        assert "translate.invalid" in seen(app)
        await press(pilot, answer)
        assert bool(app.settings.told) is sent


async def test_keys_that_were_typed_ahead_agree_to_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, settings=SERVICE) as (app, pilot):
        await press(pilot, "t", "enter", "j", "y", "space")
        assert isinstance(app.screen, Confirmation)
        assert not app.settings.told


async def test_after_a_no_the_original_stands_alone_and_t_asks_again(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, settings=SERVICE) as (app, pilot):
        await press(pilot, "t", "escape")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        assert reader.translation.mode == "off"
        await press(pilot, "t")
        assert isinstance(app.screen, Confirmation)
