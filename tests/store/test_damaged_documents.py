"""Flipped bits in stored documents are found, shown, and repaired or set aside; nothing is thrown away."""

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.message import BriefingError, InputError, Message
from briefing.note import Note
from store import ArticleFilter, Library
from tests.store.articles import report
from tests.store.filled import everything, filled

DAMAGED = "library.damaged-document"


def with_bytes_changed(folder: Path, found: bytes, change: Callable[[bytearray, int], None]) -> None:
    """Change the file at each place where the bytes stand."""
    path = folder / "library.db"
    data = bytearray(path.read_bytes())
    at = data.find(found)
    assert at >= 0
    while at >= 0:
        change(data, at)
        at = data.find(found, at + len(found))
    path.write_bytes(data)


def flip(data: bytearray, at: int) -> None:
    """Flip one bit, so that the text stays readable."""
    data[at + 2] ^= 1


def break_json(data: bytearray, at: int) -> None:
    """Overwrite some bytes, so that the text is neither JSON nor UTF-8."""
    data[at : at + 3] = b'"\xff\\'


def change_words(data: bytearray, at: int) -> None:
    """Overwrite two letters by others."""
    data[at : at + 2] = b"qq"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A library with an article, a note and a dossier, closed, so that all is in the file."""
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        library.articles.add(report("Havenbrand", "Bij de kade lag kwikzilver opgeslagen."))
        library.articles.add(report("Sluisdeur", "De sluis bleef dicht."))
        library.notes.add(Note("", "navragen bij de wachtpost", article="1"))
        library.dossiers.create("Scheepvaart", ["2", "1"])
        library.maintenance.finish_index()
        assert library.maintenance.check() == []
    return folder


@pytest.mark.parametrize("found", [b"kwikzilver opgeslagen", b'"title":"Havenbrand"', b"wachtpost", b"Scheepvaart"])
def test_a_flipped_bit_is_found_and_repaired_exactly(kept: Path, found: bytes) -> None:
    with Library.open(kept) as library:
        before = everything(library)
    with_bytes_changed(kept, found, flip)
    with Library.open(kept) as library:
        assert {one.code for one in library.maintenance.check()} >= {"library.fault-document"}
        done = library.maintenance.repair()
        assert {one.code for one in done.done} == {"library.repaired-exact"}
        assert done.kept is None
        library.maintenance.finish_index()
        assert library.maintenance.check() == []
        assert everything(library) == before


def test_a_damaged_text_is_repaired_exactly_from_a_backup(kept: Path) -> None:
    with Library.open(kept) as library:
        before = everything(library)
        library.maintenance.backup()
    with_bytes_changed(kept, b"kwikzilver", break_json)
    with Library.open(kept) as library:
        assert [one.code for one in library.maintenance.repair().done] == ["library.repaired-exact"]
        assert everything(library) == before


def test_a_document_that_reads_otherwise_is_kept_and_what_was_stored_is_set_aside(kept: Path) -> None:
    with_bytes_changed(kept, b"kwikzilver", change_words)
    with Library.open(kept) as library:
        with pytest.raises(InputError) as refused:
            library.articles.get("1")
        assert refused.value.message == Message.of(DAMAGED, table="texts", id=1)
        done = library.maintenance.repair()
        assert done.done == [Message.of("library.repaired-as-read", table="texts", id=1)]
        assert done.kept is not None
        assert done.kept.stat().st_mode & 0o777 == 0o600
        library.maintenance.finish_index()
        assert library.maintenance.check() == []
        assert "qqikzilver" in library.articles.get("1").text
        assert [hit.record.id for hit in library.full_text.search("qqikzilver")] == ["1"]


def test_what_cannot_be_read_is_shown_as_damaged_and_takes_nothing_down(kept: Path) -> None:
    for found in (b'"title":"Havenbrand","outlet', b"wachtpost", b"Scheepvaart"):
        with_bytes_changed(kept, found, break_json)
    with Library.open(kept) as library:
        records = {record.id: record for record in library.articles.records()}
        assert [(one.id, one.title, one.damaged) for one in records.values()] == [
            ("2", "Sluisdeur", False),
            ("1", "havenbrand", True),
        ]
        assert library.articles.record("1").damaged
        assert [(one.damaged, one.article) for one in library.notes.find(article="1")] == [(True, "1")]
        assert [one.damaged for one in library.dossiers.all()] == [True]
        assert [hit.record.damaged for hit in library.full_text.search("kade")] == [True]
        damaged = [json.loads(line) for line in library.exchange.export_lines() if '"damaged"' in line]
        assert [(one["table"], one["id"]) for one in damaged] == [("articles", 1), ("dossiers", 1), ("notes", 1)]
        assert "navragen bij de" in damaged[2]["stored"]
        for write in (
            lambda: library.articles.tag("1", ("x",)),
            lambda: library.articles.remove("1"),
            lambda: library.notes.edit("1", text="nieuw"),
            lambda: library.dossiers.add_articles("1", ["2"]),
        ):
            with pytest.raises(InputError) as refused:
                write()
            assert refused.value.message.code == DAMAGED


def test_what_cannot_be_read_is_set_aside_and_leaves_a_placeholder(kept: Path) -> None:
    for found in (b'"title":"Havenbrand","outlet', b"wachtpost", b"Scheepvaart", b"sluis bleef"):
        with_bytes_changed(kept, found, break_json)
    with Library.open(kept) as library:
        done = library.maintenance.repair()
        assert {one.code for one in done.done} == {"library.repaired-aside"}
        assert done.kept is not None
        stored = {
            (one["table"], one["id"]): one["stored"] for one in map(json.loads, done.kept.read_text().splitlines())
        }
        assert stored.keys() == {("articles", 1), ("texts", 2), ("dossiers", 1), ("notes", 1)}
        assert b'"\xff\\' in stored["notes", 1].encode(errors="surrogateescape")
        library.maintenance.finish_index()
        assert library.maintenance.check() == []
        assert "kwikzilver" in library.articles.get("1").text
        assert library.articles.get("1").title == "Havenbrand"
        assert library.articles.get("2").paragraphs == ()
        assert library.dossiers.get("1").articles == ("1", "2")
        assert library.notes.find() == []


def test_an_export_of_a_damaged_library_can_be_imported(kept: Path, tmp_path: Path) -> None:
    with_bytes_changed(kept, b'"title":"Havenbrand","outlet', break_json)
    with Library.open(kept) as library, Library.open(tmp_path / "other") as other:
        other.exchange.import_lines(library.exchange.export_lines())
        assert "kwikzilver" in other.articles.get("1").text
        assert [note.article for note in other.notes.find()] == ["1"]


def test_a_document_changed_by_another_program_has_no_checksum_until_the_next_repair(kept: Path) -> None:
    with closing(sqlite3.connect(kept / "library.db")) as connection:
        connection.execute("UPDATE doc_notes SET body = json_set(body, '$.text', 'van elders')")
        connection.commit()
        assert connection.execute("SELECT checksum FROM doc_notes").fetchone() == (None,)
    with Library.open(kept) as library:
        assert [note.text for note in library.notes.find()] == ["van elders"]
        library.maintenance.repair()
    with closing(sqlite3.connect(kept / "library.db")) as connection:
        assert connection.execute("SELECT checksum IS NOT NULL FROM doc_notes").fetchone() == (1,)


def test_wrong_columns_are_written_anew(kept: Path) -> None:
    with closing(sqlite3.connect(kept / "library.db")) as connection:
        connection.execute("UPDATE doc_articles SET state = 'archived' WHERE id = 1")
        connection.execute("DELETE FROM key_dossiers_articles")
        connection.commit()
    with Library.open(kept) as library:
        assert [one.code for one in library.maintenance.repair().done] == ["library.repaired-keys"] * 2
        assert library.maintenance.check() == []
        assert library.articles.ids(ArticleFilter(dossier="1")) == ["2", "1"]


@pytest.mark.parametrize("seed", range(12))
def test_thirty_flipped_bits_are_found_or_change_nothing(tmp_path: Path, seed: int) -> None:
    with Library.open(tmp_path) as library:
        before = everything(filled(library))
        library.maintenance.finish_index()
    chance = random.Random(seed)
    path = tmp_path / "library.db"
    data = bytearray(path.read_bytes())
    for _ in range(30):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    found, same = True, False
    with suppress(BriefingError), Library.open(tmp_path) as library:
        found = bool(library.maintenance.check())
        same = everything(library) == before
    assert found or same
