"""What is removed for good leaves no text in any file of the library: every byte of every file is looked at."""

import shutil
from pathlib import Path

import pytest

from briefing.article import Span
from briefing.claims.claim import ClaimCorrection
from briefing.message import NothingFoundError
from briefing.note import Note
from store import ArticleEdit, Grade, Library, restore
from tests.store.articles import report

SECRETS = ("kruitmagazijn", "Xanthopoulos", "wapenlading", "vertrouwelijk")
"""Words that stand in the article's title or text, in a former title, or in what was written on it."""


def fill(folder: Path) -> None:
    """A library with a telling article that has been changed, commented on, cached and backed up."""
    with Library.open(folder) as library:
        library.articles.add(report("Sluisdeur", "De sluis bleef dicht."))
        told = library.articles.add(report("Het kruitmagazijn", "Volgens Xanthopoulos lag er een wapenlading.")).article
        library.articles.edit(told.id, ArticleEdit(title="Kruitmagazijn leeg"))
        library.notes.add(Note("", "vertrouwelijk navragen", article=told.id))
        library.notes.edit("1", text="vertrouwelijk, later")
        library.drafts.save(Note("", "", article=told.id), "vertrouwelijk: een klad")
        library.drafts.save(Note("1", "", article=told.id), "vertrouwelijk: een andere klad")
        library.corrections.add_claim(told.id, ClaimCorrection(told.passage(Span(0, 16)), "confirm"))
        library.grades.set(Grade("claim", "B", article=told.id, comment="vertrouwelijk"))
        library.dossiers.create("Haven", ["1", told.id])
        library.dossiers.remove_articles("1", [told.id])
        library.dossiers.add_articles("1", [told.id])
        library.cache.put("claims", "2", b"Xanthopoulos zegt")
        library.maintenance.finish_index()


def holding(folder: Path) -> set[str]:
    """The names of the files that hold a secret, in whatever case; a word of an index may stand there without its beginning."""
    parts = [secret[3:].lower().encode() for secret in SECRETS]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if any(part in path.read_bytes().lower() for part in parts)}


def test_the_secrets_are_there_at_first(tmp_path: Path) -> None:
    fill(tmp_path)
    assert holding(tmp_path) >= {"library.db", "cache.db"}


@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_a_removed_article_leaves_no_text_behind(tmp_path: Path, open_elsewhere: bool) -> None:
    fill(tmp_path)
    with Library.open(tmp_path) as library:
        if open_elsewhere:
            with Library.open(tmp_path) as other:
                other.articles.records()
                assert library.erasure.erase("2") == []
        else:
            assert library.erasure.erase("2") == []
        assert holding(tmp_path) == set()
        assert [record.id for record in library.articles.records()] == ["1"]
        assert library.notes.find() == []
        assert library.dossiers.get("1").articles == ("1",)
        assert library.maintenance.check() == []
    assert holding(tmp_path) == set()


def test_what_concerns_other_articles_can_still_be_undone(tmp_path: Path) -> None:
    fill(tmp_path)
    with Library.open(tmp_path) as library:
        library.articles.tag("1", ("water",))
        library.erasure.erase("2")
        undone = library.undo()
        assert undone is not None
        assert undone.code == "library.did.tag"


def test_its_words_are_found_again_once_another_article_has_them(tmp_path: Path) -> None:
    fill(tmp_path)
    with Library.open(tmp_path) as library:
        library.full_text.search("wapenlading")
        library.erasure.erase("2")
        assert library.full_text.search("wapenlading") == []
        library.articles.add(report("Anders", "Twee wapenladingen."))
        assert [hit.record.title for hit in library.full_text.search("wapenlading")] == ["Anders"]


def test_an_article_that_only_backups_and_the_undo_history_have_is_removed_everywhere(tmp_path: Path) -> None:
    fill(tmp_path)
    with Library.open(tmp_path) as library:
        library.maintenance.backup()
        library.articles.remove("2")
        with pytest.raises(NothingFoundError):
            library.erasure.erase("2")
        assert library.erasure.erase("2", everywhere=True) == []
        assert holding(tmp_path) == set()


def test_backups_keep_it_until_it_is_removed_everywhere(tmp_path: Path) -> None:
    fill(tmp_path)
    with Library.open(tmp_path) as library:
        first = library.maintenance.backup()
        library.articles.add(report("Nog een", "Iets anders."))
        second = library.maintenance.backup()
        assert set(library.erasure.erase("2")) == {first, second}
        assert holding(tmp_path) == {first.name, second.name}
        assert library.erasure.erase("2", everywhere=True) == []
        assert holding(tmp_path) == set()
    assert {path.name for path in (tmp_path / "backups").iterdir()} == {first.name, second.name, "library.lock"}
    restore(tmp_path, second)
    with Library.open(tmp_path) as library:
        library.maintenance.finish_index()
        assert [record.title for record in library.articles.records()] == ["Nog een", "Sluisdeur"]
        assert library.maintenance.check() == []


def test_files_that_cannot_be_cleaned_are_named(tmp_path: Path) -> None:
    fill(tmp_path)
    damaged = tmp_path / "library-damaged-1.db"
    shutil.copy(tmp_path / "library.db", damaged)
    data = bytearray(damaged.read_bytes())
    data[100:108] = b"\xff" * 8
    damaged.write_bytes(data)
    with Library.open(tmp_path) as library:
        assert library.erasure.erase("2", everywhere=True) == [damaged]
        assert holding(tmp_path) == {damaged.name}


def test_what_was_set_aside_is_removed_everywhere(tmp_path: Path) -> None:
    fill(tmp_path)
    data = bytearray((tmp_path / "library.db").read_bytes())
    at = data.find(b'"text":"vertrouwelijk, later')
    data[at : at + 3] = b'"\xff\\'
    (tmp_path / "library.db").write_bytes(data)
    with Library.open(tmp_path) as library:
        kept = library.maintenance.repair().kept
        assert kept is not None
        assert library.erasure.erase("2", everywhere=True) == []
        assert kept.read_text() == ""
        assert holding(tmp_path) == set()
