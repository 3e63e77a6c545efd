"""The library side by side with stock TinyDB, its caching middleware and bare SQLite, at several sizes, in one run.

    python -m bench.store --sizes 100 1000 10000 50000
    python -m bench.store --sizes 50000 --sides library sqlite

Each side works in a process of its own on the same made-up reports of 3 kB (bench/reports.py), and commits durably where
it can: SQLite with synchronous=FULL, stock TinyDB with the fsync of its storage, the caching middleware not at all until it
is closed. Times are in milliseconds: the median and the 95th percentile (p95). `cpu` is the processor's time for one insert, which
a busy machine changes less than the clock. Memory is the peak of the process, the texts of the sample among it.
"""

import argparse
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from bench.reports import Reports
from briefing.article import Article, PublicationDate, laid_out
from briefing.message import Message
from store import ArticleEdit, ArticleFilter, Library

SIZES = (100, 1_000, 10_000, 50_000)
SAMPLE = 300
_BATCH = 500
_OUTLET = "De Courant"


class Side(Protocol):
    """One way of keeping articles."""

    few: bool
    """Whether an operation may take so long that a few have to do."""

    def __init__(self, folder: Path) -> None: ...
    def fill(self, articles: Iterable[Article]) -> None:
        """Keep many articles at once."""

    def insert(self, article: Article) -> None:
        """Keep one article durably."""

    def update(self, number: int, title: str) -> None:
        """Give an article another title, durably."""

    def get(self, number: int) -> str:
        """The text of an article."""

    def screen(self) -> int:
        """What the first screenful of a list needs; how many rows."""

    def filter(self) -> int:
        """A screenful of the articles of one outlet, newest first; how many rows."""

    def search(self, words: str, *, typing: bool) -> int:
        """A screenful of the articles that hold the words; how many."""

    def close(self) -> None:
        """Let go of the files."""


class TheLibrary:
    """The library of this project."""

    few = False

    def __init__(self, folder: Path) -> None:
        self._library = Library.open(folder / "library")

    def fill(self, articles: Iterable[Article]) -> None:
        """Keep many articles, some hundreds in a transaction."""
        rest = iter(articles)
        while batch := list(islice(rest, _BATCH)):
            with self._library.together(Message.of("library.did.import")):
                for article in batch:
                    self._library.add_article(article)

    def insert(self, article: Article) -> None:
        """Keep one article durably, with its full text."""
        self._library.add_article(article)

    def update(self, number: int, title: str) -> None:
        """Give an article another title, in the full text too."""
        self._library.edit_article(str(number), ArticleEdit(title=title))

    def get(self, number: int) -> str:
        """The text of an article."""
        return self._library.article(str(number)).text

    def screen(self) -> int:
        """Fifty rows and the counts."""
        self._library.count()
        return len(self._library.records(ArticleFilter(limit=50)))

    def filter(self) -> int:
        """Fifty rows of an outlet, newest first."""
        return len(self._library.records(ArticleFilter(outlet=_OUTLET, order="published", limit=50)))

    def search(self, words: str, *, typing: bool) -> int:
        """Twenty hits with snippets."""
        return len(self._library.search(words, limit=20, typing=typing))

    def close(self) -> None:
        """Let go of the files."""
        self._library.close()

    def sizes(self) -> tuple[int, int]:
        """The bytes of the texts and of the full text."""
        figures = self._library.statistics()
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
        """Keep many articles in one go."""
        self._db.insert_multiple(map(_document, articles))

    def insert(self, article: Article) -> None:
        """Keep one article: the whole file is written."""
        self._db.insert(_document(article))

    def update(self, number: int, title: str) -> None:
        """Give an article another title: the whole file is written."""
        self._db.update({"title": title}, doc_ids=[number])

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
        found = self._db.search(where("outlet") == _OUTLET)
        return len(sorted(found, key=lambda one: str(one["published"]), reverse=True)[:50])

    def search(self, words: str, *, typing: bool) -> int:
        """Twenty articles with the words somewhere in them, which is what typing finds too."""
        del typing
        from tinydb import where

        self._db.clear_cache()
        return len(self._db.search(where("text").test(lambda text: words in str(text).lower()))[:20])

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


class CachedTinyDB(StockTinyDB):
    """TinyDB with its caching middleware: what was written last is lost in a crash."""

    def _options(self) -> dict[str, Any]:
        from tinydb import JSONStorage
        from tinydb.middlewares import CachingMiddleware

        caching: Any = CachingMiddleware
        return {"storage": caching(JSONStorage)}


class BareSQLite:
    """The least that SQLite can do for it: one table, one index, one full text without stems or compounds."""

    few = False

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self._connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self._connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE IF NOT EXISTS articles"
            " (id INTEGER PRIMARY KEY, title, outlet, language, published, text);"
            "CREATE INDEX IF NOT EXISTS outlets ON articles (outlet, published);"
            "CREATE VIRTUAL TABLE IF NOT EXISTS words"
            " USING fts5(title, text, content=articles, content_rowid=id, tokenize='unicode61 remove_diacritics 2')"
        )

    def fill(self, articles: Iterable[Article]) -> None:
        """Keep many articles, some hundreds in a transaction."""
        rest = iter(articles)
        while batch := list(islice(rest, _BATCH)):
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
        """Keep one article durably, with its full text."""
        self._connection.execute("BEGIN")
        self._put(article)
        self._connection.execute("COMMIT")

    def update(self, number: int, title: str) -> None:
        """Give an article another title, in the full text too."""
        row = self._connection.execute("SELECT title, text FROM articles WHERE id = ?", (number,)).fetchone()
        self._connection.execute("BEGIN")
        self._connection.execute(
            "INSERT INTO words (words, rowid, title, text) VALUES ('delete', ?, ?, ?)", (number, *row)
        )
        self._connection.execute("UPDATE articles SET title = ? WHERE id = ?", (title, number))
        self._connection.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, title, row[1]))
        self._connection.execute("COMMIT")

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
        return len(self._rows(where, _OUTLET))

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
        """Let go of the file."""
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


def measured(name: str, folder: Path, corpus: Path, size: int) -> dict[str, Any]:
    """Fill one side with the first `size` reports of the corpus and measure it with the reports after them."""
    articles = _read(corpus)
    side = SIDES[name](folder)
    begun = time.perf_counter()
    side.fill(islice(articles, size))
    figures: dict[str, Any] = {"side": name, "size": size, "fill s": round(time.perf_counter() - begun, 1)}
    side.close()
    sample = 5 if side.few and size >= 1000 else 30 if side.few else SAMPLE
    new = list(islice(articles, sample))
    vocabulary = Reports().vocabulary

    begun = time.perf_counter()
    side = SIDES[name](folder)
    side.screen()
    figures["open"] = round(1e3 * (time.perf_counter() - begun), 2)
    used = time.process_time()
    figures["insert"] = _times(side.insert, ((article,) for article in new))
    figures["insert cpu"] = round(1e3 * (time.process_time() - used) / len(new), 2)
    numbers = [1 + (place * 7919) % size for place in range(sample)]
    figures["update"] = _times(side.update, ((number, f"new title {number}") for number in numbers))
    figures["get"] = _times(side.get, ((number,) for number in numbers))
    figures["filter"] = _times(side.filter, [()] * min(sample, 50))
    rare, middling, common = vocabulary[20_000:20_100], vocabulary[1_000:1_100], vocabulary[:100]
    words = [word for group in (rare, middling, common) for word in group[: max(2, min(sample, 100))]]
    figures["search"] = _times(partial(side.search, typing=False), ((word,) for word in words))
    typed = [word[:end] for word in vocabulary[500:530] for end in range(2, len(word))][: max(2, sample)]
    figures["typing"] = _times(partial(side.search, typing=True), ((word,) for word in typed))
    if isinstance(side, TheLibrary):
        figures["texts MB"], figures["index MB"] = (round(part / 1e6, 1) for part in side.sizes())
    side.close()
    figures["memory MB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    files = [path for path in folder.rglob("*") if path.is_file()]
    figures["disk MB"] = round(sum(path.stat().st_size for path in files) / 1e6, 1)
    return figures


def _times(action: Callable[..., object], calls: Iterable[tuple[Any, ...]]) -> tuple[float, float]:
    """The median and the 95th percentile of the calls, in milliseconds."""
    times = []
    for arguments in calls:
        begun = time.perf_counter()
        action(*arguments)
        times.append(1e3 * (time.perf_counter() - begun))
    times.sort()
    return round(times[len(times) // 2], 2), round(times[min(len(times) - 1, int(len(times) * 0.95))], 2)


def _write(corpus: Path, count: int) -> None:
    """Write the reports to a file, once for all sides."""
    with corpus.open("w", encoding="utf-8") as file:
        for article in Reports().articles(count):
            parts = [paragraph.text for paragraph in article.paragraphs]
            row = (
                article.title,
                article.language,
                article.outlet,
                asdict(article.published or PublicationDate(1)),
                parts,
            )
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _read(corpus: Path) -> Iterator[Article]:
    with corpus.open(encoding="utf-8") as file:
        for line in file:
            title, language, outlet, published, parts = json.loads(line)
            paragraphs = laid_out((text, "body") for text in parts)
            yield Article("", title, language, paragraphs, outlet, None, PublicationDate(**published))


def main() -> None:
    """Measure the sides asked for at the sizes asked for, and print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--sides", nargs="+", choices=SIDES, default=list(SIDES))
    parser.add_argument("--one", nargs=4, metavar=("SIDE", "FOLDER", "CORPUS", "SIZE"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        name, folder, corpus, size = asked.one
        print(json.dumps(measured(name, Path(folder), Path(corpus), int(size))))
        return
    base = Path(tempfile.mkdtemp(prefix="briefing-bench-"))
    try:
        _write(base / "corpus.jsonl", max(asked.sizes) + SAMPLE)
        for size in asked.sizes:
            rows = [_one(base, name, size) for name in asked.sides]
            _print(size, rows)
    finally:
        shutil.rmtree(base)


def _one(base: Path, name: str, size: int) -> dict[str, Any]:
    folder = base / f"{name}-{size}"
    folder.mkdir()
    command = [sys.executable, "-m", "bench.store", "--one", name, str(folder), str(base / "corpus.jsonl"), str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    shutil.rmtree(folder)
    return dict(json.loads(done.stdout))


def _print(size: int, rows: list[dict[str, Any]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row if name not in {"side", "size"}))
    print(f"\n{size} articles (milliseconds: median / p95)\n")
    print("| | " + " | ".join(row["side"] for row in rows) + " |")
    print("|---" * (len(rows) + 1) + "|")
    for name in names:
        print(f"| {name} | " + " | ".join(_shown(row.get(name)) for row in rows) + " |", flush=True)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return f"{value[0]} / {value[1]}" if isinstance(value, list) else str(value)


if __name__ == "__main__":
    main()
