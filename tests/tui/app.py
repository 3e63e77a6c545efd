"""The app over a small library of reports written for these tests, driven by keys."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled, WorkerFailed

from briefing.ingest.text import read_article
from locales import activate
from store import Library
from tui.app import BriefingApp
from tui.settings import Settings

HARBOUR = """date 2021-03-04

De haven van Delfhuizen gaat volgens het bestuur in mei dicht. "We hebben geen keus", zegt havenmeester Anna Kramer.

De sluiting zou 48 miljoen euro kosten, meldt een ingewijde aan persbureau Noord.

Reacties

De gemeente ontkent dat er banen verdwijnen. Mogelijk komt er een regeling voor het personeel.
"""
QUAY = """date 2021-03-05

De kade van Delfhuizen is oud. Er werd jaren over gepraat.

De gemeente ontkent dat er banen verdwijnen door de sluiting van de haven.

De sluiting van de haven kost 52 miljoen euro, zegt wethouder Piet Smit.

De haven van Delfhuizen gaat in mei dicht, zei het bestuur.
"""


_NO_OFFERS = 'offered = ["nl-en", "en-nl"]'


async def settled(pilot: "Pilot[None]") -> None:
    """Wait until changes are written, the workers are done, and what they posted is on the screen."""
    for _round in range(3):
        await pilot.pause()
        while isinstance(pilot.app, BriefingApp) and pilot.app.writing:
            await pilot.pause(0.01)
        # One that was cancelled in favour of a newer one, or broke down, is done, too.
        with suppress(WorkerCancelled, WorkerFailed):
            await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@asynccontextmanager
async def running(
    folder: Path,
    *,
    size: tuple[int, int] = (120, 40),
    language: str = "en",
    texts: tuple[str, ...] = (HARBOUR, QUAY),
    start: int = 2,
    settings: str = "",
) -> AsyncIterator[tuple[BriefingApp, "Pilot[None]"]]:
    """The app with the texts in its library, opened on the first `start` of them."""
    activate(language)
    path = folder / "settings.toml"
    path.write_text(f"{_NO_OFFERS}\n{settings}" if "offered" not in settings else settings, "utf-8")
    with Library.open(folder / "library") as library:
        ids = [library.articles.add(read_article(text.encode(), name="-")).article.id for text in texts]
        app = BriefingApp(lambda: library, start=tuple(ids[:start]), settings=Settings.read(path))
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            yield app, pilot


async def press(pilot: "Pilot[None]", *keys: str) -> None:
    """Press keys one after the other and wait until all is done."""
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


def seen(app: BriefingApp) -> str:
    """What stands on the screen, as plain lines."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
