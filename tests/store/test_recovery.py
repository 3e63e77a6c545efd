"""Recovery of a damaged library: what is lost leaves a placeholder, and what was written is kept."""

import sqlite3
from pathlib import Path

import pytest

from briefing.article import Passage
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.message import InputError
from briefing.note import Note
from store import ArticleFilter, Grade, Library, salvage
from tests.store.articles import report
from tests.store.filled import everything, filled

ANCHOR = Passage("1", 0, 3, "een")


def damage(folder: Path, *statements: str) -> bytes:
    """Run statements on the file, then overwrite its schema; gives its bytes."""
    path = folder / "library.db"
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
    connection.close()
    data = bytearray(path.read_bytes())
    data[100:108] = b"\xff" * 8
    path.write_bytes(data)
    return bytes(data)


def test_a_library_whose_schema_is_lost_is_recovered_whole(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        before = everything(filled(library))
    damaged = damage(tmp_path)
    found = salvage(tmp_path)
    assert (found.articles, found.notes) == (3, 2)
    assert found.kept.read_bytes() == damaged
    assert found.kept.parent == tmp_path
    assert found.kept.name.startswith("library-damaged-")
    kept = {found.kept.name + ending for ending in ("", "-wal", "-shm")}
    assert {path.name for path in tmp_path.iterdir()} - kept == {"home", "library.db", "library.lock"}
    with Library.open(tmp_path) as library:
        library.maintenance.finish_index()
        assert everything(library) == before
        assert library.maintenance.check() == []
        assert library.full_text.search("cafe")
        assert library.articles.add(report("nieuw")).article.id == "5"


def test_notes_on_lost_articles_keep_a_placeholder_article(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        for title in ("een", "twee", "drie", "vier", "vijf", "zes"):
            library.articles.add(report(title))
        library.articles.trash("2")
        library.notes.add(Note("", "on one", article="1"))
        library.corrections.add_claim("3", ClaimCorrection(ANCHOR, "reject"))
        library.corrections.add_link("2", "4", LinkCorrection(ANCHOR, ANCHOR, "reject"))
        library.grades.set(Grade("c1", "A", "5"))
        library.grades.set(Grade("ANP", "B"))
    lost = ",".join("134")
    damage(
        tmp_path,
        f"DELETE FROM doc_articles WHERE id IN ({lost},2,5,6)",
        f"DELETE FROM doc_texts WHERE id IN ({lost},5,6)",
        "DELETE FROM undo",
    )
    found = salvage(tmp_path)
    assert (found.articles, found.notes) == (5, 1)
    with Library.open(tmp_path) as library:
        records = {one.id: one.title for one in library.articles.records(ArticleFilter(state=None))}
        assert records == {"1": "?", "2": "twee", "3": "?", "4": "?", "5": "?"}
        assert library.articles.get("2").text == report("twee").text
        assert library.articles.get("1").text == ""
        assert [note.text for note in library.notes.find(article="1")] == ["on one"]
        assert len(library.corrections.of_claims("3")) == len(library.corrections.of_links("2", "4")) == 1
        assert [grade.grade for grade in library.grades.of_claims("5")] == ["A"]
        library.maintenance.finish_index()
        assert library.maintenance.check() == []


def test_there_must_be_a_library_to_recover(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        salvage(tmp_path / "none")
    assert refused.value.message.code == "library.none"
    assert not (tmp_path / "none").exists()
