"""Imports and backups with random faults: each is refused whole, or can be read by everything afterwards."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import rmtree
from typing import Any, NamedTuple

from briefing.message import BriefingError
from store import Library, restore
from store.records import LAYOUTS
from tests.store.articles import report
from tests.store.filled import everything, filled
from tests.store.test_codec import read_all

_ODD: list[Any] = [
    *(None, True, False, 0, -1, 7, 2**62, 2**70, 1.5, 1e308, "", "gisteren", "2020-13-45", "1", "x" * 5000),
    *("\ud800", "\x1b]52;c;eA==\x07", "\u202e", [], [5], [[]], [["body", 7]], {}, {"1": 2}, {"article": "1"}),
]


class Outcome(NamedTuple):
    """Whether the faulty thing was refused, and what was wrong afterwards."""

    refused: bool
    wrong: list[str]


def faulty_lines(lines: list[str], chance: random.Random) -> list[str]:
    """An export with one to three faults."""
    lines = list(lines)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.randrange(len(lines))
        change = chance.choice((_field_changed, _field_changed, _field_changed, _field_gone, _bytes_changed, _cut))
        if chance.random() < 0.1:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif chance.random() < 0.1:
            lines.insert(at, lines[chance.randrange(len(lines))])
        else:
            lines[at] = change(lines[at], chance)
    return lines


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in a value with each of its keys or indexes."""
    pairs = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [(value, key) for key, _ in pairs] + [place for _, one in pairs for place in _places(one)]


def _field_changed(line: str, chance: random.Random) -> str:
    value = _parsed(line)
    if places := _places(value):
        container, key = chance.choice(places)
        container[key] = chance.choice(_ODD)
    return json.dumps(value)


def _field_gone(line: str, chance: random.Random) -> str:
    value = _parsed(line)
    if places := _places(value):
        container, key = chance.choice(places)
        del container[key]
    return json.dumps(value)


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return {}


def _bytes_changed(line: str, chance: random.Random) -> str:
    data = bytearray(line.encode("utf-8", "surrogatepass") or b" ")
    for _ in range(chance.choice((1, 2, 20))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return data.decode("utf-8", "replace")


def _cut(line: str, chance: random.Random) -> str:
    return chance.choice((line[: chance.randrange(len(line) + 1)], "[" * 100_000, ""))


def faulty_file(data: bytes, chance: random.Random) -> bytes:
    """A backup with some bits flipped, bytes overwritten, or a part missing."""
    changed = bytearray(data)
    way = chance.randrange(5)
    if way == 0:
        return data[: chance.randrange(len(data))]
    if way == 1:
        start = chance.randrange(len(data))
        changed[start : start + chance.choice((10, 500, 4096))] = chance.randbytes(chance.choice((10, 500, 4096)))
    else:
        for _ in range(chance.choice((1, 2, 30))):
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def with_faulty_document(path: Path, chance: random.Random) -> None:
    """Change a field of a random document of a backup, as another program might."""
    with closing(sqlite3.connect(path)) as connection:
        table = chance.choice(sorted(LAYOUTS))
        number, body = chance.choice(connection.execute(f'SELECT id, body FROM "doc_{table}"').fetchall())
        change = chance.choice((_field_changed, _field_changed, _field_gone, _bytes_changed))
        connection.execute(f'UPDATE "doc_{table}" SET body = ? WHERE id = ?', (change(body, chance), number))
        connection.commit()


class Mutator:
    """Makes faulty imports and backups of a library with something of everything, and tries them in a folder."""

    def __init__(self, folder: Path, look: Callable[[Path], list[str]] = lambda _folder: []) -> None:
        self._folder, self._look = folder, look
        with Library.open(folder / "whole") as library:
            filled(library).maintenance.finish_index()
            self._lines = list(library.exchange.export_lines())
            self._backup = library.maintenance.backup(folder / "whole.db").read_bytes()
        with Library.open(folder / "plain") as library:
            library.articles.add(report("was er al"))
            library.maintenance.finish_index()
            self._before = everything(library)
        self._plain = (folder / "plain" / "library.db").read_bytes()

    def after_import(self, chance: random.Random) -> Outcome:
        """Import a faulty export into an empty library, or into one with an article."""
        place, before = self._room(chance)
        lines = faulty_lines(self._lines, chance)

        def take() -> None:
            with Library.open(place) as library:
                library.exchange.import_lines(lines)

        return self._outcome(place, before, take)

    def after_restore(self, chance: random.Random) -> Outcome:
        """Restore a faulty backup."""
        place, before = self._room(chance)
        copy = self._folder / "faulty.db"
        copy.write_bytes(self._backup)
        if chance.random() < 0.5:
            with_faulty_document(copy, chance)
        else:
            copy.write_bytes(faulty_file(self._backup, chance))
        return self._outcome(place, before, lambda: restore(place, copy))

    def _room(self, chance: random.Random) -> tuple[Path, list[object]]:
        place = self._folder / "room"
        rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        if chance.random() < 0.5:
            return place, []
        (place / "library.db").write_bytes(self._plain)
        return place, self._before

    def _outcome(self, place: Path, before: list[object], take: Callable[[], object]) -> Outcome:
        refused, wrong = False, list[str]()
        try:
            take()
        except BriefingError as error:
            refused, wrong = True, _unclear(error)
        except Exception as error:  # what a program must not end with
            return Outcome(True, [f"taking: {error!r}"])
        try:
            with Library.open(place) as library:
                if refused and everything(library) != before:
                    wrong.append("it was refused and is there in part")
                read_all(library)
                library.maintenance.finish_index()
                wrong += [fault.code for fault in library.maintenance.check()]
        except Exception as error:
            wrong.append(f"reading: {error!r}")
        return Outcome(refused, wrong if refused else wrong + self._look(place))


def _unclear(error: BriefingError) -> list[str]:
    """A refused line must be named."""
    code = error.message.code
    named = code.startswith("library.import") and "line" in error.message.params
    known = named or code.startswith(
        ("library.backup-damaged", "library.damaged", "library.no-backup", "library.newer")
    )
    return [] if known else [f"unclear: {code} {dict(error.message.params)}"]
