"""A report in a language without data, in every command and in the app."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.app import HARBOUR, press, running, seen
from tui.cli import main

FRENCH = """Le pont de Lorville est fermé

Le maire a déclaré hier que le pont serait fermé jusqu'en mars. Selon la préfecture, les travaux coûteront cher.

Les habitants de la ville ne sont pas contents, mais ils attendent.
"""

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    (tmp_path / "fr.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "nl.txt").write_text("De burgemeester zegt dat de brug dicht is.\n", encoding="utf-8")
    (tmp_path / "short.txt").write_text("Zwqx vrtk.\n", encoding="utf-8")

    def called(*words: str) -> tuple[int, str, str]:
        given = [str(tmp_path / word) if word.endswith(".txt") else word for word in words]
        try:
            code = main(["--library", str(tmp_path / "library"), "--lang", "en", *given])
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    assert called("add", "fr.txt", "nl.txt")[0] == 0
    return called


@pytest.mark.parametrize(
    "words",
    [
        "list --language fr",
        "show 1",
        "search préfecture",
        "note add 1 vérifier --quote Lorville",
        "export 1",
        "export",
        "library check",
    ],
)
def test_it_is_read_searched_noted_and_exported(call: Call, words: str) -> None:
    assert call(*words.split())[0] == 0


@pytest.mark.parametrize("words", ["claims 1", "compare 1 2", "summary 1", "translate 1", "ledger 1"])
def test_what_does_not_exist_for_it_is_said_in_one_line(call: Call, words: str) -> None:
    code, out, said = call(*words.split())
    assert (code, out) == (3, "")
    assert said.count("\n") == 1
    assert "Lorville" in said and "(fr)" in said


def test_the_good_reports_of_the_same_call_are_done(call: Call) -> None:
    code, out, said = call("claims", "1", "2")
    assert code == 3
    assert "burgemeester" in out
    assert "Lorville" in said


def test_a_language_that_is_given_is_taken_and_one_that_is_not_clear_is_asked_for(call: Call) -> None:
    assert call("claims", "short.txt", "--language", "nl")[0] == 0
    code, _, said = call("claims", "short.txt")
    assert code == 3
    assert "--language" in said
    assert call("claims", "short.txt", "--language", "?")[0] == 2


async def test_the_app_shows_it_and_says_what_it_cannot_do(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(FRENCH,), start=1) as (app, pilot):
        assert "Lorville" in seen(app)
        await press(pilot, "t")
        assert "préfecture" in seen(app)


async def test_the_app_opens_it_beside_a_dutch_report(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(FRENCH, HARBOUR)) as (app, pilot):
        await press(pilot, "L")
        await press(pilot, "escape", "s")
        assert app.is_running
