"""Undo, and telling who asked what changed."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.message import Message, WrongUseError
from briefing.note import Note
from store import Change, Database, Grade, Library
from store.records import LAYOUTS, LIBRARY_FILE
from tests.store.articles import report


def prepared(library: Library) -> Library:
    library.articles.add(report("een"))
    library.articles.add(report("twee"))
    library.dossiers.create("story", ["1"])
    library.notes.add(Note("", "typed", article="1"))
    return library


ACTIONS: dict[str, Callable[[Library], object]] = {
    "add": lambda library: library.articles.add(report("drie")),
    "tag": lambda library: library.articles.tag("1", ("x",)),
    "read": lambda library: library.articles.mark_read("1"),
    "archive": lambda library: library.articles.archive("1"),
    "trash": lambda library: library.articles.trash("1"),
    "remove": lambda library: library.articles.remove("1"),
    "dossier-put": lambda library: library.dossiers.add_articles("1", ["2"]),
    "dossier-remove": lambda library: library.dossiers.remove("1"),
    "note-edit": lambda library: library.notes.edit("1", text="other"),
    "note-remove": lambda library: library.notes.remove("1"),
    "grade": lambda library: library.grades.set(Grade("Reuters", "A")),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_is_taken_back_after_a_restart(tmp_path: Path, action: str) -> None:
    with Library.open(tmp_path) as library:
        before = list(prepared(library).exchange.export_lines())[1:]
        ACTIONS[action](library)
        assert list(library.exchange.export_lines())[1:] != before
    with Library.open(tmp_path) as library:
        undone = library.undo()
        assert undone is not None
        assert undone.code == f"library.did.{action}"
        assert list(library.exchange.export_lines())[1:] == before
        assert library.maintenance.check() == []


def test_opening_an_article_is_no_step_and_stands_in_the_way_of_none(library: Library) -> None:
    prepared(library)
    library.articles.tag("1", ("x",))
    library.articles.tag("1", ("y",))
    library.articles.mark_opened("1")
    library.articles.mark_opened("2")
    library.dossiers.mark_viewed("1")
    for tags in (("x",), ()):
        undone = library.undo()
        assert undone is not None
        assert undone.code == "library.did.tag"
        assert library.articles.record("1").tags == tags
        assert not library.articles.record("1").unread
    while library.undo():
        pass
    assert len(list(library.exchange.export_lines())) == 1


def test_undoing_what_was_done_after_the_opening_keeps_the_article_read(library: Library) -> None:
    prepared(library)
    library.articles.mark_opened("1")
    library.articles.archive("1")
    library.undo()
    assert not library.articles.record("1").unread


def test_everything_can_be_taken_back_in_turn(library: Library) -> None:
    prepared(library)
    while library.undo():
        pass
    assert len(list(library.exchange.export_lines())) == 1


def test_what_is_done_together_is_taken_back_together(library: Library) -> None:
    with library.transaction(Message.of("library.did.import")):
        library.articles.add(report("een"))
        library.articles.add(report("twee"))
    assert library.undo() == Message.of("library.did.import")
    assert library.articles.records() == []


def test_what_fails_together_is_not_done(library: Library) -> None:
    with pytest.raises(WrongUseError), library.transaction(Message.of("library.did.import")):
        library.articles.add(report("een"))
        library.dossiers.create(" ")
    assert library.articles.records() == []
    assert library.undo() is None


def test_what_was_changed_since_is_not_written_over(library: Library) -> None:
    prepared(library)
    with Database(library.folder / LIBRARY_FILE, LAYOUTS) as script:
        script.table("dossiers").update({"name": "changed by a script"}, doc_ids=[1])
    library.notes.remove("1")
    library.undo()
    library.undo()
    with pytest.raises(WrongUseError) as caught:
        library.undo()
    assert caught.value.message.code == "library.undo-changed"
    assert library.dossiers.get("1").name == "changed by a script"


class Heard:
    """The changes that were told, and a way to wait for them."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self._something = threading.Condition()

    def __call__(self, change: Change) -> None:
        with self._something:
            self.changes.append(change)
            self._something.notify_all()

    def wait_for(self, part: str, identifier: str) -> Change:
        """The change that names it; fails after a second, the time that was promised."""

        def named() -> list[Change]:
            return [one for one in self.changes if one.part == part and identifier in one.ids]

        with self._something:
            assert self._something.wait_for(named, timeout=1.0)
            return named()[0]


def test_a_change_is_told_by_part_and_number(library: Library) -> None:
    heard = Heard()
    end = library.subscribe(heard)
    library.articles.add(report())
    assert not heard.wait_for("articles", "1").elsewhere
    library.notes.add(Note("", "text", article="1"))
    assert not heard.wait_for("notes", "1").elsewhere
    end()
    library.articles.trash("1")
    library.subscribe(second := Heard())
    library.articles.recover("1")
    second.wait_for("articles", "1")
    assert len([change for change in heard.changes if change.part == "articles"]) == 1


def test_a_change_by_another_is_told_within_a_second(library: Library) -> None:
    heard = Heard()
    library.subscribe(heard)
    with Library.open(library.folder) as other:
        other.articles.add(report())
    assert heard.wait_for("articles", "1").elsewhere


def test_a_callback_may_use_the_library(library: Library) -> None:
    heard = Heard()

    def look(change: Change) -> None:
        library.articles.mark_read("1")
        heard(Change("articles", tuple(record.id for record in library.articles.records())))

    library.subscribe(look)
    library.articles.add(report())
    assert heard.wait_for("articles", "1").ids == ("1",)
    assert not library.articles.record("1").unread


def test_a_callback_that_fails_stops_no_other(library: Library) -> None:
    heard = Heard()

    def fails(change: Change) -> None:
        raise ValueError(change.part)

    library.subscribe(fails)
    library.subscribe(heard)
    library.articles.add(report())
    heard.wait_for("articles", "1")
