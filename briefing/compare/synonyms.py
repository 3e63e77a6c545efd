"""Keys of words that tell one thing in the news, such as "die" and "fatality", whatever language they are in."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from briefing.compare.antonyms import antonym_lines
from briefing.language.stem import stem

# How surely a word of the dictionary has a meaning to take its synonyms, and how surely these stand for it.
_LIKELY: Final = 0.8
_STRENGTH: Final = 0.85
_TOPIC: Final = 0.7
TOPIC: Final = "!"
"""Begins the keys that a word shares with its antonyms: they tell of one thing, and not the same of it."""


def synonym_keys(keys: Mapping[str, float]) -> dict[str, float]:
    """The keys that a word with these keys shares with its synonyms, with their strength 0..1."""
    meant = [key for key, strength in keys.items() if strength >= _LIKELY]
    found = dict.fromkeys((group for key in meant for group in _groups().get(key, ())), _STRENGTH)
    return found | dict.fromkeys((f"{TOPIC}{line}" for key in meant for line in antonym_lines().get(key, ())), _TOPIC)


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    """Key of an English word -> the keys of its groups."""
    found: dict[str, tuple[str, ...]] = {}
    text = files("briefing.language.en").joinpath("synonyms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            words = line.split()
            for word in words:
                verb, _, particle = word.partition("_")
                key = f"en:{stem(verb, 'en')} {particle}".rstrip()
                found[key] = (*found.get(key, ()), f"&{words[0]}")
    return found
