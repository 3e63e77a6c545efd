"""Export and import of a library as JSON lines."""

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.message import InputError
from briefing.note import Note
from store import ArticleFilter, Library
from tests.store.articles import report
from tests.store.filled import everything, filled


def test_an_empty_library_becomes_the_same_library(library: Library, tmp_path: Path) -> None:
    before = everything(filled(library))
    with Library.open(tmp_path / "other") as other:
        assert other.exchange.import_lines(library.exchange.export_lines()) == len(before)
        assert everything(other) == before
        assert [hit.record.id for hit in other.full_text.search("cafe")] == ["4"]
        assert other.exchange.import_lines(library.exchange.export_lines()) == 0
        assert everything(other) == before
        assert other.maintenance.check() == []


def test_a_library_in_use_keeps_its_own_and_gives_new_numbers(library: Library, tmp_path: Path) -> None:
    filled(library)
    with Library.open(tmp_path / "other") as other:
        other.articles.add(report("own"))
        other.articles.add(report("een"))
        other.exchange.import_lines(library.exchange.export_lines())
        titles = {record.id: record.title for record in other.articles.records(ArticleFilter(state=None))}
        assert sorted(titles.values()) == ["Three cafés", "een", "own", "twee"]
        (note,) = other.notes.find(query="passage")
        assert (titles[note.article or ""], note.passage and note.passage.article) == ("een", note.article)
        assert [titles[one] for one in other.dossiers.all()[0].articles] == ["Three cafés", "een"]
        (correction,) = other.corrections.of_claims("2").values()
        assert correction.anchor.article == "2"
        twee = next(id for id, title in titles.items() if title == "twee")
        (link,) = other.corrections.of_links("2", twee).values()
        assert (link.left.article, link.right.article) == ("2", twee)
        assert other.undo() is not None
        assert [record.title for record in other.articles.records()] == ["een", "own"]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        '{"kind":"article","id":1}',
        '{"kind":"note","id":"x"}',
        '{"kind":"note","id":true}',
        '{"kind":"note","id":0}',
        '{"kind":"note","id":9007199254740992}',
        '{"kind":"virus","id":1}',
        '{"kind":"library","format":1}',
        '{"id":1}',
        '{"kind":"setting","id":1,"name":1,"value":"x"}',
        '{"kind":"grade","id":1,"subject":"x","grade":"A","article":77,"comment":"","at":null}',
        '{"kind":"correction","id":1,"of":"link","article":1,"other":2,"action":"reject"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_nothing_is_imported(library: Library, line: str) -> None:
    lines = [*filled(library).exchange.export_lines(), "", line]
    with Library.open(library.folder / "other") as other:
        with pytest.raises(InputError) as caught:
            other.exchange.import_lines(lines)
        assert caught.value.message.code in {"library.import-line", "library.import-field"}
        assert caught.value.message.params["line"] == len(lines)
        assert everything(other) == []


@pytest.mark.parametrize(
    "first",
    ['{"kind":"library","format":2}', '{"kind":"library"}', '{"kind":"setting","id":1,"name":"a","value":"b"}', "{}"],
)
def test_the_first_line_says_what_it_is(library: Library, first: str) -> None:
    with pytest.raises(InputError) as caught:
        library.exchange.import_lines([first, '{"kind":"setting","id":1,"name":"a","value":"b"}'])
    assert caught.value.message.params["line"] == 1
    assert library.settings.get("a") == ""


def line_of(kind: str, **fields: Any) -> str:
    return json.dumps({"kind": kind, "id": 1, **fields})


def article_line(**fields: Any) -> str:
    article = {
        "title": "Kop",
        "outlet": None,
        "language": "nl",
        "published": None,
        "url": None,
        "source": None,
        "added": "2025-01-01T00:00:00+00:00",
        "unread": True,
        "state": "active",
        "tags": [],
        "paragraphs": [["body", "Een tekst."]],
    }
    return line_of("article", **(article | fields))


HEAD = '{"kind": "library", "format": 1}'
WRONG: dict[str, dict[str, Any]] = {
    "language": {"language": "n!"},
    "state": {"state": "lost"},
    "date": {"published": "soon"},
    "paragraphs": {"paragraphs": 3},
}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG)
def test_an_article_with_a_wrong_field_is_refused(library: Library, fields: dict[str, Any]) -> None:
    assert library.exchange.import_lines([HEAD, article_line()]) == 1
    with pytest.raises(InputError):
        library.exchange.import_lines([HEAD, article_line(**fields)])


def test_control_characters_are_removed_from_what_is_imported(library: Library) -> None:
    note = line_of(
        "note",
        text="a\x1b[31mb",
        article=1,
        dossier=None,
        passage=None,
        claim=None,
        tags=["\x07t"],
        created=None,
        changed=None,
    )
    library.exchange.import_lines([HEAD, article_line(title="K\x1b]0;op"), note])
    assert "\x1b" not in library.articles.get("1").title
    (found,) = library.notes.find()
    assert "\x1b" not in found.text
    assert found.tags == ("t",)
    assert (found.created, found.changed) == (None, None)


def test_identical_things_are_known_whatever_the_order_of_their_fields(library: Library) -> None:
    grade = {"subject": "ANP", "grade": "B", "article": None, "comment": "", "at": "2025-01-01T00:00:00+00:00"}
    assert library.exchange.import_lines([HEAD, line_of("grade", **grade)]) == 1
    assert library.exchange.import_lines([HEAD, line_of("grade", **dict(reversed(grade.items())))]) == 0
    assert library.exchange.import_lines([HEAD, line_of("grade", **(grade | {"comment": "x"}))]) == 1
    assert len(library.grades.of_sources()) == 2


def test_an_imported_setting_replaces_that_of_the_same_name(library: Library) -> None:
    library.settings.set("view", "claims")
    library.settings.set("other", "kept")
    assert library.exchange.import_lines([HEAD, line_of("setting", name="view", value="ledger")]) == 1
    assert (library.settings.get("view"), library.settings.get("other")) == ("ledger", "kept")


def test_the_export_is_readable_and_escapes_what_a_terminal_would_obey(library: Library) -> None:
    library.articles.add(report("Één", "Coöperatie in Ieper."))
    library.notes.add(Note("", "geëist", article="1"))
    with library._database.engine.writing() as transaction:
        transaction.amend("articles", 1, {"title": "Één \ud800 \x9b2J\u2028\U000e0041"})
    lines = list(library.exchange.export_lines())
    assert json.loads(lines[0])["format"] == 1
    assert json.loads(lines[1])["title"] == "Één \ud800 \x9b2J\u2028\U000e0041"
    assert "Één \\ud800 \\u009b2J\\u2028\\udb40\\udc41" in lines[1]
    assert "geëist" in lines[2]
    for line in lines:
        line.encode()
        assert "\n" not in line


def test_an_export_is_of_one_state_although_others_write(library: Library) -> None:
    for title in "ab":
        library.articles.add(report(title))
    lines = library.exchange.export_lines()
    next(lines)
    next(lines)
    with Library.open(library.folder) as other:
        other.articles.add(report("d"))
    assert [json.loads(line)["title"] for line in lines] == ["b"]
    assert len(list(library.exchange.export_lines())) == 4
