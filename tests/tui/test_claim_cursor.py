"""The claim under the cursor is one and the same for bar, highlight, card, copy and notes, however fast keys come."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.app import press, running, seen, settled
from tests.tui.fixed import FixedAnalysis
from tui.app import BriefingApp
from tui.screens.compare.screen import CompareScreen
from tui.screens.reading.screen import ReadingScreen
from tui.widgets.card import EvidenceCard

MILL = """date 2022-05-02

De molen draait weer, zegt molenaar Griet Post. Ze zegt dat de wieken nieuw zijn. Volgens de gids zou de kap lekken.

De stichting meldt dat er geld is. Het dorp is blij, aldus wethouder Jan Tol. Mogelijk komt er een feest.

Er was lang niets te zien.

De gids vreest een tweede winter. Buren ontkennen dat het geluid stoort.
"""
FARM = """date 2022-05-03

De molen draait weer, zegt molenaar Griet Post. De kap lekt niet, zegt de gids.

De stichting meldt dat er geen geld is. Het dorp is boos, aldus wethouder Jan Tol.

Buren zeggen dat het geluid stoort.
"""


_CHARACTERS = {"tab": "\t", "right_square_bracket": "]", "left_square_bracket": "["}


async def press_at_once(pilot: "Pilot[None]", keys: Sequence[str]) -> None:
    """Send all keys before the app handles the first of them: `Pilot.press` waits after each."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        event = events.Key(key, _CHARACTERS.get(key, key))
        event.set_sender(pilot.app)
        driver.send_message(event)
    await settled(pilot)


def what_is_shown(app: BriefingApp) -> tuple[object, ...]:
    """The place by the bar, the highlight and the card."""
    screen = app.screen
    assert isinstance(screen, ReadingScreen)
    page = screen.view.page
    card = screen.query_one(EvidenceCard).evidence
    return page.cursor, page.painter.lit, card and card.claim, screen.cursor.current


async def what_is_copied(app: BriefingApp, pilot: "Pilot[None]", keys: Sequence[str]) -> str:
    """The clipboard after the keys and `y`, all sent at once."""
    await press_at_once(pilot, [*keys, "y"])
    return app.clipboard


@pytest.mark.parametrize("opened", [1, 2])
@pytest.mark.parametrize(
    "keys",
    [
        ("n",) * 2,
        ("n",) * 3,
        ("n",) * 5,
        ("n", "n", "n", "N"),
        ("j", "j", "n", "n", "N", "n"),
        ("G", "N", "N"),
        ("c", "n", "n", "n"),
    ],
)
async def test_fast_keys_lead_to_the_same_place_as_slow_ones(
    tmp_path: Path, opened: int, keys: tuple[str, ...]
) -> None:
    shown, copied = [], []
    for fast in (False, True):
        folder = tmp_path / str(fast)
        folder.mkdir()
        async with running(folder, texts=(MILL, FARM), start=opened, size=(120, 30)) as (app, pilot):
            if fast:
                await press_at_once(pilot, keys)
            else:
                await press(pilot, *keys)
            shown.append(what_is_shown(app))
            copied.append(await what_is_copied(app, pilot, ()))
        assert shown[-1][2] == (shown[-1][3] or (0, None))[1]  # type: ignore[index]
    assert shown[0] == shown[1]
    assert copied[0] == copied[1]


@pytest.mark.parametrize("keys", [("n",) * 3, ("n", "n", "N"), ("n", "l", "n", "n")])
async def test_what_is_copied_at_once_is_the_claim_on_which_the_keys_end(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with running(tmp_path, texts=(MILL, FARM), size=(120, 30)) as (app, pilot):
        copied = await what_is_copied(app, pilot, keys)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        current = screen.cursor.current
        assert current is not None
        words = " ".join(screen.text.articles[current[0]].passage(current[1].span).text.split())
        assert copied.startswith(f"“{words}”")
        assert screen.query_one(EvidenceCard).evidence.claim == current[1]  # type: ignore[union-attr]


async def test_a_note_begun_at_once_is_on_the_claim_on_which_the_keys_end(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MILL,), start=1, size=(80, 24)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        await press_at_once(pilot, ("n", "n", "n", "a"))
        await press(pilot, *"why", "escape")
        (note,) = app.library.notes.find()
        assert screen.cursor.current is not None
        assert note.claim == screen.cursor.current[1].id


async def test_the_other_pane_is_entered_at_once(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(MILL, FARM), size=(120, 30)) as (app, pilot):
        await press_at_once(pilot, ("n", "tab", "G", "N", "y"))
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.cursor.current is not None
        assert screen.cursor.current[0] == 1
        assert "geluid stoort" in app.clipboard


async def test_differences_on_one_line_are_gone_through_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BriefingApp, "analysis", lambda _app: FixedAnalysis())
    left = "Het veer vaart om zes uur. Het kaartje kost drie euro. De boot is blauw."
    right = "Het veer vaart om acht uur. Het kaartje kost vijf euro. De boot is groen."
    told = (
        ("Het veer", "Het veer", "differs"),
        ("Het kaartje", "Het kaartje", "conflicts"),
        ("De boot", "De boot", "differs"),
    )
    monkeypatch.setattr("tests.tui.fixed.TOLD", told)
    async with running(tmp_path, texts=(left, right), size=(200, 30)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        sentences = []
        for keys in (["right_square_bracket"], ["right_square_bracket"] * 2, ["left_square_bracket"]):
            await press_at_once(pilot, keys)
            assert screen.cursor.here is not None
            sentences.append(screen.cursor.here.passage.text)
        assert sentences == ["Het kaartje kost drie euro.", "De boot is blauw.", "Het kaartje kost drie euro."]
        assert "Het kaartje kost" in seen(app)
