"""Removing articles for good: no text of them stays in the library's files, the undo history or the cache.

On request it is removed from the backups as well. A damaged file from which a library was recovered is left to the user.
"""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from briefing.article import Article
from briefing.message import BriefingError, NothingFoundError, UnavailableError
from store.articles import Articles
from store.base import LibraryPart, is_number
from store.cache import Cache
from store.database import Database
from store.engine import ColumnCondition, DocumentSelection
from store.new_file import replaced_file
from store.records import CACHE_FILE, LAYOUTS, LIBRARY_FILE, draft_about
from store.sqlite import backups
from store.sqlite.engine import SqliteEngine
from store.sqlite.lock import FolderLock
from store.sqlite.transaction import SqliteTransaction
from store.sqlite.undo_history import Image

_PART = "erase-"
_NO_TEXT = Article("", "", "", ()).digest


class Erasure(LibraryPart):
    """Removes articles for good."""

    def __init__(self, database: Database, cache: Cache) -> None:
        super().__init__(database)
        self._articles, self._cache = Articles(database), cache

    @property
    def _file(self) -> SqliteEngine:
        engine = self._engine
        assert isinstance(engine, SqliteEngine)
        return engine

    def erase(self, *ids: str, everywhere: bool = False) -> list[Path]:
        """Remove articles with their notes, corrections, grades and drafts; this cannot be undone.

        With `everywhere` they are removed from backups too, and may be articles that only a backup has. Gives the files
        in the library's folder that may still hold text of them.

        Raises:
            NothingFoundError: there is no such article.
            UnavailableError: the file is in use for too long, or cannot be written.
        """
        numbers = {int(one) if is_number(one) else 0 for one in ids}
        digests = {digest for one in numbers for digest in self._digests(one, everywhere=everywhere)}
        self.erase_here(numbers, digests)
        path, folder = self._file.path, self._file.path.parent
        copies = [*backups.newest_first(folder), *sorted(folder.glob(f"{path.stem}-damaged-*.db"))]
        copies = [copy for copy in copies if backups.may_hold(copy, digests)]
        if everywhere:
            copies = [copy for copy in copies if not _erased_from(copy, digests)]
        aside = [one for one in folder.glob(f"{backups.SET_ASIDE}-*.jsonl") if _holds_lines(one, numbers)]
        if everywhere:
            for one in aside:
                _erase_lines(one, numbers)
            aside = []
        return [*copies, *aside, *([] if self.trim() else [path])]

    def erase_here(self, numbers: Collection[int], digests: Collection[str]) -> None:
        """Remove articles from this library alone: those with these numbers, and what undo would restore of their texts."""
        with self._file.writing() as transaction:
            for number, _ in list(transaction.documents("articles", list(numbers))):
                self._articles.remove(str(number))
            removed = set(transaction.removed())
            forgotten = transaction.forget(_is_about(digests, set(numbers), removed))
            removed |= {(table, number) for table, number, _, _ in forgotten}
            for number in _drafts(transaction, numbers, {number for table, number in removed if table == "notes"}):
                transaction.put("settings", number, None)
        self._cache.clear()

    def trim(self) -> bool:
        """Remove what is left of removed texts from the unused space of the file; false if another program prevents it."""
        try:
            return self._file.compact()
        except UnavailableError:
            return False

    def _digests(self, number: int, *, everywhere: bool) -> set[str]:
        """The digest of an article's text.

        Raises:
            NothingFoundError: there is no such article.
        """
        with self._engine.reading() as snapshot:
            found = [document["digest"] for _, document in snapshot.documents("articles", [number])]
        if not found and everywhere:
            copies = backups.newest_first(self._file.path.parent)
            found = [digest for copy in copies for digest in backups.digests_in(copy, number)]
        if not found:
            raise NothingFoundError("library.no-article", id=str(number))
        return set(found) - {_NO_TEXT}


def _drafts(transaction: SqliteTransaction, articles: Collection[int], notes: Collection[int]) -> Iterator[int]:
    """The settings that hold drafts of notes on the articles, or of changes of the notes."""
    for number, setting in list(transaction.documents("settings")):
        about = draft_about(setting["name"])
        if about and about[1] in {"article": articles, "note": notes}.get(about[0], ()):
            yield number


def _is_about(
    digests: Collection[str], articles: Collection[int], removed: Collection[tuple[str, int]]
) -> Callable[[Image], bool]:
    """Whether a document of the undo history is removed, has one of the texts, or refers to one of the articles."""

    def is_about(image: Image) -> bool:
        table, number, before, _ = image
        is_it = (table, number) in removed or (table in {"articles", "texts"} and number in articles)
        if is_it or before is None:
            return is_it
        document = json.loads(before)
        referred = {document.get("article"), document.get("other")}
        referred |= set(document["articles"]) if table == "dossiers" else set()
        return document.get("digest") in digests or not referred.isdisjoint(articles)

    return is_about


def _erased_from(copy: Path, digests: Collection[str]) -> bool:
    """Remove the articles with these texts from a backup; false if it cannot be read or written."""
    with suppress(BriefingError, OSError), FolderLock(copy.parent).alone():
        for left in copy.parent.glob(f"{_PART}*"):
            rmtree(left)
        part = Path(mkdtemp(prefix=_PART, dir=copy.parent))
        try:
            backups.backup(copy, part / LIBRARY_FILE)
            with Database(part / LIBRARY_FILE, LAYOUTS) as database:
                with database.engine.reading() as snapshot:
                    same = [DocumentSelection((ColumnCondition("digest", "is", digest),)) for digest in digests]
                    numbers = [number for one in same for number in snapshot.select("articles", one)]
                erasure = Erasure(database, Cache(part / CACHE_FILE))
                erasure.erase_here(numbers, digests)
                if not erasure.trim():
                    return False
            with replaced_file(copy) as new:
                backups.write_copy(part / LIBRARY_FILE, new)
        finally:
            rmtree(part)
        return True
    return False


def _holds_lines(file: Path, articles: Collection[int]) -> bool:
    """Whether a file of documents that were set aside has some of the articles, or of what is on them."""
    return any(_line_is_about(line, articles) for line in _lines(file))


def _erase_lines(file: Path, articles: Collection[int]) -> None:
    """Remove the articles, and what is on them, from a file of documents that were set aside."""
    kept = [line for line in _lines(file) if not _line_is_about(line, articles)]
    with replaced_file(file) as new:
        new.write_text("".join(kept), encoding="utf-8")


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines(keepends=True)


def _line_is_about(line: str, articles: Collection[int]) -> bool:
    document = json.loads(line)
    if document["table"] in {"articles", "texts"}:
        return document["id"] in articles
    named = (f'"{side}":{number},' for side in ("article", "other") for number in articles)
    return any(one in document["stored"] for one in named)
