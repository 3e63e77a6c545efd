"""What a language model writes is checked against the passages that it names; what fails is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.article import Article, Language, laid_out
from briefing.claims import claims_of
from briefing.language.sentences import sentences_of
from briefing.message import UnavailableError
from briefing.summary import summarise
from briefing.summary.summary import Summary
from briefing.translate.engine_settings import EngineSettings, TranslationSettings
from briefing.translate.faithful import CitedPassage, failures
from briefing.translate.written import sentences_in, written
from tests.briefing.translate.faithful import REPORTS, RIGHT, WRONG
from tests.briefing.translate.server import Answer, Asked, serving
from tests.tui.calls import Call


def article_of(report: str) -> Article:
    language, paragraphs = REPORTS[report]
    return Article("1", "", language, laid_out([(text, "body") for text in paragraphs]))


def evidence(report: str, numbers: list[int]) -> tuple[Language, list[CitedPassage]]:
    article = article_of(report)
    claims, sentences = claims_of(article), sentences_of(article)
    spans = [sentences[number - 1].span for number in numbers]
    return article.language, [
        CitedPassage(
            one.of(article.text),
            article,
            tuple(claim for claim in claims if claim.start < one.end and one.start < claim.end),
        )
        for one in spans
    ]


@pytest.mark.parametrize(("report", "text", "numbers"), RIGHT)
def test_a_sentence_that_the_passages_bear_out_is_kept(report: str, text: str, numbers: list[int]) -> None:
    language, cited = evidence(report, numbers)
    assert failures(text, cited, language) == ()


@pytest.mark.parametrize(("report", "fault", "text", "numbers"), WRONG)
def test_a_sentence_that_they_do_not_bear_out_is_refused(
    report: str, fault: str, text: str, numbers: list[int]
) -> None:
    language, cited = evidence(report, numbers)
    assert failures(text, cited, language) != (), fault


def says(*sentences: tuple[str, list[int]]) -> Callable[[Asked], Answer]:
    rows = [{"text": text, "passages": numbers} for text, numbers in sentences]
    content = json.dumps({"sentences": rows})
    return lambda _: Answer({"choices": [{"message": {"content": content}}]})


def by_model(report: str, answer: Callable[[Asked], Answer]) -> tuple[Summary, Summary, list[Asked]]:
    """The extract of a report, what a model made of it, and what it was asked."""
    article = article_of(report)
    claims = {article.id: claims_of(article)}
    extract = summarise([article], claims)
    with serving(answer) as server:
        settings = TranslationSettings(engines={"llm": EngineSettings(url=server.url, model="small", seconds=5.0)})
        return extract, written(extract, claims, settings), server.asked


def number_of(extract: Summary, words: str) -> int:
    return next(number for number, one in enumerate(extract.sentences, start=1) if words in one.original)


def test_a_sentence_that_holds_is_the_model_s_and_names_its_passages() -> None:
    extract = by_model("pool", says(("x", [])))[0]
    place = number_of(extract, "zwembad in september")
    _extract, made, asked = by_model("pool", says(("In september sluit de gemeente het zwembad.", [place])))
    (own,) = (one for one in made.sentences if one.made_by == "model")
    assert own.text == own.original == "In september sluit de gemeente het zwembad."
    assert own.passages == extract.sentences[place - 1].passages
    assert made.writer is not None
    assert made.writer.name == "llm"
    given = json.loads(asked[0].body["messages"][-1]["content"])
    assert list(given.values()) == [one.original for one in extract.sentences]


def test_what_fails_is_refused_and_the_reports_own_words_stand_in_its_place() -> None:
    extract, made, _asked = by_model(
        "pool", says(("De gemeente sluit het zwembad in november.", [1]), ("Alles is goed.", [99]))
    )
    assert [one.text for one in made.sentences] == [one.text for one in extract.sentences]
    assert {one.made_by for one in made.sentences} == {"extract"}
    assert [one.text for one in made.refused] == ["De gemeente sluit het zwembad in november.", "Alles is goed."]
    assert [check.kind for check in made.refused[1].checks] == ["passage"]


@pytest.mark.parametrize("content", ["", "no", "[]", "{}", '{"sentences": 3}', '{"sentences": [3]}', "{" * 5000])
def test_an_answer_that_is_no_summary_is_told(content: str) -> None:
    with pytest.raises(UnavailableError) as raised:
        by_model("pool", lambda _: Answer({"choices": [{"message": {"content": content}}]}))
    assert raised.value.message.code == "translate.garbage"


def test_numbers_of_passages_that_are_no_numbers_are_passed_over() -> None:
    found = sentences_in('{"sentences": [{"text": "A\\u001b[2J b.", "passages": [1, true, "2", 1, 3]}]}')
    assert found is not None
    assert (found[0].text, found[0].passages) == ("A b.", (1, 3))


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_command_shows_what_the_model_wrote_and_what_was_refused(form: str, briefing: Call, tmp_path: Path) -> None:
    report = tmp_path / "zwembad.txt"
    report.write_text("\n\n".join(REPORTS["pool"][1]), encoding="utf-8")
    path = tmp_path / "home" / ".config" / "briefing" / "settings.toml"
    path.parent.mkdir(parents=True)
    good = "In september sluit de gemeente Oosterwold het zwembad."
    with serving(says((good, [1]), ("Het zwembad blijft open.", [1]))) as server:
        path.write_text(f"[engine.llm]\nurl = '{server.url}'\nmodel = 'small'\n", encoding="utf-8")
        called = briefing("summary", report, "--written", "--to", "nl", "--format", form)
    assert called.code == 0
    if form == "json":
        assert {one["made_by"] for one in called.json["sentences"]} == {"extract", "model"}
        assert [one["text"] for one in called.json["refused"]] == ["Het zwembad blijft open."]
        assert called.json["writer"]["name"] == "llm"
    else:
        assert good in " ".join(called.out.split())
        assert "Het zwembad blijft open." in called.out.partition("did not hold")[2]


def test_without_a_model_the_summary_stands_in_the_reports_words(briefing: Call, report: Path) -> None:
    called = briefing("summary", report, "--written", "--to", "nl")
    assert called.code == 4
    assert "engine.llm" in called.err
    assert "De brug" in called.out
