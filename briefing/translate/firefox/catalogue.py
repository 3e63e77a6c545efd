"""The catalogue of models: records of Firefox's Remote Settings, or of a mirror."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Final
from urllib.parse import urljoin

from briefing.article import Language
from briefing.language.languages import languages
from briefing.message import UnavailableError
from briefing.translate.addresses import host_of, same_host

RECORDS: Final = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/translations-models-v2/records"
)
ATTACHMENTS: Final = "https://firefox-settings-attachments.cdn.mozilla.net/"
Direction = tuple[Language, Language]
_KINDS: Final = frozenset({"model", "vocab", "srcvocab", "trgvocab", "lex"})
_ORDER: Final = ("base", "base-memory", "tiny")
LARGEST_FILE: Final = 400_000_000
"""The bytes that a file of a model may have, packed or not."""
_NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]{0,98}\w", re.ASCII)
_VERSION: Final = re.compile(r"[0-9][\w.+-]{0,19}", re.ASCII)
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
)
MANIFEST: Final = "model.json"


def directions() -> tuple[Direction, ...]:
    """The directions between the languages with data."""
    return tuple(permutations(languages(), 2))


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model as it is served: what it is, where it is, its size in bytes and its SHA-256; and of what is in it.

    `packed` is whether it is compressed with zstd; `unpacked` is then the SHA-256 of what is in it.
    """

    kind: str
    name: str
    url: str
    size: int
    sha256: str
    packed: bool
    unpacked: str


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """A model for one direction with its files."""

    direction: Direction
    version: str
    architecture: str
    files: tuple[ModelFile, ...]

    @property
    def size(self) -> int:
        """The bytes to download."""
        return sum(file.size for file in self.files)


def models_in(records: bytes, origin: str) -> dict[Direction, CatalogueModel]:
    """The best model of each direction between our languages in the records that were read from an address.

    Raises:
        UnavailableError: the records are no such records.
    """
    try:
        rows = json.loads(records)["data"]
        found = [(row, file) for row in rows if (file := _file(row, origin))]
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise UnavailableError("models.no-catalogue", host=host_of(origin)) from None
    models = {}
    for direction in directions():
        own = [(row, file) for row, file in found if (row["sourceLanguage"], row["targetLanguage"]) == direction]
        if best := _best(direction, own):
            models[direction] = best
    return models


def _best(direction: Direction, found: Iterable[tuple[Mapping[str, Any], ModelFile]]) -> CatalogueModel | None:
    """The newest version that is complete, of the larger architecture."""
    groups: dict[tuple[str, str], dict[str, ModelFile]] = {}
    for row, file in found:
        groups.setdefault((str(row.get("version", "")), str(row.get("architecture") or "")), {})[file.kind] = file
    whole = {
        key: files
        for key, files in groups.items()
        if "model" in files and ("vocab" in files or {"srcvocab", "trgvocab"} <= set(files)) and not _collide(files)
    }
    if not whole:
        return None
    version, architecture = max(whole, key=lambda key: (_number(key[0]), -_rank(key[1])))
    return CatalogueModel(
        direction,
        version,
        architecture,
        tuple(whole[version, architecture][kind] for kind in sorted(whole[version, architecture])),
    )


def _collide(files: Mapping[str, ModelFile]) -> bool:
    """Whether two files would be written over one another, also where the case of letters does not count."""
    names = {file.name.casefold() for file in files.values()}
    return len(names) < len(files) or MANIFEST in names


def _number(version: str) -> tuple[int, tuple[int, ...]]:
    """A version to compare by: numbers part by part, and a trial version ("3.0a1") under every other."""
    parts = version.split(".")
    numbers = tuple(int("".join(sign for sign in part if sign.isdigit()) or 0) for part in parts)
    return int(all(part.isdigit() for part in parts)), numbers


def _rank(architecture: str) -> int:
    return _ORDER.index(architecture) if architecture in _ORDER else len(_ORDER)


def _file(row: Mapping[str, Any], origin: str) -> ModelFile | None:
    """The file of a record; `None` where it is for other languages, or not to be trusted: a name that leads elsewhere, an odd
    checksum, an address on another host.
    """
    attachment = row["attachment"]
    name, sha256, size = str(row["name"]), str(attachment["hash"]).lower(), int(attachment["size"])
    known = row["fileType"] in _KINDS and row["sourceLanguage"] in languages() and row["targetLanguage"] in languages()
    base = ATTACHMENTS if origin == RECORDS else urljoin(origin, ".")
    url, unpacked = (
        urljoin(base, str(attachment["location"]).lstrip("/")),
        str(row.get("decompressedHash") or "").lower(),
    )
    hashes = [sha256, unpacked] if unpacked else [sha256]
    if (
        not (known and _is_plain(name) and _VERSION.fullmatch(str(row.get("version", ""))))
        or not 0 < size <= LARGEST_FILE
    ):
        return None
    if not all(map(_HASH.fullmatch, hashes)) or not same_host(url, base):
        return None
    packed = str(attachment.get("filename", name)).endswith((".zst", ".zstd")) or bool(row.get("decompressedHash"))
    return ModelFile(
        str(row["fileType"]),
        name.removesuffix(".zst"),
        url,
        size,
        sha256,
        packed,
        unpacked,
    )


def _is_plain(name: str) -> bool:
    """Whether a name is that of a file on every platform."""
    return bool(_NAME.fullmatch(name)) and name.partition(".")[0].lower() not in _DEVICES
