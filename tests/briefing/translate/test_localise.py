"""Figures in the form of the language."""

from decimal import Decimal

import pytest

from briefing.article import Language
from briefing.translate.localise import amount, localised


@pytest.mark.parametrize(
    ("from_", "original", "text", "expected"),
    [
        ("nl", "Het kost 1,75 miljard euro.", "It costs 1,75 miljard euro.", "It costs €1.75 billion."),
        ("nl", "Het kost 1,75 miljard euro.", "It costs 1.75 billion euros.", "It costs €1.75 billion."),
        ("nl", "Het kost 1,75 miljard euro.", "It costs €1.75 billion.", "It costs €1.75 billion."),
        ("nl", "Het kost 1.234,50 euro.", "It costs 1.234,50 euro.", "It costs €1,234.50."),
        ("nl", "Er waren 3.800 gasten.", "There were 3.800 guests.", "There were 3,800 guests."),
        ("nl", "Het steeg 12,5 procent.", "It rose by 12,5 percent.", "It rose by 12.5 percent."),
        ("nl", "Er zijn 1,2 miljoen kiezers.", "There are 1,2 million voters.", "There are 1.2 million voters."),
        ("nl", "Er waren 1500 gasten.", "There were 1500 guests.", "There were 1500 guests."),
        ("nl", "Het was in 2019.", "It was in 2019.", "It was in 2019."),
        (
            "nl",
            "Op 07-12-2018 kwam het besluit.",
            "On 07-12-2018 came the decision.",
            "On 7 December 2018 came the decision.",
        ),
        ("en", "It cost $1,234.50.", "Het kostte $1,234.50.", "Het kostte 1.234,50 dollar."),
        ("en", "It cost £2 million.", "Het kostte £2 million.", "Het kostte 2 miljoen pond."),
        ("en", "There were 3,800 guests.", "Er waren 3,800 gasten.", "Er waren 3.800 gasten."),
        ("en", "It fell on December 7, 2018.", "Het viel op December 7, 2018.", "Het viel op 7 december 2018."),
        (
            "nl",
            "Dat was in juli en op vrijdag.",
            "That was in juli and on vrijdag.",
            "That was in juli and on vrijdag.",
        ),
        ("nl", "Niets hier.", "Version 1,5 of nothing.", "Version 1,5 of nothing."),
    ],
)
def test_a_figure_of_the_original_takes_the_form_of_the_language(
    from_: Language, original: str, text: str, expected: str
) -> None:
    assert localised(text, original, from_, "en" if from_ == "nl" else "nl") == expected


def test_an_amount_is_written_as_a_newspaper_does() -> None:
    assert amount(Decimal(2000000000), "USD", "en") == "$2 billion"
    assert amount(Decimal(2000000000), "USD", "nl") == "2 miljard dollar"
    assert amount(Decimal(999999), "EUR", "nl") == "999.999 euro"
    assert amount(Decimal("0.5"), "GBP", "en") == "£0.50"
