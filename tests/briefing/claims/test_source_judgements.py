"""Which names are one source: by their words, and as the user said."""

import pytest

from briefing.claims.source_judgements import RULES, Identities, SourceJudgement

SAID = Identities(
    (
        SourceJudgement("Norwa", "Nordic Water", are_same=True),
        SourceJudgement("Reuters", "Reuters TV", are_same=False),
    )
)


@pytest.mark.parametrize(
    ("one", "other", "by_rule", "as_said"),
    [
        ("Norwa", "Nordic Water", False, True),
        ("Nordic Water", "the NORWA", False, True),
        ("nordic water", "Norwa", False, True),
        ("Reuters", "Reuters TV", True, False),
        ("Reuters TV", "reuters", False, False),
        ("Ana Molina", "Molina", True, True),
        ("Ana Molina", "Norwa", False, False),
    ],
)
def test_what_the_user_said_goes_before_the_rules(one: str, other: str, by_rule: bool, as_said: bool) -> None:
    assert RULES.are_same(one, other) == RULES.are_same(other, one) == by_rule
    assert SAID.are_same(one, other) == SAID.are_same(other, one) == as_said


def test_the_latest_of_two_judgements_holds() -> None:
    both = (SourceJudgement("A. Tarn", "Bo Lind", are_same=True), SourceJudgement("Bo Lind", "A. Tarn", are_same=False))
    assert not Identities(both).are_same("A. Tarn", "Bo Lind")


def test_names_that_the_user_called_one_go_by_the_first() -> None:
    found = SAID.canonical(["Nordic Water", "Norwa", "Reuters TV", "Reuters", "Molina", "Ana Molina"])
    assert found["Nordic Water"] == found["Norwa"] == "Norwa"
    assert (found["Reuters"], found["Reuters TV"]) == ("Reuters", "Reuters TV")
    assert found["Molina"] == "Ana Molina"


def test_without_judgements_the_rules_alone_hold() -> None:
    names = ["Molina", "Ana Molina", "Reuters"]
    assert RULES.canonical(names) == {"Molina": "Ana Molina", "Ana Molina": "Ana Molina", "Reuters": "Reuters"}
