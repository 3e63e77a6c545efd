"""The built-in translation of the shared reports keeps their figures, names, quotations, denials and hedges."""

from pathlib import Path

from briefing.language.sentences import split
from briefing.translate.literal import LiteralTranslator
from briefing.translate.parity import parity


def test_the_checks_hold_for_at_least_97_percent_of_the_sentences(shared: Path) -> None:
    engine = LiteralTranslator()
    sentences = [
        span.of(paragraph)
        for path in sorted((shared / "articles").glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
        for span in split(paragraph, "nl")
    ]
    translations = engine.translate(sentences, "nl", "en")
    kept = [
        all(c.ok for c in parity(one, "nl", other, "en")) for one, other in zip(sentences, translations, strict=True)
    ]
    assert sum(kept) / len(kept) >= 0.97
