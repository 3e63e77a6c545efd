"""How soon the screens answer: the Library screen over many articles, reading and comparing long ones.

    python -m bench.screens library --size 50000
    python -m bench.screens library --folder FOLDER
    python -m bench.screens long --words 200000

The app runs without a terminal, at 120 by 40, on made-up reports (bench/reports.py). `longest` is the longest time in which
the interface could do nothing else, looked at every 2 ms: a key that is pressed waits that long at most. Memory is the
peak of the process. All times in milliseconds.
"""

import argparse
import asyncio
import random
import resource
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from textual.pilot import Pilot

from bench.reports import Reports
from briefing.article import Article, laid_out
from briefing.message import Message
from store import Library
from tui.app import BriefingApp
from tui.screens.library.screen import LibraryScreen
from tui.screens.reading.screen import ReadingScreen
from tui.settings import Settings
from tui.widgets.rows import Rows

_SIZE = (120, 40)
_BATCH = 500
_TAGS = (".", ".", ", zegt wethouder Piet Smit.", ", volgens bronnen van persbureau Noord.")


class Ticks:
    """Looks every 2 ms whether the loop still runs; `longest` is the longest pause since `begin`, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.002)
            now = time.perf_counter()
            self.longest = max(self.longest, now - last - 0.002)
            last = now

    def begin(self) -> None:
        """Forget what was."""
        self.longest = 0.0

    def stop(self) -> None:
        """Look no longer."""
        self._task.cancel()


@asynccontextmanager
async def running(
    library: Library, start: tuple[str, ...] = ()
) -> "AsyncIterator[tuple[BriefingApp, Pilot[None], Ticks]]":
    """The app over the library, with no pause for animation."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings.read(Path(folder) / "settings.toml")
        app = BriefingApp(lambda: library, start=start, settings=settings)
        ticks = Ticks()
        async with app.run_test(size=_SIZE) as pilot:
            yield app, pilot, ticks
        ticks.stop()


async def step(name: str, ticks: Ticks, holds: Callable[[], bool], act: Callable[[], object] | None = None) -> None:
    """Do something, wait until it holds, and print how long that took and how long the loop was held at most."""
    ticks.begin()
    begun = time.perf_counter()
    if act:
        act()
    while not holds():
        await asyncio.sleep(0.001)
    took = time.perf_counter() - begun
    await asyncio.sleep(0.05)
    print(f"{name:44} {1e3 * took:9.1f}  longest {1e3 * ticks.longest:8.1f}", flush=True)


def peak() -> float:
    """The peak of the memory of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fill(folder: Path, size: int) -> None:
    """A library of so many made-up reports."""
    with Library.open(folder) as library:
        articles = Reports().articles(size)
        while batch := list(islice(articles, _BATCH)):
            with library.transaction(Message.of("library.did.import")):
                for article in batch:
                    library.articles.add(article)


def seen(app: BriefingApp) -> str:
    """What stands on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())  # noqa: SLF001


def long_report(words: int, seed: int) -> Article:
    """A made-up report of about so many words, in paragraphs of some seventy, with claims in a third of its sentences."""
    made, chance = Reports(seed), random.Random(seed)
    paragraphs = [" ".join(made.words(10)).capitalize()]
    for _paragraph in range(words // 70):
        sentences = [" ".join(made.words(15)).capitalize() + chance.choice(_TAGS) for _sentence in range(4)]
        paragraphs.append(" ".join(sentences))
    return Article("", paragraphs[0], "nl", laid_out((text, "body") for text in paragraphs))


async def measure_reading(name: str, library: Library, start: tuple[str, ...]) -> None:
    """Open the reports, wait until they are analysed, and press keys."""
    begun = time.perf_counter()
    async with running(library, start) as (app, pilot, ticks):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        while not screen.view.page.lines:
            await asyncio.sleep(0.001)
        took = 1e3 * (time.perf_counter() - begun)
        print(f"{f'{name}: text seen':44} {took:9.1f}  longest {1e3 * ticks.longest:8.1f}")
        await step(f"{name}: analysed", ticks, lambda: not app.workers and screen.text.claims.is_analysed)
        for key in ("j", "pagedown", "n", "n", "G", "g", "c", "y", "a"):
            ticks.begin()
            press(app, key)
            await settled(app, pilot)
            print(f"{f'{name}: key {key}':44} {'':9}  longest {1e3 * ticks.longest:8.1f}", flush=True)


async def measure_long(folder: Path, words: int) -> None:
    """Read one long report, and compare it with a second one that shares every tenth paragraph with it."""
    one, other = long_report(words, 1), long_report(words, 2)
    shared = [
        (two if place % 10 else first).text
        for place, (first, two) in enumerate(zip(one.paragraphs, other.paragraphs, strict=True))
    ]
    other = replace(other, paragraphs=laid_out((text, "body") for text in shared))
    with Library.open(folder) as library:
        ids = tuple(library.articles.add(article).article.id for article in (one, other))
        print(f"{one.words} words each")
        for name, start in (("read", ids[:1]), ("compare", ids)):
            await measure_reading(name, library, start)
    print(f"memory: {peak():.0f} MB")


async def settled(app: BriefingApp, pilot: "Pilot[None]") -> None:
    """Wait until nothing is done beside the screen any more."""
    await pilot.pause()
    while app.workers or app.writing:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)


async def first_screenful(app: BriefingApp, begun: float) -> None:
    """Wait until the first lines of the list are drawn, and print the time since it was begun."""
    while " nl " not in seen(app):
        await asyncio.sleep(0.001)
    print(f"{'first screenful':44} {1e3 * (time.perf_counter() - begun):9.1f}")


async def measure_opening(folder: Path) -> None:
    """Open the app on a library, for comparison."""
    with Library.open(folder) as library:
        begun = time.perf_counter()
        async with running(library) as (app, _pilot, _ticks):
            await first_screenful(app, begun)


async def measure_library(folder: Path) -> None:
    """Open the library, move in the list, filter and search."""
    before = peak()
    library = Library.open(folder)
    begun = time.perf_counter()
    async with running(library) as (app, _pilot, ticks):
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        rows = screen.view.table
        await first_screenful(app, begun)
        total = library.articles.count().total
        await step("all rows", ticks, lambda: rows.count >= total)
        print(f"memory: {before:.0f} MB before, {peak():.0f} MB now", flush=True)
        for key in ("j", "pagedown", "pagedown", "G", "g"):
            await step(f"key {key}", ticks, partial(moved, rows, rows.cursor), partial(press, app, key))
        ticks.begin()
        for _page in range(100):
            press(app, "pagedown")
            await asyncio.sleep(1 / 30)
        print(f"{'100 pages down, thirty a second':44} {'':9}  longest {1e3 * ticks.longest:8.1f}")
        words = library.articles.get(library.articles.ids()[total // 2]).text.split()
        for mode, word in (("f", words[1]), ("slash", min(words, key=len)), ("slash", max(words, key=len))):
            press(app, mode)
            await asyncio.sleep(0.2)
            ticks.begin()
            for letter in word:
                press(app, letter)
                await asyncio.sleep(0.1)
            print(f"{f'{mode} {word}, ten letters a second':44} {'':9}  longest {1e3 * ticks.longest:8.1f}")
            await step("and everything found", ticks, lambda: not app.workers and bool(rows.count))
            print(f"memory: {peak():.0f} MB", flush=True)
            press(app, "escape")
            await asyncio.sleep(0.2)
        await step("mark as read", ticks, lambda: not app.writing, lambda: press(app, "m"))
        await step("and the list is read again", ticks, lambda: not app.workers)
        print(f"memory: {peak():.0f} MB")
    library.close()


def moved(rows: Rows, cursor: int) -> bool:
    """Whether the cursor of the list has left that row."""
    return rows.cursor != cursor


def press(app: BriefingApp, key: str) -> None:
    """Have a key pressed, and wait for nothing."""
    from textual import events

    character = key if len(key) == 1 else None
    app.post_message(events.Key(key, character))


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("library", "long"))
    parser.add_argument("--size", type=int, default=10_000, help="articles of a new library")
    parser.add_argument("--folder", type=Path, help="a library that is there")
    parser.add_argument("--words", type=int, default=20_000, help="words of each long article")
    asked = parser.parse_args()
    base = Path(tempfile.mkdtemp(prefix="briefing-bench-"))
    try:
        if asked.what == "library":
            if not asked.folder:
                fill(base / "library", asked.size)
            fill(base / "few", 20)
            for name, folder in (("few", base / "few"), ("many", asked.folder or base / "library")) * 2:
                print(f"{name}: ", end="")
                asyncio.run(measure_opening(folder))
            asyncio.run(measure_library(asked.folder or base / "library"))
        else:
            asyncio.run(measure_long(base / "library", asked.words))
    finally:
        shutil.rmtree(base)


if __name__ == "__main__":
    main()
