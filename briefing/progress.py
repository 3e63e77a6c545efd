"""Progress reporting and cancellation of long work."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from briefing.message import BriefingError

_Item = TypeVar("_Item")
_REPORTED_ITEMS: Final = 64


class CancelledError(BriefingError):
    """Raised on cancellation."""

    def __init__(self) -> None:
        super().__init__("compare.cancelled")


@dataclass(frozen=True, slots=True)
class Progress:
    """Receives the share that is done, 0..1 and never falling, by `report`; `cancelled` returns whether to stop."""

    report: Callable[[float], object] = lambda _share: None
    cancelled: Callable[[], bool] = lambda: False

    def part(self, begin: float, end: float) -> "Progress":
        """The progress of a part of the work, which begins and ends at these shares of the whole."""
        return Progress(lambda share: self.report(begin + share * (end - begin)), self.cancelled)

    def update(self, done: int, total: int) -> None:
        """Report how much is done.

        Raises:
            CancelledError: the work is cancelled.
        """
        if self.cancelled():
            raise CancelledError
        self.report(done / total if total else 1.0)

    def each(self, items: Sequence[_Item]) -> Iterator[_Item]:
        """The items one by one; checks for cancellation before each, and reports some of them.

        Raises:
            CancelledError: the work is cancelled.
        """
        for done, item in enumerate(items):
            if done % _REPORTED_ITEMS == 0:
                self.update(done, len(items))
            elif self.cancelled():
                raise CancelledError
            yield item
        self.update(len(items), len(items))

    def parts(self, items: Sequence[_Item]) -> Iterator[tuple[_Item, "Progress"]]:
        """The items one by one, each with the progress of its part of the work; all parts are equal."""
        for at, item in enumerate(items):
            yield item, self.part(at / len(items), (at + 1) / len(items))


UNREPORTED: Final = Progress()
"""Work that nobody follows or cancels."""
