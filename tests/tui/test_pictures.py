"""Pictures of whole screens, in both languages, from narrow to wide. After a change that is meant: pytest --snapshot-update."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from briefing.ingest.text import read_article
from locales import activate
from store import Library
from tests.tui.app import HARBOUR, QUAY, settled
from tests.tui.fixed import FixedAnalysis
from tui.app import BriefingApp
from tui.settings import Settings

PICTURES = [
    ("library", "nl", (80, 24), 0, ()),
    ("library", "en", (120, 30), 0, ("space",)),
    ("compare", "nl", (80, 24), 2, ("n", "n")),
    ("compare", "nl", (120, 40), 2, ("n", "n", "n")),
    ("compare", "en", (200, 50), 2, ("right_square_bracket",)),
    ("compare-light", "en", (120, 30), 2, ("f3", "n")),
    ("compare-ascii", "nl", (120, 30), 2, ("n",)),
    ("reader", "en", (80, 24), 1, ("t",)),
    ("reader", "nl", (120, 30), 1, ("t", "t", "n")),
    ("help", "nl", (80, 24), 2, ("question_mark",)),
    ("note", "en", (80, 24), 1, ("n", "a", "o", "k")),
    ("summary", "nl", (120, 30), 2, ("s",)),
    ("correct", "en", (120, 30), 2, ("n", "v")),
    ("ledger", "en", (120, 30), 2, ("L",)),
    ("matrix", "nl", (80, 24), 2, ("L", "v", "l")),
    ("drift", "nl", (120, 40), 2, ("L", "v", "v", "j")),
    ("drift-ascii", "en", (80, 24), 2, ("L", "v", "v")),
    ("sources", "en", (200, 50), 2, ("L", "v", "v", "v")),
    ("versions-light", "en", (120, 30), 1, ("f3", "H", "j")),
    ("claim-editor", "nl", (80, 24), 1, ("n", "n", "V")),
]


@pytest.fixture
def picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, int], BriefingApp]]:
    monkeypatch.setattr(BriefingApp, "analysis", lambda _app: FixedAnalysis())
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    with Library.open(tmp_path / "library") as library:

        def made(name: str, language: str, opened: int) -> BriefingApp:
            activate(language)
            signs = "ascii" if "ascii" in name else "unicode"
            (tmp_path / "settings.toml").write_text(f'signs = "{signs}"\noffered = ["nl-en", "en-nl"]')
            ids = [library.articles.add(read_article(text.encode(), name="-")).article.id for text in (HARBOUR, QUAY)]
            return BriefingApp(
                lambda: library, start=tuple(ids[:opened]), settings=Settings.read(tmp_path / "settings.toml")
            )

        yield made


@pytest.mark.parametrize(
    ("name", "language", "size", "opened", "keys"),
    PICTURES,
    ids=[f"{name}-{language}-{size[0]}" for name, language, size, _opened, _keys in PICTURES],
)
def test_the_screen_looks_as_in_the_picture(
    snap_compare: Callable[..., bool],
    picture: Callable[[str, str, int], BriefingApp],
    name: str,
    language: str,
    size: tuple[int, int],
    opened: int,
    keys: tuple[str, ...],
) -> None:
    async def press_keys(pilot: "Pilot[None]") -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        for field in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
            field.cursor_blink = False

    assert snap_compare(picture(name, language, opened), terminal_size=size, run_before=press_keys)
