"""The whole path of an offline model: installed from a server on this machine, run in its process, how fast and how large.

The model is made by `bench.marian`, as large as Mozilla's "tiny" ones; what it says is word for word.
`python -m bench.offline [--sentences 1000]`
"""

import argparse
import hashlib
import json
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.marian import FIREFOX_TINY, TinyModel, tiny_model
from briefing.translate.firefox import models
from briefing.translate.firefox.engine import Firefox

WORDS: Mapping[str, str] = {
    "regering": "government", "minister": "minister", "zegt": "says", "dat": "that", "gemeente": "municipality",
    "brug": "bridge", "dicht": "closed", "blijft": "remains", "volgens": "according to", "niet": "not", "weg": "road",
    "meer": "more", "geld": "money", "komt": "comes", "vrijdag": "Friday", "politie": "police", "naar verluidt": "reportedly",
    "mogelijk": "possibly", "miljoen": "million", "euro": "euros", "voor": "for", "ziekenhuis": "hospital",
}  # fmt: skip


def records(model: TinyModel, source: str, target: str, version: str = "2.1") -> tuple[bytes, dict[str, bytes]]:
    """The records of a catalogue with the model in one direction, and its files by their places."""
    pair = source + target
    files = {
        f"model.{pair}.intgemm.alphas.bin": ("model", model.model),
        f"srcvocab.{pair}.spm": ("srcvocab", model.source),
        f"trgvocab.{pair}.spm": ("trgvocab", model.target),
    }
    rows = [
        {
            "name": name,
            "fileType": kind,
            "sourceLanguage": source,
            "targetLanguage": target,
            "version": version,
            "architecture": "tiny",
            "attachment": {
                "hash": hashlib.sha256(content).hexdigest(),
                "size": len(content),
                "filename": name,
                "location": f"files/{name}",
            },
        }
        for name, (kind, content) in files.items()
    ]
    served = {f"/v1/files/{name}": content for name, (_kind, content) in files.items()}
    return json.dumps({"data": rows}).encode(), served


@contextmanager
def mirror(catalogue: bytes, files: Mapping[str, bytes], bytes_a_second: float = 1e12) -> Iterator[str]:
    """The address of the records on a server of this machine, which goes on where a download broke off."""
    served = {"/v1/records": catalogue, **files}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = served.get(self.path)
            if content is None:
                self.send_error(404)
                return
            start = int(self.headers.get("Range", "bytes=0-")[6:-1])
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            block = 65_536
            for at in range(start, len(content), block):
                self.wfile.write(content[at : at + block])
                time.sleep(block / bytes_a_second if self.path != "/v1/records" else 0)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/records"
    finally:
        server.shutdown()
        server.server_close()


def sentences(count: int) -> list[str]:
    """Sentences of the words that the model knows and of some that it copies."""
    words = list(WORDS)
    return [
        " ".join(words[(at * 7 + step * step) % len(words)] for step in range(12)) + f" in {at}." for at in range(count)
    ]


def memory(process: int) -> str:
    """The most memory that a process has had, in MB; "?" where the system does not tell."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return "?"
    return f"{int(status.partition('VmHWM:')[2].split()[0]) / 1000:.0f}"


def main() -> None:
    """Make, install, translate, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=1000)
    count = parser.parse_args().sentences
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with mirror(*records(tiny_model(WORDS, FIREFOX_TINY), "nl", "en")) as origin:
            start = time.perf_counter()
            installed = models.install(models.offered(origin)["nl", "en"], folder, origin)
            print(f"installed {installed.size / 1e6:.1f} MB in {time.perf_counter() - start:.1f} s, each file checked")
        engine = Firefox(folder)
        start = time.perf_counter()
        engine.translate(["zegt"], "nl", "en")
        print(f"the first word after {time.perf_counter() - start:.2f} s")
        texts = sentences(count)
        start = time.perf_counter()
        done = engine.translate(texts, "nl", "en")
        seconds = time.perf_counter() - start
        words = sum(len(text.split()) for text in texts)
        print(f"{count} sentences of {words} words in {seconds:.1f} s: {words / seconds:,.0f} words a second")
        print(f"the process had at most {memory(engine.processes()[0])} MB")
        print(f"> {texts[0]}\n< {done[0]}")
        engine.close()


if __name__ == "__main__":
    main()
