"""What comes in is refused with line and field, or can be read by everything."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.message import InputError, Message
from store import ArticleFilter, Library
from store.codec import LARGEST_NUMBER
from tests.store.filled import everything, filled

ODD = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.text(max_size=5), st.just([5]), st.just({})
)


def read_all(library: Library) -> None:
    """Read everything that lists and screens show."""
    library.articles.records(ArticleFilter(state=None, order="published"))
    for one in library.articles.ids(ArticleFilter(state=None)):
        library.articles.get(one)
        library.corrections.of_claims(one)
        library.grades.of_claims(one)
    library.notes.find()
    library.dossiers.all()
    library.grades.of_sources()
    library.corrections.of_sources()
    library.corrections.of_links_among(library.articles.ids(ArticleFilter(state=None)))
    everything(library)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_changed_import_is_refused_whole_or_can_be_read(tmp_path_factory: pytest.TempPathFactory, data: Any) -> None:
    with Library.open(tmp_path_factory.mktemp("library")) as library:
        lines = [json.loads(line) for line in filled(library).exchange.export_lines()]
    line = data.draw(st.integers(1, len(lines) - 1))
    field = data.draw(st.sampled_from(sorted(lines[line])))
    lines[line][field] = data.draw(ODD)
    with Library.open(tmp_path_factory.mktemp("other")) as other:
        try:
            other.exchange.import_lines(map(json.dumps, lines))
        except InputError:
            assert everything(other) == []
        else:
            read_all(other)
            other.maintenance.finish_index()
            assert other.maintenance.check() == []


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("article", "added", "gisteren"),
        ("article", "unread", 1e308),
        ("article", "paragraphs", [["body", 7]]),
        ("note", "text", 7),
        ("note", "tags", [5]),
        ("note", "created", "2020-01-01T00:00:00"),
        ("grade", "grade", ["A"]),
        ("correction", "anchor", {"article": "1", "start": 0, "end": 3}),
        ("setting", "value", None),
    ],
)
def test_the_line_and_the_field_are_named(tmp_path: Path, kind: str, field: str, value: object) -> None:
    with Library.open(tmp_path) as library:
        lines = [json.loads(line) for line in filled(library).exchange.export_lines()]
    line = next(at for at, one in enumerate(lines) if one["kind"] == kind)
    lines[line][field] = value
    with Library.open(tmp_path / "other") as other, pytest.raises(InputError) as refused:
        other.exchange.import_lines(map(json.dumps, lines))
    assert refused.value.message == Message.of("library.import-field", line=line + 1, field=field)


def test_the_largest_number_is_taken_and_a_larger_one_refused(tmp_path: Path) -> None:
    head = '{"kind":"library","format":1}'
    for number, taken in ((LARGEST_NUMBER, True), (LARGEST_NUMBER + 1, False)):
        line = json.dumps({"kind": "setting", "id": number, "name": "a", "value": "b"})
        with Library.open(tmp_path / str(number)) as library:
            if taken:
                assert library.exchange.import_lines([head, line]) == 1
            else:
                with pytest.raises(InputError):
                    library.exchange.import_lines([head, line])


def test_the_check_names_a_document_with_a_wrong_field(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        filled(library)
        library.maintenance.finish_index()
        assert library.maintenance.check() == []
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE doc_notes SET body = json_set(body, '$.tags', json('[5]')) WHERE id = 1")
    connection.close()
    with Library.open(tmp_path) as library:
        assert library.maintenance.check() == [Message.of("library.fault-document", table="notes", id=1)]
