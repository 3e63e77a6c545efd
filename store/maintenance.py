"""Maintenance of the library: checks, copies, the search index and statistics."""

import time
from collections.abc import Callable
from pathlib import Path

from briefing.message import Message
from store.base import LibraryPart
from store.cache import Cache
from store.database import Database
from store.repair import RepairReport, repair
from store.sqlite import backups
from store.sqlite.engine import SqliteEngine
from store.values import Statistics

_POLL_SECONDS = 0.01


class Maintenance(LibraryPart):
    """Check, repair, compact and back up a library in a folder, rebuild its search index, and measure it."""

    def __init__(self, database: Database, cache: Cache) -> None:
        super().__init__(database)
        self._cache = cache

    @property
    def _file(self) -> SqliteEngine:
        engine = self._engine
        assert isinstance(engine, SqliteEngine)
        return engine

    def check(self) -> list[Message]:
        """The faults of the library; empty if there are none."""
        return self._file.faults()

    def repair(self) -> RepairReport:
        """Repair what is damaged; what cannot be read is set aside in a file."""
        return repair(self._file)

    def compact(self) -> tuple[int, int]:
        """Shrink the file and clear the cache; gives the size before and after, in bytes."""
        before = self._file.size()
        self._cache.clear()
        self._file.compact()
        return before, self._file.size()

    def backup(self, target: Path | None = None) -> Path:
        """Copy the library, which may be in use, to a new file; gives its path.

        Raises:
            InputError: the file exists already, or the library is damaged.
            UnavailableError: the file cannot be written there.
        """
        if target is None:
            return backups.automatic_backup(self._file.path, "backup")
        backups.backup(self._file.path, target)
        return target

    def rebuild_index(self) -> None:
        """Start building the search index anew, in the background."""
        self._file.rebuild("texts")

    def index_progress(self) -> tuple[int, int] | None:
        """How many texts are indexed, and of how many, while the search index is built; `None` when it is complete."""
        return self._file.progress("texts")

    def finish_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Wait until the search index is complete; `progress` gets the number of texts indexed and their total.

        Does nothing where the library may only be read.

        Raises:
            UnavailableError: the index cannot be written, as on a full disk.
        """
        while not self._file.read_only and self._step(progress):
            time.sleep(_POLL_SECONDS)

    def _step(self, progress: Callable[[int, int], None] | None) -> bool:
        """Report how far the index is; false once it is complete."""
        self._file.raise_idle_error()
        state = self.index_progress()
        if state is not None and progress is not None:
            progress(*state)
        return state is not None or self._file.catch_up()

    def statistics(self) -> Statistics:
        """How much the library holds, and its size."""
        with self._engine.reading() as snapshot:
            counts = {table: snapshot.count(table) for table in ("articles", "dossiers", "notes", "corrections")}
        text, index = self._file.sizes("texts")
        return Statistics(**counts, text=text, index=index, file=self._file.size(), version=self._file.version())
