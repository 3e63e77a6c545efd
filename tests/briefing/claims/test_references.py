"""Who is named or meant at each place of an article."""

import pytest

from briefing.claims import claims_of
from briefing.claims.references import Reference, references_in
from briefing.ingest.text import article_of
from briefing.language.lexicon import lexicon
from briefing.language.reading import read


def references(text: str, language: str) -> list[tuple[str, Reference]]:
    """The references of a text without headings, each behind its own words."""
    article = article_of(text, name="x", language=language)
    readings = [read(article.text, one.start, one.end, lexicon(language)) for one in article.paragraphs]
    found = references_in(readings, claims_of(article), language)
    return [(one.span.of(article.text), one) for one in found]


def meant_by(words: str, text: str, language: str) -> tuple[str, str]:
    """Whom the words mean, and the form."""
    one = next(reference for own, reference in references(text, language) if own == words)
    return one.name, one.form


@pytest.mark.parametrize(
    ("language", "text", "words", "name", "form"),
    [
        ("nl", "Minister Eva Tol zegt dat het kan. Zij wil haast maken.", "Zij", "Eva Tol", "pronoun"),
        ("nl", "Minister Eva Tol zegt dat het kan. Haar voorstel komt in mei.", "Haar", "Eva Tol", "possessive"),
        ("nl", "Minister Eva Tol zegt dat het kan. De minister wil haast maken.", "De minister", "Eva Tol", "role"),
        ("nl", "Minister Eva Tol zegt dat het kan. Volgens Tol is er haast bij.", "Tol", "Eva Tol", "name"),
        ("en", "Judge Omar Reed said that it could wait. He asked for time.", "He", "Omar Reed", "pronoun"),
        ("en", "Judge Omar Reed said that it could wait. His clerk agreed.", "His", "Omar Reed", "possessive"),
        ("en", "Residents said that it could wait. They asked for time.", "They", "Residents", "pronoun"),
    ],
)
def test_it_has_the_name_and_the_form(language: str, text: str, words: str, name: str, form: str) -> None:
    assert meant_by(words, text, language) == (name, form)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("nl", "Hij wil haast maken, zegt de krant.", "Hij"),
        ("en", "Ann Reed and Mia Lane met in May. She asked for time.", "She"),
        ("en", "Judge Omar Reed met mayor Ivo Lane. He asked for time.", "He"),
        ("nl", "Onderzoeker Eva Tol is tevreden. De politie wacht, omdat ze meer wil weten.", "ze"),
        ("nl", "Dat zei burgemeester Ina Roos. Vissers uit Oosterend protesteren. Zij eisen geld.", "Zij"),
        ("nl", "Tachtig procent van de bakkers wil stoppen. Zij vrezen de kosten.", "Zij"),
        ("en", "A neighbour of the mill said he would sell. He had waited for years.", "He"),
    ],
)
def test_the_name_is_open_where_nobody_or_more_than_one_fits(language: str, text: str, words: str) -> None:
    assert meant_by(words, text, language) == ("", "pronoun")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Het bedrijf sluit. Zijn directeur zwijgt."),
        ("en", "Ann Reed and Mia Lane met in May. Her clerk agreed."),
        ("en", "Judge Omar Reed spoke. Her clerk agreed."),
    ],
)
def test_a_possessive_without_one_owner_is_no_reference(language: str, text: str) -> None:
    assert "possessive" not in [one.form for _, one in references(text, language)]


def test_somebody_is_introduced_as_the_text_first_names_them() -> None:
    text = "Wethouder Sanne Bol stapt op. Bol zei dat vrijdag. Zij zwijgt verder."
    introduced = {words: one.introduced for words, one in references(text, "nl")}
    assert introduced["Bol"] == introduced["Zij"] == "Wethouder Sanne Bol"


def test_quoted_speech_has_no_references() -> None:
    text = "“Ik ken haar niet en hij ook niet, echt waar”, zei wethouder Sanne Bol."
    assert [words for words, _ in references(text, "nl")] == ["Sanne Bol"]
