"""How surely something is said, whether it is denied, and how it is quoted."""

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import reported


@pytest.mark.parametrize(
    ("text", "language", "certainty", "hedges"),
    [
        ("De minister zegt dat de weg dicht is.", "nl", "certain", []),
        ("De minister zegt dat de weg mogelijk dicht gaat.", "nl", "possible", ["mogelijk"]),
        ("De minister zegt dat de weg waarschijnlijk dicht gaat.", "nl", "probable", ["waarschijnlijk"]),
        ("De krant meldt dat de baas zou vertrekken.", "nl", "unspecified", ["zou"]),
        ("De baas zou volgens de krant mogelijk vertrekken.", "nl", "unspecified", ["zou", "mogelijk"]),
        ("Er gaat een gerucht dat de baas vertrekt.", "nl", "unspecified", ["gerucht"]),
        ("De vakbond vreest dat de fabriek sluit.", "nl", "possible", ["vreest"]),
        ("De bank verwacht dat de winst stijgt.", "nl", "probable", ["verwacht"]),
        ("De minister sluit niet uit dat de weg dicht gaat.", "nl", "possible", ["sluit niet uit"]),
        ("Het bedrijf wil niet bevestigen dat de baas vertrekt.", "nl", "unspecified", []),
        ("Naar verluidt vertrekt de baas.", "nl", "unspecified", ["Naar verluidt"]),
        ("Vermoedelijk vertrekt de baas.", "nl", "probable", ["Vermoedelijk"]),
        ("The minister says the road is closed.", "en", "certain", []),
        ("The minister says the road may be closed.", "en", "possible", ["may"]),
        ("The minister says the road will probably close.", "en", "probable", ["probably"]),
        ("The boss reportedly left.", "en", "unspecified", ["reportedly"]),
        ("The union fears that the plant will close.", "en", "possible", ["fears"]),
    ],
)
def test_the_wording_commits_to_a_certainty(text: str, language: Language, certainty: str, hedges: list[str]) -> None:
    (found,) = reported(text, language)
    assert (found.claim.certainty, [hedge.of(text) for hedge in found.claim.hedges]) == (certainty, hedges)


@pytest.mark.parametrize(
    "text",
    [
        "Zonder steun zou het bedrijf omvallen.",
        "Als het regent, zou de weg dicht gaan.",
        "The May elections went well.",
        "He was born on May 8, 2006.",
        "De broer lijkt op zijn zus.",
        "De winst was hoger dan verwacht.",
        "De app maakt het mogelijk om te betalen.",
        "De ploeg rijdt zo snel mogelijk.",
    ],
)
def test_what_only_looks_like_a_hedge_is_none(text: str) -> None:
    assert [found.claim.hedges for found in reported(text, "en" if "May" in text else "nl")] == []


@pytest.mark.parametrize(
    ("text", "language", "polarity"),
    [
        ("De minister zegt dat de weg niet dicht is.", "nl", "negative"),
        ("De minister zegt dat er geen weg dicht is.", "nl", "negative"),
        ("De minister ontkent dat de weg dicht is.", "nl", "negative"),
        ("De minister ontkent niet dat de weg dicht is.", "nl", "positive"),
        ("De minister gelooft niet dat de weg dicht is.", "nl", "negative"),
        ("De minister zegt dat de weg die niemand kent dicht is.", "nl", "positive"),
        ("De minister zegt dat niet alleen de weg dicht is.", "nl", "positive"),
        ("De minister zegt dat weinig wegen dicht zijn.", "nl", "positive"),
        ("De minister zegt dat de weg die iedereen gebruikt niet dicht is.", "nl", "negative"),
        ("De minister zegt dat de weg, die niet lang is, dicht is.", "nl", "positive"),
        ("De minister zegt dat hij komt, omdat de weg niet dicht is.", "nl", "positive"),
        ("De minister zegt dat die weg niet dicht is.", "nl", "negative"),
        ("De minister weigert de weg te sluiten.", "nl", "negative"),
        ("Niemand verwacht dat de weg dicht gaat.", "nl", "negative"),
        ("The minister says the road that everyone uses is not closed.", "en", "negative"),
        ("The minister says the road, which is not long, is closed.", "en", "positive"),
        ("The minister says no road is closed.", "en", "negative"),
        ("Critics do not support the plan.", "en", "negative"),
        ("The minister denies that the road is closed.", "en", "negative"),
        ("The minister says the road isn't closed.", "en", "negative"),
        ("The minister says the road is not only closed.", "en", "positive"),
        ("The minister rejects the claim that the road is closed.", "en", "negative"),
    ],
)
def test_a_denial_is_negative_for_what_is_denied(text: str, language: Language, polarity: str) -> None:
    assert reported(text, language)[-1].claim.polarity == polarity


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ('"De weg is nu dicht", zegt de minister.', "direct"),
        ('De minister zegt: "De weg is nu dicht."', "direct"),
        ("De minister zegt dat de weg dicht is.", "indirect"),
        ('De minister zegt dat de weg "potdicht" is.', "mixed"),
        ("Naar verluidt is de weg dicht.", "none"),
    ],
)
def test_a_content_is_quoted_whole_in_part_or_not_at_all(text: str, quotation: str) -> None:
    (found,) = reported(text, "nl")
    assert found.claim.quotation == quotation


def test_a_statement_that_is_denied_without_a_source_is_a_claim() -> None:
    (found,) = reported("Er is geen bewijs gevonden.", "nl")
    assert (found.source, found.claim.polarity, found.claim.quotation) == (None, "negative", "none")


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        ("De fabriek sluit omdat er geen geld is.", "nl", "er geen geld is"),
        (
            "De dijk, die al jaren niet is onderhouden, brak vannacht.",
            "nl",
            "De dijk, die al jaren niet is onderhouden",
        ),
        ("De bank besloot dit zonder haar leden te raadplegen.", "nl", "zonder haar leden te raadplegen"),
        ("The plant closed because there was no money.", "en", "there was no money"),
    ],
)
def test_a_clause_that_is_denied_is_a_claim_where_its_sentence_is_not(
    text: str, language: Language, content: str
) -> None:
    (found,) = reported(text, language)
    assert (found.content, found.claim.polarity) == (content, "negative")


@pytest.mark.parametrize("text", ["Als het niet regent, gaan we zwemmen.", "Het hangt ervan af of hij niet komt."])
def test_what_is_denied_under_a_condition_or_in_a_question_is_no_claim(text: str) -> None:
    assert reported(text, "nl") == []


def test_a_quotation_without_a_speaker_is_a_claim_where_it_is_denied() -> None:
    (found,) = reported('"Wij hebben dat geld nooit gezien."', "nl")
    assert (found.source, found.claim.quotation, found.claim.polarity) == (None, "direct", "negative")


@pytest.mark.parametrize(
    "text", ["De leider beloofde dat de weg open zou gaan.", "De man die later premier zou worden, woonde hier."]
)
def test_a_future_in_the_past_is_no_report(text: str) -> None:
    assert [found.claim.hedges for found in reported(text, "nl") if found.claim.hedges] == []


def test_a_modal_of_ability_that_is_denied_is_no_hedge() -> None:
    (found,) = reported("De minister zegt dat hij niet kon komen.", "nl")
    assert (found.claim.certainty, found.claim.polarity) == ("certain", "negative")


@pytest.mark.parametrize(("text", "language"), [("Een niet", "nl"), ("De bank zegt niet", "nl"), ("No", "en")])
def test_a_text_may_end_with_its_negation(text: str, language: Language) -> None:
    assert [found.claim.polarity for found in reported(text, language)] in ([], ["negative"])


def test_a_plain_statement_of_the_author_is_left_out() -> None:
    assert reported("De weg is dicht.", "nl") == []


@pytest.mark.parametrize(
    ("text", "language", "polarities"),
    [
        ("The ranger said two cabins had burned, and nobody was hurt.", "en", ["positive", "negative"]),
        ("The ranger said nobody was hurt, and two cabins had burned.", "en", ["negative"]),
        ("The ranger said he had a key but did not use it.", "en", ["positive"]),
        ("The ranger said the fence and the gate were not locked.", "en", ["negative"]),
        ("De boswachter zei dat twee hutten waren verbrand en dat niemand gewond was.", "nl", ["positive", "negative"]),
        ("De boswachter zei dat het hek en de poort niet op slot waren.", "nl", ["negative"]),
    ],
)
def test_a_negation_reaches_no_clause_beside_its_own(text: str, language: Language, polarities: list[str]) -> None:
    assert [found.claim.polarity for found in reported(text, language)] == polarities


@pytest.mark.parametrize(
    ("text", "language", "polarity"),
    [
        ("De tuinman zegt dat de schuur – niemand weet waarom – openstond.", "nl", "positive"),
        ("De tuinman zegt dat de schuur – een oud gebouw – niet openstond.", "nl", "negative"),
        ('"The shed – nobody knows why – was open," said the gardener.', "en", "positive"),
        ("The gardener said the shed – an old one – was not open.", "en", "negative"),
        ("The gardener said the shed was open – no thief had been there.", "en", "positive"),
    ],
)
def test_dashes_part_an_aside_from_its_clause(text: str, language: Language, polarity: str) -> None:
    assert reported(text, language)[0].claim.polarity == polarity


def test_the_dash_of_a_dateline_begins_the_statement() -> None:
    assert reported("UTRECHT - Niemand raakte gewond.", "nl")[0].claim.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "language", "hedges"),
    [
        ("De voogd sluit een proces niet uit.", "nl", ["sluit", "niet uit"]),
        ("De voogd sluit de deur, en gaat er niet uit.", "nl", []),
        ("The guardian did not rule out a lawsuit.", "en", ["not rule out"]),
    ],
)
def test_a_hedge_may_be_parted_by_its_object(text: str, language: Language, hedges: list[str]) -> None:
    assert [hedge.of(text) for found in reported(text, language) for hedge in found.claim.hedges] == hedges
