"""Cleaning of text on its way in: control sequences and invisible characters are removed."""

import re
from collections.abc import Callable
from typing import Any

# ESC sequences (ECMA-48: CSI, then the strings OSC, DCS, SOS, PM and APC up to their end, then the two-character ones).
_ESCAPE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Controls, the marks that turn the writing direction (UAX #9), invisible operators, surrogates, tags and non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_UNPRINTED = re.compile(f"[\u2028\u2029]|{_UNSEEN.pattern}")
_UNDRAWN = re.compile(f"[\t-\r\u2028\u2029]|{_UNSEEN.pattern}")
_SPACE = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def cleaned(text: str) -> str:
    """The text without escape sequences, controls and direction marks; line ends become `\\n`."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", _ESCAPE.sub("", text)))


def on_one_line(text: str) -> str:
    """The cleaned text on one line, with runs of white space collapsed and the ends stripped."""
    return " ".join(cleaned(text).split())


def cleaned_value(value: Any) -> Any:
    """A JSON value with every string in it cleaned, names of fields included."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        return [cleaned_value(one) for one in value]
    if isinstance(value, dict):
        return {cleaned(str(name)): cleaned_value(one) for name, one in value.items()}
    return value


def escaped(json_text: str) -> str:
    """JSON text with what `cleaned` changes written as `\\u` escapes, so that its values stay as they are."""
    return _UNPRINTED.sub(_escape_of, json_text)


def _escape_of(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True))


def blanked(words: str, width: Callable[[str], int]) -> str:
    """Words for one line of a screen, with blanks as wide as each character that `cleaned` changes."""
    return _UNDRAWN.sub(lambda found: " " * width(found[0]), words)


def spaced(line: str) -> str:
    """The line with runs of blanks collapsed to one space and the ends stripped."""
    return _SPACE.sub(" ", line).strip()
