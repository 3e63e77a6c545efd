"""Changes of the library while another program holds it: the keys go on working, and nothing typed is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from briefing.message import UnavailableError
from store.articles import Articles
from store.library_settings import Drafts
from store.notes import Notes
from tests.tui.app import HARBOUR, press, running, seen, settled
from tui.screens.dialogs.note_editor import NoteEditor
from tui.screens.library.screen import LibraryScreen
from tui.screens.reader.screen import ReaderScreen


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Another connection writes to the library and does not finish."""
    other = sqlite3.connect(folder / "library" / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


async def until(pilot: "Pilot[None]", holds: Callable[[], bool]) -> None:
    """Wait until it holds, at most some seconds."""
    for _round in range(500):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError("waited in vain")


def refused(*_given: object, **_named: object) -> None:
    raise UnavailableError("library.locked", folder="library")


async def test_keys_work_while_another_program_holds_the_library_and_the_change_is_made_then(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        with held(tmp_path):
            await pilot.press("m", "j")
            await until(pilot, lambda: screen.view.table.cursor == 1)
            await until(pilot, lambda: "saving…" in seen(app).splitlines()[0])
            await pilot.press("k")
            await until(pilot, lambda: screen.view.table.cursor == 0)
            assert app.writing
            assert app.library.articles.record("2").unread
        await settled(pilot)
        assert "saving…" not in seen(app)
        assert not app.library.articles.record("2").unread


async def test_changes_are_made_in_the_order_of_the_keys(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        with held(tmp_path):
            await pilot.press("m", "m", "m", "d")
        await settled(pilot)
        record = app.library.articles.record("2")
        assert (record.unread, record.state) == (False, "trashed")
        await press(pilot, "u", "u")
        record = app.library.articles.record("2")
        assert (record.unread, record.state) == (True, "active")


async def test_a_note_stays_in_its_editor_until_the_library_has_it(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "a")
        with held(tmp_path):
            await pilot.press(*"jobs", "escape")
            await pilot.pause()
            assert isinstance(app.screen, NoteEditor)
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert [note.text for note in app.library.notes.find()] == ["jobs"]


async def test_a_note_that_cannot_be_kept_is_said_and_can_be_kept_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        monkeypatch.setattr(Notes, "add", refused)
        monkeypatch.setattr(Drafts, "save", refused)
        await press(pilot, "a", *"jobs", "escape")
        assert app.screen.query_one(TextArea).text == "jobs"
        assert sum("another program" in notification.message for notification in app._notifications) == 1
        monkeypatch.undo()
        await press(pilot, *", all", "escape")
        assert [note.text for note in app.library.notes.find()] == ["jobs, all"]


async def test_leaving_waits_for_what_is_being_written(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        with held(tmp_path):
            await pilot.press("a", *"jobs", "ctrl+q")
            await until(pilot, lambda: app.saving)
            editor = app.screen
            assert isinstance(editor, NoteEditor)
        await until(pilot, lambda: app._exit)
        assert app.library.drafts.get(editor._note) == "jobs"


async def test_leaving_without_what_cannot_be_saved_takes_a_second_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        monkeypatch.setattr(Drafts, "save", refused)
        await press(pilot, "a", *"jobs", "ctrl+q")
        assert not app._exit
        assert any("Not everything" in notification.message for notification in app._notifications)
        await pilot.press("ctrl+q")
        assert app._exit


async def test_what_fails_after_its_screen_was_left_is_said_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        monkeypatch.setattr(Articles, "mark_read", refused)
        with held(tmp_path):
            app.write(lambda library: library.settings.set("x", "y"))
            await pilot.press("m", "escape")
            await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await settled(pilot)
        assert any("another program" in notification.message for notification in app._notifications)
