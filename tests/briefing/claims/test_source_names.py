"""Who a source is in short reports, or open: the table `source_names.tsv`."""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import reported

_TABLE = Path(__file__).with_name("source_names.tsv")


class Case(NamedTuple):
    """A short report and the name of the source of one claim in it."""

    language: Language
    kind: str
    text: str
    about: str
    name: str


def cases() -> list[Case]:
    """The lines of the table."""
    rows = [line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [Case("en" if language == "en" else "nl", *row) for language, *row in rows]


def named(case: Case) -> str:
    """The name that the claim about the words gets; "open" for the source's own words, "nobody" where it has no source."""
    text = case.text.replace(" ¶ ", "\n\n")
    found = next((report for report in reported(text, case.language) if case.about in report.content), None)
    if found is None or found.claim.source is None:
        return "nobody"
    name = found.claim.source.name
    return "open" if name == found.source and name != case.name else name


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}: {case.text[:60]}")
def test_a_source_has_the_name_that_the_text_settles(case: Case) -> None:
    assert named(case) == case.name
