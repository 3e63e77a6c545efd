"""What holds for any text: offsets give their text, spans lie inside the article, nothing raises."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article, Language, laid_out
from briefing.claims import Claim, claims_of
from briefing.language.languages import languages

WORDS = """
    zegt dat de minister Volgens volgens aldus laat weten zou niet te en Jan Smit meldt die Dat staat uit zijn
    said that the according to by was who claim reportedly Reuters of and He is 's
    een niet geen niemand zonder omdat als die kon zou later weigert leiden drukke vindt het vakbond Ben van de
    no not never without because which if failed refused could afraid ― President Bank
    nach eigenen Angaben zufolge will gesehen haben sagte dass hieß es in so der Polizei sei werde Man wies zurück denen
    " ' '' ,, “ ” ‘ ’ „ « » ( ) [ ] - – — ... … . , ; : ! ?
    é İ ß ﬁ 漢字 😀 1,75 2018-12-07 U.S. dr.
"""
PIECES = (*WORDS.split(), "\n\n", "\n", "\t", "  ", "\u00a0", "\u200b", "\u202e", "\ud800")
hostile = st.lists(st.sampled_from(PIECES), max_size=60).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda between: between.join(pieces))
)


def article(text: str, language: Language) -> Article:
    return Article("1", "", language, laid_out((part, "body") for part in text.split("\n\n")))


def spans_of(claim: Claim) -> Iterator[tuple[int, int]]:
    yield claim.start, claim.end
    yield from claim.content.parts
    yield from claim.cue.parts if claim.cue else ()
    yield from claim.source.parts if claim.source else ()
    yield from claim.hedges


def check(text: str, language: Language) -> None:
    read = article(text, language)
    claims = claims_of(read)
    assert claims == claims_of(read)
    assert [claim.id for claim in claims] == [str(number) for number in range(1, len(claims) + 1)]
    for claim in claims:
        assert all(0 <= start < end <= len(read.text) for start, end in spans_of(claim))
        assert claim.start <= claim.content.start
        assert claim.content.end <= claim.end
        assert list(claim.content.parts) == sorted(claim.content.parts)
        assert all(one.end <= other.start for one, other in pairwise(claim.content.parts))


@given(st.one_of(st.text(max_size=300), hostile), st.sampled_from(languages()))
@settings(max_examples=300, deadline=None)
def test_any_text_has_claims_whose_spans_lie_inside_it(text: str, language: Language) -> None:
    check(text, language)


@pytest.mark.full
@pytest.mark.parametrize("language", languages())
def test_ten_thousand_hostile_texts(language: Language) -> None:
    chance = random.Random(7)
    for _ in range(5000):
        pieces = chance.choices(PIECES, k=chance.randrange(80))
        check(chance.choice(["", " ", " "]).join(pieces), language)
