"""What a command writes: its answer to standard output, everything else to standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

from briefing.ingest.clean import cleaned, escaped, on_one_line
from tui.signs import Signs, signs_for

if TYPE_CHECKING:
    from briefing.progress import Progress

_SOON: Final = 1.0
"""Seconds of work after which its progress is shown."""


class Output:
    """The output of one call; `percent` writes a share of 0..1 in the interface's language."""

    def __init__(self, percent: Callable[[float], str]) -> None:
        self._percent = percent

    @property
    def signs(self) -> Signs:
        """The signs that standard output can show."""
        return signs_for(sys.stdout.encoding)

    def print(self, text: str) -> None:
        """Write text to standard output, without what a terminal would obey."""
        print(cleaned(text))  # noqa: T201

    def print_block(self, text: str) -> None:
        """Write lines to standard output, nothing where there are none."""
        if text:
            self.print(text)

    def print_each(self, texts: Iterable[str]) -> None:
        """Write texts to standard output, each on a line of its own."""
        for text in texts:
            self.print(text)

    def print_json(self, value: Mapping[str, object]) -> None:
        """Write a value as JSON to standard output."""
        self.print(escaped(json.dumps(value, ensure_ascii=False, indent=2)))

    def say(self, words: str) -> None:
        """Write words to standard error."""
        say(words)

    @contextmanager
    def progress(self, doing: str) -> "Iterator[Progress]":
        """The progress of long work, shown on standard error if that is a terminal."""
        from briefing.progress import Progress

        if not sys.stderr.isatty():
            yield Progress()
            return
        began, shown = monotonic(), ""

        def show(share: float) -> None:
            nonlocal shown
            if monotonic() - began > _SOON:
                shown = f"{on_one_line(doing)} {self._percent(share)}"
                print(f"\r{shown} ", end="", file=sys.stderr, flush=True)  # noqa: T201

        try:
            yield Progress(show)
        finally:
            print("\r" + " " * (len(shown) + 1), end="\r", file=sys.stderr, flush=True)  # noqa: T201


def say(words: str) -> None:
    """Write words to standard error, without what a terminal would obey; where nobody takes them, nowhere."""
    with suppress(OSError):
        print(cleaned(words), file=sys.stderr, flush=True)  # noqa: T201
