"""The registry of engines, and the choice among them: those the user named, in order, else the local ones."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple, Protocol, Self, runtime_checkable

from briefing.message import UnavailableError, WrongUseError
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.translator import Translator


class Registered(NamedTuple):
    """The module of an engine, which gives `translator(settings) -> Translator`, and whether it sends texts to a server.

    `host` is the server that they go to where the user set none.
    """

    module: str
    sends: bool = False
    host: str = ""


ENGINES: Mapping[str, Registered] = MappingProxyType(
    {
        "firefox": Registered("briefing.translate.firefox.engine"),
        "literal": Registered("briefing.translate.literal.engine"),
        "llm": Registered("briefing.translate.llm", sends=True),
        "deepl": Registered("briefing.translate.deepl", sends=True, host="api.deepl.com"),
        "libretranslate": Registered("briefing.translate.libretranslate", sends=True),
    }
)
"""The engines by name. Those that send nothing are tried in this order where the user chose none."""


def candidates(settings: TranslationSettings, named: Sequence[str] = ()) -> tuple[str, ...]:
    """The names of the engines to try: those named for this once, else those of the settings, else all that send nothing.

    Raises:
        WrongUseError: a name stands for no engine.
    """
    for name in (*named, *settings.order):
        if name not in ENGINES:
            raise WrongUseError("translate.unknown-engine", engine=name, known=", ".join(ENGINES))
    if chosen := tuple(named) or settings.order:
        return chosen
    return tuple(name for name, engine in ENGINES.items() if not engine.sends)


def staying(settings: TranslationSettings) -> tuple[str, ...]:
    """The names of the local engines to try: those among the candidates, else all.

    Raises:
        WrongUseError: a name stands for no engine.
    """
    chosen = tuple(name for name in candidates(settings) if destination(name, settings) is None)
    return chosen or tuple(name for name, engine in ENGINES.items() if not engine.sends)


def ready(name: str, settings: TranslationSettings) -> Translator:
    """The engine of the name.

    Raises:
        UnavailableError: it is not installed, has no model, no key or no server; the message says what to do.
    """
    found: Translator = import_module(ENGINES[name].module).translator(settings.of(name))
    return found


@runtime_checkable
class Closing(Protocol):
    """An engine with resources to release, such as a process."""

    def close(self) -> None:
        """Release it."""


class Opened:
    """The engines of one piece of work: each is made once, when its turn comes, and closed when the work is done."""

    def __init__(self, settings: TranslationSettings) -> None:
        self._settings = settings
        self._made: dict[str, Translator] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for engine in self._made.values():
            if isinstance(engine, Closing):
                engine.close()
        self._made.clear()

    def in_turn(self, named: Sequence[str] = ()) -> Iterator[Translator | UnavailableError]:
        """Each engine to try in its turn, or why it cannot be used. An engine named for this once is the only one."""
        for name in candidates(self._settings, named):
            yield self._of(name)

    def _of(self, name: str) -> Translator | UnavailableError:
        try:
            return self._made.get(name) or self._made.setdefault(name, ready(name, self._settings))
        except UnavailableError as error:
            return error


def destination(name: str, settings: TranslationSettings) -> str | None:
    """The server that the engine sends texts to; `None` where nothing leaves this machine."""
    engine = ENGINES[name]
    own = settings.of(name)
    if not engine.sends or (own.url and own.stays_here):
        return None
    return own.host or engine.host
