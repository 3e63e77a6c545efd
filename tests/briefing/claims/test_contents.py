"""What a content never holds: a mark at its start, and who says it. Each sentence of the tables stands before another one."""

from itertools import pairwise
from pathlib import Path

import pytest

from briefing.article import Language
from briefing.language.lexicon import lexicon
from tests.briefing.claims.reports import reported

_TABLES = (("frames.tsv", 0, 1), ("sentences.tsv", 0, 3), ("german.tsv", -1, 0))
"""Files with the columns of the language and of the sentence; -1 for a table of German alone."""


def _sentences() -> list[tuple[Language, str]]:
    found: list[tuple[Language, str]] = []
    for name, language, text in _TABLES:
        lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
        found += [("de" if language < 0 else row[language], row[text]) for row in rows]
    return found


PAIRS = [(language, f"{one} {other}") for (language, one), (also, other) in pairwise(_sentences()) if language == also]


@pytest.mark.parametrize(("language", "text"), PAIRS, ids=[text[:60] for _, text in PAIRS])
def test_a_content_begins_with_a_word_and_holds_no_part_of_its_source(language: Language, text: str) -> None:
    own = lexicon(language).cues.accounts.own
    for found in reported(text, language):
        assert found.content[0] not in ".,;:!?)", found
        if own.intersection((found.cue or "").lower().split()):
            continue  # an account of who does it: "Der Wirt war nach eigenen Angaben verreist"
        source = found.claim.source.parts if found.claim.source else ()
        assert not any(part.overlaps(one) for part in found.claim.content.parts for one in source), found
