"""What an engine promises of its full-text index."""

from typing import Any

import pytest

from store.engine import ColumnCondition, DocumentSelection, StorageEngine, TextQuery, TextTerms
from tests.store.conftest import Opening


def test_the_full_text_follows_the_documents(engine: StorageEngine) -> None:
    def found(*phrases: str, prefixes: tuple[str, ...] = (), title: bool = False) -> list[int]:
        wanted = TextTerms(tuple(tuple(phrase.split()) for phrase in phrases), prefixes, title)
        with engine.reading() as snapshot:
            return sorted(snapshot.match("texts", TextQuery((wanted,)), "things", DocumentSelection()))

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
        assert snapshot.completions("g", 10) == ["grote"]
        assert snapshot.completions("", 2) == ["de", "dag"]
    with engine.writing() as transaction:
        transaction.put("texts", 1, {"title": "een", "body": "weg"})
        transaction.put("texts", 2, None)
    assert found("brug") == [3]
    assert found("weg") == [1]


def test_of_many_matches_the_newest_come_first_after_those_with_the_word_in_the_title(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for number in range(1, 1001):
            title = "brug" if number in {990, 995} else "iets"
            transaction.put("things", number, {})
            transaction.put("texts", number, {"title": title, "body": "de brug" if number != 998 else "niets"})
    wanted = TextQuery((TextTerms((("brug",),)),))
    with engine.reading() as snapshot:
        assert snapshot.match("texts", wanted, "things", DocumentSelection(limit=4)) == [995, 990, 1000, 999]
        assert snapshot.match("texts", wanted, "things", DocumentSelection(limit=2, offset=3)) == [999, 997]
        few = (ColumnCondition("size", "is", 1),)
        assert snapshot.match("texts", wanted, "things", DocumentSelection(few)) == []


def stored_texts(engine: StorageEngine, count: int) -> TextQuery:
    """Documents of which all but every tenth hold a word; gives the query for it. The size of a thing falls."""
    with engine.writing() as transaction:
        for number in range(1, count + 1):
            transaction.put("things", number, {"size": count - number, "tags": ["odd"] if number % 2 else []})
            transaction.put("texts", number, {"title": "iets", "body": "de brug" if number % 10 else "niets"})
    return TextQuery((TextTerms((("brug",),)),))


@pytest.mark.parametrize("count", [50, 2600], ids=["few", "many"])
def test_matches_come_in_the_order_of_the_selection(engine: StorageEngine, count: int) -> None:
    wanted = stored_texts(engine, count)
    matching = [number for number in range(1, count + 1) if number % 10]
    with engine.reading() as snapshot:

        def found(*conditions: Any, **page: Any) -> list[int]:
            return snapshot.match("texts", wanted, "things", DocumentSelection(conditions, **page))

        assert found(order="size") == matching[::-1]
        assert found(order="size", descending=True) == matching
        assert found(order="size", limit=3, offset=2) == matching[::-1][2:5]
        assert found(order="size", offset=len(matching) - 2) == matching[1::-1]
        odd = ColumnCondition("tags", "has", "odd")
        assert found(odd, order="size", limit=2) == [number for number in matching[::-1] if number % 2][:2]


def test_a_match_is_narrowed_by_what_is_unwanted(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for number, body in enumerate(("hoge brug", "lage brug", "brug", "hoge weg"), 1):
            transaction.put("things", number, {})
            transaction.put("texts", number, {"title": "iets", "body": body})
    brug, hoge, weg = (TextTerms(((word,),)) for word in ("brug", "hoge", "weg"))
    with engine.reading() as snapshot:

        def found(wanted: tuple[TextTerms, ...], unwanted: tuple[TextTerms, ...] = ()) -> list[int]:
            return sorted(snapshot.match("texts", TextQuery(wanted, unwanted), "things", DocumentSelection()))

        assert found((brug,)) == [1, 2, 3]
        assert found((brug, hoge)) == [1]
        assert found((brug,), (hoge,)) == [2, 3]
        assert found((brug,), (hoge, TextTerms((("lage",),)))) == [3]
        assert found((TextTerms((("hoge", "weg"), ("lage",))),)) == [2, 4]
        assert found((weg,), (weg,)) == []


def test_the_best_match_comes_first_and_a_title_weighs_more(engine: StorageEngine) -> None:
    with engine.writing() as transaction:
        for number, (title, body) in enumerate(
            (("iets", "brug " + "woord " * 50), ("iets", "brug brug brug"), ("brug", "woord"), ("iets", "niets")), 1
        ):
            transaction.put("things", number, {})
            transaction.put("texts", number, {"title": title, "body": body})
    with engine.reading() as snapshot:
        wanted = TextQuery((TextTerms((("brug",),)),))
        assert snapshot.match("texts", wanted, "things", DocumentSelection()) == [3, 2, 1]
        assert snapshot.match("texts", wanted, "things", DocumentSelection(limit=1, offset=1)) == [2]
        assert snapshot.match("texts", wanted, "things", DocumentSelection(offset=2)) == [1]


def test_the_vocabulary_knows_the_forms_of_a_stem_and_long_stems_by_their_end(opening: Opening) -> None:
    engine = opening()
    with engine.writing() as transaction:
        body = "brug bruggen brugdek bruggenhoofd kort"
        transaction.put("texts", 1, {"title": "Kop", "body": body})
    while engine.catch_up():
        pass
    with engine.reading() as snapshot:
        assert snapshot.forms(["brug", "kort", "none"]) == {
            "brug": ["brug", "brugdek", "bruggen", "bruggenhoofd"],
            "kort": ["kort"],
        }
        assert snapshot.known(["bruggen", "brugg", "kort"]) == {"bruggen", "kort"}
        assert snapshot.stems("ko", "start", 10) == ["kort"]
        assert snapshot.stems("rug", "end", 10) == []
        assert snapshot.completions("brug", 2) == ["brug", "brugdek"]
        assert snapshot.completions("x", 2) == []
