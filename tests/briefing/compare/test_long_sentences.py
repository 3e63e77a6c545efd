"""Sentences longer than any of news: compared in pieces, still linked, and the result says so."""

import json

from briefing.article import Article
from briefing.compare import compare
from briefing.compare.ledger import ledger_of
from briefing.compare.statement import LONGEST
from briefing.export.json import comparison_json
from briefing.export.ledger import ledger_json, ledger_text
from briefing.export.text import comparison_text
from briefing.ingest.text import read_article
from locales import catalogue

MANY_CLAIMS = "De sluis van Marendijk is sinds maandag dicht, en de wethouder zegt dat " * 150 + "de sluis open gaat."
ORDINARY = "De sluis van Marendijk is sinds maandag dicht, en de wethouder zegt dat de sluis open gaat."


def reports(told: str) -> tuple[Article, Article]:
    left, right = (
        read_article(f"{told}\n\n{last}".encode(), name="-") for last in ("De dijk is nat.", "Het gras is hoog.")
    )
    return left, right


def test_the_pieces_of_a_sentence_with_hundreds_of_claims_are_linked() -> None:
    relations = [pair.relation for pair in compare(*reports(MANY_CLAIMS)).pairs]
    assert set(relations) == {"same"}


def test_a_word_that_stands_hundreds_of_times_is_matched_place_by_place() -> None:
    comparison = compare(*reports("De sluis van Marendijk is dicht " + "sluis " * 400))
    assert comparison.pairs[0].relation in {"same", None}
    assert comparison.pairs[0].score > 0.8


def test_the_pieces_hold_the_whole_sentence_and_none_is_longer_than_is_said() -> None:
    comparison = compare(*reports(MANY_CLAIMS))
    left = comparison.left
    spans = sorted(span for span in (*(pair.left for pair in comparison.pairs), *comparison.only_left))
    told = " ".join(" ".join(span.of(left.text).split()) for span in spans if span.end <= len(MANY_CLAIMS))
    assert told == " ".join(MANY_CLAIMS.split())
    assert all(len(span.of(left.text).split()) <= LONGEST for span in spans)


def test_the_comparison_says_which_sentences_were_compared_in_pieces() -> None:
    comparison = compare(*reports(MANY_CLAIMS))
    whole = MANY_CLAIMS.strip()
    assert [span.of(comparison.left.text) for span in comparison.in_pieces[0]] == [whole]
    assert json.loads(json.dumps(comparison_json(comparison)))["in_pieces"]["right"][0]["text"] == whole
    assert "2 sentences are very long" in comparison_text(comparison, catalogue("en"))


def test_the_ledger_says_which_sentences_were_compared_in_pieces() -> None:
    ledger = ledger_of(reports(MANY_CLAIMS))
    found = json.loads(json.dumps(ledger_json(ledger, ())))["in_pieces"]
    assert [one["article"] for one in found] == [one.id for one in ledger.articles]
    assert ledger_text(ledger, (), catalogue("en")).startswith("2 sentences are very long")


def test_nothing_is_said_of_sentences_as_they_are_in_news() -> None:
    comparison = compare(*reports(ORDINARY))
    assert comparison.in_pieces == ((), ())
    assert "very long" not in comparison_text(comparison, catalogue("en"))
