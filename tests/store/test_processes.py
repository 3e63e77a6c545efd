"""Several programs in one library at once. The long run: bench/processes.py."""

import json
import subprocess
import sys
import time
from pathlib import Path

from store import Library
from tests.store.articles import report

ROOT = Path(__file__).parents[2]
WRITER = """
import sys, time
from pathlib import Path
from briefing.message import Message
from store import Library
from tests.store.articles import report
folder, name, seconds = sys.argv[1:]
with Library.open(Path(folder)) as library:
    until, count = time.monotonic() + float(seconds), 0
    while time.monotonic() < until:
        with library.transaction(Message.of("library.did.import")):
            library.articles.add(report(f"{name} {count} left", f"{name} {count} left netwerk"))
            library.articles.add(report(f"{name} {count} right", f"{name} {count} right netwerk"))
        count += 1
print(count)
"""


def written_by(folder: Path, writers: int, seconds: float) -> dict[str, int]:
    """The number of pairs that each of several programs wrote, while this one read and never saw half a pair."""
    Library.open(folder).close()
    command = [sys.executable, "-c", WRITER, str(folder)]
    programs = {
        f"w{place}": subprocess.Popen(
            [*command, f"w{place}", str(seconds)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        for place in range(writers)
    }
    with Library.open(folder, read_only=True) as library:
        while any(program.poll() is None for program in programs.values()):
            assert library.articles.count().total % 2 == 0
            time.sleep(0.02)
    counts = {}
    for name, program in programs.items():
        out, _ = program.communicate()
        assert program.returncode == 0
        counts[name] = int(json.loads(out))
    return counts


def all_there(folder: Path, counts: dict[str, int]) -> None:
    """Assert that the library holds everything that was written and has no faults."""
    with Library.open(folder) as library:
        titles = {record.title for record in library.articles.records()}
        for name, count in counts.items():
            assert {f"{name} {place} {side}" for place in range(count) for side in ("left", "right")} <= titles
        assert len(titles) == 2 * sum(counts.values())
        assert len(library.full_text.search("netwerk", order="date", limit=10**6)) == len(titles)
        assert library.maintenance.check() == []


def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    counts = written_by(tmp_path, 2, 1.5)
    assert sum(counts.values()) > 0
    all_there(tmp_path, counts)


def test_articles_added_by_another_program_are_listed(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.articles.records() == []
        code = "import sys; from tui.cli import main; sys.exit(main(sys.argv[1:]))"
        source = tmp_path / "brug.txt"
        source.write_text(
            "Brug dicht\n\nDe brug is dicht, zegt de minister van verkeer in Den Haag.\n", encoding="utf-8"
        )
        command = [sys.executable, "-c", code, "--library", str(tmp_path), "add", str(source)]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
        assert [record.title for record in library.articles.records()] == ["Brug dicht"]
        library.articles.add(report())
        assert [record.id for record in library.articles.records()] == ["2", "1"]
