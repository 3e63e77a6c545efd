"""When a gloss is shown as one that may be wrong."""

import pytest

from briefing.translate.literal import LiteralTranslator
from briefing.translate.literal.confidence import doubt
from briefing.translate.literal.engine import DOUBT
from briefing.translate.translation import Forgetful, translations

ENGINE = LiteralTranslator()
TANGLED = (
    "Having failed to get the painting appraised before leaving, and with the dealers refusing to say what selling it might "
    "mean, she set about finding somebody willing to come and have it looked at, taking the risk of losing it."
)


@pytest.mark.parametrize("sentence", ["The baker is ill.", "The mayor opened the bridge on Monday."])
def test_a_plain_sentence_is_not_doubted(sentence: str) -> None:
    [text] = ENGINE.translate([sentence], "en", "nl")
    assert ENGINE.checks(sentence, "en", text, "nl") == ()


def test_a_tangled_sentence_is_doubted_and_the_check_quotes_it() -> None:
    [text] = ENGINE.translate([TANGLED], "en", "nl")
    [check] = ENGINE.checks(TANGLED, "en", text, "nl")
    assert (check.kind, check.ok, check.original) == (DOUBT, False, TANGLED)


def test_the_check_stands_with_those_of_the_translation() -> None:
    [found] = translations([TANGLED], "en", "nl", ENGINE, memory=Forgetful())
    assert DOUBT in {check.kind for check in found.checks if not check.ok}


@pytest.mark.parametrize("feature", ["clauses without verb", "stranded prepositions", "worst window"])
def test_what_was_not_read_well_makes_a_gloss_more_doubtful(feature: str) -> None:
    sentence = "The baker is ill."
    [text] = ENGINE.translate([sentence], "en", "nl")
    found = ENGINE.features(sentence, "en", text, "nl")
    assert doubt(found, "en") < doubt({**found, feature: found[feature] + 2}, "en")


def test_a_language_without_weights_is_never_doubted() -> None:
    assert doubt({"words": 100.0}, "fr") == doubt({"words": 100.0}, "nl") == 0.0
