"""What holds on every screen: help, palette, language, theme, keymap, settings."""

from pathlib import Path

import pytest
from textual.widgets import Input

from briefing.message import InputError
from locales import LANGUAGES, catalogue
from tests.tui.app import HARBOUR, press, running, seen, settled
from tui.actions import ACTIONS
from tui.screens.compare.screen import CompareScreen
from tui.screens.help.screen import HelpScreen
from tui.screens.library.screen import LibraryScreen
from tui.screens.notes.screen import NotesScreen
from tui.screens.reader.screen import ReaderScreen
from tui.settings import Settings
from tui.widgets.rows import Rows


@pytest.mark.parametrize("screen", [LibraryScreen, CompareScreen, ReaderScreen, NotesScreen, HelpScreen])
def test_every_binding_of_a_screen_is_an_action_of_the_registry_that_the_screen_or_the_app_can_do(screen: type) -> None:
    from tui.app import BriefingApp

    for binding in screen.BINDINGS:  # type: ignore[attr-defined]
        action = ACTIONS[binding.id]
        name = action.run.partition("(")[0].removeprefix("app.")
        assert hasattr(screen, f"action_{name}") or hasattr(BriefingApp, f"action_{name}"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_a_name_and_an_explanation_in_each_language(language: str) -> None:
    words = catalogue(language)
    assert all(words.gettext(action.name) and words.gettext(action.help) for action in ACTIONS.values())


async def test_the_help_names_the_signs_that_stand_here_and_entering_one_only_closes_it(tmp_path: Path) -> None:
    async with running(tmp_path, size=(80, 24)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await press(pilot, "question_mark", *"conflicts")
        assert any("≠" in line and "conflicts" in line for line in seen(app).splitlines())
        await press(pilot, "enter")
        assert screen.is_current


async def test_a_highlight_older_than_the_typed_words_is_no_defect(tmp_path: Path) -> None:
    async with running(tmp_path, start=0) as (app, pilot):
        await press(pilot, "question_mark")
        screen = app.screen
        assert isinstance(screen, HelpScreen)
        for letter in "zzz":
            screen.query_one(Input).value += letter
            screen.on_rows_highlighted(Rows.Highlighted(screen.query_one(Rows), 12))
        await settled(pilot)
        screen.on_rows_highlighted(Rows.Highlighted(screen.query_one(Rows), 12))
        assert "No matching key." in seen(app)


async def test_the_help_shows_only_what_works_here_and_is_searchable(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, pilot):
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        names = {entry.name for entry in app.screen._lines}
        assert {"Lock", "Next claim"} <= names
        assert "Filter" not in names
        await press(pilot, *"lock")
        assert [entry.name for entry in app.screen._found][:1] == ["Lock"]
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert not app.screen.view.locked


async def test_the_palette_speaks_the_interfaces_language_and_runs_what_is_found(tmp_path: Path) -> None:
    async with running(tmp_path, language="nl") as (app, pilot):
        await press(pilot, "ctrl+p")
        await press(pilot, *"koppel")
        assert "Laat de twee kanten samen schuiven" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert not app.screen.view.locked


async def test_the_palette_says_so_when_nothing_fits(tmp_path: Path) -> None:
    async with running(tmp_path, language="nl") as (app, pilot):
        await press(pilot, "ctrl+p")
        await press(pilot, *"zzzzqq")
        assert "Geen opdracht gevonden" in seen(app)


async def test_language_and_theme_are_remembered_and_comments_in_the_settings_stay(tmp_path: Path) -> None:
    async with running(tmp_path, settings="# mine\nengines = ['deepl']\n") as (app, pilot):
        await press(pilot, "f2", "f2", "f3")
        assert not app.current_theme.dark
    kept = Settings.read(tmp_path / "settings.toml")
    assert (kept.language, kept.theme, kept.engines) == ("nl", "briefing-light", ("deepl",))
    assert "# mine" in (tmp_path / "settings.toml").read_text("utf-8")


async def test_the_keymap_gives_an_action_another_key(tmp_path: Path) -> None:
    async with running(tmp_path, settings="[keymap]\nlock = 'Z'\n") as (app, pilot):
        assert isinstance(app.screen, CompareScreen)
        await press(pilot, "Z")
        assert not app.screen.view.locked
        await press(pilot, "equals_sign")
        assert not app.screen.view.locked
        assert "Z Lock" in seen(app)


async def test_a_keymap_with_an_action_that_there_is_not_is_said_at_the_start(tmp_path: Path) -> None:
    async with running(tmp_path, start=0, settings="[keymap]\nlokc = 'Z'\n") as (app, _pilot):
        assert any("lokc" in notification.message for notification in app._notifications)


@pytest.mark.parametrize(
    "written", ["language = 3", "theme = []", "keymap = 'x'", "engines = 'x'", "signs = 'runes'", "= ="]
)
def test_settings_that_make_no_sense_are_refused_by_name(tmp_path: Path, written: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(InputError) as refused:
        Settings.read(path)
    assert str(path) in str(refused.value.message.params.values())


async def test_claims_can_be_narrowed_to_the_hedged_and_the_denied_ones(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(HARBOUR,), start=1) as (app, pilot):
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        everything = len(reader.text.claims.marked[0])
        await press(pilot, "c")
        assert 0 < len(reader.text.claims.marked[0]) < everything
        await press(pilot, "c")
        assert {claim.polarity for claim in reader.text.claims.marked[0]} == {"negative"}
        assert "only what is negated" in seen(app)
