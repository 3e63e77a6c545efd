"""The Ledger screen, driven by keys."""

from pathlib import Path

from tests.tui.app import press, running, seen
from tui.screens.compare.screen import CompareScreen
from tui.screens.ledger.filter import VIEWS
from tui.screens.ledger.screen import LedgerScreen
from tui.screens.reader.screen import ReaderScreen


def ledger_of(app: object) -> LedgerScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, LedgerScreen)
    return screen


async def test_the_ledger_has_a_column_for_each_report_and_says_who_says_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L")
        screen = ledger_of(app)
        assert screen.rows
        assert "A 4 March 2021  B 5 March 2021" in seen(app)
        assert any(len(row.articles) == 2 for row in screen.rows)


async def test_enter_opens_the_report_at_the_claim(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L")
        entry = ledger_of(app).rows[0].entries[0]
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        here = app.screen.cursor.here
        assert here is not None
        assert here.span.overlaps(entry.passage)


async def test_c_puts_the_first_two_reports_that_have_the_claim_side_by_side(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "v", "c")
        assert isinstance(app.screen, CompareScreen)


async def test_the_view_narrows_the_list_and_comes_round_again(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L")
        everything = len(ledger_of(app).rows)
        await press(pilot, "v")
        assert all(len(row.articles) > 1 for row in ledger_of(app).rows)
        await press(pilot, *["v"] * (len(VIEWS) - 1))
        assert len(ledger_of(app).rows) == everything


async def test_the_timeline_leads_to_the_passages_that_name_a_date(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "t")
        assert ledger_of(app).event is not None
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_two_names_of_a_claim_are_called_one_source_and_that_is_undone(tmp_path: Path) -> None:
    texts = (
        "De molen\n\nDe molen van Elst is verkocht, zegt notaris Wim Kolk.\n",
        "De verkoop\n\nDe molen van Elst is verkocht, zegt molenaar Eva Smit.\n",
    )
    async with running(tmp_path, texts=texts) as (app, pilot):
        await press(pilot, "L")
        assert ledger_of(app).rows[0].roots == ("Wim Kolk", "Eva Smit")
        await press(pilot, "i")
        assert "two sources" in seen(app)
        await press(pilot, "enter")
        assert ledger_of(app).rows[0].roots == ("Wim Kolk",)
        await press(pilot, "u")
        assert ledger_of(app).rows[0].roots == ("Wim Kolk", "Eva Smit")
