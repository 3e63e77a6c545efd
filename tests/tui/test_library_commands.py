"""`briefing search` and `briefing library`, called as a person or a script calls them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Library
from tests.store.articles import report
from tui.cli import main

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*words: object, folder: Path = tmp_path / "library", lang: str = "en") -> tuple[int, str, str]:
        try:
            code = main(["--library", str(folder), "--lang", lang, *map(str, words)])
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    with Library.open(tmp_path / "library") as library:
        library.articles.add(report())
        library.articles.add(report("Two agencies", language="en", outlet="The Paper"))
    return called


def test_a_search_shows_the_place_and_gives_its_offsets_to_a_script(call: Call) -> None:
    code, out, _ = call("search", "dienst")
    assert code == 0
    assert "inlichtingendienst" in out
    found = json.loads(call("search", "network", "lang:en", "--format", "json")[1])["articles"]
    start, end = found[0]["highlights"][0]
    assert found[0]["snippet"][start:end] == "network"
    assert found[0]["passage"]["start"] >= 0


def test_a_phrase_keeps_its_order_and_a_filter_its_spaces(call: Call) -> None:
    assert call("search", '"Britse inlichtingendienst"')[0] == 0
    assert call("search", '"inlichtingendienst Britse"')[0] == 1
    assert call("search", "inlichtingendienst Britse")[0] == 0
    assert call("search", "outlet:The Paper", "agencies")[0] == 0


def test_a_search_without_a_result_or_with_a_wrong_filter_says_so(call: Call) -> None:
    assert call("search", "zzz")[0] == 1
    code, _, said = call("search", "colour:red")
    assert code == 2
    assert "colour" in said


def test_an_export_can_be_imported_elsewhere(call: Call, tmp_path: Path) -> None:
    assert call("library", "export", tmp_path / "all.jsonl")[0] == 0
    assert call("library", "export", tmp_path / "all.jsonl")[0] == 3
    assert call("library", "import", tmp_path / "all.jsonl", folder=tmp_path / "other")[0] == 0
    assert call("search", "dienst", folder=tmp_path / "other")[0] == 0
    assert call("library", "import", tmp_path / "none.jsonl")[0] == 3


def test_a_backup_is_restored(call: Call, tmp_path: Path) -> None:
    assert call("library", "backup", tmp_path / "copy.db")[0] == 0
    call("remove", "1")
    assert call("library", "restore", tmp_path / "copy.db")[0] == 0
    assert len(json.loads(call("list", "--format", "json")[1])["articles"]) == 2


def test_check_compact_index_stats_and_undo_say_what_they_did(call: Call) -> None:
    assert call("library", "check")[:2] == (0, "The library is undamaged.\n")
    for step in ("compact", "index", "stats"):
        code, out, _ = call("library", step)
        assert code == 0
        assert out
    assert "Two agencies" in call("library", "undo")[1]
    call("library", "undo")
    assert call("library", "undo")[0] == 1


def test_a_damaged_library_is_said_and_salvaged(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "library" / "library.db"
    path.write_bytes(b"\xa5" * 4096 + path.read_bytes()[4096:])
    code, _, said = call("list")
    assert code == 3
    assert "salvage" in said
    assert call("library", "salvage")[0] == 0
    assert len(json.loads(call("list", "--format", "json")[1])["articles"]) == 2


def test_an_address_is_not_made_into_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_LIBRARY", "postgresql://host/desk")
    before = sorted(tmp_path.iterdir())
    assert main(["list"]) == 2
    assert main(["--library", "postgresql://host/other", "list"]) == 2
    assert sorted(tmp_path.iterdir()) == before


@pytest.fixture
def damaged(call: Call, tmp_path: Path) -> Call:
    """The library with its second article damaged."""
    path = tmp_path / "library" / "library.db"
    at = path.read_bytes().find(b'"title":"Two agencies","outlet"')
    data = bytearray(path.read_bytes())
    data[at : at + 3] = b'"\xff\\'
    path.write_bytes(data)
    return call


def test_a_damaged_article_is_shown_as_damaged_and_the_others_as_ever(damaged: Call) -> None:
    for words in (("list",), ("search", "agencies")):
        code, out, _ = damaged(*words)
        assert code == 0
        assert "damaged: two agencies" in out
    records = json.loads(damaged("list", "--format", "json")[1])["articles"]
    assert sorted((one["id"], one["damaged"]) for one in records) == [("1", False), ("2", True)]
    code, out, said = damaged("export")
    assert code == 3
    assert "inlichtingendienst" in out
    assert said.count("\n") == 1
    assert "articles 2 is damaged" in said
    assert damaged("show", "2")[0] == 3
    assert damaged("library", "check")[0] == 3


def test_what_is_deleted_for_good_is_named_where_a_backup_still_holds_it(call: Call, tmp_path: Path) -> None:
    call("library", "backup")
    (copy,) = (tmp_path / "library" / "backups").glob("*.db")
    code, out, said = call("remove", "2", "--forever")
    assert (code, out) == (0, "2 deleted (notes: 0, corrections: 0)\n")
    assert str(copy) in said
    assert "--everywhere" in said
    assert call("remove", "2", "--forever")[0] == 1
    code, out, said = call("remove", "2", "--forever", "--everywhere", "--format", "json")
    assert (code, said) == (0, "")
    assert json.loads(out) == {"removed": [{"id": "2", "notes": 0, "corrections": 0}], "still_in": []}
    assert call("remove", "1", "--everywhere")[0] == 2


def test_a_repair_tells_what_it_did_and_where_the_rest_is_kept(damaged: Call, tmp_path: Path) -> None:
    code, out, _ = damaged("library", "check", "--repair", "--format", "json")
    told = json.loads(out)
    assert code == 0
    assert told["whole"]
    assert told["repaired"] == ["articles 2: cannot be read, and was set aside."]
    assert Path(told["kept"]).parent == tmp_path / "library"
    assert damaged("show", "2")[0] == 0


def test_a_pipe_is_refused_wherever_a_file_is_read(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    for words in (("add", "pipe"), ("show", "pipe"), ("compare", "1", "pipe"), ("library", "import", "pipe")):
        code, _, said = call(*words)
        assert (code, said.count("\n")) == (3, 1), words
        assert "pipe, a device or a socket" in said
    for words in (("library", "restore", "pipe"), ("library", "export", "pipe"), ("library", "backup", "pipe")):
        assert call(*words)[0] == 3, words
    assert call("export", "1", "-o", "pipe")[0] == 4
