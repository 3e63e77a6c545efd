"""Who waits for long work: is told how far it is, and can have it stopped."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from briefing.message import BriefingError

_Item = TypeVar("_Item")
_TOLD: Final = 64


class CancelledError(BriefingError):
    """The user had enough of waiting; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("compare.cancelled")


@dataclass(frozen=True, slots=True)
class Onlooker:
    """Who waits: `told` is given the share, 0..1, that is done, never less than before; `cancelled` says whether to stop."""

    told: Callable[[float], object] = lambda _share: None
    cancelled: Callable[[], bool] = lambda: False

    def part(self, begin: float, end: float) -> "Onlooker":
        """An onlooker of a part of the work, which begins and ends at these shares of the whole."""
        return Onlooker(lambda share: self.told(begin + share * (end - begin)), self.cancelled)

    def look(self, done: int, of: int) -> None:
        """Tell that so much of so much is done.

        Raises:
            CancelledError: the work is to stop.
        """
        if self.cancelled():
            raise CancelledError
        self.told(done / of if of else 1.0)

    def each(self, items: Sequence[_Item]) -> Iterator[_Item]:
        """The items one by one; it can be stopped before each of them, and is told of some of them.

        Raises:
            CancelledError: the work is to stop.
        """
        for done, item in enumerate(items):
            if done % _TOLD == 0:
                self.look(done, len(items))
            elif self.cancelled():
                raise CancelledError
            yield item
        self.look(len(items), len(items))

    def over(self, items: Sequence[_Item]) -> Iterator[tuple[_Item, "Onlooker"]]:
        """The items one by one, each with the onlooker of its part of the work; all parts are equal."""
        for at, item in enumerate(items):
            yield item, self.part(at / len(items), (at + 1) / len(items))


NOBODY: Final = Onlooker()
