"""Keys in messages: a message names an action by its id, and what is shown is the key that the action has now."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from locales import LANGUAGES, activate, catalogue
from tests.tui.app import press, running, seen
from tui.actions import ACTIONS
from tui.key_names import activate_keys, key_of, with_keys
from tui.screens.help.screen import HelpScreen

TUI = Path(__file__).resolve().parents[2] / "tui"
BRACKETS = re.compile(r"\[([^]%]*)\]")
MARKED = {"_", "ngettext"}
NO_KEYS = {"cli"}
"""Folders whose brackets are no keys of the app: answers that a command waits for, and forms of arguments."""


@pytest.fixture(autouse=True)
def _default_keys() -> Iterator[None]:
    activate("en")
    activate_keys({})
    yield
    activate_keys({})


@pytest.mark.parametrize(
    ("keymap", "shown"),
    [
        ({}, "Undo: [u]. Back: [Esc]."),
        ({"undo": "U"}, "Undo: [U]. Back: [Esc]."),
        ({"undo": "ctrl+z,U", "back": "q"}, "Undo: [^z]. Back: [q]."),
        ({"undo": "/"}, "Undo: [/]. Back: [Esc]."),
        ({"undo": " Z "}, "Undo: [Z]. Back: [Esc]."),
        ({"undo": ""}, "Undo: [u]. Back: [Esc]."),
        ({"undo": " , U"}, "Undo: [U]. Back: [Esc]."),
        ({"undo": ","}, "Undo: [u]. Back: [Esc]."),
        ({"undo": "ctrl+shift+z"}, "Undo: [Shift+^z]. Back: [Esc]."),
        ({"note": "u"}, "Undo: [^p Undo]. Back: [Esc]."),
        ({"note": "escape"}, "Undo: [u]. Back: [q]."),
        ({"nothing-of-ours": "x"}, "Undo: [u]. Back: [Esc]."),
    ],
)
def test_a_message_names_the_key_of_today(keymap: Mapping[str, str], shown: str) -> None:
    activate_keys(keymap)
    assert with_keys("Undo: [undo]. Back: [back].") == shown


def test_an_action_without_a_key_is_named_with_the_palette_where_it_is_found() -> None:
    activate("nl")
    activate_keys({"note": "u"})
    assert key_of("undo") == f"^p {catalogue('nl').gettext('Undo')}"
    activate_keys({"note": "ctrl+p"})
    assert key_of("palette") == catalogue("nl").gettext("Commands")


def test_brackets_of_other_words_stay_and_so_do_those_of_a_title() -> None:
    assert with_keys("pip install 'desk[extra]' [ ]") == "pip install 'desk[extra]' [ ]"
    assert (
        with_keys("“%(title)s” archived: [undo]") % {"title": "The [undo] affair"}
        == "“The [undo] affair” archived: [u]"
    )


def test_several_keys_stand_together() -> None:
    activate_keys({"part-less": "b"}, ascii_only=True)
    assert with_keys("Move: [part-less part-more]. [part-less of it]") == "Move: [b Right]. [part-less of it]"


def named_in(words: str) -> list[str]:
    """What a message names in brackets."""
    return [name for names in BRACKETS.findall(words) for name in names.split()]


def messages_of(source: str) -> Iterator[tuple[str, bool]]:
    """The messages with brackets, and whether their keys are put in where they are looked up or further on by name."""
    tree = ast.parse(source)
    has_function = "with_keys" in source
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKED:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield from ((argument.value, has_function) for _found in BRACKETS.findall(argument.value)[:1])


def test_no_message_of_a_screen_names_a_key_itself() -> None:
    wrong = {
        f"{path.relative_to(TUI)}: {words}"
        for path in TUI.rglob("*.py")
        if path.relative_to(TUI).parts[0] not in NO_KEYS
        for words, has_function in messages_of(path.read_text("utf-8"))
        if not has_function or any(name not in ACTIONS for name in named_in(words))
    }
    assert not wrong


def test_the_explanation_of_an_action_names_no_key_itself() -> None:
    assert not [one.id for one in ACTIONS.values() if set(named_in(one.help)) - set(ACTIONS)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_the_actions_of_its_message(language: str) -> None:
    named = {
        words
        for path in TUI.rglob("*.py")
        if path.relative_to(TUI).parts[0] not in NO_KEYS
        for words, _has_function in messages_of(path.read_text("utf-8"))
    } | {one.help for one in ACTIONS.values()}
    translated = catalogue(language)
    assert not [words for words in named if sorted(named_in(translated.gettext(words))) != sorted(named_in(words))]


def test_a_message_that_names_a_key_would_be_seen() -> None:
    assert list(messages_of('tell(_("Undo: [u]"))')) == [("Undo: [u]", False)]
    assert list(messages_of('tell(ngettext("[u] %(count)s", "%(count)s", 1))')) == [("[u] %(count)s", False)]
    assert not list(messages_of('tell(_("briefing [%(extra)s]"))'))


async def test_another_key_for_undo_is_named_where_something_was_done(tmp_path: Path) -> None:
    async with running(tmp_path, start=0, settings="[keymap]\nundo = 'ctrl+z'\narchive = 'Z'\n") as (app, pilot):
        await press(pilot, "Z")
        assert [one.message.rpartition(" ")[2] for one in app._notifications] == ["[^z]"]
        await press(pilot, "ctrl+z")
        assert "2 unread of 2" in seen(app)


async def test_the_help_explains_with_the_keys_of_today(tmp_path: Path) -> None:
    async with running(tmp_path, settings="[keymap]\nback = 'q'\n") as (app, pilot):
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        explained = {line.name: line.explained for line in app.screen._lines}
        assert explained["Claims"].endswith("Back to the first: [q]")
        assert explained["Source"].endswith("Show all: [q]")


async def test_one_of_an_actions_own_keys_is_no_clash(tmp_path: Path) -> None:
    async with running(tmp_path, settings="[keymap]\nback = 'q'\n") as (app, _pilot):
        assert not list(app._notifications)


async def test_a_key_that_two_actions_are_given_is_a_clash(tmp_path: Path) -> None:
    async with running(tmp_path, settings="[keymap]\nlock = 'Z'\nundo = 'Z'\n") as (app, _pilot):
        assert any("without a key" in one.message for one in app._notifications)
