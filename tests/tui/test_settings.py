"""The settings on the disk."""

from pathlib import Path

import pytest

from briefing.message import InputError
from tui.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_change_keeps_what_else_stands_in_the_file(path: Path) -> None:
    path.write_text("# mine\nlanguage = 'nl'\n\n[keymap]\nquit = 'x' # this one\n", "utf-8")
    changed = Settings.read(path).changed("signs", "ascii")
    assert changed == Settings.read(path)
    assert (changed.language, changed.signs, changed.keymap) == ("nl", "ascii", {"quit": "x"})
    assert "# mine" in path.read_text("utf-8")
    assert "# this one" in path.read_text("utf-8")
    assert list(path.parent.glob("settings*")) == [path]


def test_a_change_takes_in_what_another_program_wrote_since(path: Path) -> None:
    ours, theirs = Settings.read(path), Settings.read(path)
    theirs.changed("language", "nl")
    changed = ours.changed("signs", "ascii")
    assert (changed.language, changed.signs) == ("nl", "ascii")
    assert Settings.read(path) == changed


@pytest.mark.parametrize("written", [b"language = ", b"\xff\xfe", b"engines = 3"])
def test_a_file_that_cannot_be_understood_is_said_and_left_as_it_is(path: Path, written: bytes) -> None:
    settings = Settings.read(path)
    path.write_bytes(written)
    with pytest.raises(InputError):
        settings.changed("signs", "ascii")
    assert path.read_bytes() == written
    assert list(path.parent.glob("settings*")) == [path]


def test_a_linked_file_stays_linked(path: Path) -> None:
    real = path.with_name("dotfile")
    real.write_text("", "utf-8")
    path.symlink_to(real)
    Settings.read(path).changed("signs", "ascii")
    assert path.is_symlink()
    assert Settings.read(real).signs == "ascii"
