"""What makes a summary: the most relevant units, with one of each sort that must be there."""

from dataclasses import replace

import pytest

from briefing.article import Span
from briefing.summary.choice import Field, Wanted, choose, room_for
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


@pytest.mark.parametrize(("words", "sentences"), [(0, 3), (60, 3), (150, 5), (250, 6), (400, 8), (625, 10), (5000, 10)])
def test_the_number_of_sentences_grows_with_the_root_of_the_length(words: int, sentences: int) -> None:
    assert room_for(words) == sentences


def test_of_two_units_alike_in_worth_the_one_from_another_paragraph_is_taken() -> None:
    first, beside, elsewhere = (replace(unit(place), paragraph=place // 2) for place in range(3))
    field = Field([first, beside, elsewhere], {first: 2.0, beside: 1.0, elsewhere: 1.0}, lambda one, other: 0.0)
    assert choose(field, 2) == [first, elsewhere]


def test_the_lead_may_give_two_units() -> None:
    first, beside, elsewhere = (replace(unit(place), paragraph=place // 2, in_lead=place < 2) for place in range(3))
    field = Field([first, beside, elsewhere], {first: 2.0, beside: 1.0, elsewhere: 1.0}, lambda one, other: 0.0)
    assert choose(field, 2) == [first, beside]


def test_a_unit_that_tells_something_new_goes_before_one_that_does_not() -> None:
    first, again, new = (replace(unit(place), weights={key: 1.0}) for place, key in enumerate(["dam", "dam", "tax"]))
    field = Field(
        [first, again, new], {first: 2.0, again: 1.1, new: 1.0}, lambda one, other: 0.0, {"dam": 0.5, "tax": 0.5}
    )
    assert choose(field, 2) == [first, new]


def test_what_is_worth_nothing_is_left_out_once_there_is_enough() -> None:
    worthless = Field(UNITS, {one: max(0.0, 4.0 - one.first) for one in UNITS}, lambda one, other: 0.0)
    assert {one.first for one in choose(worthless, 6)} == {0, 1, 2, 3}
