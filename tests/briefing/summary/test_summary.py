"""What a summary chooses, from what, and in which order."""

import random
from dataclasses import replace

import pytest

from briefing.article import Article, Language, PublicationDate, laid_out
from briefing.ingest.text import article_of
from briefing.language.sentences import split
from briefing.summary import summarise
from briefing.summary.salience import recency
from briefing.summary.standing import standing
from briefing.summary.summary import SummarySentence

OLDER = """The Elm Bridge has been closed after inspectors found cracks in two cables.
The council said on Tuesday that it would stay shut for six weeks.

Some 18,000 vehicles use the bridge every day. They are sent around by way of the toll road. Traders fear that they will lose customers.

A former engineer told the Post that the council was warned of corrosion in 2019. The council denies that it ignored his report."""
NEWER = """The Elm Bridge will stay closed until the autumn, the council said on Friday. Repairs may cost 9 million pounds.

The cracks in its cables were found in May. A third cable turned out to be damaged as well.

The council denies that it ignored a report of corrosion from 2019.
An inquiry will begin next week. Mayor Dana Cole said that she wanted answers."""


def article(text: str, name: str, published: str = "", language: Language | None = None) -> Article:
    dated = PublicationDate.parse(published) if published else None
    return replace(article_of(text, name=name, language=language), id=name, published=dated)


@pytest.fixture
def bridge() -> list[Article]:
    return [article(OLDER, "1", "2022-05-03"), article(NEWER, "2", "2022-05-20")]


def test_it_has_three_to_eight_sentences_and_uses_every_report(bridge: list[Article]) -> None:
    summary = summarise(bridge)
    assert 3 <= len(summary.sentences) <= 8
    assert {passage.article for sentence in summary.sentences for passage in sentence.passages} == {"1", "2"}


def test_the_news_of_the_newest_report_is_in_it(bridge: list[Article]) -> None:
    assert any("until the autumn" in sentence.text for sentence in summarise(bridge).sentences)


def test_the_denial_is_in_it_once_with_the_passages_of_both_reports(bridge: list[Article]) -> None:
    denials = [sentence for sentence in summarise(bridge).sentences if "denies" in sentence.text]
    assert len(denials) == 1
    assert {passage.article for passage in denials[0].passages} == {"1", "2"}


def test_the_order_in_which_the_reports_are_given_does_not_change_what_is_chosen(bridge: list[Article]) -> None:
    there, back = summarise(bridge), summarise(bridge[::-1])
    assert {sentence.text for sentence in there.sentences} == {sentence.text for sentence in back.sentences}


def test_the_same_articles_give_the_same_summary(bridge: list[Article]) -> None:
    assert summarise(bridge) == summarise(bridge)


def test_no_sentence_is_said_twice(bridge: list[Article]) -> None:
    texts = [sentence.text for sentence in summarise([*bridge, replace(bridge[1], id="3")]).sentences]
    assert len(set(texts)) == len(texts)


def test_a_sentence_that_leans_comes_with_what_it_leans_on(bridge: list[Article]) -> None:
    text = "Officials in Leeds are weighing three plans for the old mill. They would sell the mill to a museum of textiles in Leeds."
    (sentence, *_) = summarise([article(text, "1")]).sentences
    assert not sentence.text.startswith("They")
    for one in summarise(bridge).sentences:
        assert standing(one.text.split(". ")[0] + ".", "en") != "leaning"


def test_headings_questions_and_loose_quotations_are_not_chosen() -> None:
    opening = "The museum of Leeds wants to buy the old mill."
    text = f"{opening}\n\nFear of losing the mill\n\nWho will buy the mill in Leeds? “It is ours.”"
    assert [sentence.text for sentence in summarise([article(text, "1")]).sentences] == [opening]


def test_it_has_as_many_sentences_as_were_asked_for(bridge: list[Article]) -> None:
    for count in (1, 5, 8):
        texts = [sentence.text for sentence in summarise(bridge, sentences=count).sentences]
        assert sum(len(split(text, "en")) for text in texts) == count


def test_the_language_is_that_of_most_reports(bridge: list[Article]) -> None:
    dutch = article(
        "De brug over de Elm blijft dicht tot de herfst, zegt de gemeente. De reparatie kost 9 miljoen pond.", "3"
    )
    assert summarise([*bridge, dutch]).to == "en"
    assert summarise([dutch]).to == "nl"


def test_a_newer_report_weighs_more_and_unknown_dates_weigh_the_same(bridge: list[Article]) -> None:
    assert recency(bridge)[0] < recency(bridge)[1]
    assert recency([bridge[0], replace(bridge[1], published=None)]) == [1.0, 1.0]


def test_undated_reports_are_taken_in_the_order_given_from_three_on(bridge: list[Article]) -> None:
    undated = [replace(bridge[0], id=str(place), published=None) for place in range(3)]
    assert recency(undated) == sorted(recency(undated))
    assert recency(undated)[0] < 1.0
    assert recency(undated[:2]) == [1.0, 1.0]


def test_a_report_in_which_every_sentence_leans_is_still_summed_up() -> None:
    text = "They closed the old bridge in Leeds in May. He said that it would open again in June."
    assert summarise([article(text, "1")]).sentences


def test_a_text_without_capitals_is_summed_up_like_any_other(bridge: list[Article]) -> None:
    assert summarise([article(OLDER.lower(), "1", language="en")]).sentences


def test_a_text_without_a_statement_gives_an_empty_summary() -> None:
    assert summarise([article("Really? What now?", "1", language="en")]).sentences == ()


def test_what_no_other_report_has_is_known_to_stand_alone(bridge: list[Article]) -> None:
    alone = {sentence.text: sentence.alone for sentence in summarise(bridge, sentences=8).sentences}
    assert alone["A third cable turned out to be damaged as well."]
    assert not summarise(bridge[:1]).sentences[0].alone


PARTS: dict[Language, tuple[str, ...]] = {
    "nl": (
        "De gemeente Zwolle sluit de brug vanaf maandag.",
        "Ze zouden daarover niet zijn ingelicht.",
        "\u201eDit kan echt niet\u201d, zegt Bos.",
        "Volgens het A.N.P. kost het 1,75 miljard euro (omgerekend $2 mrd).",
        "Dat staat in een brief.",
        "De minister ontkent dat hij de Kamer verkeerd heeft ingelicht!",
        "Naar verluidt gaat ’s avonds de stroom eraf …",
        "Angst voor sluiting",
        "Hoe nu verder?",
        "“Wij gaan door. Wij stoppen niet.”",
        "Het rapport-Jansen (2019) noemt é, ß en 𝔘𝔫𝔦𝔠𝔬𝔡𝔢.",
        "\tInspringen\u00a0met  dubbele   spaties is raar, meldt Reuters.",
    ),
    "en": (
        "The council of Leeds will close the bridge from Monday.",
        "They were reportedly not told about it.",
        "'This cannot go on,' Mr. Hart said.",
        "It would cost €1.75bn, according to the U.S. embassy.",
        "That is in a letter.",
        "The minister denies that he misled parliament!",
        "Traders may lose customers…",
        "Fear of closure",
        "What now?",
        "“We go on. We do not stop.”",
        "The Hart report (2019) mentions é, ß and 👩‍🚒 crews.",
        "Odd\u2003spaces and [brackets] stay, AFP reports.",
    ),
}


def varied(seed: int) -> list[Article]:
    chance = random.Random(seed)
    language: Language = chance.choice(("nl", "en"))
    articles = []
    for place in range(chance.choice((1, 1, 1, 2, 3))):
        blocks = [
            " ".join(chance.choices(PARTS[language], k=chance.randint(1, 6))) for _ in range(chance.randint(1, 8))
        ]
        articles.append(Article(str(place), "", language, laid_out((block, "body") for block in blocks)))
    return articles


def own_words(sentence: SummarySentence) -> str:
    """The sentence with the article's words back in the place of those that were put in."""
    text = sentence.original
    for added in reversed(sentence.added):
        text = text[: added.start] + added.instead_of + text[added.end :]
    return text


def test_every_sentence_has_passages_whose_text_is_in_the_article() -> None:
    chosen = 0
    for seed in range(500):
        articles = {one.id: one for one in varied(seed)}
        for sentence in summarise(tuple(articles.values())).sentences:
            assert sentence.passages
            own = [passage for passage in sentence.passages if passage.article == sentence.passages[0].article]
            assert own_words(sentence).split() == " ".join(passage.text for passage in own).split()
            for passage in sentence.passages:
                assert articles[passage.article].text[passage.start : passage.end] == passage.text
            chosen += 1
    assert chosen > 500
