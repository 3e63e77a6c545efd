"""When a gloss is shown as one that may be wrong."""

import pytest

from briefing.translate.literal import LiteralTranslator
from briefing.translate.literal.engine import DOUBT
from briefing.translate.translation import Forgetful, translations

ENGINE = LiteralTranslator()
TANGLED = "Gewoon doen waar zin in is, zegt, lachend en wel, dat het dan vanzelf en zonder dat gaat."


@pytest.mark.parametrize(
    ("sentence", "from_", "to"),
    [
        ("De bakker is ziek.", "nl", "en"),
        ("De burgemeester opende maandag de brug.", "nl", "en"),
        ("The mayor opened the bridge on Monday.", "en", "nl"),
    ],
)
def test_a_plain_sentence_is_not_doubted(sentence: str, from_: str, to: str) -> None:
    [text] = ENGINE.translate([sentence], from_, to)
    assert ENGINE.checks(sentence, from_, text, to) == ()


def test_a_sentence_with_clauses_that_lack_a_subject_is_doubted_and_the_check_quotes_it() -> None:
    [text] = ENGINE.translate([TANGLED], "nl", "en")
    [check] = ENGINE.checks(TANGLED, "nl", text, "en")
    assert (check.kind, check.ok, check.original) == (DOUBT, False, TANGLED)


def test_the_check_stands_with_those_of_the_translation() -> None:
    [found] = translations([TANGLED], "nl", "en", ENGINE, memory=Forgetful())
    assert DOUBT in {check.kind for check in found.checks if not check.ok}
