"""Texts longer than any of news: translated in a bounded way, with a check that says so."""

import pytest

from briefing.article import Language
from briefing.summary.summary import Check
from briefing.translate.literal.engine import IN_PIECES, translator
from briefing.translate.parity import LONGEST, parity
from briefing.translate.translation import Forgetful, Translation, translations

ORDINARY = "De bakker ontkent dat er water over de kade loopt. "


def gloss(text: str, from_: Language = "nl", to: Language = "en") -> Translation:
    (found,) = translations([text], from_, to, translator(), memory=Forgetful())
    return found


def failed(found: Translation) -> dict[str, Check]:
    return {check.kind: check for check in found.checks if not check.ok}


def test_an_ordinary_paragraph_is_read_and_checked_as_a_whole() -> None:
    assert not {IN_PIECES, "unchecked"} & failed(gloss(ORDINARY * 10)).keys()


def test_a_very_long_sentence_is_translated_in_pieces_and_says_so() -> None:
    found = gloss("De bakker ontkent dat " + "het water stijgt en " * 60 + "de kade breekt.")
    assert failed(found)[IN_PIECES].original.startswith("De bakker ontkent dat")
    assert found.text.count("water") == 60


def test_a_paragraph_that_is_too_long_to_be_checked_says_so() -> None:
    found = gloss(ORDINARY * LONGEST)
    assert "unchecked" in failed(found)
    assert len(failed(found)["unchecked"].original) <= 80
    assert "amount" not in {check.kind for check in found.checks}


@pytest.mark.parametrize("words", ["zou ", "ontkent dat er ", '"Nee", zegt Jan, ', "99 ", "( "])
def test_thousands_of_the_same_words_are_translated(words: str) -> None:
    assert gloss(words * 2_000).text


@pytest.mark.parametrize(
    ("word", "translation"),
    [("zou ", "would "), ("zegt ", "says "), ("niet ", "not "), ("mogelijk ", "may "), ("9 ", "9 ")],
)
def test_the_longest_text_that_is_checked_is_checked(word: str, translation: str) -> None:
    checks = parity(word * LONGEST, "nl", translation * LONGEST, "en")
    assert "unchecked" not in {check.kind for check in checks}
