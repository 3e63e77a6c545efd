"""A request to a translation service: JSON out, JSON in, and each way it can fail as one message. Knows no engine."""

import json
import queue
import threading
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from typing import Any, Final, TypeVar, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request

from briefing.ingest.clean import on_one_line
from briefing.message import UnavailableError, WrongUseError
from briefing.translate.connection import answered
from briefing.translate.engine_settings import EngineSettings

Result = TypeVar("Result")

_LIMIT: Final = 8_000_000
_AGENT: Final = "briefing"
_LONGEST_WAIT: Final = 86_400
"""A server that asks for more seconds than a day says nothing of use."""


def post(
    engine: str, settings: EngineSettings, path: str, body: Mapping[str, object], headers: Mapping[str, str]
) -> Any:
    """The answer of the engine's server to a JSON body, as parsed JSON.

    Raises:
        WrongUseError: the address is no http or https address.
        UnavailableError: no connection, no answer in time, a refusal, or an answer that is no JSON.
    """
    url = settings.url.rstrip("/") + path
    if not settings.host or urlsplit(url).scheme not in {"http", "https"}:
        raise WrongUseError("translate.address", engine=engine, url=shown(settings.url))
    sent = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": _AGENT, **headers}
    request = Request(url, json.dumps(body).encode("utf-8", "replace"), sent, method="POST")
    try:
        with answered(request, settings.seconds, locally=settings.stays_here) as response:
            return _parsed(engine, settings, response)
    except HTTPError as error:
        with error:
            raise refusal(engine, settings, error.code, error.headers.get("Retry-After", "")) from None
    except TimeoutError:
        raise slow(engine, settings) from None
    except URLError as error:
        raise (slow if isinstance(error.reason, TimeoutError) else unreachable)(engine, settings) from None
    except (OSError, HTTPException, ValueError, OverflowError):
        raise unreachable(engine, settings) from None


def _parsed(engine: str, settings: EngineSettings, response: HTTPResponse) -> Any:
    text = response.read(_LIMIT + 1)
    if len(text) > _LIMIT:
        raise garbage(engine, settings)
    if response.length:
        raise unreachable(engine, settings)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise garbage(engine, settings) from None


def within(seconds: float, act: Callable[[], Result]) -> Result:
    """What a function gives, for a client that keeps no deadline of its own.

    Raises:
        TimeoutError: it did not finish in time; it keeps running, and its result is discarded.
    """
    done: queue.Queue[tuple[Result, None] | tuple[None, Exception]] = queue.Queue()

    def run() -> None:
        try:
            done.put((act(), None))
        except Exception as error:
            done.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        result, error = done.get(timeout=min(seconds, threading.TIMEOUT_MAX))
    except queue.Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return cast("Result", result)


def refusal(engine: str, settings: EngineSettings, status: int, retry_after: str = "") -> UnavailableError:
    """What a status says, and what to do."""
    named = {"engine": engine, "host": settings.host}
    if status in {401, 403}:
        return UnavailableError("translate.key-refused", **named)
    if status == 429:
        seconds = seconds_of(retry_after)
        return (
            UnavailableError("translate.busy", **named)
            if seconds is None
            else UnavailableError("translate.busy-for", **named, count=seconds)
        )
    if status == 404:
        return UnavailableError("translate.not-there", **named, url=shown(settings.url))
    if status == 456:
        return UnavailableError("translate.quota", **named)
    return UnavailableError("translate.status", **named, status=str(status))


def seconds_of(retry_after: str) -> int | None:
    """How long a server asks to wait, given in seconds or as a date."""
    from datetime import UTC, datetime

    try:
        if retry_after.strip().isdecimal():
            seconds = int(retry_after)
        else:
            seconds = max(0, round((parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds()))
    except (TypeError, ValueError, OverflowError):
        return None
    return seconds if seconds <= _LONGEST_WAIT else None


def slow(engine: str, settings: EngineSettings) -> UnavailableError:
    """No answer in time."""
    return UnavailableError("translate.slow", engine=engine, host=settings.host, count=round(settings.seconds))


def unreachable(engine: str, settings: EngineSettings) -> UnavailableError:
    """No connection, or one that broke."""
    return UnavailableError("translate.unreachable", engine=engine, host=settings.host)


def garbage(engine: str, settings: EngineSettings) -> UnavailableError:
    """An answer that makes no sense."""
    return UnavailableError("translate.garbage", engine=engine, host=settings.host)


def shown(url: str) -> str:
    """The address without a user name or password that stands in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return on_one_line(url.rpartition("@")[2])
    return on_one_line(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl())
