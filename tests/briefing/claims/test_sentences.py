"""Sentences of news in which something is hedged, denied or neither: what the reader is shown of each."""

from pathlib import Path

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import reported

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "hedged", "denied", "text"), ROWS, ids=[row[3] for row in ROWS])
def test_a_sentence_is_hedged_or_denied_as_it_reads(language: Language, hedged: str, denied: str, text: str) -> None:
    claims = [found.claim for found in reported(text, language)]
    marks = (
        "hedged" if any(claim.certainty != "certain" for claim in claims) else "-",
        "denied" if any(claim.polarity == "negative" for claim in claims) else "-",
    )
    assert marks == (hedged, denied)
