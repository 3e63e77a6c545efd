"""Going from difference to difference, and pins that cross."""

import pytest

from briefing.article import Span
from tui.layout.links import next_span
from tui.layout.pins import Pins, toggled

SPANS = (Span(10, 20), Span(20, 30), Span(25, 40), Span(60, 70))


@pytest.mark.parametrize(
    ("at", "current", "step", "wanted"),
    [
        # In a gap: the nearest on that side.
        (0, None, 1, Span(10, 20)),
        (0, None, -1, None),
        (50, None, 1, Span(60, 70)),
        (50, None, -1, Span(25, 40)),
        (90, None, 1, None),
        (90, None, -1, Span(60, 70)),
        # Within one: the neighbours of that one.
        (12, None, 1, Span(20, 30)),
        (12, None, -1, None),
        (22, None, 1, Span(25, 40)),
        (22, None, -1, Span(10, 20)),
        (65, None, 1, None),
        (65, None, -1, Span(25, 40)),
        # The end of a span is not in it.
        (40, None, 1, Span(60, 70)),
        # Where two overlap, the later one holds the offset, unless one was gone to.
        (27, None, 1, Span(60, 70)),
        (27, Span(20, 30), 1, Span(25, 40)),
        (27, Span(20, 30), -1, Span(10, 20)),
        (25, Span(25, 40), -1, Span(20, 30)),
        # What was gone to counts, wherever the line begins.
        (0, Span(60, 70), -1, Span(25, 40)),
        (0, Span(10, 20), 1, Span(20, 30)),
        # A passage that is no difference does not count.
        (12, Span(11, 13), 1, Span(20, 30)),
    ],
)
def test_the_next_and_the_previous_difference(at: int, current: Span | None, step: int, wanted: Span | None) -> None:
    assert next_span(SPANS, at, current, step) == wanted


def test_without_differences_there_is_no_next_one() -> None:
    assert next_span((), 5, None, 1) is None


@pytest.mark.parametrize(
    ("pins", "place", "wanted"),
    [
        (frozenset(), (2, 3), {(2, 3)}),
        # In the same order they stay together.
        ({(1, 1), (5, 6)}, (2, 3), {(1, 1), (2, 3), (5, 6)}),
        # One that crosses the new one gives way.
        ({(1, 5)}, (2, 3), {(2, 3)}),
        ({(4, 1)}, (2, 3), {(2, 3)}),
        ({(1, 1), (4, 2), (6, 7)}, (2, 3), {(1, 1), (2, 3), (6, 7)}),
        # So does one that holds either paragraph.
        ({(2, 4)}, (2, 3), {(2, 3)}),
        ({(1, 3)}, (2, 3), {(2, 3)}),
        # The same one is let go.
        ({(2, 3), (4, 5)}, (2, 3), {(4, 5)}),
    ],
)
def test_a_new_pin_takes_the_place_of_those_that_it_crosses(
    pins: Pins, place: tuple[int, int], wanted: set[tuple[int, int]]
) -> None:
    assert toggled(frozenset(pins), place) == wanted
