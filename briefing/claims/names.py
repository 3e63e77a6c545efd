"""Names as they are compared: their words, and whether two names can be one."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from briefing.claims.source_words import articles, titles
from briefing.language.folding import without_accents
from briefing.language.languages import languages


@lru_cache(4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name without accents, articles and marks, in the case in which they stand."""
    words = (word.strip(".,'\"“”‘’()") for word in without_accents(name).split())
    return tuple(word for word in words if word and word.lower() not in _articles())


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one: "Ana Molina", "President Molina" and "Molina", but not "the New York Times" and "the
    Financial Times"; case, accents, articles and titles aside."""
    few, many = sorted((_capitalised(one), _capitalised(other)), key=len)
    return bool(few) and few <= many


def canonical_names(names: Iterable[str]) -> Mapping[str, str]:
    """For each name the fullest one that it can be; a name that fits two of them stays apart."""
    by_word: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for name in sorted(set(names), key=lambda one: (-len(words_of(one)), one)):
        keys = [word.lower() for word in words_of(name.replace("-", " "))]
        known = dict.fromkeys(one for key in keys for one in by_word.get(key, ()) if same_name(name, one))
        found[name] = next(iter(known)) if len(known) == 1 else name
        if found[name] == name:
            for key in keys:
                by_word.setdefault(key, []).append(name)
    return found


def is_name(words: str) -> bool:
    """Whether there is a name in the words."""
    return bool(_capitalised(words))


def _capitalised(name: str) -> frozenset[str]:
    """The capitalised words of a name in lower case; a title only where the name is nothing else."""
    words = frozenset(word.lower() for word in words_of(name.replace("-", " ")) if word[:1].isupper())
    return words - _titles() or words


@cache
def _articles() -> frozenset[str]:
    return frozenset().union(*map(articles, languages()))


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.strip(".") for language in languages() for title in titles(language))
