"""Which sentences lean on what was said before them."""

import pytest

from briefing.article import Language
from briefing.summary.standing import Standing, standing


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nl", "Dat staat in een brief aan de Kamer.", "leaning"),
        ("nl", "Ze zouden het plan willen uitstellen.", "leaning"),
        ("nl", "In die landen is de verkoop verboden.", "leaning"),
        ("nl", "Volgens hem is de dijk veilig.", "leaning"),
        ("nl", "Zijn woordvoerder wil niet reageren.", "leaning"),
        ("nl", "Daarna ging de brug weer open.", "leaning"),
        ("nl", "Ook is er geen bewijs gevonden.", "leaning"),
        ("nl", "Er is nooit bewijs daarvoor gevonden.", "leaning"),
        ("nl", "Eerder nam België vergelijkbare maatregelen.", "leaning"),
        ("nl", "\u201cWij wisten van niets.\u201d", "leaning"),
        ("nl", "Het verbaast de bewoners.", "leaning"),
        ("nl", "Het is onduidelijk of de brug weer opengaat.", "alone"),
        ("nl", "Deze week gaat de brug weer open.", "alone"),
        ("nl", "Volgens de burgemeester is de dijk veilig.", "alone"),
        ("nl", "De provincie zegt dat zij het plan uitstelt.", "alone"),
        ("nl", "De fabriek maakt verf, maar het bedrijf wil daarvan af.", "alone"),
        ("nl", "\u201cWij wisten van niets\u201d, zegt wethouder Bos.", "alone"),
        ("nl", "Daarnaast ontkent Philips de aantijging.", "lightly"),
        ("nl", "Het bedrijf ontkent de aantijging.", "lightly"),
        ("nl", "Het staalbedrijf ontkent de aantijging.", "lightly"),
        ("nl", "De provincie ontkent de aantijging.", "alone"),
        ("nl", "Het bedrijf uit Eindhoven ontkent de aantijging.", "alone"),
        ("nl", "Vorig jaar kreeg de helft een nieuw dak.", "leaning"),
        ("nl", "Vorig jaar kreeg de helft van de huizen een nieuw dak.", "alone"),
        ("nl", "Van de huizen kreeg de helft een nieuw dak.", "alone"),
        ("nl", "Met het extra geld bouwt Dorum een brug.", "leaning"),
        ("nl", "Met het extra geld voor wegen bouwt Dorum een brug.", "alone"),
        ("nl", "Het is de tweede keer dat een schip de brug raakt.", "leaning"),
        ("de", "Die Hälfte bekam ein neues Dach.", "leaning"),
        ("de", "Die Hälfte der Häuser bekam ein neues Dach.", "alone"),
        ("de", "Es war das erste Mal, dass ein Schiff die Brücke traf.", "leaning"),
        ("en", "The rest will get a new roof.", "leaning"),
        ("en", "The rest of the houses will get a new roof.", "alone"),
        ("en", "The extra money pays for a bridge.", "leaning"),
        ("en", "It was the second time that a ship hit the bridge.", "leaning"),
        ("en", "They would postpone the plan.", "leaning"),
        ("en", "That is what a letter to parliament says.", "leaning"),
        ("en", "In those countries sales are banned.", "leaning"),
        ("en", "His spokesman declined to comment.", "leaning"),
        ("en", "It surprised the residents.", "leaning"),
        ("en", "But the bridge stays open.", "leaning"),
        ("en", "Belgium took similar measures.", "leaning"),
        ("en", "It is unclear whether the bridge will open.", "alone"),
        ("en", "This week the bridge opens.", "alone"),
        ("en", "The council says that it will postpone the plan.", "alone"),
        ("en", "However, Philips denies the allegation.", "lightly"),
        ("en", "The company denies the allegation.", "lightly"),
        ("en", "The company behind the bridge denies the allegation.", "alone"),
    ],
)
def test_a_sentence_stands_alone_or_leans(language: Language, text: str, expected: Standing) -> None:
    assert standing(text, language) == expected
