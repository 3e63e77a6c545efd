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
    assert "There is only one report" in called.out


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


def test_what_the_user_says_of_two_names_holds_in_the_source_map_until_it_is_forgotten(
    briefing: Call, two: list[Path]
) -> None:
    briefing("add", *two)
    assert "Noord · 1 outlet" in briefing("sources").out
    assert "one source" in briefing("sources", "same", "Noord", "Jan Moor").out
    assert "Noord · 2 outlets" in briefing("sources").out
    assert "two sources" in briefing("sources", "different", "jan moor", "Noord").out
    assert briefing("sources", "judged", "--format", "json").json["judgements"][0]["same"] is False
    assert "Noord · 1 outlet" in briefing("sources").out
    assert briefing("sources", "forget", "Noord", "Jan Moor").code == 0
    assert briefing("sources", "forget", "Noord", "Jan Moor").code == 1


@pytest.mark.parametrize(
    "words", [("same",), ("same", "A"), ("different", "A", "B", "C"), ("same", "A", "a"), ("same", "A", " ")]
)
def test_a_judgement_takes_two_names(briefing: Call, words: tuple[str, ...]) -> None:
    called = briefing("sources", *words)
    assert (called.code, called.out) == (2, "")


def test_sources_of_an_empty_library_are_not_found(briefing: Call) -> None:
    assert briefing("sources").code == 1


@pytest.fixture
def edited(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "ochtend.txt", tmp_path / "avond.txt"]
    texts = ("Bij de brand zouden zes loodsen zijn verwoest.", "Bij de brand zijn acht loodsen verwoest.")
    for path, day, text in zip(paths, ("2021-05-03", "2021-05-04"), texts, strict=True):
        head = f"Titel: Brand\nBron: Blad\nDatum: {day}\nURL: https://blad.example/brand\n\n"
        path.write_text(f"{head}{text}\n\nDe brandweer is nog bezig.\n", encoding="utf-8")
    return paths


def test_a_report_that_is_added_again_with_another_text_is_said_to_be_another_version(
    briefing: Call, edited: list[Path]
) -> None:
    briefing("add", edited[0])
    assert "another version of 1. What changed: briefing versions 2" in briefing("add", edited[1]).out
    assert briefing("add", edited[1], "--format", "json").json["articles"][0]["versions"] == []
    assert len(briefing("list", "--format", "json").json["articles"]) == 2


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "1 hardened and 1 with other figures"), ("nl", "1 stelliger en 1 met andere cijfers")],
)
def test_versions_tells_what_changed_and_marks_the_words(
    briefing: Call, edited: list[Path], lang: str, words: str
) -> None:
    briefing("add", *edited)
    told = briefing("versions", 1, lang=lang).out
    assert words in " ".join(told.split())
    assert "{+zijn acht+} loodsen" in " ".join(told.split())
    assert briefing("versions", 2, lang=lang).out == told


def test_files_are_versions_in_the_order_of_their_dates(briefing: Call, edited: list[Path]) -> None:
    found = briefing("versions", *reversed(edited), "--format", "json").json
    assert [one["published"] for one in found["versions"]] == ["2021-05-03", "2021-05-04"]
    assert found["revisions"][0]["changes"][0]["details"][0] == {"kind": "hardened", "older": "zouden", "newer": ""}


def test_the_ends_are_held_against_each_other_without_the_steps(
    briefing: Call, edited: list[Path], tmp_path: Path
) -> None:
    third = tmp_path / "nacht.txt"
    third.write_text(edited[1].read_text("utf-8").replace("05-04", "05-05").replace("acht", "negen"), "utf-8")
    found = briefing("versions", *edited, third, "--format", "json").json
    assert len(found["revisions"]) == 2
    found = briefing("versions", *edited, third, "--ends", "--format", "json").json
    assert [detail["newer"] for detail in found["revisions"][0]["changes"][0]["details"]] == ["", "negen"]


def test_a_report_without_another_version_is_said_to_have_one(briefing: Call, edited: list[Path]) -> None:
    called = briefing("versions", edited[0])
    assert (called.code, "There is only one version" in called.out) == (0, True)
