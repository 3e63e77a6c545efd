"""Corrections of claims and links, and grades."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefing.article import Span
from briefing.claims.claim import ClaimCorrection
from briefing.claims.source_judgements import SourceJudgement
from briefing.compare.link import LinkCorrection
from briefing.message import NothingFoundError
from store import Grade, Library
from tests.store.articles import report


def test_a_correction_is_stored_unchanged_and_swapped_with_its_sides(library: Library) -> None:
    left, right = (library.articles.add(report(title)).article for title in ("a", "b"))
    correction = ClaimCorrection(left.passage(Span(0, 1)), "change", certainty="possible", source_name="Reuters")
    link = LinkCorrection(left.passage(Span(0, 1)), right.passage(Span(0, 1)), "change", "conflicts")
    first = library.corrections.add_claim("1", correction)
    second = library.corrections.add_link("1", "2", link)
    assert library.corrections.of_claims("1") == {first: correction}
    assert library.corrections.of_links("1", "2") == {second: link}
    assert library.corrections.of_links("2", "1") == {second: replace(link, left=link.right, right=link.left)}
    library.corrections.remove_claim("1", first)
    library.corrections.remove_link("2", "1", second)
    assert library.corrections.of_claims("1") == {}
    assert library.corrections.of_links("1", "2") == {}


def test_a_correction_is_removed_only_from_its_own_article_or_pair(library: Library) -> None:
    left, right, _ = (library.articles.add(report(title)).article for title in ("a", "b", "c"))
    claim = library.corrections.add_claim("1", ClaimCorrection(left.passage(Span(0, 1)), "reject"))
    link = library.corrections.add_link(
        "1", "2", LinkCorrection(left.passage(Span(0, 1)), right.passage(Span(0, 1)), "reject")
    )
    refused: list[Callable[[], None]] = [
        lambda: library.corrections.remove_claim("2", claim),
        lambda: library.corrections.remove_claim("1", link),
        lambda: library.corrections.remove_link("1", "3", link),
        lambda: library.corrections.remove_link("1", "2", claim),
    ]
    for remove in refused:
        with pytest.raises(NothingFoundError):
            remove()
    assert list(library.corrections.of_claims("1")) == [claim]
    assert list(library.corrections.of_links("1", "2")) == [link]


def test_a_grade_replaces_the_one_before(library: Library) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    library.grades.set(Grade("Reuters", "B", at=at))
    library.grades.set(Grade("Reuters", "A", comment="often right", at=at))
    assert library.grades.of_sources() == [Grade("Reuters", "A", comment="often right", at=at)]
    library.grades.set(Grade("Reuters", ""))
    assert library.grades.of_sources() == []


def test_grades_of_sources_and_of_claims_are_kept_apart(library: Library) -> None:
    for title in "ab":
        library.articles.add(report(title))
    at = datetime(2026, 1, 1, tzinfo=UTC)
    grades = {article: Grade("x", letter, article, at=at) for article, letter in ((None, "A"), ("1", "B"), ("2", "C"))}
    for grade in grades.values():
        library.grades.set(grade)
    library.grades.set(replace(grades["1"], grade="D"))
    assert library.grades.of_sources() == [grades[None]]
    assert library.grades.of_claims("1") == [replace(grades["1"], grade="D")]
    assert library.grades.of_claims("2") == [grades["2"]]
    library.grades.set(Grade("x", "", "2"))
    assert library.grades.of_claims("2") == []
    assert len(library.grades.of_sources()) == 1
    library.grades.set(Grade("y", "E"))
    (graded,) = [one.at for one in library.grades.of_sources() if one.subject == "y"]
    assert graded is not None
    assert abs(datetime.now(UTC) - graded) < timedelta(minutes=5)
    for unknown in ("9", "x"):
        with pytest.raises(NothingFoundError):
            library.grades.set(Grade("x", "A", unknown))
        with pytest.raises(NothingFoundError):
            library.grades.of_claims(unknown)


def test_what_is_said_of_two_names_replaces_what_was_said_before_and_is_undone(library: Library) -> None:
    library.corrections.judge_sources(SourceJudgement("Norwa", "Nordic Water", are_same=True))
    library.corrections.judge_sources(SourceJudgement("nordic water", "Norwa", are_same=False))
    assert [one.are_same for one in library.corrections.of_sources().values()] == [False]
    library.undo()
    assert [one.are_same for one in library.corrections.of_sources().values()] == [True]
    library.corrections.forget_sources(SourceJudgement("Nordic Water", "Norwa", are_same=False))
    assert library.corrections.of_sources() == {}
    with pytest.raises(NothingFoundError):
        library.corrections.forget_sources(SourceJudgement("Nordic Water", "Norwa", are_same=False))


def test_what_is_said_of_names_is_exported_and_imported(library: Library, tmp_path: Path) -> None:
    judgement = SourceJudgement("Norwa", "Nordic Water", are_same=True)
    library.corrections.judge_sources(judgement)
    with Library.open(tmp_path / "other") as other:
        assert other.exchange.import_lines(library.exchange.export_lines()) == 1
        assert other.exchange.import_lines(library.exchange.export_lines()) == 0
        assert list(other.corrections.of_sources().values()) == [judgement]
