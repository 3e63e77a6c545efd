"""TinyDB's API on our storage, and what the engine promises to whatever stands above it."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document

from store import Database
from store.engine import Column, Compared, Engine, Layout, Listed, ManyColumn, Match, Selection, Terms, Wanted
from store.sqlite.engine import SqliteEngine
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


LAYOUTS = {
    "things": Layout(
        columns=(Column("size", lambda thing: thing.get("size")), Column("name", lambda thing: thing.get("name"))),
        indexes=(("size",),),
        many=(ManyColumn("tags", lambda thing: thing.get("tags", ())),),
    ),
    "boxes": Layout(many=(ManyColumn("things", lambda box: box["things"]),)),
    "texts": Layout(terms=lambda text: Terms(text["title"], text["body"], "nl", lambda form: form[:4])),
}


@pytest.fixture(params=[SqliteEngine])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Every engine that may stand below the library."""
    made: Engine = request.param(tmp_path / "engine.db", LAYOUTS)
    yield made
    made.close()


def numbers(engine: Engine, *conditions: Any, **page: Any) -> list[int]:
    with engine.reading() as snapshot:
        return snapshot.select("things", Selection(conditions, **page))


def test_a_selection_goes_by_the_columns(engine: Engine) -> None:
    with engine.writing() as transaction:
        for size, name, tags in ((3, "c", ["x"]), (1, None, ["x", "y"]), (None, "a", []), (2, "b", ["y"])):
            number = transaction.next_id("things")
            transaction.put("things", number, {"size": size, "name": name, "tags": tags})
        transaction.put("boxes", 7, {"things": [4, 1]})
    assert numbers(engine) == [1, 2, 3, 4]
    assert numbers(engine, order="size") == [2, 4, 1, 3]
    assert numbers(engine, order="size", descending=True) == [1, 4, 2, 3]
    assert numbers(engine, order="size", limit=2, offset=1) == [4, 1]
    assert numbers(engine, Compared("size", "from", 2)) == [1, 4]
    assert numbers(engine, Compared("size", "below", 2)) == [2]
    assert numbers(engine, Compared("name", "is", None)) == [2]
    assert numbers(engine, Compared("tags", "has", "x"), Compared("size", "is", 3)) == [1]
    assert numbers(engine, Listed("boxes", "things", 7)) == [1, 4]
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 9, "tags": ["z"]})
        transaction.put("things", 2, None)
    assert numbers(engine, Compared("tags", "has", "x")) == []
    assert numbers(engine, order="size", descending=True) == [1, 4, 3]


def test_the_full_text_follows_the_documents(engine: Engine) -> None:
    def found(*phrases: str, prefixes: tuple[str, ...] = (), title: bool = False) -> list[int]:
        wanted = Wanted(tuple(tuple(phrase.split()) for phrase in phrases), prefixes, title)
        with engine.reading() as snapshot:
            return sorted(snapshot.match("texts", Match((wanted,)), "things", Selection()))

    with engine.writing() as transaction:
        for number, title, body in (
            (1, "een", "de grote brug"),
            (2, "twee", "de brug grote dag"),
            (3, "brug", "niets"),
        ):
            transaction.put("things", number, {})
            transaction.put("texts", number, {"title": title, "body": body})
    assert found("brug") == [1, 2, 3]
    assert found("grote brug") == [1]
    assert found("brug", title=True) == [3]
    assert found(prefixes=("da",)) == [2]
    assert found("grote brug", "niets") == [1, 3]
    assert not engine.catch_up()
    with engine.reading() as snapshot:
        assert snapshot.forms(["grot", "klein"]) == {"grot": ["grote"]}
        assert snapshot.stems("gro", "start", 10) == ["grot"]
    with engine.writing() as transaction:
        transaction.put("texts", 1, {"title": "een", "body": "weg"})
        transaction.put("texts", 2, None)
    assert found("brug") == [3]
    assert found("weg") == [1]


def test_a_snapshot_stays_as_it_was_while_others_write(engine: Engine) -> None:
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
    with engine.reading() as snapshot:
        before = dict(snapshot.documents("things"))
        writer = threading.Thread(target=lambda: _put(engine, 1, {"size": 2}))
        writer.start()
        writer.join()
        assert dict(snapshot.documents("things")) == before
    assert numbers(engine, Compared("size", "is", 2)) == [1]


def _put(engine: Engine, number: int, document: dict[str, Any]) -> None:
    with engine.writing() as transaction:
        transaction.put("things", number, document)


def test_each_transaction_is_numbered_and_says_what_it_touched(engine: Engine) -> None:
    start = engine.latest()
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
        transaction.put("boxes", 2, {"things": []})
    with engine.writing() as transaction:
        transaction.put("things", 1, {"size": 1})
    (commit,) = engine.commits(start)
    assert commit.origin == engine.origin
    assert {touched.table: touched.ids for touched in commit.touched} == {"things": (1,), "boxes": (2,)}
