"""The terminal is given back, and drafts are kept, whatever ends the app."""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.ingest.text import read_article
from store import Library
from tests.tui.app import HARBOUR, QUAY
from tests.tui.terminal import Terminal, until

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")

OFTEN = ("SIGTERM", "SIGHUP", "SIGINT")
ALL = (
    *OFTEN,
    "SIGQUIT",
    "SIGUSR1",
    "SIGUSR2",
    "SIGALRM",
    "SIGVTALRM",
    "SIGPROF",
    "SIGXCPU",
    "SIGIO",
    "SIGPWR",
    "SIGSTKFLT",
)
SIGNALS = [pytest.param(name, marks=() if name in OFTEN else pytest.mark.full) for name in ALL]
PLACES = {
    "library": ("", "", b"Delfhuizen"),
    "reader": ("1", "", b"havenmeester"),
    "note": ("1", "a", b"Save"),
    "compare": ("1 2", "", b"wethouder"),
}
"""Where the app is: what it opens, the keys that are pressed, and what is seen then."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        for text in (HARBOUR, QUAY):
            library.articles.add(read_article(text.encode(), name="-"))
    return folder


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def opened(terminals: list[Terminal], library: Path, place: str, **how: object) -> Terminal:
    start, keys, shown = PLACES[place]
    terminal = Terminal(library, *start.split(), **how)  # type: ignore[arg-type]
    terminals.append(terminal)
    terminal.wait_for(b"Delfhuizen")
    if keys:
        time.sleep(0.5)
        terminal.type(keys)
    terminal.wait_for(shown)
    return terminal


def drafts(library: Path) -> list[str]:
    with Library.open(library) as kept:
        lines = [json.loads(line) for line in kept.exchange.export_lines()]
    return [line["value"] for line in lines if line["kind"] == "setting" and line["name"].startswith("draft")]


@pytest.mark.parametrize(
    "place", [pytest.param(place, marks=() if place in {"reader", "note"} else pytest.mark.full) for place in PLACES]
)
@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_ends_the_app_and_leaves_the_terminal_as_it_was(
    terminals: list[Terminal], library: Path, name: str, place: str
) -> None:
    terminal = opened(terminals, library, place)
    terminal.process.send_signal(signal.Signals[name])
    assert terminal.ended() == 128 + signal.Signals[name]
    assert terminal.left_behind() == []
    assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("name", SIGNALS)
def test_what_was_typed_is_kept_as_a_draft(terminals: list[Terminal], library: Path, name: str) -> None:
    terminal = opened(terminals, library, "note")
    terminal.type("half a note")
    terminal.wait_for(b"half")
    time.sleep(0.2)
    terminal.process.send_signal(signal.Signals[name])
    assert terminal.ended() == 128 + signal.Signals[name]
    assert drafts(library) == ["half a note"]


def test_a_signal_while_a_screen_is_being_made_is_no_defect(terminals: list[Terminal], library: Path) -> None:
    for pause in (0.0, 0.02, 0.05, 0.1):
        terminal = opened(terminals, library, "library")
        terminal.type("\r")
        time.sleep(pause)
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.left_behind() == []


def test_several_signals_at_once_end_it_once(terminals: list[Terminal], library: Path) -> None:
    terminal = opened(terminals, library, "reader")
    for _ in range(5):
        for name in OFTEN:
            with suppress(ProcessLookupError):
                os.kill(terminal.process.pid, signal.Signals[name])
    assert terminal.ended() - 128 in {signal.Signals[name] for name in OFTEN}
    assert terminal.left_behind() == []


@pytest.mark.parametrize("place", ["reader", "note"])
@pytest.mark.parametrize("ignored", [False, True], ids=["hangup", "ignored"])
def test_without_a_terminal_it_keeps_the_draft_and_ends(
    terminals: list[Terminal], library: Path, place: str, ignored: bool
) -> None:
    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    terminal = opened(terminals, library, place, before=ignore if ignored else None)
    terminal.type("half" if place == "note" else "n")
    time.sleep(0.3)
    terminal.hang_up()
    assert terminal.ended() == 128 + signal.SIGHUP
    assert drafts(library) == (["half"] if place == "note" else [])


@pytest.mark.parametrize("stop", ["SIGTSTP", "SIGSTOP", ""])
@pytest.mark.parametrize("place", ["library", "note", "compare"])
def test_it_goes_on_after_a_stop_and_still_gives_the_terminal_back(
    terminals: list[Terminal], library: Path, place: str, stop: str
) -> None:
    terminal = opened(terminals, library, place)
    for _ in range(2):
        seen = len(terminal.output)
        if stop:
            terminal.process.send_signal(signal.Signals[stop])
            until(lambda: "T" in state(terminal.process.pid), 10, "stopped")
        if stop == "SIGTSTP":
            assert terminal.left_behind() == []
        terminal.process.send_signal(signal.SIGCONT)
        until(lambda: terminal.output.rfind(b"?1049h") > seen, 10, "the screen again")  # noqa: B023
        until(lambda: b"Delfhuizen" in terminal.output[seen:], 10, "the text again")  # noqa: B023
    if place == "note":
        terminal.type("\x1b")
        time.sleep(0.5)
    terminal.type("qqq")
    assert terminal.ended() == 0
    assert terminal.left_behind() == []


def state(process: int) -> str:
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]


DEFECT = """
import sys
from tui.cli import main
from tui.screens.base import BriefingScreen

def fail(self):
    secret = "Delfhuizen-secret"
    raise {error}(secret)

BriefingScreen.action_help = fail
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("error", "code"), [("KeyError", 70), ("RecursionError", 70), ("OSError", 4), ("MemoryError", 4)]
)
def test_a_defect_leaves_the_terminal_and_names_its_report_in_one_line(
    terminals: list[Terminal], library: Path, error: str, code: int
) -> None:
    terminal = opened(terminals, library, "reader", program=DEFECT.format(error=error))
    time.sleep(0.5)
    terminal.type("?")
    assert terminal.ended() == code
    assert terminal.left_behind() == []
    said = terminal.output.rpartition(b"\x1b[?1004l")[2].decode().strip()
    assert len(said.splitlines()) == 1
    assert "secret" not in said
    assert "Traceback" not in said
    assert ("defect of briefing: " + error in said) == (code == 70)
    reports = list(Path(os.environ["HOME"]).rglob("defect-*.txt"))
    assert len(reports) == (code == 70)
    for report in reports:
        assert str(report) in said
        assert "Delfhuizen" not in report.read_text()
        assert f"builtins.{error}" in report.read_text()
