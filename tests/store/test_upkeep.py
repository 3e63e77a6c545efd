"""Copies of the library, its versions, and what is done when it is damaged."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from briefing.article import Span
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.message import BriefingError, InputError, UnavailableError
from briefing.note import Note
from store import ArticleFilter, Grade, Library, salvage
from store.sqlite import schema
from tests.store.articles import report

DATA = Path(__file__).parent / "data"


def filled(library: Library) -> Library:
    """A library with something of everything, numbers that were given and taken back among it."""
    left, right = (library.add_article(report(title), source=f"{title}.txt").article for title in ("een", "twee"))
    library.add_article(report("weg"))
    library.remove("3")
    library.add_article(report("Three cafés", language="en"))
    library.tag("1", ("x",))
    library.mark_read("2")
    library.archive("2")
    library.create_dossier("story", ["4", "1"])
    library.add_note(Note("", "on a passage", article="1", passage=left.passage(Span(0, 3)), tags=("y",)))
    library.add_note(Note("", "on a dossier", dossier="1"))
    library.add_claim_correction("1", ClaimCorrection(left.passage(Span(0, 3)), "change", certainty="possible"))
    library.add_link_correction("1", "2", LinkCorrection(left.passage(Span(0, 3)), right.passage(Span(0, 4)), "reject"))
    library.set_grade(Grade("Reuters", "A"))
    library.set_setting("engine", "literal")
    return library


def everything(library: Library) -> list[object]:
    """All that a library holds, for comparing."""
    return [json.loads(line) for line in library.export_lines()][1:]


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
def test_a_library_of_an_older_version_is_brought_up_to_date_after_a_backup(tmp_path: Path, version: int) -> None:
    (tmp_path / "library.db").write_bytes(gzip.decompress((DATA / f"version{version}.db.gz").read_bytes()))
    with Library.open(tmp_path) as library, Library.open(tmp_path / "new") as new:
        library.finish_index()
        assert [record.title for record in library.records(ArticleFilter(state=None, descending=False))] == [
            "Zorgen over het netwerk",
            "Two agencies warn",
        ]
        assert library.record("1").tags == ("telecom",)
        assert library.record("2").state == "archived"
        assert library.notes()[0].passage == library.article("1").passage(Span(0, 6))
        assert [hit.record.id for hit in library.search("cafe in:all")] == ["2"]
        assert [hit.record.id for hit in library.search("dienst")] == ["1"]
        assert library.add_article(report("nieuw")).article.id == "4"
        assert indexes(library) == indexes(new)
        assert library.check() == []
    (backup,) = (tmp_path / "backups").iterdir()
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
    assert code_of(lambda: Library.open(tmp_path)) == "library.foreign"


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"no database at all" * 100)
    assert code_of(lambda: Library.open(tmp_path)) == "library.damaged"


def test_a_backup_is_whole_and_can_be_opened(library: Library, tmp_path: Path) -> None:
    filled(library)
    copy = tmp_path / "copy" / "library.db"
    library.backup(copy)
    library.trash("1")
    assert code_of(lambda: library.backup(copy)) == "library.backup-exists"
    with Library.open(copy.parent) as other:
        assert other.check() == []
        assert other.record("1").state == "active"


def test_a_restore_brings_the_backup_back_keeps_what_was_and_gives_no_number_twice(
    library: Library, tmp_path: Path
) -> None:
    before = everything(filled(library))
    copy = library.backup(tmp_path / "copy.db")
    added = library.add_article(report("later")).article
    library.remove_dossier("1")
    kept = library.restore(copy)
    assert everything(library) == before
    assert library.check() == []
    assert int(library.add_article(report("last")).article.id) > int(added.id)
    library.restore(kept)
    assert library.article(added.id).title == "later"


def test_only_a_backup_of_a_library_is_restored(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    other = tmp_path / "other.db"
    other.write_bytes(b"text" * 1000)
    assert code_of(lambda: library.restore(other)) == "library.damaged"
    assert code_of(lambda: library.restore(tmp_path / "none.db")) == "library.no-backup"
    assert everything(library) == before


def test_an_export_taken_in_by_an_empty_library_gives_the_same_library(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    with Library.open(tmp_path / "other") as other:
        assert other.import_lines(library.export_lines()) == len(before)
        assert everything(other) == before
        assert [hit.record.id for hit in other.search("cafe")] == ["4"]
        assert other.import_lines(library.export_lines()) == 0
        assert everything(other) == before
        assert other.check() == []


def test_an_import_into_a_library_in_use_keeps_both_apart(library: Library, tmp_path: Path) -> None:
    filled(library)
    with Library.open(tmp_path / "other") as other:
        other.add_article(report("own"))
        other.add_article(report("een"))
        other.import_lines(library.export_lines())
        titles = {record.id: record.title for record in other.records(ArticleFilter(state=None))}
        assert sorted(titles.values()) == ["Three cafés", "een", "own", "twee"]
        (note,) = other.notes(query="passage")
        assert (titles[note.article or ""], note.passage and note.passage.article) == ("een", note.article)
        assert [titles[one] for one in other.dossiers()[0].articles] == ["Three cafés", "een"]
        assert other.undo() is not None
        assert [record.title for record in other.records()] == ["een", "own"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"kind":"article","id":1}', '{"kind":"note","id":"x"}', '{"kind":"virus","id":1}', "[" * 100_000],
)
def test_a_bad_line_is_named_and_nothing_is_imported(library: Library, line: str) -> None:
    lines = [*filled(library).export_lines(), line]
    with Library.open(library.folder / "other") as other:
        with pytest.raises(InputError) as caught:
            other.import_lines(lines)
        assert (caught.value.message.code, caught.value.message.params["line"]) == ("library.import-line", len(lines))
        assert other.records() == []


def test_compacting_changes_nothing(library: Library) -> None:
    before = everything(filled(library))
    library.compact()
    assert everything(library) == before
    assert library.check() == []
    assert library.statistics().articles == 3


def test_the_full_text_is_built_anew_where_it_is_missing(library: Library) -> None:
    filled(library)
    folder = library.folder
    library.close()
    with sqlite3.connect(folder / "library.db") as connection:
        connection.execute("DROP TABLE fts_texts")
    connection.close()
    with Library.open(folder) as again:
        again.finish_index()
        assert [hit.record.id for hit in again.search("cafe")] == ["4"]
        assert again.check() == []


def test_a_change_while_the_full_text_is_built_is_found_once_it_is_whole(library: Library) -> None:
    for number in range(120):
        library.add_article(report(f"kop {number}"))
    library.rebuild_index()
    library.remove("100")
    library.add_article(report("nieuweling"))
    library.finish_index()
    assert len(library.search("kop", limit=200)) == 119
    assert len(library.search("nieuweling")) == 1
    assert library.check() == []


def test_the_check_names_what_is_wrong(library: Library) -> None:
    filled(library)
    with sqlite3.connect(library.folder / "library.db") as connection:
        connection.execute("UPDATE doc_articles SET outlet = 'x' WHERE id = 1")
        connection.execute("DELETE FROM doc_texts WHERE id = 4")
    connection.close()
    assert {fault.code for fault in library.check()} == {
        "library.fault-keys",
        "library.fault-half",
        "library.fault-index",
    }


@pytest.mark.parametrize("damaged", ["first page", "middle", "end cut off", "interior of the texts"])
def test_what_can_be_read_of_a_damaged_library_is_saved_and_the_file_is_kept(tmp_path: Path, damaged: str) -> None:
    with Library.open(tmp_path) as library:
        for number in range(300):
            library.add_article(report(f"kop {number}", f"tekst {number} " + "woord " * 500))
        library.add_note(Note("", "typed by hand", article="7"))
        library.compact()
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
        assert [note.text for note in library.notes()] == ["typed by hand"]
        whole = sum(bool(library.article(one).text) for one in library.ids())
        assert whole >= (200 if damaged == "end cut off" else 290)
        assert library.check() == []


def test_nothing_to_salvage_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"\xa5" * 10_000)
    assert code_of(lambda: salvage(tmp_path)) == "library.nothing-salvaged"
    assert path.read_bytes() == b"\xa5" * 10_000


def test_the_library_is_readable_by_its_owner_alone(library: Library) -> None:
    filled(library)
    library.cache("kind", "key", b"value")
    library.backup()
    modes = {path.name: path.stat().st_mode & 0o777 for path in [library.folder, *library.folder.rglob("*")]}
    assert {
        mode for name, mode in modes.items() if (library.folder / name).is_dir() or name == library.folder.name
    } == {0o700}
    assert {mode for name, mode in modes.items() if "." in name} == {0o600}
