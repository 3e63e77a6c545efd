"""Articles: adding, editing, listing, moving and removing them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from briefing.article import PublicationDate, Span
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.message import NothingFoundError
from briefing.note import Note
from store import ArticleEdit, ArticleFilter, ArticleRecord, Attachments, Counts, Grade, Library
from tests.store.articles import report


def test_an_article_is_stored_unchanged(library: Library) -> None:
    article = report()
    added = library.articles.add(article, source="report.txt")
    assert added.new
    assert library.articles.get(added.article.id) == replace(article, id="1")
    assert library.articles.record("1").source == "report.txt"


@pytest.mark.parametrize("hide", ["archive", "trash"])
def test_adding_an_archived_or_trashed_text_again_moves_it_to_the_list(library: Library, hide: str) -> None:
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


def test_an_article_is_stored_without_what_a_terminal_would_obey(library: Library) -> None:
    article = report("odd \ud800 \x1b[31mtitle", "text with \udfff and \x9b2J\u202e more", outlet="Noord\n\x07bericht")
    added = library.articles.add(article).article
    assert library.articles.get("1") == added
    assert (added.title, added.outlet, added.text) == ("odd title", "Noord bericht", "text with  and  more")


def test_an_identifier_is_not_used_again_after_a_removal_and_a_restart(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("one"))
        library.articles.remove("1")
    with Library.open(tmp_path) as library:
        assert library.articles.add(report("two")).article.id == "2"


@pytest.mark.parametrize("identifier", ["7", "", "x", "-1", "1e3", "9" * 30, "\u0661"])
def test_an_unknown_identifier_is_an_error(library: Library, identifier: str) -> None:
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
    assert titles(language="en") == titles(language="EN-gb") == "b"
    assert titles(outlet="de courant") == "a"
    assert titles(tags=("CAFE", "Tech")) == "b"
    assert titles(dossier="1") == "ca"
    assert titles(newer=PublicationDate(2019)) == "b"
    assert titles(older=PublicationDate(2019)) == "a"
    assert library.articles.record("2").tags == ("cafe", "tech")
    assert library.articles.record("3").dossiers == ("1",)
    assert library.articles.count() == Counts(2, 3)
    assert library.articles.count(ArticleFilter(outlet="De Courant")) == Counts(0, 1)


def test_a_language_is_found_without_its_region(library: Library) -> None:
    library.articles.add(report("a", language="pt-BR"))
    assert library.articles.get("1").language == "pt-BR"
    assert library.articles.ids(ArticleFilter(language="pt")) == ["1"]
    assert [hit.record.id for hit in library.full_text.search("lang:pt-br")] == ["1"]


@pytest.mark.parametrize(
    ("edit", "field", "value"),
    [
        (ArticleEdit(title="Nieuw"), "title", "Nieuw"),
        (ArticleEdit(outlet="The Paper"), "outlet", "The Paper"),
        (ArticleEdit(outlet=None), "outlet", None),
        (ArticleEdit(url="https://example.org/a"), "url", "https://example.org/a"),
        (ArticleEdit(url=None), "url", None),
        (ArticleEdit(language="en"), "language", "en"),
        (ArticleEdit(published=PublicationDate(2020, 2)), "published", PublicationDate(2020, 2)),
        (ArticleEdit(published=None), "published", None),
    ],
)
def test_an_edit_changes_one_field_and_keeps_the_others(
    library: Library, edit: ArticleEdit, field: str, value: object
) -> None:
    before = library.articles.add(replace(report(), url="https://example.org/old")).article
    edited = library.articles.edit("1", edit)
    assert edited == replace(before, **{field: value})  # type: ignore[arg-type]
    assert library.articles.get("1") == edited
    record = library.articles.record("1")
    assert (record.title, record.outlet, record.url) == (edited.title, edited.outlet, edited.url)
    assert (record.language, record.published) == (edited.language, edited.published)


def test_an_article_edited_to_another_language_is_found_by_the_forms_of_that_language(library: Library) -> None:
    library.articles.add(report("Kop", "The companies agreed."))
    library.articles.edit("1", ArticleEdit(language="en"))
    library.maintenance.finish_index()
    assert [hit.record.id for hit in library.full_text.search("company")] == ["1"]


def test_a_record_has_what_the_library_knows_of_an_article(library: Library) -> None:
    article = replace(report("Kop", "Een twee drie.", "Vier vijf."), url="https://example.org/kop")
    library.articles.add(article, source="kop.txt")
    record = library.articles.record("1")
    assert record == ArticleRecord(
        "1",
        "Kop",
        "De Courant",
        "nl",
        PublicationDate(2019, 1, 8),
        record.added,
        True,
        (),
        (),
        5,
        "active",
        "kop.txt",
        "https://example.org/kop",
    )
    assert record.added.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - record.added) < timedelta(minutes=5)


def test_records_come_in_the_order_asked_for_without_those_that_are_gone(library: Library) -> None:
    for title in "abcd":
        library.articles.add(report(title))
    library.articles.remove("2")
    assert [record.title for record in library.articles.records_of(["4", "2", "1", "3"])] == ["d", "a", "c"]


def test_counts_follow_the_filter(library: Library) -> None:
    for title in "abc":
        library.articles.add(report(title))
    library.articles.mark_opened("1", "3")
    library.articles.mark_read("3", read=False)
    assert library.articles.count() == Counts(unread=2, total=3)
    assert library.articles.count(ArticleFilter(unread=True)) == Counts(unread=2, total=2)
    assert library.articles.count(ArticleFilter(unread=False)) == Counts(unread=0, total=1)


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
    library.dossiers.create("other", ["2"])
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
    assert library.articles.attachments("2") == Attachments(notes=1, dossiers=2, corrections=0, grades=1)
    library.undo()
    assert library.articles.attachments("1") == attachments
    assert [grade.article for grade in library.grades.of_claims("1")] == ["1"]
