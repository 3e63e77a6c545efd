"""Who says what a sentence of a summary tells, and how surely, as it is shown behind the sentence."""

import pytest

from briefing.article import Passage
from briefing.export.wording import summary_voices
from briefing.summary.summary import SummarySentence, Voice
from locales import catalogue


def sentence(*voices: Voice) -> SummarySentence:
    passage = Passage("1", 0, 4, "Text", "", "")
    return SummarySentence("Text", "Text", (passage,), voices=voices)


@pytest.mark.parametrize(
    ("voices", "english", "dutch", "german"),
    [
        ((), "", "", ""),
        ((Voice("", "certain"),), "", "", ""),
        ((Voice("Bos", "certain"),), "Bos: certain", "Bos: zeker", "Bos: sicher"),
        (
            (Voice("Bos", "certain"), Voice("Bos", "possible")),
            "Bos: certain, possible",
            "Bos: zeker, mogelijk",
            "Bos: sicher, möglich",
        ),
        (
            (Voice("Bos", "probable"), Voice("Rinkel", "certain")),
            "Bos: probable; Rinkel: certain",
            "Bos: waarschijnlijk; Rinkel: zeker",
            "Bos: wahrscheinlich; Rinkel: sicher",
        ),
        (
            (Voice(None, "certain"), Voice(None, "possible")),
            "somebody without a name: possible",
            "iemand zonder naam: mogelijk",
            "jemand ohne Namen: möglich",
        ),
        (
            (Voice("", "unspecified"),),
            "the report itself: unconfirmed",
            "het bericht zelf: onbevestigd",
            "der Bericht selbst: unbestätigt",
        ),
    ],
)
def test_voices_are_told_by_source_in_the_words_of_the_interface(
    voices: tuple[Voice, ...], english: str, dutch: str, german: str
) -> None:
    for language, expected in (("en", english), ("nl", dutch), ("de", german)):
        assert summary_voices(sentence(*voices), catalogue(language)) == expected
