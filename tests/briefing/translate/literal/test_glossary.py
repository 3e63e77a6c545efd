"""A user's own words are read from beside the settings; a wrong line is named."""

from pathlib import Path

import pytest

from briefing.message import InputError
from briefing.translate.glossary import read_glossary
from briefing.translate.literal import LiteralTranslator


def test_no_file_is_no_glossary(tmp_path: Path) -> None:
    assert read_glossary(tmp_path) == {}


def test_lines_with_a_tab_and_a_toml_file_are_read_and_toml_wins(tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").write_text("# ours\n\noverheid\tadministration\nrondgang\tcall round\n", "utf-8")
    (tmp_path / "glossary.toml").write_text('overheid = "state"\n"Tweede Kamer" = "Lower House"\n', "utf-8")
    assert read_glossary(tmp_path) == {"overheid": "state", "rondgang": "call round", "Tweede Kamer": "Lower House"}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("glossary.tsv", "overheid\tstate\nkabinet\n", "translate.glossary-line"),
        ("glossary.toml", "overheid = [1]\n", "translate.glossary-word"),
        ("glossary.toml", "overheid = \n", "translate.glossary-unreadable"),
    ],
)
def test_a_wrong_file_is_an_error_that_says_what_to_do(tmp_path: Path, name: str, text: str, code: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        read_glossary(tmp_path)
    assert raised.value.message.code == code


def test_a_glossary_wins_in_both_directions() -> None:
    own = LiteralTranslator({"overheid": "administration"})
    assert "administration" in own.translate(["De overheid koopt een gebouw."], "nl", "en")[0]
    assert "overheid" in own.translate(["The administration buys a building."], "en", "nl")[0]
