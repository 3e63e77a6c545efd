import pytest

from briefing.language.capitals import with_names
from briefing.language.lexicon import lexicon
from briefing.language.tokens import tokens_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("nl", "HET OM EIST CELSTRAF, ZEGT RECHTER KOSTERMAN.", "Het OM eist celstraf , zegt rechter Kosterman ."),
        ("nl", "VOLGENS MINISTER VAN DRIELSMA IS DE KLM TE LAAT.", "Volgens minister van Drielsma is de KLM te laat ."),
        ("nl", "DE BURGEMEESTER ZEGT DAT DE SLUIS OPEN IS.", "De burgemeester zegt dat de sluis open is ."),
        ("en", "MAYOR HOLLOWAY SAID THE WHO WAS READY.", "Mayor Holloway said the WHO was ready ."),
    ],
)
def test_names_in_capitals_have_a_capital_again(language: str, text: str, words: str) -> None:
    known = lexicon(language)
    assert " ".join(with_names(tokens_of(text, known.abbreviations), known).words) == words
