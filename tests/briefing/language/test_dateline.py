"""The dateline in front of a report."""

import pytest

from briefing.language.dateline import dateline_of


@pytest.mark.parametrize(
    ("text", "agency", "report"),
    [
        ("QUITO (AFP) - The volcano erupted.", "AFP", "The volcano erupted."),
        ("OSLO, May 3 (Reuters) — “We wait,” the minister said.", "Reuters", "“We wait,” the minister said."),
        ("Den Haag (ANP) – Het kabinet valt.", "ANP", "Het kabinet valt."),
        ("'s-GRAVENHAGE (ANP) - De Kamer stemt.", "ANP", "De Kamer stemt."),
        ("(AP) -- Two towns were cut off.", "AP", "Two towns were cut off."),
        ("(CNN)Two towns were cut off.", "CNN", "Two towns were cut off."),
        ("TILBURG - De brug is dicht.", "", "De brug is dicht."),
        ("DENVER — 300 people left.", "", "300 people left."),
    ],
)
def test_it_names_the_agency_and_ends_where_the_report_begins(text: str, agency: str, report: str) -> None:
    dateline = dateline_of(text)
    assert dateline
    assert (dateline.agency, text[dateline.end :]) == (agency, report)


@pytest.mark.parametrize(
    "text",
    [
        "NAVO - de alliantie van dertig landen - stemt in.",
        "Het Openbaar Ministerie (OM) - dat is de aanklager - zwijgt.",
        "The firm (founded in 1932) - a maker of pumps - closes.",
        "EU-landen stemmen vandaag.",
        "(Foto: Jan Bos) De brug is dicht.",
        "The bridge is shut.",
        "",
    ],
)
def test_other_openings_are_none(text: str) -> None:
    assert dateline_of(text) is None
