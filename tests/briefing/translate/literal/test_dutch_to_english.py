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
            "De bank zou een brief aan klanten hebben gestuurd.",
            "The bank reportedly sent a letter to customers.",
        ),
        ("De minister zou zijn afgetreden.", "The minister reportedly resigned."),
        (
            "Ze zouden onderzoeken of de brug gesloten moet worden.",
            "They reportedly investigate whether the bridge must be closed.",
        ),
        ("Het rapport zal naar verluidt in maart verschijnen.", "The report will reportedly be published in March."),
        ("Volgens bronnen van Reuters is het plan klaar.", "According to sources of Reuters, the plan is ready."),
        ("De minister laat weten dat hij verbaasd is.", "The minister says that he is surprised."),
        ("In een reactie laat de bank weten tevreden te zijn.", "In a response, the bank says it is satisfied."),
        ("De gemeente zegt blij te zijn met het plan.", "The municipality says it is happy with the plan."),
        (
            "De club zei haar trainer niet te willen ontslaan.",
            "The club said it did not want to dismiss her coach.",
        ),
        ('"We hebben niets gevonden", aldus de politie.', '"We have found nothing", according to the police.'),
        ('"Dat klopt niet", zegt een woordvoerder.', '"That is not correct", a spokesperson says.'),
        (
            "Dat schrijft de krant op basis van geheime documenten.",
            "The newspaper writes that on the basis of secret documents.",
        ),
        ("Mogelijk worden hogere boetes uitgedeeld.", "Possibly, higher fines are issued."),
        ("In de brief staat dat er fouten waren.", "In the letter it says that there were mistakes."),
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
            "De bank heeft altijd ontkend dat klanten te veel betalen.",
            "The bank has always denied that customers pay too much.",
        ),
        ("De president ontkent dat hij geld heeft aangenomen.", "The president denies that he has accepted money."),
        ("Er is nooit bewijs gevonden.", "Evidence has never been found."),
        ("De politie kan het bericht niet bevestigen.", "The police cannot confirm the message."),
        (
            "Het leger wil geen gebruik meer maken van het vliegveld.",
            "The army no longer wants to make use of the airport.",
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
            "De gemeente neemt maatregelen om de overlast te beperken.",
            "The municipality takes measures to limit the nuisance.",
        ),
        ("De problemen kunnen worden opgelost.", "The problems can be solved."),
        ("In maart vond de inspectie fouten.", "In March, the inspection found mistakes."),
        ("De door de politie bewaakte ingang was gesloten.", "The entrance guarded by the police was closed."),
        ("Het is onduidelijk of de verdachte nog leeft.", "It is unclear whether the suspect still lives."),
        ("Er waren drie grote problemen.", "There were three large problems."),
        ("De vrouw die het boek schreef, woont in Duitsland.", "The woman who wrote the book lives in Germany."),
        ("Hij is niet alleen minister, maar ook schrijver.", "He is not only minister, but also writer."),
        ("De boer verkocht zijn koeien.", "The farmer sold his cows."),
        ("Weet hij wat er is gebeurd?", "Does he know what has happened?"),
        ("Dat kost 2 miljard dollar.", "That costs 2 billion dollars."),
        ("De bijeenkomst begint om 9.30 uur.", "The meeting begins at 9:30."),
    ],
)
def test_clauses_and_verbs(dutch: str, wanted: str) -> None:
    assert english(dutch) == wanted


def test_an_attribution_is_not_lost_at_the_end_of_a_sentence() -> None:
    done = english("Daardoor zou de dijk kunnen breken, vertelt een ingewijde aan persbureau ANP.")
    assert done == "As a result, the dike could burst, an insider tells news agency ANP."
