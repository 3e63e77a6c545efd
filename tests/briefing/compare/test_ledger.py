"""The ledger: claims by the reports that have them, sources counted by root, certainty over time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article, PublicationDate, laid_out
from briefing.compare.clusters import clusters_of
from briefing.compare.ledger import Ledger, Row, ledger_of
from briefing.compare.pairing import Means, read
from briefing.compare.timeline import timeline_of
from briefing.coverage.drift import drift_of
from briefing.ingest.text import article_of
from briefing.progress import CancelledError, Progress


def report(name: str, published: str, *paragraphs: str) -> Article:
    body = laid_out((text, "body") for text in paragraphs)
    return Article(
        name, f"Bericht {name}", "nl", body, outlet=f"Krant {name}", published=PublicationDate.parse(published)
    )


DECEMBER = report(
    "1",
    "2018-12-10",
    "De fabriek in Delfzijl zou in maart sluiten, meldt een ingewijde aan persbureau Reuters.",
    "De wethouder heeft nog niets gehoord. Bij de fabriek werken 420 mensen.",
)
JANUARY = report(
    "2",
    "2019-01-11",
    "De fabriek in Delfzijl sluit in maart, meldt persbureau Reuters.",
    "Er werken 420 mensen bij de fabriek. De vakbond kondigt acties aan.",
)
FEBRUARY = report(
    "3",
    "2019-02-01",
    "In maart sluit de fabriek in Delfzijl, zegt directeur Annemarie Postma.",
    "De vakbond heeft acties aangekondigd.",
)


def ledger(*articles: Article) -> Ledger:
    return ledger_of(articles or (FEBRUARY, DECEMBER, JANUARY))


def row(found: Ledger, words: str) -> Row:
    return next(one for one in found.rows if words in one.text)


def test_the_reports_and_their_entries_stand_in_order_of_publication() -> None:
    found = ledger()
    assert [article.id for article in found.articles] == ["1", "2", "3"]
    assert [entry.article.id for entry in row(found, "Delfzijl").entries] == ["1", "2", "3"]


def test_what_most_reports_have_comes_first() -> None:
    counts = [len(one.articles) for one in ledger().rows]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 3


def test_two_reports_that_lean_on_one_agency_have_one_root() -> None:
    closing = row(ledger(), "Delfzijl")
    assert closing.roots == ("Reuters", "Annemarie Postma")
    assert closing.shared_roots == ("Reuters",)


def test_a_hedge_that_is_lost_on_the_way_is_a_drift() -> None:
    closing = row(ledger(), "Delfzijl")
    assert [entry.certainty for entry in closing.entries] == ["unspecified", "certain", "certain"]
    assert closing.entries[0].hedges == ("zou",)
    assert drift_of(closing).direction == "surer"


def test_a_statement_of_nobody_is_in_the_ledger_where_two_reports_have_it() -> None:
    found = ledger()
    assert [article.id for article in row(found, "420").articles] == ["1", "2"]
    assert not [one for one in found.rows if "wethouder" in one.text and len(one.articles) > 1]


def test_what_a_report_leaves_out_is_what_the_others_have() -> None:
    left_out = ledger().left_out
    assert [one.text for one in left_out["3"]] == ["Bij de fabriek werken 420 mensen."]
    assert [one.text for one in left_out["1"]] == ["De vakbond kondigt acties aan."]


def test_a_ledger_of_one_report_holds_its_claims() -> None:
    found = ledger(DECEMBER)
    assert [entry.source for entry in row(found, "Delfzijl").entries] == ["een ingewijde"]
    assert found.left_out == {"1": ()}


def test_of_a_sentence_with_two_claims_the_entry_is_the_one_whose_certainty_differs() -> None:
    rest = "maatregelen te nemen om de schade te beperken."
    left = report(
        "1", "2019-01-11", f"Later zou de bank brieven aan alle klanten hebben gestuurd en beloofde de bank {rest}"
    )
    right = report("2", "2019-02-11", f"De bank heeft brieven aan alle klanten gestuurd en belooft {rest}")
    (shared,) = (one for one in ledger_of((left, right)).rows if len(one.articles) > 1)
    assert [entry.certainty for entry in shared.entries] == ["unspecified", "certain"]


def test_no_reports_make_an_empty_ledger() -> None:
    assert ledger_of(()).rows == ()


def test_it_tells_how_far_it_is_and_can_be_cancelled() -> None:
    told: list[float] = []
    ledger_of((DECEMBER, JANUARY, FEBRUARY), means=Means(progress=Progress(told.append)))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    with pytest.raises(CancelledError):
        ledger_of((DECEMBER, JANUARY), means=Means(progress=Progress(cancelled=lambda: True)))


def test_the_timeline_places_dates_against_the_publication_of_each_report() -> None:
    events = timeline_of(
        [
            report("1", "2019-01-11", "Vorige maand brandde de loods af. Op 3 januari begon de sloop."),
            report("2", "2019-02-01", "In december brandde de loods af."),
        ]
    )
    said = [(event.article.id, event.named.of(event.article.text), str(event.earliest)) for event in events]
    assert said == [("1", "Vorige maand", "2018-12"), ("2", "december", "2018-12"), ("1", "3 januari", "2019-01-03")]


FACTS = (
    "De gracht in Wolvega is afgesloten, zegt opzichter Mien Tak.",
    "De gracht in Wolvega is niet afgesloten.",
    "Bij de gracht staan 14 bomen.",
    "Bij de gracht staan 17 bomen.",
    "De kroeg aan de kade zou failliet zijn.",
    "De kroeg aan de kade is failliet.",
    "De veiling van de kroeg begint op 3 mei, aldus notaris Piet Gorter.",
    "De veiling van de kroeg begint op 9 mei.",
)


def verdicts(*articles: Article) -> dict[tuple[str, str], tuple[str | None, str]]:
    """By the sentences of reports 1 and 2, the relation and independence of those that are judged."""
    found = clusters_of([list(read(one)) for one in articles], lambda _: {}, None, Progress())
    return {
        (joint.pair.left.of(articles[0].text), joint.pair.right.of(articles[1].text)): (
            joint.pair.relation,
            joint.pair.independent,
        )
        for cluster in found
        for joint in cluster.joints
        if joint.places == (0, 1)
    }


REPORTS = st.lists(st.sampled_from(FACTS), min_size=2, max_size=5, unique=True)


@settings(deadline=None, max_examples=40)
@given(REPORTS, REPORTS, REPORTS)
def test_a_third_report_changes_no_verdict_on_the_first_two(one: list[str], other: list[str], third: list[str]) -> None:
    first, second, last = (
        report(str(at), f"2020-02-0{at}", *texts) for at, texts in enumerate((one, other, third), start=1)
    )
    alone, beside = verdicts(first, second), verdicts(first, second, last)
    assert all(beside[pair] == alone[pair] for pair in alone.keys() & beside.keys())


def test_conflicts_and_drift_are_found_across_many_reports() -> None:
    copies = [report(str(at), f"2020-02-{at:02}", FACTS[0], FACTS[4]) for at in range(1, 9)]
    found = ledger(*copies, report("9", "2020-02-20", FACTS[1], FACTS[5]))
    assert {row(found, "gracht").relation, row(found, "kroeg").relation} == {"conflicts", "differs"}
    assert [len(one.articles) for one in found.rows] == [9, 9]
    assert drift_of(row(found, "kroeg")).direction == "surer"


def test_sentences_that_no_verdict_ties_keep_their_sources_hedges_and_denials() -> None:
    one = article_of(
        'The river rose.\n\nThe chair of the union, Klara Evers, said: "Many bakeries may close."',
        name="one.txt",
        language="en",
    )
    other = article_of(
        'De rivier steeg.\n\nDe voorzitter van de bond, Klara Evers, zei: "Veel bakkers stoppen niet."',
        name="other.txt",
        language="nl",
    )
    rows = [row for row in ledger_of([one, other]).rows if "Klara" in row.text]
    entries = [entry for row in rows for entry in row.entries]
    assert {entry.source for entry in entries} == {"Klara Evers"}
    assert {(entry.certainty, entry.claim.polarity) for entry in entries if entry.claim} == {
        ("possible", "positive"),
        ("certain", "negative"),
    }
