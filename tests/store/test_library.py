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
    added = library.add_article(article, source="report.txt")
    assert added.new
    assert library.article(added.article.id) == replace(article, id="1")
    assert library.record("1").source == "report.txt"


@pytest.mark.parametrize("hide", ["archive", "trash"])
def test_a_text_that_was_put_away_comes_back_when_it_is_added_again(library: Library, hide: str) -> None:
    library.add_article(report())
    getattr(library, hide)("1")
    again = library.add_article(report())
    assert (again.article.id, again.new, again.recovered) == ("1", False, True)
    assert [record.id for record in library.records()] == ["1"]
    library.undo()
    assert library.records() == []
    assert not library.add_article(report("other")).recovered


def test_the_same_text_twice_finds_the_first(library: Library) -> None:
    first = library.add_article(report())
    again = library.add_article(report(outlet="Another"))
    assert not again.new
    assert again.article == first.article


def test_a_lone_surrogate_is_kept(library: Library) -> None:
    article = report("odd \ud800 title", "text with \udfff")
    library.add_article(article)
    assert library.article("1").text == article.text


def test_an_identifier_is_not_used_again_after_a_removal_and_a_restart(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.add_article(report("one"))
        library.remove("1")
    with Library.open(tmp_path) as library:
        assert library.add_article(report("two")).article.id == "2"


@pytest.mark.parametrize("identifier", ["7", "", "x", "-1", "1e3", "9" * 30, "\u0661"])
def test_an_unknown_identifier_is_said(library: Library, identifier: str) -> None:
    with pytest.raises(NothingFoundError) as caught:
        library.article(identifier)
    assert caught.value.message.code == "library.no-article"


def test_filters_narrow_the_list(library: Library) -> None:
    library.add_article(report("a", outlet="De Courant", published="2018-12"))
    library.add_article(report("b", outlet="The Paper", language="en", published="2019-01-08"))
    library.add_article(report("c", outlet=None, published=None))
    library.mark_read("1")
    library.tag("2", ("Café", "cafe", " tech "))
    library.create_dossier("story", ["3", "1"])

    def titles(**fields: Any) -> str:
        return "".join(record.title for record in library.records(replace(ArticleFilter(), **fields)))

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
    assert library.record("2").tags == ("cafe", "tech")
    assert library.record("3").dossiers == ("1",)
    assert library.count() == Counts(2, 3)
    assert library.count(ArticleFilter(outlet="De Courant")) == Counts(0, 1)


def test_an_edit_changes_what_is_given_and_what_the_search_finds(library: Library) -> None:
    library.add_article(report("Oude kop"))
    edited = library.edit_article("1", ArticleEdit(title="Nieuwe titel", published=None))
    assert (edited.title, edited.published, edited.outlet) == ("Nieuwe titel", None, "De Courant")
    assert [hit.record.id for hit in library.search("title:nieuwe")] == ["1"]
    assert library.search("title:oude") == []


def test_archive_trash_and_recover_move_an_article(library: Library) -> None:
    library.add_article(report())
    for move, state in ((library.archive, "archived"), (library.trash, "trashed"), (library.recover, "active")):
        move("1")
        assert library.record("1").state == state
    library.trash("1")
    assert library.records() == []


def test_removing_an_article_takes_what_hangs_on_it(library: Library) -> None:
    left, right = (library.add_article(report(title)).article for title in ("a", "b"))
    library.create_dossier("story", ["1", "2"])
    library.add_note(Note("", "text", article="1"))
    library.add_claim_correction("1", ClaimCorrection(left.passage(Span(0, 1)), "reject"))
    library.add_link_correction(
        "2", "1", LinkCorrection(right.passage(Span(0, 1)), left.passage(Span(0, 1)), "change", "same")
    )
    assert library.attachments("1") == Attachments(notes=1, dossiers=1, corrections=2)
    library.remove("1")
    assert library.notes() == []
    assert library.dossier("1").articles == ("2",)
    assert library.attachments("2") == Attachments(notes=0, dossiers=1, corrections=0)


def test_a_correction_comes_back_as_it_went_in_and_is_turned_with_its_sides(library: Library) -> None:
    left, right = (library.add_article(report(title)).article for title in ("a", "b"))
    correction = ClaimCorrection(left.passage(Span(0, 1)), "change", certainty="possible", source_name="Reuters")
    link = LinkCorrection(left.passage(Span(0, 1)), right.passage(Span(0, 1)), "change", "conflicts")
    first = library.add_claim_correction("1", correction)
    second = library.add_link_correction("1", "2", link)
    assert library.claim_corrections("1") == {first: correction}
    assert library.link_corrections("1", "2") == {second: link}
    assert library.link_corrections("2", "1") == {second: replace(link, left=link.right, right=link.left)}
    library.remove_claim_correction("1", first)
    library.remove_link_correction("2", "1", second)
    assert library.claim_corrections("1") == {}
    assert library.link_corrections("1", "2") == {}


def test_drafts_are_kept_by_what_they_are_of_until_they_are_dropped(library: Library) -> None:
    article = library.add_article(report()).article
    of = (
        Note("", "", article="1"),
        Note("", "", article="1", passage=article.passage(Span(0, 4))),
        Note("", "", dossier="1"),
        Note("1", "old", article="1"),
    )
    for number, note in enumerate(of):
        library.keep_draft(note, "first")
        library.keep_draft(note, f"half a thought {number}")
    assert [library.draft(note) for note in of] == [f"half a thought {number}" for number in range(4)]
    for note in of:
        library.drop_draft(note)
    assert [library.draft(note) for note in of] == [""] * 4
    assert not any('"draft' in line for line in library.export_lines())


def test_drafts_that_are_imported_go_on_with_the_same_article_and_note(library: Library, tmp_path: Path) -> None:
    library.add_article(report())
    note = library.add_note(Note("", "kept", article="1"))
    library.keep_draft(Note("", "", article="1"), "new")
    library.keep_draft(note, "changed")
    with Library.open(tmp_path / "other") as other:
        other.add_article(report("There already"))
        other.add_note(Note("", "there already", article="1"))
        other.import_lines(library.export_lines())
        assert other.article("2").text == library.article("1").text
        assert other.draft(Note("", "", article="2")) == "new"
        assert other.draft(other.note("2")) == "changed"
        assert other.draft(Note("", "", article="1")) == other.draft(other.note("1")) == ""


def test_a_correction_is_taken_back_only_where_it_belongs(library: Library) -> None:
    left, right, _ = (library.add_article(report(title)).article for title in ("a", "b", "c"))
    claim = library.add_claim_correction("1", ClaimCorrection(left.passage(Span(0, 1)), "reject"))
    link = library.add_link_correction(
        "1", "2", LinkCorrection(left.passage(Span(0, 1)), right.passage(Span(0, 1)), "reject")
    )
    refused: list[Callable[[], None]] = [
        lambda: library.remove_claim_correction("2", claim),
        lambda: library.remove_claim_correction("1", link),
        lambda: library.remove_link_correction("1", "3", link),
        lambda: library.remove_link_correction("1", "2", claim),
    ]
    for remove in refused:
        with pytest.raises(NothingFoundError):
            remove()
    assert list(library.claim_corrections("1")) == [claim]
    assert list(library.link_corrections("1", "2")) == [link]


def test_notes_are_in_the_order_of_the_document(library: Library) -> None:
    article = library.add_article(report()).article
    late = library.add_note(Note("", "late", article="1", passage=article.passage(Span(30, 40))))
    early = library.add_note(Note("", "early Café", article="1", passage=article.passage(Span(3, 9)), tags=("x",)))
    whole = library.add_note(Note("", "whole", article="1"))
    assert library.notes(article="1") == [whole, early, late]
    assert library.notes(query="cafe x") == [early]
    assert library.edit_note(early.id, text="other").text == "other"
    library.remove_note(late.id)
    assert [note.id for note in library.notes()] == [whole.id, early.id]


def test_a_note_is_about_one_thing(library: Library) -> None:
    with pytest.raises(WrongUseError):
        library.add_note(Note("", "text"))
    with pytest.raises(NothingFoundError):
        library.add_note(Note("", "text", article="1"))


def test_a_dossier_keeps_the_order_of_putting_in(library: Library) -> None:
    for title in "abc":
        library.add_article(report(title))
    library.create_dossier("story", ["2"])
    assert library.put_in_dossier("1", ["3", "2", "1"]).articles == ("2", "3", "1")
    assert library.take_from_dossier("1", ["3"]).articles == ("2", "1")
    assert library.rename_dossier("1", " new ").name == "new"
    assert library.looked_at("1").looked is None
    assert library.dossier("1").looked is not None
    library.remove_dossier("1")
    assert library.dossiers() == []
    with pytest.raises(WrongUseError):
        library.create_dossier("  ")
    with pytest.raises(NothingFoundError):
        library.create_dossier("x", ["9"])


def test_a_grade_replaces_the_one_before(library: Library) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    library.set_grade(Grade("Reuters", "B", at=at))
    library.set_grade(Grade("Reuters", "A", comment="often right", at=at))
    assert library.grades() == [Grade("Reuters", "A", comment="often right", at=at)]
    library.set_grade(Grade("Reuters", ""))
    assert library.grades() == []


def test_settings_and_caches_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.set_setting("engine", "a")
        library.set_setting("engine", "b")
        library.cache("claims", "1", b"\x00")
    with Library.open(tmp_path) as library:
        assert library.setting("engine") == "b"
        assert library.setting("none", "default") == "default"
        assert library.cached("claims", "1") == b"\x00"


def test_importing_the_store_loads_no_database() -> None:
    code = "import store, sys; print([m for m in ('sqlite3', 'tinydb', 'store.library') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_put_in_a_dossier_is_new_until_one_looks_however_old_it_is(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a") as library, Library.open(tmp_path / "b") as other:
        for name in ("een", "twee", "drie"):
            library.add_article(report(name))
        dossier = library.create_dossier("haven", ["2"])
        dossier = library.put_in_dossier(dossier.id, ["1", "2"])
        assert [one for one in dossier.articles if dossier.is_new(one, dossier.looked)] == ["1"]
        library.looked_at(dossier.id)
        dossier = library.put_in_dossier(dossier.id, ["3"])
        assert [one for one in dossier.articles if dossier.is_new(one, dossier.looked)] == ["3"]
        library.take_from_dossier(dossier.id, ["1"])
        library.remove("3")
        dossier = library.put_in_dossier(dossier.id, ["1"])
        assert set(dossier.put) == {"1", "2"}
        other.add_article(report("vier"))
        other.import_lines(library.export_lines())
        assert [one.is_new("2", one.looked) for one in other.dossiers()] == [True]
