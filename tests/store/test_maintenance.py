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
    left, right = (library.articles.add(report(title), source=f"{title}.txt").article for title in ("een", "twee"))
    library.articles.add(report("weg"))
    library.articles.remove("3")
    library.articles.add(report("Three cafés", language="en"))
    library.articles.tag("1", ("x",))
    library.articles.mark_read("2")
    library.articles.archive("2")
    library.dossiers.create("story", ["4", "1"])
    library.notes.add(Note("", "on a passage", article="1", passage=left.passage(Span(0, 3)), tags=("y",)))
    library.notes.add(Note("", "on a dossier", dossier="1"))
    library.corrections.add_claim("1", ClaimCorrection(left.passage(Span(0, 3)), "change", certainty="possible"))
    library.corrections.add_link(
        "1", "2", LinkCorrection(left.passage(Span(0, 3)), right.passage(Span(0, 4)), "reject")
    )
    library.grades.set(Grade("Reuters", "A"))
    library.settings.set("engine", "literal")
    return library


def everything(library: Library) -> list[object]:
    """All that a library holds, for comparing."""
    return [json.loads(line) for line in library.exchange.export_lines()][1:]


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
    library.maintenance.backup(copy)
    library.articles.trash("1")
    assert code_of(lambda: library.maintenance.backup(copy)) == "library.backup-exists"
    with Library.open(copy.parent) as other:
        assert other.maintenance.check() == []
        assert other.articles.record("1").state == "active"


def test_a_restore_brings_the_backup_back_keeps_what_was_and_gives_no_number_twice(
    library: Library, tmp_path: Path
) -> None:
    before = everything(filled(library))
    copy = library.maintenance.backup(tmp_path / "copy.db")
    added = library.articles.add(report("later")).article
    library.dossiers.remove("1")
    kept = library.maintenance.restore(copy)
    assert everything(library) == before
    assert library.maintenance.check() == []
    assert int(library.articles.add(report("last")).article.id) > int(added.id)
    library.maintenance.restore(kept)
    assert library.articles.get(added.id).title == "later"


def test_only_a_backup_of_a_library_is_restored(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    other = tmp_path / "other.db"
    other.write_bytes(b"text" * 1000)
    assert code_of(lambda: library.maintenance.restore(other)) == "library.damaged"
    assert code_of(lambda: library.maintenance.restore(tmp_path / "none.db")) == "library.no-backup"
    assert everything(library) == before


def test_an_export_taken_in_by_an_empty_library_gives_the_same_library(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    with Library.open(tmp_path / "other") as other:
        assert other.exchange.import_lines(library.exchange.export_lines()) == len(before)
        assert everything(other) == before
        assert [hit.record.id for hit in other.full_text.search("cafe")] == ["4"]
        assert other.exchange.import_lines(library.exchange.export_lines()) == 0
        assert everything(other) == before
        assert other.maintenance.check() == []


def test_an_import_into_a_library_in_use_keeps_both_apart(library: Library, tmp_path: Path) -> None:
    filled(library)
    with Library.open(tmp_path / "other") as other:
        other.articles.add(report("own"))
        other.articles.add(report("een"))
        other.exchange.import_lines(library.exchange.export_lines())
        titles = {record.id: record.title for record in other.articles.records(ArticleFilter(state=None))}
        assert sorted(titles.values()) == ["Three cafés", "een", "own", "twee"]
        (note,) = other.notes.find(query="passage")
        assert (titles[note.article or ""], note.passage and note.passage.article) == ("een", note.article)
        assert [titles[one] for one in other.dossiers.all()[0].articles] == ["Three cafés", "een"]
        assert other.undo() is not None
        assert [record.title for record in other.articles.records()] == ["een", "own"]


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"kind":"article","id":1}', '{"kind":"note","id":"x"}', '{"kind":"virus","id":1}', "[" * 100_000],
)
def test_a_bad_line_is_named_and_nothing_is_imported(library: Library, line: str) -> None:
    lines = [*filled(library).exchange.export_lines(), line]
    with Library.open(library.folder / "other") as other:
        with pytest.raises(InputError) as caught:
            other.exchange.import_lines(lines)
        assert (caught.value.message.code, caught.value.message.params["line"]) == ("library.import-line", len(lines))
        assert other.articles.records() == []


def test_compacting_changes_nothing(library: Library) -> None:
    before = everything(filled(library))
    library.maintenance.compact()
    assert everything(library) == before
    assert library.maintenance.check() == []
    assert library.maintenance.statistics().articles == 3


def test_the_full_text_is_built_anew_where_it_is_missing(library: Library) -> None:
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


def test_a_change_while_the_full_text_is_built_is_found_once_it_is_whole(library: Library) -> None:
    for number in range(120):
        library.articles.add(report(f"kop {number}"))
    library.maintenance.rebuild_index()
    library.articles.remove("100")
    library.articles.add(report("nieuweling"))
    library.maintenance.finish_index()
    assert len(library.full_text.search("kop", limit=200)) == 119
    assert len(library.full_text.search("nieuweling")) == 1
    assert library.maintenance.check() == []


def test_the_check_names_what_is_wrong(library: Library) -> None:
    filled(library)
    with sqlite3.connect(library.folder / "library.db") as connection:
        connection.execute("UPDATE doc_articles SET outlet = 'x' WHERE id = 1")
        connection.execute("DELETE FROM doc_texts WHERE id = 4")
    connection.close()
    assert {fault.code for fault in library.maintenance.check()} == {
        "library.fault-keys",
        "library.fault-half",
        "library.fault-index",
    }


@pytest.mark.parametrize("damaged", ["first page", "middle", "end cut off", "interior of the texts"])
def test_what_can_be_read_of_a_damaged_library_is_saved_and_the_file_is_kept(tmp_path: Path, damaged: str) -> None:
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
