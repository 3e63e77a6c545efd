"""The words of a search, and how compounds are joined: `search.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.article import Language
from briefing.language.tables.loading import load


@dataclass(frozen=True, slots=True)
class SearchWords:
    """Filters and states by the words for them, words for yes and no, and what may stand between the parts of a compound."""

    filters: Mapping[str, str]
    states: Mapping[str, str]
    yes: frozenset[str]
    no: frozenset[str]
    joints: tuple[str, ...]


@cache
def search_words(language: Language) -> SearchWords:
    """The words of a language; none if it has no `search.toml`."""
    return load(SearchWords, language, "search")
