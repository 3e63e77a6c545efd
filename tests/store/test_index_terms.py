"""Index terms of words, and texts folded without moving a character."""

import pytest

from briefing.language.folding import folded
from store.index_terms import aligned, term_of, term_of_aligned, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een hoge BRUG", "een hoge brug"),
        ("café Zuiderzeeënaar Ærø naïef", "cafe zuiderzeeenaar ærø naief"),
        ("Cafe\u0301", "cafe"),
        ("straße", "strasse"),
        ("auto's, auto’s, John's, o'clock", "auto auto john oclock"),
        ("'t is 's ochtends", "t is ochtends"),
        ("a-b_c/d.e", "a b c d e"),
        ("3,5% €20 ½", "3 5 20 ½"),
        ("東京 서울", "東京 서울"),
        ("x\ud800y", "xy"),
        ("", ""),
    ],
)
def test_a_text_has_these_terms(text: str, expected: str) -> None:
    assert terms(text).split() == expected.split()


@pytest.mark.parametrize(
    ("word", "term"), [("Café", "cafe"), ("auto's", "auto"), ("O'Brien", "obrien"), ("’t", "t"), ("--", ""), ("", "")]
)
def test_a_word_has_this_term(word: str, term: str) -> None:
    assert term_of(word) == term


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café, dát?", "cafe, dat?"),
        ("İstanbul’s Straße", "istanbul's straße"),
        ("“één”–twee", " een  twee"),
        ("Ĳ ﬁ", "ĳ ﬁ"),
        ("plain text", "plain text"),
    ],
)
def test_an_aligned_text_has_its_characters_in_their_places(text: str, expected: str) -> None:
    assert len(aligned(text)) == len(text)
    assert aligned(text) == expected


def test_the_term_of_an_aligned_word_is_that_of_the_word() -> None:
    for word in ("Café", "auto's", "straße", "brug", "x2"):
        assert term_of_aligned(aligned(word)) == term_of(word)


@pytest.mark.parametrize(("text", "expected"), [("Éen CAFÉ", "een cafe"), ("ABC", "abc"), ("Straße", "strasse")])
def test_folding_drops_case_and_accents(text: str, expected: str) -> None:
    assert folded(text) == expected
