"""Stored documents and their checksums.

A document without a checksum was written by an older version or by another program: it is held against the types of its
fields instead. A trigger removes the checksum where a program changes a document and leaves the checksum as it was.
"""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple
from zlib import crc32

from store.engine import DamagedDocument, Document, Key, Layout

COLUMNS = "id, CAST(body AS BLOB), checksum"
"""What is read of a document, in the order of `StoredBody`."""
COLUMNS_BEFORE_CHECKSUMS = "id, CAST(body AS BLOB), NULL"
"""The same in a file of schema version 4."""


class StoredBody(NamedTuple):
    """A document as it is stored: its number, its JSON in UTF-8, and its checksum as far as it is known."""

    number: int
    body: bytes
    checksum: int | None


class DamageError(ValueError):
    """The document is not what was written."""


def checksum(table: str, number: int, body: bytes) -> int:
    """The CRC-32 of a document, which differs by table and number."""
    return crc32(body, crc32(table.encode(), number & 0xFFFFFFFF))


def document_of(table: str, layout: Layout, stored: StoredBody) -> Document:
    """The document.

    Raises:
        DamageError: it is not JSON, differs from what was written, or has no checksum and a field of a wrong type.
    """
    number, body, known = stored
    try:
        if known is not None and known != checksum(table, number, body):
            raise DamageError
        document = json.loads(body.decode())
        if not isinstance(document, dict):
            raise DamageError
        if known is None:
            layout.check(document)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DamageError(table, number) from error
    return document


def document_or_stand_in(
    table: str, layout: Layout, stored: StoredBody, columns: Callable[[], Mapping[str, Key]] = dict
) -> Document:
    """The document, or a `DamagedDocument` in its place, made from the columns stored beside it."""
    try:
        return document_of(table, layout, stored)
    except DamageError:
        return DamagedDocument(layout.stand_in(columns()), text_of(stored))


def text_of(stored: StoredBody) -> str:
    """The document as text; bytes that are not UTF-8 become lone surrogates, from which they can be had back."""
    return (stored.body or b"").decode(errors="surrogateescape")


def with_bit_flipped_back(table: str, stored: StoredBody) -> bytes | None:
    """The body that the checksum fits, if one flipped bit makes the difference.

    A flipped bit changes a CRC by an amount that depends only on its distance from the end.
    """
    if stored.checksum is None:
        return None
    difference = stored.checksum ^ checksum(table, stored.number, stored.body)
    changes = [crc32(bytes([1 << bit])) ^ crc32(b"\0") for bit in range(8)]
    for place in range(len(stored.body) - 1, -1, -1):
        if difference in changes:
            body = bytearray(stored.body)
            body[place] ^= 1 << changes.index(difference)
            return bytes(body)
        changes = [change >> 8 ^ _BYTES[change & 0xFF] for change in changes]
    return None


_BYTES = [crc32(bytes([byte]), 0xFFFFFFFF) ^ 0xFFFFFFFF for byte in range(256)]
"""The CRC-32 of each byte by the bare polynomial, by which a change is carried over one more byte."""
