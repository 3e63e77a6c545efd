"""What a translation is held to, and what answers for it: `parity.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ModalParity:
    """Modals that report, or are a tense or a condition."""

    words: tuple[str, ...]
    excuse: tuple[str, ...]
    free: frozenset[str]
    combined: Mapping[str, str] = field(metadata={"key": "with"})


@dataclass(frozen=True, slots=True)
class ClaimParity:
    """Phrases by which a translation says less or more than its original."""

    weakening: tuple[str, ...]
    strengthening: tuple[str, ...]
    assured: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NegationParity:
    """Phrases that carry a negation without a word of negation."""

    inner: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureParity:
    """Words that stand for a number without being one."""

    also: Mapping[str, str]
    vague: frozenset[str]


@dataclass(frozen=True, slots=True)
class ParityTable:
    """The tables of `parity.toml`; the answers to hedges by group, attributions by class."""

    counterparts: Mapping[str, tuple[str, ...]]
    modals: ModalParity
    claims: ClaimParity
    negations: NegationParity
    attribution: Mapping[str, tuple[str, ...]]
    figures: FigureParity
