"""What hedges and what denies, sentence by sentence."""

from pathlib import Path

import pytest

from briefing.language.hedges import Hedge, hedge_words_in
from briefing.language.lexicon import lexicon
from briefing.language.negation import denied_clauses, is_negated, negations_in
from briefing.language.reading import Reading, read

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("hedges_and_negations.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _written(reading: Reading, hedge: Hedge) -> str:
    words = reading.span(hedge.tokens).of(reading.text)
    return f"{words}={hedge.strength}/{hedge.sense.name.lower()}" + "!" * hedge.marks


@pytest.mark.parametrize(
    ("language", "text", "hedges", "negations", "polarity", "denied"), ROWS, ids=[row[1] for row in ROWS]
)
def test_a_sentence_has_these_hedges_and_denies_these_clauses(
    language: str, text: str, hedges: str, negations: str, polarity: str, denied: str
) -> None:
    reading = read(text, 0, len(text), lexicon(language))
    end = len(reading.tags)
    assert (" ".join(_written(reading, one) for one in hedge_words_in(reading, 0, end)) or "-") == hedges
    assert (" ".join(reading.tokens.words[at] for at in negations_in(reading, 0, end)) or "-") == negations
    assert ("denied" if is_negated(reading, [(0, end)]) else "told") == polarity
    assert (" | ".join(reading.span(one).of(text) for one in denied_clauses(reading, 0, end)) or "-") == denied
