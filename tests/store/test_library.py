"""What the library keeps and gives back."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from briefing.article import PublicationDate, Span
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.message import NothingFoundError, WrongUseError
from briefing.note import Note
from store import ArticleEdit, ArticleFilter, Attachments, Counts, Grade, Library
from tests.store.articles import report


def test_an_article_comes_back_as_it_went_in(library: Library) -> None:
    article = report()
    added = library.articles.add(article, source="report.txt")
    assert added.new
    assert library.articles.get(added.article.id) == replace(article, id="1")
    assert library.articles.record("1").source == "report.txt"


@pytest.mark.parametrize("hide", ["archive", "trash"])
def test_a_text_that_was_put_away_comes_back_when_it_is_added_again(library: Library, hide: str) -> None:
    library.articles.add(report())
    getattr(library.articles, hide)("1")
    again = library.articles.add(report())
    assert (again.article.id, again.new, again.recovered) == ("1", False, True)
    assert [record.id for record in library.articles.records()] == ["1"]
    library.undo()
    assert library.articles.records() == []
    assert not library.articles.add(report("other")).recovered


def test_the_same_text_twice_finds_the_first(library: Library) -> None:
    first = library.articles.add(report())
    again = library.articles.add(report(outlet="Another"))
    assert not again.new
    assert again.article == first.article


def test_a_lone_surrogate_is_kept(library: Library) -> None:
    article = report("odd \ud800 title", "text with \udfff")
    library.articles.add(article)
    assert library.articles.get("1").text == article.text


def test_an_identifier_is_not_used_again_after_a_removal_and_a_restart(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("one"))
        library.articles.remove("1")
    with Library.open(tmp_path) as library:
        assert library.articles.add(report("two")).article.id == "2"


@pytest.mark.parametrize("identifier", ["7", "", "x", "-1", "1e3", "9" * 30, "\u0661"])
def test_an_unknown_identifier_is_said(library: Library, identifier: str) -> None:
    with pytest.raises(NothingFoundError) as caught:
        library.articles.get(identifier)
    assert caught.value.message.code == "library.no-article"


def test_filters_narrow_the_list(library: Library) -> None:
    library.articles.add(report("a", outlet="De Courant", published="2018-12"))
    library.articles.add(report("b", outlet="The Paper", language="en", published="2019-01-08"))
    library.articles.add(report("c", outlet=None, published=None))
    library.articles.mark_read("1")
    library.articles.tag("2", ("Café", "cafe", " tech "))
    library.dossiers.create("story", ["3", "1"])

    def titles(**fields: Any) -> str:
        return "".join(record.title for record in library.articles.records(replace(ArticleFilter(), **fields)))

    assert titles() == "cba"
    assert titles(order="title", descending=False) == "abc"
    assert titles(order="published", descending=False) == "abc"
    assert titles(order="published") == "bac"
    assert titles(limit=1, offset=1) == "b"
    assert titles(unread=True) == "cb"
    assert titles(language="en") == "b"
    assert titles(outlet="de courant") == "a"
    assert titles(tags=("CAFE", "Tech")) == "b"
    assert titles(dossier="1") == "ca"
    assert titles(newer=PublicationDate(2019)) == "b"
    assert titles(older=PublicationDate(2019)) == "a"
    assert library.articles.record("2").tags == ("cafe", "tech")
    assert library.articles.record("3").dossiers == ("1",)
    assert library.articles.count() == Counts(2, 3)
    assert library.articles.count(ArticleFilter(outlet="De Courant")) == Counts(0, 1)


def test_an_edit_changes_what_is_given_and_what_the_search_finds(library: Library) -> None:
    library.articles.add(report("Oude kop"))
    edited = library.articles.edit("1", ArticleEdit(title="Nieuwe titel", published=None))
    assert (edited.title, edited.published, edited.outlet) == ("Nieuwe titel", None, "De Courant")
    assert [hit.record.id for hit in library.full_text.search("title:nieuwe")] == ["1"]
    assert library.full_text.search("title:oude") == []


def test_archive_trash_and_recover_move_an_article(library: Library) -> None:
    library.articles.add(report())
    for move, state in (
        (library.articles.archive, "archived"),
        (library.articles.trash, "trashed"),
        (library.articles.recover, "active"),
    ):
        move("1")
        assert library.articles.record("1").state == state
    library.articles.trash("1")
    assert library.articles.records() == []


def test_removing_an_article_removes_its_notes_corrections_and_grades(library: Library) -> None:
    left, right = (library.articles.add(report(title)).article for title in ("a", "b"))
    library.dossiers.create("story", ["1", "2"])
    library.notes.add(Note("", "text", article="1"))
    library.notes.add(Note("", "text", article="2"))
    for id in ("1", "2"):
        library.grades.set(Grade("c1", "B2", article=id))
    library.grades.set(Grade("Reuters", "A"))
    library.corrections.add_claim("1", ClaimCorrection(left.passage(Span(0, 1)), "reject"))
    library.corrections.add_link(
        "2", "1", LinkCorrection(right.passage(Span(0, 1)), left.passage(Span(0, 1)), "change", "same")
    )
    attachments = library.articles.attachments("1")
    assert attachments == Attachments(notes=1, dossiers=1, corrections=2, grades=1)
    assert attachments.total == 5
    library.articles.remove("1")
    assert [note.article for note in library.notes.find()] == ["2"]
    assert library.corrections.of_claims("2") == {}
    assert [grade.article for grade in library.grades.of_claims("2")] == ["2"]
    assert [grade.subject for grade in library.grades.of_sources()] == ["Reuters"]
    assert not any('"article": 1' in line or '"other": 1' in line for line in library.exchange.export_lines())
    assert library.dossiers.get("1").articles == ("2",)
    assert library.articles.attachments("2") == Attachments(notes=1, dossiers=1, corrections=0, grades=1)
    library.undo()
    assert library.articles.attachments("1") == attachments
    assert [grade.article for grade in library.grades.of_claims("1")] == ["1"]


def test_a_correction_comes_back_as_it_went_in_and_is_turned_with_its_sides(library: Library) -> None:
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


def test_drafts_are_kept_by_what_they_are_of_until_they_are_dropped(library: Library) -> None:
    article = library.articles.add(report()).article
    of = (
        Note("", "", article="1"),
        Note("", "", article="1", passage=article.passage(Span(0, 4))),
        Note("", "", dossier="1"),
        Note("1", "old", article="1"),
    )
    for number, note in enumerate(of):
        library.drafts.save(note, "first")
        library.drafts.save(note, f"half a thought {number}")
    assert [library.drafts.get(note) for note in of] == [f"half a thought {number}" for number in range(4)]
    for note in of:
        library.drafts.discard(note)
    assert [library.drafts.get(note) for note in of] == [""] * 4
    assert not any('"draft' in line for line in library.exchange.export_lines())


def test_drafts_that_are_imported_go_on_with_the_same_article_and_note(library: Library, tmp_path: Path) -> None:
    library.articles.add(report())
    note = library.notes.add(Note("", "kept", article="1"))
    library.drafts.save(Note("", "", article="1"), "new")
    library.drafts.save(note, "changed")
    with Library.open(tmp_path / "other") as other:
        other.articles.add(report("There already"))
        other.notes.add(Note("", "there already", article="1"))
        other.exchange.import_lines(library.exchange.export_lines())
        assert other.articles.get("2").text == library.articles.get("1").text
        assert other.drafts.get(Note("", "", article="2")) == "new"
        assert other.drafts.get(other.notes.get("2")) == "changed"
        assert other.drafts.get(Note("", "", article="1")) == other.drafts.get(other.notes.get("1")) == ""


def test_a_correction_is_taken_back_only_where_it_belongs(library: Library) -> None:
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


def test_notes_are_in_the_order_of_the_document(library: Library) -> None:
    article = library.articles.add(report()).article
    late = library.notes.add(Note("", "late", article="1", passage=article.passage(Span(30, 40))))
    early = library.notes.add(Note("", "early Café", article="1", passage=article.passage(Span(3, 9)), tags=("x",)))
    whole = library.notes.add(Note("", "whole", article="1"))
    assert library.notes.find(article="1") == [whole, early, late]
    assert library.notes.find(query="cafe x") == [early]
    assert library.notes.edit(early.id, text="other").text == "other"
    library.notes.remove(late.id)
    assert [note.id for note in library.notes.find()] == [whole.id, early.id]


def test_a_note_is_about_one_thing(library: Library) -> None:
    with pytest.raises(WrongUseError):
        library.notes.add(Note("", "text"))
    with pytest.raises(NothingFoundError):
        library.notes.add(Note("", "text", article="1"))


def test_a_dossier_keeps_the_order_of_putting_in(library: Library) -> None:
    for title in "abc":
        library.articles.add(report(title))
    library.dossiers.create("story", ["2"])
    assert library.dossiers.add_articles("1", ["3", "2", "1"]).articles == ("2", "3", "1")
    assert library.dossiers.remove_articles("1", ["3"]).articles == ("2", "1")
    assert library.dossiers.rename("1", " new ").name == "new"
    assert library.dossiers.mark_viewed("1").looked is None
    assert library.dossiers.get("1").looked is not None
    library.dossiers.remove("1")
    assert library.dossiers.all() == []
    with pytest.raises(WrongUseError):
        library.dossiers.create("  ")
    with pytest.raises(NothingFoundError):
        library.dossiers.create("x", ["9"])


def test_a_grade_replaces_the_one_before(library: Library) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    library.grades.set(Grade("Reuters", "B", at=at))
    library.grades.set(Grade("Reuters", "A", comment="often right", at=at))
    assert library.grades.of_sources() == [Grade("Reuters", "A", comment="often right", at=at)]
    library.grades.set(Grade("Reuters", ""))
    assert library.grades.of_sources() == []


def test_settings_and_caches_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.settings.set("engine", "a")
        library.settings.set("engine", "b")
        library.cache.put("claims", "1", b"\x00")
    with Library.open(tmp_path) as library:
        assert library.settings.get("engine") == "b"
        assert library.settings.get("none", "default") == "default"
        assert library.cache.get("claims", "1") == b"\x00"


def test_importing_the_store_loads_no_database() -> None:
    code = "import store, sys; print([m for m in ('sqlite3', 'tinydb', 'store.library') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_put_in_a_dossier_is_new_until_one_looks_however_old_it_is(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a") as library, Library.open(tmp_path / "b") as other:
        for name in ("een", "twee", "drie"):
            library.articles.add(report(name))
        dossier = library.dossiers.create("haven", ["2"])
        dossier = library.dossiers.add_articles(dossier.id, ["1", "2"])
        assert [one for one in dossier.articles if dossier.is_new(one, dossier.looked)] == ["1"]
        library.dossiers.mark_viewed(dossier.id)
        dossier = library.dossiers.add_articles(dossier.id, ["3"])
        assert [one for one in dossier.articles if dossier.is_new(one, dossier.looked)] == ["3"]
        library.dossiers.remove_articles(dossier.id, ["1"])
        library.articles.remove("3")
        dossier = library.dossiers.add_articles(dossier.id, ["1"])
        assert set(dossier.put) == {"1", "2"}
        other.articles.add(report("vier"))
        other.exchange.import_lines(library.exchange.export_lines())
        assert [one.is_new("2", one.looked) for one in other.dossiers.all()] == [True]
