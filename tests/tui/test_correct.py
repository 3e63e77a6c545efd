"""What a user says of claims and links, and that it wins."""

from collections.abc import Callable
from pathlib import Path

from tests.tui.app import HARBOUR, QUAY, press, running, seen
from tui.screens.compare.screen import CompareScreen
from tui.screens.dialogs.correction import CorrectionDialog
from tui.screens.reader.screen import ReaderScreen


async def choose(app: object, pilot: object, words: str) -> None:
    dialog = app.screen  # type: ignore[attr-defined]
    assert isinstance(dialog, CorrectionDialog)
    place = next(n for n, choice in enumerate(dialog._choices) if words in choice.words)
    await press(pilot, *["down"] * place, "enter")  # type: ignore[arg-type]


async def test_a_rejected_claim_is_marked_no_longer_until_undo(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n")
        assert reader.cursor.current is not None
        rejected, count = reader.cursor.current[1], len(reader.text.claims.all[0])
        await press(pilot, "v")
        await choose(app, pilot, "not a claim")
        assert rejected.content not in [claim.content for claim in reader.text.claims.all[0]]
        assert len(reader.text.claims.all[0]) == count - 1
        await press(pilot, "u")
        for _wait in range(50):
            if len(reader.text.claims.all[0]) == count:
                break
            await press(pilot)
        assert len(reader.text.claims.all[0]) == count


async def test_a_changed_certainty_shows_in_the_text_and_on_the_card(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "v")
        await choose(app, pilot, "presented as: probable")
        assert reader.cursor.current is not None
        assert reader.cursor.current[1].certainty == "probable"
        assert app.signs.certainty["probable"] in seen(app)


async def test_another_source_is_asked_for_by_name(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        await press(pilot, "n", "v")
        await choose(app, pilot, "Somebody else")
        app.screen.query_one("#answer").value = "Havenraad"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "Havenraad" in seen(app)


async def until(pilot: object, holds: Callable[[], bool]) -> None:
    for _wait in range(50):
        if holds():
            return
        await press(pilot)  # type: ignore[arg-type]
    assert holds()


def words(reader: ReaderScreen) -> dict[str, str]:
    """The parts of the current claim in the words of the text."""
    assert reader.cursor.current is not None
    claim, text = reader.cursor.current[1], reader.article.text
    parts = {"content": claim.content, "cue": claim.cue, "source": claim.source and claim.source.extent}
    return {name: extent.span.of(text) for name, extent in parts.items() if extent}


async def test_the_ends_of_the_content_move_by_words_and_what_was_set_is_marked(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, size=(80, 24)) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n")
        assert words(reader)["content"] == "De sluiting zou 48 miljoen euro kosten"
        await press(pilot, "V", "left", "left", "shift+right")
        assert "[sluiting zou 48 miljoen]" in " ".join(seen(app).split())
        await press(pilot, "right", "enter")
        assert words(reader)["content"] == "sluiting zou 48 miljoen euro"
        app.clear_notifications()
        await press(pilot)
        assert "corrected by you" in " ".join(seen(app).split())


async def test_the_words_the_kind_and_the_cue_of_the_source_are_set(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n")
        assert words(reader)["source"] == "een ingewijde"
        await press(pilot, "V", "down", "w", "w", "w", "b", "right", "down", "down", "right", "down", "b", "b", "enter")
        assert words(reader) | {"content": ""} == {"content": "", "source": "aan persbureau", "cue": "euro"}
        assert reader.cursor.current is not None
        assert reader.cursor.current[1].source is not None
        assert (reader.cursor.current[1].source.name, reader.cursor.current[1].source.kind) == (
            "aan persbureau",
            "document",
        )


async def test_a_name_is_written_for_the_words_of_a_source(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1, size=(80, 24)) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n", "V", "e")
        app.screen.query_one("#answer").value = "Jan Visser"  # type: ignore[attr-defined]
        await press(pilot, "enter", "enter")
        assert reader.cursor.current is not None
        assert reader.cursor.current[1].source is not None
        assert reader.cursor.current[1].source.name == "Jan Visser"
        assert "“een ingewijde”, that is Jan Visser" in " ".join(seen(app).split())


async def test_a_source_and_a_cue_are_taken_away(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n", "V", "down", "backspace", *["down"] * 3, "backspace", "enter")
        assert words(reader).keys() == {"content"}


async def test_a_claim_that_was_not_marked_is_added_with_its_parts_and_taken_back(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(QUAY,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        reader.view.page.go_to(0, reader.article.text.index("Er werd"))
        await press(pilot)
        assert reader.cursor.current is None
        count = len(reader.text.claims.all[0])
        await press(pilot, "v")
        await choose(app, pilot, "Add a claim here")
        await press(pilot, *["left"] * 20, "right", "right", "down", "right", "down", "down", "right", "enter")
        assert words(reader) == {"content": "De kade van", "source": "Delfhuizen"}
        assert reader.cursor.current is not None
        assert reader.cursor.current[1] in reader.text.claims.marked[0]
        assert "added by you" in seen(app)
        await press(pilot, "v")
        await choose(app, pilot, "Undo your last correction")
        assert len(reader.text.claims.all[0]) == count
        await press(pilot, "u")
        await until(pilot, lambda: len(reader.text.claims.all[0]) == count + 1)


async def test_another_claim_is_added_to_a_sentence_that_has_one(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n")
        count = len(reader.text.claims.all[0])
        await press(pilot, "v")
        await choose(app, pilot, "another claim")
        assert "Add a claim" in seen(app)
        await press(pilot, *["shift+right"] * 10, "enter")
        assert len(reader.text.claims.all[0]) == count + 1


async def test_what_was_said_to_be_no_claim_is_one_after_all(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n")
        count = len(reader.text.claims.all[0])
        await press(pilot, "v")
        await choose(app, pilot, "not a claim")
        assert len(reader.text.claims.all[0]) == count - 1
        await press(pilot, "v")
        await choose(app, pilot, "after all")
        assert len(reader.text.claims.all[0]) == count


async def test_a_confirmed_claim_says_so_and_one_that_is_only_looked_at_is_left_as_it_is(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n")
        before = reader.text.claims.all
        await press(pilot, "V", "right", "left", "enter")
        assert reader.text.claims.all == before
        await press(pilot, "v")
        await choose(app, pilot, "is correct")
        assert "confirmed by you" in seen(app)


async def test_a_correction_holds_when_the_article_is_opened_anew(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        await press(pilot, "n", "n", "n", "V", "left", "enter")
        text = reader.article.text
        anew = app.analysis().claims(app.library.articles.get(reader.article.id))
        assert "De sluiting zou 48 miljoen euro" in [claim.content.span.of(text) for claim in anew]


async def test_a_pair_that_does_not_belong_together_is_taken_apart(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.view.comparison is not None
        pairs = screen.view.comparison.pairs
        screen.view.pages[0].go_to(0, pairs[0].left.start)
        await press(pilot)
        await press(pilot, "v")
        await choose(app, pilot, "do not belong together")
        assert pairs[0] not in screen.view.comparison.pairs


async def test_in_compare_a_claim_of_either_side_is_set_and_the_two_are_compared_anew(tmp_path: Path) -> None:
    async with running(tmp_path, size=(80, 24)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        before = screen.view.comparison
        text = screen.text.articles[1].text
        screen.view.page.go_to(1, text.index("De sluiting van de haven kost"))
        await press(pilot)
        assert screen.cursor.current is not None
        assert screen.cursor.current[0] == 1
        await press(pilot, "V", "left", "left", "left", "enter")
        assert screen.cursor.current[1].content.span.of(text) == "De sluiting van de haven kost"
        assert screen.view.comparison is not before
