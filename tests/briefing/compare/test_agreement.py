"""When two sentences say the same, and when a word of their own on both sides leaves it open."""

import pytest

from tests.briefing.compare.test_verdicts import linked

NOT_SAME = [
    # Another thing of the same measure, another noun in the same role.
    ("De vuurtoren is 38 meter hoog.", "De sloot is 38 meter lang.", "nl nl"),
    ("The chimney is 25 metres tall.", "De tunnel is 25 meter diep.", "en nl"),
    ("De monteur viel van een ladder.", "De monteur viel van een brug.", "nl nl"),
    ("The harvest failed because of hail.", "The harvest failed because of drought.", "en en"),
    # Another predicate, or a sentence of which only the sentence before tells what it speaks of.
    ("Zijn vader ging niet mee.", "His father was not angry.", "nl en"),
    ("Zij doet het voor haar kinderen.", "De actrice speelt voor haar kinderen.", "nl nl"),
    ("The levee held.", "The levee burst.", "en en"),
    # Who did what to whom.
    ("Daan Vis versloeg Wim Kraai in de finale.", "Wim Kraai versloeg Daan Vis in de finale.", "nl nl"),
    ("Finland beat Malta.", "Malta versloeg Finland.", "en nl"),
    # A question against its answer, a plan against what was done.
    ("Het is onduidelijk of de kraan is omgevallen.", "De kraan is omgevallen.", "nl nl"),
    ("It is not known whether the skipper drowned.", "De schipper is verdronken.", "en nl"),
    ("De school wil het dak vervangen.", "De school heeft het dak vervangen.", "nl nl"),
    ("De wijk gaat de vijver dempen.", "De wijk heeft de vijver gedempt.", "nl nl"),
    # A short sentence that a long one only touches.
    (
        "The van was empty.",
        "Detectives searched the harbour all night with dogs and torches, while divers looked into an empty van beside a crane.",
        "en en",
    ),
]

NOT_SAME += [
    # Only who acts is in common, and not what they do.
    ("Olda chief Vera Brandt thanked the rescuers.", "Olda chief Vera Brandt ignored the letter.", "en en"),
    (
        "Havenmeester Toon Kuyper van Weert bedankte de redders.",
        "Havenmeester Toon Kuyper van Weert negeerde de brief.",
        "nl nl",
    ),
]


@pytest.mark.parametrize(("left", "right", "languages"), NOT_SAME)
def test_words_of_their_own_on_both_sides_are_not_the_same(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation != "same"


SAME = [
    ("Malta werd verslagen door Finland.", "Finland beat Malta.", "nl en"),
    ("A dead whale was found by two anglers.", "Two anglers found a dead whale.", "en en"),
    ("Bij de explosie raakten vier bakkers gewond.", "Four bakers were injured in the explosion.", "nl en"),
    ("De dam brak na zware regen.", "The dam burst after heavy rain.", "nl en"),
    ("De operatie duurde vier uur.", "The operation lasted four hours.", "nl en"),
    ("Het is onduidelijk of de kraan veilig is.", "It is unclear whether the crane is safe.", "nl en"),
]


@pytest.mark.parametrize(("left", "right", "languages"), SAME)
def test_another_order_voice_or_synonym_is_the_same(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation == "same"


FIGURES = [
    # The dead and the killed are one count, whichever word class tells of them.
    ("Bij de brand vielen drie doden.", "The fire killed five people.", "nl en", "differs"),
    ("Bij het ongeval vielen zes doden.", "Bij het ongeval kwamen acht mensen om.", "nl nl", "differs"),
    (
        "Four people were killed on Monday in a fire at the Melk paper mill of Olda AG.",
        "After the fire at the Melk paper mill of Olda AG the number of deaths has risen to six.",
        "en en",
        "differs",
    ),
    # An age is no count.
    (
        "Another 12 were injured, the harbour master said.",
        "A 53-year-old sailor was injured, the harbour master said.",
        "en en",
        None,
    ),
    # How long something took has one value; an hour of the day is another thing.
    ("De keuring duurde drie uur.", "The inspection took five hours.", "nl en", "conflicts"),
    ("De optocht begint om drie uur.", "De optocht begint om vijf uur.", "nl nl", "conflicts"),
    ("De opkomst was om een uur 12 procent.", "De opkomst was om zes uur 45 procent.", "nl nl", "differs"),
    # Parts of a whole, other periods, rates: none.
    ("Zes van de tien sluizen lekken.", "Vier van de tien sluizen lekken al sinds de storm.", "nl nl", None),
    ("In winter the lake held 90 geese.", "In summer the lake held 35 geese.", "en en", None),
    ("The mill killed two people.", "Mills kill 60 people a year.", "en en", None),
    # A plan and its outcome.
    ("The city plans to plant 700 oaks.", "The city planted 450 oaks.", "en en", "differs"),
]


@pytest.mark.parametrize(("left", "right", "languages", "relation"), FIGURES)
def test_two_figures_exclude_each_other_only_of_one_thing(
    left: str, right: str, languages: str, relation: str | None
) -> None:
    assert linked(left, right, languages).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("De verdachte bekende de afpersing.", "The suspect denied the extortion.", "nl en"),
        ("De rechter acht de kapper schuldig.", "The judge acquitted the barber.", "nl en"),
    ],
)
def test_a_verb_of_denial_counts_once_beside_its_antonym(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation == "conflicts"


@pytest.mark.parametrize(("left", "right", "languages"), [*NOT_SAME, *SAME, *(row[:3] for row in FIGURES)])
def test_the_verdict_is_the_same_from_either_side(left: str, right: str, languages: str) -> None:
    there, back = linked(left, right, languages), linked(right, left, " ".join(languages.split()[::-1]))
    assert (there.relation, there.leaning) == (back.relation, back.leaning)
    assert [(one.kind, one.left, one.right) for one in there.differences] == [
        (one.kind, one.right, one.left) for one in back.differences
    ]


GIVEN_AND_RECEIVED = [
    ("The mill was let to Harwick.", "The mill was let by Harwick.", "en en"),
    ("De kaasmaker werd verkocht aan Bruin.", "De kaasmaker werd verkocht door Bruin.", "nl nl"),
    ("De oogst werd verkocht aan Fenwolt.", "The harvest was sold by Fenwolt.", "nl en"),
]


@pytest.mark.parametrize(("left", "right", "languages"), GIVEN_AND_RECEIVED)
def test_who_gives_on_one_side_and_receives_on_the_other_makes_two_things(
    left: str, right: str, languages: str
) -> None:
    assert linked(left, right, languages).relation is None


def test_a_giver_told_in_two_languages_is_the_same() -> None:
    assert (
        linked("De oogst werd verkocht door Fenwolt.", "The harvest was sold by Fenwolt.", "nl en").relation == "same"
    )
