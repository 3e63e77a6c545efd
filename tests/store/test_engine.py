"""What an engine promises to the tables and the library: documents, transactions, undo and commits."""

import threading
from typing import Any

import pytest

from briefing.message import Message, WrongUseError
from store.engine import ColumnCondition, DocumentSelection, KeyCondition, StorageEngine
from tests.store.conftest import Opening


def documents(engine: StorageEngine, table: str = "things") -> dict[int, Any]:
    with engine.reading() as snapshot:
        return dict(snapshot.documents(table))


def numbers(engine: StorageEngine, *conditions: Any, **page: Any) -> list[int]:
    with engine.reading() as snapshot:
        return snapshot.select("things", DocumentSelection(conditions, **page))


def test_a_selection_goes_by_the_columns(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for size, name, tags in ((3, "c", ["x"]), (1, None, ["x", "y"]), (None, "a", []), (2, "b", ["y"])):
            number = transaction.next_id("things")
            transaction.put("things", number, {"size": size, "name": name, "tags": tags})
        transaction.put("boxes", 7, {"things": [4, 1]})
    assert numbers(engine) == [1, 2, 3, 4]
    assert numbers(engine, order="size") == [2, 4, 1, 3]
    assert numbers(engine, order="size", descending=True) == [1, 4, 2, 3]
    assert numbers(engine, order="size", limit=2, offset=1) == [4, 1]
    assert numbers(engine, ColumnCondition("size", "from", 2)) == [1, 4]
    assert numbers(engine, ColumnCondition("size", "below", 2)) == [2]
    assert numbers(engine, ColumnCondition("name", "is", None)) == [2]
    assert numbers(engine, ColumnCondition("tags", "has", "x"), ColumnCondition("size", "is", 3)) == [1]
    assert numbers(engine, KeyCondition("boxes", "things", 7)) == [1, 4]
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 9, "tags": ["z"]})
        transaction.put("things", 2, None)
    assert numbers(engine, ColumnCondition("tags", "has", "x")) == []
    assert numbers(engine, order="size", descending=True) == [1, 4, 3]


def test_a_page_of_a_selection(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for number in range(1, 8):
            transaction.put("things", number, {"size": number // 3})
    assert numbers(engine, offset=5) == [6, 7]
    assert numbers(engine, limit=2) == [1, 2]
    assert numbers(engine, limit=0) == []
    assert numbers(engine, order="size", descending=True, limit=3) == [7, 6, 5]
    assert numbers(engine, order="size", limit=3) == [1, 2, 3]
    with engine.reading() as snapshot:
        assert snapshot.select("nothing", DocumentSelection()) == []


def test_keys_and_columns_may_hold_lone_surrogates(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1, "name": "é\ud800", "tags": ["\udfff"]})
    assert numbers(engine, ColumnCondition("name", "is", "é\ud800")) == [1]
    assert numbers(engine, ColumnCondition("tags", "has", "\udfff")) == [1]
    assert documents(engine) == {1: {"size": 1, "name": "é\ud800", "tags": ["\udfff"]}}
    with engine.writing() as transaction:
        transaction.put("things", 1, {"tags": []})
    assert numbers(engine, ColumnCondition("tags", "has", "\udfff")) == []


def test_many_documents_are_read_by_number(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for number in range(1, 1202):
            transaction.put("things", number, {"size": number})
    with engine.reading() as snapshot:
        wanted = [*range(1201, 0, -2), 1, 5000]
        assert [number for number, _ in snapshot.documents("things", wanted)] == list(range(1, 1202, 2))
        assert dict(snapshot.documents("things", [7])) == {7: {"size": 7}}
        assert list(snapshot.documents("things", [])) == []


def test_a_snapshot_stays_as_it_was_while_others_write(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
    with engine.reading() as snapshot:
        before = dict(snapshot.documents("things"))
        writer = threading.Thread(target=lambda: _put(engine, 1, {"size": 2}))
        writer.start()
        writer.join()
        assert dict(snapshot.documents("things")) == before
    assert numbers(engine, ColumnCondition("size", "is", 2)) == [1]


def _put(engine: StorageEngine, number: int, document: dict[str, Any]) -> None:
    with engine.writing() as transaction:
        transaction.put("things", number, document)


def test_each_transaction_is_numbered_and_says_what_it_touched(engine: StorageEngine) -> None:
    start = engine.latest()
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
        transaction.put("boxes", 2, {"things": []})
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
    (commit,) = engine.commits(start)
    assert commit.origin == engine.origin
    assert {touched.table: touched.ids for touched in commit.touched} == {"things": (1,), "boxes": (2,)}


def test_documents_come_by_rising_number_and_as_copies(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for number in (5, 2, 9):
            transaction.put("things", number, {"tags": [str(number)]})
    with engine.reading() as snapshot:
        assert [number for number, _ in snapshot.documents("things")] == [2, 5, 9]
        found = dict(snapshot.documents("things", [9, 4, 2]))
        assert list(found) == [2, 9]
        found[2]["tags"].append("y")
        assert dict(snapshot.documents("things", [2])) == {2: {"tags": ["2"]}}
        assert snapshot.count("things") == 3
        assert snapshot.count("things", [ColumnCondition("tags", "has", "9")]) == 1
        assert list(snapshot.documents("nothing")) == []
        assert snapshot.count("nothing") == 0


def test_a_transaction_is_seen_by_itself_at_once_and_by_others_once_committed(
    engine: StorageEngine, opening: Opening
) -> None:
    other = opening()
    with engine.writing() as transaction, engine.writing() as inner:
        inner.put("things", 1, {"size": 1})
        with engine.reading() as snapshot:
            assert dict(snapshot.documents("things")) == {1: {"size": 1}}
        assert transaction.count("things") == 1
        assert documents(other) == {}
    assert documents(other) == {1: {"size": 1}}


def test_an_exception_undoes_the_transaction(engine: StorageEngine) -> None:
    with pytest.raises(KeyError), engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
        transaction.put("texts", 1, {"title": "een", "body": "twee"})
        raise KeyError
    assert documents(engine) == {}
    assert engine.commits(0) == []


def test_a_document_that_is_not_json_is_refused(engine: StorageEngine) -> None:
    with pytest.raises(TypeError), engine.writing() as transaction:
        transaction.put("things", 1, {"size": object()})
    assert documents(engine) == {}


def test_a_number_is_given_once_even_to_another_program(engine: StorageEngine, opening: Opening) -> None:
    with engine.writing() as transaction:
        assert transaction.next_id("things") == 1
        transaction.put("things", 7, {})
        transaction.put("things", 7, None)
    with opening().writing() as transaction:
        assert transaction.next_id("things") == 8
        transaction.drop("things")
        assert transaction.next_id("things") == 1


def test_a_table_exists_from_the_first_use_until_it_is_dropped(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        transaction.make("new")
        transaction.put("old", 1, {})
        assert {"new", "old"} <= transaction.tables()
        transaction.drop("old")
        assert "old" not in transaction.tables()


def test_the_last_labelled_transaction_is_undone_also_by_another_program(
    engine: StorageEngine, opening: Opening
) -> None:
    with engine.writing(Message.of("first")) as transaction:
        transaction.put("things", 1, {"size": 1})
    with engine.writing(Message.of("second", n=2)) as transaction:
        transaction.put("things", 1, {"size": 2})
        transaction.put("things", 2, {"size": 2})
    other = opening()
    assert other.undo() == Message.of("second", n=2)
    assert documents(engine) == {1: {"size": 1}}
    assert engine.undo() == Message.of("first")
    assert documents(engine) == {}
    assert engine.undo() is None


def test_undo_is_refused_after_another_change_but_not_after_an_amendment(engine: StorageEngine) -> None:
    with engine.writing(Message.of("first")) as transaction:
        transaction.put("things", 1, {"size": 1})
    with engine.writing(Message.of("second")) as transaction:
        transaction.put("things", 1, {"size": 2})
    with engine.writing() as transaction:
        transaction.amend("things", 1, {"name": "seen"})
    assert engine.undo() == Message.of("second")
    assert documents(engine) == {1: {"size": 1, "name": "seen"}}
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 3})
    with pytest.raises(WrongUseError):
        engine.undo()


def test_commits_of_all_programs_are_numbered_in_one_sequence(engine: StorageEngine, opening: Opening) -> None:
    commits: list[str] = []
    other = opening()
    engine.on_commit = lambda: commits.append("own")
    _put(engine, 1, {})
    _put(other, 2, {})
    first, second = engine.commits(0)
    assert first.number < second.number == engine.latest() == other.latest()
    assert (first.origin, second.origin) == (engine.origin, other.origin)
    assert commits == ["own"]


def test_undo_restores_a_dropped_table_and_a_removed_document(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1, "tags": ["x"]})
        transaction.put("texts", 1, {"title": "een", "body": "brug"})
    with engine.writing(Message.of("drop")) as transaction:
        transaction.drop("things")
        transaction.put("texts", 1, None)
    assert documents(engine) == documents(engine, "texts") == {}
    assert engine.undo() == Message.of("drop")
    assert numbers(engine, ColumnCondition("tags", "has", "x")) == [1]
    assert documents(engine, "texts") == {1: {"title": "een", "body": "brug"}}


def test_only_the_last_steps_can_be_undone(engine: StorageEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.sqlite.undo_history.MOST_STEPS", 3)
    for size in range(6):
        with engine.writing(Message.of("step", size=size)) as transaction:
            transaction.put("things", 1, {"size": size})
    undone = [engine.undo() for _ in range(4)]
    assert undone == [Message.of("step", size=5), Message.of("step", size=4), Message.of("step", size=3), None]
    assert documents(engine) == {1: {"size": 2}}


def test_a_transaction_that_changes_nothing_leaves_no_trace(engine: StorageEngine) -> None:
    _put(engine, 1, {"size": 1})
    latest = engine.latest()
    with engine.writing(Message.of("same")) as transaction:
        transaction.put("things", 1, {"size": 1})
        transaction.put("things", 2, None)
        transaction.put("things", 3, {"size": 3})
        transaction.put("things", 3, None)
    assert engine.latest() == latest
    assert engine.undo() is None


def test_an_amendment_of_a_document_that_is_not_there_changes_nothing(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        transaction.amend("things", 1, {"size": 1})
    assert documents(engine) == {}


def test_an_amendment_is_part_of_every_version_that_undo_restores(engine: StorageEngine) -> None:
    for size in (1, 2, 3):
        with engine.writing(Message.of("step", size=size)) as transaction:
            transaction.put("things", 1, {"size": size})
            transaction.put("things", 2, {"size": size})
    with engine.writing() as transaction:
        transaction.amend("things", 1, {"name": "seen"})
    for size in (2, 1):
        engine.undo()
        assert documents(engine) == {1: {"size": size, "name": "seen"}, 2: {"size": size}}
    engine.undo()
    assert documents(engine) == {}
