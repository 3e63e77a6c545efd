"""What a user chose for translation: which engines, in which order, and where those that need a server find it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class EngineSettings:
    """The options of one engine. `url` is where its server is, `model` what that runs; `seconds` is how long to wait for it.

    `folder` is where downloaded models are kept. `glossary` gives, for the built-in engine, a user's own words.
    """

    url: str = ""
    model: str = ""
    seconds: float = 60.0
    folder: Path | None = None
    glossary: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def host(self) -> str:
        """The server that texts go to; "" where none is set, or the address is malformed."""
        try:
            parts = urlsplit(self.url)
            return parts.hostname or "" if parts.port != 0 else ""
        except ValueError:
            return ""

    @property
    def stays_here(self) -> bool:
        """Whether what is sent does not leave this machine."""
        return not self.url or self.host in LOOPBACK


@dataclass(frozen=True)
class TranslationSettings:
    """The engines in the order in which they are tried, and the options of each.

    Where `order` is empty the user chose none: only engines that send nothing are tried.
    """

    order: tuple[str, ...] = ()
    engines: Mapping[str, EngineSettings] = field(default_factory=lambda: MappingProxyType({}))
    folder: Path | None = None

    def of(self, engine: str) -> EngineSettings:
        """The options of the engine."""
        found = self.engines.get(engine, EngineSettings())
        return found if found.folder or not self.folder else EngineSettings(**{**vars(found), "folder": self.folder})
