"""The engine that runs Firefox Translations models offline, each in a process of its own which may die without harm."""

import atexit
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from briefing.article import Language
from briefing.ingest.clean import on_one_line
from briefing.message import UnavailableError
from briefing.translate.engine_settings import EngineSettings
from briefing.translate.firefox.catalogue import Direction, directions
from briefing.translate.firefox.models import Installed, installed, named
from briefing.translate.parity.whole import stutter
from briefing.translate.translator import Cancelled, DirectionError, StoppedError, never

NAME: Final = "firefox"
_LOOK: Final = 0.05
"""How often, in seconds, it is looked whether the user cancelled."""
COMMAND: Final = (sys.executable, "-m", "briefing.translate.firefox.worker")


class Worker:
    """A running process with a model."""

    def __init__(self, model: Installed, command: Sequence[str], seconds: float) -> None:
        self._seconds = seconds
        vocabulary = [model.path("srcvocab") or model.path("vocab"), model.path("trgvocab") or model.path("vocab")]
        paths = [path for path in (model.path("model"), *vocabulary, model.path("lex")) if path]
        self._process = subprocess.Popen(
            [*command, *map(str, paths)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="ascii",
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        atexit.register(self.stop)

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)
        self._lines.put("")

    @property
    def process(self) -> int:
        """The number of the process."""
        return self._process.pid

    def stop(self) -> None:
        """End the process."""
        atexit.unregister(self.stop)
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def answer(self, cancelled: Cancelled) -> Mapping[str, Any]:
        """The next line of the process.

        Raises:
            StoppedError: `cancelled` answered yes.
            UnavailableError: the process died, or does not answer.
        """
        until = time.monotonic() + self._seconds
        while True:
            if cancelled():
                raise StoppedError
            try:
                line = self._lines.get(timeout=_LOOK)
            except queue.Empty:
                if time.monotonic() > until:
                    raise UnavailableError("firefox.slow", count=round(self._seconds)) from None
                continue
            if not line:
                raise UnavailableError("firefox.died")
            return _row(line)

    def translated(self, text: str, cancelled: Cancelled) -> str:
        """The text in the other language.

        Raises:
            StoppedError: `cancelled` answered yes.
            UnavailableError: the process died, does not answer, or cannot translate it.
        """
        try:
            stdin = self._process.stdin
            if stdin is None:
                raise UnavailableError("firefox.died")
            stdin.write(json.dumps({"text": text}) + "\n")
            stdin.flush()
        except OSError:
            raise UnavailableError("firefox.died") from None
        row = self.answer(cancelled)
        if "text" not in row:
            raise UnavailableError("firefox.failed", reason=on_one_line(str(row.get("error", ""))))
        return str(row["text"])


def _row(line: str) -> Mapping[str, Any]:
    """What a line of the process says.

    Raises:
        UnavailableError: it says nothing that can be read: the process is broken.
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise UnavailableError("firefox.died")
    return row


@dataclass
class Firefox:
    """The models that are installed in a folder. A model's process is started when it is first needed, and kept."""

    folder: Path
    seconds: float = 60.0
    command: Sequence[str] = COMMAND
    name: str = NAME
    _workers: dict[Direction, Worker] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """The versions of the models that are here."""
        return "+".join(model.version[:12] for _, model in sorted(installed(self.folder).items())) or "0"

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        """The texts in the other language."""
        if (from_, to) not in directions():
            raise DirectionError(NAME, from_, to)
        worker = self._worker((from_, to), cancelled)
        try:
            return [
                steady(text, lambda one: worker.translated(one, cancelled)) if text.strip() else text for text in texts
            ]
        except (UnavailableError, StoppedError):
            self._workers.pop((from_, to)).stop()
            raise

    def _worker(self, direction: Direction, cancelled: Cancelled) -> Worker:
        """The process for a direction: the checksums are looked at before a file is given to it."""
        if running := self._workers.get(direction):
            return running
        model = installed(self.folder).get(direction)
        if model is None:
            raise UnavailableError("models.none", direction=named(direction))
        if broken := model.broken():
            raise UnavailableError("models.spoiled", name=broken[0], direction=named(direction))
        worker = Worker(model, self.command, self.seconds)
        try:
            row = worker.answer(cancelled)
            if not row.get("ready"):
                raise UnavailableError("firefox.failed", reason=on_one_line(str(row.get("error", ""))))
        except (UnavailableError, StoppedError):
            worker.stop()
            raise
        self._workers[direction] = worker
        return worker

    def processes(self) -> list[int]:
        """The numbers of the processes that run."""
        return [worker.process for worker in self._workers.values()]

    def close(self) -> None:
        """End the processes."""
        while self._workers:
            self._workers.popitem()[1].stop()


def steady(text: str, translate: Callable[[str], str]) -> str:
    """The translation without the stutter that these models fall into on short texts.

    A text that comes out repeating itself is given again with a full stop, and cut where it repeats if that does not help.
    """
    given = translate(text)
    if not stutter(text, given):
        return given
    if not text.rstrip().endswith((".", "!", "?")):
        again = translate(text.rstrip() + ".").rstrip()
        again = again.removesuffix(".") if again else again
        if not stutter(text, again):
            return again
    run = stutter(text, given)
    at = given.lower().find(run)
    return given[: at + len(run)].strip() if at >= 0 else given


def translator(settings: EngineSettings) -> Firefox:
    """The engine.

    Raises:
        UnavailableError: the package that runs the models is not installed, or there is no model.
    """
    try:
        import fxtranslate  # noqa: F401
    except ImportError:
        raise UnavailableError("translate.no-package", engine=NAME, extra="firefox") from None
    if settings.folder is None or not installed(settings.folder):
        raise UnavailableError("models.none-here")
    return Firefox(settings.folder, settings.seconds)
