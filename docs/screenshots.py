"""Takes the pictures of the documentation: the app itself, on its sample articles. Run as `python docs/screenshots.py`."""

import asyncio
import re
import tempfile
from pathlib import Path

import locales
from store import Library
from tui.app import BriefingApp
from tui.samples import sample_articles
from tui.settings import Settings

FOLDER = Path(__file__).parent / "screenshots"
SIZE = (120, 36)
_REMOTE_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")

# name, language, how many of the samples are opened, the keys that are pressed
PICTURES = (
    ("library", "nl", 0, ("j",)),
    ("compare", "nl", 2, ("n", "n")),
    ("compare-en", "en", 2, ("n", "n")),
    ("reader", "nl", 1, ("n",)),
)


async def take(name: str, language: str, opened: int, keys: tuple[str, ...]) -> None:
    """Open the app as a user would, press the keys, and save what it shows without the fonts that a viewer would fetch."""
    locales.activate(language)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        ids = [library.articles.add(article).article.id for article in sample_articles()]
        settings = Settings(Path(folder) / "settings.toml", language=language)
        app = BriefingApp(lambda: library, start=tuple(ids[:opened]), settings=settings)
        async with app.run_test(size=SIZE) as pilot:
            for key in ("", *keys):
                if key:
                    await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause(0.5)
            picture = app.export_screenshot()
    (FOLDER / f"{name}.svg").write_text(_REMOTE_FONT.sub("", picture), encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        asyncio.run(take(*picture))
