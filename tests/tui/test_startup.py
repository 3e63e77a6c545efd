"""Modules that the first paint does not load."""

import subprocess
import sys

LATER = (
    "briefing.claims",
    "briefing.ingest.text",
    "briefing.language",
    "briefing.compare",
    "briefing.summary",
    "briefing.translate",
    "sqlite3",
    "tinydb",
    "babel",
)


def test_the_first_screen_loads_no_analysis_and_no_database() -> None:
    code = "import sys, tui.cli.commands.open_, tui.app, tui.screens.library.screen; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not [name for name in LATER if name in done.stdout.split()]
