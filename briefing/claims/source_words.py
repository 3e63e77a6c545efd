"""The words of a language that tell who a source is: nouns by kind, titles, pronouns."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import Language
from briefing.claims.claim import SourceKind
from briefing.language.first_names import FEMININE, MASCULINE, Gender
from briefing.language.lexicon import lexicon
from briefing.language.tables.names import GenderWords, KindWords, PronounWords

_SHORTEST_ENDING: Final = 4


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What the words of a language tell of a source; nouns and titles in lower case, first names as they are written."""

    of_noun: dict[str, SourceKind]
    endings: tuple[tuple[str, SourceKind], ...]
    any_ending: tuple[str, ...]
    person_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    titles: frozenset[str]
    agencies: frozenset[str]
    agency_nouns: frozenset[str]
    papers: frozenset[str]
    places: frozenset[str]
    departments: frozenset[str]
    companies: frozenset[str]
    organisations: frozenset[str]
    bodies: frozenset[str]
    company_endings: frozenset[str]
    organisation_links: frozenset[str]
    surname_endings: tuple[str, ...]
    offices: Mapping[str, str]
    anybody: frozenset[str]
    past: frozenset[str]
    representatives: frozenset[str]
    copulas: frozenset[str]
    member_endings: tuple[str, ...]
    case_endings: tuple[str, ...]
    name_suffixes: frozenset[str]
    anonymous: frozenset[str]
    insight: frozenset[str]
    conditions: frozenset[str]
    unnamed_persons: frozenset[str]
    gender_of_noun: dict[str, Gender]
    definite: frozenset[str]
    pronouns: PronounWords

    def ends_as_role(self, word: str) -> bool:
        """Whether a word in lower case ends as a noun for what somebody does, though it is in no list: "ornithologin"."""
        return any(word.endswith(ending) for ending in self.person_endings if len(ending) >= _SHORTEST_ENDING)

    def is_title(self, word: str) -> bool:
        """Whether the word stands before the name of a person, or is a noun for one."""
        return word in self.titles or self.kind_of(word) == "person"

    def parts_of(self, noun: str) -> set[str]:
        """The noun, and of a compound its last part: "politiewoordvoerder" and "woordvoerder"."""
        if self.of_noun.get(noun, "organisation") != "organisation":
            return {noun}
        parts = {noun, noun.rsplit("-", 1)[-1]}
        parts.update(ending for ending, kind in self.endings if kind == "organisation" and noun.endswith(ending))
        return parts

    def kind_of(self, noun: str) -> SourceKind | None:
        """What a noun names; of a compound its last part decides."""
        if "'" in noun and noun.endswith(self.member_endings):
            return "person"
        listed = self.of_noun.get(noun) or self.of_noun.get(noun.rsplit("-", 1)[-1])
        if listed is None and noun.endswith(self.any_ending):
            listed = next(kind for ending, kind in self.endings if noun.endswith(ending))
        if listed is None and noun.endswith(self.case_endings):
            listed = next(
                filter(None, (self.of_noun.get(noun.removesuffix(ending)) for ending in self.case_endings)), None
            )
        return listed

    def kind_of_plural(self, noun: str) -> SourceKind | None:
        """What the plural of a noun names: "kandidaten" of "kandidaat"; several people or organisations are a group."""
        singular = self.kind_of_one(noun)
        return "group" if singular in {"person", "organisation"} else singular

    def kind_of_one(self, noun: str) -> SourceKind | None:
        """What one of those is that a plural names: a person of "kandidaten", a document of "rapporten"."""
        for ending in self.plural_endings:
            if noun.endswith(ending):
                stem = noun[: -len(ending)]
                singular = next((kind for form in _singulars(stem, ending) if (kind := self.kind_of(form))), None)
                if singular is not None:
                    return singular
        return None


def _singulars(stem: str, ending: str) -> tuple[str, ...]:
    """How a noun may be spelled without its plural ending: with one consonant for two, two vowels for one, or the "e" of "en"."""
    vowel = (stem + ending[0],) if ending[0] == "e" else ()
    if stem[-1:] == stem[-2:-1]:
        return stem, stem[:-1], *vowel
    return stem, stem[:-1] + stem[-2:], *vowel


def _kind_by_noun(kinds: KindWords) -> dict[str, SourceKind]:
    """The kind of source that each noun names; of several the first in this order."""
    nouns: tuple[tuple[SourceKind, tuple[str, ...]], ...] = (
        ("anonymous", kinds.anonymous),
        ("document", kinds.document),
        ("group", kinds.group),
        ("person", kinds.person),
        ("organisation", kinds.organisation),
    )
    of_noun: dict[str, SourceKind] = {}
    for kind, listed in nouns:
        for noun in listed:
            of_noun.setdefault(noun.lower(), kind)
    return of_noun


def _compound_endings(of_noun: Mapping[str, SourceKind]) -> tuple[tuple[str, SourceKind], ...]:
    """The nouns that may be the last part of a compound, with the kind of each."""
    return tuple((noun, kind) for noun, kind in of_noun.items() if len(noun) >= _SHORTEST_ENDING)


@cache
def source_words(language: Language) -> SourceWords:
    """All that is known of sources in the language; read once."""
    table = lexicon(language).names
    of_noun, kinds = _kind_by_noun(table.kinds), table.kinds
    endings = _compound_endings(of_noun) if lexicon(language).one_word_nouns else ()
    return SourceWords(
        of_noun=of_noun,
        endings=endings,
        any_ending=tuple(ending for ending, _ in endings),
        person_endings=kinds.person_endings,
        people_endings=kinds.people_endings,
        plural_endings=lexicon(language).plural_endings,
        titles=frozenset(title.lower() for title in table.titles.person),
        agencies=table.agencies.names,
        agency_nouns=table.agencies.nouns,
        papers=table.agencies.papers,
        places=table.places.names,
        departments=table.organisations.departments,
        companies=table.roles.companies,
        organisations=table.organisations.names,
        bodies=table.organisations.bodies,
        company_endings=table.organisations.endings,
        organisation_links=table.organisations.links,
        surname_endings=table.organisations.surname_endings,
        offices=table.roles.offices,
        anybody=table.roles.anybody,
        past=table.roles.past,
        representatives=table.roles.representatives,
        copulas=table.roles.copulas,
        member_endings=kinds.member_endings,
        case_endings=kinds.case_endings,
        name_suffixes=table.titles.after,
        anonymous=table.anonymous.modifiers,
        conditions=table.anonymous.conditions,
        insight=table.anonymous.insight,
        unnamed_persons=table.anonymous.persons,
        gender_of_noun=_gender_by_noun(table.gender),
        definite=table.pronouns.definite,
        pronouns=table.pronouns,
    )


def _gender_by_noun(words: GenderWords) -> dict[str, Gender]:
    return {**dict.fromkeys(words.masculine, MASCULINE), **dict.fromkeys(words.feminine, FEMININE)}


def titles(language: Language) -> frozenset[str]:
    """The words of a language that stand before the name of a person, in lower case."""
    return source_words(language).titles


def articles(language: Language) -> frozenset[str]:
    """The articles of a language and what else makes a noun definite, in lower case."""
    return source_words(language).definite | lexicon(language).indefinite
