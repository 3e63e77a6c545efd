"""Backup and restore of a library file, which may be in use."""

import json
import os
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.message import InputError, UnavailableError
from store.engine import Layout
from store.new_file import new_file, sync_folder, temporary_file, unwritable
from store.sqlite import connection as connections
from store.sqlite import full_text_index, schema
from store.sqlite.checks import INDEX_FAULT, document_faults, full_text_faults
from store.sqlite.connection import connect
from store.sqlite.errors import FAILED, FILE_ERRORS, explained
from store.sqlite.lock import FolderLock
from store.sqlite.migrations import migrate_in_place

BACKUPS = "backups"
SET_ASIDE = "set-aside"
"""How the names of files with damaged documents begin."""
_RETRY_SECONDS = 0.005


def backup(path: Path, target: Path) -> None:
    """Copy a library file, which may be in use, to a new file; the copy appears complete or not at all.

    Raises:
        InputError: the target exists already, or the library is damaged.
        UnavailableError: the target cannot be written.
    """
    with new_file(target) as part:
        write_copy(path, part)


def automatic_backup(path: Path, why: str) -> Path:
    """Back up the library beside itself, in a file named by time and reason; gives its path."""
    target = path.parent / BACKUPS / f"{moment()}-{why}.db"
    backup(path, target)
    return target


def newest_first(folder: Path) -> list[Path]:
    """The backups in a library's folder."""
    return sorted((folder / BACKUPS).glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)


def digests_in(copy: Path, number: int) -> list[str]:
    """The digest of an article's text in a backup; nothing if there is none, or the file cannot be read."""
    return [str(digest) for (digest,) in _rows(copy, "SELECT digest FROM doc_articles WHERE id = ?", [number]) or ()]


def may_hold(copy: Path, digests: Collection[str]) -> bool:
    """Whether a library file has an article with one of these texts, or undo could restore one there; true if it cannot be read."""
    for digest in digests:
        rows = _rows(copy, "SELECT 1 FROM doc_articles WHERE digest = ? LIMIT 1", [digest])
        steps = _rows(copy, "SELECT 1 FROM undo WHERE instr(images, ?) LIMIT 1", [digest])
        if rows is None or steps is None or rows or steps:
            return True
    return False


def _rows(path: Path, select: str, values: Sequence[str | int]) -> list[tuple[Any, ...]] | None:
    with suppress(*FILE_ERRORS), closing(connect(path, read_only=True)) as connection:
        return connection.execute(select, values).fetchall()
    return None


def is_lost(path: Path) -> bool:
    """Whether the library file is gone or empty while there are backups of it."""
    if any(_size(path.with_name(path.name + ending)) for ending in ("", "-wal")):
        return False
    return any((path.parent / BACKUPS).glob("*.db"))


def restore(path: Path, source: Path, layouts: Mapping[str, Layout]) -> Path:
    """Replace a library's content by that of a backup, in one step that other programs see as one change.

    From the backup of the present content to the end nobody else can write. Document numbers are not used again. Gives
    the path of the backup of the present content.

    Raises:
        InputError: the source is no backup of a library, is damaged, or comes from a newer version.
    """
    with temporary_file(path.parent) as part:
        _stage(source, part, layouts)
        with explained(path), closing(connect(part)) as copy, closing(connect(path)) as live:
            return _replace(live, copy, path, layouts)


def restore_lost(path: Path, source: Path, layouts: Mapping[str, Layout]) -> None:
    """Make a library of a backup where the library file is lost; numbers used in any backup are not used again.

    Raises:
        InputError: the source is no backup of a library, is damaged, or comes from a newer version.
        UnavailableError: another program has the library open, or the folder cannot be written.
    """
    with FolderLock(path.parent).alone(), temporary_file(path.parent) as part:
        _stage(source, part, layouts)
        with explained(part), closing(connect(part)) as copy:
            for other in (path.parent / BACKUPS).glob("*.db"):
                with suppress(*FILE_ERRORS), closing(connect(other, read_only=True)) as known:
                    _keep_numbers_used(known, copy, layouts)
        try:
            part.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            raise unwritable(error, path.parent) from error


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
    """Give a damaged library file a second name, with its log file, and make room for another; gives the new path.

    The file keeps its old name until another takes it, so that a crash never leaves no library. Its log must go first,
    since it would be read with the other file; `last_set_aside` finds the two together after a crash.
    """
    target = path.with_name(f"{path.stem}-damaged-{moment()}.db")
    try:
        os.link(path, target)
    except OSError:
        target.write_bytes(path.read_bytes())
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(target.with_name(target.name + ending))
    sync_folder(path.parent)
    return target


def last_set_aside(path: Path) -> Path | None:
    """The second name of the library file, if a crash left it with two."""
    kept = path.parent.glob(f"{path.stem}-damaged-*.db")
    return next((other for other in sorted(kept) if other.samefile(path)), None)


def moment() -> str:
    """The present time as a part of file names, which then sort by time."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def write_copy(source: Path, part: Path) -> None:
    """Copy a library file, which may be in use, over another file, and check it.

    Raises:
        InputError: the library is damaged.
    """
    with explained(source), closing(connect(source, read_only=True)) as given, closing(connect(part)) as new:
        given.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")
        if new.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise InputError("library.damaged", folder=str(source.parent))


def _stage(source: Path, part: Path, layouts: Mapping[str, Layout]) -> None:
    """Copy a backup, bring it to the present version, and read every document of it."""
    with _failing_as_damaged(source):
        _write_checked_copy(source, part, layouts)


@contextmanager
def _failing_as_damaged(source: Path) -> Iterator[None]:
    """Where SQLite cannot do something with a backup, its tables are not what they should be."""
    try:
        yield
    except UnavailableError as error:
        if error.message.code == FAILED:
            raise InputError("library.damaged", folder=str(source.parent)) from error
        raise


def _write_checked_copy(source: Path, part: Path, layouts: Mapping[str, Layout]) -> None:
    version_of(source)
    write_copy(source, part)
    with explained(source), closing(connect(part)) as copy:
        migrate_in_place(copy, layouts)
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise InputError("library.damaged", folder=str(source.parent))
        for fault in document_faults(copy, layouts):
            raise InputError("library.backup-damaged", name=str(source), **fault.params)
        _restart_wrong_indexes(copy, layouts)


def _restart_wrong_indexes(copy: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Have a full-text index built anew that does not fit the texts: another program changed them, or the index is damaged."""
    if any(fault.code == INDEX_FAULT for fault in full_text_faults(copy, layouts)):
        copy.execute("BEGIN IMMEDIATE")
        for table, layout in layouts.items():
            if layout.terms is not None:
                full_text_index.restart(copy, table)
        copy.execute("COMMIT")


def _replace(live: sqlite3.Connection, copy: sqlite3.Connection, path: Path, layouts: Mapping[str, Layout]) -> Path:
    """Write the copy over the live file; between the first page and the last SQLite lets nobody else write."""
    before: list[Path] = []
    until = time.monotonic() + connections.BUSY_SECONDS

    def prepare(status: int, _remaining: int, _total: int) -> None:
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            if time.monotonic() > until:
                raise _busy()
        elif not before:
            before.append(automatic_backup(path, "before-restore"))
            with closing(connect(path, read_only=True)) as present:
                _keep_numbers_used(present, copy, layouts)

    live.execute("PRAGMA busy_timeout=0")
    copy.backup(live, pages=1, progress=prepare, sleep=_RETRY_SECONDS)
    return before[0]


def _busy() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("another program writes")
    error.sqlite_errorname = "SQLITE_BUSY"
    return error


def _keep_numbers_used(present: sqlite3.Connection, copy: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
    """Raise the numbers of the copy above those that were given, and number its replacement as a change of everything."""
    copy.execute("BEGIN IMMEDIATE")
    for name, number in present.execute("SELECT name, next FROM tables").fetchall():
        copy.execute("INSERT OR IGNORE INTO tables VALUES (?, 1)", (name,))
        copy.execute("UPDATE tables SET next = max(next, ?) WHERE name = ?", (number, name))
    used = [one.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = 'commits'") for one in (present, copy)]
    last = max(row.fetchone()[0] or 0 for row in used)
    everything: dict[str, list[int]] = {name: [] for name in layouts}
    copy.execute("DELETE FROM commits")
    copy.execute("INSERT INTO commits VALUES (?, 'restore', ?)", (last + 1, json.dumps(everything)))
    copy.execute("COMMIT")
