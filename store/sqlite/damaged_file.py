"""Documents read from a damaged library file: through SQLite where possible, else from its pages.

The layout of pages, cells and records is that of https://www.sqlite.org/fileformat2.html.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from store.engine import Document
from store.sqlite.connection import connect
from store.sqlite.errors import FILE_ERRORS
from store.sqlite.schema import documents_of

_LEAF = 0x0D
_FILE_HEADER = 100
_MOST_NUMBERS = 10_000_000
_FIELDS = {
    "texts": {"paragraphs", "language"},
    "articles": {"digest", "state"},
    "dossiers": {"name", "articles"},
    "notes": {"text", "tags", "created"},
    "corrections": {"kind", "action"},
    "grades": {"subject", "grade"},
    "settings": {"name", "value"},
}
"""The fields by which the table of a document is recognised."""


class ReadDocument(NamedTuple):
    """A document that was read."""

    table: str
    number: int
    document: Document


def readable_documents(path: Path) -> dict[tuple[str, int], Document]:
    """The documents that can be read, by table and number; removed ones may be among them."""
    found: dict[tuple[str, int], Document] = {}
    with suppress(*FILE_ERRORS), closing(connect(path, read_only=True)) as connection:
        for one in _by_sql(connection):
            found[one.table, one.number] = one.document
    with suppress(OSError):
        for one in _by_pages(path.read_bytes()):
            found.setdefault((one.table, one.number), one.document)
    return found


def _by_sql(connection: sqlite3.Connection) -> Iterator[ReadDocument]:
    for table in _FIELDS:
        select = f"SELECT id, body FROM {documents_of(table)}"
        try:
            yield from _read(table, connection.execute(f"{select} ORDER BY id"))
        except FILE_ERRORS:
            for number in range(1, _last(connection, table) + 1):
                with suppress(*FILE_ERRORS):
                    yield from _read(table, connection.execute(f"{select} WHERE id = ?", (number,)))


def _last(connection: sqlite3.Connection, table: str) -> int:
    with suppress(*FILE_ERRORS, TypeError):
        row = connection.execute("SELECT next FROM tables WHERE name = ?", (table,)).fetchone()
        return min(int(row[0]), _MOST_NUMBERS)
    return 0


def _read(table: str, rows: Iterable[tuple[Any, Any]]) -> Iterator[ReadDocument]:
    for number, body in rows:
        with suppress(ValueError, TypeError):
            yield ReadDocument(table, int(number), json.loads(body))


def _by_pages(data: bytes) -> Iterator[ReadDocument]:
    """The documents in all leaf pages of the file."""
    size = int.from_bytes(data[16:18], "big") if data.startswith(b"SQLite format 3\0") else 4096
    size = 65536 if size == 1 else size
    if size < 512 or size & (size - 1):
        size = 4096
    for start in range(0, len(data) - size + 1, size):
        head = start + (_FILE_HEADER if start == 0 else 0)
        if data[head] == _LEAF:
            count = int.from_bytes(data[head + 3 : head + 5], "big")
            for cell in range(min(count, size // 4)):
                with suppress(ValueError, IndexError, UnicodeDecodeError):
                    pointer = int.from_bytes(data[head + 8 + 2 * cell : head + 10 + 2 * cell], "big")
                    yield from _cell(data, start + pointer, size)


def _cell(data: bytes, at: int, size: int) -> Iterator[ReadDocument]:
    length, at = _number(data, at)
    rowid, at = _number(data, at)
    payload = _payload(data, at, length, size)
    head, place = _number(payload, 0)
    kinds: list[int] = []
    while place < head and len(kinds) < 2:
        kind, place = _number(payload, place)
        kinds.append(kind)
    if len(kinds) == 2 and kinds[0] == 0 and kinds[1] >= 13 and kinds[1] % 2:
        document = json.loads(payload[head : head + (kinds[1] - 13) // 2].decode())
        for table, fields in _FIELDS.items():
            if isinstance(document, dict) and fields <= document.keys():
                yield ReadDocument(table, rowid, document)
                return


def _payload(data: bytes, at: int, length: int, size: int) -> bytes:
    """The bytes of a cell, including those on overflow pages."""
    local = length
    if length > size - 35:
        least = (size - 12) * 32 // 255 - 23
        local = least + (length - least) % (size - 4)
        local = least if local > size - 35 else local
    parts, rest = [data[at : at + local]], length - local
    page = int.from_bytes(data[at + local : at + local + 4], "big") if rest else 0
    while rest > 0 and page:
        start = (page - 1) * size
        parts.append(data[start + 4 : start + 4 + min(rest, size - 4)])
        if not parts[-1]:
            raise ValueError("an overflow page outside the file")
        rest -= len(parts[-1])
        page = int.from_bytes(data[start : start + 4], "big")
    return b"".join(parts)


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A variable-length integer of one to nine bytes, and the offset of its end."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
