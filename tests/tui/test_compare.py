"""The Compare screen, driven by keys."""

from pathlib import Path

from tests.tui.app import HARBOUR, press, running, seen
from tui.screens.compare.screen import CompareScreen


def compare_of(app: object) -> CompareScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, CompareScreen)
    return screen


async def test_paragraphs_that_tell_the_same_begin_on_the_same_row(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _pilot):
        screen = compare_of(app)
        assert screen.view.chain
        left, right = screen.view.pages
        for one, other in screen.view.chain:
            rows = [
                next(n for n, line in enumerate(page.lines) if line.paragraph == place and line.kind != "blank")
                for page, place in ((left, one), (right, other))
            ]
            assert rows[0] == rows[1]


async def test_a_pair_out_of_order_carries_a_sign_and_enter_jumps_to_its_other_side(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = compare_of(app)
        crossing = [pair for pair in screen.view.comparison.pairs if screen.view.links.crosses(pair)]  # type: ignore[union-attr]
        assert crossing
        assert app.signs.across in seen(app)
        screen.view.pages[0].go_to(0, crossing[0].left.start)
        await press(pilot, "enter")
        assert screen.view.page is screen.view.pages[1]
        here = screen.cursor.here
        assert here is not None
        assert here.sheet == 1
        assert here.span.overlaps(crossing[0].right)


async def test_scrolling_is_locked_until_the_lock_is_opened_and_the_state_is_in_words(tmp_path: Path) -> None:
    async with running(tmp_path, size=(120, 16)) as (app, pilot):
        screen = compare_of(app)
        left, right = screen.view.pages
        assert "locked" in seen(app).splitlines()[0]
        await press(pilot, "G")
        assert left.scroll_y == right.scroll_y > 0
        await press(pilot, "equals_sign", "g")
        assert "unlocked" in seen(app).splitlines()[0]
        assert left.scroll_y == 0 < right.scroll_y
        await press(pilot, "equals_sign")
        assert right.scroll_y == 0


async def test_n_goes_from_claim_to_claim_and_the_card_says_who_says_it(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = compare_of(app)
        await press(pilot, "n")
        first = screen.cursor.current
        await press(pilot, "n")
        assert first is not None
        assert screen.cursor.current is not None
        assert screen.cursor.current[1].content.start > first[1].content.start
        await press(pilot, "N")
        assert screen.cursor.current == first


async def test_denied_and_uncertain_claims_can_be_told_apart_without_colour(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _pilot):
        words = seen(app)
        assert "¬" in words
        assert app.signs.certainty["possible"] in words
        assert app.signs.certainty["unspecified"] in words


async def test_ascii_signs_enclose_the_claims(tmp_path: Path) -> None:
    async with running(tmp_path, settings='signs = "ascii"') as (app, _pilot):
        body = [line for line in seen(app).splitlines() if "personeel" in line]
        assert "]" in "".join(body)
        assert seen(app).isascii()


async def test_a_narrow_window_stacks_the_two_and_a_wide_one_puts_them_beside_each_other(tmp_path: Path) -> None:
    async with running(tmp_path, size=(80, 24)) as (app, pilot):
        screen = compare_of(app)
        assert screen.view.is_stacked
        assert not screen.view.pages[1].display or not screen.view.pages[1].region.width
        assert {line.sheet for line in screen.view.pages[0].lines} == {0, 1}
        await pilot.resize_terminal(120, 40)
        await press(pilot)
        assert not screen.view.is_stacked
        assert {line.sheet for line in screen.view.pages[0].lines} == {0}


async def test_a_window_that_is_too_small_asks_for_more_room(tmp_path: Path) -> None:
    async with running(tmp_path, size=(30, 8)) as (app, _pilot):
        assert "larger" in " ".join(seen(app).split())


async def test_the_language_switches_everywhere_and_keeps_the_place(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = compare_of(app)
        await press(pilot, "n", "n")
        place, current = screen.view.page.place, screen.cursor.current
        await press(pilot, "f2", "f2")
        lines = seen(app).splitlines()
        assert "Vergelijken" in lines[0]
        assert "gekoppeld" in lines[0]
        assert "Volgende bewering" in lines[-1]
        assert (screen.view.page.place, screen.cursor.current) == (place, current)


async def test_a_note_on_the_claim_under_the_cursor_is_kept_with_its_passage(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = compare_of(app)
        await press(pilot, "n", "a", *"check", "escape")
        (note,) = app.library.notes.find()
        assert note.text == "check"
        assert screen.cursor.current is not None
        assert note.claim == screen.cursor.current[1].id
        assert note.passage is not None
        assert note.passage.span == screen.cursor.current[1].span
        assert app.signs.note in seen(app)


async def test_a_pin_puts_the_two_paragraphs_under_the_cursors_level(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = compare_of(app)
        await press(pilot, "equals_sign")
        screen.view.pages[0].go_to(0, screen.text.articles[0].paragraphs[0].start)
        screen.view.pages[1].go_to(1, screen.text.articles[1].paragraphs[-1].start)
        await press(pilot, "p")
        assert (0, len(screen.text.articles[1].paragraphs) - 1) in screen.view.chain
        await press(pilot, "p")
        assert not screen.view.pins


async def test_an_article_beside_itself_is_all_shared(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        article = app.library.articles.get("1")
        app.push_screen(CompareScreen(article, article))
        await press(pilot)
        assert len(compare_of(app).view.chain) == len(article.paragraphs)


async def test_q_goes_back_to_the_library_and_leaves_the_app_there(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "q")
        assert "Library" in seen(app)
        assert not app._exit
        await pilot.press("q")
        await pilot.pause()
        assert app._exit


async def test_the_card_says_what_stands_in_one_article_only(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert screen.view.comparison is not None
        screen.view.pages[0].go_to(0, screen.view.comparison.only_left[-1].start)
        await press(pilot)
        assert "‹ Only in this article." in seen(app)
