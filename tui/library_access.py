"""The app's library: opened when it is first needed, read on any thread, changed on one thread of its own.

Changes are made in the order in which they were asked for. Another program may hold the library for seconds; every key
works meanwhile.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from textual.app import App
from textual.message import Message

from briefing.message import BriefingError

if TYPE_CHECKING:
    from textual.timer import Timer

    from store import Change, Library

Result = TypeVar("Result")

_SLOW: Final = 0.3
"""Seconds that a change may take before "saving" is shown."""


@dataclass
class LibraryChanged(Message):
    """Something in the library changed, by this program or by another one."""

    change: "Change"


@dataclass
class Written(Message):
    """A change of the library was made or failed."""

    outcome: "Future[Any]"
    then: Callable[[Any], object]
    failed: Callable[[BriefingError], object]


class LibraryAccess:
    """The library, the queue of its changes, and leaving the app once that is empty.

    `show_saving` is called when a change is slow and when all are made, `leave` when the app can be left, `refused` when
    a change failed while leaving: the next request to leave does so without it.
    """

    def __init__(
        self,
        app: App[None],
        open_library: "Callable[[], Library]",
        *,
        show_saving: Callable[[bool], None],
        leave: Callable[[], None],
        refused: Callable[[], None],
    ) -> None:
        self._app, self._open_library = app, open_library
        self._opening = Lock()
        self._library: Library | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._show_saving, self._leave, self._refused = show_saving, leave, refused
        self._thread = ThreadPoolExecutor(1, "library-changes")
        self._waiting = 0
        self._slow: Timer | None = None
        self._leaving: Literal["", "waiting", "failing", "refused"] = ""

    @property
    def library(self) -> "Library":
        """The library; the first call opens it.

        Raises:
            BriefingError: it cannot be opened.
        """
        with self._opening:
            if self._library is None:
                self._library = self._open_library()
                self._unsubscribe = self._library.subscribe(self._changed)
            return self._library

    def _changed(self, change: "Change") -> None:
        """From the library's thread."""
        self._app.post_message(LibraryChanged(change))

    @property
    def pending(self) -> bool:
        """Whether a change is not made yet."""
        return self._waiting > 0

    def add(
        self,
        act: "Callable[[Library], Result]",
        then: Callable[[Result], object],
        failed: Callable[[BriefingError], object],
    ) -> None:
        """Make a change after those before it; `then` or `failed` is called on the interface's thread."""
        outcome = self._thread.submit(lambda: act(self.library))
        self._waiting += 1
        if self._slow is None:
            self._slow = self._app.set_timer(_SLOW, lambda: self._show_saving(self.pending))
        written = Written(outcome, then, failed)
        outcome.add_done_callback(lambda _outcome: self._app.post_message(written))

    def take(self, message: Written) -> None:
        """Go on after a change; leave when it was the last that leaving waited for."""
        self._waiting -= 1
        if not self._waiting:
            if self._slow:
                self._slow.stop()
            self._slow = None
            self._show_saving(False)
        error = message.outcome.exception()
        if isinstance(error, BriefingError):
            self._leaving = "failing" if self._leaving == "waiting" else self._leaving
            message.failed(error)
        else:
            self._leaving = "" if self._leaving == "refused" else self._leaving
            message.then(message.outcome.result())
        self._go_on_leaving()

    def leave(self) -> None:
        """Leave when all changes are made; at once if that was refused before."""
        if self._leaving == "refused":
            self._leave()
            return
        self._leaving = "waiting"
        self._go_on_leaving()

    def _go_on_leaving(self) -> None:
        if self._waiting or self._leaving not in {"waiting", "failing"}:
            return
        if self._leaving == "waiting":
            self._leave()
            return
        self._leaving = "refused"
        self._refused()

    async def finish(self) -> None:
        """Wait until every change is made, and stop listening to the library."""
        await asyncio.to_thread(self._thread.shutdown)
        if self._unsubscribe:
            self._unsubscribe()
