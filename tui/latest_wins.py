"""Work on a thread of which only the latest request counts, such as a search while it is typed."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from textual.dom import DOMNode

Request = TypeVar("Request")


class LatestWins(Generic[Request]):
    """Handles one request at a time; one that waits is replaced by a newer one.

    `handle` is called on a thread; while it runs, `overtaken` says whether there is a newer request.
    """

    def __init__(self, node: DOMNode, handle: Callable[[Request], None]) -> None:
        self._node, self._handle = node, handle
        self._lock = Lock()
        self._waiting: list[Request] = []
        self._busy = False

    @property
    def overtaken(self) -> bool:
        """Whether there is a newer request than the one that is handled."""
        return bool(self._waiting)

    def ask(self, request: Request) -> None:
        """Have this handled next, in the place of whatever waits."""
        with self._lock:
            self._waiting = [request]
            if self._busy:
                return
            self._busy = True
        self._node.run_worker(self._work, thread=True, exit_on_error=False, group="latest-wins")

    def _work(self) -> None:
        try:
            while (request := self._next()) is not None:
                self._handle(request)
        except BaseException:
            self._busy = False
            raise

    def _next(self) -> Request | None:
        with self._lock:
            request = self._waiting.pop() if self._waiting else None
            self._busy = request is not None
            return request
