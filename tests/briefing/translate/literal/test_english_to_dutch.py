"""English comes out in Dutch order: verb second, verb last, particles apart, "te", "niet" and "geen", endings by gender."""

import pytest

from briefing.translate.literal import LiteralTranslator

ENGINE = LiteralTranslator()


def dutch(text: str) -> str:
    return ENGINE.translate([text], "en", "nl")[0]


@pytest.mark.parametrize(
    ("english", "wanted"),
    [
        ("The minister said that he will resign.", "De minister zei dat hij zal aftreden."),
        ("The company has not adjusted its equipment.", "Het bedrijf heeft zijn apparatuur niet aangepast."),
        ("The police arrested three suspects yesterday.", "De politie arresteerde gisteren drie verdachten."),
        ("The report was published in March.", "Het rapport werd in maart gepubliceerd."),
        ("According to sources, the plan is ready.", "Volgens bronnen is het plan klaar."),
        ("He wants to buy a new house.", "Hij wil een nieuw huis kopen."),
        ("The woman who wrote the book lives in Germany.", "De vrouw die het boek schreef, woont in Duitsland."),
        ("There were no problems.", "Er waren geen problemen."),
        ("Researchers say this may help patients.", "Onderzoekers zeggen dat dit patiënten kan helpen."),
        (
            "They decided to close the factory because it was too expensive.",
            "Ze besloten de fabriek te sluiten omdat het te duur was.",
        ),
        (
            "The government must take measures to protect the environment.",
            "De regering moet maatregelen nemen om het milieu te beschermen.",
        ),
        ("Yesterday the king opened the new building.", "Gisteren opende de koning het nieuwe gebouw."),
        ("She could not find her keys.", "Zij kon haar sleutels niet vinden."),
        (
            "The largest city of the country has two million inhabitants.",
            "De grootste stad van het land heeft twee miljoen inwoners.",
        ),
        ("Huawei denies that China spies on users.", "Huawei ontkent dat China gebruikers bespioneert."),
        ("He announced the plan.", "Hij kondigde het plan aan."),
        ("The plan costs $2.5 billion.", "Het plan kost $2,5 miljard."),
    ],
)
def test_a_sentence_in_dutch_order(english: str, wanted: str) -> None:
    assert dutch(english) == wanted


def test_names_and_numbers_come_through() -> None:
    done = dutch("Andrus Ansip spoke to 1,250 people of VodafoneZiggo in 2018.")
    for kept in ("Andrus Ansip", "1.250", "VodafoneZiggo", "2018"):
        assert kept in done


def test_an_unknown_word_stays_and_is_marked() -> None:
    assert "*flapdrolwork*" in dutch("The minister bought a flapdrolwork yesterday.")


@pytest.mark.parametrize(
    "text", ["", " ", "🙂", "...", "'s", "(" * 300, "the " * 3000, "who which that to not been", "The of and to in is"]
)
def test_odd_texts_come_through(text: str) -> None:
    assert isinstance(dutch(text), str)
