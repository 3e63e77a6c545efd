"""The Firefox models: catalogue, download, installing, and the process that runs them."""

import errno
import hashlib
import json
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import urlsplit

import pytest

from briefing.message import BriefingError, InputError, NothingFoundError, UnavailableError, WrongUseError
from briefing.translate.firefox import engine, models
from briefing.translate.firefox.catalogue import RECORDS, CatalogueModel, models_in
from briefing.translate.firefox.download import download
from briefing.translate.translator import StoppedError
from tests.briefing.translate.server import Answer, Asked, Server, serving

CONTENT = bytes(range(256)) * 2000
SHA = hashlib.sha256(CONTENT).hexdigest()


def zstd(content: bytes) -> bytes:
    """A zstd frame that holds a short content as it is (RFC 8878: one segment, one raw block)."""
    block = (len(content) << 3 | 1).to_bytes(3, "little")
    return b"\x28\xb5\x2f\xfd" + bytes([0x20, len(content)]) + block + content


FILES = {
    "model.nlen.intgemm.alphas.bin": ("model", CONTENT, False),
    "vocab.nlen.spm": ("vocab", zstd(b"the words of both"), True),
}


def record(name: str, kind: str, content: bytes, *, packed: bool, **changes: Any) -> dict[str, Any]:
    plain = b"the words of both" if packed else content
    attachment = {
        "hash": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "filename": name + (".zst" if packed else ""),
        "location": f"files/{name}",
    }
    row = {"name": name, "fileType": kind, "sourceLanguage": "nl", "targetLanguage": "en", "version": "2.1"}
    unpacked = {"decompressedHash": hashlib.sha256(plain).hexdigest()} if packed else {}
    return {**row, **unpacked, "architecture": "base", "attachment": attachment, **changes}


def records(**changes: Any) -> dict[str, Any]:
    return {
        "data": [
            record(name, kind, content, packed=packed, **changes) for name, (kind, content, packed) in FILES.items()
        ]
    }


def mirror(asked: Asked) -> Answer:
    """Serves the records and the files, from the byte that is asked for."""
    path = urlsplit(asked.path).path
    if path.endswith("/records"):
        return Answer(records())
    content = FILES[path.rpartition("/")[2]][1]
    start = int(asked.headers.get("Range", "bytes=0-")[6:-1])
    if start:
        whole = f"bytes {start}-{len(content) - 1}/{len(content)}"
        return Answer(raw=content[start:], status=206, headers={"Content-Range": whole})
    return Answer(raw=content)


def offered(server: Server) -> CatalogueModel:
    return models.offered(f"{server.url}/v1/records")["nl", "en"]


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def installed(here: Path) -> models.Installed:
    with serving(mirror) as server:
        return models.install(offered(server), here, server.url)


def test_a_model_is_downloaded_checked_unpacked_and_found_again(here: Path) -> None:
    steps: list[tuple[int, int]] = []
    with serving(mirror) as server:
        model = offered(server)
        found = models.install(model, here, server.url, progress=lambda done, size: steps.append((done, size)))
    assert models.installed(here) == {("nl", "en"): found}
    vocabulary = found.path("vocab")
    assert vocabulary is not None
    assert vocabulary.read_bytes() == b"the words of both"
    assert found.broken() == []
    assert steps == sorted(steps)
    assert steps[-1] == (model.size, model.size)
    assert [path.name for path in here.iterdir()] == ["nl-en"]


def test_a_download_that_broke_off_goes_on_where_it_was(here: Path) -> None:
    half = len(CONTENT) // 2

    def breaking(asked: Asked) -> Answer:
        if "Range" not in asked.headers and asked.path.endswith(".bin"):
            return Answer(raw=CONTENT[:half], breaks=True)
        return mirror(asked)

    with serving(breaking) as server:
        model = offered(server)
        with pytest.raises(UnavailableError) as raised:
            models.install(model, here, server.url)
        assert raised.value.message.code == "models.broken"
        assert models.installed(here) == {}
        models.install(model, here, server.url)
        ranges = [one.headers["Range"] for one in server.asked if "Range" in one.headers]
    assert ranges == [f"bytes={half}-"]
    assert models.installed(here)["nl", "en"].broken() == []


def test_a_server_that_knows_no_ranges_is_read_from_the_start(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.with_name("file.part").write_bytes(b"old")
    with serving(lambda _: Answer(raw=CONTENT)) as server:
        download(server.url, target, size=len(CONTENT), sha256=SHA)
    assert target.read_bytes() == CONTENT


def test_other_bytes_than_the_checksum_says_are_thrown_away(tmp_path: Path) -> None:
    with serving(lambda _: Answer(raw=b"x" * len(CONTENT))) as server, pytest.raises(UnavailableError) as raised:
        download(server.url, tmp_path / "file", size=len(CONTENT), sha256=SHA)
    assert raised.value.message.code == "models.checksum"
    assert list(tmp_path.glob("file*")) == []


def test_a_server_that_sends_more_than_it_said_is_stopped(tmp_path: Path) -> None:
    with serving(lambda _: Answer(raw=CONTENT * 2)) as server, pytest.raises(UnavailableError) as raised:
        download(server.url, tmp_path / "file", size=len(CONTENT), sha256=SHA)
    assert raised.value.message.code == "models.checksum"


def test_a_cancelled_download_keeps_what_came(tmp_path: Path) -> None:
    looks = iter([False, False, True])
    with serving(lambda _: Answer(raw=CONTENT)) as server, pytest.raises(StoppedError):
        download(server.url, tmp_path / "file", size=len(CONTENT), sha256=SHA, cancelled=lambda: next(looks))
    part = (tmp_path / "file.part").read_bytes()
    assert 0 < len(part) < len(CONTENT)
    assert CONTENT.startswith(part)


def test_a_full_disk_is_told_and_keeps_what_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    class Full:
        def __init__(self, file: IO[bytes]) -> None:
            self.file, self.left = file, 100_000

        def write(self, block: bytes) -> int:
            self.left -= len(block)
            if self.left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return self.file.write(block)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

    def open_(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        file: Any = opened(path, mode, *rest, **more)
        return Full(file) if mode == "wb" else file

    monkeypatch.setattr(Path, "open", open_)
    with serving(lambda _: Answer(raw=CONTENT)) as server, pytest.raises(UnavailableError) as raised:
        download(server.url, tmp_path / "file", size=len(CONTENT), sha256=SHA)
    assert raised.value.message.code == "models.disk-full"
    assert (tmp_path / "file.part").stat().st_size > 0


def test_a_server_that_refuses_or_is_not_there_is_told(tmp_path: Path) -> None:
    with serving(lambda _: Answer({}, 503)) as server:
        with pytest.raises(UnavailableError) as raised:
            download(server.url, tmp_path / "file", size=1, sha256=SHA)
        assert raised.value.message.code == "models.status"
    with pytest.raises(UnavailableError) as raised:
        download(server.url, tmp_path / "file", size=1, sha256=SHA)
    assert raised.value.message.code == "models.broken"


def test_only_http_addresses_are_downloaded(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError):
        download("file:///etc/passwd", tmp_path / "file", size=1, sha256=SHA)


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"data": 3}', b'{"data": [{}]}', b"[" * 100_000], ids=len)
def test_a_catalogue_that_is_none_is_told(content: bytes) -> None:
    with pytest.raises(UnavailableError) as raised:
        models_in(content, "https://mirror.example/records")
    assert raised.value.message.code == "models.no-catalogue"


def test_the_newest_whole_model_is_offered_and_no_trial_version() -> None:
    older, newer, trial = records(version="1.9"), records(version="1.10"), records(version="3.0a1")
    half = {"data": records(version="2.0")["data"][:1]}
    rows = [row for one in (older, newer, trial, half) for row in one["data"]]
    found = models_in(json.dumps({"data": rows}).encode(), RECORDS)
    assert found["nl", "en"].version == "1.10"
    assert found["nl", "en"].files[0].url.startswith("https://firefox-settings-attachments.cdn.mozilla.net/files/")


@pytest.mark.parametrize("name", ["../model.bin", "a/b.bin", ".hidden", "c:x", "x" * 200], ids=len)
def test_a_file_whose_name_leads_elsewhere_is_not_offered(name: str) -> None:
    rows = [record(name, "model", CONTENT, packed=False), record("vocab.spm", "vocab", b"x", packed=False)]
    assert models_in(json.dumps({"data": rows}).encode(), RECORDS) == {}


def test_a_spoiled_file_is_found(installed: models.Installed) -> None:
    path = installed.path("model")
    assert path is not None
    path.write_bytes(b"y" + CONTENT[1:])
    assert installed.broken() == [path.name]


def test_a_removed_model_is_gone(installed: models.Installed, here: Path) -> None:
    models.remove(("nl", "en"), here)
    assert models.installed(here) == {}
    with pytest.raises(NothingFoundError):
        models.remove(("nl", "en"), here)


def brought(folder: Path) -> Path:
    folder.mkdir()
    (folder / "model.nlen.intgemm.alphas.bin").write_bytes(CONTENT)
    (folder / "vocab.nlen.spm.zst").write_bytes(zstd(b"words"))
    (folder / "model.enfr.intgemm.alphas.bin").write_bytes(b"another")
    return folder


def as_zip(folder: Path) -> Path:
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"nlen/{path.name}")
    return target


def as_tar(folder: Path) -> Path:
    target = folder.with_suffix(".tar.gz")
    with tarfile.open(target, "w:gz") as archive:
        archive.add(folder, "nlen")
    return target


@pytest.mark.parametrize("packed", [lambda folder: folder, as_zip, as_tar], ids=["folder", "zip", "tar"])
def test_a_model_that_the_user_has_is_installed(packed: Callable[[Path], Path], tmp_path: Path, here: Path) -> None:
    found = models.bring(packed(brought(tmp_path / "brought")), ("nl", "en"), here)
    vocabulary = found.path("vocab")
    assert vocabulary is not None
    assert vocabulary.read_bytes() == b"words"
    assert set(found.files) == {"model", "vocab"}


def test_what_holds_no_model_is_told_and_leaves_nothing(tmp_path: Path, here: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no archive")
    with pytest.raises(InputError) as raised:
        models.bring(text, ("nl", "en"), here)
    assert raised.value.message.code == "models.no-archive"
    with pytest.raises(InputError) as raised:
        models.bring(brought(tmp_path / "brought"), ("en", "nl"), here)
    assert raised.value.message.code == "models.not-whole"
    assert models.installed(here) == {}


def test_an_archive_cannot_write_outside_its_place(tmp_path: Path, here: Path) -> None:
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as archive:
        archive.add(brought(tmp_path / "brought") / "model.nlen.intgemm.alphas.bin", "../../outside.bin")
    with pytest.raises(BriefingError):
        models.bring(evil, ("nl", "en"), here)
    assert not list(tmp_path.rglob("outside.bin"))


WORKER = """
import json, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    text = json.loads(line)["text"]
    if text == "die": sys.exit(3)
    if text == "hang": sys.stdin.read()
    print(json.dumps({"error": "\\x1b[31mno\\n"} if text == "fail" else {"text": text.upper()}), flush=True)
"""


@pytest.fixture
def firefox(installed: models.Installed, here: Path) -> Iterator[engine.Firefox]:
    running = engine.Firefox(here, 10.0, (sys.executable, "-c", WORKER))
    yield running
    running.close()


def test_texts_go_through_the_process_and_come_back(firefox: engine.Firefox) -> None:
    assert firefox.translate(["een", "", "twéé"], "nl", "en") == ["EEN", "", "TWÉÉ"]
    assert firefox.version == "2.1"


@pytest.mark.parametrize(
    ("text", "code"), [("die", "firefox.died"), ("fail", "firefox.failed"), ("hang", "firefox.slow")]
)
def test_a_process_that_dies_fails_or_hangs_takes_nothing_with_it(
    firefox: engine.Firefox, text: str, code: str
) -> None:
    firefox.translate(["een"], "nl", "en")
    firefox.seconds = 10.0 if text != "hang" else 0.3
    firefox.close()
    with pytest.raises(UnavailableError) as raised:
        firefox.translate([text], "nl", "en")
    assert raised.value.message.code == code
    assert raised.value.message.params.get("reason", "no") == "no"
    firefox.seconds = 10.0
    assert firefox.translate(["een"], "nl", "en") == ["EEN"]


def test_the_process_ends_when_the_user_cancels(firefox: engine.Firefox) -> None:
    looks = iter([False] * 20 + [True] * 5)
    with pytest.raises(StoppedError):
        firefox.translate(["een", "hang"], "nl", "en", cancelled=lambda: next(looks, True))


def test_a_file_that_is_not_what_it_was_never_reaches_the_process(
    firefox: engine.Firefox, installed: models.Installed
) -> None:
    path = installed.path("model")
    assert path is not None
    path.write_bytes(b"crafted")
    with pytest.raises(UnavailableError) as raised:
        firefox.translate(["een"], "nl", "en")
    assert raised.value.message.code == "models.spoiled"


def test_a_direction_without_a_model_says_how_to_get_it(firefox: engine.Firefox) -> None:
    with pytest.raises(UnavailableError) as raised:
        firefox.translate(["one"], "en", "nl")
    assert raised.value.message.code == "models.none"


@pytest.mark.parametrize(
    "content", [b"garbage", bytes(64), b"\xff" * 4096, CONTENT], ids=["text", "zeros", "ones", "bytes"]
)
def test_the_real_engine_on_a_bad_model_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("fxtranslate")
    folder = tmp_path / "brought"
    folder.mkdir()
    (folder / "model.nlen.bin").write_bytes(content)
    (folder / "vocab.nlen.spm").write_bytes(b"words")
    models.bring(folder, ("nl", "en"), tmp_path / "models")
    running = engine.Firefox(tmp_path / "models", 30.0)
    with pytest.raises(UnavailableError) as raised:
        running.translate(["een"], "nl", "en")
    assert raised.value.message.code in {"firefox.failed", "firefox.died"}


def test_a_stutter_on_a_short_text_is_mended() -> None:
    said = {
        "Nee": "No no no no",
        "Nee.": "No.",
        "Ja": "Yes it is. Yes it is. Yes it is. Yes it is.",
        "Ja.": "Yes yes yes",
    }
    assert engine.steady("Nee", lambda text: said[text]) == "No"
    assert engine.steady("Ja", lambda text: said[text]) == "Yes it is."
    assert engine.steady("Goed", lambda _: "Good") == "Good"
