"""Calling a command as a person or a script does: its exit code and what it wrote."""

import json
from typing import Any, Protocol

DUTCH = "Brug dicht\n\nDe brug is dicht, zegt de minister. Volgens de gemeente duurt het herstel zeker een jaar.\n"
OTHER = "Brug open\n\nDe brug gaat weer open, meldt de provincie. Het herstel heeft een half jaar geduurd.\n"


class Called:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Call(Protocol):
    def __call__(self, *arguments: object, lang: str = "en") -> Called: ...
