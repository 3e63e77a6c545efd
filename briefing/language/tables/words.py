"""Frequent words by tag, what endings tell of the rest, and abbreviations: `words.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.language.abbreviations import Abbreviations


@dataclass(frozen=True, slots=True)
class WordTable:
    """The tables of `words.toml`; tags, endings and shapes by tag."""

    abbreviations: Abbreviations
    tags: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    shapes: Mapping[str, tuple[str, ...]]
