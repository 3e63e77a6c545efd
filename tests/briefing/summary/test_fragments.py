"""Which sentences are fragments, so that no summary says them."""

import pytest

from briefing.article import Language
from briefing.ingest.text import article_of
from briefing.language.lexicon import lexicon
from briefing.language.reading import read
from briefing.summary import summarise
from briefing.summary.fragments import is_fragment


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Geen spoor van de hond.", True),
        ("nl", "Terwijl de sluis al weken was gesloten voor schepen.", True),
        ("nl", "Hoe de gemeente oude bruggen verkoopt.", True),
        ("nl", "Van twaalf naar veertig, schreef de krant in mei.", True),
        ("nl", "Toen de sluis dichtging lagen er tien schepen in de haven.", False),
        ("nl", "Hoe de sluis kapotging, is niet bekend.", False),
        ("nl", "Dat de sluis weer opengaat is volgens de schipper goed nieuws.", False),
        ("nl", "Dat staat in een brief die de schipper heeft gekregen.", False),
        ("nl", "Maar de sluis van het dorp is volgens de schipper niet kapot.", False),
        ("nl", "Om het dak te maken, zette de gemeente een hek op met een poort.", False),
        ("nl", "Als kind van acht werkte Tine al mee op de boot van haar oom.", False),
        ("nl", "De schipper, een man van zeventig, zegt dat de sluis dicht is.", False),
        ("nl", "De schipper, zei de krant, heeft de sluis gezien.", False),
        ("nl", "„Een ramp”, zei de schipper.", False),
        ("de", "Während die Schleuse seit Wochen gesperrt war.", True),
        ("de", "Während die Schleuse gesperrt war, lagen zehn Schiffe im Hafen.", False),
        ("en", "No trace of the dog.", False),
        ("en", "While the lock was shut.", False),
    ],
)
def test_a_fragment_has_no_main_clause(language: Language, text: str, expected: bool) -> None:
    reading = read(text, 0, len(text), lexicon(language))
    assert is_fragment(reading, (0, len(reading.tags))) == expected


def test_a_summary_says_no_fragment() -> None:
    fragment = "Terwijl de sluis van Dorum al weken was gesloten voor alle schepen."
    text = f"""Sluis van Dorum kapot

De sluis van Dorum is kapot en de gemeente zoekt een bouwer.

{fragment}

De bouwer repareert de deuren van de sluis in het najaar."""
    summary = summarise([article_of(text, name="x", language="nl")], sentences=3)
    assert all(fragment not in one.text for one in summary.sentences)
