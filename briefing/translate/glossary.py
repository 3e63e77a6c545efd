"""A user's own words for the literal translator: `glossary.tsv` or `glossary.toml` beside the settings. They win."""

import tomllib
from pathlib import Path

from briefing.message import InputError
from briefing.regular_file import regular_text

TSV, TOML = "glossary.tsv", "glossary.toml"


def read_glossary(folder: Path) -> dict[str, str]:
    """The user's words, Dutch to English; empty where there is no file. Where both files have a word, the TOML file wins.

    `glossary.tsv` has a Dutch and an English word or phrase on a line, with a tab between them; `glossary.toml` has
    `"Dutch" = "English"`. Lines that begin with # are comments.

    Raises:
        InputError: a file cannot be read or is not in that form; the message names the line.
    """
    return {**_tsv(folder / TSV), **_toml(folder / TOML)}


def _text(path: Path) -> str:
    try:
        return regular_text(path, "utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("translate.glossary-unreadable", path=str(path), reason=str(error)) from None


def _tsv(path: Path) -> dict[str, str]:
    found = {}
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        dutch, _, english = (part.strip() for part in line.partition("\t"))
        if not (dutch and english) or "\t" in english:
            raise InputError("translate.glossary-line", path=str(path), line=number)
        found[dutch] = english
    return found


def _toml(path: Path) -> dict[str, str]:
    try:
        given = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise InputError("translate.glossary-unreadable", path=str(path), reason=str(error)) from None
    wrong = next((key for key, value in given.items() if not isinstance(value, str) or not value.strip()), None)
    if wrong is not None:
        raise InputError("translate.glossary-word", path=str(path), word=wrong)
    return {dutch.strip(): english.strip() for dutch, english in given.items()}
