"""The whole path of an offline model, with a small one of the real formats: from a server to translated sentences."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.marian import TinyModel, tiny_model
from bench.offline import WORDS, mirror, records, sentences
from briefing.article import Article, laid_out
from briefing.message import UnavailableError
from briefing.translate.articles import paragraphs_in
from briefing.translate.engine_settings import EngineSettings, TranslationSettings
from briefing.translate.engines import ready
from briefing.translate.firefox import models
from briefing.translate.firefox.engine import Firefox
from briefing.translate.translator import DirectionError, StoppedError

pytest.importorskip("fxtranslate")


@pytest.fixture(scope="module")
def model() -> TinyModel:
    return tiny_model(WORDS)


@pytest.fixture(scope="module")
def folder(model: TinyModel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("models")
    with mirror(*records(model, "nl", "en")) as origin:
        models.install(models.offered(origin)["nl", "en"], place, origin)
    return place


@pytest.fixture
def engine(folder: Path) -> Iterator[Firefox]:
    running = Firefox(folder, 30.0)
    yield running
    running.close()


def test_words_are_translated_and_others_copied(engine: Firefox) -> None:
    texts = ["De minister zegt dat brug dicht blijft.", "Jan Peters (42) zegt: 1,75 miljoen euro!", ""]
    assert engine.translate(texts, "nl", "en") == [
        "De minister says that bridge closed remains.",
        "Jan Peters (42) says: 1,75 million euros!",
        "",
    ]


def test_a_thousand_sentences_come_back_in_their_order(engine: Firefox) -> None:
    texts = sentences(1000)
    done = engine.translate(texts, "nl", "en")
    assert [text.rsplit(" ", 1)[1] for text in done] == [text.rsplit(" ", 1)[1] for text in texts]
    assert not any("zegt" in text or "regering" in text for text in done)
    assert len(engine.processes()) == 1


def test_a_process_that_is_killed_is_told_and_begun_again(engine: Firefox) -> None:
    engine.translate(["zegt"], "nl", "en")
    os.kill(engine.processes()[0], signal.SIGKILL)
    with pytest.raises(UnavailableError) as raised:
        engine.translate(["zegt"], "nl", "en")
    assert raised.value.message.code == "firefox.died"
    assert engine.translate(["zegt"], "nl", "en") == ["says"]


def test_the_other_direction_has_no_model(engine: Firefox) -> None:
    with pytest.raises(UnavailableError) as raised:
        engine.translate(["says"], "en", "nl")
    assert raised.value.message.code == "models.none"
    with pytest.raises(DirectionError):
        engine.translate(["dit"], "nl", "nl")


def test_a_file_that_was_cut_short_is_found_before_it_is_loaded(model: TinyModel, tmp_path: Path) -> None:
    with mirror(*records(model, "nl", "en")) as origin:
        installed = models.install(models.offered(origin)["nl", "en"], tmp_path, origin)
    path = installed.path("model")
    assert path is not None
    path.write_bytes(path.read_bytes()[:-100_000])
    with pytest.raises(UnavailableError) as raised:
        Firefox(tmp_path).translate(["zegt"], "nl", "en")
    assert raised.value.message.code == "models.spoiled"


@pytest.mark.parametrize("kept", [0, 7, 100, 5_000, 400_000])
def test_a_model_that_was_published_cut_short_is_one_message(model: TinyModel, kept: int, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    for kind, content in (("model", model.model[:kept]), ("srcvocab", model.source), ("trgvocab", model.target)):
        (tmp_path / "own" / f"{kind}.nlen.bin").write_bytes(content)
    models.bring(tmp_path / "own", ("nl", "en"), tmp_path / "models")
    with pytest.raises(UnavailableError) as raised:
        Firefox(tmp_path / "models", 30.0).translate(["zegt"], "nl", "en")
    assert raised.value.message.code in {"firefox.failed", "firefox.died"}


def test_a_download_that_was_cancelled_goes_on_to_a_model_that_works(model: TinyModel, tmp_path: Path) -> None:
    looks = iter([False] * 5 + [True])
    steps: list[int] = []
    with mirror(*records(model, "nl", "en")) as origin:
        offer = models.offered(origin)["nl", "en"]
        with pytest.raises(StoppedError):
            models.install(offer, tmp_path, origin, cancelled=lambda: next(looks))
        models.install(offer, tmp_path, origin, progress=lambda done, _: steps.append(done))
    assert steps[0] > 65_536
    running = Firefox(tmp_path, 30.0)
    assert running.translate(["zegt dat"], "nl", "en") == ["says that"]
    running.close()


def test_an_article_is_translated_by_the_model_that_is_there(folder: Path) -> None:
    article = Article("1", "Brug", "nl", laid_out([("De minister zegt dat brug dicht blijft.", "body")]))
    settings = TranslationSettings(engines={"firefox": EngineSettings(folder=folder)})
    (found,) = paragraphs_in(article, "en", settings)
    assert (found.engine.name, found.text) == ("firefox", "De minister says that bridge closed remains.")
    assert ready("firefox", settings).version == "2.1"
