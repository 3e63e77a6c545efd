"""Sentences that a summary only takes together: an accusation and its denial, a contrast and what it is with."""

import pytest

from briefing.ingest.text import article_of
from briefing.summary import summarise

NL = """Het bestuur van Oosterend sluit het zwembad in september voor een verbouwing van acht maanden.

De verbouwing kost drie miljoen euro en de provincie betaalt de helft daarvan.

{}

Het zwembad krijgt nieuwe kleedkamers en een dak van hout en glas.

Verenigingen mogen in die maanden zwemmen in het bad van Dorum."""
EN = """The board of Easton will close the swimming pool in September for a refit of eight months.

The refit costs three million euros and the province pays half of that.

{}

The pool gets new changing rooms and a roof of wood and glass.

Clubs may swim in the pool of Dorum in those months."""


def chosen(text: str, sentences: str, count: int) -> str:
    article = article_of(text.format(sentences), name="x")
    return " ".join(one.text for one in summarise([article], sentences=count).sentences)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            NL,
            "Aannemer Rinkel heeft de gemeente te veel laten betalen, schrijft dagblad De Kust.",
            "Rinkel ontkent dat de rekening te hoog was.",
        ),
        (
            NL,
            "Eigenlijk zou het zwembad in mei al opengaan.",
            "Wethouder Bos verwacht dat de verbouwing pas in juni klaar is.",
        ),
        (NL, "De zwemclub wilde een bad van vijftig meter.", "Maar voor een groot bad is bij de gemeente geen geld."),
        (
            NL,
            "De zwemclub wilde een bad van vijftig meter.",
            "Voor een groot bad is bij de gemeente echter geen geld.",
        ),
        (
            EN,
            "Contractor Rinkel made the town pay too much, the Coast Daily writes.",
            "Rinkel denies that the bill was too high.",
        ),
        (
            EN,
            "Originally the pool was to open again in May.",
            "Councillor Bose expects that the refit will be finished in June.",
        ),
        (
            EN,
            "The swimming club wanted a pool of fifty metres.",
            "But the town has no money for a pool of that size.",
        ),
    ],
)
def test_both_halves_are_told_or_neither(text: str, first: str, second: str) -> None:
    for count in range(1, 8):
        summary = chosen(text, f"{first} {second}", count)
        assert (first in summary) == (second in summary)
    assert first in summary


def test_a_sentence_that_only_happens_to_come_before_a_denial_is_not_bound_to_it_across_a_heading() -> None:
    text = NL.format(
        "Bij de ingang komt een café.\n\nDe rekening\n\nAannemer Rinkel ontkent dat de rekening te hoog was."
    )
    summaries = [
        " ".join(one.text for one in summarise([article_of(text, name="x")], sentences=count).sentences)
        for count in range(1, 8)
    ]
    assert any(("café" in summary) != ("ontkent" in summary) for summary in summaries)


def test_what_the_accuser_denies_is_no_answer_to_it() -> None:
    accusation = "Zwemclub De Golf zegt dat Rinkel te veel geld vroeg."
    denial = "Zwemclub De Golf ontkent dat er ruzie is met de gemeente."
    summaries = [chosen(NL, f"{accusation} {denial}", count) for count in range(1, 8)]
    assert any((accusation in summary) != (denial in summary) for summary in summaries)
