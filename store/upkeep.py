"""Looking after the library: is it whole, how large is it, copies of it, and what to do when it is damaged."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from briefing.article import Article
from briefing.message import InputError, Message
from store.caches import Caches
from store.database import Database
from store.engine import Document
from store.records import LAYOUTS, article_document, now, text_document
from store.shelf import Shelf
from store.sqlite import copying
from store.sqlite.engine import SqliteEngine
from store.sqlite.salvage import readable
from store.values import Statistics

FILE = "library.db"
CACHE = "cache.db"
_LOST_TITLE = "?"


class Salvage(NamedTuple):
    """What was saved of a damaged library: how many articles and notes, and where the damaged file is kept."""

    articles: int
    notes: int
    kept: Path


class Upkeep(Shelf):
    """Check, compact, backup, restore, the full text and the figures of a library in a folder."""

    folder: Path
    _caches: Caches

    @property
    def _file(self) -> SqliteEngine:
        engine = self._engine
        assert isinstance(engine, SqliteEngine)
        return engine

    def check(self) -> list[Message]:
        """What is wrong with the library; nothing if it is whole."""
        return self._file.examine()

    def compact(self) -> tuple[int, int]:
        """Make the file as small as it can be, and drop the caches; gives the size before and after, in bytes."""
        before = self._file.size()
        self._caches.clear()
        self._file.compact()
        return before, self._file.size()

    def backup(self, target: Path | None = None) -> Path:
        """Copy the library, while it may be in use, to a new file; gives where it is.

        Raises:
            InputError: something stands there already, or the library is damaged.
            UnavailableError: the file cannot be written there.
        """
        if target is None:
            return copying.automatic_backup(self._file.path, "backup")
        copying.backup(self._file.path, target)
        return target

    def restore(self, source: Path) -> Path:
        """Make the library what a backup of it is; what it was is backed up first. Gives where that is.

        Raises:
            InputError: the file is no backup of a library, is damaged, or comes from a newer version.
        """
        return self._file.restore(source)

    def rebuild_index(self) -> None:
        """Have the full text built anew in the background."""
        self._file.rebuild("texts")

    def index_progress(self) -> tuple[int, int] | None:
        """How many texts the full text has of how many while it is being built; `None` when it is whole."""
        return self._file.progress("texts")

    def finish_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Wait until the full text is whole; `progress` is told how many texts it has of how many."""
        while (state := self.index_progress()) is not None or self._file.catch_up():
            if state is not None and progress is not None:
                progress(*state)
            time.sleep(0.01)

    def statistics(self) -> Statistics:
        """What the library holds and how large it is."""
        with self._engine.reading() as snapshot:
            counts = {table: snapshot.count(table) for table in ("articles", "dossiers", "notes", "corrections")}
        text, index = self._file.sizes("texts")
        return Statistics(**counts, text=text, index=index, file=self._file.size(), version=self._file.version())


def salvage(folder: Path) -> Salvage:
    """Save what can be read of a damaged library into a new one in its place; the damaged file is kept beside it.

    An article whose text is lost keeps its title, so that what was written about it has its place. What was removed
    shortly before the damage may come back.

    Raises:
        InputError: there is no library, or nothing can be read of it.
    """
    path = folder / FILE
    if not path.exists():
        raise InputError("library.none", folder=str(folder))
    found = readable(path)
    if not found:
        raise InputError("library.nothing-salvaged", folder=str(folder), backups=str(folder / copying.BACKUPS))
    part = folder / f"salvage-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    with Database(part / FILE, LAYOUTS) as database, database.transaction():
        tables = _mended(found)
        with database.engine.writing() as transaction:
            for table, documents in tables.items():
                for number, document in documents.items():
                    transaction.put(table, number, document)
    kept = copying.set_aside(path)
    (part / FILE).rename(path)
    part.rmdir()
    return Salvage(len(tables["articles"]), len(tables["notes"]), kept)


def _mended(found: Mapping[tuple[str, int], Document]) -> dict[str, dict[int, Document]]:
    """The documents by table, with what is missing of an article made up for, and no reference to what is lost."""
    tables: dict[str, dict[int, Document]] = {table: {} for table in LAYOUTS}
    for (table, number), document in found.items():
        tables[table][number] = document
    articles, texts = tables["articles"], tables["texts"]
    needed = {*articles, *texts, *_mentioned(tables)}
    for number in needed:
        known: Mapping[str, Any] = articles.get(number) or texts.get(number) or {}
        lost = Article("", known.get("title", _LOST_TITLE), known.get("language", "nl"), ())
        texts.setdefault(number, text_document(lost))
        articles.setdefault(number, article_document(lost, now(), None))
    return tables


def _mentioned(tables: Mapping[str, Mapping[int, Document]]) -> set[int]:
    written = (document for table in ("notes", "corrections", "grades") for document in tables[table].values())
    numbers = {document.get(side) for document in written for side in ("article", "other")}
    return {number for number in numbers if isinstance(number, int)}
