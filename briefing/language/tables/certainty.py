"""What makes a content less than certain, and what negates it: `certainty.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """Phrases that hedge, by the certainty that they leave and by what they say."""

    unspecified: Mapping[str, tuple[str, ...]]
    possible: Mapping[str, tuple[str, ...]]
    probable: Mapping[str, tuple[str, ...]]
    weak: tuple[str, ...]
    cues: tuple[str, ...]
    with_infinitive: tuple[str, ...]
    feasible: frozenset[str]
    enabling: frozenset[str]
    traps: tuple[str, ...]

    def groups(self, certainty: str) -> Mapping[str, tuple[str, ...]]:
        """The phrases that leave this certainty, by what they say."""
        levels = {"unspecified": self.unspecified, "possible": self.possible, "probable": self.probable}
        return levels[certainty]

    def by_group(self) -> dict[str, tuple[str, ...]]:
        """The phrases by what they say, whatever certainty they leave."""
        found: dict[str, tuple[str, ...]] = {}
        for groups in (self.unspecified, self.possible, self.probable):
            for group, listed in groups.items():
                found[group] = (*found.get(group, ()), *listed)
        return found

    def listed(self) -> tuple[str, ...]:
        """All phrases that hedge, or look as if they did."""
        return (*(phrase for listed in self.by_group().values() for phrase in listed), *self.traps)


@dataclass(frozen=True, slots=True)
class AbilityWords:
    """Modals of possibility and ability, and what tells the two apart."""

    modals: frozenset[str]
    doubtful: frozenset[str]
    abilities: frozenset[str]
    happenings: frozenset[str]
    becoming: frozenset[str]
    perfect: frozenset[str]
    purposes: frozenset[str]
    conceding: frozenset[str]
    states: frozenset[str]
    concessions: frozenset[str]
    adversatives: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportativeWords:
    """Modals that report, as "zou", and what makes them a condition or a future."""

    words: frozenset[str]
    own: frozenset[str]
    only_with: frozenset[str]
    promises: frozenset[str]
    told: frozenset[str]
    later: frozenset[str]
    advice: frozenset[str]
    conditions: frozenset[str]
    otherwise: tuple[str, ...]
    manner: frozenset[str]


@dataclass(frozen=True, slots=True)
class NegationWords:
    """Words and phrases that negate; `exempt` are phrases in which they do not."""

    weak: frozenset[str]
    words: frozenset[str]
    implied: frozenset[str]
    untrue: frozenset[str]
    modifying: frozenset[str]
    made: str
    instead: tuple[str, ...]
    degrees: frozenset[str]
    without: frozenset[str]
    open: frozenset[str]
    exempt: tuple[str, ...] = field(metadata={"key": "not"})


@dataclass(frozen=True, slots=True)
class CertaintyWords:
    """The tables of `certainty.toml`."""

    hedges: HedgeWords
    ability: AbilityWords
    reportative: ReportativeWords
    negations: NegationWords
