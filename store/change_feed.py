"""Notification of changes of the library, by this program or another, within a second."""

import logging
from collections.abc import Callable
from threading import Event, Lock, Thread

from briefing.message import BriefingError
from store.engine import Commit, StorageEngine
from store.values import Change, Part

Callback = Callable[[Change], None]
_LOG = logging.getLogger(__name__)
_LOG.addHandler(logging.NullHandler())
POLL_SECONDS = 0.4
_PARTS: dict[str, Part] = {
    "articles": "articles",
    "texts": "articles",
    "dossiers": "dossiers",
    "notes": "notes",
    "corrections": "corrections",
    "grades": "grades",
    "settings": "settings",
}


class ChangeFeed:
    """Polls for new transactions on a thread of its own and calls the subscribers from there.

    The thread starts with the first subscription. `wake` makes it poll at once.
    """

    def __init__(self, engine: StorageEngine) -> None:
        self._engine = engine
        self._callbacks: list[Callback] = []
        self._lock, self._woken = Lock(), Event()
        self._thread: Thread | None = None
        self._closed = False
        self._seen = 0

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Call the function on each change from now on; gives a function that unsubscribes."""
        with self._lock:
            self._callbacks.append(callback)
            if self._thread is None:
                self._seen = self._engine.latest()
                self._thread = Thread(target=self._run, name="library-watch", daemon=True)
                self._thread.start()

        def unsubscribe() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return unsubscribe

    def wake(self) -> None:
        """Poll now."""
        self._woken.set()

    def close(self) -> None:
        """Stop the thread."""
        self._closed = True
        self._woken.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closed:
            self._woken.wait(POLL_SECONDS)
            self._woken.clear()
            if self._closed:
                return
            try:
                commits = self._engine.commits(self._seen) if self._engine.latest() > self._seen else []
            except BriefingError:
                continue
            for change in changes(commits, self._engine.origin):
                with self._lock:
                    callbacks = list(self._callbacks)
                for callback in callbacks:
                    try:
                        callback(change)
                    except Exception:  # the other subscribers must still be called
                        _LOG.exception("a subscriber to the library failed")
            self._seen = max([self._seen, *(commit.number for commit in commits)])


def changes(commits: list[Commit], origin: str) -> list[Change]:
    """The changes made by transactions: one for each part of the library, this program's apart from those of others."""
    found: dict[tuple[Part, bool], dict[str, None]] = {}
    for commit in commits:
        for touched in commit.touched:
            part = _PARTS.get(touched.table)
            if part is not None:
                ids = found.setdefault((part, commit.origin != origin), {})
                ids.update(dict.fromkeys(map(str, touched.ids)))
    return [Change(part, tuple(ids), elsewhere) for (part, elsewhere), ids in found.items()]
