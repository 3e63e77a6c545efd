"""The words of the full text: which forms a stem has, and which long stems end in what.

They are learnt after a document is kept, when nobody waits: the full text itself is written with the document, so that a
word is found as it stands at once; its other forms and compounds are found as soon as it is learnt.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from store.engine import Layout, Terms
from store.sqlite.schema import documents_of

COMPOUND_LENGTH = 8
"""Stems of this many characters or more may be compounds and are kept by their end too."""
BATCH = 20
"""So many documents are learnt in one transaction."""
_MOST_KNOWN = 60_000
_MOST_SCANNED = 2000
_LAST = "\U0010ffff"


def wait(connection: sqlite3.Connection, table: str, numbers: Iterable[int]) -> None:
    """Have the words of these documents learnt later, inside the transaction that is open."""
    connection.executemany("INSERT OR IGNORE INTO unlearnt VALUES (?, ?)", [(table, number) for number in numbers])


def backlog(connection: sqlite3.Connection) -> int:
    """How many documents wait for their words to be learnt; more than `BATCH` are not counted."""
    return int(connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM unlearnt LIMIT {BATCH + 1})").fetchone()[0])


def forget(connection: sqlite3.Connection) -> None:
    """Forget all words, inside the transaction that is open."""
    for table in ("forms", "compounds", "unlearnt"):
        connection.execute(f"DELETE FROM {table}")


def forms(connection: sqlite3.Connection, stems: Iterable[str]) -> dict[str, list[str]]:
    """By stem, the index terms that have it; a stem of none is left out."""
    select = "SELECT stem, form FROM json_each(?) CROSS JOIN forms ON stem = value"
    found: dict[str, list[str]] = {}
    for stem, form in connection.execute(select, (json.dumps(list(stems)),)):
        found.setdefault(stem, []).append(form)
    return found


def forms_from(connection: sqlite3.Connection, beginning: str, limit: int) -> list[str]:
    """The index terms that begin so, the shortest first; of a great many the first in the alphabet."""
    select = "SELECT form FROM forms WHERE form >= ? AND form < ? ORDER BY form LIMIT ?"
    found = {form for (form,) in connection.execute(select, (beginning, beginning + _LAST, _MOST_SCANNED))}
    return sorted(found, key=lambda form: (len(form), form))[:limit]


def stems_from(connection: sqlite3.Connection, beginning: str, limit: int) -> list[str]:
    """The stems that begin so."""
    select = "SELECT DISTINCT stem FROM forms WHERE stem >= ? AND stem < ? LIMIT ?"
    return [stem for (stem,) in connection.execute(select, (beginning, beginning + _LAST, limit))]


def stems_to(connection: sqlite3.Connection, end: str, limit: int) -> list[str]:
    """The long stems that end so."""
    turned = end[::-1]
    select = "SELECT reversed FROM compounds WHERE reversed >= ? AND reversed < ? LIMIT ?"
    return [stem[::-1] for (stem,) in connection.execute(select, (turned, turned + _LAST, limit))]


class Learner:
    """Learns the words that wait, a few documents at a time. It remembers what it learnt, so as not to write it again."""

    def __init__(self, layouts: Mapping[str, Layout]) -> None:
        self._layouts = layouts
        self._known: dict[str, set[str]] = {}
        self._schema_version = 0

    def learn(self, connection: sqlite3.Connection) -> bool:
        """Learn the words of the next few documents, in a transaction of its own; whether there were any."""
        connection.execute("BEGIN IMMEDIATE")
        self._forget_other_schema(connection)
        rows = connection.execute("SELECT name, number FROM unlearnt LIMIT ?", (BATCH,)).fetchall()
        new: dict[str, set[str]] = {}
        for table, number in rows:
            terms = self._terms(connection, table, number)
            if terms is not None:
                fresh = self._take_in(connection, terms, new.setdefault(terms.language, set()))
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
        row = connection.execute(f"SELECT body FROM {documents_of(table)} WHERE id = ?", (number,)).fetchone()
        return None if row is None else layout.terms(json.loads(row[0]))

    def _take_in(self, connection: sqlite3.Connection, terms: Terms, fresh: set[str]) -> set[str]:
        """Write down the words of a document that are new; gives them."""
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

    def _forget_other_schema(self, connection: sqlite3.Connection) -> None:
        """Know nothing when the full text was begun anew, by whichever program: that makes its tables anew."""
        version = int(connection.execute("PRAGMA schema_version").fetchone()[0])
        if version != self._schema_version:
            self._schema_version = version
            self._known.clear()
