"""Which articles are versions of one report, and in which order."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.article import Article
from briefing.coverage.versions import Version, address_of, are_versions, history_of
from tests.briefing.coverage.reports import report

STORY = (
    "In de polder bij Zwartsluis is een dijk verzakt. De dijkgraaf spreekt van een ernstige zaak en laat het gebied afzetten.",
    "De boeren in de omgeving moeten hun vee uit de weiden halen. Hoe lang dat gaat duren is nog niet duidelijk.",
)
EDITED = (*STORY[:1], f"{STORY[1]} Er staan pompen klaar.")


def at(url: str | None, *paragraphs: str, outlet: str | None = "Courant") -> Article:
    return replace(report("1", None, *paragraphs, outlet=outlet), url=url)


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.courant.example/a/1?utm_source=mail&id=4#top", "courant.example/a/1?id=4"),
        ("http://courant.example/a/1/", "courant.example/a/1"),
        ("https://courant.example/", ""),
        ("https://courant.example/?utm_medium=x", ""),
        ("http://[broken", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_address_has_no_tracking_and_a_front_page_is_none(url: str | None, address: str) -> None:
    assert address_of(url) == address


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (at("https://a.example/x", *STORY), at("http://www.a.example/x/", "Heel iets anders."), True),
        (at("https://a.example/", "De ene."), at("https://a.example/", "De andere."), False),
        (at(None, *STORY), at(None, *EDITED), True),
        (at(None, *STORY), at(None, *EDITED, outlet="Bode"), False),
        (at(None, *STORY), at(None, *EDITED, outlet=None), False),
        (at(None, *STORY, outlet=None), at(None, *EDITED, outlet=None), True),
        (at(None, *STORY), at(None, "Een ander verhaal van dezelfde krant."), False),
    ],
)
def test_versions_have_one_address_or_one_outlet_and_nearly_one_text(one: Article, other: Article, same: bool) -> None:
    assert are_versions(one, other) is same
    assert are_versions(other, one) is same


def ids(*dates: str | None) -> tuple[list[str], bool]:
    given = [
        Version(report(str(place), date, *STORY), datetime(2021, 1, place, tzinfo=UTC))
        for place, date in enumerate(dates, start=1)
    ]
    history = history_of(given)
    return [article.id for article in history.articles], history.is_by_publication


def test_versions_go_by_publication_where_every_date_tells_else_as_they_were_added() -> None:
    assert ids("2021-05-02", "2021-05-01") == (["2", "1"], True)
    assert ids("2021-05-02", None, "2021-05-01") == (["1", "2", "3"], False)
    assert ids("2021-05-02", "2021-05") == (["1", "2"], False)
    assert ids("2021-05-02", "2021-05-02") == (["1", "2"], False)
