"""Repair of damaged documents: exactly as they were where that can be told, else as they read, else set aside.

A damaged document is one whose checksum or fields are wrong in a file that SQLite itself can read. What SQLite cannot read is
the business of recovery.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Literal, NamedTuple

from store.engine import Layout
from store.sqlite import bodies
from store.sqlite.bodies import StoredBody
from store.sqlite.connection import connect
from store.sqlite.errors import FILE_ERRORS
from store.sqlite.schema import documents_of
from store.sqlite.transaction import SqliteTransaction

Way = Literal["exact", "keys", "as-read", "aside"]


class Repaired(NamedTuple):
    """What was done to a document: made exactly as it was, its keys written anew, kept as it reads, or set aside.

    `stored` is what was stored of it, as text.
    """

    table: str
    number: int
    way: Way
    stored: str


def repair_documents(
    transaction: SqliteTransaction, layouts: Mapping[str, Layout], backups: Iterable[Path]
) -> Iterator[Repaired]:
    """Repair every damaged document, in the open transaction; those set aside stay for the caller to replace.

    Documents without a checksum get one.
    """
    copies = list(backups)
    for table, layout in layouts.items():
        for stored in list(transaction.bodies(table)):
            try:
                document = bodies.document_of(table, layout, stored)
            except bodies.DamageError:
                yield _repaired(transaction, table, layout, stored, copies)
                continue
            wrong = transaction.has_wrong_keys(table, stored.number, document)
            if wrong or stored.checksum is None:
                transaction.rewrite(table, stored.number, document)
            if wrong:
                yield Repaired(table, stored.number, "keys", "")


def _repaired(
    transaction: SqliteTransaction, table: str, layout: Layout, stored: StoredBody, backups: Iterable[Path]
) -> Repaired:
    number, text = stored.number, bodies.text_of(stored)
    for body in _exact(table, stored, backups):
        with suppress(bodies.DamageError):
            transaction.rewrite(table, number, bodies.document_of(table, layout, StoredBody(number, body, None)))
            return Repaired(table, number, "exact", text)
    with suppress(bodies.DamageError):
        transaction.rewrite(table, number, bodies.document_of(table, layout, StoredBody(number, stored.body, None)))
        return Repaired(table, number, "as-read", text)
    return Repaired(table, number, "aside", text)


def _exact(table: str, stored: StoredBody, backups: Iterable[Path]) -> Iterator[bytes]:
    """What the document may have been: as it is with another checksum, with a bit flipped back, or as in a backup."""
    if not isinstance(stored.checksum, int):
        return
    if (stored.checksum ^ bodies.checksum(table, stored.number, stored.body)).bit_count() == 1:
        yield stored.body
    if (body := bodies.with_bit_flipped_back(table, stored)) is not None:
        yield body
    select = f"SELECT CAST(body AS BLOB) FROM {documents_of(table)} WHERE id = ?"
    for path in backups:
        with suppress(*FILE_ERRORS), closing(connect(path, read_only=True)) as copy:
            for (body,) in copy.execute(select, (stored.number,)):
                if bodies.checksum(table, stored.number, body) == stored.checksum:
                    yield body
