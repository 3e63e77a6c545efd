"""The sources of claims, each counted once, and the claims that one of them has."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Span
from briefing.claims.claim import Claim, Extent, Source
from briefing.claims.selection import called, is_denied, is_hedged, sources_of
from briefing.message import Message

SPAN = Span(0, 1)


def said(source: str, *via: str, root: str | None = None) -> Claim:
    return Claim(
        id=f"{source}{via}{root}",
        start=0,
        end=1,
        content=Extent.of(SPAN),
        cue=None,
        source=Source(None, source, "person") if source else None,
        via=via,
        root=root,
        why=Message.of("claims.why.user"),
        quotation="indirect",
        hedges=(),
        certainty="certain",
        polarity="positive",
    )


def told(*claims: Claim) -> list[tuple[str, int, int]]:
    return [(source.name, source.own, source.through) for source in sources_of(claims)]


def test_the_sources_with_most_claims_come_first_and_what_nobody_is_named_for_last() -> None:
    assert told(said(""), said(""), said("Kramer"), said("Smit"), said("Smit")) == [
        ("Smit", 2, 0),
        ("Kramer", 1, 0),
        ("", 2, 0),
    ]


def test_a_channel_and_an_origin_count_as_what_leans_on_them() -> None:
    claims = [said("een ingewijde", "Noord", root="Noord"), said("Noord", root="Noord"), said("Kramer", root="Kramer")]
    assert told(*claims) == [("Noord", 1, 1), ("een ingewijde", 1, 0), ("Kramer", 1, 0)]
    (noord, *_others) = sources_of(claims)
    assert [noord.has(claim) for claim in claims] == [True, True, False]


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (("Smit", "Piet Smit", "wethouder Piet Smit"), ["wethouder Piet Smit"]),
        (("Bloomberg", "persbureau Bloomberg"), ["persbureau Bloomberg"]),
        (("De gemeente", "de gemeente"), ["De gemeente"]),
        (("Café Noord", "Cafe Noord"), ["Cafe Noord"]),
        (("Smit", "Piet Smit", "Anna Smit"), ["Anna Smit", "Piet Smit", "Smit"]),
        (("Vodafone", "topman Jan Peters van Vodafone"), ["topman Jan Peters van Vodafone", "Vodafone"]),
        (("Justitie", "Hof van Justitie"), ["Hof van Justitie", "Justitie"]),
        (("een bron", "een tweede bron"), ["een bron", "een tweede bron"]),
        (("het kabinet", "het Kabinet"), ["het Kabinet"]),
    ],
)
def test_names_are_one_where_one_ends_just_one_fuller_name(names: tuple[str, ...], sources: list[str]) -> None:
    assert sorted(source.name for source in sources_of(map(said, names))) == sorted(sources)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bloomberg", ["persbureau Bloomberg"]),
        ("PIET", ["Piet Smit"]),
        ("een ingewijde", ["een ingewijde"]),
        ("smi", []),
        ("", []),
        ("de", []),
    ],
)
def test_a_source_is_found_by_whole_words_of_a_name(words: str, found: list[str]) -> None:
    sources = sources_of([said("een ingewijde", "persbureau Bloomberg"), said("Piet Smit"), said("Smit"), said("")])
    assert [source.name for source in called(words, sources)] == found


def test_what_is_hedged_and_what_is_denied() -> None:
    plain = said("Smit")
    assert [
        is_hedged(one) for one in (plain, replace(plain, certainty="possible"), replace(plain, hedges=(SPAN,)))
    ] == [
        False,
        True,
        True,
    ]
    assert [is_denied(one) for one in (plain, replace(plain, polarity="negative"))] == [False, True]


@given(
    st.lists(st.lists(st.sampled_from(["Smit", "Piet Smit", "Jan Smit", "de Smit", "van Smit", "een bron", "-", ""])))
)
def test_every_name_is_that_of_one_source_and_every_claim_is_counted(chains: list[list[str]]) -> None:
    claims = [said(chain[0] if chain else "", *chain[1:]) for chain in chains]
    sources = sources_of(claims)
    names = [name for source in sources for name in source.names]
    assert len(names) == len(set(names))
    assert [source.count for source in sources] == [sum(map(source.has, claims)) for source in sources]
