"""The versions of a report in a library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from analysis import Analysis
from store import ArticleEdit, Library
from tests.store.articles import DUTCH, report

EDITED = (*DUTCH, "De dienst maakt morgen meer bekend.")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        yield library


def versions(library: Library, number: str) -> list[str]:
    article = library.articles.get(number)
    return [one.id for one in Analysis(library).versions([article])[number].articles]


def test_an_article_added_again_with_another_text_is_kept_as_a_version(library: Library) -> None:
    library.articles.add(report("Zorgen", *DUTCH, published=None))
    assert library.articles.add(report("Zorgen", *EDITED, published=None)).new
    assert versions(library, "1") == versions(library, "2") == ["1", "2"]


def test_the_same_address_makes_a_version_whatever_the_text(library: Library) -> None:
    for text in ("De markt is open.", "In de polder is het nat."):
        library.articles.add(replace(report("Kort", text, outlet=None), url="https://a.example/kort"))
    assert versions(library, "1") == ["1", "2"]


def test_the_same_text_in_another_paper_is_no_version(library: Library) -> None:
    library.articles.add(report("Zorgen", *DUTCH))
    library.articles.add(report("Zorgen", *EDITED, outlet="Het Blad"))
    assert versions(library, "1") == ["1"]


def test_a_version_in_the_trash_is_left_out_and_one_in_the_archive_is_not(library: Library) -> None:
    for text in ("De markt is open.", "De markt is dicht.", "De markt is vol."):
        library.articles.add(replace(report("Kort", text), url="https://a.example/kort"))
    library.articles.trash("2")
    library.articles.archive("3")
    assert versions(library, "1") == ["1", "3"]


def test_an_address_that_was_edited_meanwhile_counts(library: Library) -> None:
    one = library.articles.add(report("Kort", "De markt is open.")).article
    two = library.articles.add(report("Lang", "In de polder is het nat.")).article
    for article in (one, two):
        library.articles.edit(article.id, ArticleEdit(url="https://a.example/kort"))
    assert len(Analysis(library).versions([one])["1"].articles) == 2


def test_the_revision_follows_the_corrections_of_the_user(library: Library) -> None:
    from briefing.claims.claim import ClaimCorrection

    one = library.articles.add(report("Kort", "De markt zou in mei sluiten.", outlet="A")).article
    two = library.articles.add(report("Kort", "De markt zou in mei gaan sluiten.", outlet="A")).article
    kinds = {kind for change in Analysis(library).revision(one, two).changes for kind in change.kinds}
    assert "hardened" not in kinds
    claim = Analysis(library).claims(two)[0]
    correction = ClaimCorrection(two.passage(claim.content.span), "change", certainty="certain")
    library.corrections.add_claim(two.id, correction)
    kinds = {kind for change in Analysis(library).revision(one, two).changes for kind in change.kinds}
    assert "hardened" in kinds
