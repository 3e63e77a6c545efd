"""The models on this machine: installing them from the catalogue, a mirror, a folder or an archive; listing, checking, removing.

A model stands in a folder named after its direction ("nl-en"), with a `model.json` that holds the checksum of each file. It is put
together in a folder beside it and then renamed, so that half a model is never found.
"""

import json
import shutil
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from briefing.message import InputError, NothingFoundError, UnavailableError
from briefing.regular_file import open_regular
from briefing.translate.firefox.catalogue import (
    LARGEST_FILE,
    MANIFEST,
    RECORDS,
    CatalogueModel,
    Direction,
    directions,
    models_in,
)
from briefing.translate.firefox.checksum import Progress, digest_of, is_intact, silent
from briefing.translate.firefox.zstd import largest_content
from briefing.translate.translator import Cancelled, never

_LARGEST: Final = 800_000_000


@dataclass(frozen=True, slots=True)
class Installed:
    """A model on this machine: where, from where, and its files by kind with name, bytes and SHA-256."""

    direction: Direction
    folder: Path
    version: str
    origin: str
    files: Mapping[str, tuple[str, int, str]]

    @property
    def size(self) -> int:
        """Its bytes on disk."""
        return sum(size for _, size, _ in self.files.values())

    def path(self, kind: str) -> Path | None:
        """Where its file of a kind stands."""
        return self.folder / self.files[kind][0] if kind in self.files else None

    def broken(self) -> list[str]:
        """The names of its files that are gone or are not what they were."""
        return [
            name
            for name, size, sha256 in self.files.values()
            if not is_intact(path := self.folder / name, sha256) or path.stat().st_size != size
        ]


def named(direction: Direction) -> str:
    """The name of a direction: "nl-en"."""
    return "-".join(direction)


def direction_of(name: str) -> Direction:
    """The direction of a name.

    Raises:
        NothingFoundError: there is none of that name.
    """
    found = next((direction for direction in directions() if named(direction) == name), None)
    if found is None:
        raise NothingFoundError("models.unknown", name=name, known=", ".join(map(named, directions())))
    return found


def installed(folder: Path) -> dict[Direction, Installed]:
    """The models in a folder; one whose manifest cannot be read is not there."""
    found = {}
    for direction in directions():
        try:
            row: Any = json.loads((folder / named(direction) / MANIFEST).read_text("utf-8"))
            files = {kind: (str(one[0]), int(one[1]), str(one[2])) for kind, one in row["files"].items()}
            if all(Path(name).name == name for name, _, _ in files.values()):
                own = folder / named(direction)
                found[direction] = Installed(direction, own, str(row["version"]), str(row["origin"]), files)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError):
            continue
    return found


def offered(url: str = RECORDS) -> dict[Direction, CatalogueModel]:
    """The models of a catalogue: Mozilla's, or a mirror's by the address of its records.

    Raises:
        UnavailableError: it cannot be read.
    """
    from briefing.translate.firefox.download import read_small

    return models_in(read_small(url), url)


def install(
    model: CatalogueModel, folder: Path, origin: str, *, progress: Progress = silent, cancelled: Cancelled = never
) -> Installed:
    """Download a model of a catalogue, check each file, and move it into place. An interrupted download is continued.

    Raises:
        StoppedError: `cancelled` answered yes; what was downloaded is kept.
        UnavailableError: a download failed, a checksum is wrong, the disk is full.
    """
    from briefing.translate.firefox.download import download

    loading = folder / f"{named(model.direction)}.loading"
    before = 0
    for file in model.files:
        path = loading / f"{file.sha256[:16]}-{file.name}"
        if not is_intact(path, file.sha256):
            start = before
            download(
                file.url,
                path,
                size=file.size,
                sha256=file.sha256,
                progress=lambda done, _, start=start: progress(start + done, model.size),  # type: ignore[misc]
                cancelled=cancelled,
            )
        before += file.size
        progress(before, model.size)
    try:
        with _new_folder(folder, model.direction) as new:
            for file in model.files:
                content = (loading / f"{file.sha256[:16]}-{file.name}").read_bytes()
                (new / file.name).write_bytes(_unpacked(content, file.unpacked, file.name) if file.packed else content)
            _write_manifest(new, model.version, origin, {file.kind: file.name for file in model.files})
    except UnavailableError as error:
        if error.message.code in {"models.checksum", "models.too-large"}:
            shutil.rmtree(loading, ignore_errors=True)
        raise
    shutil.rmtree(loading, ignore_errors=True)
    return installed(folder)[model.direction]


def bring(source: Path, direction: Direction, folder: Path) -> Installed:
    """Install a model that the user has, from a folder or a zip or tar archive with its files in it.

    Raises:
        InputError: there is no such folder or archive, or no whole model in it.
        UnavailableError: it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-model-") as scratch:
        home = source if source.is_dir() else _extracted(source, Path(scratch))
        files = _files_in(home, "".join(direction))
        if "model" not in files or not ("vocab" in files or {"srcvocab", "trgvocab"} <= set(files)):
            raise InputError("models.not-whole", name=str(source), direction=named(direction))
        with _new_folder(folder, direction) as new:
            for kind, path in files.items():
                content = path.read_bytes()
                name = path.name.removesuffix(".zst")
                (new / name).write_bytes(_unpacked(content, "", name) if path.suffix == ".zst" else content)
                files[kind] = new / name
            _write_manifest(new, "", str(source), {kind: path.name for kind, path in files.items()})
    return installed(folder)[direction]


def remove(direction: Direction, folder: Path) -> None:
    """Remove a model, and what there is of one half downloaded.

    Raises:
        NothingFoundError: there is none.
    """
    places = [folder / named(direction), folder / f"{named(direction)}.loading"]
    if not any(place.exists() for place in places):
        raise NothingFoundError("models.none", direction=named(direction))
    for place in places:
        shutil.rmtree(place, ignore_errors=True)


def _files_in(home: Path, languages: str) -> dict[str, Path]:
    """The files of a model by kind, told by the names that Mozilla gives them: `model.nlen.intgemm.alphas.bin`."""
    files: dict[str, Path] = {}
    for path in sorted(home.rglob("*")):
        kind, _, rest = path.name.partition(".")
        if path.is_file() and not path.is_symlink() and kind in {"model", "vocab", "srcvocab", "trgvocab", "lex"}:
            if languages in rest.split("."):
                files[kind] = path
        elif path.is_file() and path.name == "lex.50.50." + languages + ".s2t.bin":
            files["lex"] = path
    return files


def _extracted(source: Path, scratch: Path) -> Path:
    """What is in an archive, unpacked by the safe filter of the standard library, no larger than a model can be."""
    try:
        open_regular(source).close()
        if zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                if sum(one.file_size for one in archive.infolist()) > _LARGEST:
                    raise InputError("models.too-large", name=str(source))
                archive.extractall(scratch)
            return scratch
        with tarfile.open(source) as archive:
            if sum(one.size for one in archive) > _LARGEST:
                raise InputError("models.too-large", name=str(source))
            archive.extractall(scratch, filter="data")
    except (OSError, tarfile.TarError, zipfile.BadZipFile, ValueError, RuntimeError):
        raise InputError("models.no-archive", name=str(source)) from None
    return scratch


def _unpacked(content: bytes, sha256: str, name: str) -> bytes:
    """What is in a file compressed with zstd.

    Raises:
        UnavailableError: it is not what its checksum says, is larger than a model can be, or the package that unpacks it is
            not installed.
    """
    try:
        if largest_content(content) > LARGEST_FILE:
            raise UnavailableError("models.too-large", name=name)
    except (ValueError, IndexError):
        raise UnavailableError("models.checksum", name=name, host="") from None
    try:
        from fxtranslate import discovery
    except ImportError:
        raise UnavailableError("translate.no-package", engine="firefox", extra="firefox") from None
    try:
        return discovery.verify_and_decompress(content, sha256 or None)
    except ValueError:
        raise UnavailableError("models.checksum", name=name, host="") from None


def _write_manifest(folder: Path, version: str, origin: str, names: Mapping[str, str]) -> None:
    files = {
        kind: [name, (folder / name).stat().st_size, digest_of(folder / name)] for kind, name in sorted(names.items())
    }
    row = {"version": version or files["model"][2], "origin": origin, "files": files}
    (folder / MANIFEST).write_text(json.dumps(row, indent=1), "utf-8")


@contextmanager
def _new_folder(folder: Path, direction: Direction) -> Iterator[Path]:
    """A folder that takes the place of the model's when it is filled without an error, and is gone otherwise."""
    place = folder / named(direction)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{named(direction)}-", dir=folder))
    except OSError as error:
        raise _unwritable(error) from None
    try:
        yield new
        shutil.rmtree(place, ignore_errors=True)
        new.rename(place)
    except OSError as error:
        raise _unwritable(error) from None
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _unwritable(error: OSError) -> UnavailableError:
    from briefing.translate.firefox.download import failure

    return failure("", error)
