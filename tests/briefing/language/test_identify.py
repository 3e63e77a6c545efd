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
    ],
)
def test_the_language_is_told_by_function_words(text: str, language: str) -> None:
    assert identify(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre a déclaré que les résultats seraient publiés après les élections municipales prochaines.",
        "Der Minister sagte gestern, dass die Ergebnisse erst nach den nächsten Wahlen veröffentlicht werden.",
        "El ministro declaró ayer que los resultados se publicarán después de las próximas elecciones.",
        "1 2 3 4 5 6 7 8 9 10 a b c d e f g h i j k l m n o p q",
    ],
)
def test_a_text_in_another_language_is_not_taken_for_one_of_the_two(text: str) -> None:
    assert identify(text) is None


def test_a_few_words_that_tell_nothing_are_taken_for_english() -> None:
    assert identify("Interessant.") == identify("") == "en"
