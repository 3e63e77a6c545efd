"""A server on the loopback address that writes the bytes of its answers itself, so that it can break every rule."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Script = Callable[[socket.socket], None]
"""What is done with a connection after its request was read."""


@contextmanager
def misbehaving(script: Script) -> Iterator[str]:
    """The address of a server that runs the script for each connection, until the block ends."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.02)
    over = threading.Event()

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.settimeout(5)
            _read_request(connection)
            script(connection)

    def accept() -> None:
        while not over.is_set():
            with suppress(OSError):
                threading.Thread(target=serve, args=(listening.accept()[0],), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        thread.join()
        listening.close()


def _read_request(connection: socket.socket) -> None:
    head = b""
    while b"\r\n\r\n" not in head:
        head += connection.recv(4096)
    head, _, body = head.partition(b"\r\n\r\n")
    lengths = [line.partition(b":")[2] for line in head.splitlines() if line.lower().startswith(b"content-length:")]
    wanted = int(lengths[0]) if lengths else 0
    while len(body) < wanted:
        body += connection.recv(4096)


def sends(*parts: bytes) -> Script:
    """Writes the bytes and closes."""

    def script(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)

    return script


def dribbles(first: bytes, rest: bytes, every: float = 0.05) -> Script:
    """Writes the first bytes at once and the rest one at a time, again and again."""

    def script(connection: socket.socket) -> None:
        connection.sendall(first)
        while True:
            for at in range(len(rest)):
                connection.sendall(rest[at : at + 1])
                time.sleep(every)

    return script


def floods(first: bytes, again: bytes) -> Script:
    """Writes the first bytes, and the others without end."""

    def script(connection: socket.socket) -> None:
        connection.sendall(first)
        while True:
            connection.sendall(again)

    return script


def says_nothing(connection: socket.socket) -> None:
    """Keeps the connection open."""
    connection.settimeout(5)
    connection.recv(1)


def resets(connection: socket.socket) -> None:
    """Breaks the connection off without an end."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
