"""The headline stands in front of a summary whose report does not open with the news."""

import pytest

from briefing.ingest.text import article_of
from briefing.summary import summarise

QUESTION = (
    "Wie wil er nog zwemmen in een bad zonder dak, met de kou van de zee en de regen van april? "
    "En wie wil er dan nog duiken van de hoge plank aan de kant van de dijk?"
)
HEADLINE = "Zwembad van Oosterend gaat acht maanden dicht"
BODY = """De verbouwing kost drie miljoen euro en de provincie betaalt de helft daarvan.

Het zwembad krijgt nieuwe kleedkamers en een dak van hout en glas.

Verenigingen mogen zo lang zwemmen in het bad van Dorum."""


def texts(headline: str, opening: str, count: int | None = None) -> list[str]:
    article = article_of(f"{headline}\n\n{opening}\n\n{BODY}", name="x", language="nl")
    return [one.text for one in summarise([article], sentences=count).sentences]


@pytest.mark.parametrize(
    "opening",
    [
        QUESTION,
        "„Ik kom hier al veertig jaar”, „elke ochtend weer.”",
        "Normaal gesproken is het zwembad op dinsdag vol met kinderen. Maar vandaag staat er een hek om het bad.",
        "Dat besluit komt hard aan bij de zwemmers van het dorp.",
    ],
)
def test_it_stands_in_front_where_the_report_opens_with_something_else(opening: str) -> None:
    assert texts(HEADLINE, opening)[0].startswith(f"{HEADLINE}.")


def test_it_is_left_out_where_the_report_opens_with_the_news() -> None:
    found = texts(HEADLINE, "Het zwembad van Oosterend sluit in september voor een verbouwing van acht maanden.")
    assert HEADLINE not in found[0]


def test_a_question_is_not_put_in_front() -> None:
    assert not any("?" in text for text in texts("Gaat het zwembad dicht?", QUESTION))


def test_a_headline_that_promises_to_tell_is_not_put_in_front() -> None:
    headline = "Waarom het zwembad van Oosterend zo lang dichtgaat"
    assert not any(headline in text for text in texts(headline, QUESTION))


def test_it_takes_the_place_of_a_sentence() -> None:
    found = texts(HEADLINE, QUESTION, 3)
    assert len(found) == 3
    assert found[0] == f"{HEADLINE}."


def test_a_summary_of_two_sentences_has_no_room_for_it() -> None:
    assert not any(text.startswith(HEADLINE) for text in texts(HEADLINE, QUESTION, 2))


def test_several_reports_have_headings_of_their_own() -> None:
    articles = [
        article_of(f"{HEADLINE} {name}\n\nWie wil er nog zwemmen?\n\n{BODY}", name=name, language="nl") for name in "ab"
    ]
    assert not any(one.text.startswith(HEADLINE) for one in summarise(articles).sentences)
