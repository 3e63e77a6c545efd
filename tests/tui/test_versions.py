"""The Versions screen, driven by keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.app import press, running, seen
from tui.app import BriefingApp
from tui.screens.compare.screen import CompareScreen
from tui.screens.reader.screen import ReaderScreen
from tui.screens.versions.screen import VersionsScreen

HEAD = "Titel: Brand in de silo\nBron: Heuvelbode\nDatum: 2021-05-0{day}\nURL: https://heuvelbode.example/silo\n\n"
MORNING = HEAD.format(day=1) + "De silo van Bergdorp zou geheel zijn verwoest. Er zijn 3 gewonden. De weg is dicht.\n"
NOON = HEAD.format(day=2) + "De silo van Bergdorp is geheel verwoest. Er zijn 5 gewonden. De brandweer blijft.\n"
EVENING = HEAD.format(day=3) + "De silo van Bergdorp is geheel verwoest. Er zijn 5 gewonden. De brandweer is weg.\n"
THREE = (MORNING, NOON, EVENING)


async def versions(pilot: "Pilot[None]", app: BriefingApp) -> VersionsScreen:
    await press(pilot, "H")
    assert isinstance(app.screen, VersionsScreen)
    return app.screen


async def test_h_in_the_reader_shows_what_changed_last_with_the_words_marked(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MORNING, NOON), start=1) as (app, pilot):
        screen = await versions(pilot, app)
        assert [change.kinds for change in screen.list.changes] == [
            ("hardened",),
            ("figures",),
            ("dropped",),
            ("added",),
        ]
        assert "{+is+} geheel verwoest." in seen(app)
        assert "[-zou-] geheel [-zijn-] verwoest." in seen(app)


async def test_brackets_go_from_step_to_step_and_from_the_first_to_the_last(tmp_path: Path) -> None:
    async with running(tmp_path, texts=THREE, start=1) as (app, pilot):
        screen = await versions(pilot, app)
        assert screen.step == 1
        assert "From 2 (2 May 2021) to 3 (3 May 2021)" in seen(app)
        await press(pilot, "right_square_bracket")
        assert "From 1 (1 May 2021) to 3 (3 May 2021)" in seen(app)
        await press(pilot, "right_square_bracket")
        assert "From 1 (1 May 2021) to 2 (2 May 2021)" in seen(app)
        await press(pilot, "left_square_bracket", "left_square_bracket")
        assert screen.step == 1


async def test_enter_opens_the_version_in_which_the_change_stands_and_escape_comes_back(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MORNING, NOON), start=1) as (app, pilot):
        screen = await versions(pilot, app)
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article.id == "2"
        await press(pilot, "escape")
        assert screen.is_current
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article.id == "1"
        await press(pilot, "escape", "c")
        assert isinstance(app.screen, CompareScreen)


async def test_changes_are_listed_by_kind_and_by_words_until_escape(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MORNING, NOON), start=1) as (app, pilot):
        screen = await versions(pilot, app)
        await press(pilot, "w")
        assert [change.kinds for change in screen.list.changes] == [("added",)]
        await press(pilot, "escape", "slash", *"GEWONDEN", "enter")
        assert [change.kinds for change in screen.list.changes] == [("figures",)]
        await press(pilot, "escape")
        assert len(screen.list.changes) == 4
        assert screen.is_current


async def test_of_one_version_it_is_said_that_there_is_one_and_no_key_breaks(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MORNING,), start=1, size=(80, 24)) as (app, pilot):
        screen = await versions(pilot, app)
        assert "There is only one version." in seen(app)
        await press(pilot, "enter", "c", "right_square_bracket", "w", "y", "e", "J", "slash", "x", "escape")
        assert screen.is_current


async def test_a_title_alone_is_a_change_that_can_be_opened(tmp_path: Path) -> None:
    texts = (MORNING, MORNING.replace("Brand in", "Grote brand in").replace("dicht", "Dicht"))
    async with running(tmp_path, texts=texts, start=1) as (app, pilot):
        screen = await versions(pilot, app)
        assert [change.kinds for change in screen.list.changes] == [("title",)]
        assert "Brand in de silo" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_a_version_that_is_added_meanwhile_is_taken_in(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MORNING,), start=1) as (app, pilot):
        screen = await versions(pilot, app)
        article = screen.article
        newer = replace(article, paragraphs=(replace(article.paragraphs[0], text="De silo staat nog."),))
        app.write(lambda library: library.articles.add(newer), lambda _added: None)
        await press(pilot)
        assert len(screen.history.articles) == 2


async def test_adding_another_version_in_the_app_says_so(tmp_path: Path) -> None:
    path = tmp_path / "noon.txt"
    path.write_text(NOON, "utf-8")
    async with running(tmp_path, texts=(MORNING,), start=0) as (app, pilot):
        await press(pilot, "plus")
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        told = [notification.message for notification in app._notifications]
        assert "“Brand in de silo” is another version of a report that you have. What changed: [H]" in told


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 50)])
async def test_it_fits_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, texts=THREE, start=1, size=size) as (app, pilot):
        await versions(pilot, app)
        assert all(len(line) <= size[0] for line in seen(app).splitlines())


async def test_the_changes_are_written_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "changes.md"
    async with running(tmp_path, texts=(MORNING, NOON), start=1) as (app, pilot):
        await versions(pilot, app)
        await press(pilot, "e")
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        assert "~~zou~~" in path.read_text("utf-8")
