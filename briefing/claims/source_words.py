"""The words of a language that tell who a source is: nouns by kind, titles, pronouns, first names."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from briefing.article import Language
from briefing.claims.claim import SourceKind
from briefing.language.lexicon import lexicon, values_in

Gender = Literal["masculine", "feminine", ""]
"""Man or woman, as far as the words tell it."""

_KINDS: Final[tuple[SourceKind, ...]] = ("anonymous", "document", "group", "person", "organisation")
_GENDERS: Final[tuple[Gender, ...]] = ("masculine", "feminine")
_SHORTEST_ENDING: Final = 5


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The personal pronouns by what they can stand for, in lower case; `subject` are those that can be a subject."""

    person: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    subject: frozenset[str]
    author: frozenset[str]
    relative: frozenset[str]
    plural_verbs: tuple[str, ...]

    def is_personal(self, word: str) -> bool:
        """Whether the word stands for somebody or something named before."""
        return word in self.person or word in self.plural or word in self.neuter


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What the words of a language tell of a source; nouns and titles in lower case, first names as they are written."""

    of_noun: dict[str, SourceKind]
    endings: tuple[tuple[str, SourceKind], ...]
    any_ending: tuple[str, ...]
    person_endings: tuple[str, ...]
    titles: frozenset[str]
    agencies: frozenset[str]
    agency_nouns: frozenset[str]
    papers: frozenset[str]
    places: frozenset[str]
    departments: frozenset[str]
    companies: frozenset[str]
    company_endings: frozenset[str]
    organisation_links: frozenset[str]
    offices: dict[str, str]
    anybody: frozenset[str]
    past: frozenset[str]
    anonymous: frozenset[str]
    insight: frozenset[str]
    unnamed_persons: frozenset[str]
    gender_of_noun: dict[str, Gender]
    definite: frozenset[str]
    pronouns: Pronouns

    def is_title(self, word: str) -> bool:
        """Whether the word stands before the name of a person, or is a noun for one."""
        return word in self.titles or self.kind_of(word) == "person"

    def parts_of(self, noun: str) -> set[str]:
        """The noun, and of a compound its last part: "politiewoordvoerder" and "woordvoerder"."""
        if self.of_noun.get(noun, "organisation") != "organisation":
            return {noun}
        parts = {noun, noun.rsplit("-", 1)[-1]}
        parts.update(ending for ending, _ in self.endings if noun.endswith(ending))
        return parts

    def kind_of(self, noun: str) -> SourceKind | None:
        """What a noun names; of a compound its last part decides."""
        listed = self.of_noun.get(noun) or self.of_noun.get(noun.rsplit("-", 1)[-1])
        if listed is None and noun.endswith(self.any_ending):
            listed = next(kind for ending, kind in self.endings if noun.endswith(ending))
        return listed


def _set(table: dict[str, Any], section: str, key: str) -> frozenset[str]:
    """The words of an entry; none where the language does not have it."""
    return frozenset(word.replace("_", " ") for word in table.get(section, {}).get(key, "").split())


@cache
def source_words(language: Language) -> SourceWords:
    """All that is known of sources in the language; read once."""
    table = dict(lexicon(language).names)
    of_noun: dict[str, SourceKind] = {}
    for kind in _KINDS:
        for noun in table["kinds"][kind].split():
            of_noun.setdefault(noun.lower().replace("_", " "), kind)
    one_word = lexicon(language).one_word_nouns
    endings = tuple((noun, kind) for noun, kind in of_noun.items() if one_word and len(noun) >= _SHORTEST_ENDING)
    return SourceWords(
        of_noun=of_noun,
        endings=endings,
        any_ending=tuple(ending for ending, _ in endings),
        person_endings=tuple(_set(table, "kinds", "person_endings")),
        titles=frozenset(title.lower() for title in _set(table, "titles", "person")),
        agencies=frozenset(table["agencies"]["names"]),
        agency_nouns=_set(table, "agencies", "nouns"),
        papers=_set(table, "agencies", "papers"),
        places=_set(table, "places", "names"),
        departments=_set(table, "organisations", "departments"),
        companies=_set(table, "roles", "companies"),
        company_endings=_set(table, "organisations", "endings"),
        organisation_links=_set(table, "organisations", "links"),
        offices=values_in(table["roles"]["offices"]),
        anybody=_set(table, "roles", "anybody"),
        past=_set(table, "roles", "past"),
        anonymous=_set(table, "anonymous", "modifiers"),
        insight=_set(table, "anonymous", "insight"),
        unnamed_persons=_set(table, "anonymous", "persons"),
        gender_of_noun={noun: gender for gender in _GENDERS for noun in _set(table, "gender", gender)},
        definite=_set(table, "pronouns", "definite"),
        pronouns=_pronouns(table),
    )


def _pronouns(table: dict[str, Any]) -> Pronouns:
    kinds = ("person", "masculine", "feminine", "plural", "neuter", "subject", "author", "relative")
    listed = {kind: _set(table, "pronouns", kind) for kind in kinds}
    return Pronouns(**listed, plural_verbs=tuple(_set(table, "pronouns", "plural_verbs")))


@cache
def gender_of_first_name() -> dict[str, Gender]:
    """By first name whether it is a man's or a woman's; "" where it may be either."""
    text = files("briefing.language").joinpath("first_names.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(text)
    genders: dict[str, Gender] = dict.fromkeys(table["either"].split(), "")
    for gender in _GENDERS:
        genders |= dict.fromkeys(table[gender].split(), gender)
    return genders


def titles(language: Language) -> frozenset[str]:
    """The words of a language that stand before the name of a person, in lower case."""
    return source_words(language).titles


def articles(language: Language) -> frozenset[str]:
    """The articles of a language and what else makes a noun definite, in lower case."""
    return source_words(language).definite | lexicon(language).indefinite
