"""Kill a writing program and check the library.

The program reports each step before it begins and after the library has acknowledged it. It is killed with SIGKILL, at a
random time or at its n-th SQL statement: during a write, a migration or a rebuild of the search index. The library must then
hold all acknowledged steps, the last step completely or not at all, and nothing else.
"""

import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from briefing.note import Note
from store import ArticleFilter, Library
from tests.store.articles import report

VERSION_1 = Path(__file__).parent / "data" / "version1.db.gz"
ROOT = Path(__file__).parents[2]
State = dict[str, dict[str, Any]]
Step = list[Any]
NEW = "new"
_VERSION_1_STATE: State = {
    "articles": {"1": ["Zorgen over het netwerk", ["telecom"]], "2": ["Two agencies warn", []]},
    "notes": {"1": ["1", "een notitie"]},
}


def after(state: State, step: Step) -> State:
    """The state of the library after a step, as a new value."""
    new = {part: dict(things) for part, things in state.items()}
    what, identifier, *rest = step
    if what == "add":
        new["articles"][identifier] = [rest[0], []]
    elif what == "tag":
        new["articles"][identifier] = [new["articles"][identifier][0], rest[0]]
    elif what == "note":
        new["notes"][identifier] = [rest[0], rest[1]]
    elif what == "remove":
        del new["articles"][identifier]
        new["notes"] = {key: note for key, note in new["notes"].items() if note[0] != identifier}
    return new


def state_of(library: Library) -> State:
    """The content of a library in the form of `after`."""
    records = library.articles.records(ArticleFilter(state=None))
    return {
        "articles": {record.id: [library.articles.get(record.id).title, list(record.tags)] for record in records},
        "notes": {note.id: [note.article, note.text] for note in library.notes.find()},
    }


def write_on(folder: Path, seed: int) -> None:
    """Do one thing after the other, and say so, until the end comes."""
    chance = random.Random(seed)
    with Library.open(folder) as library:
        state = state_of(library)
        while True:
            step = _next(chance, state)
            _say("begin", step)
            step[1] = _do(library, step)
            _say("done", step)
            state = after(state, step)


def _next(chance: random.Random, state: State) -> Step:
    """What to do next; the identifier of something new is given by the library."""
    known = sorted(state["articles"])
    what = chance.choice(("add", "add", "tag", "note", "remove")) if len(known) > 2 else "add"
    if what == "add":
        return ["add", NEW, f"title {chance.random()}"]
    if what == "tag":
        return ["tag", chance.choice(known), [f"tag{chance.randrange(9)}"]]
    if what == "note":
        return ["note", NEW, chance.choice(known), f"typed {chance.random()}"]
    return ["remove", chance.choice(known)]


def _do(library: Library, step: Step) -> str:
    what, identifier, *rest = step
    if what == "add":
        return library.articles.add(report(rest[0], rest[0], "woord netwerk dienst " * 120)).article.id
    if what == "note":
        return library.notes.add(Note("", rest[1], article=rest[0])).id
    if what == "tag":
        library.articles.tag(identifier, rest[0])
    else:
        library.articles.remove(identifier)
    return str(identifier)


def _perhaps_done(state: State, begun: Step | None, found: State) -> bool:
    """Whether the library holds the state with the thing begun done as well."""
    if begun is None:
        return False
    part = {"add": "articles", "note": "notes"}.get(begun[0])
    new = sorted(found[part].keys() - state[part].keys()) if part else [begun[1]]
    return len(new) == 1 and found == after(state, [begun[0], new[0], *begun[2:]])


def _say(word: str, step: Step) -> None:
    os.write(1, f"{json.dumps([word, step])}\n".encode())


def rebuild(folder: Path) -> None:
    """Have the full text built anew, over and over."""
    with Library.open(folder) as library:
        while True:
            library.maintenance.rebuild_index()
            library.maintenance.finish_index()


def kill_at_statement(number: int) -> list[int]:
    """End this process as it hands its n-th statement to SQLite, counted over all connections; gives the number left."""
    left = [number]
    opened = sqlite3.connect

    def traced(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = opened(*arguments, **named)

        def count(_statement: str) -> None:
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

        connection.set_trace_callback(count)
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]
    return left


def killed(folder: Path, work: str, seed: int, *, statement: int = 0, seconds: float = 5.0) -> list[Step]:
    """Run the work in a program of its own and kill it, at a statement or after a time; gives what it said."""
    arguments = [sys.executable, "-m", "tests.store.crashes", str(folder), work, str(seed), str(statement)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=ROOT) as program:
        assert program.stdout is not None  # for the type checker
        first = program.stdout.readline()
        if not statement:
            time.sleep(seconds)
            program.kill()
        rest = program.stdout.read()
        program.wait()
    if program.returncode != -signal.SIGKILL:
        raise RuntimeError(f"it ended by itself: {program.returncode}, {first + rest!r}")
    return [json.loads(line) for line in (first + rest).splitlines(keepends=True)[1:] if line.endswith(b"\n")]


class Aftermath(NamedTuple):
    """What is found after a kill: the number of acknowledged steps, and the faults."""

    acknowledged: int
    wrong: list[str]


def after_writes(folder: Path, seed: int, *, statement: int = 0, seconds: float = 0.5) -> Aftermath:
    """Kill a writing program: acknowledged steps must be there, and the last step completely or not at all."""
    with Library.open(folder) as library:
        state = state_of(library)
    begun: Step | None = None
    acknowledged = 0
    for word, step in killed(folder, "write", seed, statement=statement, seconds=seconds):
        begun = step if word == "begin" else None
        if word == "done":
            state, acknowledged = after(state, step), acknowledged + 1
    with Library.open(folder) as library:
        found = state_of(library)
        lost = [] if found == state or _perhaps_done(state, begun, found) else [f"the state after {begun}"]
        return Aftermath(acknowledged, lost + _faults(library))


def after_migration(folder: Path, statement: int) -> Aftermath:
    """Kill a program that migrates an older library: its whole content must be there."""
    folder.mkdir(mode=0o700)
    (folder / "library.db").write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    killed(folder, "rebuild", 1, statement=statement)
    with Library.open(folder) as library:
        lost = [] if state_of(library) == _VERSION_1_STATE else ["the state"]
        lost += [] if library.settings.get("engine") == "literal" else ["the settings"]
        return Aftermath(0, lost + _faults(library))


def after_rebuild(folder: Path, statement: int) -> Aftermath:
    """Kill a program that rebuilds the search index: every article must be found, also by other forms of its words."""
    with Library.open(folder) as library:
        expected = state_of(library)
    killed(folder, "rebuild", 1, statement=statement)
    with Library.open(folder) as library:
        faults = _faults(library)
        lost = [] if state_of(library) == expected else ["the state"]
        for word in ("netwerk", "netwerken"):
            found = library.full_text.search(f"{word} in:all", order="date", limit=100_000)
            lost += [] if len(found) == len(expected["articles"]) else [f"what is found by {word!r}"]
        return Aftermath(0, lost + faults)


def _faults(library: Library) -> list[str]:
    """The faults of the library after its search index is complete."""
    library.maintenance.finish_index()
    return [str(fault) for fault in library.maintenance.check()]


def main() -> None:
    """Do the work given by the arguments until killed."""
    folder, work, seed, statement = sys.argv[1:]
    if int(statement):
        kill_at_statement(int(statement))
    os.write(1, b'"started"\n')
    if work == "write":
        write_on(Path(folder), int(seed))
    else:
        rebuild(Path(folder))


if __name__ == "__main__":
    main()
