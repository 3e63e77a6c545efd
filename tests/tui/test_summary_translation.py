"""The Summary screen and its engines: what they give keeps its place, and which of them may be used."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.message import BriefingError
from briefing.summary.summary import Summary
from briefing.translate.literal.engine import LiteralTranslator
from tests.tui.app import HARBOUR, press, running
from tui.screens.dialogs.base import Confirmation
from tui.screens.summary.screen import SummaryScreen


async def test_a_sentence_that_came_back_empty_keeps_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def translate(_engine: LiteralTranslator, texts: Sequence[str], *_directions: str, **_given: object) -> list[str]:
        return ["" if number == 0 else text for number, text in enumerate(texts)]

    monkeypatch.setattr(LiteralTranslator, "translate", translate)
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "s", "j")
        screen = app.screen
        assert isinstance(screen, SummaryScreen)
        english = screen.summaries["en"]
        assert isinstance(english, Summary)
        first, *others = [paragraph.text for paragraph in screen.pair.page.sheets[0].paragraphs]
        assert first == app.signs.more
        assert [text.split(" (")[0] for text in others] == [sentence.text for sentence in english.sentences[1:]]


async def test_who_says_a_sentence_and_how_surely_stands_behind_it(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, language="nl") as (app, pilot):
        await press(pilot, "s", "j")
        screen = app.screen
        assert isinstance(screen, SummaryScreen)
        sheet = screen.pair.page.sheets[0]
        (paragraph,) = [one for one in sheet.paragraphs if "geen keus" in one.text]
        assert paragraph.text.endswith(" (Anna Kramer: zeker)")
        (mark,) = [mark for mark in sheet.marks if mark.span.end == paragraph.end]
        assert sheet.text[mark.span.start : mark.span.end] == " (Anna Kramer: zeker)"


async def test_after_a_no_the_summary_is_translated_by_what_sends_nothing(tmp_path: Path) -> None:
    service = "engines = ['libretranslate']\n[engine.libretranslate]\nurl = 'http://translate.invalid'\nseconds = 1\n"
    async with running(tmp_path, texts=(HARBOUR,), start=1, settings=service) as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, Confirmation)
        await press(pilot, "escape")
        assert isinstance(app.screen, SummaryScreen)
        english = app.screen.summaries["en"]
        assert isinstance(english, Summary)
        assert english.engine is not None
        assert english.engine.name == "literal"
        assert not app.settings.told


async def test_an_unknown_engine_in_the_settings_is_said_where_the_summary_would_stand(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, settings="engines = ['magic']\n") as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, SummaryScreen)
        for found in app.screen.summaries.values():
            assert isinstance(found, BriefingError)
            assert found.message.code == "translate.unknown-engine"
