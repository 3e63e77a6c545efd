"""The languages that have data: a folder of data files each, named by its code."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from briefing.article import Language

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_CODE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FIRST: Final = ("nl", "en")
_SIGN: Final = "function_words.txt"
"""The file that makes a folder a language's."""


def languages() -> tuple[Language, ...]:
    """The codes of the languages with data, in the order in which they became known."""
    return tuple(_folders())


def has_data(language: Language) -> bool:
    """Whether claims, comparisons and summaries exist for the language."""
    return base(language) in _folders()


def is_code(text: str) -> bool:
    """Whether the text has the form of a language code of BCP 47."""
    return _CODE.fullmatch(text) is not None


def base(language: Language) -> Language:
    """The code without its region or script: "nl" of "nl-BE"."""
    return language.partition("-")[0].lower()


def folder_of(language: Language) -> "Traversable":
    """The folder with the data of the language.

    Raises:
        KeyError: it has none.
    """
    return _folders()[base(language)]


def add_language(language: Language, folder: "Traversable") -> None:
    """Make a language known whose data are in a folder outside the package; before anything is read."""
    _folders()[language] = folder


def remove_language(language: Language) -> None:
    """Forget a language that was added."""
    _folders().pop(language, None)


def read_table(language: Language, name: str) -> dict[str, Any]:
    """The table in the file `name`.toml of the language's folder; empty if it has none."""
    import tomllib

    file = folder_of(language).joinpath(f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


@cache
def _folders() -> "dict[Language, Traversable]":
    from importlib.resources import files

    root = files("briefing.language")
    found = sorted((one for one in root.iterdir() if one.is_dir() and one.joinpath(_SIGN).is_file()), key=_order)
    return {one.name: one for one in found}


def _order(folder: "Traversable") -> tuple[int, str]:
    """The languages that the program was made for first."""
    return _FIRST.index(folder.name) if folder.name in _FIRST else len(_FIRST), folder.name
