"""Some kills of each kind, as bench/crashes.py makes them by the hundred, lose nothing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_killed_commands_and_a_killed_app_lose_nothing() -> None:
    command = [sys.executable, "-m", "bench.crashes", "--kills", "32"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert "'app': 1" in done.stdout
    assert "faults after 0 kills" in done.stdout
