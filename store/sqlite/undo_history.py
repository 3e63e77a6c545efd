"""The undo history: of each labelled transaction what the documents were before it, and a digest of what it made of them.

Undoing a step is `SqliteTransaction.undo` in transaction.py, which refuses where something was changed since.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple

from briefing.message import InputError, Message

MOST_STEPS = 200
"""Number of steps that are kept."""


class DocumentChange(NamedTuple):
    """A document before and after a transaction, as JSON text; `None` where there was none."""

    table: str
    number: int
    before: str | None
    after: str | None


Image = tuple[str, int, str | None, str | None]
"""Of a document its table, its number, its text before, and a digest of its text after."""


class Step(NamedTuple):
    """A transaction that can be undone: its label, and an image of each document that it changed."""

    number: int
    label: Message
    images: list[Image]


class UndoHistory:
    """The steps that can be undone, on the writing connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def record(self, label: Message, changes: Sequence[DocumentChange]) -> None:
        """Add a step; the oldest goes where there are too many."""
        images = [[one.table, one.number, one.before, digest(one.after)] for one in changes]
        made = self._connection.execute(
            "INSERT INTO undo (at, label, images) VALUES (?, ?, ?)",
            (
                datetime.now(UTC).isoformat(timespec="seconds"),
                json.dumps([label.code, dict(label.params)]),
                json.dumps(images),
            ),
        )
        if made.lastrowid is not None:
            self._connection.execute("DELETE FROM undo WHERE number <= ?", (made.lastrowid - MOST_STEPS,))

    def last(self) -> Step | None:
        """The latest step that was not undone yet.

        Raises:
            InputError: what was kept of it is damaged.
        """
        row = self._connection.execute("SELECT number, label, images FROM undo ORDER BY number DESC LIMIT 1").fetchone()
        if row is None:
            return None
        try:
            code, params = json.loads(row[1])
            images: list[Image] = [(table, int(one), old, left) for table, one, old, left in json.loads(row[2])]
        except (ValueError, TypeError) as error:
            raise InputError("library.undo-damaged") from error
        return Step(int(row[0]), Message.of(code, **params), images)

    def remove(self, step: Step) -> None:
        """Take the step out of the history."""
        self._connection.execute("DELETE FROM undo WHERE number = ?", (step.number,))

    def forget(self, is_about: Callable[[Image], bool]) -> list[Image]:
        """Remove the steps with such a document, and those that cannot be read; gives these documents."""
        found: list[Image] = []
        for number, stored in self._connection.execute("SELECT number, images FROM undo").fetchall():
            try:
                images: list[Image] = [(table, one, before, left) for table, one, before, left in json.loads(stored)]
                gone = [image for image in images if is_about(image)]
            except (ValueError, TypeError, KeyError, AttributeError):
                gone, images = [], []
            if gone or not images:
                self._connection.execute("DELETE FROM undo WHERE number = ?", (number,))
            found += gone
        return found

    def amend(self, table: str, number: int, old: str, new: str | None, amended: Callable[[str], str]) -> None:
        """Follow a document from `old` to `new` through the steps, and amend what they would restore, newest first."""
        left: str | None = old
        rows = self._connection.execute(
            "SELECT number, images FROM undo WHERE instr(images, ?) ORDER BY number DESC",
            (f"{json.dumps([table, number])[:-1]},",),
        ).fetchall()
        for step, stored in rows:
            images = json.loads(stored)
            for image in images:
                if image[:2] == [table, number] and image[3] == digest(left):
                    left, image[3] = image[2], digest(new)
                    new = image[2] = None if left is None else amended(left)
                    break
            else:
                return
            self._connection.execute("UPDATE undo SET images = ? WHERE number = ?", (json.dumps(images), step))


def digest(body: str | None) -> str | None:
    """A short digest by which undo sees that a document is unchanged since."""
    return None if body is None else blake2b(body.encode(), digest_size=12).hexdigest()
