"""What Dutch says in its ways comes out as English says it: reporting frames, hedges, denials, clauses, verbs."""

import pytest

from briefing.translate.literal import LiteralTranslator

ENGINE = LiteralTranslator()


def english(text: str) -> str:
    return ENGINE.translate([text], "nl", "en")[0]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        (
            "Huawei zou gesprekken met ambtenaren hebben gevoerd.",
            "Huawei reportedly held conversations with civil servants.",
        ),
        ("De minister zou zijn afgetreden.", "The minister reportedly resigned."),
        (
            "Ze zouden afwegen of de techniek geweerd moet worden.",
            "They reportedly weigh whether the technique must be kept out.",
        ),
        ("Het rapport zal naar verluidt in maart verschijnen.", "The report will reportedly be published in March."),
        ("Volgens bronnen van Reuters is het plan klaar.", "According to sources of Reuters, the plan is ready."),
        ("De minister laat weten dat hij verbaasd is.", "The minister says that he is surprised."),
        ("In een reactie laat Huawei weten verbaasd te zijn.", "In a response, Huawei says it is surprised."),
        ("Het bedrijf zegt open te staan voor een gesprek.", "The company says it is open to a conversation."),
        (
            "Het bedrijf zei daar geen afscheid van te willen nemen.",
            "The company said it did not want to part with that.",
        ),
        ('"We hebben niets gevonden", aldus de politie.', '"We have found nothing", according to the police.'),
        ('"Dat klopt niet", zegt een woordvoerder.', '"That is not correct", a spokesperson says.'),
        (
            "Dat schrijft de krant op basis van anonieme bronnen.",
            "The newspaper writes that on the basis of anonymous sources.",
        ),
        ("Mogelijk worden strengere eisen gesteld.", "Possibly, stricter demands are set."),
        ("In het rapport staat dat er problemen waren.", "In the report it says that there were problems."),
        (
            "De regering sluit niet uit dat er maatregelen komen.",
            "The government does not rule out that measures come.",
        ),
    ],
)
def test_who_says_it_and_how_surely(dutch: str, wanted: str) -> None:
    assert english(dutch) == wanted


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        (
            "Huawei heeft altijd ontkend dat China gebruikers bespioneert.",
            "Huawei has always denied that China spies on users.",
        ),
        ("De president ontkent dat hij geld heeft aangenomen.", "The president denies that he has accepted money."),
        ("Er is nooit bewijs gevonden.", "Evidence has never been found."),
        ("De politie kan het bericht niet bevestigen.", "The police cannot confirm the message."),
        (
            "Het kabinet wil geen gebruik meer maken van de apparatuur.",
            "The cabinet no longer wants to make use of the equipment.",
        ),
        ("De krant noemt geen namen.", "The newspaper calls no names."),
        ("Hij zegt dat hij niet zal aftreden.", "He says that he will not resign."),
    ],
)
def test_a_denial_stays_a_denial(dutch: str, wanted: str) -> None:
    assert english(dutch) == wanted


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        ("Zonder steun zou het plan mislukken.", "Without support, the plan would fail."),
        ("Als de prijzen stijgen, zou de winst dalen.", "If the prices rise, the profit would fall."),
    ],
)
def test_a_condition_is_no_hearsay(dutch: str, wanted: str) -> None:
    assert english(dutch) == wanted


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        ("De verdachte werd gisteren aangehouden.", "The suspect was arrested yesterday."),
        ("Hij kondigde aan dat hij zal aftreden.", "He announced that he will resign."),
        ("Het bedrijf heeft besloten de fabriek te sluiten.", "The company has decided to close the factory."),
        (
            "Het bedrijf doet aanpassingen om de problemen op te lossen.",
            "The company makes adjustments to solve the problems.",
        ),
        ("De problemen kunnen worden opgelost.", "The problems can be solved."),
        ("In juli vond de overheid tekortkomingen.", "In July, the government found shortcomings."),
        ("De door de politie bewaakte ingang was gesloten.", "The entrance guarded by the police was closed."),
        ("Het is onduidelijk of de verdachte nog leeft.", "It is unclear whether the suspect still lives."),
        ("Er waren drie grote problemen.", "There were three large problems."),
        ("De vrouw die het boek schreef, woont in Duitsland.", "The woman who wrote the book lives in Germany."),
        ("Hij is niet alleen minister, maar ook schrijver.", "He is not only minister, but also writer."),
        ("Huawei verkocht zijn apparatuur.", "Huawei sold its equipment."),
        ("Weet hij wat er is gebeurd?", "Does he know what has happened?"),
        ("Dat kost 2 miljard dollar.", "That costs 2 billion dollars."),
        ("De bijeenkomst begint om 9.30 uur.", "The meeting begins at 9:30."),
    ],
)
def test_clauses_and_verbs(dutch: str, wanted: str) -> None:
    assert english(dutch) == wanted


def test_an_attribution_is_not_lost_at_the_end_of_a_sentence() -> None:
    done = english("Daardoor zou het bedrijf een risico vormen, meldt een ingewijde aan persbureau Bloomberg.")
    assert done == "As a result, the company reportedly poses a risk, an insider reports to news agency Bloomberg."
