"""Restores beside writers, of a lost library, and after a crash in the middle of a salvage. The long run: bench/restores.py."""

import os
import sqlite3
import time
from pathlib import Path

import pytest

from briefing.message import InputError, UnavailableError
from briefing.note import Note
from store import Library, restore, salvage
from store.sqlite import backups
from store.sqlite.lock import FolderLock
from store.values import Change
from tests.store.articles import report
from tests.store.restores import restored_beside_writers
from tests.store.test_recovery import damage


def test_no_acknowledged_note_is_lost_by_restores_and_no_number_is_given_twice(tmp_path: Path) -> None:
    outcome = restored_beside_writers(tmp_path, writers=2, seconds=3, seed=1)
    assert outcome.acknowledged > 0
    assert outcome.runs["restore"] + outcome.runs["restore two"] > 0
    assert (outcome.lost, outcome.twice, outcome.faults) == ([], [], [])


def test_an_open_library_hears_of_a_restore_by_another(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("een"))
        copy = library.maintenance.backup()
        heard: list[Change] = []
        library.subscribe(heard.append)
        restore(tmp_path, copy)
        until = time.monotonic() + 10
        parts = {"articles", "dossiers", "notes", "corrections", "grades", "settings"}
        while {change.part for change in heard} != parts and time.monotonic() < until:
            time.sleep(0.02)
        assert {change.part for change in heard} == parts
        assert all(change.ids == () for change in heard)


@pytest.mark.parametrize("content", [None, b""], ids=["gone", "empty"])
def test_a_lost_library_beside_backups_is_no_new_library(tmp_path: Path, content: bytes | None) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("een"))
        old = library.maintenance.backup()
        library.articles.add(report("twee"))
        library.maintenance.backup()
    path = tmp_path / "library.db"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(InputError) as refused:
            Library.open(tmp_path, read_only=read_only)
        assert refused.value.message.code == "library.lost"
    assert restore(tmp_path, old) is None
    with Library.open(tmp_path) as library:
        assert [record.title for record in library.articles.records()] == ["een"]
        assert library.articles.add(report("drie")).article.id == "3"


def test_a_crash_after_a_damaged_file_was_set_aside_leaves_it_in_its_place(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("een"))
        library.notes.add(Note("", "typed", article="1"))
    damaged = damage(tmp_path)
    first = backups.set_aside(tmp_path / "library.db")
    assert (tmp_path / "library.db").read_bytes() == damaged
    found = salvage(tmp_path)
    assert (found.articles, found.notes, found.kept) == (1, 1, first)
    with Library.open(tmp_path) as library:
        assert [note.text for note in library.notes.find()] == ["typed"]


def test_a_library_in_use_is_not_salvaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.sqlite.lock._WAIT_SECONDS", 0.05)
    with Library.open(tmp_path), pytest.raises(UnavailableError) as refused:
        salvage(tmp_path)
    assert refused.value.message.code == "library.locked"
    with FolderLock(tmp_path).alone(), pytest.raises(UnavailableError):
        Library.open(tmp_path)


def test_a_file_of_the_users_beside_the_target_of_a_backup_is_left_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("mine")
    (tmp_path / "copy.db.part").symlink_to(secret)
    old = tmp_path / ".briefing-left.part"
    old.write_text("left")
    os.utime(old, (0, 0))
    with Library.open(tmp_path / "library") as library:
        target = library.maintenance.backup(tmp_path / "copy.db")
        (tmp_path / "dangling.db").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(InputError):
            library.maintenance.backup(tmp_path / "dangling.db")
    assert secret.read_text() == "mine"
    assert not old.exists()
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_backup_with_a_document_that_cannot_be_read_is_not_restored(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        library.articles.add(report("een"))
        copy = library.maintenance.backup(tmp_path / "copy.db")
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE doc_articles SET body = '{\"title\": 7}'")
    connection.close()
    with pytest.raises(InputError) as refused:
        restore(tmp_path / "library", copy)
    assert refused.value.message.code == "library.backup-damaged"
