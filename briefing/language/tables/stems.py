"""How words lose their inflection: `stems.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StemTable:
    """How words lose their inflection.

    `algorithm` is a stemmer of Snowball; without one the endings are cut off. `own` says that the folder has a
    `light_stem.py` for the index of a library.
    """

    algorithm: str
    endings: tuple[str, ...]
    own: bool
