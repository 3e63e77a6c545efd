"""Only the claims of one source: chosen from a list, said on the screen, ended with Esc."""

from pathlib import Path

import pytest

from tests.tui.app import HARBOUR, press, running, seen
from tui.screens.dialogs.source_choice import SourceDialog, only_of
from tui.screens.ledger.filter import claims_in
from tui.screens.ledger.screen import LedgerScreen
from tui.screens.reading.screen import ReadingScreen

AGAIN = HARBOUR + "\nNoord schrijft dat de kade verzakt. Anna Kramer zegt dat de haven leeg is.\n"


def listed(app: object) -> list[tuple[str, int] | None]:
    dialog = app.screen  # type: ignore[attr-defined]
    assert isinstance(dialog, SourceDialog)
    return [(source.name, source.count) if source else None for source in dialog._found]


async def test_the_list_names_each_source_once_the_one_with_most_claims_first(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(AGAIN,), start=1) as (app, pilot):
        await press(pilot, "f")
        found = listed(app)
        assert found[0] is None
        counts = [entry[1] for entry in found if entry and entry[0]]
        assert counts == sorted(counts, reverse=True)
        assert {"Noord": 2, "Anna Kramer": 2}.items() <= dict(entry for entry in found if entry).items()


async def test_typing_narrows_the_list_and_enter_takes_the_first(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(AGAIN,), start=1) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await press(pilot, "f", *"noord")
        assert listed(app) == [("Noord", 2)]
        await press(pilot, "enter")
        assert [(claim.source and claim.source.name, claim.via) for claim in screen.text.claims.marked[0]] == [
            ("een ingewijde", ("Noord",)),
            ("Noord", ()),
        ]
        assert "only Noord: 2 claims" in seen(app)


async def test_n_goes_among_the_claims_of_the_source_until_escape_shows_all(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(AGAIN,), start=1) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        everything = screen.text.claims.marked
        await press(pilot, "f", *"kramer", "enter")
        passed = [screen.cursor.current]
        await press(pilot, "n")
        passed.append(screen.cursor.current)
        assert [current[1] for current in passed if current] == list(screen.text.claims.marked[0])
        await press(pilot, "n")
        assert screen.cursor.current == passed[-1]
        await press(pilot, "escape")
        assert screen.is_current
        assert screen.text.claims.marked == everything
        assert "only Anna" not in seen(app)
        await press(pilot, "escape")
        assert not screen.is_current


async def test_any_source_ends_it_as_well_and_nothing_that_is_called_so_changes_nothing(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(AGAIN,), start=1) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        everything = screen.text.claims.marked
        await press(pilot, "f", *"noord", "enter", "f")
        assert isinstance(app.screen, SourceDialog)
        assert (current := app.screen._found[app.screen.query_one("#sources").cursor])  # type: ignore[attr-defined]
        assert current.name == "Noord"
        await press(pilot, "up", "up", "up", "up", "enter")
        assert screen.text.claims.marked == everything
        await press(pilot, "f", *"nergens", "enter")
        assert "No matching source." in seen(app)
        await press(pilot, "escape")
        assert screen.text.claims.marked == everything


async def test_with_only_denials_the_list_holds_the_sources_of_denials(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(AGAIN,), start=1) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await press(pilot, "c", "c", "f")
        assert ("De gemeente", 1) in listed(app)
        assert "Noord" not in [entry[0] for entry in listed(app) if entry]
        await press(pilot, *"gemeente", "enter")
        assert "only what is negated, only De gemeente: 1 claim" in seen(app)
        await press(pilot, "escape")
        assert screen.is_current
        assert (screen.text.claims.which, screen.text.claims.source) == ("attributed", None)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_in_compare_both_articles_show_the_source_and_the_bar_says_so(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, size=size) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await press(pilot, "f", *"gemeente", "enter")
        assert [len(claims) for claims in screen.text.claims.marked] == [1, 1]
        assert "only De gemeente: 2 claims" in seen(app)


async def test_the_ledger_shows_the_claims_of_the_source_in_whichever_report(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "w", "escape")
        ledger = app.screen
        assert isinstance(ledger, LedgerScreen)
        everything = list(ledger.pane.claims.rows)
        await press(pilot, "f", *"smit", "enter")
        assert ledger.pane.filter.source is not None
        assert list(ledger.pane.claims.rows) == [
            row for row in everything if any(map(ledger.pane.filter.source.has, claims_in(row)))
        ]
        assert 0 < len(ledger.pane.claims.rows) < len(everything)
        assert only_of(ledger.pane.filter.source, len(ledger.pane.claims.rows)) in seen(app)
        await press(pilot, "escape")
        assert ledger.is_current
        assert list(ledger.pane.claims.rows) == everything


async def test_a_list_that_is_longer_than_the_window_scrolls_and_its_keys_stay_in_sight(tmp_path: Path) -> None:
    names = (
        "Adema",
        "Bakker",
        "Cohen",
        "Dijkstra",
        "Evers",
        "Faber",
        "Hendriks",
        "Jacobs",
        "Kuipers",
        "Meijer",
        "Otten",
    )
    text = HARBOUR + "\n" + " ".join(f"Jan {name} zegt dat de haven dicht gaat." for name in names) + "\n"
    async with running(tmp_path, texts=(text,), start=1, size=(80, 20)) as (app, pilot):
        await press(pilot, "f")
        assert "Esc Cancel" in seen(app).splitlines()[-3]
        *_others, last = listed(app)
        await press(pilot, *["down"] * 30)
        assert last is not None
        assert (last[0] or "no source named") in seen(app)


async def test_a_correction_that_gives_the_source_another_claim_is_counted_at_once(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(AGAIN,), start=1) as (app, pilot):
        await press(pilot, "f", *"noord", "enter")
        assert "only Noord: 2 claims" in seen(app)
        await press(pilot, "V", "down", "backspace", "ctrl+s")
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert "only Noord: 1 claim" in seen(app)
        assert len(screen.text.claims.marked[0]) == 1
