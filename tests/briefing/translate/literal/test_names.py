"""Names come through a translation as they are, whatever their words mean; institutions that the dictionary has are translated."""

from pathlib import Path

import pytest

from briefing.translate.literal import LiteralTranslator

ENGINE = LiteralTranslator()
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
NAMES = [(language, sentence, name) for language, sentence, names in ROWS for name in names.split(";")]


def translated(language: str, sentence: str) -> str:
    return ENGINE.translate([sentence], language, "en" if language == "nl" else "nl")[0]


@pytest.mark.parametrize(("language", "sentence", "name"), NAMES)
def test_a_name_is_not_translated(language: str, sentence: str, name: str) -> None:
    assert name in translated(language, sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "wanted"),
    [
        ("nl", "De Tweede Kamer wees het voorstel af.", "House of Representatives"),
        ("nl", "De V.S. trokken hun troepen terug.", "US"),
        ("nl", "Het Openbaar Ministerie eiste twee jaar.", "Public Prosecution Service"),
        ("nl", "De Duitse kanselier sprak in Keulen.", "German"),
        ("nl", "De burgemeester van Tilburg opende de markt.", "mayor of Tilburg"),
        ("en", "The US withdrew its troops.", "VS"),
        ("en", "They met in Brussels on Tuesday.", "Brussel"),
        ("en", "The Islamic school opened in May.", "islamitische"),
    ],
)
def test_the_dictionary_says_what_is_translated(language: str, sentence: str, wanted: str) -> None:
    assert wanted in translated(language, sentence)
