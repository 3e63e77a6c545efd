"""The FreeDict dictionaries of the system, in the form of dictd: an index of places, and the entries, packed or not.

The index has `headword TAB place TAB length` a line, in bytes and in the base 64 of dictd; `.dict.dz` is gzip with an index of its
own, which gzip passes over (dictfmt(1), dictzip(1)). A file that is missing, damaged or far too large is no dictionary.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from briefing.article import Language
from briefing.language.dictionary import PartOfSpeech
from briefing.translate.literal.lists import code_of

FOLDERS: tuple[Path, ...] = (Path("/usr/share/dictd"), Path("/usr/local/share/dictd"))
"""Where systems keep the files."""
LARGEST = 64 * 1024 * 1024
"""Bytes of an index, or of unpacked entries, that are read; a larger file is no dictionary."""
_DIGITS = {
    digit: value for value, digit in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}
_LETTERS = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "‐": "-", "‑": "-", "’": "'"})
_SAID = re.compile(r"/[^/]*/|\[[^\]]*\]|\([^)]*\)")
_TAG = re.compile(r"<([^<>]*)>")
_NUMBER = re.compile(r"^\d+\.\s+")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
_PARTS: dict[str, PartOfSpeech] = {
    "n": "n",
    "noun": "n",
    "v": "v",
    "vt": "v",
    "vi": "v",
    "verb": "v",
    "a": "a",
    "adj": "a",
    "adjective": "a",
    "adv": "adv",
    "adverb": "adv",
    "int": "int",
    "interj": "int",
}


class Files(NamedTuple):
    """The two files of a dictionary and their sizes in bytes, by which a newer one is told from an older."""

    places: Path
    text: Path
    sizes: tuple[int, int]


class FreedictEntry(NamedTuple):
    """An entry: its part of speech, empty where it does not say so, and its equivalents, meaning by meaning."""

    pos: PartOfSpeech | None
    meanings: tuple[tuple[str, ...], ...]


def files(from_: Language, to: Language, folders: tuple[Path, ...]) -> Files | None:
    """The dictionary from one language to another, in the first folder that has it whole."""
    name = f"freedict-{code_of(from_)}-{code_of(to)}"
    for folder in folders:
        index = folder / f"{name}.index"
        for ending in (".dict.dz", ".dict"):
            text = folder / f"{name}{ending}"
            try:
                if index.is_file() and text.is_file():
                    return Files(index, text, (index.stat().st_size, text.stat().st_size))
            except OSError:
                continue
    return None


@cache
def opened(found: Files | None) -> "FreeDict":
    """The dictionary in the files, read at the first word that is looked up; without files one that has no word."""
    return FreeDict(found)


class FreeDict:
    """Headwords with where their entries are."""

    def __init__(self, found: Files | None) -> None:
        self._files = found
        self._places: dict[str, list[tuple[str, str]]] | None = None
        self._text = b""

    def entries(self, word: str) -> Iterator[FreedictEntry]:
        """The entries whose headword is just this word, which is written in lower case or not as they are."""
        for place, length in self._read().get(_key(word), ()):
            start, size = _number(place), _number(length)
            if start is None or size is None:
                continue
            lines = self._text[start : start + size].decode("utf-8", "replace").translate(_LETTERS).splitlines()
            if lines and _bare(lines[0]) == word:
                found = FreedictEntry(_part(lines), _meanings(lines[1:]))
                if found.meanings:
                    yield found

    def __contains__(self, word: str) -> bool:
        return _key(word) in self._read()

    def _read(self) -> dict[str, list[tuple[str, str]]]:
        if self._places is None:
            self._places = {}
            try:
                if self._files is not None:
                    index = _bytes(self._files.places).decode("utf-8")
                    self._text = _bytes(self._files.text)
                    self._places = _places(index)
            except (OSError, EOFError, ValueError, zlib.error):
                self._text = b""
        return self._places


def _bytes(path: Path) -> bytes:
    """What the file has, unpacked.

    Raises:
        OSError, EOFError, zlib.error: it cannot be read.
        ValueError: it is larger than `LARGEST`.
    """
    with gzip.open(path) if path.suffix == ".dz" else path.open("rb") as file:
        content: bytes = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ValueError(f"{path} is larger than {LARGEST} bytes")
    return content


def _places(index: str) -> dict[str, list[tuple[str, str]]]:
    places: dict[str, list[tuple[str, str]]] = {}
    for line in index.splitlines():
        fields = line.split("\t")
        if len(fields) >= 3 and not fields[0].startswith("00"):
            places.setdefault(_key(fields[0]), []).append((fields[1], fields[2]))
    return places


def _key(word: str) -> str:
    """A headword as the index has it: in lower case, letters, digits and spaces alone."""
    return "".join(c for c in word.translate(_LETTERS).lower() if c.isalnum() or c == " ")


def _number(digits: str) -> int | None:
    value = 0
    for digit in digits:
        if digit not in _DIGITS:
            return None
        value = value * 64 + _DIGITS[digit]
    return value


def _bare(line: str) -> str:
    return " ".join(_TAG.sub(" ", _SAID.sub(" ", line)).split())


def _part(lines: list[str]) -> PartOfSpeech | None:
    """The part of speech in the first angle brackets of an entry: `<n>`, `<adj>`, `<noun, neut>`."""
    for line in lines:
        for tag in _TAG.findall(line):
            for word in re.split(r"[\s,.;]+", tag.lower()):
                if word in _PARTS:
                    return _PARTS[word]
    return None


def _meanings(lines: list[str]) -> tuple[tuple[str, ...], ...]:
    meanings = []
    for line in lines:
        words = (part.strip() for part in re.split("[,;]", _NUMBER.sub("", _bare(line))))
        usable = tuple(dict.fromkeys(word for word in words if _WORDS.fullmatch(word)))
        if usable:
            meanings.append(usable)
    return tuple(meanings)
