"""From bytes to text: size, encoding, and whether it is text at all."""

import codecs

from briefing.message import InputError

LIMIT = 10_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_CONTROLS = 0.01


def decoded(data: bytes, *, name: str) -> str:
    """The text of the bytes: by its byte order mark, else UTF-8, else Windows-1252 as browsers read it.

    Raises:
        InputError: larger than `LIMIT` bytes, empty, or not text.
    """
    if len(data) > LIMIT:
        raise InputError("ingest.large", name=name, limit=LIMIT // 1_000_000)
    if not data.strip():
        raise InputError("ingest.empty", name=name)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data or _controls(data) > _MOST_CONTROLS * len(data):
        raise InputError("ingest.binary", name=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte in _UNASSIGNED else bytes([byte]).decode("cp1252") for byte in data)


_UNASSIGNED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
_TEXT_CONTROLS = b"\t\n\x0b\x0c\r\x1b"


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(set(range(32)) - set(_TEXT_CONTROLS))))
