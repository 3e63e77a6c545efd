"""A model brought from a catalogue, with a progress bar on the terminal."""

import sys
from collections.abc import Callable
from pathlib import Path

from briefing.message import UnavailableError
from briefing.translate.addresses import host_of
from briefing.translate.firefox import models
from briefing.translate.firefox.catalogue import CatalogueModel, Direction

_BAR = 24
_MEGA = 1_000_000


def offered_model(origin: str, direction: Direction) -> CatalogueModel:
    """The model of a catalogue.

    Raises:
        UnavailableError: it has none for the direction.
    """
    model = models.offered(origin).get(direction)
    if model is None:
        raise UnavailableError("models.not-offered", host=host_of(origin), direction=models.named(direction))
    return model


def install_from(origin: str, direction: Direction, folder: Path) -> None:
    """Install a model of a catalogue, with a progress bar.

    Raises:
        UnavailableError: it cannot be had.
    """
    models.install(offered_model(origin, direction), folder, origin, progress=progress_bar())


def progress_bar() -> Callable[[int, int], None]:
    """A progress bar on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        return lambda _done, _all: None

    def show(done: int, size: int) -> None:
        filled = _BAR * done // size
        bar = "#" * filled + "." * (_BAR - filled)
        end = "\n" if done >= size else ""
        print(f"\r[{bar}] {megabytes(done)}/{megabytes(size)} MB", end=end, file=sys.stderr, flush=True)  # noqa: T201

    return show


def megabytes(size: int) -> str:
    """Bytes in megabytes, at least one."""
    return str(max(1, round(size / _MEGA)))
