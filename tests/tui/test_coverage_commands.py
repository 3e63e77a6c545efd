"""`ledger --view` and `sources` on the command line."""

from pathlib import Path

import pytest

from tests.briefing.coverage.reports import FACT, ZOU
from tests.tui.calls import Call


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "een.txt", tmp_path / "twee.txt"]
    for path, day, outlet, text in zip(
        paths, ("2021-03-01", "2021-03-04"), ("Courant", "Blad"), (ZOU, FACT), strict=True
    ):
        path.write_text(f"Bron: {outlet}\nDatum: {day}\n\n{text}\n", encoding="utf-8")
    return paths


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "4 March 2021: Blad states as a fact what Courant hedged (“zou”)"),
        ("nl", "4 maart 2021: Blad brengt als feit wat Courant onder voorbehoud bracht (“zou”)"),
    ],
)
def test_the_drift_is_told_in_both_languages(briefing: Call, two: list[Path], lang: str, words: str) -> None:
    assert words in briefing("ledger", *two, "--view", "drift", lang=lang).out


def test_one_report_has_no_drift_and_that_is_said(briefing: Call, two: list[Path]) -> None:
    called = briefing("ledger", two[0], "--view", "drift")
    assert called.code == 0
    assert "There is one report only" in called.out


def test_the_matrix_is_written_as_csv(briefing: Call, two: list[Path]) -> None:
    lines = briefing("ledger", *two, "--view", "matrix", "--format", "csv").out.splitlines()
    assert lines[0].startswith("Claim,Courant,Blad,Number of outlets")
    assert "unconfirmed,certain,2,2,Noord; Jan Moor" in lines[1]


def test_the_matrix_is_filtered_and_sorted(briefing: Call, two: list[Path]) -> None:
    found = briefing(
        "ledger", *two, "--view", "matrix", "--filter", "OOTMARSUM", "--sort", "least-sure", "--format", "json"
    )
    assert len(found.json["claims"]) == 1
    assert briefing("ledger", *two, "--view", "matrix", "--filter", "zeppelin", "--format", "json").json["claims"] == []


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "csv"),
        ("--view", "drift", "--format", "csv"),
        ("--sort", "date"),
        ("--view", "drift", "--filter", "a"),
    ],
)
def test_what_only_the_matrix_has_is_refused_for_another_view(
    briefing: Call, two: list[Path], options: tuple[str, ...]
) -> None:
    called = briefing("ledger", *two, *options)
    assert (called.code, called.out) == (2, "")
    assert "--view matrix" in called.err


def test_sources_takes_the_name_of_a_dossier(briefing: Call, two: list[Path]) -> None:
    briefing("add", *two)
    briefing("dossier", "create", "Stuwdam", 1, 2)
    assert "Noord · 1 outlet · 1 claim" in briefing("sources", "stuwdam").out
    assert briefing("sources", "dossier:1", "--format", "dot").out.startswith("digraph sources {")
    assert briefing("sources", "nergens").code == 1


def test_sources_of_an_empty_library_are_not_found(briefing: Call) -> None:
    assert briefing("sources").code == 1
