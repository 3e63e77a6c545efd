"""Hedge drift: who hedged a claim on which day, who dropped the hedge, and who had it first."""

import pytest

import locales
from briefing.article import Article, PublicationDate
from briefing.compare.ledger import ledger_of
from briefing.coverage.drift import HedgeDrift, drifts_of
from briefing.export.drift import drift_facts, drift_markdown, drift_text, what_lacks
from briefing.export.drift_chart import chart, sign_line
from tests.briefing.coverage.reports import BARE, DENIED, FACT, ZOU, report
from tui.signs import ASCII, UNICODE


def drift(*articles: Article) -> HedgeDrift:
    (found,) = drifts_of(ledger_of(articles))
    return found


def turns(found: HedgeDrift) -> list[tuple[str, str, str]]:
    return [(turn.kind, turn.before.article.id, turn.after.article.id) for turn in found.turns]


def test_the_report_that_states_as_a_fact_what_another_hedged_drops_the_hedge() -> None:
    found = drift(report("1", "2021-03-01", ZOU, outlet="Courant"), report("2", "2021-03-04", FACT, outlet="Blad"))
    assert turns(found) == [("hardened", "1", "2")]
    assert found.turns[0].before.hedges == ("zou",)
    assert found.turns[0].is_fact
    assert not found.turns[0].is_own


def test_an_outlet_is_held_against_its_own_earlier_report() -> None:
    found = drift(
        report("1", "2021-03-01", ZOU, outlet="Courant"),
        report("2", "2021-03-02", FACT, outlet="Blad"),
        report("3", "2021-03-03", BARE, outlet="courant"),
    )
    assert turns(found) == [("hardened", "1", "2"), ("hardened", "1", "3")]
    assert [turn.is_own for turn in found.turns] == [False, True]


def test_a_report_that_only_repeats_is_no_turn() -> None:
    found = drift(report("1", "2021-03-01", FACT, outlet="Courant"), report("2", "2021-03-02", BARE, outlet="Blad"))
    assert turns(found) == []


def test_a_fact_that_is_hedged_later_is_softened() -> None:
    found = drift(report("1", "2021-03-01", BARE, outlet="Courant"), report("2", "2021-03-02", ZOU, outlet="Blad"))
    assert turns(found) == [("softened", "1", "2")]


def test_the_opposite_is_a_turn_of_its_own() -> None:
    found = drift(report("1", "2021-03-01", BARE, outlet="Courant"), report("2", "2021-03-02", DENIED, outlet="Blad"))
    assert turns(found) == [("reversed", "1", "2")]


@pytest.mark.parametrize(
    ("texts", "direction"),
    [
        ((ZOU, FACT), "surer"),
        ((FACT, ZOU), "less-sure"),
        ((ZOU, FACT, ZOU), None),
        ((FACT, BARE), None),
        ((BARE, DENIED), None),
    ],
)
def test_the_direction_is_that_from_the_first_report_to_the_last_turn(
    texts: tuple[str, ...], direction: str | None
) -> None:
    reports = [
        report(str(day), f"2021-03-0{day}", text, outlet=f"Blad {day}") for day, text in enumerate(texts, start=1)
    ]
    assert drift(*reports).direction == direction


@pytest.mark.parametrize("dates", [("2021-03-04", None), (None, None), ("2021-03", "2021-03-04"), ("2021-03-04",) * 2])
def test_without_dates_that_tell_there_is_no_direction(dates: tuple[str | None, str | None]) -> None:
    found = drift(report("1", dates[0], ZOU, outlet="Courant"), report("2", dates[1], FACT, outlet="Blad"))
    assert found.direction is None


@pytest.mark.parametrize(
    ("dates", "moments", "unplaced"),
    [
        (("2021-03-01", "2021-03-02"), ["2021-03-01", "2021-03-02"], []),
        (("2021-03-02", "2021-03-02"), ["2021-03-02"], []),
        (("2021-03-02", None), ["2021-03-02"], ["2"]),
        (("2021-03", "2021-03-02"), ["2021-03-02"], ["1"]),
        (("2021-03", "2021-04-02"), ["2021-03", "2021-04-02"], []),
        (("2021", "2021-03"), ["2021-03"], ["1"]),
        (("2021-03-02T10:00", "2021-03-02T09:00"), ["2021-03-02T09:00", "2021-03-02T10:00"], []),
        (("2021-03-02T10:00", "2021-03-02"), ["2021-03-02T10:00"], ["2"]),
        (("2021-03-02T01:00+05:00", "2021-03-01T23:00Z"), ["2021-03-02T01:00+05:00", "2021-03-01T23:00Z"], []),
        ((None, None), [], ["1", "2"]),
    ],
)
def test_a_date_that_could_be_before_or_after_another_has_no_place_in_the_order(
    dates: tuple[str | None, str | None], moments: list[str], unplaced: list[str]
) -> None:
    found = drift(report("1", dates[0], ZOU, outlet="Courant"), report("2", dates[1], FACT, outlet="Blad"))
    assert [str(moment.date) for moment in found.moments] == moments
    assert [account.article.id for account in found.unplaced] == unplaced
    assert bool(found.turns) is (len(moments) == 2)


@pytest.mark.parametrize(
    ("dates", "first", "known"),
    [
        (("2021-03-01", "2021-03-02"), ["1"], True),
        (("2021-03-01", "2021-03-01"), ["1", "2"], False),
        (("2021-03-01", None), ["1"], False),
        (("2021-03", "2021-03-05"), ["2"], False),
        ((None, None), [], False),
    ],
)
def test_the_first_report_is_known_only_where_no_other_can_have_been_earlier(
    dates: tuple[str | None, str | None], first: list[str], known: bool
) -> None:
    found = drift(report("1", dates[0], ZOU, outlet="Courant"), report("2", dates[1], FACT, outlet="Blad"))
    assert ([account.article.id for account in found.first], found.is_first_known) == (first, known)


def test_an_earlier_date_is_sure_only_if_no_unknown_part_can_turn_it() -> None:
    parse = PublicationDate.parse
    assert parse("2020-12").is_surely_before(parse("2021"))
    assert not parse("2021-01").is_surely_before(parse("2021"))
    assert not parse("2021-01-01T23:00").is_surely_before(parse("2021-01-01T23:30Z"))
    assert parse("2021-01-01T23:00").is_surely_before(parse("2021-01-02T01:00Z"))


THREE = (
    report("1", "2021-03-01", ZOU, outlet="Courant"),
    report("2", "2021-03-04", FACT, outlet="Blad"),
    report("3", None, BARE, outlet="Journaal"),
)


def test_the_line_of_signs_goes_by_date_and_sets_unknown_dates_apart() -> None:
    assert sign_line(drift(*THREE), UNICODE) == "○ ─ ●  ? ●"
    assert sign_line(drift(*THREE), ASCII) == "[? - [!  ? [!"


def test_the_chart_has_certainty_upwards_and_dates_to_the_right() -> None:
    lines = chart(drift(*THREE), locales.catalogue("en"), UNICODE, 50)
    certain, probable, _, unconfirmed, axis, dates = lines
    assert certain.endswith("│ ●")
    assert "●" not in probable
    assert unconfirmed.index("○") < certain.index("●")
    assert axis.rstrip().endswith("?")
    assert dates.split() == ["1", "March", "2021", "4", "March", "2021"]
    assert all(len(line) <= 50 for line in lines)


@pytest.mark.parametrize("width", range(90))
def test_the_chart_fits_any_width_or_is_not_drawn(width: int) -> None:
    lines = chart(drift(*THREE), locales.catalogue("nl"), UNICODE, width)
    assert all(len(line) <= width for line in lines)
    assert bool(lines) is (width > 30)


def test_many_dates_are_drawn_in_one_chart() -> None:
    days = [
        report(str(day), f"2021-{1 + day // 28:02}-{1 + day % 28:02}", BARE, outlet=f"Blad {day}") for day in range(200)
    ]
    lines = chart(drift(*days), locales.catalogue("en"), UNICODE, 80)
    assert sum(int(cell.strip("●") or 1) for cell in lines[0].split("│")[1].split()) == 200
    assert all(len(line) <= 80 for line in lines)


def test_the_facts_name_the_first_report_the_turn_and_each_report_with_its_hedge() -> None:
    assert list(drift_facts(drift(*THREE[:2]), locales.catalogue("en"), UNICODE)) == [
        "First: Courant, 1 March 2021",
        "4 March 2021: Blad states as a fact what Courant hedged (“zou”)",
        "○ Courant · 1 March 2021 · een ingewijde · Noord · unconfirmed · “zou”",
        "● Blad · 4 March 2021 · Jan Moor · certain",
    ]


def test_what_is_missing_is_said() -> None:
    english = locales.catalogue("en")

    def missing(*articles: Article) -> list[str]:
        ledger = ledger_of(articles)
        return list(what_lacks(ledger, drifts_of(ledger), english))

    assert missing(THREE[0]) == ["There is only one report: it takes two to follow a claim."]
    assert missing(THREE[0], report("9", "2021-01-01", "De markt was leeg.", outlet="Blad")) == [
        "No claim stands in more than one of these reports."
    ]
    assert missing(*THREE) == ["1 report has no date: Journaal. Set it: briefing edit ID --published DATE"]


def test_text_of_a_report_does_not_become_markdown() -> None:
    nasty = [report(str(one), f"2021-03-0{one}", BARE, outlet=f"*Blad* [{one}](x)") for one in (1, 2)]
    ledger = ledger_of(nasty)
    written = drift_markdown(ledger, drifts_of(ledger), locales.catalogue("en"), UNICODE)
    assert "[1](x)" not in written
    assert r"\*Blad\* \[1\](x)" in written
    assert "*Blad* [1](x)" in drift_text(ledger, drifts_of(ledger), locales.catalogue("en"), UNICODE)
