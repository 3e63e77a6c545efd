"""Failures around the library are errors with one line of explanation, and nothing is lost."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.message import BriefingError, InputError, UnavailableError
from locales import catalogue
from store import Library, records
from store.sqlite import connection as connections
from tests.store.articles import report


def error_code(action: Callable[[], object], kind: type[BriefingError] = UnavailableError) -> str:
    """The code of the error; both catalogues have one line for it."""
    with pytest.raises(kind) as caught:
        action()
    message = caught.value.message
    for language in ("nl", "en"):
        assert "\n" not in catalogue(language).say(message.code, **message.params)
    return message.code


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        library.articles.add(report("kept"))
    return tmp_path / "library"


def titles(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        assert library.maintenance.check() == []
        return [record.title for record in library.articles.records()]


def test_a_full_disk_is_an_error_and_the_library_works_again_with_room(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = connections.connect

    def small(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
        connection = opened(path, read_only=read_only)
        if not read_only:
            connection.execute("PRAGMA max_page_count=70")
        return connection

    monkeypatch.setattr("store.sqlite.engine.connect", small)
    with Library.open(kept) as library:
        assert error_code(
            lambda: [library.articles.add(report(f"{n}", "woord " * 2000 + str(n))) for n in range(50)]
        ) == ("library.full")
        assert library.articles.record("1").title == "kept"
        library.articles.tag("1", ("still",))
    monkeypatch.undo()
    assert "kept" in titles(kept)


def test_a_library_locked_by_another_program_is_an_error(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(kept / "library.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Library.open(kept) as library:
        assert error_code(lambda: library.articles.add(report("new"))) == "library.locked"
        assert [record.title for record in library.articles.records()] == ["kept"]
        other.execute("ROLLBACK")
        assert library.articles.add(report("new")).new
    other.close()


def test_a_library_opened_for_reading_is_not_written(kept: Path) -> None:
    with Library.open(kept, read_only=True) as library:
        assert library.full_text.search("netwerk")
        assert error_code(lambda: library.articles.trash("1")) == "library.read-only"
        assert error_code(library.undo) == "library.read-only"


def test_a_missing_library_is_not_created_for_reading(tmp_path: Path) -> None:
    assert error_code(lambda: Library.open(tmp_path / "none", read_only=True), InputError) == "library.none"
    assert not (tmp_path / "none").exists()


@pytest.fixture
def locked_folder(kept: Path) -> Iterator[Path]:
    kept.chmod(0o500)
    (kept / "library.db").chmod(0o400)
    if os.access(kept, os.W_OK):
        pytest.skip("the superuser may write everywhere")
    yield kept
    kept.chmod(0o700)
    (kept / "library.db").chmod(0o600)


def test_a_library_without_permission_to_write_is_read(locked_folder: Path) -> None:
    with Library.open(locked_folder) as library:
        assert library.full_text.search("netwerk")
        assert library.maintenance.check() == []
        library.maintenance.finish_index()
        assert error_code(lambda: library.articles.trash("1")) == "library.read-only"
        assert error_code(library.maintenance.backup) == "library.unwritable"


def test_a_search_index_that_cannot_be_written_is_an_error(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(kept) as library:
        library.maintenance.finish_index()

        def full(*_: object) -> bool:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error

        monkeypatch.setattr("store.sqlite.full_text_index.build_step", full)
        library.maintenance.rebuild_index()
        assert error_code(library.maintenance.finish_index) == "library.full"


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text", encoding="utf-8")
    assert error_code(lambda: Library.open(tmp_path / "file")) == "library.no-access"


def test_a_clock_that_jumps_back_changes_no_number_and_no_undo(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.articles.add(report("first"))
    monkeypatch.setattr("store.articles.now", lambda: "1970-01-01T00:00:00.000000+00:00")
    assert library.articles.add(report("second")).article.id == "2"
    assert library.articles.record("2").added.year == 1970
    undone = library.undo()
    assert undone is not None
    assert undone.params["title"] == "second"
    assert records.now() > "2020"


def test_a_damaged_cache_behaves_as_an_empty_one(kept: Path) -> None:
    (kept / "cache.db").write_bytes(b"\xa5" * 5000)
    with Library.open(kept) as library:
        assert library.cache.get("claims", "1") is None
        library.cache.put("claims", "1", b"value")
        assert library.cache.get("claims", "1") == b"value"


def test_a_damaged_full_text_index_is_rebuilt_without_other_loss(kept: Path) -> None:
    with sqlite3.connect(kept / "library.db") as other:
        other.execute("UPDATE fts_texts_data SET block = x'ffffffff' WHERE id > 10")
    other.close()
    with Library.open(kept) as library:
        assert error_code(lambda: library.full_text.search("netwerk")) == "library.index-damaged"
        library.maintenance.finish_index()
        assert len(library.full_text.search("netwerk")) == 1
        assert library.maintenance.check() == []


def test_using_a_closed_library_is_an_error(kept: Path) -> None:
    library = Library.open(kept)
    library.close()
    library.close()
    assert error_code(lambda: library.articles.trash("1")) == "library.failed"
