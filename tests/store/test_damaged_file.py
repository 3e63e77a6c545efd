"""Documents read from a damaged file, whatever its page size and their length."""

import json
import sqlite3
from pathlib import Path

import pytest

from store.engine import Document
from store.sqlite.damaged_file import readable_documents

NOTE: Document = {"text": "", "tags": [], "created": None}


def written(path: Path, page_size: int, documents: dict[int, Document], table: str = "doc_notes") -> None:
    """A file with one table of documents."""
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA page_size={page_size}")
        connection.execute("CREATE TABLE tables (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID")
        connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, body TEXT NOT NULL, other)")
        rows = [(number, json.dumps(document), number) for number, document in documents.items()]
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)
        connection.execute("INSERT INTO tables VALUES ('notes', ?)", (max(documents) + 1,))
    connection.close()


def without_schema(path: Path) -> None:
    """Overwrite the root of the schema, so that SQLite finds no table; the head with the page size stays."""
    data = bytearray(path.read_bytes())
    data[100:108] = b"\xff" * 8
    path.write_bytes(data)


LENGTHS = [*range(0, 260, 20), *range(380, 540, 3), 900, 1000, 1100, 4000, 4096, 5000, 20_000, 70_000, 200_000]


@pytest.mark.parametrize("page_size", [512, 1024, 4096, 32768, 65536])
@pytest.mark.parametrize("first", [1, 127, 16_380, 2_097_150], ids=lambda first: f"from {first}")
def test_documents_of_all_lengths_are_read_from_the_pages(tmp_path: Path, page_size: int, first: int) -> None:
    documents = {
        number: {**NOTE, "text": f"{number} " + "é" * (length % 7) + "x" * length}
        for number, length in enumerate(LENGTHS, first)
    }
    written(tmp_path / "library.db", page_size, documents)
    without_schema(tmp_path / "library.db")
    assert readable_documents(tmp_path / "library.db") == {("notes", n): one for n, one in documents.items()}


@pytest.mark.parametrize(
    ("table", "document"),
    [
        ("texts", {"paragraphs": [], "language": "nl", "title": "x"}),
        ("articles", {"digest": "0", "state": "active", "title": "x"}),
        ("dossiers", {"name": "x", "articles": []}),
        ("notes", NOTE),
        ("corrections", {"kind": "claim", "action": "reject"}),
        ("grades", {"subject": "x", "grade": "A"}),
        ("settings", {"name": "x", "value": "y"}),
    ],
)
def test_the_table_is_recognised_by_the_fields(tmp_path: Path, table: str, document: Document) -> None:
    written(tmp_path / "library.db", 4096, {1: document, 2: {"name": "only"}, 3: {"unknown": 1}}, "doc_any")
    assert readable_documents(tmp_path / "library.db") == {(table, 1): document}


def test_the_page_size_is_taken_for_4096_where_the_head_is_lost(tmp_path: Path) -> None:
    documents = {number: {**NOTE, "text": "x" * 900} for number in range(1, 40)}
    for size in (b"\x00\x00", b"\x00\x03", b"\x12\x34", None):
        path = tmp_path / "library.db"
        path.unlink(missing_ok=True)
        written(path, 4096, documents)
        data = bytearray(path.read_bytes())
        data[16:18] = size or data[16:18]
        data[:16] = data[:16] if size else b"\xa5" * 16
        path.write_bytes(data)
        assert readable_documents(path) == {("notes", n): one for n, one in documents.items()}


def test_documents_around_an_unreadable_page_are_read_through_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    documents = {number: {**NOTE, "text": "x" * 900} for number in range(1, 60)}
    written(path, 1024, documents)
    data = bytearray(path.read_bytes())
    place = len(data) // 2 // 1024 * 1024
    data[place : place + 1024] = b"\xa5" * 1024
    path.write_bytes(data)
    found = readable_documents(path)
    assert len(documents) - 2 <= len(found) < len(documents)
    assert all(documents[number] == one for (_, number), one in found.items())


def test_bodies_that_are_no_json_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    written(path, 4096, {1: NOTE, 2: NOTE})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE doc_notes SET body = '{\"text\": ' WHERE id = 1")
    connection.close()
    assert readable_documents(path) == {("notes", 2): NOTE}


def test_an_overflow_page_outside_the_file_costs_only_its_document(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    written(path, 1024, {1: {**NOTE, "text": "short"}, 2: {**NOTE, "text": "y" * 3000}})
    without_schema(path)
    data = path.read_bytes()
    path.write_bytes(data[:-1024])
    assert readable_documents(path) == {("notes", 1): {**NOTE, "text": "short"}}


def test_a_file_that_is_not_there_gives_nothing(tmp_path: Path) -> None:
    assert readable_documents(tmp_path / "none.db") == {}
