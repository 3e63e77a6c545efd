"""The commands on several reports: dossiers, the ledger, claims by source, links, and the app on any source."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store import Library
from tests.tui.calls import OTHER, Call
from tui.samples import sample_articles


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
