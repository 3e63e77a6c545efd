"""Copies of the library, its versions, and what is done when it is damaged."""

import gzip
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from briefing.article import Span
from briefing.message import BriefingError, InputError, Message, UnavailableError
from briefing.note import Note
from store import ArticleFilter, Database, Library, restore, salvage
from store.records import LAYOUTS
from store.sqlite import schema
from store.sqlite.checks import faults as schema_faults
from store.sqlite.connection import connect
from tests.store.articles import report
from tests.store.filled import everything, filled

DATA = Path(__file__).parent / "data"


def indexes(library: Library) -> set[str]:
    """What is there to find things by."""
    with sqlite3.connect(library.folder / "library.db") as connection:
        found = {
            row[0].strip()
            for row in connection.execute("SELECT sql FROM sqlite_master WHERE type <> 'view' AND sql IS NOT NULL")
        }
    connection.close()
    return found


def code_of(action: Callable[[], object], kind: type[BriefingError] = InputError) -> str:
    with pytest.raises(kind) as caught:
        action()
    return caught.value.message.code


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_a_library_of_an_older_version_is_migrated_after_a_backup(tmp_path: Path, version: int) -> None:
    (tmp_path / "library.db").write_bytes(gzip.decompress((DATA / f"version{version}.db.gz").read_bytes()))
    with Library.open(tmp_path) as library, Library.open(tmp_path / "new") as new:
        library.maintenance.finish_index()
        assert [record.title for record in library.articles.records(ArticleFilter(state=None, descending=False))] == [
            "Zorgen over het netwerk",
            "Two agencies warn",
        ]
        assert library.articles.record("1").tags == ("telecom",)
        assert library.articles.record("2").state == "archived"
        assert library.notes.find()[0].passage == library.articles.get("1").passage(Span(0, 6))
        assert [hit.record.id for hit in library.full_text.search("cafe in:all")] == ["2"]
        assert [hit.record.id for hit in library.full_text.search("dienst")] == ["1"]
        assert library.articles.add(report("nieuw")).article.id == "4"
        assert indexes(library) == indexes(new)
        assert library.maintenance.check() == []
    (backup,) = (tmp_path / "backups").iterdir()
    assert backup.name.endswith(f"-version-{version}.db")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version,)


def test_an_older_library_is_not_changed_by_reading_it(tmp_path: Path) -> None:
    written = gzip.decompress((DATA / "version1.db.gz").read_bytes())
    (tmp_path / "library.db").write_bytes(written)
    assert code_of(lambda: Library.open(tmp_path, read_only=True), UnavailableError) == "library.older"
    assert (tmp_path / "library.db").read_bytes() == written


def test_a_newer_library_is_refused_and_untouched(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    connection.close()
    before = (tmp_path / "library.db").read_bytes()
    assert code_of(lambda: Library.open(tmp_path)) == "library.newer"
    assert (tmp_path / "library.db").read_bytes() == before


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(InputError) as refused:
        Library.open(tmp_path)
    assert refused.value.message == Message.of("library.foreign", folder=str(tmp_path))


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"no database at all" * 100)
    assert code_of(lambda: Library.open(tmp_path)) == "library.damaged"


def test_a_backup_is_whole_and_can_be_opened(library: Library, tmp_path: Path) -> None:
    filled(library)
    copy = tmp_path / "copy" / "library.db"
    library.maintenance.backup(copy)
    library.articles.trash("1")
    assert code_of(lambda: library.maintenance.backup(copy)) == "library.backup-exists"
    with Library.open(copy.parent) as other:
        assert other.maintenance.check() == []
        assert other.articles.record("1").state == "active"


def test_a_restore_backs_up_the_present_content_and_reuses_no_number(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    copy = library.maintenance.backup(tmp_path / "copy.db")
    added = library.articles.add(report("later")).article
    library.dossiers.remove("1")
    kept = restore(library.folder, copy)
    assert kept is not None
    assert everything(library) == before
    assert library.maintenance.check() == []
    assert int(library.articles.add(report("last")).article.id) > int(added.id)
    restore(library.folder, kept)
    assert library.articles.get(added.id).title == "later"


def test_an_automatic_backup_is_named_by_time_and_reason(library: Library, tmp_path: Path) -> None:
    filled(library)
    target = library.maintenance.backup()
    assert target.parent == library.folder / "backups"
    assert re.fullmatch(r"\d{8}-\d{6}-\d{6}-backup\.db", target.name)
    before = restore(library.folder, target)
    assert before is not None
    assert before.name.endswith("-before-restore.db")
    assert sorted(path.name for path in target.parent.iterdir()) == sorted([target.name, before.name])
    assert not [path for path in library.folder.rglob("*") if "part" in path.name]


def test_a_backup_to_a_folder_that_cannot_be_made_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text", encoding="utf-8")
    with pytest.raises(UnavailableError) as refused:
        library.maintenance.backup(tmp_path / "file" / "copy.db")
    assert refused.value.message == Message.of("library.no-access", folder=str(tmp_path / "file"))


def test_a_backup_by_a_newer_version_or_another_program_is_not_restored(library: Library, tmp_path: Path) -> None:
    copy = library.maintenance.backup(tmp_path / "copy.db")
    for pragma, code in (
        (f"user_version={schema.VERSION + 1}", "library.newer"),
        ("application_id=1", "library.no-backup"),
    ):
        with sqlite3.connect(copy) as connection:
            connection.execute(f"PRAGMA {pragma}")
        connection.close()
        assert code_of(lambda: restore(library.folder, copy)) == code


def test_a_restore_is_one_change_for_others_and_leaves_no_undo_of_what_is_gone(
    library: Library, tmp_path: Path
) -> None:
    library.articles.add(report("een"))
    copy = library.maintenance.backup(tmp_path / "copy.db")
    library.articles.add(report("twee"))
    with Library.open(library.folder) as other:
        latest, _ = other.articles.changed_since(-1)
        restore(library.folder, copy)
        after, changed = other.articles.changed_since(latest)
        assert after > latest
        assert changed is None
        assert [record.title for record in other.articles.records()] == ["een"]
    undone = library.undo()
    assert undone is not None
    assert undone.params["title"] == "een"


def test_only_a_backup_of_a_library_is_restored(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    other = tmp_path / "other.db"
    other.write_bytes(b"text" * 1000)
    assert code_of(lambda: restore(library.folder, other)) == "library.damaged"
    assert code_of(lambda: restore(library.folder, tmp_path / "none.db")) == "library.no-backup"
    assert everything(library) == before


def test_compacting_changes_nothing(library: Library) -> None:
    before = everything(filled(library))
    library.maintenance.compact()
    assert everything(library) == before
    assert library.maintenance.check() == []
    assert library.maintenance.statistics().articles == 3


def test_a_missing_full_text_index_is_rebuilt(library: Library) -> None:
    filled(library)
    folder = library.folder
    library.close()
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("DROP TABLE fts_texts")
    connection.close()
    with Library.open(folder) as again:
        again.maintenance.finish_index()
        assert [hit.record.id for hit in again.full_text.search("cafe")] == ["4"]
        assert again.maintenance.check() == []


def test_a_change_during_a_rebuild_is_found_once_the_index_is_complete(library: Library) -> None:
    for number in range(120):
        library.articles.add(report(f"kop {number}"))
    library.maintenance.rebuild_index()
    library.articles.remove("100")
    library.articles.add(report("nieuweling"))
    library.maintenance.finish_index()
    assert len(library.full_text.search("kop", limit=200)) == 119
    assert len(library.full_text.search("nieuweling")) == 1
    assert library.maintenance.check() == []


FAULTS = {
    "a column": (
        "UPDATE doc_articles SET outlet = 'x' WHERE id = 2",
        [Message.of("library.fault-keys", table="articles", id=2)],
    ),
    "a set of keys": (
        "DELETE FROM key_articles_tags WHERE id = 1",
        [Message.of("library.fault-keys", table="articles", id=1)],
    ),
    "a document that is no JSON": (
        "UPDATE doc_notes SET body = '{' WHERE id = 1",
        [Message.of("library.fault-document", table="notes", id=1)],
    ),
    "a document without its fields, and a column": (
        "UPDATE doc_corrections SET body = '{}' WHERE id = 1; UPDATE doc_corrections SET other = 9 WHERE id = 2",
        [
            Message.of("library.fault-document", table="corrections", id=1),
            Message.of("library.fault-keys", table="corrections", id=2),
        ],
    ),
    "an article without a text": (
        "DELETE FROM doc_texts WHERE id = 4",
        [Message.of("library.fault-index"), Message.of("library.fault-half", id=4)],
    ),
    "a text without an article": (
        "DELETE FROM doc_articles WHERE id = 1",
        [Message.of("library.fault-half", id=1)],
    ),
    "the search index": ("DELETE FROM fts_texts_data WHERE id > 10", [Message.of("library.fault-index")]),
    "an unfinished index": (
        "INSERT INTO unindexed VALUES ('texts', 1, 4)",
        [Message.of("library.fault-index-unfinished")],
    ),
}


@pytest.mark.parametrize(("statements", "faults"), FAULTS.values(), ids=FAULTS)
def test_the_check_names_the_faults(library: Library, statements: str, faults: list[Message]) -> None:
    filled(library)
    library.maintenance.finish_index()
    folder = library.folder
    library.close()
    with sqlite3.connect(folder / "library.db") as connection:
        connection.executescript(statements)
    connection.close()
    with closing(connect(folder / "library.db")) as connection:
        assert list(schema_faults(connection, LAYOUTS)) == faults


def test_the_check_names_a_page_that_sqlite_cannot_read(library: Library) -> None:
    for number in range(40):
        library.articles.add(report(f"kop {number}", "woord " * 500))
    library.maintenance.compact()
    path = library.folder / "library.db"
    with sqlite3.connect(path) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'index_notes_article'").fetchone()[0]
        pages = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'key_articles_tags'").fetchone()[0]
    connection.close()
    library.close()
    data = bytearray(path.read_bytes())
    for page in (root, pages):
        data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)
    with closing(connect(path)) as connection, suppress(sqlite3.DatabaseError):
        found = schema_faults(connection, LAYOUTS)
        first = next(found)
        assert first.code == "library.fault-file"
        assert "ok" not in str(first.params["what"])


def test_the_statistics_count_and_measure(library: Library) -> None:
    filled(library)
    library.maintenance.finish_index()
    figures = library.maintenance.statistics()
    assert (figures.articles, figures.dossiers, figures.notes, figures.corrections) == (3, 1, 2, 2)
    assert figures.version == schema.VERSION
    texts = [json.dumps(text, ensure_ascii=False, separators=(",", ":")) for text in texts_of(library)]
    assert figures.text == sum(len(text.encode()) for text in texts)
    assert figures.index > 500
    names = ("library.db", "library.db-wal")
    assert figures.file == sum((library.folder / name).stat().st_size for name in names)


def texts_of(library: Library) -> list[object]:
    with Database(library.folder / "library.db", LAYOUTS) as database:
        return [dict(text) for text in database.table("texts")]


def test_compacting_gives_room_back_and_empties_the_cache(library: Library) -> None:
    for number in range(60):
        library.articles.add(report(f"kop {number}", f"tekst {number} " + "woord " * 2000))
        library.cache.put("kind", str(number), b"x" * 10_000)
    for number in range(2, 61):
        library.articles.remove(str(number))
    library.maintenance.finish_index()
    before, after = library.maintenance.compact()
    assert after < before / 2
    assert after == library.maintenance.statistics().file
    assert library.cache.get("kind", "1") is None
    assert (library.folder / "cache.db").stat().st_size < 100_000


def test_progress_is_reported_while_the_index_is_built(library: Library) -> None:
    for number in range(120):
        library.articles.add(report(f"kop {number}"))
    library.maintenance.finish_index()
    assert library.maintenance.index_progress() is None
    library.maintenance.rebuild_index()
    first = library.maintenance.index_progress()
    assert first is not None
    assert first[1] == 120
    assert first[0] < 120
    told: list[tuple[int, int]] = []
    library.maintenance.finish_index(lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert {total for _, total in told} <= {120}
    assert library.maintenance.index_progress() is None


@pytest.mark.parametrize("damaged", ["first page", "middle", "end cut off", "interior of the texts"])
def test_readable_documents_of_a_damaged_library_are_recovered_and_the_file_is_kept(
    tmp_path: Path, damaged: str
) -> None:
    with Library.open(tmp_path) as library:
        for number in range(300):
            library.articles.add(report(f"kop {number}", f"tekst {number} " + "woord " * 500))
        library.notes.add(Note("", "typed by hand", article="7"))
        library.maintenance.compact()
    path = tmp_path / "library.db"
    data = bytearray(path.read_bytes())
    with sqlite3.connect(path) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'doc_texts'").fetchone()[0]
    connection.close()
    place = {"first page": 0, "middle": len(data) // 2, "interior of the texts": (root - 1) * 4096}.get(damaged)
    if place is None:
        del data[-len(data) // 5 :]
    else:
        data[place : place + 4096] = b"\xa5" * 4096
    path.write_bytes(data)
    saved = salvage(tmp_path)
    assert saved.kept.read_bytes() == data
    assert saved.articles >= 290
    with Library.open(tmp_path) as library:
        assert [note.text for note in library.notes.find()] == ["typed by hand"]
        whole = sum(bool(library.articles.get(one).text) for one in library.articles.ids())
        assert whole >= (200 if damaged == "end cut off" else 290)
        assert library.maintenance.check() == []


def test_nothing_to_salvage_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"\xa5" * 10_000)
    assert code_of(lambda: salvage(tmp_path)) == "library.nothing-salvaged"
    assert path.read_bytes() == b"\xa5" * 10_000


def test_the_library_is_readable_by_its_owner_alone(library: Library) -> None:
    filled(library)
    library.cache.put("kind", "key", b"value")
    library.maintenance.backup()
    modes = {path.name: path.stat().st_mode & 0o777 for path in [library.folder, *library.folder.rglob("*")]}
    assert {
        mode for name, mode in modes.items() if (library.folder / name).is_dir() or name == library.folder.name
    } == {0o700}
    assert {mode for name, mode in modes.items() if "." in name} == {0o600}
