"""Words that tell who a source is: `names.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleWords:
    """Titles before the name of a person, and what may stand after it."""

    person: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindWords:
    """Nouns by the kind of source that they name, words of amount, and endings of nouns for one person, a member, or a people."""

    person: tuple[str, ...]
    organisation: tuple[str, ...]
    anonymous: tuple[str, ...]
    document: tuple[str, ...]
    group: tuple[str, ...]
    amounts: frozenset[str]
    person_endings: tuple[str, ...]
    member_endings: tuple[str, ...]
    case_endings: tuple[str, ...]
    people_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """Agencies and papers by name, nouns for them, and the last words of their names."""

    names: frozenset[str]
    nouns: frozenset[str]
    papers: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnonymousWords:
    """What tells that somebody is not named."""

    modifiers: frozenset[str]
    insight: frozenset[str]
    conditions: frozenset[str]
    persons: frozenset[str]


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """Organisations by name, parts of the names of companies and ministries, and endings of nouns for one that surnames have too."""

    names: frozenset[str]
    endings: frozenset[str]
    links: frozenset[str]
    bodies: frozenset[str]
    departments: frozenset[str]
    surname_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PronounWords:
    """Pronouns by what they can stand for, and endings of a finite verb in the plural."""

    person: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    subject: frozenset[str]
    author: frozenset[str]
    one: frozenset[str]
    definite: frozenset[str]
    relative: frozenset[str]
    plural_verbs: tuple[str, ...]
    his: frozenset[str]
    hers: frozenset[str]

    def is_personal(self, word: str) -> bool:
        """Whether the word stands for somebody or something named before."""
        return word in self.person or word in self.plural or word in self.neuter


@dataclass(frozen=True, slots=True)
class GenderWords:
    """Nouns for a man or a woman."""

    masculine: frozenset[str]
    feminine: frozenset[str]


@dataclass(frozen=True, slots=True)
class NamesOfPlaces:
    """Places that are no persons, in lower case."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class RoleWords:
    """Nouns that take up a company or an office named before."""

    companies: frozenset[str]
    offices: Mapping[str, str]
    anybody: frozenset[str]
    past: frozenset[str]
    representatives: frozenset[str]
    copulas: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameWords:
    """The tables of `names.toml`."""

    titles: TitleWords
    kinds: KindWords
    agencies: AgencyWords
    anonymous: AnonymousWords
    organisations: OrganisationWords
    pronouns: PronounWords
    gender: GenderWords
    places: NamesOfPlaces
    roles: RoleWords
