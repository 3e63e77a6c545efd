"""German is data alone: sentences of news with all their claims, each with source, cue, content, certainty and polarity."""

from pathlib import Path

import pytest

from tests.briefing.claims.reports import Report, reported

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("german.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _written(found: Report) -> str:
    claim = found.claim
    kind = claim.source.kind if claim.source else "-"
    parts = (found.source or "-", kind, found.cue or "-", found.content.rstrip("."), claim.certainty, claim.polarity)
    return " | ".join(parts)


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_a_sentence_has_these_claims_and_no_others(text: str, expected: str) -> None:
    assert (" || ".join(_written(found) for found in reported(text, "de")) or "-") == expected
