"""Words that cannot both hold of the same thing: "rise" and "fall", "stay" and "disappear"."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from briefing.language.stem import stem

# A third sense of the dictionary still counts: the sentences tell the same thing but for these words.
_LIKELY = 0.7
_SURE = 0.8


@cache
def _table() -> Mapping[str, frozenset[str]]:
    """Key of an English word -> keys of its opposites. Dutch words have the keys of what they mean in English."""
    found: dict[str, set[str]] = {}
    text = files("briefing.language.en").joinpath("opposites.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line[0] == "#":
            continue
        sides = [{_key(word) for word in side.split()} for side in line.split("|")]
        for one, other in (sides, sides[::-1]):
            for key in one:
                found.setdefault(key, set()).update(other)
    return {key: frozenset(others) for key, others in found.items()}


def _key(word: str) -> str:
    """The key of a word, or of a verb with its particle, which are joined by an underscore."""
    verb, _, particle = word.partition("_")
    return f"en:{stem(verb, 'en')} {particle}".rstrip()


def keys_of_opposites() -> Iterable[str]:
    """The keys of all words that have an opposite."""
    return _table().keys()


def opposite(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether the likeliest meanings of two words, given as their keys with strengths, are opposites."""
    table = _table()
    against = {key for key, strength in one.items() if strength >= _LIKELY for key in table.get(key, ())}
    return any(strength >= _LIKELY and key in against for key, strength in other.items()) and not _alike(one, other)


def opposite_by_particle(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two uses of one verb are opposites by their particles, such as "vote for" and "vote against"."""
    parted = ({key: strength for key, strength in keys.items() if " " in key} for keys in (one, other))
    return opposite(*parted)


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    return any(strength * other.get(key, 0.0) >= _SURE for key, strength in one.items())
