"""Notes and their drafts."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.article import Span
from briefing.message import NothingFoundError, WrongUseError
from briefing.note import Note
from store import Library
from tests.store.articles import report


def test_each_note_has_its_own_draft_until_it_is_discarded(library: Library) -> None:
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


def test_imported_drafts_belong_to_the_same_article_and_note(library: Library, tmp_path: Path) -> None:
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


def test_notes_go_by_article_then_position_then_age_and_those_on_dossiers_come_last(library: Library) -> None:
    one, two = (library.articles.add(report(title)).article for title in ("een", "twee"))
    library.dossiers.create("story", ["1"])
    notes = [
        Note("", "dossier", dossier="1"),
        Note("", "second article", article="2", passage=two.passage(Span(0, 3))),
        Note("", "first, late", article="1", passage=one.passage(Span(9, 12))),
        Note("", "first, early", article="1", passage=one.passage(Span(2, 5))),
        Note("", "first, early, younger", article="1", passage=one.passage(Span(2, 5))),
        Note("", "first, whole", article="1"),
    ]
    for note in notes:
        library.notes.add(note)
    assert [note.text for note in library.notes.find()] == [
        "first, whole",
        "first, early",
        "first, early, younger",
        "first, late",
        "second article",
        "dossier",
    ]
    assert [note.text for note in library.notes.find(article="2")] == ["second article"]
    assert [(note.text, note.dossier, note.article) for note in library.notes.find(dossier="1")] == [
        ("dossier", "1", None)
    ]
    assert library.notes.find(article="x") == library.notes.find(dossier="9") == []


def test_an_edited_note_keeps_what_is_not_given_and_gets_the_time(library: Library) -> None:
    library.articles.add(report())
    note = library.notes.add(Note("", "old", article="1", claim="c1", tags=("a",)))
    assert note.created == note.changed
    assert note.created is not None
    edited = library.notes.edit(note.id, text="new")
    assert edited.changed is not None
    assert edited.changed > note.created
    assert replace(edited, changed=note.changed) == replace(note, text="new")
    assert library.notes.edit(note.id, tags=()).tags == ()
    assert library.notes.get(note.id).text == "new"
    moment = datetime(2025, 1, 2, tzinfo=UTC)
    imported = library.notes.add(Note("", "older", article="1", created=moment, changed=moment))
    assert (imported.created, library.notes.get(imported.id).changed) == (moment, moment)


def test_a_note_is_about_one_thing(library: Library) -> None:
    for article, dossier in ((None, None), ("1", "1")):
        with pytest.raises(WrongUseError) as refused:
            library.notes.add(Note("", "text", article=article, dossier=dossier))
        assert refused.value.message.code == "library.note-about"
    with pytest.raises(NothingFoundError):
        library.notes.add(Note("", "text", article="1"))
