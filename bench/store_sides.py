"""The storages that bench/store.py compares."""

import sqlite3
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from briefing.article import Article
from briefing.message import Message
from store import ArticleEdit, ArticleFilter, Library

BATCH = 500
OUTLET = "De Courant"


class Side(Protocol):
    """One way to store articles."""

    few: bool
    """Whether operations may be so slow that only a few are measured."""

    def __init__(self, folder: Path) -> None: ...
    def fill(self, articles: Iterable[Article]) -> None:
        """Store many articles."""

    def insert(self, article: Article) -> None:
        """Store one article durably."""

    def update(self, number: int, title: str) -> None:
        """Change the title of an article durably."""

    def mark(self, number: int) -> None:
        """Mark an article as read durably."""

    def settle(self) -> None:
        """Wait for background work."""

    def get(self, number: int) -> str:
        """The text of an article."""

    def screen(self) -> int:
        """Read the first screenful of a list; gives the number of rows."""

    def filter(self) -> int:
        """Read a screenful of the articles of one outlet, newest first; gives the number of rows."""

    def search(self, words: str, *, typing: bool) -> int:
        """Find a screenful of articles with the words; gives their number."""

    def close(self) -> None:
        """Close the files."""


class TheLibrary:
    """The library of this project."""

    few = False

    def __init__(self, folder: Path) -> None:
        self._library = Library.open(folder / "library")

    def fill(self, articles: Iterable[Article]) -> None:
        """Store many articles, some hundreds in each transaction."""
        rest = iter(articles)
        while batch := list(islice(rest, BATCH)):
            with self._library.transaction(Message.of("library.did.import")):
                for article in batch:
                    self._library.articles.add(article)

    def insert(self, article: Article) -> None:
        """Store and index one article durably."""
        self._library.articles.add(article)

    def update(self, number: int, title: str) -> None:
        """Change and index the title of an article."""
        self._library.articles.edit(str(number), ArticleEdit(title=title))

    def mark(self, number: int) -> None:
        """Mark an article as read, with undo."""
        self._library.articles.mark_read(str(number))

    def settle(self) -> None:
        """Wait for the vocabulary, and for the merging of the index, which takes up to two seconds."""
        self._library.maintenance.finish_index()
        time.sleep(2)

    def get(self, number: int) -> str:
        """The text of an article."""
        return self._library.articles.get(str(number)).text

    def screen(self) -> int:
        """Fifty rows and the counts."""
        self._library.articles.count()
        return len(self._library.articles.records(ArticleFilter(limit=50)))

    def filter(self) -> int:
        """Fifty rows of an outlet, newest first."""
        return len(self._library.articles.records(ArticleFilter(outlet=OUTLET, order="published", limit=50)))

    def search(self, words: str, *, typing: bool) -> int:
        """Twenty hits with snippets."""
        return len(self._library.full_text.search(words, limit=20, typing=typing))

    def close(self) -> None:
        """Close the files."""
        self._library.close()

    def sizes(self) -> tuple[int, int]:
        """The size of the texts and of the search index, in bytes."""
        figures = self._library.maintenance.statistics()
        return figures.text, figures.index


class StockTinyDB:
    """TinyDB as it comes: one JSON file."""

    few = True

    def __init__(self, folder: Path) -> None:
        from tinydb import TinyDB

        folder.mkdir(exist_ok=True)
        self._db = TinyDB(folder / "stock.json", **self._options())

    def _options(self) -> dict[str, Any]:
        return {}

    def fill(self, articles: Iterable[Article]) -> None:
        """Store all articles in one call."""
        self._db.insert_multiple(map(_document, articles))

    def insert(self, article: Article) -> None:
        """Store one article: the whole file is written."""
        self._db.insert(_document(article))

    def update(self, number: int, title: str) -> None:
        """Change a title: the whole file is written."""
        self._db.update({"title": title}, doc_ids=[number])

    def mark(self, number: int) -> None:
        """Mark an article as read: the whole file is written."""
        self._db.update({"unread": False}, doc_ids=[number])

    def settle(self) -> None:
        """There is no background work."""

    def get(self, number: int) -> str:
        """The text of an article."""
        found = self._db.get(doc_id=number)
        return str(found["text"])

    def screen(self) -> int:
        """Fifty rows and the count."""
        return len(self._db.all()[-50:])

    def filter(self) -> int:
        """Fifty rows of an outlet, newest first."""
        from tinydb import where

        self._db.clear_cache()
        found = self._db.search(where("outlet") == OUTLET)
        return len(sorted(found, key=lambda one: str(one["published"]), reverse=True)[:50])

    def search(self, words: str, *, typing: bool) -> int:
        """Twenty articles that contain the words; typing finds the same."""
        del typing
        from tinydb import where

        self._db.clear_cache()
        return len(self._db.search(where("text").test(lambda text: words in str(text).lower()))[:20])

    def close(self) -> None:
        """Close the file."""
        self._db.close()


class CachedTinyDB(StockTinyDB):
    """TinyDB with its caching middleware: a crash loses the last writes."""

    def _options(self) -> dict[str, Any]:
        from tinydb import JSONStorage
        from tinydb.middlewares import CachingMiddleware

        caching: Any = CachingMiddleware
        return {"storage": caching(JSONStorage)}


class BareSQLite:
    """Bare SQLite: one table, one index, and a full-text index without stems or compounds."""

    few = False

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self._connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE IF NOT EXISTS articles"
            " (id INTEGER PRIMARY KEY, title, outlet, language, published, text, unread DEFAULT 1);"
            "CREATE INDEX IF NOT EXISTS outlets ON articles (outlet, published);"
            "CREATE VIRTUAL TABLE IF NOT EXISTS words"
            " USING fts5(title, text, content=articles, content_rowid=id, tokenize='unicode61 remove_diacritics 2')"
        )

    def fill(self, articles: Iterable[Article]) -> None:
        """Store many articles, some hundreds in each transaction."""
        rest = iter(articles)
        while batch := list(islice(rest, BATCH)):
            self._connection.execute("BEGIN")
            for article in batch:
                self._put(article)
            self._connection.execute("COMMIT")

    def _put(self, article: Article) -> None:
        row = _document(article)
        made = self._connection.execute(
            "INSERT INTO articles (title, outlet, language, published, text)"
            " VALUES (:title, :outlet, :language, :published, :text)",
            row,
        )
        self._connection.execute(
            "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (made.lastrowid, row["title"], row["text"])
        )

    def insert(self, article: Article) -> None:
        """Store and index one article durably."""
        self._connection.execute("BEGIN")
        self._put(article)
        self._connection.execute("COMMIT")

    def update(self, number: int, title: str) -> None:
        """Change and index the title of an article."""
        row = self._connection.execute("SELECT title, text FROM articles WHERE id = ?", (number,)).fetchone()
        self._connection.execute("BEGIN")
        self._connection.execute(
            "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", (number, *row)
        )
        self._connection.execute("UPDATE articles SET title = ? WHERE id = ?", (title, number))
        self._connection.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, title, row[1]))
        self._connection.execute("COMMIT")

    def mark(self, number: int) -> None:
        """Mark an article as read."""
        self._connection.execute("UPDATE articles SET unread = 0 WHERE id = ?", (number,))

    def settle(self) -> None:
        """There is no background work."""

    def get(self, number: int) -> str:
        """The text of an article."""
        return str(self._connection.execute("SELECT text FROM articles WHERE id = ?", (number,)).fetchone()[0])

    def screen(self) -> int:
        """Fifty rows and the count."""
        self._connection.execute("SELECT count(*) FROM articles").fetchone()
        return len(self._rows("SELECT id, title, outlet, published FROM articles ORDER BY id DESC LIMIT 50"))

    def filter(self) -> int:
        """Fifty rows of an outlet, newest first."""
        where = "SELECT id, title, outlet, published FROM articles WHERE outlet = ? ORDER BY published DESC LIMIT 50"
        return len(self._rows(where, OUTLET))

    def search(self, words: str, *, typing: bool) -> int:
        """Twenty hits with the snippets of FTS5."""
        query = " ".join(f'"{word}"' for word in words.split()) + ("*" if typing else "")
        found = (
            "SELECT rowid, snippet(words, 1, '[', ']', '…', 20) FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
        )
        return len(self._rows(found, query))

    def _rows(self, statement: str, *values: str) -> list[Any]:
        return self._connection.execute(statement, values).fetchall()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


SIDES: dict[str, type[Side]] = {
    "library": TheLibrary,
    "sqlite": BareSQLite,
    "tinydb": StockTinyDB,
    "tinydb-cached": CachedTinyDB,
}


def _document(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "language": article.language,
        "published": str(article.published),
        "text": article.text,
    }
