"""Reading documents and selections through one connection inside a transaction."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Literal

from store.engine import Condition, Document, DocumentSelection, Key, KeyCondition, Layout, TextQuery, TextTerms
from store.sqlite import vocabulary
from store.sqlite.bodies import COLUMNS, StoredBody, document_or_stand_in
from store.sqlite.schema import documents_of, keys_of, quoted, words_of

MOST_RANKED = 400
"""Number of matches above which BM25 is skipped."""
_MOST_PHRASES_RANKED = 32
_MOST_SORTED = 2000
_BATCH = 500
_TITLE_WEIGHT = 4.0


NO_LAYOUT = Layout()
"""The layout of a table that has none of its own."""


class SqliteSnapshot:
    """One consistent state of all tables, seen through a connection in a transaction."""

    def __init__(self, connection: sqlite3.Connection, layouts: Mapping[str, Layout], columns: str = COLUMNS) -> None:
        self._connection, self._layouts, self._columns = connection, layouts, columns

    def tables(self) -> set[str]:
        """The names of the tables."""
        return {name for (name,) in self._connection.execute("SELECT name FROM tables")}

    def documents(self, table: str, ids: Sequence[int] | None = None) -> Iterator[tuple[int, Document]]:
        """The documents with these numbers, or all, by rising number; what does not exist is left out."""
        layout = self._layouts.get(table, NO_LAYOUT)
        for stored in self.bodies(table, ids):
            columns = partial(self._columns_of, table, layout, stored.number)
            yield stored.number, document_or_stand_in(table, layout, stored, columns)

    def _columns_of(self, table: str, layout: Layout, number: int) -> Mapping[str, Key]:
        if not layout.columns:
            return {}
        names = [column.name for column in layout.columns]
        select = f"SELECT {', '.join(map(quoted, names))} FROM {documents_of(table)} WHERE id = ?"
        row = self._connection.execute(select, (number,)).fetchone()
        return dict(zip(names, row, strict=True)) if row else {}

    def bodies(self, table: str, ids: Sequence[int] | None = None) -> Iterator[StoredBody]:
        """The documents as they are stored."""
        if self._exists(table):
            yield from map(StoredBody._make, self._rows(table, ids))

    def _rows(self, table: str, ids: Sequence[int] | None) -> Iterator[tuple[int, bytes, int | None]]:
        select = f"SELECT {self._columns} FROM {documents_of(table)}"
        if ids is None:
            yield from self._connection.execute(f"{select} ORDER BY id")
        elif len(ids) == 1:
            yield from self._connection.execute(f"{select} WHERE id = ?", (ids[0],))
        else:
            known = sorted(set(ids))
            for start in range(0, len(known), _BATCH):
                some = known[start : start + _BATCH]
                yield from self._connection.execute(f"{select} WHERE id IN ({_marks(some)}) ORDER BY id", some)

    def select(self, table: str, selection: DocumentSelection) -> list[int]:
        """The numbers of the documents selected, in the order asked for."""
        if not self._exists(table):
            return []
        where, values = _where(table, selection.conditions)
        statement = f"SELECT d.id FROM {documents_of(table)} AS d{where}{_ordered(selection)}"
        return [number for (number,) in self._connection.execute(statement, values)]

    def count(self, table: str, conditions: Sequence[Condition] = ()) -> int:
        """How many documents pass all conditions."""
        if not self._exists(table):
            return 0
        where, values = _where(table, conditions)
        row = self._connection.execute(f"SELECT count(*) FROM {documents_of(table)} AS d{where}", values).fetchone()
        return int(row[0])

    def match(self, text: str, match: TextQuery, table: str, selection: DocumentSelection) -> list[int]:
        """The numbers of the documents of `text` that match and, under the same number in `table`, are selected.

        Matches are ranked with BM25. For many matches or many forms it says little and costs more than the rest of the
        search: then the newest `MOST_RANKED` are given, those with the words in the title first.
        """
        if selection.order is not None:
            return self._match_in_order(text, match, table, selection)
        newest = self._newest(text, _expression(match), table, selection)
        if len(newest) < MOST_RANKED and sum(len(one.phrases) for one in match.wanted) <= _MOST_PHRASES_RANKED:
            ranked = self._ranked(text, match, newest)
        else:
            titled = TextQuery(tuple(replace(one, title=True) for one in match.wanted), match.unwanted)
            first = self._newest(text, _expression(titled), table, selection, least=min(newest, default=0))
            ranked = list(dict.fromkeys([*first, *newest]))
        end = None if selection.limit is None else selection.offset + selection.limit
        return ranked[selection.offset : end]

    def _newest(
        self, text: str, expression: str, table: str, selection: DocumentSelection, least: int = 0
    ) -> list[int]:
        """The newest `MOST_RANKED` documents that match, newest first, with at least this number."""
        found = (f"{words_of(text)} MATCH ?", "w.rowid >= ?")
        where, values = _where(table, selection.conditions, *found)
        statement = (
            f"SELECT d.id FROM {words_of(text)} AS w CROSS JOIN {documents_of(table)} AS d ON d.id = w.rowid{where}"
            f" ORDER BY w.rowid DESC LIMIT {MOST_RANKED}"
        )
        return [number for (number,) in self._connection.execute(statement, [expression, least, *values])]

    def _ranked(self, text: str, match: TextQuery, numbers: Sequence[int]) -> list[int]:
        """The matches among these numbers, best first."""
        words = words_of(text)
        statement = (
            f"SELECT rowid FROM {words} WHERE {words} MATCH ? AND rowid >= ?"
            f" ORDER BY bm25({words}, {_TITLE_WEIGHT}, 1.0), rowid DESC"
        )
        passing = set(numbers)
        rows = self._connection.execute(statement, [_expression(match), min(numbers, default=0)])
        return [number for (number,) in rows if number in passing]

    def _match_in_order(self, text: str, match: TextQuery, table: str, selection: DocumentSelection) -> list[int]:
        """The matches in the selection's order. For many matches, the ordered documents are scanned until the page is full."""
        found = f"SELECT rowid FROM {words_of(text)} WHERE {words_of(text)} MATCH ?"
        matches = {number for (number,) in self._connection.execute(found, (_expression(match),))}
        if len(matches) <= _MOST_SORTED:
            where, values = _where(table, selection.conditions, "d.id IN (SELECT value FROM json_each(?))")
            statement = f"SELECT d.id FROM {documents_of(table)} AS d{where}{_ordered(selection)}"
            return [number for (number,) in self._connection.execute(statement, [json.dumps(sorted(matches)), *values])]
        where, values = _where(table, selection.conditions)
        whole = replace(selection, limit=None, offset=0)
        rows = self._connection.execute(f"SELECT d.id FROM {documents_of(table)} AS d{where}{_ordered(whole)}", values)
        passing = (number for (number,) in rows if number in matches)
        end = None if selection.limit is None else selection.offset + selection.limit
        return list(islice(passing, selection.offset, end))

    def stems(self, part: str, place: Literal["start", "end"], limit: int) -> list[str]:
        """The stems that begin or end with a part; only long stems are found by their end."""
        found = vocabulary.stems_starting if place == "start" else vocabulary.stems_ending
        return found(self._connection, part, limit)

    def forms(self, stems: Sequence[str]) -> dict[str, list[str]]:
        """The index terms of each stem; a stem without terms is left out."""
        return vocabulary.forms(self._connection, stems)

    def known(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that are in the index."""
        return vocabulary.known(self._connection, terms)

    def completions(self, prefix: str, limit: int) -> list[str]:
        """The index terms that begin with a prefix, shortest first, at most `limit`."""
        return vocabulary.completions(self._connection, prefix, limit)

    def _exists(self, table: str) -> bool:
        if table in self._layouts:
            return True
        return self._connection.execute("SELECT 1 FROM tables WHERE name = ?", (table,)).fetchone() is not None


def storable(key: Key) -> Key:
    """The key without lone surrogates, which SQLite cannot store."""
    return key.encode("utf-8", "replace").decode() if isinstance(key, str) and not key.isascii() else key


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _where(table: str, conditions: Sequence[Condition], *first: str) -> tuple[str, list[Key]]:
    tests, values = list(first), list[Key]()
    for condition in conditions:
        test, value = _test(table, condition)
        tests.append(test)
        if value is not None:
            values.append(storable(value))
    return (f" WHERE {' AND '.join(tests)}" if tests else ""), values


def _test(table: str, condition: Condition) -> tuple[str, Key]:
    if isinstance(condition, KeyCondition):
        keys = keys_of(condition.table, condition.column)
        return f"d.id IN (SELECT key FROM {keys} WHERE id = ?)", condition.document
    name = f"d.{quoted(condition.column)}"
    if condition.relation == "has":
        return f"d.id IN (SELECT id FROM {keys_of(table, condition.column)} WHERE key = ?)", condition.value
    if condition.value is None:
        return f"{name} IS NULL", None
    sign = {"is": "=", "below": "<", "from": ">="}[condition.relation]
    return f"{name} {sign} ?", condition.value


def _ordered(selection: DocumentSelection) -> str:
    way = "DESC" if selection.descending else "ASC"
    keys = [f"d.{quoted(selection.order)} {way} NULLS LAST"] if selection.order else []
    return f" ORDER BY {', '.join([*keys, f'd.id {way}'])}{_page(selection)}"


def _page(selection: DocumentSelection) -> str:
    if selection.limit is None and not selection.offset:
        return ""
    return f" LIMIT {-1 if selection.limit is None else int(selection.limit)} OFFSET {int(selection.offset)}"


def _expression(match: TextQuery) -> str:
    wanted = " AND ".join(_alternatives(one) for one in match.wanted)
    return wanted + "".join(f" NOT {_alternatives(one)}" for one in match.unwanted)


def _alternatives(wanted: TextTerms) -> str:
    phrases = [" + ".join(f'"{term}"' for term in phrase) for phrase in wanted.phrases]
    prefixes = [f'"{prefix}" *' for prefix in wanted.prefixes]
    column = "title : " if wanted.title else ""
    return f"{column}({' OR '.join([*phrases, *prefixes])})"
