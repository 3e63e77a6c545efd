"""Words of news that a summary does not leave out: `key_facts.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyFactWords:
    """Words by which a sentence tells of people harmed, and of what was decided; in lower case, as they stand in a text."""

    harm: frozenset[str]
    decision: frozenset[str]
    accusation: frozenset[str]
