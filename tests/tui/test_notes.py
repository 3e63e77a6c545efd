"""Notes: written while reading, listed, edited, found back, exported."""

from pathlib import Path

from tests.tui.app import HARBOUR, press, running, seen
from tui.screens.notes.screen import NotesScreen
from tui.screens.reader.screen import ReaderScreen


async def test_notes_are_listed_and_lead_back_to_their_passage(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "G", "a", *"jobs", "escape", "g", "A")
        assert isinstance(app.screen, NotesScreen)
        (note,) = app.screen.notes
        await press(pilot, "p")
        assert isinstance(app.screen, ReaderScreen)
        here = app.screen.cursor.here
        assert here is not None
        assert note.passage is not None
        assert note.passage.span.overlaps(here.span)


async def test_a_note_is_edited_and_removed_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "a", *"one", "ctrl+s", "A", "enter", *" two", "escape")
        assert [note.text for note in app.library.notes.find()] == ["one two"]
        await press(pilot, "d")
        assert app.library.notes.find() == []
        await press(pilot, "u")
        assert [note.text for note in app.library.notes.find()] == ["one two"]
        assert "one two" in seen(app)


async def test_an_empty_note_is_not_kept(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "a", "escape")
        assert app.library.notes.find() == []


async def test_the_note_and_its_quote_stand_in_the_export(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "n", "a", *"verify", "escape", "e")
        app.screen.query_one("#answer").value = str(tmp_path / "out.md")  # type: ignore[attr-defined]
        await press(pilot, "enter")
        written = (tmp_path / "out.md").read_text("utf-8")
        assert "verify" in written
        assert "haven van Delfhuizen" in written


async def test_an_export_that_was_edited_is_overwritten_only_after_a_yes(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_text("mine", "utf-8")
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        for answer, kept in (("escape", True), ("Y", False)):
            await press(pilot, "e")
            app.screen.query_one("#answer").value = str(path)  # type: ignore[attr-defined]
            await press(pilot, "enter")
            await press(pilot, answer)
            assert (path.read_text("utf-8") == "mine") is kept


async def test_copying_hands_over_quote_and_citation_and_claims_no_success(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "n", "y")
        assert "Delfhuizen" in app.clipboard
        assert "March 2021" in app.clipboard
        assert any("export" in notification.message for notification in app._notifications)


async def test_leaving_the_app_while_writing_keeps_a_draft_that_the_next_editor_opens_with(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (_app, pilot):
        await press(pilot, "n", "a", *"half a th", "ctrl+q")
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "n", "a")
        assert "half a th" in seen(app)
        await press(pilot, *"ought", "escape")
        assert [note.text for note in app.library.notes.find()] == ["half a thought"]
        await press(pilot, "a")
        assert "half a th" not in seen(app)
