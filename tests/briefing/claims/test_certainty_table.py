"""Sentences with how sure each content is and whether it is denied."""

from pathlib import Path

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import reported

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("certainty.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def judged(about: str, text: str, language: Language) -> tuple[str, str]:
    """The certainty and polarity of the smallest claim whose content has the words."""
    found = [report for report in reported(text, language) if about in report.content]
    if not found:
        return "certain", "positive"
    claim = min(found, key=lambda report: len(report.content)).claim
    return claim.certainty, claim.polarity


@pytest.mark.parametrize(
    ("language", "certainty", "polarity", "about", "text"), ROWS, ids=[f"{row[3]}: {row[4]}" for row in ROWS]
)
def test_a_content_is_as_sure_and_as_affirmed_as_it_reads(
    language: Language, certainty: str, polarity: str, about: str, text: str
) -> None:
    assert judged(about, text, language) == (certainty, polarity)
