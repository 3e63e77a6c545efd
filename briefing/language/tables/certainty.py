"""What makes a content less than certain, and what negates it: `certainty.toml`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """Phrases that hedge, by the certainty that they leave."""

    unspecified: tuple[str, ...]
    possible: tuple[str, ...]
    probable: tuple[str, ...]
    weak: tuple[str, ...]
    cues: tuple[str, ...]
    with_infinitive: tuple[str, ...]
    verbal: frozenset[str]
    traps: tuple[str, ...]

    def of(self, certainty: str) -> tuple[str, ...]:
        """The phrases that leave this certainty."""
        return {"unspecified": self.unspecified, "possible": self.possible, "probable": self.probable}.get(
            certainty, ()
        )

    def listed(self) -> tuple[str, ...]:
        """All phrases that hedge, or look as if they did."""
        return (*self.unspecified, *self.possible, *self.probable, *self.traps)


@dataclass(frozen=True, slots=True)
class AbilityWords:
    """Modals of possibility and ability, and what comes about by itself."""

    modals: frozenset[str]
    past: frozenset[str]
    happenings: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReportativeWords:
    """Modals that report, as "zou", and what makes them a condition or a future."""

    words: frozenset[str]
    promises: frozenset[str]
    later: frozenset[str]
    advice: frozenset[str]
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class NegationWords:
    """Words and phrases that negate; `exempt` are phrases in which they do not."""

    weak: frozenset[str]
    words: frozenset[str]
    implied: frozenset[str]
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
