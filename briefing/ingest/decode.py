"""From bytes to text: size, encoding, and whether it is text at all."""

import codecs
import re
from typing import Final

from briefing.message import InputError

LIMIT = 10_000_000
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_SIGNATURES: Final = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\0",
)
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_MOST_CONTROLS: Final = 0.3
_MOST_CONTROLS_IF_INVALID: Final = 0.05
_UNASSIGNED: Final = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})


def decoded(data: bytes, *, name: str) -> str:
    """The text of the bytes: by its byte order mark, else UTF-8, else Windows-1252 as browsers read it.

    Invalid bytes in a text that is otherwise UTF-8 are read as Windows-1252. Control characters are no reason to
    refuse a text; `clean` removes them.

    Raises:
        InputError: larger than `LIMIT` bytes, empty, or not text.
    """
    if len(data) > LIMIT:
        raise InputError("ingest.large", name=name, limit=LIMIT // 1_000_000)
    if not data.strip():
        raise InputError("ingest.empty", name=name)
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return data.decode(marked, "replace")
    if encoding := _utf16_without_mark(data):
        return data.decode(encoding, "replace")
    if data.startswith(_BINARY_SIGNATURES):
        raise InputError("ingest.binary", name=name)
    text, valid, invalid = _utf8(data)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > (_MOST_CONTROLS_IF_INVALID if invalid else _MOST_CONTROLS) * len(data):
        raise InputError("ingest.binary", name=name)
    return text if valid >= invalid else "".join(map(_windows_1252, data))


_MEANT_AS_WINDOWS_1252: Final = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "l1", "us-ascii", "ascii"})
"""Labels that pages use for Windows-1252, as the Encoding Standard has it."""
_CHARSETS: Final = re.compile(r"(?:utf-(?:16|32)|iso8859|cp\d|koi8|mac|gb|big5|euc|shift).*")
"""Names of codecs as Python spells them; others, such as punycode, take time that grows with the square."""
_DECLARED: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,30})", re.IGNORECASE)


def decoded_page(data: bytes, *, name: str, charset: str | None = None) -> str:
    """The text of a page: UTF-8 if it is valid, else by what the server or the page says of it, else as `decoded`.

    Raises:
        InputError: larger than `LIMIT` bytes, empty, or not text.
    """
    declared = _DECLARED.search(data[:4096])
    return decoded_as(data, charset or (declared[1].decode("ascii") if declared else ""), name=name)


def decoded_as(data: bytes, charset: str, *, name: str) -> str:
    """The text of bytes that are said to be in a charset: UTF-8 if that is valid, else the charset if it is known, else a guess.

    Raises:
        InputError: larger than `LIMIT` bytes, empty, or not text.
    """
    text = decoded(data, name=name)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if charset.strip().lower() in _MEANT_AS_WINDOWS_1252:
            return "".join(map(_windows_1252, data))
        return data.decode(charset, "replace") if _is_known(charset) else text
    return text


def _is_known(charset: str) -> bool:
    """Whether the charset is one that texts are written in, other than UTF-8."""
    try:
        return _CHARSETS.fullmatch(codecs.lookup(charset).name) is not None
    except (LookupError, ValueError):
        return False


def _utf16_without_mark(data: bytes) -> str | None:
    """The UTF-16 byte order, guessed from which of every two bytes is mostly zero."""
    half = len(data) // 2
    if data[1::2].count(0) > 0.6 * half and data[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if data[::2].count(0) > 0.6 * half and data[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _utf8(data: bytes) -> tuple[str, int, int]:
    """The text as UTF-8, invalid bytes as Windows-1252; the number of valid characters beyond ASCII and of invalid bytes."""
    bare = data.decode("utf-8", "ignore")
    text = data.decode("utf-8", _HANDLER)
    return text, len(bare) - sum(map(bare.count, map(chr, range(128)))), len(text) - len(bare)


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """The characters for the invalid bytes of a UTF-8 text, and where decoding goes on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(_windows_1252, error.object[error.start : error.end])), error.end


def _windows_1252(byte: int) -> str:
    return chr(byte) if byte in _UNASSIGNED else bytes([byte]).decode("cp1252")


_HANDLER: Final = "briefing-windows-1252"
codecs.register_error(_HANDLER, _as_windows_1252)
