import pytest

from briefing.language.folding import folded, without_accents
from briefing.language.stem import index_stemmer, stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nl", "sluizen sluis"),
        ("nl", "regering regeringen"),
        ("nl", "gemeenten gemeente"),
        ("nl-BE", "sluizen sluis"),
        ("en", "bridges bridge"),
        ("en", "closing closed closes close"),
        ("en", "cities city"),
    ],
)
def test_forms_of_a_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize("language", ["fr", "und"])
def test_a_word_of_a_language_without_data_is_its_own_stem(language: str) -> None:
    assert stem("ponts", language) == index_stemmer(language)("ponts") == "ponts"


def test_the_index_has_a_lighter_stemmer_which_leaves_the_parts_of_compounds_whole() -> None:
    assert index_stemmer("nl")("inlichtingen") == "inlichting"
    assert index_stemmer("nl")("grote") == index_stemmer("nl")("groot")


def test_texts_are_folded_without_accents_and_case() -> None:
    assert folded("Één CAFÉ") == folded("e\u0301e\u0301n cafe\u0301") == "een cafe"
    assert without_accents("Één Ça") == "Een Ca"
    assert folded("Straße") == "strasse"
