"""What changed between two versions of a report."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import locales
from briefing.article import Article, Span
from briefing.claims import claims_of
from briefing.compare import compare
from briefing.coverage.revision import Detail, Revision, revision_of
from briefing.coverage.versions import Version, history_of
from briefing.export.revision import PUT, marked, pieces, versions_markdown, versions_text
from tests.briefing.coverage.reports import report


def revised(older: Article, newer: Article) -> Revision:
    return revision_of(compare(older, newer), claims_of(older), claims_of(newer))


def changes(older: str, newer: str, language: str = "nl") -> list[Detail]:
    found = revised(
        report("1", "2021-05-03", older, language=language), report("2", "2021-05-04", newer, language=language)
    )
    return [detail for change in found.changes for detail in change.details if detail.kind != "title"]


@pytest.mark.parametrize(
    ("older", "newer", "language", "details"),
    [
        (
            "De tunnel zou een jaar dicht blijven.",
            "De tunnel blijft een jaar dicht.",
            "nl",
            [Detail("hardened", "zou", "")],
        ),
        (
            "The tunnel will stay shut, the operator said.",
            "The tunnel may stay shut, the operator said.",
            "en",
            [Detail("softened", "", "may")],
        ),
        (
            "Volgens baggeraar Kees Plomp is de haven te ondiep.",
            "Volgens loods Mia Sluis is de haven te ondiep.",
            "nl",
            [Detail("reattributed", "Kees Plomp", "Mia Sluis")],
        ),
        (
            "De haven is te ondiep voor grote schepen.",
            "De haven is te ondiep voor grote schepen, zegt loods Mia Sluis.",
            "nl",
            [Detail("reattributed", "", "Mia Sluis")],
        ),
        (
            "Er liggen 40 wrakken in de vaargeul.",
            "Er liggen 52 wrakken in de vaargeul.",
            "nl",
            [Detail("figures", "40", "52")],
        ),
        ("De sluis is open.", "De sluis is niet open.", "nl", [Detail("reversed")]),
        (
            "De oude sluis werd gisteren snel gerepareerd.",
            "De oude sluis werd gisteren vlot hersteld.",
            "nl",
            [Detail("reworded")],
        ),
        ("De sluis is open.", "De sluis is open. Er vaart een pont.", "nl", [Detail("added")]),
        ("De sluis is open. Er vaart een pont.", "De sluis is open.", "nl", [Detail("dropped")]),
    ],
)
def test_each_kind_of_change_is_told_with_its_words(
    older: str, newer: str, language: str, details: list[Detail]
) -> None:
    assert changes(older, newer, language) == details


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("De sluis is open. Er vaart een pont.", "Er vaart een pont. De sluis is open."),
        ('"De sluis is open", zegt Mia Sluis.', "“De sluis is open,” zegt Mia Sluis."),
        ("De  sluis is\nopen.", "De sluis is open."),
        ("Er liggen 12 boten.", "Er liggen 12 boten."),
    ],
)
def test_order_marks_and_spaces_are_no_change(older: str, newer: str) -> None:
    assert changes(older, newer) == []


def test_a_figure_in_other_words_is_the_same() -> None:
    assert [one.kind for one in changes("De brug kost 2.000.000 euro.", "De brug kost 2 miljoen euro.")] == ["reworded"]


def test_words_that_changed_are_marked_where_they_stand() -> None:
    older, newer = (
        report("1", None, "De sluis is morgen weer open."),
        report("2", None, "De sluis is vrijdag pas open."),
    )
    (change,) = (one for one in revised(older, newer).changes if one.newer)
    assert [span.of(older.text) for span in change.cut] == ["morgen weer"]
    assert [span.of(newer.text) for span in change.put] == ["vrijdag pas"]
    assert change.newer is not None
    assert marked(newer.text, change.newer, change.put, PUT) == "De sluis is {+vrijdag pas+} open."


def test_a_sentence_that_was_dropped_stands_behind_the_one_before_it() -> None:
    older = report("1", None, "De sluis is open. Er vaart een pont. De dijk is nat.")
    found = revised(older, report("1", None, "De sluis is dicht. De dijk is nat, zegt Mia Sluis."))
    assert [change.kinds[0] for change in found.changes][1:] == ["dropped", "reattributed"]


def test_another_title_is_a_change() -> None:
    older = report("1", None, "De sluis is open.")
    found = revised(replace(older, title="Sluis open"), replace(older, title="Sluis weer open"))
    assert found.changes[0].details == (Detail("title", "Sluis open", "Sluis weer open"),)
    assert found.counts == {"title": 1}


def test_a_sentence_that_stands_many_times_is_matched_as_often_as_it_stands() -> None:
    older, newer = (report("1", None, *["De sluis is open."] * count) for count in (300, 299))
    assert [change.kinds for change in revised(older, newer).changes] == [("dropped",)]


def test_nothing_changes_between_a_version_and_itself() -> None:
    one = report("1", None, "De sluis zou open zijn, zegt Mia Sluis. Er liggen 12 boten.")
    assert revised(one, one).changes == ()


SENTENCES = st.lists(
    st.sampled_from(
        [
            "De sluis is open.",
            "De sluis is dicht.",
            "De sluis zou dicht zijn.",
            "Er liggen 12 boten, zegt Mia Sluis.",
            "Er liggen 14 boten, zegt Kees Plomp.",
            "De pont vaart.",
        ]
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_each_sentence_of_both_versions_is_kept_changed_added_or_dropped_once(
    older: list[str], newer: list[str]
) -> None:
    left, right = report("1", None, " ".join(older)), report("1", None, " ".join(newer))
    found = revised(left, right)
    for text, spans in (
        (left.text, [change.older for change in found.changes if change.older]),
        (right.text, [change.newer for change in found.changes if change.newer]),
    ):
        assert len(spans) == len(set(spans))
        assert all(span.of(text).strip() for span in spans)
    added = sum(change.older is None for change in found.changes)
    dropped = sum(change.newer is None for change in found.changes)
    assert len(older) + added == len(newer) + dropped


@given(st.text("abc ", min_size=1, max_size=20), st.sets(st.integers(0, 20)))
def test_the_pieces_of_a_sentence_make_the_sentence(text: str, cuts: set[int]) -> None:
    places = sorted(place for place in cuts if place <= len(text))
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
    assert "".join(words for words, _ in pieces(text, Span(0, len(text)), spans)) == text


def test_the_marks_of_markdown_do_not_break_on_the_words_of_a_report() -> None:
    older, newer = (
        report("1", None, "De *sluis* is ~~open~~ en nat."),
        report("2", None, "De *sluis* is [dicht](x) en nat."),
    )
    written = versions_markdown(
        history_of([Version(older), Version(newer)]), [revised(older, newer)], locales.catalogue("en")
    )
    assert r"De \*sluis\* is ~~\~\~open\~\~~~ en nat." in written
    assert r"**\[dicht\](x)** en nat." in written


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "There is only one version."), ("nl", "Er is maar één versie.")],
)
def test_of_one_version_it_is_said_that_there_is_one(language: str, words: str) -> None:
    text = versions_text(history_of([Version(report("1", None, "De sluis is open."))]), [], locales.catalogue(language))
    assert words in text
