"""The word lists that the rules name, from `gloss.toml` of each language."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from briefing.article import Language
from briefing.language.languages import read_table


@cache
def _read(language: Language) -> dict[str, str]:
    return read_table(language, "gloss")


def listed(language: Language, name: str) -> frozenset[str]:
    """The words of a list; an underscore stands for a space within one."""
    return frozenset(word.replace("_", " ") for word in _read(language)[name].split())


def paired(language: Language, name: str) -> Mapping[str, str]:
    """The words of a list with what stands beside each, from pairs such as `na=after in_plaats_van=instead_of`."""
    pairs = (pair.replace("_", " ").partition("=") for pair in _read(language)[name].split())
    return MappingProxyType({word: other for word, _, other in pairs})


def tabled(language: Language, name: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a table with the columns beside each, from lines such as `ik I me`; an underscore stands for a space."""
    rows = ([cell.replace("_", " ") for cell in line.split()] for line in _read(language)[name].splitlines())
    return MappingProxyType({word: tuple(columns) for word, *columns in filter(None, rows)})


def own_costs(language: Language) -> dict[str, dict[str, float]]:
    """What a word costs in each class that it can have, from lines such as `zijn V0.3 D0.4`."""
    lines = (line.split() for line in _read(language)["own"].splitlines())
    return {word: {item[0]: float(item[1:]) for item in items} for word, *items in filter(None, lines)}


def code_of(language: Language) -> str:
    """The code of the language in ISO 639-3, which names of FreeDict's files have."""
    return _read(language)["iso_639_3"]
