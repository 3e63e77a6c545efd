"""The library: the one way in to what is stored on disk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefing.message import Message
from store.articles import Articles
from store.cache import Cache
from store.change_feed import ChangeFeed
from store.corrections import LibraryCorrections
from store.database import Database
from store.dossiers import Dossiers
from store.erasure import Erasure
from store.exchange import Exchange
from store.full_text import FullText
from store.grades import Grades
from store.library_settings import Drafts, LibrarySettings
from store.maintenance import Maintenance
from store.notes import Notes
from store.records import CACHE_FILE, LAYOUTS, LIBRARY_FILE
from store.sqlite.connection import lacks_room, may_only_read
from store.values import Change

if TYPE_CHECKING:
    from store.story_index import StoryIndex


class Library:
    """A library in a folder, put together from its parts. Safe to use from several threads and programs."""

    def __init__(self, folder: Path, database: Database, *, read_only: bool) -> None:
        self.folder, self.read_only = folder, read_only
        self.articles = Articles(database)
        self.dossiers = Dossiers(database)
        self.notes = Notes(database)
        self.corrections = LibraryCorrections(database)
        self.grades = Grades(database)
        self.settings = LibrarySettings(database)
        self.drafts = Drafts(self.settings)
        self.full_text = FullText(database)
        self.exchange = Exchange(database)
        self.cache = Cache(folder / CACHE_FILE, read_only=read_only)
        self.erasure = Erasure(database, self.cache)
        self.maintenance = Maintenance(database, self.cache)
        self._database = database
        self._changes = ChangeFeed(database.engine)
        database.engine.on_commit = self._changes.wake

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """The library in the folder; one is created where there is none, unless it is opened for reading only.

        Where this user may not write it, it is opened for reading only.

        Raises:
            InputError: there is none to read, the file is damaged, belongs to another program or to a newer version.
            UnavailableError: the folder may not be written, the disk is full, or another program holds the file.
        """
        path = folder / LIBRARY_FILE
        read_only = read_only or may_only_read(path) or lacks_room(path)
        database = Database(path, LAYOUTS, read_only=read_only)
        return cls(folder, database, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Finish pending writes and close the files."""
        self._changes.close()
        self.cache.close()
        self._database.close()

    @contextmanager
    def transaction(self, label: Message) -> Iterator[None]:
        """Everything done in the block is one transaction and one undo step with this label."""
        with self._database.transaction(label):
            yield

    @cached_property
    def story_index(self) -> "StoryIndex":
        """The index by which reports of one story find each other."""
        from store.story_index import StoryIndex

        return StoryIndex(self.articles, self.cache)

    def undo(self) -> Message | None:
        """Undo the user's last action, also one of an earlier run or another program; gives its label.

        Raises:
            WrongUseError: what it changed was changed again since by something that cannot be undone.
        """
        return self._database.engine.undo()

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call the function, from another thread, on each change by any program; gives a function that unsubscribes."""
        return self._changes.subscribe(callback)
