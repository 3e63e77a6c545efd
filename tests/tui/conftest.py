"""A report in a file, and a caller of commands on a library of its own."""

from pathlib import Path

import pytest

from tests.tui.calls import DUTCH, Call, Called
from tui.cli import main


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "brug.txt"
    path.write_text(DUTCH, encoding="utf-8")
    return path


@pytest.fixture
def briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: object, lang: str = "en") -> Called:
        try:
            code = main(["--library", str(tmp_path / "library"), "--lang", lang, *map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
        return Called(code, *capsys.readouterr())

    return call
