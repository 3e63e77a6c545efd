"""The engines that ask a server: what they send, and what each failure becomes."""

import json
import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from briefing.message import BriefingError, UnavailableError, WrongUseError
from briefing.translate import deepl, libretranslate, llm
from briefing.translate.engine_settings import EngineSettings
from briefing.translate.keys import Key, key_for
from briefing.translate.service import seconds_of
from briefing.translate.translator import StoppedError, Translator
from locales import catalogue
from tests.briefing.translate.server import Answer, Asked, Server, serving

SECRET = "s3cr3t-key-of-the-user"
TEXTS = ["De brug is dicht.", "Naar verluidt kost het 2 miljoen euro."]
ENGLISH = {
    "De brug is dicht.": "The bridge is closed.",
    "Naar verluidt kost het 2 miljoen euro.": "It reportedly costs €2 million.",
}
Make = Callable[[EngineSettings], Translator]


def language_model(settings: EngineSettings) -> Translator:
    return llm.LanguageModel(settings, Key(SECRET))


def libre(settings: EngineSettings) -> Translator:
    return libretranslate.LibreTranslate(settings, Key(SECRET))


def deep(settings: EngineSettings) -> Translator:
    return deepl.DeepL(settings, Key(SECRET))


ENGINES: dict[str, Make] = {"llm": language_model, "libretranslate": libre, "deepl": deep}


def speaks(asked: Asked) -> Answer:
    """Answers as each of the three services does, by their published interfaces."""
    if asked.path == "/chat/completions":
        text = json.loads(asked.body["messages"][-1]["content"])["Dutch"]
        content = json.dumps({"translation": ENGLISH[text]})
        message = {"role": "assistant", "content": content}
        return Answer({"object": "chat.completion", "choices": [{"index": 0, "message": message}]})
    if asked.path == "/translate":
        return Answer({"translatedText": [ENGLISH[text] for text in asked.body["q"]]})
    if asked.path == "/v2/translate":
        given = [
            {"detected_source_language": "NL", "text": ENGLISH[text], "billed_characters": len(text)}
            for text in asked.body["text"]
        ]
        return Answer({"translations": given})
    return Answer({"error": "no such path"}, 404)


def translated(make: Make, server: Server, **settings: Any) -> list[str]:
    return make(EngineSettings(url=server.url, model="small", **settings)).translate(TEXTS, "nl", "en")


def failure(make: Make, answer: Callable[[Asked], Answer], **settings: Any) -> UnavailableError:
    with serving(answer) as server, pytest.raises(UnavailableError) as raised:
        translated(make, server, **settings)
    return raised.value


@pytest.fixture(autouse=True)
def _no_second_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deepl, "_RETRIES", 0)


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_texts_come_back_translated_in_their_order(make: Make) -> None:
    with serving(speaks) as server:
        assert translated(make, server) == list(ENGLISH.values())


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer({"message": "unauthorized"}, 401), "translate.key-refused"),
        (Answer({"message": "forbidden"}, 403), "translate.key-refused"),
        (Answer({"message": "slow down"}, 429), "translate.busy"),
        (Answer({"message": "oops"}, 500), "translate.status"),
        (Answer({"message": "oops"}, 503), "translate.status"),
        (Answer(raw=b"<html>hello</html>"), "translate.garbage"),
        (Answer({"something": "else"}), "translate.garbage"),
        (Answer([1, 2]), "translate.garbage"),
        (Answer(None), "translate.garbage"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_refusal_or_garbage_is_one_clear_line(make: Make, answer: Answer, code: str) -> None:
    error = failure(make, lambda _: answer)
    assert error.message.code == code
    assert error.exit_code == 4
    for language in ("nl", "en"):
        line = catalogue(language).say(error.message.code, **error.message.params)
        assert "\n" not in line
        assert SECRET not in line


@pytest.mark.parametrize("make", [language_model, libre], ids=["llm", "libretranslate"])
def test_the_time_to_wait_is_told(make: Make) -> None:
    error = failure(make, lambda _: Answer({}, 429, {"Retry-After": "17"}))
    assert error.message.code == "translate.busy-for"
    assert error.message.params["count"] == 17


@pytest.mark.parametrize("asked", ["", "soon", "²", "9" * 5000, "Thu, 99 Nov 2026 00:00:00 GMT"])
def test_a_time_to_wait_that_makes_no_sense_is_none(asked: str) -> None:
    assert seconds_of(asked) is None


def test_the_time_to_wait_may_be_given_as_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    error = failure(libre, lambda _: Answer({}, 429, {"Retry-After": later}))
    assert 60 <= int(str(error.message.params["count"])) <= 91


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_a_broken_connection_is_told(make: Make) -> None:
    assert failure(make, lambda _: Answer({"a": 1}, breaks=True)).message.code == "translate.unreachable"


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_a_server_that_is_not_there_is_told(make: Make) -> None:
    with serving(speaks) as server:
        pass
    with pytest.raises(UnavailableError) as raised:
        translated(make, server)
    assert raised.value.message.code == "translate.unreachable"


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_no_answer_in_time_is_told(make: Make) -> None:
    held = threading.Event()
    with serving(lambda _: Answer({}, waits=held)) as server:
        with pytest.raises(UnavailableError) as raised:
            translated(make, server, seconds=0.2)
        held.set()
    assert raised.value.message.code == "translate.slow"


@pytest.mark.parametrize("make", [language_model, libre], ids=["llm", "libretranslate"])
def test_nothing_follows_a_redirection(make: Make) -> None:
    with serving(speaks) as elsewhere:
        for status in (301, 302, 303, 307, 308):
            error = failure(make, lambda _, status=status: Answer({}, status, {"Location": elsewhere.url}))  # type: ignore[misc]
            assert error.message.code == "translate.status"
        assert elsewhere.asked == []


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_the_key_is_sent_and_stands_in_no_text_or_log(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(speaks) as server:
        engine = make(EngineSettings(url=server.url, model="small"))
        engine.translate(TEXTS, "nl", "en")
        sent = json.dumps([[dict(one.headers), one.body] for one in server.asked])
    assert SECRET in sent
    assert SECRET not in repr(engine) + str(engine) + caplog.text


def test_a_key_shows_itself_nowhere() -> None:
    assert SECRET not in f"{Key(SECRET)} {Key(SECRET)!r} {[Key(SECRET)]}"


def test_a_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEEPL_AUTH_KEY", "general")
    assert key_for("deepl").reveal() == "general"
    monkeypatch.setenv("BRIEFING_DEEPL_KEY", "own")
    assert key_for("deepl").reveal() == "own"


def test_a_key_comes_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    monkeypatch.setattr("keyring.get_password", lambda service, user: f"{service}/{user}")
    assert key_for("deepl").reveal() == "briefing/deepl"


def test_without_a_key_server_or_model_the_engine_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    cases: list[tuple[Callable[[], object], str]] = [
        (lambda: deepl.translator(EngineSettings()), "translate.no-key"),
        (lambda: libretranslate.translator(EngineSettings()), "translate.no-server"),
        (lambda: llm.translator(EngineSettings(url="http://localhost:1")), "translate.no-server"),
    ]
    for make, code in cases:
        with pytest.raises(UnavailableError) as raised:
            make()
        assert raised.value.message.code == code


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org", "localhost:11434", "http://"])
def test_only_http_addresses_are_asked(url: str) -> None:
    with pytest.raises(WrongUseError) as raised:
        libre(EngineSettings(url=url)).translate(TEXTS, "nl", "en")
    assert raised.value.message.code == "translate.address"


def test_a_password_in_an_address_is_not_shown() -> None:
    with serving(lambda _: Answer({}, 404)) as server:
        url = server.url.replace("//", "//user:hidden@")
        with pytest.raises(BriefingError) as raised:
            libre(EngineSettings(url=url)).translate(TEXTS, "nl", "en")
    assert "hidden" not in str(raised.value.message.params)


@pytest.mark.parametrize("make", ENGINES.values(), ids=ENGINES)
def test_it_stops_when_the_user_cancels(make: Make) -> None:
    with serving(speaks) as server:
        engine = make(EngineSettings(url=server.url, model="small"))
        with pytest.raises(StoppedError):
            engine.translate(TEXTS, "nl", "en", cancelled=lambda: True)
        assert server.asked == []


def model_saying(*contents: str) -> Callable[[Asked], Answer]:
    left = list(contents)

    def answer(_: Asked) -> Answer:
        content = left.pop(0) if len(left) > 1 else left[0]
        return Answer({"choices": [{"message": {"content": content}}]})

    return answer


def test_a_model_that_loses_a_hedge_is_asked_again_and_told_which() -> None:
    answers = model_saying(
        '{"translation": "It costs €2 million."}', '{"translation": "It reportedly costs €2 million."}'
    )
    with serving(answers) as server:
        (text,) = language_model(EngineSettings(url=server.url, model="small")).translate(TEXTS[1:], "nl", "en")
    assert text == "It reportedly costs €2 million."
    assert "hedge: Naar verluidt" in server.asked[1].body["messages"][-1]["content"]


def test_what_a_model_twice_gets_wrong_is_given_as_it_is_for_the_checks_to_mark() -> None:
    with serving(model_saying('{"translation": "It costs €2 million."}')) as server:
        texts = language_model(EngineSettings(url=server.url, model="small")).translate(TEXTS[1:], "nl", "en")
    assert texts == ["It costs €2 million."]
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "content",
    ['```json\n{"translation": "The bridge is closed."}\n```', '  {"translation": "The  bridge is\\nclosed."} '],
)
def test_an_answer_in_a_code_block_or_with_odd_spaces_is_read(content: str) -> None:
    assert llm.translation_in(content) == "The bridge is closed."


@pytest.mark.parametrize(
    "content", ["", "The bridge", "[]", '{"translation": 3}', '{"translation": ""}', "{" * 5000, "null"]
)
def test_an_answer_without_a_translation_is_none(content: str) -> None:
    assert llm.translation_in(content) is None


def test_a_server_that_knows_no_schema_is_asked_without_one() -> None:
    def answer(asked: Asked) -> Answer:
        return Answer({}, 400) if "response_format" in asked.body else speaks(asked)

    with serving(answer) as server:
        assert translated(language_model, server) == list(ENGLISH.values())
    assert sum("response_format" in one.body for one in server.asked) == 1


def test_the_text_is_given_to_the_model_as_material() -> None:
    with serving(speaks) as server:
        translated(language_model, server)
    assert server.asked[0].body["max_tokens"] <= 1000
    system, *_, user = server.asked[0].body["messages"]
    assert json.loads(user["content"]) == {"Dutch": TEXTS[0]}
    assert TEXTS[0] not in system["content"]
