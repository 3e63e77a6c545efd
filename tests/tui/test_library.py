"""The Library screen, driven by keys."""

from collections.abc import Iterable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from briefing.dossier import Dossier
from briefing.ingest.text import read_article
from briefing.message import UnavailableError
from briefing.note import Note
from store import ArticleFilter, ArticleRecord, Hit
from store.articles import Articles
from store.full_text import FullText
from tests.tui.app import HARBOUR, QUAY, press, running, seen, settled
from tui.screens.compare.screen import CompareScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.reader.screen import ReaderScreen


def library_of(app: object) -> LibraryScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, LibraryScreen)
    return screen


async def test_the_counts_of_unread_and_all_are_shown_and_follow_reading(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        assert "2 unread of 2" in seen(app)
        await press(pilot, "m")
        assert "1 unread of 2" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(), start=0) as (app, _pilot):
        assert "briefing add" in seen(app)


async def test_the_filter_follows_the_typing_and_escape_shows_everything_again(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "f", *"kade")
        assert len(library_of(app).selection.rows) == 1
        await press(pilot, "escape")
        assert len(library_of(app).selection.rows) == 2


async def test_a_search_finds_words_in_the_text_and_opens_at_the_passage(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "slash", *"wethouder")
        (hit,) = library_of(app).selection.rows
        await press(pilot, "enter", "enter")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert hit.passage  # type: ignore[union-attr]
        here = screen.cursor.here
        assert here is not None
        assert "wethouder" in here.article.paragraphs[here.article.paragraph_at(here.span.start)].text


async def test_a_word_that_is_still_being_typed_finds_what_begins_so(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "slash", *"wethou")
        assert len(library_of(app).selection.rows) == 1


async def test_more_than_two_reports_are_chosen_in_the_library(tmp_path: Path) -> None:
    third = "De brug\n\nDe brug is dicht, zegt de provincie."
    async with running(tmp_path, texts=(HARBOUR, QUAY, third), start=3) as (app, _pilot):
        assert library_of(app).selection.chosen == ["1", "2", "3"]
        assert "3 chosen" in seen(app)


async def test_a_quotation_may_be_open_while_it_is_typed(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "slash", *'"wethouder Piet')
        assert len(library_of(app).selection.rows) == 1
        assert "1 found" in seen(app).splitlines()[0]


async def test_a_search_says_when_the_full_text_is_still_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        monkeypatch.setattr(app.library.maintenance, "index_progress", lambda: (1, 2))
        await press(pilot, "slash", *"wethouder")
        assert "50" in seen(app).splitlines()[0]
        monkeypatch.undo()
        library_of(app).view.search_bar.list_rows()
        await settled(pilot)
        assert "50" not in seen(app).splitlines()[0]


async def test_a_query_that_is_not_understood_is_said_and_hides_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "slash", *"newer:never")
        assert len(library_of(app).selection.rows) == 2
        assert "newer" in seen(app).splitlines()[0]


async def test_two_chosen_articles_open_side_by_side_in_the_order_of_choosing(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "space", "space", "c")
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert [article.id for article in screen.text.articles] == ["2", "1"]


async def test_chosen_articles_become_a_dossier_that_opens_and_closes(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "space", "space", "D", *"haven", "enter")
        (dossier,) = app.library.dossiers.all()
        assert set(dossier.articles) == {"1", "2"}
        await press(pilot, "g", "enter")
        assert library_of(app).selection.dossier == app.library.dossiers.get(dossier.id)
        await press(pilot, "escape")
        assert library_of(app).selection.dossier is None


async def test_a_dossier_is_renamed_and_emptied_and_marks_what_is_new_in_it(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        dossier = app.library.dossiers.create("port", ["1"])
        app.library.dossiers.mark_viewed(dossier.id)
        added = app.library.articles.add(read_article(b"The quay\n\nThe quay is old, says the mayor.", name="-"))
        app.library.dossiers.add_articles(dossier.id, [added.article.id])
        library_of(app).view.read()
        await settled(pilot)
        await press(pilot, "g")
        assert "1 new" in seen(app)
        await press(pilot, "R")
        app.screen.query_one("#answer").value = "harbour"  # type: ignore[attr-defined]
        await press(pilot, "enter", "enter", "d")
        assert app.library.dossiers.get(dossier.id).name == "harbour"
        assert len(app.library.dossiers.get(dossier.id).articles) == 1
        await press(pilot, "escape", "g", "d")
        assert app.library.dossiers.all() == []
        assert app.library.articles.count().total == 3


async def test_a_trashed_article_comes_back_with_undo(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "d")
        assert len(library_of(app).selection.rows) == 1
        await press(pilot, "u")
        assert len(library_of(app).selection.rows) == 2


async def test_what_could_not_be_done_is_said_and_not_told_as_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_id: str) -> None:
        raise UnavailableError("library.locked", folder="library")

    async with running(tmp_path, start=0) as (app, pilot):
        monkeypatch.setattr(app.library.articles, "trash", refused)
        await press(pilot, "d")
        assert not any("trash" in notification.message for notification in app._notifications)
        assert len(app._notifications) == 1
        assert len(library_of(app).selection.rows) == 2


async def test_undo_after_reading_takes_back_what_the_user_did(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        app.library.articles.tag("2", ("port",))
        await press(pilot, "enter", "escape", "u")
        assert app.library.articles.record("2").tags == ()
        assert not app.library.articles.record("2").unread


async def test_tags_are_set_and_shown(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "number_sign", *"port,#Port of Delfhuizen", "enter")
        assert app.library.articles.record("2").tags == ("port", "Port of Delfhuizen")
        await press(pilot, "number_sign", "enter")
        assert app.library.articles.record("2").tags == ("port", "Port of Delfhuizen")
        assert "#port" in seen(app)


async def test_a_file_can_be_added_and_one_that_is_missing_is_said(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The bridge\n\nThe bridge will close in May, says the mayor.", "utf-8")
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "plus")
        app.screen.query_one("#answer").value = str(path)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert app.library.articles.count().total == 3
        await press(pilot, "plus")
        app.screen.query_one("#answer").value = str(tmp_path / "none.txt")  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert app.library.articles.count().total == 3
        assert any("none.txt" in notification.message for notification in app._notifications)


async def test_what_another_program_adds_appears(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=0) as (app, pilot):
        app.library.articles.add(read_article(QUAY.encode(), name="-"))
        for _wait in range(100):
            await settled(pilot)
            if len(library_of(app).selection.rows) == 2:
                break
            await pilot.pause(0.02)
        assert len(library_of(app).selection.rows) == 2


async def test_the_cursor_stays_on_its_article_when_the_list_changes(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "j")
        stood = library_of(app).selection.record
        app.library.articles.add(read_article(b"Something else happened.\n\nIt was said to be new.", name="-"))
        library_of(app).view.read()
        await settled(pilot)
        assert stood is not None
        assert library_of(app).selection.record is not None
        assert library_of(app).selection.record.id == stood.id  # type: ignore[union-attr]


async def test_brackets_in_a_title_are_text(tmp_path: Path) -> None:
    text = "[/b] [red]Mayor[/red] quits [\n\nThe mayor of Delfhuizen quits, says the council."
    async with running(tmp_path, texts=(text,), start=0) as (app, pilot):
        assert "[red]Mayor[/red]" in seen(app)
        await press(pilot, "d")
        assert "[red]Mayor[/red]" in seen(app)


async def test_an_added_report_of_a_story_that_is_there_suggests_its_fellows_and_merges_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(HARBOUR.replace("Kramer", "Bakker").replace("in mei", "in juni"), "utf-8")
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "plus")
        app.screen.query_one("#answer").value = str(path)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert library_of(app).selection.chosen[0] == "3"
        assert "1" in library_of(app).selection.chosen
        assert app.library.dossiers.all() == []


async def test_the_archive_and_the_trash_are_shown_by_turns_and_give_back_what_is_in_them(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        screen = library_of(app)
        await press(pilot, "z", "d")
        assert list(screen.selection.rows) == []
        await press(pilot, "v")
        assert "Archive" in seen(app).splitlines()[0]
        assert list(screen.selection.rows) == ["2"]
        await press(pilot, "r", "v")
        assert "Trash" in seen(app).splitlines()[0]
        assert list(screen.selection.rows) == ["1"]
        await press(pilot, "r", "escape")
        assert list(screen.selection.rows) == ["2", "1"]
        assert "2 unread of 2" in seen(app)


async def test_what_hangs_on_an_article_is_named_before_it_is_removed_for_good(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        app.library.notes.add(Note("", "ask who", article="2"))
        app.library.dossiers.create("port", ["2"])
        await press(pilot, "G", "k", "d", "v", "v", "d")
        assert "This also deletes: 1 note and a place in 1 dossier." in seen(app)
        await press(pilot, "escape")
        assert app.library.articles.record("2").state == "trashed"
        await press(pilot, "d", "Y")
        assert [record.id for record in app.library.articles.records(ArticleFilter(state=None))] == ["1"]
        assert app.library.notes.find() == []
        assert "deleted." in seen(app)
        await press(pilot, "u")
        assert app.library.notes.find() == []


async def test_chosen_articles_go_together_and_come_back_with_one_undo(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "space", "space", "d")
        assert library_of(app).selection.rows == []
        assert any("2 articles moved to the trash" in notification.message for notification in app._notifications)
        await press(pilot, "u")
        assert len(library_of(app).selection.rows) == 2


async def test_chosen_articles_are_marked_as_read_together(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        app.library.articles.mark_read("1")
        await press(pilot, "space", "space", "m")
        assert "0 unread of 2" in seen(app)
        await press(pilot, "m")
        assert "2 unread of 2" in seen(app)
        await press(pilot, "u", "u")
        assert "1 unread of 2" in seen(app)


async def test_a_list_that_cannot_be_read_again_is_said_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_asked: object) -> list[str]:
        raise UnavailableError("library.locked", folder="library")

    async with running(tmp_path, start=0) as (app, pilot):
        monkeypatch.setattr(Articles, "ids", refused)
        library_of(app).changed()
        await settled(pilot)
        assert app.failure is None
        assert len(library_of(app).selection.rows) == 2
        assert any("another program" in notification.message for notification in app._notifications)


async def test_a_search_in_the_archive_or_in_a_dossier_finds_what_is_there(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        app.library.articles.archive("1")
        app.library.dossiers.create("port", ["2"])
        await press(pilot, "v", "slash", *"haven")
        assert [hit.record.id for hit in library_of(app).selection.rows] == ["1"]  # type: ignore[union-attr]
        await press(pilot, "escape", "escape", "g", "enter", "slash", *"haven")
        assert [hit.record.id for hit in library_of(app).selection.rows] == ["2"]  # type: ignore[union-attr]


async def test_leaving_a_dossier_leads_back_to_it(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        for name in ("one", "two"):
            app.library.dossiers.create(name, ["1"])
        library_of(app).view.read()
        await settled(pilot)
        await press(pilot, "g", "j", "enter")
        assert library_of(app).selection.rows == ["1"]
        await press(pilot, "escape")
        assert isinstance(library_of(app).selection.row, Dossier)
        assert library_of(app).selection.row.name == "two"  # type: ignore[union-attr]


async def test_of_a_long_list_only_what_is_seen_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tuple(f"Report {number}\n\nThe bridge of town {number} is closed." for number in range(300))
    read: list[str] = []
    whole = Articles.records_of

    def noted(articles: Articles, ids: Iterable[str]) -> list[ArticleRecord]:
        wanted = list(ids)
        read.extend(wanted)
        return whole(articles, wanted)

    monkeypatch.setattr(Articles, "records_of", noted)
    monkeypatch.setattr(Articles, "records", lambda *_asked: pytest.fail("every record was read"))
    async with running(tmp_path, texts=texts, start=0) as (app, pilot):
        assert "300 unread of 300" in seen(app)
        assert len(set(read)) < 150
        await press(pilot, "G")
        assert "Report 0" in seen(app)
        assert len(set(read)) < 250
        await press(pilot, "f", *"report 77")
        assert "Report 77" in seen(app)
        assert "3 found" in seen(app)


async def test_a_search_that_was_overtaken_by_typing_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    begun, go_on = Event(), Event()
    whole = FullText.search

    def slow(full_text: FullText, query: str, **how: Any) -> list[Hit]:
        asked.append(query)
        begun.set()
        go_on.wait(10)
        return whole(full_text, query, **how)

    async with running(tmp_path, start=0) as (app, pilot):
        monkeypatch.setattr(FullText, "search", slow)
        await pilot.press("slash", "h")
        begun.wait(10)
        await pilot.press(*"aven")
        go_on.set()
        await settled(pilot)
        assert asked == ["h", "haven"]
        assert len(library_of(app).selection.rows) == 2


@pytest.mark.parametrize("typed", ["-", "/dev/stdin", "/dev/null"])
async def test_the_app_reads_no_standard_input_and_says_what_to_do(tmp_path: Path, typed: str) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "plus")
        app.screen.query_one("#answer").value = typed  # type: ignore[attr-defined]
        await press(pilot, "enter")
        said = [notification.message for notification in app._notifications]
        assert [typed in words and "briefing add -" in words for words in said] == [True]
        await press(pilot, "j")
        assert library_of(app).view.table.cursor == 1
        assert len(library_of(app).selection.rows) == 2
