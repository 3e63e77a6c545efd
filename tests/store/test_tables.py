"""TinyDB's API on our storage."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from store import Database
from store.storage import SqliteStorage


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


def test_what_a_query_returns_is_a_copy(db: Database) -> None:
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
