"""A server on the loopback address that answers as it is told and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


@dataclass
class Asked:
    """A request: its path, headers, and its body as JSON or as the fields of a form."""

    path: str
    headers: Mapping[str, str]
    body: Any


@dataclass
class Answer:
    """What to send back: JSON or raw bytes. `breaks` closes the connection half way, `waits` holds the answer until told."""

    json: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    breaks: bool = False
    waits: threading.Event | None = None


@dataclass
class Server:
    """A running server."""

    url: str
    asked: list[Asked]


@contextmanager
def serving(answer: Callable[[Asked], Answer]) -> Iterator[Server]:
    """A server that answers each request by the function, until the block ends."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def do_GET(self) -> None:
            self._answer(b"")

        def _answer(self, raw: bytes) -> None:
            kind = self.headers.get("Content-Type", "")
            body = json.loads(raw) if "json" in kind else parse_qs(raw.decode())
            asked.append(Asked(self.path, dict(self.headers.items()), body))
            given = answer(asked[-1])
            if given.waits:
                given.waits.wait(30)
            content = given.raw if given.raw is not None else json.dumps(given.json).encode()
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content) + (100 if given.breaks else 0)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
