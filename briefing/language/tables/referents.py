"""By which words a sentence leans on the one before it: `referents.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BeforeNounWords:
    """Words that point back where the sentence has named nothing yet."""

    pronouns: frozenset[str]
    subject: frozenset[str]
    forward: frozenset[str]
    calendar: frozenset[str]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class FrontWords:
    """First words that carry on what was said, or prepare what will be."""

    leaning: frozenset[str]
    lightly: frozenset[str]
    setting_up: frozenset[str]
    turning: frozenset[str]


@dataclass(frozen=True, slots=True)
class ElsewhereWords:
    """Words of calls to read, watch or listen on."""

    in_front: frozenset[str]
    anywhere: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnywhereWords:
    """Words that point back wherever they stand."""

    adverbs: frozenset[str]
    comparing: frozenset[str]
    turning: frozenset[str]
    demonstratives: frozenset[str]


@dataclass(frozen=True, slots=True)
class DefiniteWords:
    """Articles, and the nouns and adjectives that with them take up something named before."""

    articles: frozenset[str]
    nouns: frozenset[str]
    parts: frozenset[str]
    wholes: frozenset[str]
    added: frozenset[str]


@dataclass(frozen=True, slots=True)
class GenitiveEndings:
    """What a name gets behind it as the owner of something."""

    by_letter: Mapping[str, str]
    otherwise: str

    def of(self, name: str) -> str:
        """The name as an owner."""
        return name + self.by_letter.get(name[-1:].lower(), self.otherwise)


@dataclass(frozen=True, slots=True)
class ReferentWords:
    """The tables of `referents.toml`."""

    before_a_noun: BeforeNounWords
    in_front: FrontWords
    elsewhere: ElsewhereWords
    anywhere: AnywhereWords
    definite: DefiniteWords
    genitive: GenitiveEndings
