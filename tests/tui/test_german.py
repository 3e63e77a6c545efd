"""Three German reports through every command, with the interface in German."""

import json
from pathlib import Path

import pytest

from tests.tui.app import HARBOUR, press, running, seen, settled
from tui.cli import main
from tui.screens.summary.screen import SummaryScreen

REPORTS = tuple(
    Path(__file__).with_name("german").joinpath(f"{name}.txt").read_text("utf-8")
    for name in ("grounded", "inspected", "afloat")
)

NO_OFFERS = "offered = ['nl-en', 'nl-de', 'de-nl', 'en-de', 'de-en']"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{number}.txt" for number in range(len(REPORTS))]
    for path, text in zip(paths, REPORTS, strict=True):
        path.write_text(text, "utf-8")
    return [str(path) for path in paths]


def run(tmp_path: Path, *words: str) -> int:
    try:
        return main(["--library", str(tmp_path / "library"), "--lang", "de", *words])
    except SystemExit as left:
        return int(left.code or 0)


def test_they_go_through_every_command(tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "add", *files) == 0
    for words in (
        "list --language de",
        "show 1",
        "claims 1",
        "claims 2 --source Janssen",
        "compare 1 2",
        "ledger",
        "ledger --view matrix",
        "ledger --view drift",
        "sources",
        "summary 1 2 3",
        "search Küstenwachen",
        "note add 1 prüfen --quote Ruderanlage",
        "dossier create Havarie 1 2 3",
        "dossier suggest 1",
        "versions 1",
    ):
        assert run(tmp_path, *words.split()) == 0, words
    assert run(tmp_path, "export", "dossier:Havarie", "-o", str(tmp_path / "out.md")) == 0
    said = capsys.readouterr()
    assert "14. März 2024" in said.out
    assert "Nicht unabhängig: Beide stützen sich auf die Küstenwache" in said.out
    assert "3 Medien" in said.out
    assert said.err == ""


def test_a_date_a_source_and_its_certainty_are_read(
    tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "claims", files[0], "--format", "json") == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert (article["language"], article["published"]) == ("de", "2024-03-14")
    quoted = next(claim for claim in article["claims"] if claim["content"]["text"].startswith("Unsere Leute"))
    assert (quoted["source"]["name"], quoted["via"], quoted["quotation"]) == ("Hauke Janssen", ["NDR"], "direct")
    assert [claim["certainty"] for claim in article["claims"][-2:]] == ["probable", "unspecified"]


@pytest.mark.parametrize("engine", [(), ("--engine", "literal")])
def test_it_is_not_translated_and_says_so_in_one_line(
    tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str], engine: tuple[str, ...]
) -> None:
    assert run(tmp_path, "translate", files[0], "--to", "en", *engine) == 4
    said = capsys.readouterr()
    assert (said.out, len(said.err.strip().splitlines())) == ("", 1)


async def test_they_are_read_in_the_app(tmp_path: Path) -> None:
    async with running(tmp_path, texts=REPORTS, start=2, size=(120, 36), language="de") as (app, pilot):
        await settled(pilot)
        assert "Langeroog" in seen(app)
        for key in ("n", "j", "y", "s", "escape", "L", "escape", "right_square_bracket"):
            await press(pilot, key)
        assert app.is_running


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", ""),
        ("en", "Nothing here can translate it yet, so it stands in its own language."),
        ("nl", "Niets kan het hier nog vertalen; daarom staat het in zijn eigen taal."),
    ],
)
def test_a_summary_that_nothing_translates_is_in_its_own_words_with_one_line_that_says_so(
    files: list[str], capsys: pytest.CaptureFixture[str], language: str, line: str
) -> None:
    assert main(["--lang", language, "summary", *files]) == (4 if line else 0)
    said = capsys.readouterr()
    assert "Küstenwache" in said.out
    assert said.err.startswith(line)
    assert len(said.err.splitlines()) == bool(line)


@pytest.mark.parametrize(
    ("to", "kept", "line", "label"),
    [
        ("nl", "De haven van Delfhuizen", "Niets vertaalt hier het Duits naar het Nederlands", "Duits, niet vertaald"),
        ("en", "of Delfhuizen", "Nothing here translates German to English", "German, not translated"),
        (
            "de",
            "Küstenwache",
            "Hier übersetzt nichts von Niederländisch nach Deutsch",
            "Niederländisch, nicht übersetzt",
        ),
    ],
)
def test_of_a_mixed_summary_what_nothing_translates_stands_under_a_label(
    tmp_path: Path, files: list[str], capsys: pytest.CaptureFixture[str], to: str, kept: str, line: str, label: str
) -> None:
    harbour = tmp_path / "harbour.txt"
    harbour.write_text(HARBOUR, "utf-8")
    assert main(["--lang", to, "summary", files[0], str(harbour), "--to", to]) == 4
    said = capsys.readouterr()
    assert (kept in said.out, said.out.count(line), label in said.out, said.err) == (True, 1, True, "")


async def test_the_page_that_nothing_translates_to_says_where_the_summary_is(tmp_path: Path) -> None:
    async with running(tmp_path, language="de", texts=(HARBOUR,), start=1, settings=NO_OFFERS) as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, SummaryScreen)
        assert app.screen.languages == ("de", "nl")
        first, second = app.screen.pair.page.sheets
        assert first.text == "Hier übersetzt nichts nach Deutsch. Die andere Seite zeigt es auf Niederländisch."
        assert second.text.startswith("De haven van Delfhuizen")


async def test_a_german_sentence_does_not_stand_on_the_dutch_page(tmp_path: Path) -> None:
    async with running(tmp_path, language="nl", texts=(HARBOUR, REPORTS[0]), settings=NO_OFFERS) as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, SummaryScreen)
        dutch = app.screen.pair.page.sheets[0].text
        assert "Alleen in het Duits: zie de passage hieronder." in dutch
        assert "De haven van Delfhuizen" in dutch
        assert "Küstenwache" not in dutch
