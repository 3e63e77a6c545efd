"""The source map: which reports lean on which origins, as a tree and as a graph."""

import re
import shutil
import subprocess

import pytest

import locales
from briefing.article import Article
from briefing.claims.names import canonical_names
from briefing.compare.ledger import ledger_of
from briefing.coverage.source_map import SourceMap, source_map_of
from briefing.export.source_map import map_facts, source_map_dot, source_map_json, source_map_text
from tests.briefing.coverage.reports import BARE, FACT, ZOU, report
from tui.signs import ASCII, UNICODE

ENGLISH = locales.catalogue("en")
UNNAMED = "Volgens een buurman is het eetcafé failliet."


def mapped(*articles: Article) -> SourceMap:
    return source_map_of(ledger_of(articles))


FOUR = (
    report("1", "2021-03-01", ZOU, outlet="Courant"),
    report("2", "2021-03-04", FACT, outlet="Blad"),
    report("3", None, BARE, UNNAMED, outlet="Journaal"),
    report(
        "4",
        "2021-03-02",
        "Het bericht van Noord klopt: de sloop kost 3 miljoen euro, meldt persbureau Noord.",
        outlet="Bode",
    ),
)


def leaning(found: SourceMap) -> dict[str, list[str]]:
    return {origin.name: [one.article.id for one in origin.reliances] for origin in found.origins}


def test_reports_stand_under_the_origin_that_they_lean_on() -> None:
    assert leaning(mapped(*FOUR)) == {"Noord": ["1", "4"], "Jan Moor": ["2"]}


def test_what_has_no_named_source_is_not_given_one() -> None:
    found = mapped(*FOUR)
    assert [one.article.id for one in found.unnamed] == ["3"]
    assert [one.article.id for one in found.own] == ["3"]


def test_a_dateline_of_an_agency_is_an_origin() -> None:
    found = mapped(report("1", None, "UTRECHT (Noord) - De gracht is schoon, zegt opzichter Mien Tak.", outlet="Bode"))
    assert [origin.name for origin in found.origins] == ["Mien Tak"]
    assert found.origins[0].reliances[0].via == ("Noord",)


def test_five_outlets_with_one_wire_story_are_told_to_lean_on_one_origin() -> None:
    found = mapped(*(report(str(one), f"2021-03-0{one}", ZOU, outlet=f"Krant {one}") for one in range(1, 6)))
    assert list(map_facts(found, ENGLISH))[:2] == ["5 outlets, 1 named origin", "5 of 5 outlets lean on Noord"]
    assert len(found.same_text) == 10


def test_where_no_origin_is_shared_that_is_said() -> None:
    assert "No named origin serves more than one outlet" in map_facts(mapped(*FOUR[1:3]), ENGLISH)


def test_one_report_is_not_said_to_share_or_not_to_share() -> None:
    assert list(map_facts(mapped(FOUR[0]), ENGLISH)) == ["1 outlet, 1 named origin"]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Jan Moor", "Moor"], {"Moor": "Jan Moor", "Jan Moor": "Jan Moor"}),
        (["Jan Moor", "Piet Moor", "Moor"], {"Moor": "Moor", "Jan Moor": "Jan Moor", "Piet Moor": "Piet Moor"}),
        ([], {}),
    ],
)
def test_a_short_name_is_the_fuller_one_that_it_fits_unless_it_fits_two(
    names: list[str], found: dict[str, str]
) -> None:
    assert canonical_names(names) == found


def test_the_tree_has_a_branch_for_each_origin() -> None:
    text = source_map_text(mapped(*FOUR), ENGLISH, UNICODE)
    assert (
        "Noord · 2 outlets · 2 claims\n├─ Courant · 1 March 2021 · 1 claim\n└─ Bode · 2 March 2021 · 1 claim\n" in text
    )
    assert "└─ Journaal · date unknown · 1 claim" in text
    assert "|- Courant" in source_map_text(mapped(*FOUR), ENGLISH, ASCII)


def test_the_json_has_the_passages() -> None:
    origins = source_map_json(mapped(*FOUR))["origins"]
    assert isinstance(origins, list)
    assert origins[0]["reports"][0]["passages"][0]["text"] == ZOU


NASTY = report("7", None, 'De brug is "dicht", zegt Ann "de \\ baas" Pol.', outlet='De "Krant" \\')


def test_each_line_of_the_graph_is_a_statement_of_dot() -> None:
    node = r'"(?:[^"\\]|\\.)*"'
    statement = re.compile(rf"  {node}(?: -> {node})? \[\w+=(?:{node}|\w+)(?:, \w+=(?:{node}|\w+))*\];")
    lines = source_map_dot(mapped(*FOUR, NASTY), ENGLISH).splitlines()
    assert lines[0] == "digraph sources {"
    assert lines[-1] == "}"
    assert [line for line in lines[2:-1] if not statement.fullmatch(line)] == []
    assert sum(" -> " in line for line in lines) >= 5


def test_the_graph_goes_from_the_report_through_the_channel_to_the_origin() -> None:
    dateline = report("1", None, "UTRECHT (Noord) - De gracht is schoon, zegt opzichter Mien Tak.", outlet="Bode")
    edges = [line for line in source_map_dot(mapped(dateline), ENGLISH).splitlines() if " -> " in line]
    assert edges == [
        '  "report 1" -> "source Noord" [label="1"];',
        '  "source Noord" -> "source Mien Tak" [label="1"];',
    ]


@pytest.mark.full
def test_graphviz_draws_the_graph() -> None:
    program = shutil.which("dot")
    assert program, "Graphviz is not installed"
    done = subprocess.run(
        [program, "-Tplain"],
        input=source_map_dot(mapped(*FOUR, NASTY), ENGLISH),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert sum(line.startswith("edge") for line in done.stdout.splitlines()) >= 5
