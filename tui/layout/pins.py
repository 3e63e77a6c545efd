"""Pins: pairs of paragraphs that the user put level."""

from collections.abc import Iterable

from tui.layout.alignment import Anchor

Pins = frozenset[Anchor]


def toggled(pins: Pins, place: Anchor) -> Pins:
    """The pins with a new one, without those that it crosses or shares a paragraph with; without it if it was there."""
    if place in pins:
        return pins - {place}
    return frozenset(_beside(pins, place)) | {place}


def _beside(pins: Iterable[Anchor], place: Anchor) -> Iterable[Anchor]:
    return (pin for pin in pins if (pin[0] - place[0]) * (pin[1] - place[1]) > 0)
