"""The library beside stock TinyDB, its caching middleware and bare SQLite, at several sizes, in one run.

    python -m bench.store --sizes 100 1000 10000 50000
    python -m bench.store --sizes 50000 --sides library sqlite

Each side runs in a process of its own on the same invented reports of 3 kB (bench/reports.py), and commits durably if it can:
SQLite with synchronous=FULL, stock TinyDB with the fsync of its storage, the caching middleware not until it is closed. Times
are in milliseconds: the median and the 95th percentile (p95). `cpu` is processor time for each operation, which a busy machine
affects less than wall time; `sync` is the time that the disk needs to sync 4 kB, measured in the same minute. Memory is the
peak of the process, including the texts of the sample.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from bench.reports import Reports
from bench.store_sides import SIDES, TheLibrary
from briefing.article import Article, PublicationDate, laid_out

SIZES = (100, 1_000, 10_000, 50_000)
SAMPLE = 300


def measured(name: str, folder: Path, corpus: Path, size: int) -> dict[str, Any]:
    """Fill one side with the first `size` reports of the corpus, and measure it with the next ones."""
    articles = _read(corpus)
    side = SIDES[name](folder)
    begun = time.perf_counter()
    side.fill(islice(articles, size))
    figures: dict[str, Any] = {"side": name, "size": size, "fill s": round(time.perf_counter() - begun, 1)}
    side.settle()
    side.close()
    sample = 5 if side.few and size >= 1000 else 30 if side.few else SAMPLE
    new = list(islice(articles, sample))
    vocabulary = Reports().vocabulary

    begun = time.perf_counter()
    side = SIDES[name](folder)
    side.screen()
    figures["open"] = round(1e3 * (time.perf_counter() - begun), 2)
    used = time.process_time()
    figures["sync"] = _times(_synced(folder / "sync"), [()] * 100)
    figures["insert"] = _times(side.insert, ((article,) for article in new))
    figures["insert cpu"] = round(1e3 * (time.process_time() - used) / len(new), 2)
    numbers = [1 + (place * 7919) % size for place in range(sample)]
    used = time.process_time()
    figures["update"] = _times(side.update, ((number, f"new title {number}") for number in numbers))
    figures["update cpu"] = round(1e3 * (time.process_time() - used) / len(numbers), 2)
    figures["mark read"] = _times(side.mark, ((number,) for number in numbers))
    side.settle()
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
    return figures | _footprint(folder)


def _footprint(folder: Path) -> dict[str, Any]:
    """The peak memory of this process, and the size of the files, in MB."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        "memory MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "disk MB": round(sum(path.stat().st_size for path in files) / 1e6, 1),
    }


def _synced(path: Path) -> Callable[[], None]:
    """A function that appends 4 kB to a file and syncs it."""

    def synced() -> None:
        with path.open("ab") as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())

    return synced


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
    """Measure the sides and print a table for each size."""
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
