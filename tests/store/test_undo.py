"""Undo, and telling who asked what changed."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.message import Message, WrongUseError
from briefing.note import Note
from store import Change, Database, Grade, Library
from store.records import LAYOUTS
from store.upkeep import FILE
from tests.store.articles import report


def prepared(library: Library) -> Library:
    library.add_article(report("een"))
    library.add_article(report("twee"))
    library.create_dossier("story", ["1"])
    library.add_note(Note("", "typed", article="1"))
    return library


ACTIONS: dict[str, Callable[[Library], object]] = {
    "add": lambda library: library.add_article(report("drie")),
    "tag": lambda library: library.tag("1", ("x",)),
    "read": lambda library: library.mark_read("1"),
    "archive": lambda library: library.archive("1"),
    "trash": lambda library: library.trash("1"),
    "remove": lambda library: library.remove("1"),
    "dossier-put": lambda library: library.put_in_dossier("1", ["2"]),
    "dossier-remove": lambda library: library.remove_dossier("1"),
    "note-edit": lambda library: library.edit_note("1", text="other"),
    "note-remove": lambda library: library.remove_note("1"),
    "grade": lambda library: library.set_grade(Grade("Reuters", "A")),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_is_taken_back_after_a_restart(tmp_path: Path, action: str) -> None:
    with Library.open(tmp_path) as library:
        before = list(prepared(library).export_lines())[1:]
        ACTIONS[action](library)
        assert list(library.export_lines())[1:] != before
    with Library.open(tmp_path) as library:
        undone = library.undo()
        assert undone is not None
        assert undone.code == f"library.did.{action}"
        assert list(library.export_lines())[1:] == before
        assert library.check() == []


def test_opening_an_article_is_no_step_and_stands_in_the_way_of_none(library: Library) -> None:
    prepared(library)
    library.tag("1", ("x",))
    library.tag("1", ("y",))
    library.opened("1")
    library.opened("2")
    library.looked_at("1")
    for tags in (("x",), ()):
        undone = library.undo()
        assert undone is not None
        assert undone.code == "library.did.tag"
        assert library.record("1").tags == tags
        assert not library.record("1").unread
    while library.undo():
        pass
    assert len(list(library.export_lines())) == 1


def test_undoing_what_was_done_after_the_opening_keeps_the_article_read(library: Library) -> None:
    prepared(library)
    library.opened("1")
    library.archive("1")
    library.undo()
    assert not library.record("1").unread


def test_everything_can_be_taken_back_in_turn(library: Library) -> None:
    prepared(library)
    while library.undo():
        pass
    assert len(list(library.export_lines())) == 1


def test_what_is_done_together_is_taken_back_together(library: Library) -> None:
    with library.together(Message.of("library.did.import")):
        library.add_article(report("een"))
        library.add_article(report("twee"))
    assert library.undo() == Message.of("library.did.import")
    assert library.records() == []


def test_what_fails_together_is_not_done(library: Library) -> None:
    with pytest.raises(WrongUseError), library.together(Message.of("library.did.import")):
        library.add_article(report("een"))
        library.create_dossier(" ")
    assert library.records() == []
    assert library.undo() is None


def test_what_was_changed_since_is_not_written_over(library: Library) -> None:
    prepared(library)
    with Database(library.folder / FILE, LAYOUTS) as script:
        script.table("dossiers").update({"name": "changed by a script"}, doc_ids=[1])
    library.remove_note("1")
    library.undo()
    library.undo()
    with pytest.raises(WrongUseError) as caught:
        library.undo()
    assert caught.value.message.code == "library.undo-changed"
    assert library.dossier("1").name == "changed by a script"


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
    library.add_article(report())
    assert not heard.wait_for("articles", "1").elsewhere
    library.add_note(Note("", "text", article="1"))
    assert not heard.wait_for("notes", "1").elsewhere
    end()
    library.trash("1")
    library.subscribe(second := Heard())
    library.recover("1")
    second.wait_for("articles", "1")
    assert len([change for change in heard.changes if change.part == "articles"]) == 1


def test_a_change_by_another_is_told_within_a_second(library: Library) -> None:
    heard = Heard()
    library.subscribe(heard)
    with Library.open(library.folder) as other:
        other.add_article(report())
    assert heard.wait_for("articles", "1").elsewhere


def test_a_callback_may_use_the_library(library: Library) -> None:
    heard = Heard()

    def look(change: Change) -> None:
        library.mark_read("1")
        heard(Change("articles", tuple(record.id for record in library.records())))

    library.subscribe(look)
    library.add_article(report())
    assert heard.wait_for("articles", "1").ids == ("1",)
    assert not library.record("1").unread


def test_a_callback_that_fails_stops_no_other(library: Library) -> None:
    heard = Heard()

    def fails(change: Change) -> None:
        raise ValueError(change.part)

    library.subscribe(fails)
    library.subscribe(heard)
    library.add_article(report())
    heard.wait_for("articles", "1")
