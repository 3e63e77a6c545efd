"""Several programs write notes while others restore, back up, compact and check the library.

Each writer reports what the library acknowledged. Afterwards every note must be in the library or in a backup of it, under
a number that was given once.
"""

import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from briefing.message import BriefingError
from store import Library, restore
from tests.store.articles import report

ROOT = Path(__file__).parents[2]
_WRITER = """
import sys, time
from pathlib import Path
from briefing.note import Note
from store import Library
folder, name, seconds = sys.argv[1:]
with Library.open(Path(folder)) as library:
    until, count = time.monotonic() + float(seconds), 0
    while time.monotonic() < until:
        count += 1
        note = library.notes.add(Note("", f"{name} {count}", article="1"))
        print(note.id, note.text, flush=True)
"""


class Outcome(NamedTuple):
    """What was acknowledged, how often maintenance ran, what is lost, which numbers were given twice, and other faults."""

    acknowledged: int
    runs: Counter[str]
    lost: list[str]
    twice: list[str]
    faults: list[str]


def restored_beside_writers(folder: Path, writers: int, seconds: float, seed: int) -> Outcome:
    """Run writers for some seconds with maintenance at random, and hold what they report against the library."""
    chance = random.Random(seed)
    with Library.open(folder) as library:
        library.articles.add(report("een"))
        first = library.maintenance.backup()
    command = [sys.executable, "-c", _WRITER, str(folder)]
    programs = [
        subprocess.Popen([*command, f"w{one}", str(seconds)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for one in range(writers)
    ]
    runs, faults, until = Counter[str](), list[str](), time.monotonic() + seconds
    while time.monotonic() < until:
        step = chance.choice(("restore", "restore two", "backup", "compact", "check"))
        try:
            _maintain(folder, step, chance.choice([first, *sorted((folder / "backups").glob("*.db"))[-2:]]))
        except BriefingError as error:
            faults.append(f"{step}: {error.message.code} {dict(error.message.params)}")
        runs[step] += 1
    acknowledged: list[str] = []
    for program in programs:
        out, _ = program.communicate()
        acknowledged += out.splitlines()
        faults += [] if program.returncode == 0 else [f"a writer ended with {program.returncode}"]
    kept = _notes(folder)
    for copy in (folder / "backups").glob("*.db"):
        room = folder / "copies" / copy.stem
        room.mkdir(parents=True)
        (room / "library.db").write_bytes(copy.read_bytes())
        kept |= _notes(room)
    numbers = Counter(line.partition(" ")[0] for line in acknowledged)
    with Library.open(folder) as library:
        faults += [fault.code for fault in library.maintenance.check()]
    lost = [line for line in acknowledged if line not in kept]
    return Outcome(len(acknowledged), runs, lost, [one for one, count in numbers.items() if count > 1], faults)


def _maintain(folder: Path, step: str, source: Path) -> None:
    if step == "restore two":
        code = "import sys; from pathlib import Path; from store import restore; restore(Path(sys.argv[1]), Path(sys.argv[2]))"
        with subprocess.Popen([sys.executable, "-c", code, str(folder), str(source)], cwd=ROOT):
            restore(folder, source)
    elif step == "restore":
        restore(folder, source)
    else:
        with Library.open(folder) as library:
            getattr(library.maintenance, step)()


def _notes(folder: Path) -> set[str]:
    with Library.open(folder, read_only=True) as library:
        return {f"{note.id} {note.text}" for note in library.notes.find()}


def summary_of(outcome: Outcome) -> str:
    """The outcome as one line of JSON."""
    lost, twice = len(outcome.lost), len(outcome.twice)
    return json.dumps(
        {"acknowledged": outcome.acknowledged, "lost": lost, "twice": twice, "faults": outcome.faults}
        | {"runs": dict(outcome.runs)}
    )
