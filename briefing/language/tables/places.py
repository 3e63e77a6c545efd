"""Countries, cities and their adjectives: `places.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names by place, as a code of ISO 3166 with the parts below it."""

    countries: Mapping[str, str]
    cities: Mapping[str, str]
    adjectives: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlaceRoles:
    """Words before a place where something happens, words of traits, and names that are words as well.

    `ways` are words before where something comes from or goes to.
    """

    before: frozenset[str]
    traits: frozenset[str]
    homonyms: frozenset[str]
    ways: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlaceTable:
    """The tables of `places.toml`."""

    places: PlaceNames
    role: PlaceRoles
