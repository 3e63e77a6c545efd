"""Servers that mean harm: each request ends in time, with one message, and nothing that they send is obeyed or kept."""

import gzip
import hashlib
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

from briefing.message import BriefingError, UnavailableError, WrongUseError
from briefing.translate import deepl, libretranslate, llm
from briefing.translate.engine_settings import EngineSettings
from briefing.translate.firefox import models
from briefing.translate.firefox.catalogue import models_in
from briefing.translate.firefox.download import download, read_small
from briefing.translate.keys import Key
from briefing.translate.service import post
from briefing.translate.translation import Forgetful, translations
from locales import catalogue
from tests.briefing.translate.raw_server import Script, dribbles, floods, misbehaving, resets, says_nothing, sends
from tests.briefing.translate.server import Answer, Asked, serving

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BOMB = gzip.compress(bytes(3_000_000))
IN_TIME = 0.6

SERVICES: dict[str, tuple[Script, str]] = {
    "never answers": (says_nothing, "slow"),
    "gives its status line a byte at a time": (dribbles(b"HTTP/1.1 200 ", b"x"), "slow"),
    "gives its headers a byte at a time": (dribbles(OK, b"X-A: b\r\n"), "slow"),
    "gives its body a byte at a time": (dribbles(OK + b"Content-Length: 5000\r\n\r\n", b" "), "slow"),
    "gives its chunks a byte at a time": (dribbles(CHUNKED, b"1\r\n \r\n"), "slow"),
    "sends interim answers without end": (floods(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "slow"),
    "sends headers without end": (floods(OK, b"X-A: b\r\n"), "unreachable"),
    "sends one header without end": (floods(OK + b"X-A: ", b"b" * 1000), "unreachable"),
    "sends a body without end": (floods(OK + b"\r\n", b" " * 100_000), "garbage"),
    "sends chunks without end": (floods(CHUNKED, b"10000\r\n" + b" " * 0x10000 + b"\r\n"), "garbage"),
    "sends chunks of no size": (sends(CHUNKED, b"zz\r\n{}\r\n"), "unreachable"),
    "sends a chunk of a negative size": (sends(CHUNKED, b"-5\r\n{}\r\n"), "unreachable"),
    "announces a chunk larger than memory": (sends(CHUNKED, b"fffffffffffffff\r\n{}"), "unreachable"),
    "sends more than it may": (sends(OK + b"\r\n", b" " * 9_000_000), "garbage"),
    "announces more than it sends": (sends(OK + b"Content-Length: 99999999999\r\n\r\n{}"), "unreachable"),
    "announces a length below nothing": (sends(OK + b"Content-Length: -1\r\n\r\n["), "garbage"),
    "announces a length that is no number": (sends(OK + b"Content-Length: many\r\n\r\n["), "garbage"),
    "closes at once": (sends(), "unreachable"),
    "resets the connection": (resets, "unreachable"),
    "speaks another protocol": (sends(b"220 mail.example ESMTP\r\n"), "unreachable"),
    "answers with bytes of chance": (sends(bytes(range(128, 256)) * 10), "unreachable"),
    "gives a status of its own": (sends(b"HTTP/1.1 999 Hm\r\nContent-Length: 0\r\n\r\n"), "status"),
    "gives no content": (sends(b"HTTP/1.1 204 No Content\r\n\r\n"), "garbage"),
    "sends a packed body unasked": (sends(OK + b"Content-Encoding: gzip\r\n\r\n", BOMB), "garbage"),
    "nests lists a hundred thousand deep": (sends(OK + b"\r\n", b"[" * 100_000), "garbage"),
    "gives a number of a million digits": (sends(OK + b"\r\n", b"9" * 1_000_000), "garbage"),
    "sends what is no text": (sends(OK + b"\r\n", b'"\xff\xfe\xfd"'), "garbage"),
    "redirects to itself": (sends(b"HTTP/1.1 307 Go\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"), "status"),
    "redirects to a file": (sends(b"HTTP/1.1 302 Go\r\nLocation: file:///etc/passwd\r\n\r\n"), "status"),
    "asks to wait for ever": (
        sends(b"HTTP/1.1 429 Wait\r\nRetry-After: " + b"9" * 400 + b"\r\nContent-Length: 0\r\n\r\n"),
        "busy",
    ),
    "hides codes in its headers": (sends(b"HTTP/1.1 500 \x1b]52;c;eA==\x07\r\nX: \x1b[2J\r\n\r\n"), "status"),
}


@pytest.mark.parametrize(("script", "code"), SERVICES.values(), ids=SERVICES)
def test_a_service_that(script: Script, code: str) -> None:
    with misbehaving(script) as url, pytest.raises(UnavailableError) as raised:
        start = time.monotonic()
        post("llm", EngineSettings(url=url, seconds=IN_TIME), "/chat/completions", {"a": 1}, {})
    assert time.monotonic() - start < IN_TIME + 2.0
    assert raised.value.message.code == f"translate.{code}"
    for language in ("nl", "en"):
        assert not re.search(
            r"[\x00-\x1f]", catalogue(language).say(raised.value.message.code, **raised.value.message.params)
        )


@pytest.mark.parametrize("dribbling", [dribbles(OK, b"X-A: b\r\n"), says_nothing], ids=["headers", "nothing"])
def test_the_client_of_a_service_keeps_the_deadline_too(dribbling: Script, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deepl, "_RETRIES", 0)
    with misbehaving(dribbling) as url, pytest.raises(UnavailableError) as raised:
        start = time.monotonic()
        deepl.DeepL(EngineSettings(url=url, seconds=IN_TIME), Key("key")).translate(["een"], "nl", "en")
    assert time.monotonic() - start < IN_TIME + 2.0
    assert raised.value.message.code == "translate.slow"


def test_the_client_of_a_service_follows_no_redirection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deepl, "_RETRIES", 0)
    with (
        serving(lambda _: Answer({})) as elsewhere,
        serving(lambda _: Answer({}, 307, {"Location": elsewhere.url})) as server,
    ):
        with pytest.raises(UnavailableError):
            deepl.DeepL(EngineSettings(url=server.url, seconds=5.0), Key("key")).translate(["een"], "nl", "en")
        assert elsewhere.asked == []


TEXTS = {
    "writes the clipboard": "The \x1b]52;c;ZXZpbA==\x07bridge is closed.",
    "clears the screen": "The \x1b[2J\x1b[Hbridge is closed.",
    "uses controls of eight bits": "The \x9b2Jbridge is closed.",
    "turns the direction of writing": "The \u202ebridge\u202c is closed.",
    "sends half of a pair": "The \ud83dbridge is closed.",
    "breaks its line": "The bridge\r\n\x0bis closed.",
    "hides letters": "The br\u200bid\u2060ge is closed.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_translation_that(text: str) -> None:
    with serving(lambda _: Answer({"translatedText": [text]})) as server:
        engine = libretranslate.LibreTranslate(EngineSettings(url=server.url))
        (found,) = translations(["De brug is dicht."], "nl", "en", engine, memory=Forgetful())
    assert found.text == "The bridge is closed."


def test_a_model_s_answer_has_a_bound() -> None:
    answer = Answer({"choices": [{"message": {"content": "{" * 7_000_000}}]})
    with serving(lambda _: answer) as server, pytest.raises(UnavailableError) as raised:
        llm.LanguageModel(EngineSettings(url=server.url, model="m", seconds=10.0)).translate(["een"], "nl", "en")
    assert raised.value.message.code == "translate.garbage"


@pytest.mark.parametrize("url", ["http://[", "http://a:b", "http://a:99999999", "http://a:0", "//", "", "http://[::1"])
def test_a_malformed_address_is_one_message(url: str) -> None:
    with pytest.raises(WrongUseError):
        post("llm", EngineSettings(url=url), "/", {}, {})
    with pytest.raises(WrongUseError):
        read_small(url)


CONTENT = bytes(range(256)) * 40
SHA = hashlib.sha256(CONTENT).hexdigest()
DOWNLOADS: dict[str, tuple[Script, str]] = {
    "never answers": (says_nothing, "broken"),
    "gives a byte now and then": (dribbles(OK + b"Content-Length: 10240\r\n\r\n", b"x"), "broken"),
    "gives its headers a byte at a time": (dribbles(OK, b"X-A: b\r\n"), "broken"),
    "sends without end": (floods(OK + b"\r\n", b"x" * 65_536), "checksum"),
    "stops half way": (sends(OK + b"Content-Length: 10240\r\n\r\n", CONTENT[:99]), "broken"),
    "sends other bytes": (sends(OK + b"Content-Length: 10240\r\n\r\n", CONTENT[::-1]), "checksum"),
    "redirects elsewhere": (sends(b"HTTP/1.1 302 Go\r\nLocation: http://other.example/\r\n\r\n"), "elsewhere"),
    "redirects to a file": (sends(b"HTTP/1.1 302 Go\r\nLocation: file:///etc/passwd\r\n\r\n"), "elsewhere"),
    "redirects to another port": (sends(b"HTTP/1.1 302 Go\r\nLocation: http://127.0.0.1:1/\r\n\r\n"), "elsewhere"),
    "redirects in a ring": (sends(b"HTTP/1.1 302 Go\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"), "elsewhere"),
    "redirects to nowhere": (sends(b"HTTP/1.1 302 Go\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n"), "elsewhere"),
    "refuses": (sends(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"), "status"),
    "speaks another protocol": (sends(b"SSH-2.0-OpenSSH\r\n"), "broken"),
}


@pytest.mark.parametrize(("script", "code"), DOWNLOADS.values(), ids=DOWNLOADS)
def test_a_download_whose_server(script: Script, code: str, tmp_path: Path) -> None:
    with misbehaving(script) as url, pytest.raises(UnavailableError) as raised:
        start = time.monotonic()
        download(f"{url}/file", tmp_path / "file", size=len(CONTENT), sha256=SHA, seconds=IN_TIME)
    assert time.monotonic() - start < IN_TIME + len(CONTENT) / 10_000 + 2.0
    assert raised.value.message.code == f"models.{code}"
    assert not (tmp_path / "file").exists()
    assert (tmp_path / "file.part").exists() <= (code == "broken")


def test_a_part_that_goes_on_somewhere_else_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "file.part").write_bytes(CONTENT[:100])
    wrong = Answer(raw=CONTENT[200:], status=206, headers={"Content-Range": "bytes 200-10239/10240"})
    with serving(lambda _: wrong) as server, pytest.raises(UnavailableError):
        download(server.url, tmp_path / "file", size=len(CONTENT), sha256=SHA)
    assert not (tmp_path / "file").exists()


def test_a_redirection_on_the_same_host_is_followed() -> None:
    def answer(asked: Asked) -> Answer:
        return Answer({}, 302, {"Location": "/there"}) if asked.path == "/here" else Answer(raw=b"found")

    with serving(answer) as server:
        assert read_small(f"{server.url}/here") == b"found"


def test_a_catalogue_has_a_bound() -> None:
    with serving(lambda _: Answer(raw=b" " * 20_000_001)) as server, pytest.raises(UnavailableError) as raised:
        read_small(server.url)
    assert raised.value.message.code == "models.no-catalogue"


def row(**changes: Any) -> dict[str, Any]:
    attachment = {"hash": SHA, "size": len(CONTENT), "filename": "a.bin", "location": "files/model.bin"}
    attachment |= changes.pop("attachment", {})
    first = {"name": "model.nlen.bin", "fileType": "model", "sourceLanguage": "nl", "targetLanguage": "en"}
    return {**first, "version": "2.1", "attachment": attachment, **changes}


CATALOGUES: dict[str, dict[str, Any]] = {
    "a name that climbs": {"name": "../../model.bin"},
    "a name from the root": {"name": "/etc/model.bin"},
    "a name with a drive": {"name": "c:model.bin"},
    "a name of a device": {"name": "CON.bin"},
    "a hidden name": {"name": ".bashrc"},
    "a name that is the manifest's": {"name": "model.json"},
    "the name of the vocabulary": {"name": "vocab.nlen.spm"},
    "the name of the vocabulary in capitals": {"name": "VOCAB.nlen.spm"},
    "the name of the vocabulary, packed": {"name": "vocab.nlen.spm.zst"},
    "a name with an escape sequence": {"name": "model\x1b[2J.bin"},
    "a name with a full stop at its end": {"name": "model.bin."},
    "a name without end": {"name": "m" * 5000},
    "a checksum that climbs": {"attachment": {"hash": "../" * 21 + "x"}},
    "a checksum that is none": {"attachment": {"hash": "z" * 64}},
    "an unpacked checksum that is none": {"decompressedHash": "/" * 64},
    "a size below nothing": {"attachment": {"size": -1}},
    "a size beyond every model": {"attachment": {"size": 10**12}},
    "a version with an escape sequence": {"version": "1.0\x1b[2J"},
    "a version of five thousand digits": {"version": "1" * 5000},
    "a version of raised digits": {"version": "²"},
    "a file on another host": {"attachment": {"location": "https://other.example/model.bin"}},
    "a file on this machine": {"attachment": {"location": "file:///etc/passwd"}},
    "a file at a malformed address": {"attachment": {"location": "http://["}},
}


@pytest.mark.parametrize("changes", CATALOGUES.values(), ids=CATALOGUES)
def test_no_model_is_offered_for(changes: dict[str, Any]) -> None:
    rows = [row(**changes), row(name="vocab.nlen.spm", fileType="vocab")]
    content = json.dumps({"data": rows}).encode()
    try:
        assert models_in(content, "https://mirror.example/records") == {}
    except UnavailableError as error:
        assert error.message.code == "models.no-catalogue"


@pytest.mark.parametrize("size", ["1e999", "NaN", '"many"', "null", "[]"])
def test_a_size_that_is_no_number_spoils_the_catalogue(size: str) -> None:
    content = json.dumps({"data": [row()]}).replace(f'"size": {len(CONTENT)}', f'"size": {size}').encode()
    with pytest.raises(UnavailableError) as raised:
        models_in(content, "https://mirror.example/records")
    assert raised.value.message.code == "models.no-catalogue"


def blocks(count: int, kind: int, length: int, content: bytes) -> bytes:
    """A zstd frame of so many blocks."""
    headers = [(length << 3 | kind << 1 | (at == count - 1)).to_bytes(3, "little") for at in range(count)]
    return b"\x28\xb5\x2f\xfd\x00\x58" + b"".join(header + content for header in headers)


PACKED: dict[str, tuple[bytes, str]] = {
    "unpacks to gigabytes": (blocks(23_000, 1, 128 * 1024, b"x"), "too-large"),
    "unpacks to gigabytes in many frames": (blocks(1, 1, 128 * 1024, b"x") * 4000, "too-large"),
    "says that it holds little": (b"\x28\xb5\x2f\xfd\x20\x01" + blocks(4000, 1, 128 * 1024, b"x")[6:], "too-large"),
    "asks for a terabyte of memory": (b"\x28\xb5\x2f\xfd\x00\xf0" + blocks(1, 0, 1, b"x")[6:], "checksum"),
    "has a block that is too large": (blocks(1, 1, 1 << 20, b"x"), "checksum"),
    "has a block of no kind": (blocks(1, 3, 5, b"xxxxx"), "checksum"),
    "is cut short": (blocks(3, 0, 5, b"xxxxx")[:-4], "checksum"),
    "is no zstd": (b"PK\x03\x04" + bytes(100), "checksum"),
    "holds something else": (blocks(1, 0, 5, b"other"), "checksum"),
}


@pytest.mark.parametrize(("packed", "code"), PACKED.values(), ids=PACKED)
def test_a_packed_file_that(packed: bytes, code: str, tmp_path: Path) -> None:
    sha = hashlib.sha256(packed).hexdigest()
    attachment = {"hash": sha, "size": len(packed), "filename": "v.zst", "location": "vocab"}
    rows = [
        row(),
        row(name="vocab.nlen.spm", fileType="vocab", decompressedHash="0" * 64, attachment=attachment),
    ]

    def answer(asked: Asked) -> Answer:
        if asked.path.endswith("records"):
            return Answer({"data": rows})
        return Answer(raw=packed if asked.path.endswith("vocab") else CONTENT)

    with serving(answer) as server:
        model = models.offered(f"{server.url}/records")["nl", "en"]
        with pytest.raises(BriefingError) as raised:
            models.install(model, tmp_path / "models", server.url)
    assert raised.value.message.code == f"models.{code}"
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
