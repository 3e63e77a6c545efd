"""The Ledger screen, driven by keys."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.coverage.matrix import ORDERS
from tests.tui.app import press, running, seen, settled
from tui.app import BriefingApp
from tui.screens.compare.screen import CompareScreen
from tui.screens.ledger.filter import SORTS
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
        assert screen.pane.claims.rows
        assert "A 4 March 2021  B 5 March 2021" in seen(app)
        assert any(len(row.articles) == 2 for row in screen.pane.claims.rows)


async def test_enter_opens_the_report_at_the_claim(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L")
        entry = ledger_of(app).pane.claims.rows[0].entries[0]
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        here = app.screen.cursor.here
        assert here is not None
        assert here.span.overlaps(entry.passage)


async def test_c_puts_the_first_two_reports_that_have_the_claim_side_by_side(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "w", "c")
        assert isinstance(app.screen, CompareScreen)


async def test_the_sort_of_claims_narrows_the_list_and_comes_round_again(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L")
        everything = len(ledger_of(app).pane.claims.rows)
        await press(pilot, "w")
        assert all(len(row.articles) > 1 for row in ledger_of(app).pane.claims.rows)
        await press(pilot, *["w"] * (len(SORTS) - 1))
        assert len(ledger_of(app).pane.claims.rows) == everything


async def test_the_timeline_leads_to_the_passages_that_name_a_date(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "t")
        assert ledger_of(app).pane.timeline.count
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)


async def test_two_names_of_a_claim_are_called_one_source_and_that_is_undone(tmp_path: Path) -> None:
    texts = (
        "De molen\n\nDe molen van Elst is verkocht, zegt notaris Wim Kolk.\n",
        "De verkoop\n\nDe molen van Elst is verkocht, zegt molenaar Eva Smit.\n",
    )
    async with running(tmp_path, texts=texts) as (app, pilot):
        await press(pilot, "L")
        assert ledger_of(app).pane.claims.rows[0].roots == ("Wim Kolk", "Eva Smit")
        await press(pilot, "i")
        assert "two sources" in seen(app)
        await press(pilot, "enter")
        assert ledger_of(app).pane.claims.rows[0].roots == ("Wim Kolk",)
        await press(pilot, "u")
        assert ledger_of(app).pane.claims.rows[0].roots == ("Wim Kolk", "Eva Smit")


async def test_the_views_come_round_again_each_with_its_cursor(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "j", "v")
        screen = ledger_of(app)
        names = [screen.pane.view.name]
        for _view in screen.pane.views[1:]:
            await press(pilot, "v")
            names.append(screen.pane.view.name)
        assert names == ["matrix", "drift", "sources", "timeline", "claims"]
        assert screen.pane.table.cursor == 1


async def test_words_typed_after_a_slash_narrow_every_view_until_escape(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L")
        screen = ledger_of(app)
        everything = screen.pane.claims.count
        await press(pilot, "slash", *"BESTUUR", "enter")
        assert 0 < screen.pane.claims.count < everything
        assert "“BESTUUR”" in seen(app)
        await press(pilot, "v", "j")
        assert screen.pane.matrix.count < everything
        await press(pilot, "escape")
        assert screen.is_current
        assert screen.pane.matrix.count == everything
        assert screen.pane.view is screen.pane.matrix


async def test_escape_while_typing_closes_the_line(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "L", "slash", *"xyz")
        assert "Nothing found with this filter" in " ".join(seen(app).split())
        await press(pilot, "escape")
        assert ledger_of(app).pane.claims.count
        assert ledger_of(app).pane.table.has_focus


HILL = """Bron: Heuvelbode
Datum: 2021-03-01

De tunnel bij Bergdorp zou in juni dicht blijven, meldt een ingewijde aan persbureau Noord.

De pont vaart elke dag, zegt schipper Lien Kolk.
"""
VALLEY = """Bron: Dalkrant
Datum: 2021-03-05

De tunnel bij Bergdorp blijft in juni dicht, zegt directeur Bas Vuur.
"""
UNDATED = """Bron: Bergblad

De tunnel bij Bergdorp blijft in juni dicht, meldt persbureau Noord.
"""
TUNNEL = (HILL, VALLEY, UNDATED)


async def tunnel(pilot: "Pilot[None]", app: BriefingApp) -> LedgerScreen:
    articles = [app.library.articles.get(str(number)) for number in range(1, 4)]
    app.go.to_ledger(articles)
    await settled(pilot)
    return ledger_of(app)


async def test_the_matrix_chooses_an_outlet_and_lists_what_only_it_has_and_what_it_leaves_out(tmp_path: Path) -> None:
    async with running(tmp_path, texts=TUNNEL, start=0) as (app, pilot):
        screen = await tunnel(pilot, app)
        await press(pilot, "v")
        assert screen.pane.matrix.outlet
        assert screen.pane.matrix.outlet.name == "Heuvelbode"
        await press(pilot, "w")
        assert "Only in Heuvelbode" in seen(app)
        assert screen.pane.matrix.count == 1
        await press(pilot, "l", "w")
        assert "What Dalkrant leaves out" in seen(app)
        assert screen.pane.matrix.count == 0
        await press(pilot, "escape")
        assert screen.pane.matrix.count == 2


async def test_enter_in_the_matrix_opens_the_report_of_the_chosen_outlet(tmp_path: Path) -> None:
    async with running(tmp_path, texts=TUNNEL, start=0) as (app, pilot):
        await tunnel(pilot, app)
        await press(pilot, "v", "l", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.text.articles[0].outlet == "Dalkrant"
        await press(pilot, "escape")
        assert ledger_of(app).pane.view is ledger_of(app).pane.matrix
        assert ledger_of(app).pane.matrix.column == 1


async def test_the_matrix_is_sorted_by_each_order_in_turn(tmp_path: Path) -> None:
    async with running(tmp_path, texts=TUNNEL, start=0) as (app, pilot):
        screen = await tunnel(pilot, app)
        await press(pilot, "S")
        assert screen.pane.matrix.order == "outlets"
        await press(pilot, "v")
        for order in (*ORDERS[1:], ORDERS[0]):
            await press(pilot, "S")
            assert screen.pane.matrix.order == order


async def test_the_drift_shows_the_chart_and_the_turn_and_compares_the_two_reports(tmp_path: Path) -> None:
    async with running(tmp_path, texts=TUNNEL, start=0) as (app, pilot):
        await tunnel(pilot, app)
        await press(pilot, "v", "v")
        words = " ".join(seen(app).split())
        assert "unconfirmed │○" in words
        assert "○─● ? ●" in words
        assert "First of those whose date is known: Heuvelbode, 1 March 2021" in words
        await press(pilot, "c")
        assert isinstance(app.screen, CompareScreen)
        assert [article.outlet for article in app.screen.text.articles] == ["Heuvelbode", "Dalkrant"]


async def test_the_sources_are_a_tree_that_leads_to_the_passage(tmp_path: Path) -> None:
    async with running(tmp_path, texts=TUNNEL, start=0) as (app, pilot):
        await tunnel(pilot, app)
        await press(pilot, "v", "v", "v")
        assert "Noord · 2 outlets · 2 claims" in seen(app)
        assert "2 of 3 outlets lean on Noord" in " ".join(seen(app).split())
        await press(pilot, "j", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.text.articles[0].outlet == "Bergblad"


@pytest.mark.parametrize("start", [1, 2])
async def test_every_view_of_few_reports_says_what_is_missing_and_breaks_nowhere(tmp_path: Path, start: int) -> None:
    texts = ("De markt is leeg.\n", "De kade is nat.\n")[:start]
    async with running(tmp_path, texts=texts, start=start, size=(80, 24)) as (app, pilot):
        await press(pilot, "L", "v", "v")
        lacks = "There is only one report" if start == 1 else "No claim stands in more than one of these reports."
        assert lacks in " ".join(seen(app).split())
        await press(pilot, "enter", "c", "y", "v", "enter", "h", "v", "enter", "w", "S", "v")
        assert ledger_of(app).pane.view is ledger_of(app).pane.claims


@pytest.mark.parametrize(
    ("views", "name", "start"),
    [
        (1, "m.csv", "Claim,"),
        (1, "m.md", "# Claims by outlet"),
        (2, "d.md", "# Who hedged"),
        (3, "s.dot", "digraph"),
    ],
)
async def test_a_view_is_written_to_a_file_and_not_over_another(
    tmp_path: Path, views: int, name: str, start: str
) -> None:
    path = tmp_path / name
    async with running(tmp_path, texts=TUNNEL, start=0) as (app, pilot):
        await tunnel(pilot, app)
        await press(pilot, *["v"] * views, "e")
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        assert path.read_text("utf-8").startswith(start)
        path.write_text("mine", "utf-8")
        await press(pilot, "e")
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        assert path.read_text("utf-8") == "mine"
        await press(pilot, "Y")
        assert path.read_text("utf-8").startswith(start)


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (200, 50)])
async def test_every_view_fits_the_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, texts=TUNNEL, start=0, size=size) as (app, pilot):
        await tunnel(pilot, app)
        for _view in range(5):
            assert all(len(line) <= size[0] for line in seen(app).splitlines())
            await press(pilot, "v")
