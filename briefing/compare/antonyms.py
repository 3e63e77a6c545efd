"""Words that cannot both hold of the same thing: "rise" and "fall", "acquit" and "convict", "acceptable" and "unacceptable"."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from briefing.language.stem import stem

# A third sense of the dictionary still counts: the sentences tell the same thing but for these words.
_LIKELY: Final = 0.7
_SURE: Final = 0.8
# What turns an English word into its opposite.
_PREFIX: Final = "un"
_SHORTEST: Final = 4
_CONVERSE: Final = "<>"


@cache
def _table(*, converse: bool) -> Mapping[str, frozenset[str]]:
    """Key of an English word -> keys of its antonyms, or of its converses. Dutch words have the keys of what they mean in English."""
    found: dict[str, set[str]] = {}
    for sides in _lines(converse=converse):
        for one, other in (sides, sides[::-1]):
            for key in one:
                found.setdefault(key, set()).update(other)
    return {key: frozenset(others) for key, others in found.items()}


@cache
def _lines(*, converse: bool) -> tuple[tuple[set[str], set[str]], ...]:
    """The keys on both sides of each line."""
    text = files("briefing.language.en").joinpath("antonyms.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and line[0] != "#" and (_CONVERSE in line) == converse]
    parted = [line.replace(_CONVERSE, "|").split("|") for line in lines]
    return tuple(
        ({_key(word) for word in one.split()}, {_key(word) for word in other.split()}) for one, other in parted
    )


def _key(word: str) -> str:
    """The key of a word, or of a verb with its particle, which are joined by an underscore."""
    verb, _, particle = word.partition("_")
    return f"en:{stem(verb, 'en')} {particle}".rstrip()


@cache
def antonym_lines() -> Mapping[str, tuple[int, ...]]:
    """Key of an English word -> the numbers of the lines of antonyms that have it, on either side."""
    found: dict[str, tuple[int, ...]] = {}
    for number, sides in enumerate(_lines(converse=False)):
        for key in sides[0] | sides[1]:
            found[key] = (*found.get(key, ()), number)
    return found


def keys_of_antonyms() -> Iterable[str]:
    """The keys of all words that have an antonym."""
    return (*_table(converse=False), *_table(converse=True))


def are_antonyms(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether the likeliest meanings of two words, given as their keys with strengths, are opposites."""
    table = _table(converse=False)
    against = {key for key, strength in one.items() if strength >= _LIKELY for key in table.get(key, ())}
    meant = [key for key, strength in other.items() if strength >= _LIKELY]
    listed = any(key in against for key in meant)
    return (listed or _are_prefixed(one, meant)) and not _alike(one, other)


def are_converse(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two verbs tell one thing from either side, such as "buy" and "sell": opposites only of the same one who does it."""
    table = _table(converse=True)
    against = {key for key, strength in one.items() if strength >= _LIKELY for key in table.get(key, ())}
    return any(strength >= _LIKELY and key in against for key, strength in other.items()) and not _alike(one, other)


def are_antonyms_by_particle(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two uses of one verb are antonyms by their particles, such as "vote for" and "vote against"."""
    parted = ({key: strength for key, strength in keys.items() if " " in key} for keys in (one, other))
    return are_antonyms(*parted)


def _are_prefixed(one: Mapping[str, float], other: Iterable[str]) -> bool:
    ours = [key[3:] for key, strength in one.items() if strength >= _LIKELY and key.startswith("en:")]
    theirs = [key[3:] for key in other if key.startswith("en:")]
    return any(_negates(a, b) or _negates(b, a) for a in ours for b in theirs)


def _negates(longer: str, word: str) -> bool:
    """Whether the longer word is the other one behind the prefix that negates."""
    return len(word) >= _SHORTEST and longer == _PREFIX + word


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    return any(strength * other.get(key, 0.0) >= _SURE for key, strength in one.items())
