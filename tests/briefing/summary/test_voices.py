"""Who is named behind a sentence of a summary: a name, and neither a pronoun nor a mere description."""

import pytest

from briefing.ingest.text import article_of
from briefing.summary import summarise

TEXT = """{}

De haven van Delfhuizen is maandag na een storm gesloten voor alle schepen, en de veerboten liggen aan de kade.

In de straten rond de haven stond het water een halve meter hoog en werkten pompen de hele nacht.
"""


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("De sluis bij Delfhuizen kost volgens ingenieur Lotte Prins mogelijk twee miljoen euro.", "Lotte Prins"),
        ("De sluis bij Delfhuizen kost volgens een ingewijde mogelijk twee miljoen euro.", None),
        ("De sluis bij Delfhuizen kost volgens haar mogelijk twee miljoen euro.", None),
        ("De sluis bij Delfhuizen kost mogelijk twee miljoen euro.", ""),
    ],
)
def test_only_a_name_is_told(said: str, source: str | None) -> None:
    sentences = summarise((article_of(TEXT.format(said), name="x", language="nl"),)).sentences
    voices = {voice.source for sentence in sentences if "sluis" in sentence.original for voice in sentence.voices}
    assert voices == {source}
