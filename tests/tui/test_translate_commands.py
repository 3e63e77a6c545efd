"""`briefing summary`, `briefing translate` and `briefing models` from the command line."""

import json
from pathlib import Path

import pytest

from locales import activate
from tests.briefing.translate.server import Answer, Asked, serving
from tests.briefing.translate.test_firefox import mirror
from tui.cli import main
from tui.settings import Settings
from tui.translation import agreed

DUTCH = """De gemeente sluit de brug over de Elm in mei. Volgens de gemeente kost de reparatie 1,75 miljard euro.

De winkeliers vrezen dat zij klanten verliezen. De aannemer ontkent dat hij fouten heeft gemaakt."""


@pytest.fixture
def bridge(tmp_path: Path) -> str:
    path = tmp_path / "brug.txt"
    path.write_text(DUTCH, encoding="utf-8")
    return str(path)


def settings(text: str) -> None:
    path = Settings.read().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def upper(asked: Asked) -> Answer:
    return Answer({"translatedText": [text.upper() for text in asked.body["q"]]})


def test_the_summary_follows_the_interface_s_language(bridge: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", bridge, "--lang", "nl", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["to"], found["engine"]) == ("nl", None)
    assert main(["summary", bridge, "--lang", "en", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["to"], found["engine"]["name"]) == ("en", "literal")
    assert all(sentence["checks"] for sentence in found["sentences"])


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_gloss_says_that_it_is_one(bridge: str, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["summary", bridge, "--to", "en", "--format", form]) == 0
    assert "word-for-word gloss by literal" in capsys.readouterr().out


def test_without_an_engine_the_summary_stands_in_its_own_language_and_the_exit_code_is_4(
    bridge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings('engines = ["libretranslate"]')
    assert main(["summary", bridge, "--to", "en", "--format", "json"]) == 4
    out, err = capsys.readouterr()
    assert json.loads(out)["to"] == "nl"
    assert len(err.strip().splitlines()) == 1
    assert "[engine.libretranslate]" in err


def test_a_report_is_translated_paragraph_by_paragraph(bridge: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", bridge, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["from"], found["to"]) == ("nl", "en")
    assert [one["original"] for one in found["paragraphs"]] == DUTCH.split("\n\n")
    assert "According to the municipality" in found["paragraphs"][0]["text"]
    assert all(one["checks"] for one in found["paragraphs"])


def test_where_the_text_goes_is_said_the_first_time_only(bridge: str, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(upper) as server:
        url = server.url.replace("127.0.0.1", "localhost.localdomain")
        settings(f'# mine\nengines = ["literal"]\n\n[engine.libretranslate]\nurl = "{url}"\n')
        told = [main(["summary", bridge, "--to", "en", "--engine", "libretranslate"]) for _ in range(2)]
        err = capsys.readouterr().err
    assert err.count("is sent to localhost.localdomain") == 1
    assert told[0] == told[1]
    kept = Settings.read()
    assert kept.told == ("libretranslate@localhost.localdomain",)
    assert (kept.engines, kept.engine_options["libretranslate"]["url"]) == (("literal",), url)
    assert kept.path.read_text("utf-8").startswith("# mine")


SERVICE = 'engines = ["libretranslate"]\n\n[engine.libretranslate]\nurl = "http://translate.invalid"\n'


def test_an_export_sends_nothing_to_a_service_that_was_not_agreed_to(
    bridge: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("briefing.translate.libretranslate.post", lambda *given: asked.append(given))
    settings(SERVICE)
    assert main(["export", bridge, "--only", "summary", "--format", "json"]) == 0
    assert asked == []
    assert json.loads(capsys.readouterr().out)["summary"]["engine"]["name"] == "literal"


def test_a_service_that_was_agreed_to_is_used_without_asking_again() -> None:
    settings(SERVICE)
    assert agreed(Settings.read()) == ("firefox", "literal")
    settings(f'told = ["libretranslate@translate.invalid"]\n{SERVICE}')
    assert agreed(Settings.read()) == ("libretranslate",)


def test_a_server_on_this_machine_is_not_sending(bridge: str, capsys: pytest.CaptureFixture[str]) -> None:
    with serving(upper) as server:
        settings(f'[engine.libretranslate]\nurl = "{server.url}"\n')
        assert main(["translate", bridge, "--engine", "libretranslate"]) == 0
        assert len(server.asked) == 2
    out, err = capsys.readouterr()
    assert "DE WINKELIERS" in out
    assert err == ""


def test_an_unknown_engine_is_wrong_use(bridge: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", bridge, "--engine", "magic"]) == 2
    assert "literal" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["engine = 3", "[engine]\nllm = 3", '[engine.llm]\nseconds = "many"', "told = 1"])
def test_a_wrong_setting_is_named(bridge: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    settings(text)
    assert main(["translate", bridge]) == 3
    assert "settings.toml" in capsys.readouterr().err


def test_a_model_is_listed_installed_verified_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    activate("en")
    with serving(mirror) as server:
        origin = f"{server.url}/v1/records"
        assert main(["models", "install", "nl-en", "--from", origin]) == 2
        assert "--yes" in capsys.readouterr().err
        assert main(["models", "install", "nl-en", "--from", origin, "--yes"]) == 0
    assert main(["models", "list", "--format", "json"]) == 0
    (model,) = json.loads(capsys.readouterr().out.partition("\n")[2])["models"]
    assert (model["direction"], model["version"], model["origin"]) == ("nl-en", "2.1", origin)
    assert main(["models", "verify"]) == 0
    assert main(["models", "remove", "nl-en"]) == 0
    assert main(["models", "verify"]) == 4
    assert main(["models", "remove", "fr-en"]) == 1
