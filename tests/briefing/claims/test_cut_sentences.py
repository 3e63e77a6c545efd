"""Sentences that stop in the middle are read as far as they go."""

from itertools import accumulate
from pathlib import Path

import pytest

from briefing.article import Language
from briefing.claims import claims_of
from briefing.ingest.text import read_article


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "De wethouder meldde maandag,"),
        ("nl", "Hij verklaarde vrijdag in de rechtbank,"),
        ("en", "The mayor said on Monday,"),
        ("de", "Der Bürgermeister sagte am Montag,"),
    ],
)
def test_a_sentence_that_stops_at_a_comma_claims_nothing(language: Language, text: str) -> None:
    assert not [claim for claim in claims_of(read_article(text.encode(), name="-", language=language)) if claim.cue]


TESTS = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("language", "path"),
    [("nl", "../tui/samples/1-nl.txt"), ("en", "../tui/samples/3-en.txt"), ("de", "tui/german/afloat.txt")],
)
def test_a_report_may_stop_after_any_word(language: Language, path: str) -> None:
    paragraphs = (TESTS / path).read_text(encoding="utf-8").split("\n\n")
    for cut in accumulate(max(paragraphs, key=len).split(), "{} {}".format):
        article = read_article(f"{cut},".encode(), name="-", language=language)
        for claim in claims_of(article):
            assert claim.content.span.of(article.text).strip()
            assert 0 <= claim.start < claim.end <= len(article.text)
