"""What computed a result, for the screen, the JSON and the key of a cache."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Engine:
    """A name and the version of what it computes: a new version makes what older ones made stale."""

    name: str
    version: str
