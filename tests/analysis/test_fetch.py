"""Fetching from servers that behave and from those that do not, all on the loopback address."""

import gzip
import socket
import time
import zlib

import pytest

from analysis.fetch import download as fetching
from analysis.fetch.download import download
from briefing.address import is_address
from briefing.message import BriefingError, InputError
from tests.briefing.translate.raw_server import Script, dribbles, floods, misbehaving, resets, says_nothing, sends

OK = b"HTTP/1.1 200 OK\r\n"
PAGE = b"<html><body><p>De brug is dicht.</p></body></html>"
SECONDS, IN_TIME = 0.4, 2.0


def answer(body: bytes = PAGE, *headers: str, status: str = "200 OK") -> Script:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return sends("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def refusal(script: Script, **how: int) -> BriefingError:
    with misbehaving(script) as url, pytest.raises(BriefingError) as caught:
        download(url, seconds=SECONDS, **how)
    assert caught.value.message.params["name"] == url
    return caught.value


@pytest.mark.parametrize(
    ("headers", "media_type", "charset"),
    [
        (["Content-Type: text/html; charset=ISO-8859-1"], "text/html", "iso-8859-1"),
        (["content-type: TEXT/HTML"], "text/html", None),
        (["Content-Type: application/pdf"], "application/pdf", None),
        ([], "", None),
    ],
)
def test_a_page_comes_with_what_the_server_says_of_it(headers: list[str], media_type: str, charset: str | None) -> None:
    with misbehaving(answer(PAGE, *headers)) as url:
        found = download(url)
    assert (found.data, found.media_type, (found.charset or "").lower() or None) == (PAGE, media_type, charset)


@pytest.mark.parametrize(("name", "packed"), [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE))])
def test_what_is_packed_is_unpacked(name: str, packed: bytes) -> None:
    with misbehaving(answer(packed, f"Content-Encoding: {name}")) as url:
        assert download(url).data == PAGE


def then_nothing(first: bytes) -> Script:
    """Writes the bytes, and then nothing more."""

    def script(connection: socket.socket) -> None:
        connection.sendall(first)
        time.sleep(0.8 * SECONDS)
        connection.sendall(b" ")
        time.sleep(5)

    return script


HOSTILE: dict[str, tuple[Script, str]] = {
    "never answers": (says_nothing, "fetch.slow"),
    "gives its status line a byte at a time": (dribbles(b"HTTP/1.1 200 ", b"x"), "fetch.slow"),
    "gives its headers a byte at a time": (dribbles(OK, b"X-A: b\r\n"), "fetch.slow"),
    "gives its body a byte at a time": (dribbles(OK + b"Content-Length: 5000\r\n\r\n", b" "), "fetch.slow"),
    "stops in the middle": (then_nothing(OK + b"Content-Length: 5000\r\n\r\n"), "fetch.slow"),
    "sends interim answers without end": (floods(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "fetch.slow"),
    "sends one header without end": (floods(OK + b"X-A: ", b"b" * 1000), "fetch.unreachable"),
    "sends a body without end": (floods(OK + b"\r\n", b" " * 100_000), "ingest.large"),
    "announces more than it sends": (sends(OK + b"Content-Length: 99999\r\n\r\n{}"), "fetch.unreachable"),
    "closes at once": (sends(), "fetch.unreachable"),
    "resets the connection": (resets, "fetch.unreachable"),
    "speaks another protocol": (sends(b"220 mail.example ESMTP\r\n"), "fetch.unreachable"),
    "sends what is not packed as packed": (answer(PAGE, "Content-Encoding: gzip"), "fetch.unreachable"),
    "packs a bomb": (answer(gzip.compress(bytes(30_000_000)), "Content-Encoding: gzip"), "ingest.large"),
    "redirects to itself": (answer(b"", "Location: /again", status="302 Go"), "fetch.circle"),
    "redirects to a file": (answer(b"", "Location: file:///etc/passwd", status="302 Go"), "fetch.led-astray"),
    "redirects to another protocol": (answer(b"", "Location: gopher://x/", status="301 Go"), "fetch.led-astray"),
    "redirects to nowhere": (answer(b"", "Location: http://[::", status="301 Go"), "fetch.address"),
    "refuses": (answer(b"", status="403 Forbidden"), "fetch.refused"),
    "asks for money": (answer(b"", status="402 Payment Required"), "fetch.refused"),
    "asks who it is": (answer(b"", status="401 Unauthorized"), "fetch.refused"),
    "has no such page": (answer(b"", status="404 Not Found"), "fetch.gone"),
    "has it no more": (answer(b"", status="410 Gone"), "fetch.gone"),
    "is asked too often": (answer(b"", "Retry-After: 9" + "9" * 400, status="429 Too Many"), "fetch.busy"),
    "is overloaded": (answer(b"", "Retry-After: soon", status="503 Busy"), "fetch.busy"),
    "fails": (answer(b"", status="500 Oops"), "fetch.failing"),
    "gives a status of its own": (answer(b"", status="999 Hm"), "fetch.failing"),
}


@pytest.mark.parametrize(("script", "code"), HOSTILE.values(), ids=HOSTILE)
def test_a_server_that_does_not_give_the_page_is_told_of_in_time(script: Script, code: str) -> None:
    begun = time.monotonic()
    assert refusal(script).message.code == code
    assert time.monotonic() - begun < IN_TIME


def test_a_public_page_may_not_lead_into_the_users_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_is_private", lambda url: "inner" in url)
    script = answer(b"", "Location: http://inner.example/router", status="302 Go")
    error = refusal(script)
    assert (error.message.code, error.message.params["url"]) == ("fetch.led-astray", "http://inner.example/router")


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://127.0.0.1/", True),
        ("http://[::1]:80/", True),
        ("http://10.1.2.3/", True),
        ("http://192.168.1.1/", True),
        ("http://169.254.169.254/latest", True),
        ("http://localhost/", True),
        ("http://1.1.1.1/", False),
        ("http://[2606:4700::1111]/", False),
        ("http://no-such-host.invalid/", False),
        ("http:///", False),
    ],
)
def test_which_addresses_are_private(url: str, private: bool) -> None:
    assert fetching._is_private(url) == private


@pytest.mark.parametrize("url", ["http://", "http://[", "https://exa mple/", "http://a\x00b/", "http://\udcff/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(BriefingError) as caught:
        download(url, seconds=SECONDS)
    assert caught.value.message.code in {"fetch.address", "fetch.unreachable"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("https://a.example/x", True), ("HTTP://A", True), ("ftp://a", False), ("file:///x", False), ("1", False)],
)
def test_an_address_is_of_the_web(name: str, expected: bool) -> None:
    assert is_address(name) == expected


def test_more_than_the_limit_is_refused() -> None:
    error = refusal(answer(b"x" * 2000), limit=1000)
    assert isinstance(error, InputError)
    assert error.exit_code == 3


def test_a_redirection_within_the_network_is_followed() -> None:
    with misbehaving(answer()) as inner, misbehaving(answer(b"", f"Location: {inner}", status="301 Go")) as url:
        found = download(url)
    assert (found.data, found.url.rstrip("/")) == (PAGE, inner.rstrip("/"))
