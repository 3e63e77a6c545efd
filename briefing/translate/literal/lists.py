"""The word lists that the rules name, from `words.toml` beside the rules of each language."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _read(side: str) -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(
        (files("briefing.translate.literal") / side / "words.toml").read_text(encoding="utf-8")
    )
    return found


def listed(side: str, name: str) -> frozenset[str]:
    """The words of a list of the `dutch` or the `english` rules."""
    return frozenset(_read(side)[name].split())


def own_costs(side: str) -> dict[str, dict[str, float]]:
    """What a word costs in each class that it can have, from lines such as `zijn V0.3 D0.4`."""
    lines = (line.split() for line in _read(side)["own"].splitlines())
    return {word: {item[0]: float(item[1:]) for item in items} for word, *items in filter(None, lines)}
