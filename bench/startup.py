"""How long the app takes to its first paint, beside a bare Textual app with one label, in processes of their own.

    python -m bench.startup [--rounds 15] [--articles 0]

Each round starts both by turns under a terminal of its own and takes the time from before the interpreter starts to the
first byte that the app draws after its screen was composed; the medians and their ratio are printed.
"""

import argparse
import os
import pty
import select
import statistics
import sys
import tempfile
import time

BARE = """
from textual.app import App
from textual.widgets import Label

class Bare(App):
    def compose(self):
        yield Label("ready")

Bare().run()
"""
OURS = """
import sys
from tui.cli import main
sys.exit(main(["--lang", "en"]))
"""
SEED = """
import sys
from pathlib import Path
from store import Library
from briefing.ingest.text import read_article

with Library.open(Path(sys.argv[1])) as library:
    for number in range(int(sys.argv[2])):
        text = f"Report {number}\\n\\nThe council of town {number} says that the bridge will close in May."
        library.articles.add(read_article(text.encode(), name=str(number)))
"""


def first_paint(code: str, wanted: bytes, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds until a Python process that runs the code in a terminal has drawn the wanted words: by the clock, and of CPU."""
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, "-c", code], environment)
    drawn = b""
    try:
        while wanted not in drawn:
            if not select.select([terminal], [], [], 30)[0]:
                raise TimeoutError(f"nothing drawn in 30 s: {drawn[-200:]!r}")
            drawn += os.read(terminal, 65536)
        seconds = time.perf_counter() - begun
    finally:
        os.kill(child, 9)
        used = os.wait4(child, 0)[2]
        os.close(terminal)
    return seconds, used.ru_utime + used.ru_stime


def main() -> None:
    """Measure by turns and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--articles", type=int, default=0, help="articles in the library")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "COLUMNS": "100",
            "LINES": "30",
            "BRIEFING_LIBRARY": f"{folder}/library",
            "XDG_CONFIG_HOME": f"{folder}/config",
        }
        seed = [sys.executable, "-c", SEED, environment["BRIEFING_LIBRARY"], str(arguments.articles)]
        if os.spawnve(os.P_WAIT, sys.executable, seed, environment):
            sys.exit("the library could not be made")
        wanted = {"bare": (BARE, b"ready"), "briefing": (OURS, b"Library")}
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in wanted}
        for _round in range(arguments.rounds):
            for name, (code, words) in wanted.items():
                times[name].append(first_paint(code, words, environment))
    print(f"Python {sys.version.split()[0]}, {arguments.rounds} rounds, {arguments.articles} articles in the library")
    for place, what in enumerate(("by the clock", "CPU")):
        medians = {name: statistics.median(one[place] for one in measured) for name, measured in times.items()}
        figures = "   ".join(f"{name} {seconds:.3f} s" for name, seconds in medians.items())
        print(f"{what:13} {figures}   ratio {medians['briefing'] / medians['bare']:.2f}")


if __name__ == "__main__":
    main()
