"""The vocabulary of the full-text index: the forms of each stem, and long stems by their end.

It is updated after a document is stored, in idle time: the index itself is written with the document, so that a word is
found as it stands at once; its other forms and compounds are found once the vocabulary has it.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from store.engine import Layout, Terms
from store.sqlite import bodies
from store.sqlite.schema import documents_of, words_of

COMPOUND_LENGTH = 8
"""Stems of this many characters or more may be compounds and are stored by their end too."""
BATCH = 20
"""Number of documents read in one transaction."""
_MOST_KNOWN = 60_000
_MOST_SCANNED = 2000
_LAST = "\U0010ffff"


def enqueue(connection: sqlite3.Connection, table: str, numbers: Iterable[int]) -> None:
    """Queue documents whose words are to be added, in the open transaction."""
    connection.executemany("INSERT OR IGNORE INTO unlearnt VALUES (?, ?)", [(table, number) for number in numbers])


def backlog(connection: sqlite3.Connection) -> int:
    """The number of queued documents, counted to `BATCH` + 1."""
    return int(connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM unlearnt LIMIT {BATCH + 1})").fetchone()[0])


def clear(connection: sqlite3.Connection) -> None:
    """Remove all words, in the open transaction."""
    for table in ("forms", "compounds", "unlearnt"):
        connection.execute(f"DELETE FROM {table}")


def remove_unused(connection: sqlite3.Connection, table: str, terms: Terms) -> None:
    """Remove those of the terms that no document of the index has, in the open transaction."""
    words = words_of(table)
    for form in {*terms.title.split(), *terms.body.split()}:
        if not connection.execute(f"SELECT 1 FROM {words} WHERE {words} MATCH ? LIMIT 1", (f'"{form}"',)).fetchone():
            connection.execute("DELETE FROM forms WHERE form = ?", (form,))
            stem = terms.stem(form)
            if not connection.execute("SELECT 1 FROM forms WHERE stem = ?", (stem,)).fetchone():
                connection.execute("DELETE FROM compounds WHERE reversed = ?", (stem[::-1],))
    # A change of the schema tells every `VocabularyUpdater` to forget the words that it knows.
    connection.execute("CREATE TABLE changed_vocabulary (word)")
    connection.execute("DROP TABLE changed_vocabulary")


def forms(connection: sqlite3.Connection, stems: Iterable[str]) -> dict[str, list[str]]:
    """The index terms of each stem; a stem without terms is left out."""
    select = "SELECT stem, form FROM json_each(?) CROSS JOIN forms ON stem = value"
    found: dict[str, list[str]] = {}
    for stem, form in connection.execute(select, (json.dumps(list(stems)),)):
        found.setdefault(stem, []).append(form)
    return found


def known(connection: sqlite3.Connection, terms: Iterable[str]) -> set[str]:
    """Those of the terms that are in the vocabulary."""
    select = "SELECT form FROM json_each(?) CROSS JOIN forms ON form = value"
    return {form for (form,) in connection.execute(select, (json.dumps(list(terms)),))}


def completions(connection: sqlite3.Connection, prefix: str, limit: int) -> list[str]:
    """The index terms that begin with a prefix, shortest first; of a great many only the alphabetically first."""
    select = "SELECT form FROM forms WHERE form >= ? AND form < ? ORDER BY form LIMIT ?"
    found = {form for (form,) in connection.execute(select, (prefix, prefix + _LAST, _MOST_SCANNED))}
    return sorted(found, key=lambda form: (len(form), form))[:limit]


def stems_starting(connection: sqlite3.Connection, part: str, limit: int) -> list[str]:
    """The stems that begin with a part."""
    select = "SELECT DISTINCT stem FROM forms WHERE stem >= ? AND stem < ? LIMIT ?"
    return [stem for (stem,) in connection.execute(select, (part, part + _LAST, limit))]


def stems_ending(connection: sqlite3.Connection, part: str, limit: int) -> list[str]:
    """The long stems that end with a part."""
    reversed_part = part[::-1]
    select = "SELECT reversed FROM compounds WHERE reversed >= ? AND reversed < ? LIMIT ?"
    return [stem[::-1] for (stem,) in connection.execute(select, (reversed_part, reversed_part + _LAST, limit))]


class VocabularyUpdater:
    """Adds the words of queued documents, a few documents at a time. It remembers known words, which need no writing."""

    def __init__(self, layouts: Mapping[str, Layout]) -> None:
        self._layouts = layouts
        self._known: dict[str, set[str]] = {}
        self._schema_version = 0

    def update(self, connection: sqlite3.Connection) -> bool:
        """Add the words of the next few documents, in a transaction of its own; true if there were any."""
        connection.execute("BEGIN IMMEDIATE")
        self._forget_if_rebuilt(connection)
        rows = connection.execute("SELECT name, number FROM unlearnt LIMIT ?", (BATCH,)).fetchall()
        new: dict[str, set[str]] = {}
        for table, number in rows:
            terms = self._terms(connection, table, number)
            if terms is not None:
                fresh = self._add_words(connection, terms, new.setdefault(terms.language, set()))
                new[terms.language] |= fresh
        connection.executemany("DELETE FROM unlearnt WHERE name = ? AND number = ?", rows)
        connection.execute("COMMIT")
        for language, fresh in new.items():
            self._remember(language, fresh)
        return bool(rows)

    def _terms(self, connection: sqlite3.Connection, table: str, number: int) -> Terms | None:
        layout = self._layouts.get(table)
        if layout is None or layout.terms is None:
            return None
        select = f"SELECT {bodies.COLUMNS} FROM {documents_of(table)} WHERE id = ?"
        row = connection.execute(select, (number,)).fetchone()
        if row is None:
            return None
        return layout.terms(bodies.document_or_stand_in(table, layout, bodies.StoredBody._make(row)))

    def _add_words(self, connection: sqlite3.Connection, terms: Terms, fresh: set[str]) -> set[str]:
        """Store the new words of a document; gives them."""
        words = {*terms.title.split(), *terms.body.split()} - self._known.get(terms.language, set()) - fresh
        stems = {form: terms.stem(form) for form in sorted(words)}
        connection.executemany("INSERT OR IGNORE INTO forms (form, stem) VALUES (?, ?)", stems.items())
        long = sorted({stem[::-1] for stem in stems.values() if len(stem) >= COMPOUND_LENGTH})
        connection.executemany("INSERT OR IGNORE INTO compounds VALUES (?)", [(one,) for one in long])
        return words

    def _remember(self, language: str, words: set[str]) -> None:
        known = self._known.setdefault(language, set())
        if len(known) > _MOST_KNOWN:
            known.clear()
        known |= words

    def _forget_if_rebuilt(self, connection: sqlite3.Connection) -> None:
        """Forget the known words if any program has rebuilt the index, which creates its tables anew."""
        version = int(connection.execute("PRAGMA schema_version").fetchone()[0])
        if version != self._schema_version:
            self._schema_version = version
            self._known.clear()
