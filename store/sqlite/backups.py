"""Backup and restore of a library file, which may be in use."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from briefing.message import InputError, UnavailableError
from store.sqlite import schema
from store.sqlite.connection import connect, touch
from store.sqlite.errors import explained

BACKUPS = "backups"


def backup(path: Path, target: Path) -> None:
    """Copy a library file, which may be in use, to a new file; the copy appears complete or not at all.

    Raises:
        InputError: the target exists already, or the library is damaged.
        UnavailableError: the target cannot be written.
    """
    if target.exists():
        raise InputError("library.backup-exists", name=str(target))
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        touch(part)
    except OSError as error:
        raise UnavailableError("library.no-access", folder=str(target.parent)) from error
    try:
        with explained(path), closing(connect(path, read_only=True)) as source, closing(connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _checked(copy, path)
        part.replace(target)
        _sync_folder(target.parent)
    finally:
        part.unlink(missing_ok=True)


def automatic_backup(path: Path, why: str) -> Path:
    """Back up the library beside itself, in a file named by time and reason; gives its path."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = path.parent / BACKUPS / f"{moment}-{why}.db"
    backup(path, target)
    return target


def restore(path: Path, source: Path) -> Path:
    """Replace a library's content by that of a backup, in one step that other programs see as one change.

    The present content is backed up first; gives the path of that backup. Document numbers are not used again.

    Raises:
        InputError: the source is no backup of a library, is damaged, or comes from a newer version.
    """
    version_of(source)
    before = automatic_backup(path, "before-restore")
    part = path.with_name("restore.part")
    part.unlink(missing_ok=True)
    try:
        touch(part)
        with explained(source), closing(connect(source, read_only=True)) as given, closing(connect(part)) as copy:
            given.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            _checked(copy, source)
        with explained(path), closing(connect(part)) as copy, closing(connect(path)) as live:
            _keep_numbers_used(live, copy)
            copy.backup(live)
    finally:
        part.unlink(missing_ok=True)
    return before


def _keep_numbers_used(live: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    copy.execute("BEGIN IMMEDIATE")
    for name, number in live.execute("SELECT name, next FROM tables").fetchall():
        copy.execute("INSERT OR IGNORE INTO tables VALUES (?, 1)", (name,))
        copy.execute("UPDATE tables SET next = max(next, ?) WHERE name = ?", (number, name))
    row = live.execute("SELECT seq FROM sqlite_sequence WHERE name = 'commits'").fetchone()
    copy.execute("DELETE FROM commits")
    copy.execute("DELETE FROM sqlite_sequence WHERE name = 'commits'")
    copy.execute("INSERT INTO sqlite_sequence VALUES ('commits', ?)", (row[0] + 1 if row else 1,))
    copy.execute("COMMIT")


def version_of(path: Path) -> int:
    """The schema version of a library file.

    Raises:
        InputError: it is no library, is damaged, or was written by a newer version.
    """
    if not path.is_file():
        raise InputError("library.no-backup", name=str(path))
    with explained(path), closing(connect(path, read_only=True)) as connection:
        application, version = (int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in schema.HEAD)
    if application != schema.APPLICATION:
        raise InputError("library.no-backup", name=str(path))
    if version > schema.VERSION:
        raise InputError("library.newer", folder=str(path.parent))
    return version


def set_aside(path: Path) -> Path:
    """Rename a damaged library file with its log files; gives its new path."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = path.with_name(f"{path.stem}-damaged-{moment}.db")
    for ending in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(target.with_name(target.name + ending))
    _sync_folder(path.parent)
    return target


def _checked(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise InputError("library.damaged", folder=str(path.parent))


def _sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
