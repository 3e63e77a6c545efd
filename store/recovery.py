"""Recovery of a damaged or lost library."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, NamedTuple

from briefing.article import UNDETERMINED, Article
from briefing.message import InputError, UnavailableError
from store.database import Database
from store.engine import Document
from store.new_file import sync_folder
from store.records import LAYOUTS, LIBRARY_FILE, UNREADABLE, article_document, now, text_document
from store.sqlite import backups
from store.sqlite.connection import may_only_read
from store.sqlite.damaged_file import readable_documents
from store.sqlite.engine import SqliteEngine
from store.sqlite.lock import FolderLock

_PART = "salvage-"


class Salvage(NamedTuple):
    """How many articles and notes were recovered, and the path of the damaged file, which is kept."""

    articles: int
    notes: int
    kept: Path


def salvage(folder: Path) -> Salvage:
    """Recover what can be read of a damaged library into a new one in its place; the damaged file is kept beside it.

    An article whose text is lost keeps its title, so that the notes on it have something to refer to. What was removed
    shortly before the damage may come back.

    Raises:
        InputError: there is no library, or nothing can be read of it.
    """
    path = folder / LIBRARY_FILE
    if not path.exists():
        raise InputError("library.none", folder=str(folder))
    if may_only_read(path):
        raise UnavailableError("library.read-only", folder=str(folder))
    with FolderLock(folder).alone():
        found = readable_documents(backups.last_set_aside(path) or path)
        if not found:
            raise InputError("library.nothing-salvaged", folder=str(folder), backups=str(folder / backups.BACKUPS))
        for left in folder.glob(f"{_PART}*"):
            rmtree(left)
        part, tables = Path(mkdtemp(prefix=_PART, dir=folder)), _completed(found)
        try:
            _write(part / LIBRARY_FILE, tables)
            kept = backups.last_set_aside(path) or backups.set_aside(path)
            (part / LIBRARY_FILE).replace(path)
            sync_folder(folder)
        finally:
            rmtree(part)
    return Salvage(len(tables["articles"]), len(tables["notes"]), kept)


def restore(folder: Path, source: Path) -> Path | None:
    """Replace the library by a backup; gives the path of a backup of the present content, `None` if that is lost.

    Raises:
        InputError: the file is no backup of a library, is damaged, or comes from a newer version.
    """
    path = folder / LIBRARY_FILE
    if backups.is_lost(path):
        backups.restore_lost(path, source, LAYOUTS)
        return None
    if may_only_read(path):
        raise UnavailableError("library.read-only", folder=str(folder))
    with Database(path, LAYOUTS) as database:
        engine = database.engine
        assert isinstance(engine, SqliteEngine)
        return engine.restore(source)


def _write(path: Path, tables: Mapping[str, Mapping[int, Document]]) -> None:
    with Database(path, LAYOUTS) as database, database.engine.writing() as transaction:
        for table, documents in tables.items():
            for number, document in documents.items():
                transaction.put(table, number, document)


def _completed(found: Mapping[tuple[str, int], Document]) -> dict[str, dict[int, Document]]:
    """The documents by table, with a placeholder for each article or text that is referred to but lost."""
    tables: dict[str, dict[int, Document]] = {table: {} for table in LAYOUTS}
    for (table, number), document in found.items():
        with suppress(ValueError):
            LAYOUTS[table].check(document)
            tables[table][number] = document
    articles, texts = tables["articles"], tables["texts"]
    needed = {*articles, *texts, *_referenced_articles(tables)}
    for number in needed:
        known: Mapping[str, Any] = articles.get(number) or texts.get(number) or {}
        lost = Article("", known.get("title", UNREADABLE), known.get("language", UNDETERMINED), ())
        texts.setdefault(number, text_document(lost))
        articles.setdefault(number, article_document(lost, now(), None))
    return tables


def _referenced_articles(tables: Mapping[str, Mapping[int, Document]]) -> set[int]:
    written = (document for table in ("notes", "corrections", "grades") for document in tables[table].values())
    numbers = {document.get(side) for document in written for side in ("article", "other")}
    return {number for number in numbers if isinstance(number, int)}
