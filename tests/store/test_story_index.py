"""The index of sketches: which articles have one, which wait, and what their keys find."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.compare.stories import Sketch
from briefing.message import Message
from store import ArticleEdit, Library
from tests.store.articles import report

BRIDGE = Sketch({"en:bridge": 2.5, "weesdorp": 1.5}, (1, 2))
CLOSED = Sketch({"en:bridge": 1.25, "en:close": 3.0}, (3,))


def add(library: Library, *titles: str) -> None:
    with library.transaction(Message.of("library.did.import")):
        for title in titles:
            library.articles.add(report(title))


def test_articles_without_a_sketch_wait_newest_first(library: Library) -> None:
    add(library, "a", "b", "c")
    index = library.story_index
    assert index.waiting() == []
    assert index.catch_up() == 3
    assert index.waiting() == ["3", "2", "1"]
    assert index.waiting(2) == ["3", "2"]
    index.put("2", BRIDGE)
    assert index.catch_up() == 2
    assert index.waiting() == ["3", "1"]
    assert len(index) == 1


def test_keys_find_the_articles_with_their_weight(library: Library) -> None:
    add(library, "a", "b", "c")
    index = library.story_index
    index.put("1", BRIDGE)
    index.put("2", CLOSED)
    assert index.counts({"en:bridge", "en:close", "none"}) == {"en:bridge": 2, "en:close": 1}
    assert sorted(index.having({"en:bridge", "weesdorp"})) == [
        ("en:bridge", "1", 2.5),
        ("en:bridge", "2", 1.25),
        ("weesdorp", "1", 1.5),
    ]
    assert index.of(["1", "3"]) == {"1": BRIDGE}
    assert index.counts(set()) == {}


def test_a_new_sketch_replaces_the_old_one(library: Library) -> None:
    add(library, "a", "b")
    index = library.story_index
    index.put("1", BRIDGE)
    index.put("2", BRIDGE)
    index.put("1", CLOSED)
    assert index.of(["1"]) == {"1": CLOSED}
    assert index.counts({"en:bridge", "en:close", "weesdorp"}) == {"en:bridge": 2, "en:close": 1, "weesdorp": 1}
    assert len(index) == 2


EDITS: dict[str, Callable[[Library], object]] = {
    "another title": lambda library: library.articles.edit("1", ArticleEdit(title="z")),
    "another language": lambda library: library.articles.edit("1", ArticleEdit(language="en")),
}
MOVES: dict[str, Callable[[Library], object]] = {
    "archived": lambda library: library.articles.archive("1"),
    "trashed": lambda library: library.articles.trash("1"),
    "removed": lambda library: library.articles.remove("1"),
}


@pytest.mark.parametrize("change", EDITS | MOVES)
@pytest.mark.parametrize("followed", [True, False], ids=["a known change", "any change"])
def test_a_changed_article_loses_its_sketch(library: Library, change: str, followed: bool) -> None:
    add(library, "a", "b")
    index = library.story_index
    for number, sketch in (("1", BRIDGE), ("2", CLOSED)):
        index.put(number, sketch)
    if followed:
        assert index.catch_up() == 0
    (EDITS | MOVES)[change](library)
    waiting = ["1"] if change in EDITS else []
    assert index.catch_up() == len(waiting)
    assert index.waiting() == waiting
    assert index.of(["1", "2"]) == {"2": CLOSED}
    assert index.counts({"en:bridge", "weesdorp"}) == {"en:bridge": 1}


def test_an_article_back_in_the_list_waits_again(library: Library) -> None:
    add(library, "a")
    library.story_index.put("1", BRIDGE)
    library.articles.trash("1")
    assert library.story_index.catch_up() == 0
    library.articles.recover("1")
    assert library.story_index.catch_up() == 1
    assert library.story_index.waiting() == ["1"]


def test_changes_that_leave_the_text_alone_leave_the_sketch_alone(library: Library) -> None:
    add(library, "a")
    library.story_index.put("1", BRIDGE)
    library.story_index.catch_up()
    library.articles.tag("1", ("x",))
    library.articles.edit("1", ArticleEdit(outlet="The Paper"))
    library.articles.mark_read("1")
    assert library.story_index.catch_up() == 0
    assert library.story_index.of(["1"]) == {"1": BRIDGE}


def test_the_sketch_of_an_article_that_left_the_list_is_not_stored(library: Library) -> None:
    add(library, "a")
    library.story_index.put("1", BRIDGE)
    library.articles.trash("1")
    library.story_index.put("1", CLOSED)
    assert len(library.story_index) == 0
    assert library.story_index.counts({"en:bridge", "en:close"}) == {}


def test_a_new_version_of_sketches_makes_all_wait(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add(library, "a", "b")
    library.story_index.put("1", BRIDGE)
    library.story_index.catch_up()
    monkeypatch.setattr("store.story_index.VERSION", "next")
    monkeypatch.setattr("store.story_index._SEEN", "sketches.next")
    assert library.story_index.catch_up() == 2
    assert len(library.story_index) == 0


def test_changes_are_known_by_number_or_else_any_may_have_changed(library: Library) -> None:
    add(library, "a", "b")
    first, changed = library.articles.changed_since(0)
    assert changed == {"1", "2"}
    assert library.articles.changed_since(first) == (first, set())
    library.articles.tag("2", ("x",))
    library.settings.set("view", "claims")
    latest, changed = library.articles.changed_since(first)
    assert (latest > first, changed) == (True, {"2"})
    assert library.articles.changed_since(-1) == (latest, None)
    assert library.articles.changed_since(latest + 1) == (latest, None)


def test_a_fingerprint_changes_with_title_language_and_text_only(library: Library) -> None:
    add(library, "a", "b")
    before = library.articles.fingerprints()
    assert set(before) == {"1", "2"}
    assert len(before["1"]) == 32
    assert before["1"] != before["2"]
    library.articles.edit("1", ArticleEdit(outlet=None, url="https://example.org"))
    assert library.articles.fingerprints(["1", "7"]) == {"1": before["1"]}
    library.articles.edit("1", ArticleEdit(title="c"))
    library.articles.edit("2", ArticleEdit(language="en"))
    after = library.articles.fingerprints()
    assert after["1"] != before["1"]
    assert after["2"] != before["2"]
    library.articles.archive("2")
    assert set(library.articles.fingerprints()) == set(library.articles.fingerprints(["1", "2"])) == {"1"}


def test_the_cache_is_only_read_in_a_library_opened_for_reading(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        add(library, "a")
        library.story_index.put("1", BRIDGE)
        library.cache.put("kind", "key", b"value")
        library.cache.put("kind", "key", b"newer")
        library.cache.put("other", "key", b"other")
        assert library.cache.get("kind", "key") == b"newer"
        assert library.cache.get("other", "none") is None
    with Library.open(tmp_path, read_only=True) as library:
        assert library.cache.get("kind", "key") == b"newer"
        assert library.story_index.of(["1"]) == {"1": BRIDGE}
        library.cache.put("kind", "key", b"lost")
        library.cache.clear()
        assert library.cache.get("kind", "key") == b"newer"
    (tmp_path / "cache.db").unlink()
    with Library.open(tmp_path, read_only=True) as library:
        assert library.cache.get("kind", "key") is None
    assert not (tmp_path / "cache.db").exists()


def test_clearing_the_cache_removes_everything(library: Library) -> None:
    add(library, "a", "b")
    library.story_index.put("1", BRIDGE)
    library.story_index.catch_up()
    library.cache.put("kind", "key", b"value")
    library.cache.clear()
    assert library.cache.get("kind", "key") is None
    assert len(library.story_index) == 0
    assert library.story_index.waiting() == []
    assert library.story_index.counts({"en:bridge"}) == {}
    assert library.story_index.catch_up() == 2


def test_a_write_that_fails_halfway_leaves_the_cache_as_it_was(library: Library) -> None:
    library.cache.put("kind", "key", b"value")
    library.cache.write([("DELETE FROM results", ()), ("INSERT INTO nothing VALUES (1)", ())])
    assert library.cache.get("kind", "key") == b"value"
    assert library.cache.rows("SELECT * FROM nothing") == []
