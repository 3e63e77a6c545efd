"""The word lists that the rules name, from `gloss.toml` of each language."""

from functools import cache

from briefing.article import Language
from briefing.language.languages import read_table


@cache
def _read(language: Language) -> dict[str, str]:
    return read_table(language, "gloss")


def listed(language: Language, name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_read(language)[name].split())


def own_costs(language: Language) -> dict[str, dict[str, float]]:
    """What a word costs in each class that it can have, from lines such as `zijn V0.3 D0.4`."""
    lines = (line.split() for line in _read(language)["own"].splitlines())
    return {word: {item[0]: float(item[1:]) for item in items} for word, *items in filter(None, lines)}
