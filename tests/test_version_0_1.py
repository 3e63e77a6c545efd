"""A library, settings and a keymap that version 0.1 wrote, in `tests/fixtures/version_0_1/`, are intact in this version.

`library.db.gz` is a backup by 0.1 and `library.jsonl` its export of the same library, made of invented reports.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.article import Article, Passage, PublicationDate, Span
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.note import Note
from store import ArticleFilter, Grade, Library
from tests.tui.app import press, running, seen
from tui.settings import Settings

FIXTURES = Path(__file__).parent / "fixtures" / "version_0_1"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "library.db").write_bytes(gzip.decompress((FIXTURES / "library.db.gz").read_bytes()))
    with Library.open(folder) as opened:
        yield opened


def passage(article: Article, words: str) -> Passage:
    start = article.text.index(words)
    return article.passage(Span(start, start + len(words)))


def things(lines: list[str]) -> dict[tuple[str, int], dict[str, Any]]:
    parsed = [json.loads(line) for line in lines]
    return {(one["kind"], one["id"]): one for one in parsed if one["kind"] != "library"}


def test_the_library_has_no_faults(library: Library) -> None:
    library.maintenance.finish_index()
    assert library.maintenance.check() == []


def test_everything_is_exported_as_it_was(library: Library) -> None:
    before = things((FIXTURES / "library.jsonl").read_text("utf-8").splitlines())
    after = things(list(library.exchange.export_lines()))
    assert len(before) == 17
    assert {key: {name: after[key][name] for name in fields} for key, fields in before.items()} == before
    assert after.keys() == before.keys()


def test_the_export_is_imported(tmp_path: Path) -> None:
    lines = (FIXTURES / "library.jsonl").read_text("utf-8").splitlines()
    with Library.open(tmp_path / "new") as new:
        assert new.exchange.import_lines(lines) == 17
        assert things(list(new.exchange.export_lines())) == things(lines)
        assert new.exchange.import_lines(lines) == 0


def test_articles_have_their_state_tags_and_dossiers(library: Library) -> None:
    records = {one.id: one for one in library.articles.records(ArticleFilter(state=None))}
    assert {id: one.state for id, one in records.items()} == {
        "1": "active",
        "2": "active",
        "3": "archived",
        "4": "trashed",
        "5": "active",
    }
    pool = records["1"]
    assert (pool.tags, pool.dossiers, pool.unread) == (("zwembad", "Café"), ("1",), False)
    assert (pool.outlet, pool.published) == ("De Polderbode", PublicationDate(2025, 3, 3))
    assert [one.id for one in library.articles.records(ArticleFilter(tags=("cafe",)))] == ["1"]
    assert library.articles.get("5").text.endswith("reportedly delayed by four hours.")


def test_texts_are_found(library: Library) -> None:
    library.maintenance.finish_index()
    assert [hit.record.id for hit in library.full_text.search("ezel in:archive")] == ["3"]
    assert [hit.record.id for hit in library.full_text.search("cafe in:all")] == ["4"]


def test_notes_and_the_draft_are_there(library: Library) -> None:
    anchor = passage(library.articles.get("1"), "al weken water onder de vloer")
    notes = library.notes.find()
    assert [(one.id, one.text, one.article, one.dossier) for one in notes] == [
        ("4", "tweede versie", "1", None),
        ("1", "Wie heeft het **lek** gemeld?", "1", None),
        ("2", "Compare with the council minutes.", "2", None),
        ("3", "Twee bedragen: navragen.", None, "1"),
    ]
    assert (notes[1].passage, notes[1].tags, notes[0].claim) == (anchor, ("vraag",), "c1")
    assert library.drafts.get(Note("", "", article="2")) == "half a sentence"


def test_corrections_of_claims_and_links_are_there(library: Library) -> None:
    left, right = library.articles.get("1"), library.articles.get("2")
    content = passage(left, "er al weken water onder de vloer staat")
    assert library.corrections.of_claims("1") == {
        "1": ClaimCorrection(content, "change", source_name="Anneke Bosman", source_kind="person", certainty="certain")
    }
    rejected = passage(right, "The town of Waterhoven has closed its swimming pool")
    assert library.corrections.of_claims("2") == {"2": ClaimCorrection(rejected, "reject")}
    ours = passage(left, "De reparatie kost naar schatting 2 miljoen euro, aldus Bosman.")
    theirs = passage(right, "The repair may cost 3 million euros, according to the regional water board.")
    assert library.corrections.of_links("1", "2") == {"3": LinkCorrection(ours, theirs, "change", "differs")}


def test_dossiers_grades_and_settings_are_there(library: Library) -> None:
    assert [(one.name, one.articles) for one in library.dossiers.all()] == [
        ("Zwembad De Golf", ("2", "1")),
        ("Leeg", ()),
    ]
    assert library.dossiers.get("1").looked is not None
    (grade,) = library.grades.of_sources()
    assert grade == Grade("Anneke Bosman", "B", None, "verantwoordelijk wethouder", grade.at)
    assert library.settings.get("view") == "claims"


def test_the_actions_of_the_old_version_can_be_undone(library: Library) -> None:
    undone = []
    while label := library.undo():
        undone.append(label.code.removeprefix("library.did."))
    assert undone[:4] == ["grade", "correct", "correct", "correct"]
    assert undone[-5:] == ["add"] * 5
    assert library.articles.ids(ArticleFilter(state=None)) == []


def test_settings_are_read_with_the_keymap() -> None:
    settings = Settings.read(FIXTURES / "settings.toml")
    assert (settings.language, settings.theme, settings.signs) == ("nl", "textual-dark", "ascii")
    assert (settings.translation, settings.engines, settings.told) == ("beside", ("literal",), ("deepl@api.deepl.com",))
    assert settings.keymap["next-claim"] == "ctrl+n"


async def test_the_keymap_names_no_unknown_action_and_its_keys_work(tmp_path: Path) -> None:
    keymap = (FIXTURES / "settings.toml").read_text("utf-8").partition("[keymap]")[2]
    async with running(tmp_path, settings=f"[keymap]{keymap}") as (app, pilot):
        assert not app._notifications
        before = seen(app)
        await press(pilot, "n")
        assert seen(app) == before
        await press(pilot, "ctrl+n")
        assert seen(app) != before
