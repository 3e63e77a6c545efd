"""What every translation engine is: a name, a version, and texts in, texts out. Which engines there are stands in `engines`."""

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from briefing.article import Language
from briefing.message import UnavailableError
from briefing.summary.summary import Check

Cancelled = Callable[[], bool]
"""Whether the user no longer wants the rest; asked between texts."""


def never() -> bool:
    """The answer of whoever cannot cancel."""
    return False


class Translator(Protocol):
    """An engine. The module of each gives `translator(settings) -> Translator`, and imports what it needs only then."""

    @property
    def name(self) -> str:
        """The name in the registry, the settings and the JSON: `literal`, `firefox`, `llm`."""

    @property
    def version(self) -> str:
        """What made a translation: another version makes the translations of older ones stale."""

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        """The texts in the other language, as many and in the same order; each is a sentence, or a few.

        Raises:
            StoppedError: `cancelled` answered yes.
            UnavailableError: the engine cannot do it now; the message says why and what to do.
        """


@runtime_checkable
class SelfChecking(Protocol):
    """An engine that can tell which of its translations may be wrong."""

    def checks(self, original: str, from_: Language, text: str, to: Language) -> tuple[Check, ...]:
        """What fails in its translation of a sentence; empty where nothing does."""


class StoppedError(Exception):
    """The user cancelled: nothing to show, nothing to mend."""


class DirectionError(UnavailableError):
    """The engine does not translate from the one language to the other."""

    def __init__(self, engine: str, from_: Language, to: Language) -> None:
        super().__init__("translate.direction", engine=engine, language=from_, to=to)
