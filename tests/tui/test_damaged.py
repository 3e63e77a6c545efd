"""Damaged articles and notes on the screens: shown as such, opened with one line that says what to do."""

from pathlib import Path

from briefing.ingest.text import read_article
from briefing.note import Note
from store import Library
from tests.tui.app import HARBOUR, QUAY, press, running, seen


async def test_a_damaged_article_is_listed_as_damaged_and_does_not_open(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        for text in (HARBOUR, QUAY):
            library.articles.add(read_article(text.encode(), name="a.txt"))
        library.notes.add(Note("", "navragen bij de kapitein", article="1"))
    path = tmp_path / "library" / "library.db"
    data = bytearray(path.read_bytes())
    for found in (b'"title":"De haven van Delfhuizen gaat', b"navragen bij"):
        at = data.find(found)
        data[at : at + 3] = b'"\xff\\'
    path.write_bytes(data)
    async with running(tmp_path, texts=(), start=0, size=(160, 40)) as (app, pilot):
        assert "damaged: de haven van delfhuizen" in seen(app)
        await press(pilot, "G", "enter")
        assert "is damaged. Run: briefing library check" in seen(app)
        await press(pilot, "A")
        assert "damaged: ?" in seen(app)
