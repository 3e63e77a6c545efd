"""What makes a summary: the most relevant units, with one of each sort that must be there."""

from briefing.article import Span
from briefing.summary.choice import Field, Wanted, choose
from briefing.summary.units import Unit


def unit(place: int) -> Unit:
    """A unit of the one sentence at the place."""
    return Unit(0, place, place, (Span(place, place + 1),), str(place), "alone", {}, 8)


UNITS = [unit(place) for place in range(6)]
FIELD = Field(UNITS, {one: 6.0 - place for place, one in enumerate(UNITS)}, lambda one, other: 0.0)
"""Six units that say different things, each less relevant than the one before."""


def is_one_of(*places: int) -> Wanted:
    return lambda one: one.first in places


def chosen(room: int, *musts: Wanted) -> set[int]:
    return {one.first for one in choose(FIELD, room, musts)}


def test_the_most_relevant_units_are_chosen() -> None:
    assert chosen(3) == {0, 1, 2}


def test_what_must_be_there_takes_the_place_of_the_least_relevant_unit() -> None:
    assert chosen(3, is_one_of(5)) == {0, 1, 5}


def test_of_what_must_be_there_the_most_relevant_is_taken() -> None:
    assert chosen(3, is_one_of(4, 5)) == {0, 1, 4}


def test_what_must_be_there_and_is_changes_nothing() -> None:
    assert chosen(3, is_one_of(1), is_one_of(0, 5)) == {0, 1, 2}


def test_a_unit_that_an_earlier_must_needs_is_not_displaced() -> None:
    assert chosen(3, is_one_of(2), is_one_of(5)) == {0, 2, 5}


def test_a_must_that_nothing_meets_leaves_the_choice_as_it_is() -> None:
    assert chosen(3, is_one_of(9)) == {0, 1, 2}


def test_every_must_is_met_while_there_is_room() -> None:
    assert chosen(3, is_one_of(3), is_one_of(4), is_one_of(5)) == {3, 4, 5}
