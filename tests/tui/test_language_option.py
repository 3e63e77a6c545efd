"""`--language` of the commands that read files."""

from pathlib import Path

import pytest

from tui.cli import main


@pytest.mark.parametrize(
    ("text", "options", "code", "said"),
    [
        ("Zwqx vrtk.", "", 3, "--language"),
        ("Zwqx vrtk.", "--language nl", 0, ""),
        ("De burgemeester zegt dat de brug dicht is.", "--language nl-BE", 0, ""),
        ("De burgemeester zegt dat de brug dicht is.", "--language fr", 3, "(fr)"),
        ("De burgemeester zegt dat de brug dicht is.", "--language ?", 2, "?"),
    ],
)
def test_the_language_is_the_one_given_else_that_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, options: str, code: int, said: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    try:
        found = main(["--lang", "en", "claims", str(tmp_path / "a.txt"), *options.split()])
    except SystemExit as left:
        found = int(left.code or 0)
    assert found == code
    assert said in capsys.readouterr().err
