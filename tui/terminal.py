"""The terminal of the app, and how it is given back: after signals, after a stop, and when the terminal is gone.

Textual's driver leaves the terminal as it was when the app ends by itself. This one also does on every signal that ends a
program, when the program is continued without having been suspended, and it ends the app when nobody holds the terminal any more.
"""

import asyncio
import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import sleep
from types import FrameType
from typing import IO, Any, Final, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

ENDING: Final = tuple(
    getattr(signal, name)
    for name in (
        *("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPROF"),
        *("SIGXCPU", "SIGIO", "SIGPWR", "SIGSTKFLT"),
    )
    if hasattr(signal, name)
)
"""The signals that end a program and can be handled."""
GRACE: Final = 5.0
"""Seconds that the app has to keep drafts and to leave after a signal, before the process ends anyway."""
_MODES: Final = (1000, 1003, 1015, 1006, 1016, 2004, 2048, 1049, 1004)
_RESTORE: Final = "\x1b[<u" + "".join(f"\x1b[?{mode}l" for mode in _MODES) + "\x1b[?7h\x1b[?25h"
"""The modes that Textual sets, as they were: among them mouse reports, pasting, the alternate screen and the cursor."""


class TerminalOutput:
    """A file whose terminal may go away: what cannot be written any more is dropped."""

    def __init__(self, file: IO[str], gone: Callable[[], None]) -> None:
        self._file, self._gone = file, gone

    def write(self, text: str) -> int:
        """Write text, or drop it."""
        try:
            return self._file.write(text)
        except (OSError, ValueError):
            self._gone()
            return len(text)

    def flush(self) -> None:
        """Write what is buffered, or drop it."""
        try:
            self._file.flush()
        except (OSError, ValueError):
            self._gone()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Textual's driver, which gives the terminal back whatever ends the app."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        self._loop = asyncio.get_running_loop()
        self._woken, self._wake = os.pipe()
        os.set_blocking(self._wake, False)
        self._started = False
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = cast("Any", TerminalOutput(cast("IO[str]", sys.__stderr__), self._terminal_gone))
        for number in ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._on_signal)
        Thread(target=self._watch, name="terminal-watch", daemon=True).start()

    def start_application_mode(self) -> None:
        """Start, from the state that the terminal has without the app: after SIGCONT the driver may still be running."""
        if self._started:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self._started = True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self._started:
            self._started = False
            super().stop_application_mode()

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except OSError:
            self._terminal_gone()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)  # noqa: SLF001

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")

    # A signal may come while the interface's thread holds a lock: its handler takes none.

    def _sigtstp_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(super()._sigtstp_application)

    def _sigcont_application(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(super()._sigcont_application)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        with suppress(BlockingIOError):
            os.write(self._wake, bytes([number]))

    def _terminal_gone(self) -> None:
        with suppress(BlockingIOError):
            os.write(self._wake, bytes([signal.SIGHUP]))

    def _watch(self) -> None:
        """Wait for a signal or until nobody holds the other end of the terminal; ask the app to leave, and see that it does."""
        poll = select.poll()
        poll.register(self.fileno, 0)
        poll.register(self._woken, select.POLLIN)
        woken = {number for number, _event in poll.poll()}
        code = 128 + (os.read(self._woken, 1)[0] if self._woken in woken else signal.SIGHUP)
        end = cast("Callable[[int], None]", getattr(self._app, "end", self._app.exit))
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(end, code)
        if self.fileno in woken:
            # Textual's input thread reads a terminal that is gone again and again.
            self.exit_event.set()
        sleep(GRACE)
        self._restore()
        os._exit(code)

    def _restore(self) -> None:
        """Give the terminal back although the app cannot."""
        if self.attrs_before is not None:
            with suppress(OSError, termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
                os.write(self.fileno, _RESTORE.encode())
