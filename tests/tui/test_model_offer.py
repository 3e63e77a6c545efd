"""The offer of an offline model: in the app, on the command line, and what it remembers."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.marian import tiny_model
from bench.offline import WORDS, mirror, records
from briefing.message import UnavailableError
from briefing.summary.summary import Summary
from briefing.translate.firefox import models
from briefing.translate.firefox import offer as offers
from locales import catalogue
from tests.tui.app import press, running, seen
from tests.tui.calls import Call
from tui import installer
from tui.screens.dialogs.model_offer import Installation, Offer
from tui.screens.reader.screen import ReaderScreen
from tui.screens.summary.screen import SummaryScreen

BRIDGE = (
    "date 2021-03-04\n\nBrug dicht\n\nDe minister zegt dat brug dicht blijft. De politie zegt dat weg dicht blijft.\n"
)


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    with mirror(*records(tiny_model(WORDS), "nl", "en")) as address:
        yield address


def settings(place: str, offered: str = "") -> str:
    return f"offered = [{offered}]\n[engine.firefox]\nurl = '{place}'\n"


def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / ".local" / "share" / "briefing" / "models"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Install the offline model nl-en"), ("nl", "model nl-en installeren")]
)
async def test_a_summary_offers_installs_and_is_translated_by_the_model(
    language: str, words: str, place: str, tmp_path: Path
) -> None:
    async with running(tmp_path, language=language, texts=(BRIDGE,), start=1, settings=settings(place)) as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, Offer)
        assert words in " ".join(seen(app).split())
        await press(pilot, "i")
        await press(pilot)
        assert isinstance(app.screen, SummaryScreen)
        english = app.screen.summaries["en"]
        assert isinstance(english, Summary)
        assert english.engine is not None
        assert english.engine.name == "firefox"
        assert "minister says that bridge closed remains" in english.sentences[0].text
        assert models.installed(folder(tmp_path))["nl", "en"].broken() == []


async def test_a_gloss_instead_is_remembered(place: str, tmp_path: Path) -> None:
    async with running(tmp_path, texts=(BRIDGE,), start=1, settings=settings(place)) as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, Offer)
        await press(pilot, "w")
        assert isinstance(app.screen, ReaderScreen)
        assert "word-for-word gloss" in seen(app)
        assert app.settings.offered == ("nl-en",)
        await press(pilot, "s")
        assert isinstance(app.screen, SummaryScreen)


async def test_esc_goes_on_with_the_gloss_and_asks_again_the_next_time(place: str, tmp_path: Path) -> None:
    async with running(tmp_path, texts=(BRIDGE,), start=1, settings=settings(place)) as (app, pilot):
        await press(pilot, "t", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert "word-for-word gloss" in seen(app)
        await press(pilot, "s")
        assert isinstance(app.screen, Offer)


async def test_engine_settings_say_where_they_are(place: str, tmp_path: Path) -> None:
    async with running(tmp_path, texts=(BRIDGE,), start=1, settings=settings(place)) as (app, pilot):
        await press(pilot, "t", "s")
        assert "settings.toml" in " ".join(notice.message for notice in app._notifications)


async def test_an_installation_that_fails_says_why_and_goes_on_when_asked(place: str, tmp_path: Path) -> None:
    async with running(tmp_path, texts=(BRIDGE,), start=1, settings=settings("http://127.0.0.1:1/records")) as (
        app,
        pilot,
    ):
        await press(pilot, "t", "i")
        assert isinstance(app.screen, Installation)
        assert "127.0.0.1" in seen(app)
        app.screen._place = place
        await press(pilot, "r")
        assert isinstance(app.screen, ReaderScreen)
        assert models.installed(folder(tmp_path))


async def test_esc_stops_a_slow_installation_and_the_gloss_is_shown(tmp_path: Path) -> None:
    with mirror(*records(tiny_model(WORDS), "nl", "en"), bytes_a_second=400_000) as slow:
        async with running(tmp_path, texts=(BRIDGE,), start=1, settings=settings(slow)) as (app, pilot):
            await pilot.press("t", "i")
            until = time.monotonic() + 20
            while not list(folder(tmp_path).rglob("*.part")) and time.monotonic() < until:
                await pilot.pause(0.05)
            await press(pilot, "escape")
            assert isinstance(app.screen, ReaderScreen)
            assert models.installed(folder(tmp_path)) == {}
            assert list(folder(tmp_path).rglob("*.part"))


async def test_without_the_package_the_line_that_installs_it_is_shown(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offers, "find_spec", lambda _name: None)
    async with running(tmp_path, texts=(BRIDGE,), start=1, settings=settings(place)) as (app, pilot):
        await press(pilot, "t")
        assert "pip install fxtranslate" in " ".join(seen(app).split())
        await press(pilot, "i")
        assert isinstance(app.screen, Offer)


async def test_nothing_is_offered_where_other_engines_were_chosen(place: str, tmp_path: Path) -> None:
    chosen = f"engines = ['literal']\n{settings(place)}"
    async with running(tmp_path, texts=(BRIDGE,), start=1, settings=chosen) as (app, pilot):
        await press(pilot, "s")
        assert isinstance(app.screen, SummaryScreen)


@pytest.mark.parametrize(
    ("mark", "command"),
    [
        ("uv-receipt.toml", "uv tool install briefing-desk --with fxtranslate"),
        ("pipx_metadata.json", "pipx inject briefing-desk fxtranslate"),
    ],
)
def test_the_tool_that_installed_briefing_adds_the_package(
    mark: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / mark).touch()
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert installer.command_for("fxtranslate") == command


def at_a_terminal(arguments: list[str], answers: str, home: Path) -> tuple[int, str]:
    """Run the command at a terminal of its own, type the answers, and give its exit code and what it showed."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "tui", *arguments]
    done = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env={**os.environ, "HOME": str(home)}
    )
    os.close(follower)
    os.write(leader, answers.encode())
    shown, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([leader], [], [], 0.1)[0]:
            try:
                shown += os.read(leader, 65_536)
            except OSError:
                break
        elif done.poll() is not None:
            break
    os.close(leader)
    done.kill()
    return done.wait(), shown.decode()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Install the offline model nl-en (about 40 MB from 127.0.0.1, nothing leaves this machine afterwards)?"),
        (
            "nl",
            "Het offline model nl-en installeren (ongeveer 40 MB van 127.0.0.1, daarna verlaat niets deze computer)?",
        ),
    ],
)
def test_a_command_at_a_terminal_offers_installs_and_translates(
    language: str, line: str, place: str, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    path = home / ".config" / "briefing" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text(settings(place), "utf-8")
    report = tmp_path / "brug.txt"
    report.write_text(BRIDGE, "utf-8")
    code, shown = at_a_terminal(["summary", str(report), "--to", "en", "--lang", language], "i\n", home)
    assert line in shown
    assert "2.8 MB" in shown or "/3 MB" in shown
    assert "minister says that bridge closed remains" in " ".join(shown.split())
    assert code == 0
    code, shown = at_a_terminal(["translate", str(report), "--to", "en"], "", home)
    assert "?" not in shown.partition("Brug")[0]


def test_a_pipe_is_offered_nothing(report: Path, briefing: Call) -> None:
    called = briefing("translate", report, "--to", "en")
    assert (called.code, called.err) == (0, "")


def test_the_doctor_says_what_is_ready_and_what_lacks(briefing: Call) -> None:
    called = briefing("doctor", "--format", "json")
    found = {engine["name"]: engine for engine in called.json["engines"]}
    assert found["literal"]["ready"]
    assert not found["firefox"]["ready"]
    assert "models install" in found["firefox"]["lacks"]
    assert all(engine["sends_to"] is None for engine in found.values() if not engine["ready"])
    assert "literal" in briefing("doctor").out
    nl = catalogue("nl").say(UnavailableError("models.none-here").message.code)
    assert nl in briefing("doctor", lang="nl").out
