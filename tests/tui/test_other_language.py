"""A report in a language without data: it is read, searched, noted and exported; claims say in one line that there are none."""

import json
from pathlib import Path

import pytest

from tests.tui.app import HARBOUR, press, running, seen, settled
from tui.cli import main
from tui.screens.reader.screen import ReaderScreen

LIGHTHOUSE = """date 2022-06-07

Le phare de l'île ferme cet automne

Le phare de l'île fermera en octobre, a annoncé la commune. Les pêcheurs craignent que les bateaux ne trouvent plus la passe.

« Nous n'avons plus le choix », a dit le maire, Paul Kermadec. Selon la préfecture, les travaux coûteraient deux millions d'euros.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "phare.txt"
    path.write_text(LIGHTHOUSE, "utf-8")
    return path


def run(tmp_path: Path, *words: str) -> int:
    try:
        return main(["--library", str(tmp_path / "library"), "--lang", "en", *words])
    except SystemExit as left:
        return int(left.code or 0)


def test_it_is_added_listed_shown_searched_noted_and_exported(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "add", str(report)) == 0
    assert run(tmp_path, "list") == 0
    assert run(tmp_path, "show", "1") == 0
    assert run(tmp_path, "search", "phare") == 0
    assert run(tmp_path, "note", "add", "1", "check", "--quote", "Paul Kermadec") == 0
    assert run(tmp_path, "export", "1", "-o", str(tmp_path / "out.md")) == 0
    assert "Paul Kermadec" in (tmp_path / "out.md").read_text("utf-8")
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", ["claims", "summary", "ledger"])
def test_what_needs_the_language_says_so_in_one_line(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(tmp_path, command, str(report)) == 3
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert "fr" in said


def test_its_language_is_not_taken_for_another(
    tmp_path: Path, report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tmp_path, "add", str(report))
    capsys.readouterr()
    run(tmp_path, "list", "--format", "json")
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["language"] == "fr"


def test_an_interface_language_without_a_catalogue_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--library", str(tmp_path), "--lang", "fr", "list"])
    assert left.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize("opened", [1, 2])
async def test_it_is_read_in_the_app_and_every_key_works_without_a_crash(tmp_path: Path, opened: int) -> None:
    async with running(tmp_path, texts=(LIGHTHOUSE, HARBOUR), start=opened, size=(80, 24)) as (app, pilot):
        assert "phare" in seen(app)
        assert "not found in this language yet: French" in " ".join(seen(app).split())
        for key in ("n", "j", "y", "t", "w", "c", "escape", "s", "escape", "L", "escape", "right_square_bracket"):
            await press(pilot, key)
        await press(pilot, "a", *"note", "escape")
        assert [note.text for note in app.library.notes.find()] == ["note"]


async def test_a_search_in_the_app_finds_it(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(LIGHTHOUSE,), start=0) as (app, pilot):
        await press(pilot, "slash", *"kermadec", "enter", "enter")
        await settled(pilot)
        assert isinstance(app.screen, ReaderScreen)
