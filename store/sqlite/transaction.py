"""Changes through the writing connection: documents, their columns and index terms. What can be undone: undo_history.py."""

import json
import sqlite3
from collections.abc import Callable, Mapping

from briefing.message import InputError, Message, WrongUseError
from store.engine import Document, Json, Layout
from store.sqlite import bodies, full_text_index, vocabulary
from store.sqlite.checks import has_wrong_keys
from store.sqlite.schema import create_table, documents_of, drop_table, keys_of
from store.sqlite.snapshot import NO_LAYOUT, SqliteSnapshot, storable
from store.sqlite.undo_history import DocumentChange, Image, UndoHistory, digest

MOST_COMMITS = 10_000
_UNESCAPED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPED = json.JSONEncoder(separators=(",", ":"))


class SqliteTransaction(SqliteSnapshot):
    """A snapshot that can be changed, on a connection in an immediate transaction."""

    def __init__(self, connection: sqlite3.Connection, layouts: Mapping[str, Layout]) -> None:
        super().__init__(connection, layouts)
        self._history = UndoHistory(connection)
        self._before: dict[tuple[str, int], str | None] = {}
        self._after: dict[tuple[str, int], str | None] = {}
        self._dropped: set[str] = set()
        self._made: set[str] = set()

    def put(self, table: str, number: int, document: Mapping[str, Json] | None) -> None:
        """Store the document under the number, or remove it (`None`).

        Raises:
            TypeError: the document is not JSON.
            InputError: the stored document is damaged; it is left as it is.
        """
        body = None if document is None else dumped(document)
        layout = self._layout(table)
        if document is not None:
            layout.check(document)
        old = self._body(table, number)
        if old == body:
            return
        self._before.setdefault((table, number), old)
        self._after[table, number] = body
        if body is None:
            self._connection.execute(f"DELETE FROM {documents_of(table)} WHERE id = ?", (number,))
        else:
            self._store(table, number, body, document or {})
        if layout.many or layout.terms:
            before = None if old is None else json.loads(old)
            self._index_keys(table, number, before, document)
            self._index_terms(table, number, before, document)

    def rewrite(self, table: str, number: int, document: Mapping[str, Json]) -> None:
        """Store a document in place of a damaged one, which is not looked at. The full-text index is left as it is."""
        body = dumped(document)
        self._before[table, number], self._after[table, number] = "", body
        for many in self._layout(table).many:
            self._connection.execute(f"DELETE FROM {keys_of(table, many.name)} WHERE id = ?", (number,))
        self._store(table, number, body, document)
        self._index_keys(table, number, None, document)

    def has_wrong_keys(self, table: str, number: int, document: Document) -> bool:
        """Whether the columns or sets of keys stored beside a document are not its own."""
        return has_wrong_keys(self._connection, table, self._layout(table), number, document)

    def rebuild_column_indexes(self) -> None:
        """Build the indexes over columns anew."""
        self._connection.execute("REINDEX")

    def discard(self, table: str, number: int) -> None:
        """Remove a damaged document, which is not looked at. The full-text index is left as it is."""
        self._before[table, number], self._after[table, number] = "", None
        for many in self._layout(table).many:
            self._connection.execute(f"DELETE FROM {keys_of(table, many.name)} WHERE id = ?", (number,))
        self._connection.execute(f"DELETE FROM {documents_of(table)} WHERE id = ?", (number,))

    def amend(self, table: str, number: int, fields: Mapping[str, Json]) -> None:
        """Set fields of a document, also in the versions that undo would restore: earlier steps can still be undone."""
        old = self._body(table, number)
        if old is None:
            return
        self.put(table, number, json.loads(old) | dict(fields))
        self._history.amend(
            table, number, old, self._body(table, number), lambda body: dumped(json.loads(body) | dict(fields))
        )

    def removed(self) -> list[tuple[str, int]]:
        """The documents removed so far, by table and number."""
        return [key for key, after in self._after.items() if after is None]

    def forget(self, is_about: Callable[[Image], bool]) -> list[Image]:
        """Remove the undo steps with such a document; gives those documents.

        Words that only they and the documents removed so far have leave the vocabulary.
        """
        images = self._history.forget(is_about)
        texts = {(table, before) for table, _, before, _ in images}
        texts |= {(table, self._before[table, number]) for table, number in self.removed()}
        for table, before in texts:
            terms = self._layout(table).terms
            if terms is not None and before is not None:
                vocabulary.remove_unused(self._connection, table, terms(json.loads(before)))
        return images

    def make(self, table: str) -> None:
        """Create the table if it does not exist."""
        self._layout(table)

    def next_id(self, table: str) -> int:
        """A number that the table has never used."""
        self._layout(table)
        row = self._connection.execute("UPDATE tables SET next = next + 1 WHERE name = ? RETURNING next - 1", (table,))
        return int(row.fetchone()[0])

    def drop(self, table: str) -> None:
        """Remove the table with its documents and its record of used numbers."""
        if not self._exists(table):
            return
        for number, body, _ in list(self.bodies(table)):
            self._before.setdefault((table, number), body.decode(errors="replace"))
            self._after[table, number] = None
        layout = self._layouts.get(table, NO_LAYOUT)
        drop_table(self._connection, table, layout)
        self._connection.execute("DELETE FROM tables WHERE name = ?", (table,))
        if table in self._layouts:
            create_table(self._connection, table, layout)
        self._dropped.add(table)
        self._made.discard(table)

    def finish(self, origin: str, label: Message | None) -> None:
        """Record what was changed, for subscribers and for undo."""
        changed = [(key, old) for key, old in self._before.items() if old != self._after[key]]
        if not changed and not self._dropped:
            return
        touched: dict[str, list[int]] = {table: [] for table in self._dropped}
        for (table, number), _ in changed:
            touched.setdefault(table, []).append(number)
        made = self._connection.execute(
            "INSERT INTO commits (origin, touched) VALUES (?, ?)", (origin, json.dumps(touched))
        )
        if label is not None:
            self._history.record(label, [DocumentChange(*key, old, self._after[key]) for key, old in changed])
        if made.lastrowid is not None and made.lastrowid % 1000 == 0:
            self._connection.execute("DELETE FROM commits WHERE number <= ?", (made.lastrowid - MOST_COMMITS,))

    def undo(self) -> Message | None:
        """Undo the last labelled transaction that was not undone yet; gives its label.

        Raises:
            WrongUseError: what it changed was changed again since.
        """
        step = self._history.last()
        if step is None:
            return None
        if any(digest(self._body(table, number)) != left for table, number, _, left in step.images):
            raise WrongUseError("library.undo-changed")
        for table, number, old, _ in step.images:
            self.put(table, number, None if old is None else json.loads(old))
        self._history.remove(step)
        return step.label

    def _layout(self, table: str) -> Layout:
        layout = self._layouts.get(table, NO_LAYOUT)
        if table in self._made:
            return layout
        self._made.add(table)
        made = self._connection.execute("INSERT OR IGNORE INTO tables (name, next) VALUES (?, 1)", (table,))
        if made.rowcount and table not in self._layouts:
            create_table(self._connection, table, layout)
        return layout

    def _body(self, table: str, number: int) -> str | None:
        for stored in self.bodies(table, [number]):
            try:
                bodies.document_of(table, self._layouts.get(table, NO_LAYOUT), stored)
            except bodies.DamageError as error:
                raise InputError("library.damaged-document", table=table, id=number) from error
            return stored.body.decode()
        return None

    def _store(self, table: str, number: int, body: str, document: Mapping[str, Json]) -> None:
        columns = self._layout(table).columns
        names = "".join(f', "{column.name}"' for column in columns)
        changes = "".join(f', "{column.name}" = excluded."{column.name}"' for column in columns)
        self._connection.execute(
            f"INSERT INTO {documents_of(table)} (id, body, checksum{names}) VALUES (?, ?, ?{', ?' * len(columns)})"
            f" ON CONFLICT (id) DO UPDATE SET body = excluded.body, checksum = excluded.checksum{changes}",
            (
                number,
                body,
                bodies.checksum(table, number, body.encode()),
                *(storable(column.of(document)) for column in columns),
            ),
        )
        self._connection.execute("UPDATE tables SET next = max(next, ?) WHERE name = ?", (number + 1, table))

    def _index_keys(self, table: str, number: int, before: Document | None, after: Mapping[str, Json] | None) -> None:
        for many in self._layout(table).many:
            old = set() if before is None else {storable(key) for key in many.of(before)}
            new = set() if after is None else {storable(key) for key in many.of(after)}
            keys = keys_of(table, many.name)
            self._connection.executemany(
                f"DELETE FROM {keys} WHERE key = ? AND id = ?", [(k, number) for k in old - new]
            )
            self._connection.executemany(f"INSERT INTO {keys} VALUES (?, ?)", [(key, number) for key in new - old])

    def _index_terms(self, table: str, number: int, before: Document | None, after: Mapping[str, Json] | None) -> None:
        terms = self._layout(table).terms
        if terms is None:
            return
        old = None if before is None else terms(before)
        new = None if after is None else terms(after)
        if old == new or full_text_index.is_waiting(self._connection, table, number):
            return
        if old is not None:
            full_text_index.delete(self._connection, table, number, old)
        if new is not None:
            full_text_index.insert(self._connection, table, number, new)
            vocabulary.enqueue(self._connection, table, [number])


def dumped(document: Mapping[str, Json]) -> str:
    """The document as JSON; lone surrogates, which SQLite cannot store, are escaped.

    Raises:
        TypeError: the document is not JSON.
    """
    text = _UNESCAPED.encode(dict(document))
    try:
        text.encode()
    except UnicodeEncodeError:
        text = _ESCAPED.encode(dict(document))
    return text
