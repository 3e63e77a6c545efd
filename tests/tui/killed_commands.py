"""Kill commands and the app while they write: the library must be as it was before, or as the command leaves it.

What a command would leave is found by running it to its end on a copy. The app is driven by keys; after a kill the library
must be in a state that it had between two keys.
"""

import asyncio
import json
import os
import random
import shutil
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

from store import Library
from tests.store.crashes import kill_at_statement
from tests.store.filled import everything, filled
from tests.store.test_recovery import damage
from tests.tui.app import press, running
from tui.cli import main as briefing

WRITING = (
    *("add new.txt", "edit 1 --outlet Kaap --tags zee", "archive 1", "archive 2 --undo", "remove 1"),
    *("remove 1 --forever", "note add 1 navragen", "note edit 1 anders", "note remove 1", "dossier create Nieuw 1 2"),
    *("dossier put story 2", "dossier take story 1", "dossier rename story Anders", "dossier remove story"),
    *("sources same Reuters Noord", "library undo", "library import all.jsonl", "library restore copy.db"),
    *("library backup", "library compact", "library index", "library check", "library check --repair"),
)
"""The commands that write, and all maintenance but the salvage."""
SALVAGE = "library salvage"
APP = "app"
KEYS = ("m", "z", "u", "j", "d", "u", "k", "d", "v", "v", "d", "Y")
"""Marks as read, archives, undoes, puts in the trash and deletes for good."""
_PASSING = {"added", "at", "changed", "created", "looked", "made", "put"}
"""Fields that differ from run to run."""
_COUNT = "statements"


class Run(NamedTuple):
    """What a command wrote to standard output and standard error."""

    out: bytes
    err: bytes

    @property
    def last(self) -> Any:
        """What a run to the end wrote last."""
        return json.loads(self.err.splitlines()[-1])


class Expected(NamedTuple):
    """The states that may be found after a kill, and the number of SQL statements of a whole run."""

    states: list[Any]
    statements: int


def prepared(folder: Path) -> Path:
    """A library with something of everything, and files for the commands beside it."""
    folder.mkdir()
    with Library.open(folder / "library") as library:
        filled(library).maintenance.finish_index()
        library.maintenance.backup(folder / "copy.db")
        library.notes.edit("1", text="later")
    (folder / "new.txt").write_text("De brug is dicht\n\nDe brug blijft dicht, zegt de gemeente.\n", "utf-8")
    with Library.open(folder / "other") as other:
        lines = [json.dumps({**json.loads(line)}) for line in filled(other).exchange.export_lines()]
    (folder / "all.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def state_of(library: Library) -> Any:
    """The content of the library without what differs from run to run."""
    return [{name: value for name, value in one.items() if name not in _PASSING} for one in everything(library)]  # type: ignore[attr-defined]


def expected(template: Path, place: Path, line: str) -> Expected:
    """Run the command to its end on a copy."""
    room = _copied(template, place, line)
    with Library.open(template / "library") as library:
        before = state_of(library)
    done = _program(room, line, 10**9)
    said = [json.loads(one) for one in done.out.splitlines() if one.startswith(b'{"state')]
    with Library.open(room / "library") as library:
        after = state_of(library)
    return Expected([before, *(one["state"] for one in said), after], done.last[_COUNT])


def faults_after_kill(template: Path, place: Path, line: str, known: Expected, chance: random.Random) -> list[str]:
    """Kill the command at a random statement on a copy, and look at the library."""
    room = _copied(template, place, line)
    statement = chance.randrange(1, known.statements + 1)
    _program(room, line, statement)
    try:
        with Library.open(room / "library") as library:
            library.maintenance.finish_index()
            faults = [fault.code for fault in library.maintenance.check()]
            return faults if state_of(library) in known.states else [*faults, f"{line} at {statement}: another state"]
    except Exception as error:
        if line == SALVAGE:  # the file is still damaged: a second salvage must do
            return [] if _program(room, line, 10**9).last["code"] == 0 else [f"{line} at {statement}: {error!r}"]
        return [f"{line} at {statement}: {error!r}"]


def _copied(template: Path, place: Path, line: str) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(template, place)
    if line == SALVAGE:
        damage(place / "library")
    return place


def _program(folder: Path, line: str, statement: int) -> Run:
    """Run the command in a process of its own, which is forked so that nothing is imported anew."""
    with TemporaryFile() as out, TemporaryFile() as err:
        child = os.fork()
        if not child:
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                _work(folder, line, statement)
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return Run(out.read(), err.read())


def _work(folder: Path, line: str, statement: int) -> None:
    """Run the command or the app until killed; else write the number of statements to standard error, and end."""
    os.chdir(folder)
    left = kill_at_statement(statement)
    code = 0
    if line == APP:
        asyncio.run(_drive(folder))
    else:
        code = briefing(["--library", "library", *line.split()])
    os.write(2, f"\n{json.dumps({_COUNT: statement - left[0], 'code': code})}\n".encode())
    os._exit(code)


async def _drive(folder: Path) -> None:
    async with running(folder, texts=(), start=0) as (app, pilot):
        for key in KEYS:
            await press(pilot, key)
            state = json.dumps({"state": state_of(app.library)})
            os.write(1, f"{state}\n".encode())
