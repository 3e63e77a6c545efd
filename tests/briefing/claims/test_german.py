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


@pytest.mark.parametrize("text", [text for text, _ in ROWS[::3]], ids=[row[0][:60] for row in ROWS[::3]])
def test_a_sentence_that_breaks_off_at_any_word_is_read(text: str) -> None:
    words = text.split()
    for size in range(1, len(words)):
        for end in ("", ",", ".", ", so"):
            start = " ".join(words[:size]).rstrip(",.") + end
            assert all(0 <= found.claim.start < found.claim.end <= len(start) for found in reported(start, "de"))


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_a_sentence_has_these_claims_and_no_others(text: str, expected: str) -> None:
    assert (" || ".join(_written(found) for found in reported(text, "de")) or "-") == expected
