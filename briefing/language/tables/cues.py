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
    def mark(self) -> str:
        """The preposition that must introduce what is said of its object, after "=" among what it takes; empty for any."""
        return next((word[1:] for word in self.takes if word.startswith("=")), "")

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
    """Phrases before the origin of what is said, prepositions before whom or where it is said, verbs as "quoted ... as saying"."""

    origins: tuple[Phrase, ...]
    addressing: frozenset[str]
    outlets: frozenset[str]
    quoting: frozenset[str]


@dataclass(frozen=True, slots=True)
class AccountWords:
    """Words by which a sentence tells whose account it is, without a verb of saying: "nach eigenen Angaben"."""

    marks: frozenset[str]
    """Prepositions before such a noun, or behind it: "ihrer Ansicht | nach"."""
    nouns: frozenset[str]
    own: frozenset[str]
    """Adjectives that make it the account of the subject: "eigenen"."""
    modals: frozenset[str]
    """Modals that tell what their subject claims to have done: "will nichts gesehen haben"."""
    perfect: frozenset[str]
    """Auxiliaries that end such a clause, behind their participle."""
    goals: frozenset[str]
    """Words with which the clause tells of a plan instead: "will bis Mai fünf Schulen gebaut haben"."""


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
    accounts: AccountWords
