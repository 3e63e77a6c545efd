"""The engines against servers that are not ours; each fails where its address is not in the environment.

DEEPL_SERVER_URL: DeepL's published mock server (github.com/DeepLcom/deepl-mock). REAL_LLM_URL and REAL_LLM_MODEL: any
OpenAI-compatible server, such as llama.cpp's with a small model.
"""

import os

import pytest

from briefing.message import UnavailableError
from briefing.translate import deepl, llm
from briefing.translate.keys import Key
from briefing.translate.parity import parity
from briefing.translate.settings import EngineSettings

pytestmark = pytest.mark.full


def address(name: str) -> str:
    """The address in the environment; the test fails without one, since `make verify-full` skips nothing."""
    return os.environ.get(name) or pytest.fail(f"{name} is not set")


def test_deepl_s_mock_server_translates_and_refuses() -> None:
    settings = EngineSettings(url=address("DEEPL_SERVER_URL"), seconds=5.0)
    assert deepl.DeepL(settings, Key("mock")).translate(["proton beam"] * 2, "en", "nl") == ["protonenbundel"] * 2
    with pytest.raises(UnavailableError) as raised:
        deepl.DeepL(settings, Key("invalid")).translate(["proton beam"], "en", "nl")
    assert raised.value.message.code == "translate.key-refused"


def test_a_real_model_answers_in_form_and_what_it_loses_is_marked() -> None:
    settings = EngineSettings(
        url=address("REAL_LLM_URL"), model=os.environ.get("REAL_LLM_MODEL", "small"), seconds=120.0
    )
    text = "De directeur zou volgens het dagblad 2 miljoen euro hebben ontvangen."
    (given,) = llm.LanguageModel(settings).translate([text], "nl", "en")
    assert given
    assert parity(text, "nl", given, "en")
