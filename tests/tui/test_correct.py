"""What a user says of claims and links, and that it wins."""

from pathlib import Path

from tests.tui.app import HARBOUR, press, running, seen
from tui.screens.compare import CompareScreen
from tui.screens.correct import CorrectionDialogue
from tui.screens.reader import ReaderScreen


async def choose(app: object, pilot: object, words: str) -> None:
    dialogue = app.screen  # type: ignore[attr-defined]
    assert isinstance(dialogue, CorrectionDialogue)
    place = next(n for n, choice in enumerate(dialogue._choices) if words in choice.words)
    await press(pilot, *["down"] * place, "enter")  # type: ignore[arg-type]


async def test_a_rejected_claim_is_marked_no_longer_until_undo(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n")
        assert reader.current is not None
        rejected, count = reader.current[1], len(reader.claims[0])
        await press(pilot, "v")
        await choose(app, pilot, "no claim")
        assert rejected.content not in [claim.content for claim in reader.claims[0]]
        assert len(reader.claims[0]) == count - 1
        await press(pilot, "u")
        for _wait in range(50):
            if len(reader.claims[0]) == count:
                break
            await press(pilot)
        assert len(reader.claims[0]) == count


async def test_a_changed_certainty_shows_in_the_text_and_on_the_card(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "v")
        await choose(app, pilot, "presented as: probable")
        assert reader.current is not None
        assert reader.current[1].certainty == "probable"
        assert app.signs.certainty["probable"] in seen(app)


async def test_another_source_is_asked_for_by_name(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "n", "v")
        await choose(app, pilot, "Somebody else")
        app.screen.query_one("#answer").value = "Havenraad"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "Havenraad" in seen(app)


async def test_a_pair_that_does_not_belong_together_is_taken_apart(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.comparison is not None
        pairs = screen.comparison.pairs
        screen.pages[0].go_to(0, pairs[0].left.start)
        await press(pilot)
        await press(pilot, "v")
        await choose(app, pilot, "do not belong together")
        assert pairs[0] not in screen.comparison.pairs
