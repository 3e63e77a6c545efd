"""The app in a terminal of its own, as a shell starts it: what it wrote, what it left behind, and how it ended."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_USUAL = {b"25": b"h", b"7": b"h"}
"""The modes that are on in a terminal that no app has changed: the cursor and wrapped lines."""


class Terminal:
    """A terminal of 100 by 30 with the app in it, started on a library."""

    def __init__(
        self, library: Path, *arguments: str, before: Callable[[], None] | None = None, program: str = ""
    ) -> None:
        self.master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.attributes = termios.tcgetattr(self._slave)
        self.output = b""

        def prepare() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if before:
                before()

        self.process = subprocess.Popen(
            [
                sys.executable,
                *(("-c", program) if program else ("-m", "tui")),
                "--library",
                str(library),
                "--lang",
                "en",
                *arguments,
            ],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            preexec_fn=prepare,  # noqa: PLW1509
            env=os.environ | {"TERM": "xterm-256color"},
        )
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            try:
                self.output += os.read(self.master, 65536)
            except OSError:
                return

    def wait_for(self, words: bytes, seconds: float = 30) -> None:
        """Wait until the words were written after all that was seen before."""
        until(lambda: words in self.output, seconds, f"{words!r} in {self.output[-300:]!r}")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window or a broken connection does."""
        os.close(self._slave)
        os.close(self.master)

    def ended(self, seconds: float = 20) -> int:
        """The exit code of the app; a negative number is the signal that it died of."""
        return self.process.wait(seconds)

    def left_behind(self) -> list[str]:
        """What the app did not give back."""
        time.sleep(0.2)
        modes: dict[bytes, bytes] = {}
        for names, state in _MODE.findall(self.output):
            modes |= dict.fromkeys(names.split(b";"), state)
        left = [f"mode {name.decode()}" for name, state in modes.items() if state != _USUAL.get(name, b"l")]
        if self.output.count(b"\x1b[>") > self.output.count(b"\x1b[<u"):
            left.append("keyboard")
        if termios.tcgetattr(self._slave) != self.attributes:
            left.append("attributes")
        return left

    def close(self) -> None:
        """End the app, if it has not ended."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(10)


def until(holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.02)
