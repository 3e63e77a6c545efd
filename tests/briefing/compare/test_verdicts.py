"""When a verdict is given on two sentences, and when their words prove none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article, Language, PublicationDate, laid_out
from briefing.claims import claims_of
from briefing.claims.source_judgements import Identities, SourceJudgement
from briefing.compare.relation import Link, link
from briefing.compare.statement import Statement, statements_of
from briefing.language.sentences import sentences_of


def statement(text: str, language: Language, published: str | None = None) -> Statement:
    day = PublicationDate.parse(published) if published else None
    article = Article("1", "Title", language, laid_out([(text, "body")]), published=day)
    return statements_of(article, sentences_of(article), claims_of(article))[0]


def linked(left: str, right: str, languages: str = "nl nl") -> Link:
    one, other = languages.split()
    return link(statement(left, one), statement(right, other))


CONFLICTS = [
    # Words of opposite meaning, in one language and across both.
    ("De onderhandelingen zijn mislukt.", "De onderhandelingen zijn geslaagd.", "nl nl"),
    ("The rescue succeeded.", "The rescue failed.", "en en"),
    ("Het hof sprak de boekhouder vrij.", "The court convicted the bookkeeper.", "nl en"),
    ("De bakkerij blijft open.", "The bakery will close.", "nl en"),
    ("The bank raised its rates.", "De bank verlaagde zijn tarieven.", "en nl"),
    ("De keuring is onaanvaardbaar, zegt de boer.", "De keuring is aanvaardbaar, zegt de arts.", "nl nl"),
    ("The union called off the march.", "The union is going ahead with the march.", "en en"),
    ("De trainer blijft bij de club.", "De trainer vertrekt bij de club.", "nl nl"),
    ("The tenant is for the new road.", "The tenant is against the new road.", "en en"),
    ("De boeren zijn tegen de dijk.", "De boeren steunen de dijk.", "nl nl"),
    (
        "Het is de derde keer dat de ober van plan verandert.",
        "It is the fifth time that the waiter changes his plan.",
        "nl en",
    ),
    # A negation against its assertion, a denial against what it denies, a refusal against a promise.
    ("De school heeft de ouders gewaarschuwd.", "De school heeft de ouders niet gewaarschuwd.", "nl nl"),
    ("Het college kocht geen grond.", "The college bought land.", "nl en"),
    ("The mayor denied that the bridge was unsafe.", "An engineer said the bridge was unsafe.", "en en"),
    ("The landlord refuses to repair the roof.", "The landlord will repair the roof.", "en en"),
    # Two values of one slot.
    ("De entree kost 12 euro.", "De entree kost 15 euro.", "nl nl"),
    ("The choir has 40 singers.", "Het koor heeft 60 zangers.", "en nl"),
    ("Het festival begint op 3 mei.", "The festival begins on 5 May.", "nl en"),
    ("Het congres is in Wenen.", "The congress is in Prague.", "nl en"),
    ("The rescue lasted four days.", "The rescue lasted six days.", "en en"),
    ("Bakker Sim Hol verwacht winst.", "Bakker Sim Hol verwacht geen winst.", "nl nl"),
    ("The gallery opens in Ghent.", "The gallery opens in Antwerp.", "en en"),
]


@pytest.mark.parametrize(("left", "right", "languages"), CONFLICTS)
def test_what_excludes_each_other_is_a_conflict(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation == "conflicts"


NO_VERDICT = [
    # Another period, place, entity or part of a whole.
    ("In 2011 telde het dorp 900 inwoners.", "In 2020 telde het dorp 750 inwoners.", "nl nl"),
    ("Bakery Holm has 30 ovens.", "Bakery Tarn has 12 ovens.", "en en"),
    ("Two of the nine ships are full.", "Seven of the nine ships are empty.", "en en"),
    ("De beurs werd bezocht door 800 gasten.", "Het bal werd bezocht door 90 gasten.", "nl nl"),
    # Bounds that allow the other value.
    ("Zeker 30 huizen staan onder water.", "Er staan 44 huizen onder water.", "nl nl"),
    ("The pier will not open before May.", "The pier will open in May.", "en en"),
    # Figures that may measure other things.
    ("De kweker haalt 70 dozen peren terug.", "The grower recalls 90 crates of pears.", "nl en"),
    # Negations that deny something else, or by half.
    ("Not only the harbour was closed.", "The harbour was closed.", "en en"),
    ("De boer die geen subsidie kreeg verkoopt zijn vee.", "De boer die subsidie kreeg verkoopt zijn vee.", "nl nl"),
    ("The new press runs less well.", "The new press does not run well.", "en en"),
    # Other verbs of the same.
    ("De jury koos de schilder.", "De jury ondervroeg de schilder.", "nl nl"),
    # One transaction from either side.
    ("Five million songs were sold in the shop.", "Five million songs were bought in the shop.", "en en"),
]


@pytest.mark.parametrize(("left", "right", "languages"), NO_VERDICT)
def test_what_the_words_do_not_prove_is_no_conflict_and_no_difference(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation in {None, "same"}


DIFFERS = [
    ("Er zijn drie doden, meldt de kustwacht.", "The coastguard reports five dead.", "nl en", "count"),
    ("So far 200 tickets have been sold.", "So far 350 tickets have been sold.", "en en", "count"),
    ("De school zou lood in het water hebben gehad.", "De school heeft lood in het water gehad.", "nl nl", "certainty"),
    ("The orchestra will play in Bonn.", "The orchestra did not play in Bonn.", "en en", "polarity"),
    (
        "Economists estimate the loss at 3 million euros.",
        "Economists estimate the loss at 4 million euros.",
        "en en",
        "amount",
    ),
]


@pytest.mark.parametrize(("left", "right", "languages", "kind"), DIFFERS)
def test_what_may_both_have_been_so_when_it_was_written_differs_in_one_thing(
    left: str, right: str, languages: str, kind: str
) -> None:
    found = linked(left, right, languages)
    assert (found.relation, [one.kind for one in found.differences]) == ("differs", [kind])


SAME = [
    ("Anderhalf miljoen kijkers zagen de finale.", "One and a half million viewers saw the final.", "nl en"),
    ("De schade ligt tussen 3 en 5 miljoen euro.", "The damage is between 3 million and 5 million euros.", "nl en"),
    ("De V.S. steunen het verdrag.", "The United States supports the treaty.", "nl en"),
    ("De Duitse minister tekende het verdrag.", "The minister of Germany signed the treaty.", "nl en"),
    ("The fair does not open.", "De beurs opent niet.", "en nl"),
    ("De raad sluit een verbod niet uit.", "The council does not rule out a ban.", "nl en"),
    # A particle belongs to its verb, and a noun of action to the verb it comes from.
    ("De senaat wees het sluiten van de mijn af.", "The senate rejected the closure of the mine.", "nl en"),
    ("De minister keurde het slopen van de molen goed.", "The minister approved the demolition of the mill.", "nl en"),
]


@pytest.mark.parametrize(("left", "right", "languages"), SAME)
def test_wording_and_the_way_of_naming_make_no_difference(left: str, right: str, languages: str) -> None:
    found = linked(left, right, languages)
    assert (found.relation, found.differences) == ("same", ())


def test_dates_are_compared_by_what_they_denote_in_each_report() -> None:
    early = statement("De opera begint morgen.", "nl", "2021-05-03")
    late = statement("De opera begint vandaag.", "nl", "2021-05-04")
    assert link(early, late).relation == "same"
    assert link(early, statement("De opera begint vandaag.", "nl", "2021-05-09")).relation == "conflicts"


LEANING = [
    ("De sluis lekt, zegt duiker Wim Kolk.", "De sluis lekt, zegt wethouder Eva Smit.", "nl nl", "yes"),
    ("The lock was leaking, said diver Wim Kolk.", "Wim Kolk, a diver, said the lock was leaking.", "en en", "no"),
    ("De sluis lekt, zegt een duiker.", "De sluis lekt, zegt wethouder Eva Smit.", "nl nl", "unknown"),
    ("De sluis lekt, zegt Norwa.", "De sluis lekt, zegt directeur Eva Smit van Norwa.", "nl nl", "unknown"),
    ("De sluis lekt, zegt woordvoerder Jan Tol.", "De sluis lekt, zegt Norwa.", "nl nl", "unknown"),
    (
        "OSLO (Reuters) - The lock was leaking, officials said.",
        "The lock was leaking, officials told Reuters.",
        "en en",
        "no",
    ),
]


@pytest.mark.parametrize(("left", "right", "languages", "independent"), LEANING)
def test_two_sources_are_independent_only_where_nothing_ties_them(
    left: str, right: str, languages: str, independent: str
) -> None:
    found = linked(left, right, languages)
    assert found.leaning.independent == independent
    assert (found.relation == "supports") == (independent == "yes")


def test_what_the_user_said_of_two_names_decides_whether_they_are_independent() -> None:
    left, right = statement(LEANING[0][0], "nl"), statement(LEANING[0][1], "nl")
    one = Identities((SourceJudgement("Wim Kolk", "Eva Smit", are_same=True),))
    assert link(left, right, one).leaning.independent == "no"
    norwa, director = statement(LEANING[3][0], "nl"), statement(LEANING[3][1], "nl")
    two = Identities((SourceJudgement("Norwa", "Eva Smit", are_same=False),))
    assert link(norwa, director, two).relation == link(director, norwa, two).relation == "supports"


SENTENCES = [
    (text, language)
    for table in (CONFLICTS, NO_VERDICT, SAME)
    for *texts, both in table
    for text, language in zip(texts, both.split(), strict=True)
]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_no_verdict_changes_when_left_and_right_change_places(one: tuple[str, str], other: tuple[str, str]) -> None:
    left, right = statement(*one), statement(*other)
    there, back = link(left, right), link(right, left)
    assert there.relation == back.relation
    assert there.leaning.independent == back.leaning.independent
    assert [(each.kind, each.left, each.right) for each in there.differences] == [
        (each.kind, each.right, each.left) for each in back.differences
    ]
