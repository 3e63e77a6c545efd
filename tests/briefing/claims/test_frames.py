"""The frames of everyday news: for each sentence all its attributions, with source, cue and content."""

from pathlib import Path

import pytest

from briefing.article import Article, laid_out
from briefing.claims import Claim, claims_of

_ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("frames.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _written(article: Article, claim: Claim) -> str:
    extents = (claim.source.extent if claim.source else None, claim.cue, claim.content)
    words = (" ... ".join(part.of(article.text) for part in extent.parts) if extent else "-" for extent in extents)
    return " | ".join(words)


@pytest.mark.parametrize(("language", "sentence", "expected"), _ROWS, ids=[row[1][:50] for row in _ROWS])
def test_a_sentence_has_these_attributions_and_no_others(language: str, sentence: str, expected: str) -> None:
    article = Article("1", "", language, laid_out([(sentence, "body")]))
    attributed = [claim for claim in claims_of(article) if claim.cue and claim.why.code != "claims.why.hedge"]
    assert (" || ".join(_written(article, claim) for claim in attributed) or "-") == expected
