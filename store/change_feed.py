"""Telling who asked what changed in the library, by this program or another, within a second."""

import logging
from collections.abc import Callable
from threading import Event, Lock, Thread

from briefing.message import BriefingError
from store.engine import Commit, Engine
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
    """A thread that looks for new transactions, woken by this program's own, and calls those who subscribed.

    The calls come from that thread; they begin with the first subscription.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._callbacks: list[Callback] = []
        self._lock, self._woken = Lock(), Event()
        self._thread: Thread | None = None
        self._closed = False
        self._seen = 0

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Call the function with each change from now on; gives the function that ends it."""
        with self._lock:
            self._callbacks.append(callback)
            if self._thread is None:
                self._seen = self._engine.latest()
                self._thread = Thread(target=self._run, name="library-watch", daemon=True)
                self._thread.start()

        def end() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return end

    def wake(self) -> None:
        """Look now."""
        self._woken.set()

    def close(self) -> None:
        """Stop looking."""
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
                news = self._engine.commits(self._seen) if self._engine.latest() > self._seen else []
            except BriefingError:
                continue
            for change in changes(news, self._engine.origin):
                with self._lock:
                    callbacks = list(self._callbacks)
                for callback in callbacks:
                    try:
                        callback(change)
                    except Exception:  # the others are still to be told
                        _LOG.exception("a subscriber to the library failed")
            self._seen = max([self._seen, *(commit.number for commit in news)])


def changes(news: list[Commit], origin: str) -> list[Change]:
    """The transactions as changes: one for each part of the library, this program's apart from those of others."""
    found: dict[tuple[Part, bool], dict[str, None]] = {}
    for commit in news:
        for touched in commit.touched:
            part = _PARTS.get(touched.table)
            if part is not None:
                ids = found.setdefault((part, commit.origin != origin), {})
                ids.update(dict.fromkeys(map(str, touched.ids)))
    return [Change(part, tuple(ids), elsewhere) for (part, elsewhere), ids in found.items()]
