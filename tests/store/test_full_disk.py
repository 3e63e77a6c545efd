"""A library on a full disk can be read, and says what is wrong when it is written."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.ingest.text import read_article
from briefing.message import UnavailableError
from store import Library
from store.sqlite import connection

ARTICLE = read_article(b"Sluis open\n\nDe sluis van Marendijk is weer open.", name="-")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as library:
        library.articles.add(ARTICLE)
    return tmp_path / "library"


@pytest.fixture
def full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library after its disk filled up."""
    monkeypatch.setattr(connection, "disk_usage", lambda _folder: SimpleNamespace(free=0))
    return folder


def test_it_can_be_read(full: Path) -> None:
    with Library.open(full) as library:
        assert [library.articles.get(one).title for one in library.articles.ids()] == ["Sluis open"]


def test_it_leaves_no_new_file(full: Path) -> None:
    before = {path.name for path in full.iterdir()}
    with Library.open(full) as library:
        assert library.articles.ids()
    assert {path.name for path in full.iterdir()} == before


def test_a_change_says_that_the_disk_is_full(full: Path) -> None:
    with Library.open(full) as library, pytest.raises(UnavailableError) as caught:
        library.articles.remove(library.articles.ids()[0])
    assert caught.value.message.code == "library.full"


def test_a_library_in_use_is_opened_as_usual(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(folder) as library:
        monkeypatch.setattr(connection, "disk_usage", lambda _folder: SimpleNamespace(free=0))
        library.articles.add(read_article(b"Dijk nat\n\nDe dijk is nat.", name="-"))
        with Library.open(folder) as other:
            assert len(other.articles.ids()) == 2
