"""Countries, parts of them and cities in a text, with one key in both languages."""

import pytest

from briefing.article import Language
from briefing.language.languages import languages, read_table
from briefing.language.places import places_of
from briefing.language.tables.loading import pairs_in


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("In Londen sprak de Britse premier.", "nl", [("Londen", "GB/england/london"), ("Britse", "GB")]),
        ("The U.S. and the UK disagree.", "en", [("U.S.", "US"), ("UK", "GB")]),
        ("Het Verenigd Koninkrijk en de VS.", "nl", [("Verenigd Koninkrijk", "GB"), ("VS", "US")]),
        ("Great Britain and South Korea", "en", [("Great Britain", "GB"), ("South Korea", "KR")]),
        (
            "de stad Den Haag in Zuid-Holland",
            "nl",
            [("Den Haag", "NL/zuid-holland/hague"), ("Zuid-Holland", "NL/zuid-holland")],
        ),
        ("It gave us nice weather.", "en", []),
        ("De brug is van ons.", "nl", []),
    ],
)
def test_a_place_has_the_key_of_its_country_and_city(
    text: str, language: Language, found: list[tuple[str, str]]
) -> None:
    assert [(place.span.of(text), place.key) for place in places_of(text, language)] == found


@pytest.mark.parametrize(
    ("dutch", "english"),
    [("Parijs", "Paris"), ("Moskou", "Moscow"), ("Frankrijk", "France"), ("Zweedse", "Swedish"), ("Peking", "Beijing")],
)
def test_a_place_has_one_key_in_both_languages(dutch: str, english: str) -> None:
    keys = [places_of(name, language)[0].key for name, language in zip((dutch, english), ("nl", "en"), strict=True)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("text", "language", "scene"),
    [
        ("Het overleg in Brussel duurde lang.", "nl", True),
        ("Het overleg in het Duitse Keulen duurde lang.", "nl", True),
        ("De Duitse regering zweeg.", "nl", False),
        ("De in Brussel gevestigde bank zweeg.", "nl", False),
        ("Brussel zweeg.", "nl", False),
        ("The talks in the Netherlands were long.", "en", True),
        ("The bank, based in Brussels, was silent.", "en", False),
    ],
)
def test_a_scene_is_where_something_happens(text: str, language: Language, scene: bool) -> None:
    assert places_of(text, language)[-1].scene == scene


def test_a_country_holds_its_cities_and_a_part_its_own() -> None:
    germany, cologne, bavaria = places_of("Duitsland, Keulen, Beieren", "nl")
    assert germany.holds(cologne)
    assert germany.holds(germany)
    assert not cologne.holds(germany)
    assert not bavaria.holds(cologne)


def test_every_language_knows_the_cities_and_parts_of_countries_that_dutch_and_english_know() -> None:
    keys = {
        language: {
            key
            for sort in ("countries", "cities")
            for key in pairs_in(read_table(language, "places")["places"][sort]).values()
        }
        for language in languages()
    }
    assert keys["nl"] == keys["en"]
    assert all(known >= keys["en"] for known in keys.values())
