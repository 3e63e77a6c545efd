"""What is taken out of any text on its way in: what a terminal would obey, and what the eye cannot see."""

import re

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
_SPACE = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def cleaned(text: str) -> str:
    """The text without escape sequences, controls and direction marks; line ends become `\\n`."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", _ESCAPE.sub("", text)))


def on_one_line(text: str) -> str:
    """The cleaned text with every run of white space made one space, and none at its ends."""
    return " ".join(cleaned(text).split())


def spaced(line: str) -> str:
    """The line with every run of blanks made one space, and none at its ends."""
    return _SPACE.sub(" ", line).strip()
