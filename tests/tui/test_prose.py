"""Words in a box, drawn line by line."""

from textual.app import App, ComposeResult
from textual.content import Content

from tui.widgets.prose import Prose


class Box(App[None]):
    CSS = "Prose { width: 21; height: 4; overflow-y: scroll; scrollbar-size-vertical: 1; }"

    def compose(self) -> ComposeResult:
        yield Prose()


def seen(app: App[None]) -> list[str]:
    return [strip.text[:20].rstrip() for strip in app.screen._compositor.render_strips()][:4]


async def test_words_are_broken_at_the_width_and_empty_lines_stay() -> None:
    app = Box()
    async with app.run_test(size=(40, 10)) as pilot:
        app.query_one(Prose).say(Content("The bridge is closed until May\n\nsays the mayor"))
        await pilot.pause()
        assert seen(app) == ["The bridge is closed", "until May", "", "says the mayor"]


async def test_other_words_are_shown_from_the_top_unless_they_are_the_same_anew() -> None:
    app = Box()
    async with app.run_test(size=(40, 10)) as pilot:
        prose = app.query_one(Prose)
        lines = Content("\n".join(f"line {number}" for number in range(20)))
        prose.say(lines)
        prose.scroll_to(y=10, animate=False)
        await pilot.pause()
        assert seen(app)[0] == "line 10"
        prose.say(lines, from_top=False)
        await pilot.pause()
        assert seen(app)[0] == "line 10"
        prose.say(lines)
        await pilot.pause()
        assert seen(app)[0] == "line 0"


async def test_styles_by_theme_token_are_drawn_and_brackets_are_text() -> None:
    app = Box()
    async with app.run_test(size=(40, 10)) as pilot:
        app.query_one(Prose).say(Content.styled("[b]bold", "bold $primary"))
        await pilot.pause()
        strip = app.screen._compositor.render_strips()[0]
        assert strip.text.startswith("[b]bold")
        first = next(segment for segment in strip if segment.text.startswith("[b]"))
        assert first.style is not None
        assert first.style.bold
