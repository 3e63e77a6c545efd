"""A request with one deadline for connecting, waiting and reading, however slowly the answer comes."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import (
    BaseHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from briefing.translate.addresses import same_host

_LONGEST: Final = 86_400.0
"""A deadline is at most a day."""


class Deadline:
    """The deadline at which a request is aborted, whatever it is waiting for."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + min(seconds, _LONGEST)
        self._watched: list[tuple[threading.Timer, socket.socket]] = []

    @property
    def left(self) -> float:
        """The seconds left, at least a little, since 0 makes a socket non-blocking."""
        return max(0.001, self._until - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self._until

    def watch(self, connected: socket.socket) -> None:
        """Break off the connection when the time is up, with or without encryption on top of it."""
        same = connected.dup()
        timer = threading.Timer(self.left, _break_off, (same,))
        timer.daemon = True
        timer.start()
        self._watched.append((timer, same))

    def lift(self) -> None:
        """Stop watching."""
        for timer, same in self._watched:
            timer.cancel()
            same.close()
        self._watched.clear()


def _break_off(connected: socket.socket) -> None:
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    finally:
        connected.close()


@contextmanager
def answered(
    request: Request, seconds: float, *, locally: bool = False, follow: bool = False
) -> Iterator[HTTPResponse]:
    """The answer to a request, which must be read within the block.

    Redirections are not followed, or with `follow` only on the same host: a text, and a key with it, goes where the user said.
    Proxies of the environment are used unless it goes to this machine itself (`locally`).

    Raises:
        TimeoutError: the time was up, in the block too.
        OSError, http.client.HTTPException, ValueError: anything else that went wrong.
    """
    deadline = Deadline(seconds)
    try:
        with _opener(deadline, locally=locally, follow=follow).open(request, timeout=deadline.left) as response:
            yield response
    except HTTPError:
        raise
    except Exception:
        if deadline.is_over:
            raise TimeoutError from None
        raise
    finally:
        deadline.lift()


def _watched(make: Callable[..., HTTPConnection], deadline: Deadline) -> Callable[..., Any]:
    """Makes connections that are watched from the moment they are connected, which is before any encryption."""

    def connection(*args: Any, **options: Any) -> HTTPConnection:
        made: Any = make(*args, **options)
        connects = made._create_connection  # noqa: SLF001

        def connected(*args: Any, **options: Any) -> socket.socket:
            found: socket.socket = connects(*args, **options)
            deadline.watch(found)
            return found

        made._create_connection = connected  # noqa: SLF001
        found: HTTPConnection = made
        return found

    return connection


class _WatchedHTTP(HTTPHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._connection = _watched(HTTPConnection, deadline)

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._connection, req)


class _WatchedHTTPS(HTTPSHandler):
    def __init__(self, deadline: Deadline) -> None:
        super().__init__()
        self._connection = _watched(HTTPSConnection, deadline)

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._connection, req)


class _SameHost(HTTPRedirectHandler):
    """Follows a redirection on the same host, never to a less safe scheme."""

    max_redirections = 4

    def http_error_302(self, req: Request, fp: Any, code: int, msg: str, headers: Any) -> HTTPResponse | None:
        try:
            return super().http_error_302(req, fp, code, msg, headers)
        except ValueError:
            raise HTTPError(req.full_url, code, msg, headers, fp) from None

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(  # noqa: PLR0917 -- the signature of the standard library
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        if not same_host(req.full_url, newurl):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(deadline: Deadline, *, locally: bool, follow: bool) -> OpenerDirector:
    """Speaks http and https and nothing else."""
    opener = OpenerDirector()
    handlers: list[BaseHandler] = [
        ProxyHandler({}) if locally else ProxyHandler(),
        _WatchedHTTP(deadline),
        _WatchedHTTPS(deadline),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
    ]
    for handler in [*handlers, _SameHost()] if follow else handlers:
        opener.add_handler(handler)
    return opener
