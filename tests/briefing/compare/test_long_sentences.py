"""Sentences longer than any of news: compared in a bounded way, and still linked."""

from briefing.compare import compare
from briefing.ingest.text import read_article


def test_sentences_with_hundreds_of_claims_are_still_linked() -> None:
    told = "De sluis van Marendijk is sinds maandag dicht, en de wethouder zegt dat " * 150 + "de sluis open gaat."
    left, right = (
        read_article(f"{told}\n\n{last}".encode(), name="-") for last in ("De dijk is nat.", "Het gras is hoog.")
    )
    pairs = compare(left, right).pairs
    assert [pair.relation for pair in pairs] == ["same"]


def test_a_word_that_stands_hundreds_of_times_is_matched_place_by_place() -> None:
    told = "De sluis van Marendijk is dicht " + "sluis " * 400
    left, right = (
        read_article(f"{told}\n\n{last}".encode(), name="-") for last in ("De dijk is nat.", "Het gras is hoog.")
    )
    assert compare(left, right).pairs[0].relation in {"same", None}
    assert compare(left, right).pairs[0].score > 0.8
