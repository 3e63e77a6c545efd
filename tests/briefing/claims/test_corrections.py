from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Span, laid_out
from briefing.claims import Claim, ClaimCorrection, apply, claims_of
from briefing.claims.claim import Source
from briefing.claims.corrections import concerning, rejected_in

TEXT = "De bank zegt dat de winst daalt. Volgens Jansen komt er geen fusie. De zon schijnt."


@pytest.fixture
def article() -> Article:
    return Article("1", "Winst", "nl", laid_out([(TEXT, "body")]))


@pytest.fixture
def claims(article: Article) -> tuple[Claim, ...]:
    return claims_of(article)


def passage(article: Article, words: str) -> ClaimCorrection:
    start = article.text.index(words)
    return ClaimCorrection(article.passage(Span(start, start + len(words))), "confirm")


def contents(claims: tuple[Claim, ...]) -> list[str]:
    return [" ".join(part.of(TEXT) for part in claim.content.parts) for claim in claims]


def test_a_rejected_claim_is_gone(article: Article, claims: tuple[Claim, ...]) -> None:
    correction = replace(passage(article, "de winst daalt"), action="reject")
    assert contents(apply([correction], claims, article)) == ["komt er geen fusie"]


def test_what_is_set_replaces_what_the_rules_found_and_the_rest_stays(
    article: Article, claims: tuple[Claim, ...]
) -> None:
    correction = replace(passage(article, "de winst daalt"), action="change", certainty="possible", source_name="ING")
    changed = apply([correction], claims, article)[0]
    assert (changed.certainty, changed.polarity) == ("possible", "positive")
    assert changed.source
    assert (changed.source.name, [part.of(TEXT) for part in changed.source.parts]) == ("ING", ["De bank"])
    assert changed.root == "ING"
    assert changed.why.code == "claims.why.corrected"
    assert changed.id == claims[0].id


def test_a_claim_without_a_source_is_given_one_that_the_text_does_not_name(article: Article) -> None:
    added = replace(passage(article, "De zon schijnt"), action="add")
    named = replace(passage(article, "De zon schijnt"), action="change", source_name="KNMI", source_kind="organisation")
    (claim,) = apply([added, named], (), article)
    assert claim.source == Source(None, "KNMI", "organisation")
    assert (claim.root, claim.quotation, claim.source.parts) == ("KNMI", "indirect", ())


@pytest.mark.parametrize(("said", "via", "root"), [("Noord", (), "Noord"), ("", ("Bloomberg",), "Bloomberg")])
def test_another_source_did_not_say_it_through_the_same_channels(said: str, via: tuple[str, ...], root: str) -> None:
    article = Article(
        "1", "Fusie", "nl", laid_out([("De fusie gaat door, meldt een ingewijde aan Bloomberg.", "body")])
    )
    claims = claims_of(article)
    assert [(claim.via, claim.root) for claim in claims] == [(("Bloomberg",), "Bloomberg")]
    correction = replace(
        passage(article, "De fusie gaat door"), action="change", source_name=said or None, source_kind="anonymous"
    )
    (changed,) = apply([correction], claims, article)
    assert (changed.via, changed.root) == (via, root)


def test_an_added_claim_stands_in_its_place(article: Article, claims: tuple[Claim, ...]) -> None:
    correction = replace(passage(article, "De zon schijnt"), action="add", certainty="certain")
    found = apply([correction], claims, article)
    assert contents(found)[-1] == "De zon schijnt"
    assert len({claim.id for claim in found}) == len(found) == 3


def test_a_confirmed_claim_is_kept_when_the_rules_no_longer_find_it(article: Article) -> None:
    (kept,) = apply([passage(article, "de winst daalt")], (), article)
    assert kept.content.span.of(TEXT) == "de winst daalt"
    assert kept.why.code == "claims.why.kept"


def test_a_change_shows_as_a_change_whatever_the_rules_find_now(article: Article, claims: tuple[Claim, ...]) -> None:
    changed = replace(passage(article, "de winst daalt"), action="change", certainty="certain")
    assert apply([changed], (), article)[0].why.code == "claims.why.corrected-kept"
    as_the_rules_have_it = replace(changed, certainty=claims[0].certainty)
    assert apply([as_the_rules_have_it], claims, article)[0].why.code == "claims.why.corrected"


def test_a_confirmed_claim_is_as_it_was_and_says_who_confirmed_it(article: Article, claims: tuple[Claim, ...]) -> None:
    confirmed, other = apply([passage(article, "de winst daalt")], claims, article)
    assert replace(confirmed, why=claims[0].why) == claims[0]
    assert confirmed.why.code == "claims.why.confirmed"
    assert other == claims[1]


@pytest.mark.parametrize(
    ("words", "whole"),
    [("bank", "bank zegt dat de winst daalt"), ("Jansen", "zegt dat de winst daalt")],
)
def test_the_words_of_the_source_are_set_and_the_claim_reaches_to_them_within_its_sentence(
    article: Article, claims: tuple[Claim, ...], words: str, whole: str
) -> None:
    source = passage(article, words).anchor
    correction = replace(passage(article, "de winst daalt"), action="change", source=source)
    changed = apply([correction], claims, article)[0]
    assert changed.source
    assert [part.of(TEXT) for part in changed.source.parts] == [words]
    assert (changed.source.name, changed.root) == (words, words)
    assert changed.span.of(TEXT) == whole


def test_more_words_of_the_same_source_leave_the_chain_as_it_is() -> None:
    text = "De fusie gaat door, meldt een ingewijde aan Bloomberg."
    article = Article("1", "Fusie", "nl", laid_out([(text, "body")]))
    source = article.passage(Span(text.index("ingewijde"), text.index(" aan")))
    correction = replace(passage(article, "De fusie gaat door"), action="change", source=source)
    (changed,) = apply([correction], claims_of(article), article)
    assert changed.source
    assert (changed.source.name, changed.via, changed.root) == ("ingewijde", ("Bloomberg",), "Bloomberg")


def test_a_source_and_a_cue_without_words_are_taken_away(article: Article, claims: tuple[Claim, ...]) -> None:
    nothing = article.passage(Span(0, 0))
    correction = replace(passage(article, "de winst daalt"), action="change", source=nothing, cue=nothing)
    changed = apply([correction], claims, article)[0]
    assert (changed.source, changed.cue, changed.root, changed.via) == (None, None, None, ())
    assert changed.span == changed.content.span
    named = replace(correction, source_name="ING")
    assert apply([named], claims, article)[0].source == Source(None, "ING", "organisation")


def test_the_corrections_of_a_claim_are_found_through_each_other_the_newest_first(
    article: Article, claims: tuple[Claim, ...]
) -> None:
    anchor = passage(article, "de winst daalt").anchor
    longer = passage(article, "zegt dat de winst daalt").anchor
    corrections = {
        "1": ClaimCorrection(anchor, "change", content=longer),
        "2": replace(passage(article, "komt er geen fusie"), action="change", certainty="possible"),
        "3": ClaimCorrection(longer, "change", certainty="probable"),
        "4": replace(passage(article, "De zon schijnt"), action="reject"),
    }
    changed = apply(corrections.values(), claims, article)[0]
    assert concerning(corrections, changed.content.span, article) == ("3", "1")
    zon = passage(article, "De zon schijnt").anchor.span
    assert rejected_in(corrections, zon, article) == {"4": zon}
    assert rejected_in(corrections, changed.content.span, article) == {}


def test_a_correction_is_found_again_after_an_edit_of_the_text(article: Article) -> None:
    correction = replace(passage(article, "de winst daalt"), action="reject")
    edited = Article("1", "Winst", "nl", laid_out([("Nieuw. " + TEXT, "body")]))
    assert len(apply([correction], claims_of(edited), edited)) == len(claims_of(edited)) - 1


def test_a_correction_of_what_the_article_no_longer_says_is_passed_over(
    article: Article, claims: tuple[Claim, ...]
) -> None:
    correction = replace(passage(article, "de winst daalt"), action="reject")
    other = Article("1", "Winst", "nl", laid_out([("Iets heel anders.", "body")]))
    assert apply([correction], claims_of(other), other) == claims_of(other)


def test_the_last_word_holds(article: Article, claims: tuple[Claim, ...]) -> None:
    first = replace(passage(article, "de winst daalt"), action="change", polarity="negative")
    last = replace(first, polarity="positive")
    assert apply([first, last], claims, article)[0].polarity == "positive"


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(TEXT) - 1), st.integers(1, 30), st.sampled_from(["confirm", "change", "reject", "add"])
        )
    )
)
def test_corrections_keep_spans_inside_the_article_and_ids_apart(steps: list[tuple[int, int, str]]) -> None:
    article = Article("1", "Winst", "nl", laid_out([(TEXT, "body")]))
    corrections = [
        ClaimCorrection(article.passage(Span(at, min(len(TEXT), at + length))), action)  # type: ignore[arg-type]
        for at, length, action in steps
    ]
    found = apply(corrections, claims_of(article), article)
    assert len({claim.id for claim in found}) == len(found)
    assert all(0 <= claim.start <= claim.content.start < claim.content.end <= claim.end <= len(TEXT) for claim in found)
