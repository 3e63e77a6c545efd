"""A verdict needs a tie to one event: a name in both sentences, or two reports of one event."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article, laid_out
from briefing.compare import compare
from briefing.compare.link import Relation

BOTH = "Two people drowned."
LEFT = ["A ferry sank off the coast.", "Divers searched the wreck.", "The captain had left his post."]
RIGHT = ["Heavy rain flooded the valley.", "Farmers lost their harvest.", "A dam broke at night."]
NAMED_LEFT = ["The ferry was on its way to Lemvik.", "Inspector Brandal led the search."]
NAMED_RIGHT = ["The dam above Lemvik broke at night.", "Nobody had warned them, said Brandal."]


def article(sentences: list[str], name: str) -> Article:
    return Article(name, "", "en", laid_out([(" ".join(sentences), "body")]))


def relations(left: list[str], right: list[str]) -> list[Relation | None]:
    return [pair.relation for pair in compare(article(left, "1"), article(right, "2")).pairs]


TIED: list[tuple[list[str], list[str]]] = [
    # Most of the shorter report is in the other one.
    ([BOTH], [BOTH, *RIGHT]),
    ([BOTH, LEFT[0]], [BOTH, LEFT[0], *RIGHT]),
    # Several names in common.
    ([BOTH, *LEFT, *NAMED_LEFT], [BOTH, *RIGHT, *NAMED_RIGHT]),
    # A name in the sentence itself.
    (["Two people drowned near Lemvik.", *LEFT], ["Two people drowned near Lemvik.", *RIGHT]),
]
UNTIED: list[tuple[list[str], list[str]]] = [
    ([BOTH, *LEFT], [BOTH, *RIGHT]),
    # A weekday is no name, and one name in other sentences is not enough.
    (["Two people drowned on Monday.", *LEFT], ["Two people drowned on Monday.", *RIGHT]),
    ([BOTH, *LEFT, NAMED_LEFT[0]], [BOTH, *RIGHT, NAMED_RIGHT[0]]),
]


@pytest.mark.parametrize(("left", "right"), TIED)
def test_what_is_tied_to_one_event_has_a_verdict(left: list[str], right: list[str]) -> None:
    assert relations(left, right)[0] == "same"


@pytest.mark.parametrize(("left", "right"), UNTIED)
def test_what_may_be_of_two_events_has_none(left: list[str], right: list[str]) -> None:
    assert set(relations(left, right)) == {None}


SENTENCES = [BOTH, "Five people drowned.", "Nobody drowned.", *LEFT, *RIGHT, *NAMED_LEFT, *NAMED_RIGHT]
REPORTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True)


@settings(deadline=None, max_examples=60)
@given(REPORTS, REPORTS)
def test_a_tie_holds_in_both_directions(left: list[str], right: list[str]) -> None:
    assert sorted(map(str, relations(left, right))) == sorted(map(str, relations(right, left)))
