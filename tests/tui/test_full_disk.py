"""The app on a full disk: it opens, says what is wrong, goes on answering, and gives the terminal back."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.ingest.text import read_article
from store import Library
from tests.tui.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")

SENTENCE = "De wethouder van dorp {} zegt dat de sluis in mei weer open gaat voor al het verkeer. "
FULL = """
import sys
from types import SimpleNamespace
from store.sqlite import connection
connection.disk_usage = lambda _folder: SimpleNamespace(free=0)
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of some articles, the last of them long."""
    folder = tmp_path / "library"
    long = "\n\n".join(SENTENCE.format(number) * 4 for number in range(300))
    with Library.open(folder) as library:
        for number in range(40):
            library.articles.add(read_article(f"Dorp {number}\n\n{SENTENCE.format(number)}".encode(), name="-"))
        library.articles.add(read_article(f"Marendijk\n\n{long}".encode(), name="-"))
    return folder


@pytest.fixture
def terminal(library: Path) -> Iterator[Terminal]:
    terminal = Terminal(library, program=FULL)
    yield terminal
    terminal.close()


def test_the_app_says_that_the_disk_is_full_and_goes_on(terminal: Terminal) -> None:
    terminal.wait_for(b"Marendijk")
    terminal.type("m")
    terminal.wait_for(b"the disk is full")
    terminal.type("\r")
    terminal.wait_for(b"wethouder")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.ended() == 128 + signal.SIGTERM
    assert not terminal.left_behind()
