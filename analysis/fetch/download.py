"""One page or file from the network, within a time and a size, and never from a page into the user's own network."""

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from briefing import __version__
from briefing.address import is_address
from briefing.ingest.clean import on_one_line
from briefing.ingest.decode import LIMIT
from briefing.message import InputError, UnavailableError

if TYPE_CHECKING:
    import httpx2

SECONDS: Final = 20.0
_MOST_REDIRECTS: Final = 8
_USER_AGENT: Final = f"briefing/{__version__} (a reader's program; fetches only pages that its user names)"
_ACCEPT: Final = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_BUSY: Final = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Download:
    """What a server sent: the bytes, the address they came from in the end, and what it said of them."""

    data: bytes
    url: str
    media_type: str
    charset: str | None


def download(url: str, *, seconds: float = SECONDS, limit: int = LIMIT) -> Download:
    """Fetch an address, following redirections.

    Raises:
        InputError: it is no address of the web, or more than `limit` bytes.
        UnavailableError: the network, the server or the page is not there, or takes more than `seconds`; or it leads to a
            private address from a public one.
    """
    shown = on_one_line(url)
    try:
        import httpx2
    except ImportError:
        raise UnavailableError("ingest.no-extra", name=shown, extra="pages") from None
    until = time.monotonic() + seconds
    try:
        with _client(until) as client:
            return _followed(client, url, limit, until)
    except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, ValueError):
        raise InputError("fetch.address", name=shown) from None
    except (
        httpx2.HTTPError,
        httpx2.StreamError,
        OSError,
        RuntimeError,
    ) as error:  # the last one from a client that was closed
        if time.monotonic() >= until or isinstance(error, (httpx2.TimeoutException, TimeoutError)):
            raise UnavailableError("fetch.slow", name=shown, seconds=round(seconds)) from None
        raise UnavailableError("fetch.unreachable", name=shown, reason=_reason(error)) from None


@contextmanager
def _client(until: float) -> "Iterator[httpx2.Client]":
    """A client that is closed when the time is up, however little the server goes on to send."""
    import httpx2

    left = max(0.1, until - time.monotonic())
    headers = {"User-Agent": _USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
    client = httpx2.Client(headers=headers, timeout=left, follow_redirects=False)
    timer = threading.Timer(left, client.close)
    timer.daemon = True
    timer.start()
    try:
        yield client
    finally:
        timer.cancel()
        client.close()


@contextmanager
def _broken_off(response: "httpx2.Response", until: float) -> Iterator[None]:
    """Within the block, reading ends when the time is up, also from a server that says nothing more."""
    connected = response.extensions["network_stream"].get_extra_info("socket")

    def shut() -> None:
        with suppress(OSError, AttributeError):
            connected.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.01, until - time.monotonic()), shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _followed(client: "httpx2.Client", url: str, limit: int, until: float) -> Download:
    """What the address or the one that it leads to gives."""
    shown, public = on_one_line(url), False
    for hop in range(_MOST_REDIRECTS + 1):
        if hop and (not is_address(url) or (public and _is_private(url))):
            raise UnavailableError("fetch.led-astray", name=shown, url=on_one_line(url)[:100])
        with client.stream("GET", url) as response, _broken_off(response, until):
            if hop and public and _is_local(response):
                raise UnavailableError("fetch.led-astray", name=shown, url=on_one_line(url)[:100])
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                return _read(response, shown, limit, until)
            public = public or not _is_private(url)
            url = urljoin(url, response.headers["location"])
    raise UnavailableError("fetch.circle", name=shown)


def _read(response: "httpx2.Response", shown: str, limit: int, until: float) -> Download:
    """The body of an answer.

    Raises:
        UnavailableError: the server refuses.
        InputError: it is more than `limit` bytes, packed or not.
    """
    if response.status_code >= 400:
        raise UnavailableError(_refusal(response.status_code), name=shown, status=response.status_code)
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > limit:
            raise InputError("ingest.large", name=shown, limit=limit // 1_000_000)
        parts.append(part)
    if time.monotonic() >= until:
        raise TimeoutError
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return Download(b"".join(parts), str(response.url.copy_with(userinfo=b"")), media_type, response.charset_encoding)


def _refusal(status: int) -> str:
    """The code of what is said of an answer that is an error."""
    if status in _BUSY:
        return "fetch.busy"
    if status in {404, 410}:
        return "fetch.gone"
    return "fetch.failing" if status >= 500 else "fetch.refused"


def _is_local(response: "httpx2.Response") -> bool:
    """Whether the answer came from a private address, whatever its name was said to stand for before."""
    address = response.extensions["network_stream"].get_extra_info("server_addr")
    try:
        return not ip_address(str(address[0]).partition("%")[0]).is_global
    except (TypeError, ValueError):
        return False


def _reason(error: Exception) -> str:
    """What the system says of an error, without its number."""
    return re.sub(r"^\[[^\]]*\] ", "", on_one_line(str(error)))[:100] or type(error).__name__


def _is_private(url: str) -> bool:
    """Whether the host of an address is in a network that is not the public one; one that is not found is none."""
    host = urlsplit(url).hostname or ""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return False
    return any(not ip_address(str(one).partition("%")[0]).is_global for one in found)
