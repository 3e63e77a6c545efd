"""Undo, and the change feed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing.article import Passage
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.message import Message, Parameter, WrongUseError
from briefing.note import Note
from store import ArticleEdit, Change, Database, Grade, Library
from store.records import LAYOUTS, LIBRARY_FILE
from tests.store.articles import report


def prepared(library: Library) -> Library:
    library.articles.add(report("een"))
    library.articles.add(report("twee"))
    library.dossiers.create("story", ["1"])
    library.notes.add(Note("", "typed", article="1"))
    library.articles.mark_opened("2")
    library.articles.add(report("weg"))
    library.articles.trash("3")
    library.corrections.add_claim("1", ClaimCorrection(ANCHOR, "confirm"))
    return library


ANCHOR = Passage("1", 0, 3, "een")


@dataclass(frozen=True)
class Action:
    """Something that a user does, and the parameters of its label."""

    run: Callable[[Library], object]
    params: dict[str, Parameter] = field(default_factory=dict)


ACTIONS = {
    "add": Action(lambda library: library.articles.add(report("drie")), {"title": "drie"}),
    "edit": Action(lambda library: library.articles.edit("1", ArticleEdit(title="vier")), {"title": "een"}),
    "tag": Action(lambda library: library.articles.tag("1", ("x",)), {"title": "een"}),
    "read": Action(lambda library: library.articles.mark_read("1"), {"title": "een"}),
    "unread": Action(lambda library: library.articles.mark_read("2", read=False), {"title": "twee"}),
    "archive": Action(lambda library: library.articles.archive("1"), {"title": "een"}),
    "trash": Action(lambda library: library.articles.trash("1"), {"title": "een"}),
    "recover": Action(lambda library: library.articles.recover("3"), {"title": "weg"}),
    "remove": Action(lambda library: library.articles.remove("1"), {"title": "een"}),
    "dossier-create": Action(lambda library: library.dossiers.create("new", ["1"]), {"name": "new"}),
    "dossier-rename": Action(lambda library: library.dossiers.rename("1", "new"), {"name": "new"}),
    "dossier-put": Action(lambda library: library.dossiers.add_articles("1", ["2"]), {"name": "story"}),
    "dossier-take": Action(lambda library: library.dossiers.remove_articles("1", ["1"]), {"name": "story"}),
    "dossier-remove": Action(lambda library: library.dossiers.remove("1"), {"name": "story"}),
    "note-add": Action(lambda library: library.notes.add(Note("", "new", article="2"))),
    "note-edit": Action(lambda library: library.notes.edit("1", text="other")),
    "note-remove": Action(lambda library: library.notes.remove("1")),
    "correct": Action(lambda library: library.corrections.add_claim("2", ClaimCorrection(ANCHOR, "reject"))),
    "correct-remove": Action(lambda library: library.corrections.remove_claim("1", "1")),
    "grade": Action(lambda library: library.grades.set(Grade("Reuters", "A"))),
    "import": Action(
        lambda library: library.exchange.import_lines(
            [
                '{"kind": "library", "format": 1}',
                '{"kind": "grade", "id": 1, "subject": "ANP", "grade": "B", "article": null, "comment": "", "at": null}',
            ]
        )
    ),
}


@pytest.mark.parametrize("code", ACTIONS)
def test_an_action_is_undone_after_a_restart(tmp_path: Path, code: str) -> None:
    with Library.open(tmp_path) as library:
        before = list(prepared(library).exchange.export_lines())[1:]
        ACTIONS[code].run(library)
        assert list(library.exchange.export_lines())[1:] != before
    with Library.open(tmp_path) as library:
        assert library.undo() == Message.of(f"library.did.{code}", **ACTIONS[code].params)
        assert list(library.exchange.export_lines())[1:] == before
        assert library.maintenance.check() == []


def test_removing_a_link_correction_is_undone(library: Library) -> None:
    prepared(library)
    link = LinkCorrection(ANCHOR, Passage("2", 0, 4, "twee"), "reject")
    number = library.corrections.add_link("1", "2", link)
    library.corrections.remove_link("1", "2", number)
    assert library.undo() == Message.of("library.did.correct-remove")
    assert library.corrections.of_links("1", "2") == {number: link}
    assert library.undo() == Message.of("library.did.correct")


def test_opening_an_article_is_no_undo_step_and_blocks_none(library: Library) -> None:
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


def test_undo_leaves_an_opened_article_read(library: Library) -> None:
    prepared(library)
    library.articles.mark_opened("1")
    library.articles.archive("1")
    library.undo()
    assert not library.articles.record("1").unread


def test_all_actions_can_be_undone_in_turn(library: Library) -> None:
    prepared(library)
    while library.undo():
        pass
    assert len(list(library.exchange.export_lines())) == 1


def test_a_transaction_is_one_undo_step(library: Library) -> None:
    with library.transaction(Message.of("library.did.import")):
        library.articles.add(report("een"))
        library.articles.add(report("twee"))
    assert library.undo() == Message.of("library.did.import")
    assert library.articles.records() == []


def test_a_failed_transaction_changes_nothing(library: Library) -> None:
    with pytest.raises(WrongUseError), library.transaction(Message.of("library.did.import")):
        library.articles.add(report("een"))
        library.dossiers.create(" ")
    assert library.articles.records() == []
    assert library.undo() is None


def test_undo_is_refused_if_another_program_changed_the_document(library: Library) -> None:
    prepared(library)
    with Database(library.folder / LIBRARY_FILE, LAYOUTS) as script:
        script.table("dossiers").update({"name": "changed by a script"}, doc_ids=[1])
    library.notes.remove("1")
    with pytest.raises(WrongUseError) as caught:
        for _ in range(10):
            library.undo()
    assert caught.value.message.code == "library.undo-changed"
    assert library.dossiers.get("1").name == "changed by a script"


class Heard:
    """Collects changes, and waits for one."""

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


def test_a_change_is_reported_with_its_part_and_number(library: Library) -> None:
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


def test_a_change_by_another_program_is_reported_within_a_second(library: Library) -> None:
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
