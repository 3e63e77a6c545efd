"""The library: the only door to what is kept on the disk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from briefing.message import Message
from store.caches import Caches
from store.database import Database
from store.dossiers import Dossiers
from store.engine import Compared, Selection
from store.exchange import Exchange
from store.notes import Corrections, Notes
from store.records import LAYOUTS
from store.searching import Searching
from store.upkeep import CACHE, FILE, Upkeep
from store.values import Change
from store.watch import Watch

if TYPE_CHECKING:
    from store.sketches import Sketches


class Library(Searching, Dossiers, Notes, Corrections, Exchange, Upkeep):
    """Articles, dossiers, notes, corrections and grades in a folder. Safe to use from several threads and programs."""

    def __init__(self, folder: Path, database: Database, *, read_only: bool) -> None:
        self.folder, self.read_only = folder, read_only
        self._database = database
        self._caches = Caches(folder / CACHE, read_only=read_only)
        self._watch = Watch(database.engine, database.engine.origin)
        database.engine.heed = self._watch.wake

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> "Library":
        """The library in the folder; a new one is made where there is none, unless it is only to be read.

        Raises:
            InputError: there is none to read, the file is damaged, is another program's, or was written by a newer version.
            UnavailableError: the folder may not be written, the disk is full, or another program holds the file.
        """
        database = Database(folder / FILE, LAYOUTS, read_only=read_only)
        return cls(folder, database, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Finish what was asked and let go of the files."""
        self._watch.close()
        self._caches.close()
        self._database.close()

    @contextmanager
    def together(self, label: Message) -> Iterator[None]:
        """Everything done in the block is one transaction and one step of the undo, under the words of the label."""
        with self._database.transaction(label):
            yield

    def setting(self, name: str, default: str = "") -> str:
        """A setting of the library itself, such as the choices that belong to its articles."""
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("settings", Selection((Compared("name", "is", name),), limit=1))
            for _, document in snapshot.documents("settings", numbers):
                return str(document["value"])
        return default

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting of the library itself."""
        with self._engine.writing() as transaction:
            numbers = transaction.select("settings", Selection((Compared("name", "is", name),), limit=1))
            number = numbers[0] if numbers else transaction.next_id("settings")
            transaction.put("settings", number, {"name": name, "value": value})

    def cached(self, kind: str, key: str) -> bytes | None:
        """A result kept under a kind and a key, or `None`."""
        return self._caches.get(kind, key)

    def cache(self, kind: str, key: str, value: bytes) -> None:
        """Keep a result that can be computed again; it may be gone at any time."""
        self._caches.put(kind, key, value)

    def sketches(self) -> "Sketches":
        """The sketches of the articles, by which reports of one story find each other."""
        from store.sketches import Sketches

        return Sketches(self, self._caches)

    def undo(self) -> Message | None:
        """Take back the last thing the user did, before a restart or by another program too; gives what it was.

        Raises:
            WrongUseError: what it changed was changed again since by something that cannot be taken back.
        """
        return self._engine.undo()

    def subscribe(self, callback: Callable[[Change], None]) -> Callable[[], None]:
        """Call the function, from another thread, with each change by this or any program; gives what ends it."""
        return self._watch.subscribe(callback)
