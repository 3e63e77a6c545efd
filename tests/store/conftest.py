"""Fixtures: a library, and an engine on an empty file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import Library
from store.engine import Column, Layout, ManyColumn, StorageEngine, Terms
from store.sqlite.engine import SqliteEngine


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        yield opened


LAYOUTS = {
    "things": Layout(
        columns=(Column("size", lambda thing: thing.get("size")), Column("name", lambda thing: thing.get("name"))),
        indexes=(("size",),),
        many=(ManyColumn("tags", lambda thing: thing.get("tags", ())),),
    ),
    "boxes": Layout(many=(ManyColumn("things", lambda box: box["things"]),)),
    "texts": Layout(terms=lambda text: Terms(text["title"], text["body"], "nl", lambda form: form[:4])),
}


Opening = Callable[[], StorageEngine]


@pytest.fixture(params=[SqliteEngine])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opening]:
    """Opens the same store, as often as asked, with every engine that may stand below the library."""
    opened: list[StorageEngine] = []

    def opening() -> StorageEngine:
        opened.append(request.param(tmp_path / "engine.db", LAYOUTS))
        return opened[-1]

    yield opening
    for engine in opened:
        engine.close()


@pytest.fixture
def engine(opening: Opening) -> StorageEngine:
    """An engine on an empty store."""
    return opening()
