"""Every command on reports in languages other than Dutch and English: one with data files alone, and one without data."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.language import identify, languages
from tests.invented.test_language import FOLDER, REPORT
from tests.tui.calls import Call, Called
from tests.tui.test_other_language import LIGHTHOUSE
from tui.cli.commands import COMMANDS

DONE, NOTHING, WRONG_USE, BAD_INPUT, NO_ENGINE = range(5)
SECOND_FRENCH = """date 2022-06-08

Le phare reste ouvert

Le phare de l'île restera ouvert, affirme la commune. « Le choix est fait », a dit le maire, Paul Kermadec.
"""
SECOND_INVENTED = """Brika ogen

3 teklun 2021

Keth burgom talus duth keth brika ish klosta tash 2021. Ama Veld keth polisa ush nova.
"""

EITHER = {
    "add a.txt b.txt": DONE,
    "add -": DONE,
    "list": DONE,
    "list --format json": DONE,
    "show 1": DONE,
    "show a.txt --format markdown": DONE,
    "note add 1 check": DONE,
    "note add 1 look --quote QUOTE": DONE,
    "note list": DONE,
    "note edit 1 other": DONE,
    "note remove 1": DONE,
    "export 1 2": DONE,
    "export 1 2 -o -": DONE,
    "export 1 2 -o out.md": DONE,
    "export 1 2 --format json": DONE,
    "edit 1 --outlet Kaap --tags zee": DONE,
    "edit 1 --published 2020": DONE,
    "search QUOTE": DONE,
    "search lang:CODE": DONE,
    "search lang:nl": NOTHING,
    "archive 1": DONE,
    "archive 1 --undo": DONE,
    "dossier create Story": DONE,
    "dossier put Story 1 2": DONE,
    "dossier show Story": DONE,
    "dossier list": DONE,
    "dossier rename Story Tale": DONE,
    "export dossier:Tale": DONE,
    "dossier take Tale 2": DONE,
    "dossier remove Tale": DONE,
    "link 1 2 list": NOTHING,
    "correct 1 list": NOTHING,
    "remove 2": DONE,
    "library undo": DONE,
    "library check": DONE,
    "library stats": DONE,
    "library compact": DONE,
    "library index": DONE,
    "library backup copy.db": DONE,
    "library export": DONE,
    "library export -": DONE,
    "library export all.jsonl": DONE,
    "library import all.jsonl": DONE,
    "doctor": DONE,
    "doctor --format json": DONE,
    "models list": DONE,
    "models verify": NO_ENGINE,
    "translate 1 --engine firefox": NO_ENGINE,
    "demo --help": DONE,
}
"""What works in any language, in the order of a day's work; the library begins empty."""
WITHOUT_DATA = {
    **EITHER,
    "translate 1 --engine firefox": BAD_INPUT,
    "claims 1": BAD_INPUT,
    "versions 1": BAD_INPUT,
    "versions a.txt b.txt": BAD_INPUT,
    "claims a.txt --format json": BAD_INPUT,
    "compare 1 2": BAD_INPUT,
    "compare a.txt b.txt": BAD_INPUT,
    "ledger 1 2": BAD_INPUT,
    "ledger": BAD_INPUT,
    "sources 1 2": BAD_INPUT,
    "summary 1 --to en": BAD_INPUT,
    "translate 1": BAD_INPUT,
    "translate 1 --to nl --engine literal": BAD_INPUT,
    "correct 1 confirm 1": NOTHING,
}
"""The same, and what needs the data of the language."""
WITH_DATA = {
    **EITHER,
    "claims 1": DONE,
    "versions 1": DONE,
    "versions a.txt b.txt": DONE,
    "claims a.txt --format json": DONE,
    "compare 1 2": DONE,
    "compare a.txt b.txt --format markdown": DONE,
    "ledger 1 2": DONE,
    "ledger 1 2 --view matrix": DONE,
    "ledger 1 2 --view drift": DONE,
    "sources 1 2": DONE,
    "summary 1 2 --to qaa": DONE,
    "summary 1 2 --to en": NO_ENGINE,
    "translate 1": NO_ENGINE,
    "translate 1 --to en --engine literal": NO_ENGINE,
    "correct 1 confirm 1": DONE,
}


@pytest.fixture
def _invented() -> Iterator[None]:
    languages.add_language("qaa", FOLDER / "qaa")
    identify.forget()
    yield
    languages.remove_language("qaa")
    identify.forget()


def called(briefing: Call, line: str, report: str, **words: str) -> Called:
    """What the command line gives, with `report` on standard input."""
    sys.stdin = io.TextIOWrapper(io.BytesIO(report.encode()))
    try:
        return briefing(*(words.get(word, word.replace("CODE", words["CODE"])) for word in line.split()))
    finally:
        sys.stdin = sys.__stdin__


def codes(briefing: Call, lines: dict[str, int], reports: tuple[str, str], **words: str) -> dict[str, int]:
    """The exit code of each line, run one after the other in a folder with the reports."""
    for name, report in zip(("a.txt", "b.txt"), reports, strict=True):
        Path(name).write_text(report, "utf-8")
    return {line: called(briefing, line, reports[0], **words).code for line in lines}


def test_the_lines_name_every_command() -> None:
    for lines in (WITHOUT_DATA, WITH_DATA):
        assert {line.split()[0] for line in lines} == set(COMMANDS)


def test_a_report_without_data_goes_through_every_command(
    briefing: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = codes(briefing, WITHOUT_DATA, (LIGHTHOUSE, SECOND_FRENCH), QUOTE="Kermadec", CODE="fr")
    assert found == WITHOUT_DATA
    assert not Path("-").exists()


@pytest.mark.usefixtures("_invented")
def test_a_report_in_a_language_of_data_files_goes_through_every_command(
    briefing: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = codes(briefing, WITH_DATA, (REPORT, SECOND_INVENTED), QUOTE="polisa", CODE="qaa")
    assert found == WITH_DATA


@pytest.mark.usefixtures("_invented")
def test_nothing_but_an_engine_for_the_language_translates_it(
    briefing: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(REPORT, "utf-8")
    refused = briefing("translate", "a.txt", "--to", "en", "--engine", "literal")
    assert refused.err == "literal does not translate from qaa to en. Choose another engine.\n"
    summary = briefing("summary", "a.txt", "--to", "en", "--format", "json").json
    assert {sentence["made_by"] for sentence in summary["sentences"]} == {"extract"}


def test_an_export_to_a_dash_goes_to_standard_output(
    briefing: Call, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    briefing("add", report)
    lines, dashed = (briefing("library", "export", *file).out.splitlines() for file in ((), ("-",)))
    assert dashed[1:] == lines[1:] != []
    assert briefing("export", "1", "-o", "-").out == briefing("export", "1").out
    assert not Path("-").exists()
