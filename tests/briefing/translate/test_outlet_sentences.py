"""A summary in another language says a claim in the words of a report in that language, where one has the same."""

from dataclasses import replace

import pytest

from briefing.article import Article, PublicationDate
from briefing.ingest.text import article_of
from briefing.summary import summarise
from briefing.summary.summary import SummarySentence
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.summaries import in_language

DUTCH = "De gemeente Veldam sluit de haven zes weken, zei burgemeester Ina Roos dinsdag."
FURTHER = "Vissers uit Oosterend protesteren tegen de sluiting. Zij eisen geld van de provincie. De kade is oud."
ENGLISH = "The municipality of Veldam closes the harbour for six weeks, mayor Ina Roos said on Tuesday."


def report(name: str, text: str, day: int) -> Article:
    return replace(article_of(text, name=name), id=name, published=PublicationDate(2022, 5, day))


def in_english(english: str) -> list[SummarySentence]:
    """The summary of a Dutch report and an English one, in English."""
    reports = [
        report("dutch", f"Haven van Veldam\n\n{DUTCH} {FURTHER}", 4),
        report("english", f"Veldam harbour\n\n{english}", 3),
    ]
    return list(in_language(summarise(reports), "en", TranslationSettings()).sentences)


def test_the_other_report_says_it_in_its_own_words() -> None:
    (sentence,) = [one for one in in_english(ENGLISH) if one.original == DUTCH]
    assert (sentence.text, sentence.made_by, sentence.checks) == (ENGLISH, "outlet", ())
    assert sentence.outlet
    assert (sentence.outlet.article, sentence.outlet.text) == ("english", ENGLISH)


@pytest.mark.parametrize(
    "english",
    [
        "The municipality of Veldam closes the harbour for nine weeks, mayor Ina Roos said on Tuesday.",
        "The municipality of Veldam may close the harbour for six weeks, mayor Ina Roos said on Tuesday.",
        "The municipality of Veldam does not close the harbour for six weeks, mayor Ina Roos said on Tuesday.",
        "The municipality of Veldam reportedly closes the harbour for six weeks, mayor Ina Roos said on Tuesday.",
        "The harbour of Dorum was painted blue by volunteers in the spring.",
    ],
)
def test_what_the_other_report_says_otherwise_is_translated(english: str) -> None:
    assert [one.outlet for one in in_english(english) if one.outlet] == []
