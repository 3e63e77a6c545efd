"""What a denial stands against: the claim it denies, and nothing else of its sentence or of the other."""

import pytest

from tests.briefing.compare.test_verdicts import linked

BOTH_DENY = [
    ("De voorzitter ontkent dat de loods verkocht is.", "De loods is niet verkocht, zegt de notaris.", "nl nl"),
    ("The chairman denies that the shed was sold.", "The shed was not sold, a notary said.", "en en"),
    ("The chairman denies that the shed was sold.", "De loods is niet verkocht, zegt de notaris.", "en nl"),
]


@pytest.mark.parametrize(("left", "right", "languages"), BOTH_DENY)
def test_a_denial_and_a_negation_of_the_same_do_not_conflict(left: str, right: str, languages: str) -> None:
    there, back = linked(left, right, languages), linked(right, left, " ".join(languages.split()[::-1]))
    assert "conflicts" not in {there.relation, back.relation}


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        (
            "The chairman said the shed was sold, and the treasurer denied that the roof leaked.",
            "The shed was sold, a notary said.",
            "en en",
        ),
        (
            "De voorzitter zei dat de loods verkocht was en de penningmeester ontkende dat het dak lekte.",
            "De loods was verkocht, zei een notaris.",
            "nl nl",
        ),
    ],
)
def test_a_denial_of_one_claim_is_none_of_the_other_in_its_sentence(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation != "conflicts"


def test_a_denial_conflicts_with_what_it_denies() -> None:
    found = linked("The chairman denies that the shed was sold.", "A notary said the shed was sold.", "en en")
    assert found.relation == "conflicts"
