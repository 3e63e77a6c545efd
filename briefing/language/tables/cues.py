"""Words that attribute: `cues.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.language.tables.loading import Phrase


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that attributes: its class, what it takes, and its particle, as "aan" of "kondigt ... aan"."""

    lemma: str
    kind: str
    takes: frozenset[str]
    particle: str = ""

    @property
    def takes_object(self) -> bool:
        """Whether a noun phrase may be its content, by itself or with something said of it."""
        return not self.takes.isdisjoint(("object", "predicate"))


@dataclass(frozen=True, slots=True)
class CueTraps:
    """Phrases that look like a cue."""

    according: frozenset[str]
    choices: frozenset[Phrase]
    meanings: frozenset[Phrase]


@dataclass(frozen=True, slots=True)
class ChainWords:
    """Phrases before the origin of what is said, prepositions before whom it is said to, and verbs as "quoted ... as saying"."""

    origins: tuple[Phrase, ...]
    addressing: frozenset[str]
    quoting: frozenset[str]


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """Verbs of saying nothing."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueWords:
    """The tables of `cues.toml`. Verbs and adjectives stand by class, one a line; `docs/claims.md` tells how."""

    verbs: Mapping[str, str]
    adjectives: Mapping[str, str]
    nouns: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[str, ...]]
    traps: CueTraps
    chain: ChainWords
    refusals: RefusalWords
