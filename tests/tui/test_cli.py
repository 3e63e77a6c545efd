"""The commands, called as a person or a script calls them."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest

from briefing.ingest.decode import LIMIT
from store import Library
from tui.cli import main
from tui.samples import sample_articles

DUTCH = "Brug dicht\n\nDe brug is dicht, zegt de minister. Volgens de gemeente duurt het herstel zeker een jaar.\n"
OTHER = "Brug open\n\nDe brug gaat weer open, meldt de provincie. Het herstel heeft een half jaar geduurd.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "brug.txt"
    path.write_text(DUTCH, encoding="utf-8")
    return path


class Called:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Call(Protocol):
    def __call__(self, *arguments: object, lang: str = "en") -> Called: ...


@pytest.fixture
def briefing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: object, lang: str = "en") -> Called:
        try:
            code = main(["--library", str(tmp_path / "library"), "--lang", lang, *map(str, arguments)])
        except SystemExit as left:
            code = int(left.code or 0)
        return Called(code, *capsys.readouterr())

    return call


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


def test_a_dossier_is_made_filled_renamed_and_emptied(briefing: Call, report: Path) -> None:
    briefing("add", report)
    assert briefing("dossier", "create", "Brug", "1").out == "1  Brug\n     1  Brug dicht · date unknown\n"
    briefing("dossier", "show", "1")
    (report.parent / "open.txt").write_text(OTHER, encoding="utf-8")
    assert "the same story as 1?" in briefing("add", report.parent / "open.txt").out
    assert briefing("dossier", "put", "brug", "2").out.splitlines()[1:] == [
        "     1  Brug dicht · date unknown",
        "   * 2  Brug open · date unknown",
    ]
    assert briefing("dossier", "rename", "Brug", "De brug").out.startswith("1  De brug\n")
    assert briefing("dossier", "take", "De brug", "1").out.splitlines()[1:] == ["   * 2  Brug open · date unknown"]
    assert briefing("dossier", "list").out == "1  De brug  (1 article, 1 new)\n"
    assert briefing("dossier", "remove", "1").out == ""
    assert (briefing("dossier", "list").code, briefing("dossier", "show", "1").code) == (1, 1)


def test_a_dossier_stands_for_its_articles(briefing: Call, report: Path) -> None:
    (report.parent / "open.txt").write_text(OTHER, encoding="utf-8")
    briefing("add", report.parent)
    briefing("dossier", "create", "Brug", "1", "2")
    assert [row["title"] for row in briefing("show", "dossier:brug", "--format", "json").json["articles"]] == [
        "Brug dicht",
        "Brug open",
    ]
    assert briefing("show", "dossier:nergens").code == 1


def test_the_ledger_names_who_says_what_in_every_form(briefing: Call) -> None:
    samples = Path(__file__).resolve().parents[2] / "tui" / "samples"
    sources = sorted(samples.glob("*.txt"))
    told = briefing("ledger", *sources, "--format", "json").json
    assert len(told["articles"]) == 3
    assert told["claims"][0]["entries"]
    assert told["timeline"]
    for form in ("text", "markdown"):
        assert "Bloomberg" in briefing("ledger", *sources, "--format", form).out
    assert briefing("ledger").code == 1


SAMPLES = Path(__file__).resolve().parents[2] / "tui" / "samples"


def test_the_claims_of_one_source_are_asked_for_by_some_words_of_its_name(briefing: Call) -> None:
    sources = sorted(SAMPLES.glob("*.txt"))
    everything = briefing("claims", *sources, "--format", "json").json["articles"]
    told = briefing("claims", *sources, "--source", "bloomberg", "--format", "json").json["articles"]
    assert [article["id"] for article in told] == [article["id"] for article in everything]
    claims = [claim for article in told for claim in article["claims"]]
    assert claims
    assert all(
        "Bloomberg" in " ".join([(claim["source"] or {}).get("name", ""), *claim["via"], claim["root"] or ""])
        for claim in claims
    )
    assert len(claims) < sum(len(article["claims"]) for article in everything)


def test_a_source_that_no_claim_has_is_said_with_those_that_there_are(briefing: Call) -> None:
    done = briefing("claims", *sorted(SAMPLES.glob("*.txt")), "--source", "Nergenshuizen")
    assert done.code == 1
    assert "Bloomberg" in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("option", "holds"),
    [
        ("--hedged", lambda claim: claim["hedges"] or claim["certainty"] != "certain"),
        ("--denied", lambda claim: claim["polarity"] == "negative"),
    ],
)
def test_claims_are_narrowed_to_hedged_ones_and_to_denials(
    briefing: Call, option: str, holds: Callable[[dict[str, Any]], bool]
) -> None:
    told = briefing("claims", *sorted(SAMPLES.glob("*.txt")), option, "--format", "json").json["articles"]
    claims = [claim for article in told for claim in article["claims"]]
    assert claims
    assert all(map(holds, claims))


def test_the_ledger_of_one_source_keeps_all_that_have_its_claims_and_what_these_tell(briefing: Call) -> None:
    sources = sorted(SAMPLES.glob("*.txt"))
    everything = briefing("ledger", *sources, "--format", "json").json
    told = briefing("ledger", *sources, "--source", "Bloomberg", "--format", "json").json
    assert told.keys() == everything.keys()
    assert told["claims"] == [
        row
        for row in everything["claims"]
        if any("Bloomberg" in " ".join([one["source"] or "", *one["via"], one["root"] or ""]) for one in row["entries"])
    ]
    assert 0 < len(told["claims"]) < len(everything["claims"])
    assert len(told["timeline"]) <= len(everything["timeline"])
    assert briefing("ledger", *sources, "--source", "Bloomberg", "--denied").code in {0, 1}


def test_a_pair_that_is_rejected_stays_rejected_until_that_is_taken_back(briefing: Call, report: Path) -> None:
    (report.parent / "open.txt").write_text(OTHER, encoding="utf-8")
    briefing("add", report.parent)

    def relations() -> list[str | None]:
        pairs = briefing("compare", 1, 2, "--format", "json").json["pairs"]
        return [pair["relation"] for pair in pairs if "herstel" in pair["left"]["text"]]

    assert len(relations()) == 1
    assert "reject" in briefing("link", 1, 2, "reject", "duurt het herstel", "Het herstel heeft").out
    assert relations() == []
    assert briefing("link", 1, 2, "add", "duurt het herstel", "Het herstel heeft", "--relation", "conflicts").code == 0
    assert relations() == ["conflicts"]
    told = briefing("link", 2, 1, "list", "--format", "json").json["corrections"]
    assert [(one["action"], one["left"]["article"]) for one in told] == [("reject", "2"), ("add", "2")]
    for one in told:
        briefing("link", 1, 2, "remove", one["id"])
    assert briefing("link", 1, 2, "list").code == 1
    assert briefing("link", 1, 2, "add", "staat er niet", "Het herstel").code == 1


@pytest.mark.parametrize(
    ("sources", "opened"), [((), ()), (("1",), ("1",)), (("dossier:brug",), ("2", "1")), (("TEXTS",), ("1", "2", "3"))]
)
def test_the_app_opens_on_any_source_and_leaves_what_was_put_away_where_it_is(
    briefing: Call, report: Path, monkeypatch: pytest.MonkeyPatch, sources: tuple[str, ...], opened: tuple[str, ...]
) -> None:
    (report.parent / "open.txt").write_text(OTHER, encoding="utf-8")
    briefing("add", report.parent)
    briefing("dossier", "create", "Brug", 2, 1)
    briefing("archive", 1)
    (report.parent / "third.txt").write_text("De dijk\n\nDe dijk is hoog genoeg, zegt het waterschap.", "utf-8")
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("tui.app.BriefingApp.run", lambda app: started.append(app.start))
    assert briefing(*(str(report.parent) if name == "TEXTS" else name for name in sources)).code == 0
    assert started == [opened]
    kept = "TEXTS" not in sources
    assert (briefing("list", "--state", "archived", "--format", "json").json["articles"] != []) is kept


def test_a_mistyped_command_is_no_source(briefing: Call) -> None:
    done = briefing("lsit")
    assert done.code == 2
    assert "lsit" in done.err


@pytest.mark.parametrize("command", ["compare", "ledger"])
def test_a_terminal_is_shown_how_far_long_work_is_and_a_file_is_not(
    briefing: Call, report: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("tui.cli.output._SOON", 0.0)
    sources = report, report.parent / "open.txt"
    sources[1].write_text(OTHER, encoding="utf-8")
    assert briefing(command, *sources).err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    told = briefing(command, *sources).err
    assert "comparing…" in told
    assert told.endswith(" \r")
    assert "\n" not in told


def test_adding_waits_for_no_large_backlog_and_says_so_and_suggesting_works_it_off(
    briefing: Call, tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.stories._INDEXED_FIRST", 0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Library.open(tmp_path / "library") as library:
        library.articles.add(sample_articles()[0])
    assert "briefing dossier suggest" in briefing("add", report).err
    assert briefing("dossier", "suggest", 2).code == 1
    with Library.open(tmp_path / "library") as library:
        assert library.story_index.catch_up() == 0
