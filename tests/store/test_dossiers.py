"""Dossiers."""

from pathlib import Path

import pytest
from tinydb.operations import delete

from briefing.message import NothingFoundError, WrongUseError
from store import Database, Library
from store.records import LAYOUTS, LIBRARY_FILE
from tests.store.articles import report


def test_a_dossier_keeps_the_order_of_its_articles(library: Library) -> None:
    for title in "abc":
        library.articles.add(report(title))
    library.dossiers.create("story", ["2"])
    assert library.dossiers.add_articles("1", ["3", "2", "1"]).articles == ("2", "3", "1")
    assert library.dossiers.remove_articles("1", ["3"]).articles == ("2", "1")
    assert library.dossiers.rename("1", " new ").name == "new"
    assert library.dossiers.mark_viewed("1").looked is None
    assert library.dossiers.get("1").looked is not None
    library.dossiers.remove("1")
    assert library.dossiers.all() == []
    with pytest.raises(WrongUseError):
        library.dossiers.create("  ")
    with pytest.raises(NothingFoundError):
        library.dossiers.create("x", ["9"])


def test_a_dossier_of_an_older_version_does_not_say_when_articles_were_added(library: Library) -> None:
    for title in "abc":
        library.articles.add(report(title))
    library.dossiers.create("story", ["1", "2"])
    with Database(library.folder / LIBRARY_FILE, LAYOUTS) as older:
        older.table("dossiers").update(delete("put"), doc_ids=[1])
    assert library.dossiers.get("1").put == {}
    assert set(library.dossiers.add_articles("1", ["3"]).put) == {"3"}
    assert library.dossiers.remove_articles("1", ["1"]).articles == ("2", "3")
    library.articles.remove("2")
    assert library.dossiers.get("1").articles == ("3",)


def test_articles_added_to_a_dossier_are_new_until_it_is_viewed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a") as library, Library.open(tmp_path / "b") as other:
        for name in ("een", "twee", "drie"):
            library.articles.add(report(name))
        dossier = library.dossiers.create("haven", ["2"])
        dossier = library.dossiers.add_articles(dossier.id, ["1", "2"])
        assert [one for one in dossier.articles if dossier.is_new(one, dossier.looked)] == ["1"]
        library.dossiers.mark_viewed(dossier.id)
        dossier = library.dossiers.add_articles(dossier.id, ["3"])
        assert [one for one in dossier.articles if dossier.is_new(one, dossier.looked)] == ["3"]
        library.dossiers.remove_articles(dossier.id, ["1"])
        library.articles.remove("3")
        dossier = library.dossiers.add_articles(dossier.id, ["1"])
        assert set(dossier.put) == {"1", "2"}
        other.articles.add(report("vier"))
        other.exchange.import_lines(library.exchange.export_lines())
        assert [one.is_new("2", one.looked) for one in other.dossiers.all()] == [True]
