"""TinyDB's API on our storage."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from store import Database
from store.engine import Transaction
from store.storage import SqliteStorage
from store.table import WriteSet


def increment(document: Any) -> None:
    document["n"] += 1


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "test.db") as database:
        yield database


def test_a_query_finds_inserted_documents(db: Database) -> None:
    assert db.insert({"n": 1, "in": {"deep": ["x"]}}) == 1
    assert db.insert_multiple([{"n": 2}, {"n": 3}]) == [2, 3]
    assert db.search(where("n") > 1) == [{"n": 2}, {"n": 3}]
    assert db.get(Query()["in"].deep.any(["x"])).doc_id == 1
    assert [document.doc_id for document in db] == [1, 2, 3]


def test_a_query_returns_copies(db: Database) -> None:
    db.insert({"list": [1]})
    for _ in range(2):
        found = db.search(where("list").exists())
        found[0]["list"].append(2)
        assert db.search(where("list").exists()) == [{"list": [1]}]


def test_a_number_is_not_used_again_after_a_removal_and_a_reopening(tmp_path: Path) -> None:
    with Database(tmp_path / "test.db") as database:
        database.insert_multiple([{}, {}])
        database.remove(doc_ids=[2])
    with Database(tmp_path / "test.db") as database:
        assert database.insert({}) == 3
        assert database.insert(Document({}, 10)) == 10
        database.remove(doc_ids=[10])
        assert database.insert({}) == 11


def test_a_document_that_is_no_json_leaves_everything_as_it_was(db: Database) -> None:
    db.insert({"n": 1})
    with pytest.raises(TypeError):
        db.insert({"n": object()})
    with pytest.raises(TypeError):
        db.insert_multiple([{"n": 2}, {"n": object()}])
    with pytest.raises(TypeError):
        db.update({"n": object()}, where("n") == 1)
    assert db.all() == [{"n": 1}]


def test_an_update_touches_the_documents_that_match(db: Database) -> None:
    db.insert_multiple({"n": n} for n in range(5))
    assert db.update(increment, where("n") >= 3) == [4, 5]
    assert db.update({"n": 9}, doc_ids=[1, 99]) == [1]
    assert db.update_multiple([({"n": 7}, where("n") == 9), (increment, where("n") == 7)]) == [1, 1]
    assert [document["n"] for document in db] == [8, 1, 2, 4, 5]
    assert db.upsert({"n": 8, "x": 1}, where("n") == 8) == [1]
    assert db.upsert({"n": 100}, where("n") == 100) == [6]
    assert db.remove(where("n") < 5) == [2, 3, 4]
    assert len(db) == 3


def test_an_update_that_fails_halfway_changes_nothing(db: Database) -> None:
    db.insert_multiple({"n": n} for n in range(3))

    def breaks(document: Any) -> None:
        document["n"] = 1 / (2 - document["n"])

    with pytest.raises(ZeroDivisionError):
        db.update(breaks)
    assert [document["n"] for document in db] == [0, 1, 2]


def test_a_transaction_over_tables_is_kept_whole_or_not_at_all(db: Database) -> None:
    with db.transaction():
        db.table("a").insert({"n": 1})
        db.table("b").insert({"n": 1})
        assert db.table("a").search(where("n") == 1) == [{"n": 1}]
    with pytest.raises(KeyError), db.transaction():
        db.table("a").update({"n": 2})
        db.table("b").truncate()
        raise KeyError
    assert db.table("a").all() == db.table("b").all() == [{"n": 1}]


def test_tables_are_dropped(db: Database) -> None:
    db.table("a").insert({})
    db.table('b"; DROP').insert({})
    assert db.tables() == {"a", 'b"; DROP'}
    db.drop_table("a")
    assert db.tables() == {'b"; DROP'}
    db.drop_tables()
    assert db.tables() == set()


def test_stock_tinydb_works_on_the_storage(tmp_path: Path) -> None:
    with TinyDB(tmp_path / "test.db", storage=SqliteStorage) as stock:
        stock.insert_multiple([{"n": 1}, {"n": 2}])
        stock.remove(where("n") == 1)
    with Database(tmp_path / "test.db") as database:
        assert database.all() == [{"n": 2}]


def test_two_threads_that_read_and_write_lose_no_update(db: Database) -> None:
    db.insert({"n": 0})

    def count() -> None:
        for _ in range(25):
            db.update(increment, where("n").exists())

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert db.all() == [{"n": 100}]


def test_documents_are_read_by_number_by_numbers_or_by_condition(db: Database) -> None:
    db.insert_multiple({"n": n} for n in range(4))
    assert db.get(doc_id=2) == {"n": 1}
    assert db.get(doc_id=2).doc_id == 2
    assert db.get(doc_id=9) is None
    assert [(one.doc_id, one["n"]) for one in db.get(doc_ids=[4, 9, 2])] == [(2, 1), (4, 3)]
    assert db.get(where("n") > 1).doc_id == 3
    assert db.get(where("n") > 9) is None
    assert db.contains(doc_id=1)
    assert not db.contains(where("n") == 9)
    with pytest.raises(RuntimeError):
        db.get()


def test_a_query_sees_what_other_programs_wrote(tmp_path: Path) -> None:
    with Database(tmp_path / "test.db") as one, Database(tmp_path / "test.db") as two:
        one.insert({"n": 1})
        assert two.search(where("n") == 1) == [{"n": 1}]
        one.update({"n": 2})
        assert two.search(where("n") == 1) == []
        assert two.search(where("n") == 2) == [{"n": 2}]


def test_a_query_is_answered_once_while_nothing_changes(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    db.insert({"n": 1})
    asked: list[object] = []

    def asks(value: object) -> bool:
        asked.append(value)
        return True

    query = where("n").test(asks)
    for _ in range(3):
        assert db.search(query) == [{"n": 1}]
    assert asked == [1]
    db.insert({"n": 2})
    assert len(db.search(query)) == 2
    assert asked == [1, 1, 2]


def test_truncating_begins_the_numbers_anew(db: Database) -> None:
    db.insert_multiple([{"n": 1}, {"n": 2}])
    with db.transaction():
        db.truncate()
        assert len(db) == 0
        assert not db.contains(doc_id=1)
        assert db.insert({"n": 3}) == 1
    assert db.all() == [{"n": 3}]


@pytest.fixture
def written(db: Database) -> Iterator[tuple[WriteSet, Transaction]]:
    """The documents 1 and 2 as TinyDB's updaters see them, inside a transaction."""
    db.insert_multiple([{"n": 1}, {"n": 2}])
    with db.engine.writing() as transaction:
        yield WriteSet(transaction, db.default_table_name), transaction


def test_a_set_of_documents_reads_as_a_mapping(written: tuple[WriteSet, Transaction]) -> None:
    documents, _ = written
    assert list(documents) == [1, 2]
    assert (len(documents), 1 in documents, 3 in documents) == (2, True, False)
    documents[5] = {"n": 5}
    del documents[1]
    assert (list(documents), len(documents), 1 in documents, 5 in documents) == ([2, 5], 2, False, True)
    for number in (1, 3):
        with pytest.raises(KeyError):
            documents[number]
        with pytest.raises(KeyError):
            del documents[number]


def test_a_set_of_documents_writes_what_changed_when_it_is_flushed(written: tuple[WriteSet, Transaction]) -> None:
    documents, transaction = written
    documents[1]["n"] = 9
    documents[3] = {"n": 3}
    del documents[2]
    table = Database.default_table_name
    assert dict(transaction.documents(table)) == {1: {"n": 1}, 2: {"n": 2}}
    documents.flush()
    assert dict(transaction.documents(table)) == {1: {"n": 9}, 3: {"n": 3}}
    documents.clear()
    assert (list(documents), len(documents), 1 in documents) == ([], 0, False)
    documents[7] = {"n": 7}
    documents.flush()
    assert dict(transaction.documents(table)) == {7: {"n": 7}}


def test_the_storage_reads_and_writes_everything(tmp_path: Path) -> None:
    storage = SqliteStorage(tmp_path / "test.db")
    assert storage.read() is None
    storage.write({"a": {"1": {"n": 1}, "3": {"n": 3}}, "b": {}})
    assert storage.read() == {"a": {"1": {"n": 1}, "3": {"n": 3}}}
    before = storage.engine.latest()
    storage.write({"a": {"1": {"n": 1}, "3": {"n": 3}}})
    assert storage.engine.latest() == before
    storage.write({"a": {"3": {"n": 4}}, "c": {"2": {}}})
    assert storage.read() == {"a": {"3": {"n": 4}}, "c": {"2": {}}}
    storage.close()
