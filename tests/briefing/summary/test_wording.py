"""What a summary puts into the sentences it takes, and what it leaves off."""

from dataclasses import replace

import pytest

from briefing.article import Article, PublicationDate
from briefing.ingest.text import article_of
from briefing.summary import summarise
from briefing.summary.summary import SummarySentence


def report(body: str, *, title: str = "", published: str = "") -> Article:
    """A report with a body of paragraphs under a heading."""
    article = article_of(f"{title}\n\n{body}" if title else body, name="x")
    return replace(article, published=PublicationDate.parse(published) if published else None)


def sentences(body: str, *, title: str = "", published: str = "", count: int = 8) -> list[SummarySentence]:
    return list(summarise([report(body, title=title, published=published)], sentences=count).sentences)


def texts(body: str, *, title: str = "", published: str = "") -> list[str]:
    return [one.text for one in sentences(body, title=title, published=published)]


NL = "De haven van Veldam gaat in mei dicht voor een grote verbouwing. De kade krijgt nieuwe palen van staal."
QUESTION = "Hoe denkt wethouder Sanne Bol over de plannen?"
EN = "The harbour of Veldam will close in May for a large refit. The quay gets new piles of steel."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{NL}\n\nWethouder Sanne Bol hoopt op subsidie.\n\nZij wil in maart beginnen met het storten van beton.",
            "[Sanne Bol] wil in maart beginnen met het storten van beton.",
        ),
        (
            f"{NL}\n\nVolgens wethouder Sanne Bol is er geld.\n\nBol wil in maart beginnen met het storten van beton.",
            "Bol wil in maart beginnen met het storten van beton.",
        ),
        (
            f"{EN}\n\nMayor Ivo Lane hopes for a grant.\n\nHe wants to begin in March by pouring concrete.",
            "[Ivo Lane] wants to begin in March by pouring concrete.",
        ),
        (
            f"{EN}\n\nMayor Ivo Lane hopes for a grant.\n\nHis plan needs ten million euros.",
            "[Ivo Lane's] plan needs ten million euros.",
        ),
    ],
)
def test_a_pronoun_gives_way_to_the_name_it_stands_for(body: str, expected: str) -> None:
    assert expected in texts(body)


def test_a_name_is_given_in_full_with_the_office_where_the_summary_has_not_named_it() -> None:
    body = f"{NL} {QUESTION} Volgens Bol kost het project tien miljoen euro."
    assert "Volgens [wethouder Sanne Bol] kost het project tien miljoen euro." in texts(body)


def test_a_role_keeps_its_words_and_gets_the_name() -> None:
    body = f"{NL} {QUESTION} De wethouder wil in maart geld vragen aan de provincie."
    assert "De wethouder [Sanne Bol] wil in maart geld vragen aan de provincie." in texts(body)


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (
            f"{NL}\n\nHet concern Rinkel Staal levert de palen. Het bedrijf wil in maart beginnen met heien.",
            "Het bedrijf wil in maart",
        ),
        (
            f"{NL}\n\nSanne Bol hoopt op subsidie. De ontwerper zegt dat de kade hoger wordt. "
            "Volgens hem past er een kraan van veertig meter op.",
            "Volgens hem past",
        ),
        (
            f"{NL}\n\nHenk van der Meer bouwt de kade. Van der Meer wil in maart beginnen met het storten van beton.",
            "Van der Meer wil in maart",
        ),
    ],
)
def test_no_name_is_put_in_where_the_words_do_not_tell_whose_it_is(body: str, kept: str) -> None:
    text = " ".join(texts(body))
    assert kept in text


def test_a_name_in_the_same_sentence_needs_nothing() -> None:
    body = "Mayor Ivo Lane said that he would close the harbour in May."
    assert texts(body) == [body]


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        (
            f"{NL}\n\nSanne Bol en Mia Smit spraken elkaar.\n\nWat nu?\n\nZij eist een hoger bod van de bouwers.",
            "Zij eist",
        ),
        (
            f"{EN}\n\nAnn Reed and Mia Lane met in May.\n\nWhat now?\n\nShe asks for a higher bid of the builders.",
            "She asks",
        ),
        (f"{NL}\n\nWat nu?\n\nDat besluit kost de stad tien miljoen euro.", "Dat besluit"),
        (f"{NL}\n\nWat nu?\n\nHet kabinet wil dat met tien miljoen compenseren.", "wil dat met"),
        (f"{NL}\n\nWat nu?\n\n“Een storm kan alle schepen losslaan van hun trossen.”", "trossen"),
        (f"{EN}\n\nWhat now?\n\n“The piles of the quay are rotten and dangerous.”", "rotten"),
        (f"{NL}\n\nWat nu?\n\nIn het verleden werkte hij bij de sluizen van Dorum en Veldam.", "werkte hij"),
        (f"{NL}\n\nEen kade van staal, een kraan en een loods voor de vissers van Veldam.", "Een kade van staal"),
        (f"{NL}\n\nLees ook het verhaal van de vissers die in mei uit de haven moeten.", "Lees ook"),
        (f"{NL}\n\nDe kosten voor de stad en de provincie staan in onderstaande tabel.", "onderstaande"),
        (f"{EN}\n\nRead the story of the fishermen who must leave the harbour in May.", "Read the story"),
    ],
)
def test_a_sentence_whose_reference_is_open_is_left_out(body: str, left_out: str) -> None:
    assert not any(left_out in text for text in texts(body))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{NL}\n\n“We moeten snel zijn”, zegt wethouder Sanne Bol. “Een storm kan alle schepen losslaan van hun trossen.”",
            "[Sanne Bol:] “Een storm kan alle schepen losslaan van hun trossen.”",
        ),
        (
            f"{EN}\n\n“We must be quick,” mayor Ivo Lane says. “The piles are rotten. A storm may tear all ships from their ropes.”",
            "[Ivo Lane:] “A storm may tear all ships from their ropes.”",
        ),
    ],
)
def test_a_loose_quotation_comes_with_its_speaker_and_its_marks(body: str, expected: str) -> None:
    assert expected in texts(body)


@pytest.mark.parametrize("dateline", ["VELDAM (ANP) - ", "(CNN) -- ", "(CNN)", "VELDAM - "])
def test_a_dateline_is_left_off(dateline: str) -> None:
    body = dateline + EN
    (first, *_) = sentences(body)
    assert first.text.startswith("The harbour")
    assert first.passages[0].text.startswith("The harbour")


def test_the_headline_stands_before_an_opening_that_takes_it_up() -> None:
    body = "Dat meldt het havenbedrijf aan de gemeente. De kade krijgt nieuwe palen van staal."
    found = texts(body, title="Haven van Veldam dicht")
    assert found[0].startswith("Haven van Veldam dicht. Dat meldt het havenbedrijf")


def test_who_says_a_sentence_comes_with_it_where_the_next_one_tells() -> None:
    body = f"{NL}\n\nDe bouwers hebben samen prijzen afgesproken. Dat schrijft de Stem op gezag van getuigen."
    for text in texts(body):
        assert ("prijzen afgesproken" in text) == ("schrijft de Stem" in text)


def test_the_company_comes_with_the_sentence_before_it_in_its_paragraph() -> None:
    first, second = "De koers van Rinkel steeg met tien procent.", "Het staalbedrijf verwacht tien miljoen euro winst."
    for count in range(1, 6):
        text = " ".join(one.text for one in sentences(f"{NL}\n\n{first} {second}", count=count))
        assert second not in text or f"{first} {second}" in text


def test_hearsay_comes_with_the_source_that_the_sentence_before_names() -> None:
    body = f"{NL}\n\nDe bouwers kregen een boete, schrijft de Stem. Ze zouden prijzen hebben afgesproken met elkaar."
    for text in texts(body):
        assert "zouden prijzen" not in text or "schrijft de Stem" in text


@pytest.mark.parametrize(
    ("language", "day", "expected"),
    [("nl", "gisteren", "gisteren [3 mei 2022]"), ("en", "yesterday", "yesterday [3 May 2022]")],
)
def test_a_day_that_is_counted_from_publication_gets_its_date(language: str, day: str, expected: str) -> None:
    body = (
        f"De haven van Veldam ging {day} dicht." if language == "nl" else f"The harbour of Veldam closed {day} for all."
    )
    assert expected in sentences(body, published="2022-05-04")[0].text
    assert "[" not in sentences(body)[0].text


def test_what_is_put_in_is_marked_with_what_stood_there() -> None:
    body = f"{EN}\n\nMayor Ivo Lane hopes for a grant.\n\nHe wants to begin in March by pouring concrete."
    sentence = next(one for one in sentences(body) if "begin in March" in one.text)
    (added,) = sentence.added
    assert (sentence.original[added.start : added.end], added.instead_of) == ("[Ivo Lane]", "He")
