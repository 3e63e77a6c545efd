"""Nothing untrusted reaches the terminal raw: every text of every type, through every command and every screen."""

import io
import sys
from pathlib import Path

import pytest

from store import Library
from tests.tui.app import HARBOUR, press, running
from tests.tui.calls import Call, Called
from tests.tui.raw import ATTACK, RAW, fill, spoil, texts_of
from tui.app import BriefingApp
from tui.cli.commands import COMMANDS

SHOWING = (
    "list",
    "list --format json",
    "show 1",
    "show 1 --format json",
    "show 1 --format markdown",
    "search haven",
    "search haven --format json",
    "claims 1 2",
    "claims 1 --format json",
    "claims 1 --format markdown",
    "compare 1 2",
    "compare 1 2 --format json",
    "compare 1 2 --format markdown",
    "ledger 1 2",
    "ledger 1 2 --view matrix",
    "ledger 1 2 --view drift",
    "ledger 1 2 --format json",
    "ledger 1 2 --format markdown",
    "sources 1 2",
    "sources 1 2 --format json",
    "summary 1 2 --to nl",
    "summary 1 --to en",
    "summary 1 --to en --format json",
    "translate 1 --to en --engine literal",
    "translate 1 --to en --engine literal --format json",
    "versions 1",
    "note list",
    "note list --format json",
    "note edit 1 more",
    "export 1 2",
    "export 1 2 --format json",
    "dossier list",
    "dossier list --format json",
    "dossier show 1",
    "dossier rename 1 Kust",
    "library undo",
    "correct 1 list",
    "correct 1 list --format json",
    "link 1 2 list",
    "edit 1 --tags zee",
    "library stats",
    "library check",
    "library export",
    "archive 1",
    "archive 1 --undo",
    "doctor",
    "models list",
    "remove 2",
    "library undo",
    "library undo",
    "demo --print",
    "add -",
)
"""Every command that shows what a library holds."""
NAMED = (
    "add X",
    "show X",
    "list --tag X",
    "list --outlet X",
    "search X",
    "claims X",
    "compare X 1",
    "ledger X",
    "sources X",
    "summary X --to nl",
    "summary 1 --to X",
    "translate X --to en",
    "translate 1 --to en --engine X",
    "versions X",
    "note add X words",
    "note add 1 X",
    "note add 1 words --quote X",
    "note edit X words",
    "note list",
    "export X",
    "export 1 -o X",
    "export 1 -o X/X",
    "edit X",
    "edit 1 --outlet X --tags X --title X",
    "edit 1 --published X",
    "archive X",
    "remove X",
    "dossier create X",
    "dossier create X",
    "dossier show X",
    "dossier list",
    "correct 1 reject X",
    "correct X list",
    "link X 1 list",
    "library restore X",
    "library import X",
    "library export X/X",
    "library backup X/X",
    "library X",
    "models install X",
    "models install nl-en --from X",
    "models verify X",
    "list --format X",
    "list X",
    "list --X",
    "X",
    "X.txt",
    "open X",
    "list",
)
"""Every command with the attack in place of a name."""


def raw_in(called: Called) -> list[str]:
    return RAW.findall(called.out + called.err)


def test_what_is_stored_by_the_ordinary_ways_is_clean(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        fill(library, lambda text: f"{text[:3]}{ATTACK}{text[3:]}")
        texts = list(texts_of(library))
    assert [text for text in texts if RAW.search(text.replace("\n", ""))] == []
    assert any(text.endswith("en Noorderblad") for text in texts)
    assert any(text.endswith(" nagaan") for text in texts)


def test_an_import_stores_clean_texts(tmp_path: Path) -> None:
    with Library.open(tmp_path / "one") as library:
        fill(library, str)
        spoil(library)
        lines = list(library.exchange.export_lines())
    assert any("\\u001b" in line for line in lines)
    with Library.open(tmp_path / "other") as library:
        assert library.exchange.import_lines(lines) > 0
        assert [text for text in texts_of(library) if RAW.search(text)] == []


def test_no_command_prints_a_text_of_the_library_raw(briefing: Call, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        fill(library, str)
        assert spoil(library) > 40
    sys.stdin = io.TextIOWrapper(io.BytesIO(f"Titel: A{ATTACK}\n\nDe haven is dicht, zegt {ATTACK} Smit.".encode()))
    try:
        found = {line: raw_in(briefing(*line.split())) for line in SHOWING}
    finally:
        sys.stdin = sys.__stdin__
    assert {line: raw for line, raw in found.items() if raw} == {}
    assert {line.split()[0] for line in SHOWING} == set(COMMANDS)


@pytest.mark.parametrize("attack", [ATTACK.replace("\x00", ""), "\n\x1b[31mx\n"], ids=["all", "lines"])
def test_no_command_prints_a_name_it_was_given_raw(
    briefing: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attack: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with Library.open(tmp_path / "library") as library:
        fill(library, str)
    Path("folder").mkdir()
    Path("folder", f"{attack}.txt").write_text(HARBOUR, "utf-8")
    Path("folder", f"{attack}2.txt").write_bytes(b"")
    lines = (*NAMED, "add folder", "claims folder", "list")
    found = {line: raw_in(briefing(*(word.replace("X", attack) for word in line.split()))) for line in lines}
    assert {line: raw for line, raw in found.items() if raw} == {}


KEYS = {
    "library": (
        "j",
        "k",
        "v",
        "v",
        "v",
        "R",
        "escape",
        "number_sign",
        "escape",
        "question_mark",
        "escape",
        "e",
        "escape",
    ),
    "library filter": ("f", *"haven", "escape", "slash", *"haven", "enter"),
    "reader": (
        "enter",
        "n",
        "n",
        "j",
        "t",
        "t",
        "v",
        "escape",
        "V",
        "escape",
        "f",
        "escape",
        "w",
        "escape",
        "e",
        "escape",
    ),
    "notes": ("enter", "A", "j", "enter", "escape", "e", "escape", "d", "u"),
    "note": ("enter", "ctrl+a", "escape", "a", "escape", "question_mark"),
    "versions": ("enter", "H", "j", "enter"),
    "compare": ("space", "j", "space", "c", "n", "right_square_bracket", "v", "escape", "s", "j", "escape", "enter"),
    "ledger": (
        "space",
        "j",
        "space",
        "L",
        "j",
        "v",
        "l",
        "v",
        "v",
        "v",
        "v",
        "t",
        "f",
        "escape",
        "i",
        "escape",
        "enter",
    ),
    "summary": ("s", "j", "enter"),
    "removal": ("d", "u", "z", "u", "d", "v", "v", "d", "escape"),
}


def drawn(app: BriefingApp) -> str:
    """The text on the screen, each line as it goes to the terminal."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("size", [(120, 40), (60, 20)], ids=["broad", "narrow"])
async def test_no_screen_draws_a_text_of_the_library_raw(tmp_path: Path, name: str, size: tuple[int, int]) -> None:
    with Library.open(tmp_path / "library") as library:
        fill(library, str)
        spoil(library)
    found = {}
    async with running(tmp_path, texts=(), start=0, size=size) as (app, pilot):
        for place, key in enumerate(KEYS[name]):
            await press(pilot, key)
            if raw := RAW.findall(drawn(app)):
                found[f"{place} {key} {type(app.screen).__name__}"] = raw
    assert found == {}
