"""The ledger judges two sentences as `compare` does, and puts no two facts into one row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article, Language, laid_out
from briefing.compare import compare
from briefing.compare.ledger import ledger_of
from briefing.compare.link import Relation

BOTH = "Three hikers drowned."
FORT = ["The fort at Velm is closed.", "Warden Ines Korr repaired the gate.", "The fort at Velm stays open."]
MOOR = ["A herd crossed the moor.", "Shepherds lost their dogs.", "Fog hung over the moor.", "Four hikers drowned."]
SENTENCES = [BOTH, *FORT, *MOOR, "Nobody drowned.", "Korr may resign.", "Korr resigned.", "The gate cost 800 euros."]
REPORTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True)


def report(name: str, sentences: list[str], language: Language = "en") -> Article:
    return Article(name, "", language, laid_out([(" ".join(sentences), "body")]))


def in_compare(one: Article, other: Article) -> dict[tuple[str, str], Relation | None]:
    pairs = compare(one, other).pairs
    return {(pair.left.of(one.text), pair.right.of(other.text)): pair.relation for pair in pairs}


def in_ledger(one: Article, other: Article, *more: Article) -> dict[tuple[str, str], Relation | None]:
    """The relations of the rows that only the first two reports have, by their sentences."""
    found = {}
    for row in ledger_of([one, other, *more]).rows:
        texts = {entry.article.id: entry.passage.of(entry.article.text) for entry in row.entries}
        links = {link.articles: link.relation for link in row.links}
        if (one.id, other.id) in links:
            found[texts[one.id], texts[other.id]] = links[one.id, other.id]
    return found


@settings(deadline=None, max_examples=60)
@given(REPORTS, REPORTS, REPORTS)
def test_a_verdict_is_the_same_in_the_ledger_and_in_compare(
    left: list[str], right: list[str], third: list[str]
) -> None:
    one, other, more = report("1", left), report("2", right), report("3", third)
    alone, together, beside = in_compare(one, other), in_ledger(one, other), in_ledger(one, other, more)
    assert all(alone[pair] == together[pair] for pair in alone.keys() & together.keys())
    assert all(alone[pair] == beside[pair] for pair in alone.keys() & beside.keys())


def test_what_nothing_ties_to_one_event_is_no_row_of_both() -> None:
    fort, moor = report("1", [BOTH, *FORT[:2]]), report("2", [BOTH, *MOOR[:3]])
    assert set(in_compare(fort, moor).values()) <= {None}
    assert not in_ledger(fort, moor)


TWO_FACTS: list[tuple[str, str, Language]] = [
    ("Warden Ines Korr repaired the gate in Velm.", "Warden Ines Korr praised the gate in Velm.", "en"),
    ("Farmers in Dover were fined on Friday.", "Farmers in Calais were fined on Friday.", "en"),
    ("In 1999 telde Velm 300 schapen.", "In 2019 telde Velm 120 schapen.", "nl"),
    ("Wethouder Ines Korr bezocht de kaasboer in Velm.", "Wethouder Ines Korr beboette de kaasboer in Velm.", "nl"),
]
ONE_FACT: list[tuple[str, str, Language]] = [
    ("At least nine hives stood in Velm.", "Eleven hives stood in Velm.", "en"),
    ("In Velm zijn de bijenkasten verbrand.", "De bijenkasten in Velm zijn verbrand.", "nl"),
]


@pytest.mark.parametrize(("left", "right", "language"), TWO_FACTS)
def test_two_facts_are_two_rows(left: str, right: str, language: Language) -> None:
    assert not in_ledger(report("1", [left], language), report("2", [right], language))


@pytest.mark.parametrize(("left", "right", "language"), ONE_FACT)
def test_one_fact_is_one_row(left: str, right: str, language: Language) -> None:
    assert len(in_ledger(report("1", [left], language), report("2", [right], language))) == 1
