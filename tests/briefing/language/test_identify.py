import pytest

from briefing.language.identify import identify


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De brug is dicht.", "nl"),
        ("The bridge is closed.", "en"),
        ("Tom is in de keuken.", "nl"),
        ("Maroochydore, six points clear of Noosa, had finished on top of the ladder in second.", "en"),
        ("Protesten waren er ook in Parijs, Sofia, Vilnius, Valletta, Tallinn, Edinburgh en Glasgow.", "nl"),
        ("In Gent ontploften in mei bommen.", "nl"),
        ("Je bent pas halverwege de twintig.", "nl"),
        ("Der Minister sagte gestern, dass die Ergebnisse erst nach den nächsten Wahlen veröffentlicht werden.", "de"),
        ("Die Brücke ist wieder gesperrt.", "de"),
    ],
)
def test_the_language_is_told_by_function_words(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a déclaré que les résultats seraient publiés après les élections municipales prochaines.", "fr"),
        ("El ministro declaró ayer que los resultados se publicarán después de las próximas elecciones.", "es"),
        ("Die polisie sê hulle soek nog na die man wat gister in die winkel was.", "af"),
        ("Die winkel is toe, sê die eienaar.", "af"),
        ("De boargemaster sei dat de brêge noch net klear is.", "fy"),
        ("Statsministeren sier at hun ikke har noe mer å si nå.", "no"),
        ("Borgmästaren säger att bron inte är klar och att den ska vara stängd.", "sv"),
    ],
)
def test_a_language_without_data_is_taken_for_no_other(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize("text", ["", "Interessant.", "1 2 3 4 5 6 7 8 9 10 a b c d e f g h i j k l m n o p q"])
def test_a_text_that_does_not_tell_has_no_language(text: str) -> None:
    assert identify(text) is None
