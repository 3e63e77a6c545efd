"""The commands on one report, and what is refused."""

import io
import sys
from pathlib import Path

import pytest

from briefing.ingest.decode import LIMIT
from tests.tui.calls import DUTCH, OTHER, Call
from tui.samples import sample_articles


def test_a_text_that_is_added_twice_is_one_article(briefing: Call, report: Path) -> None:
    assert briefing("add", report).out == "1  Brug dicht\n"
    assert briefing("add", report).out == "1  Brug dicht (was there already)\n"
    assert [row["id"] for row in briefing("list", "--format", "json").json["articles"]] == ["1"]


def test_a_text_from_the_archive_that_is_added_again_is_back_in_the_list_and_said_so(
    briefing: Call, report: Path
) -> None:
    briefing("add", report)
    briefing("archive", "1")
    assert briefing("add", report).out == "1  Brug dicht (was there already; put back in the list)\n"
    assert [row["id"] for row in briefing("list", "--format", "json").json["articles"]] == ["1"]


def test_a_folder_gives_every_text_in_it(briefing: Call, report: Path) -> None:
    (report.parent / "open.txt").write_text(OTHER, encoding="utf-8")
    said = briefing("add", report.parent).out.splitlines()
    assert [line for line in said if not line.startswith(" ")] == ["1  Brug dicht", "2  Brug open"]


def test_standard_input_is_read(briefing: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DUTCH.encode())))
    assert briefing("add", "-").out == "1  Brug dicht\n"


def test_a_date_can_be_set_and_keeps_its_precision(briefing: Call, report: Path) -> None:
    briefing("add", report)
    assert (
        briefing("edit", "1", "--published", "2018-12", "--outlet", "De Dagpost", lang="nl").out
        == "1  De Dagpost, “Brug dicht”, december 2018\n"
    )
    assert briefing("show", "1", "--format", "json").json["articles"][0]["published"] == "2018-12"


def test_a_wrong_date_is_refused_and_changes_nothing(briefing: Call, report: Path) -> None:
    briefing("add", report)
    done = briefing("edit", "1", "--published", "december")
    assert done.code == 3
    assert "2018-12" in done.err
    assert briefing("show", "1", "--format", "json").json["articles"][0]["published"] is None


def test_a_note_is_in_the_export_under_its_quote(briefing: Call, report: Path, tmp_path: Path) -> None:
    briefing("add", report)
    assert briefing("note", "add", "1", "Welke minister?", "--quote", "zegt de minister", "--tags", "vraag").code == 0
    target = tmp_path / "notes.md"
    assert briefing("export", "1", "--only", "notes", "-o", target, lang="nl").code == 0
    assert "> zegt de minister\n>\n> — “Brug dicht”, datum onbekend, alinea 2\n\nWelke minister?" in target.read_text(
        encoding="utf-8"
    )


def test_an_edited_export_is_not_written_over(briefing: Call, report: Path, tmp_path: Path) -> None:
    briefing("add", report)
    target = tmp_path / "notes.md"
    briefing("export", "1", "-o", target)
    target.write_text(target.read_text(encoding="utf-8") + "my own line\n", encoding="utf-8")
    done = briefing("export", "1", "-o", target)
    assert done.code == 2
    assert "--force" in done.err
    assert target.read_text(encoding="utf-8").endswith("my own line\n")


def test_a_quote_that_is_not_in_the_article_is_refused(briefing: Call, report: Path) -> None:
    briefing("add", report)
    assert briefing("note", "add", "1", "x", "--quote", "staat er niet").code == 1


def test_a_correction_is_kept_beside_its_passage_and_can_be_taken_back(briefing: Call, report: Path) -> None:
    briefing("add", report)
    (claim, *_) = briefing("claims", "1", "--format", "json").json["articles"][0]["claims"]
    made = briefing("correct", "1", "reject", claim["id"], "--format", "json").json["corrections"]
    assert [row["action"] for row in made] == ["reject"]
    assert made[0]["anchor"]["text"] == claim["content"]["text"]
    assert briefing("correct", "1", "remove", made[0]["id"], "--format", "json").json["corrections"] == []


def test_corrections_are_listed_with_the_options_that_set_them(briefing: Call, report: Path) -> None:
    briefing("add", report)
    (claim, *_) = briefing("claims", "1", "--format", "json").json["articles"][0]["claims"]
    briefing("correct", "1", "change", claim["id"], "--source", "de gemeente", "--certainty", "possible")
    briefing("correct", "1", "confirm", claim["id"])
    changed, confirmed = briefing("correct", "1", "list").out.splitlines()
    assert changed.endswith("  --source 'de gemeente'  --certainty possible")
    assert confirmed.endswith(f"confirm  “{claim['content']['text']}”")


def test_a_source_that_is_none_is_taken_away_by_an_empty_quote(briefing: Call, report: Path) -> None:
    briefing("add", report)
    (claim, *_) = briefing("claims", "1", "--format", "json").json["articles"][0]["claims"]
    assert claim["source"]
    assert briefing("correct", "1", "change", claim["id"], "--source", "").code == 0
    (claim, *_) = briefing("claims", "1", "--format", "json").json["articles"][0]["claims"]
    assert (claim["source"], claim["why"]["code"]) == (None, "claims.why.corrected")
    assert "corrected by you" in briefing("claims", "1").out


@pytest.mark.parametrize("step", [["reject", "none"], ["change", "1"], ["add", "staat er niet"]])
def test_a_correction_that_says_nothing_is_refused(briefing: Call, report: Path, step: list[str]) -> None:
    briefing("add", report)
    done = briefing("correct", "1", *step)
    assert done.code in {1, 2}
    assert len(done.err.splitlines()) == 1


def test_removed_is_in_the_trash_and_comes_back(briefing: Call, report: Path) -> None:
    briefing("add", report)
    briefing("remove", "1")
    assert briefing("list", "--format", "json").json["articles"] == []
    assert len(briefing("list", "--state", "trashed", "--format", "json").json["articles"]) == 1
    briefing("remove", "1", "--undo")
    assert len(briefing("list", "--format", "json").json["articles"]) == 1


def test_a_command_on_files_does_not_touch_the_library(briefing: Call, report: Path, tmp_path: Path) -> None:
    for command in (
        ("claims", report),
        ("show", report),
        ("compare", report, report),
        ("summary", report, "--to", "nl"),
        ("export", report),
    ):
        assert briefing(*command).code == 0
    assert not (tmp_path / "library").exists()


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("huge.txt", b"De brug is dicht. " * (LIMIT // 18 + 2)),
        (
            "french.txt",
            "Le ministre a déclaré que les résultats seraient publiés après les élections prochaines du pays.".encode(),
        ),
        ("folder", "folder"),
    ],
)
def test_a_bad_input_is_one_line_that_names_it_and_the_good_one_is_done(
    briefing: Call, report: Path, name: str, content: bytes | str | None, lang: str
) -> None:
    path = report.parent / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        path.mkdir()
    done = briefing("claims", path, report, "--format", "json", lang=lang)
    assert done.code == (1 if name == "folder" else 3)
    assert len(done.err.splitlines()) == 1
    assert name in done.err
    assert [article["title"] for article in done.json["articles"]] == ["Brug dicht"]


def test_windows_1252_is_read(briefing: Call, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("De coördinator zegt: “dit is één van de bruggen”.".encode("cp1252"))
    assert "coördinator" in briefing("show", path).out


def test_a_hostile_name_does_not_reach_the_terminal_raw(briefing: Call, tmp_path: Path) -> None:
    assert "\x1b" not in briefing("show", tmp_path / "\x1b[31mred.txt").err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["claims"],
        ["compare", "1"],
        ["list", "--format", "xml"],
        ["--nonsense"],
        ["note"],
        ["edit", "1"],
    ],
)
def test_wrong_use_is_one_line_and_exit_2(briefing: Call, arguments: list[str]) -> None:
    done = briefing(*arguments)
    assert done.code == 2
    assert len(done.err.strip().splitlines()) == 1


def test_an_unknown_language_is_wrong_use(briefing: Call) -> None:
    assert briefing("list", lang="xx").code == 2


def test_an_empty_library_is_nothing_found(briefing: Call) -> None:
    assert briefing("list").code == briefing("list", "--format", "json").code == 1
    assert briefing("show", "").code == 3
    assert briefing("export").code == 1
    assert briefing("show", "99").code == 1


def test_without_a_terminal_the_app_says_so(briefing: Call) -> None:
    assert briefing().code == 4


def test_a_library_that_cannot_be_written_is_one_line(briefing: Call, report: Path) -> None:
    done = briefing("--library", "/dev/null/library", "add", report)
    assert done.code == 4
    assert len(done.err.splitlines()) == 1
    assert "/dev/null/library" in done.err


def test_help_speaks_the_chosen_language(briefing: Call) -> None:
    assert "opdrachten:" in briefing("--help", lang="nl").out
    assert "commands:" in briefing("--help", lang="en").out


def test_the_demo_prints_its_briefing_without_a_terminal(briefing: Call, tmp_path: Path) -> None:
    done = briefing("demo", lang="nl")
    assert done.code == 0
    assert done.out.startswith("---\n")
    assert all(article.title in done.out for article in sample_articles())
    assert not (tmp_path / "library").exists()
