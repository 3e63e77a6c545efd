from decimal import Decimal

import pytest

from briefing.article import Language, PublicationDate
from briefing.language.figures import Figure, figures_in

PUBLISHED = PublicationDate(2019, 1, 4)  # a Friday


def only(text: str, language: Language) -> Figure:
    found = figures_in(text, language, PUBLISHED)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "kind", "value", "unit", "quoted"),
    [
        ("zij wil 2 miljard dollar", "nl", "amount", "2000000000", "USD", "2 miljard dollar"),
        ("dat kost 1,75 miljard euro", "nl", "amount", "1750000000", "EUR", "1,75 miljard euro"),
        ("dat kost € 3,5 mln.", "nl", "amount", "3500000", "EUR", "€ 3,5 mln."),
        (
            "een boete van 3 miljoen Amerikaanse dollar",
            "nl",
            "amount",
            "3000000",
            "USD",
            "3 miljoen Amerikaanse dollar",
        ),
        ("er kwamen 18.000 mensen", "nl", "count", "18000", "mensen", "18.000"),
        ("anderhalf miljoen kiezers", "nl", "count", "1500000", "kiezers", "anderhalf miljoen"),
        ("een stijging van 3,2 procent", "nl", "percentage", "3.2", "%", "3,2 procent"),
        ("twaalf grote bedrijven", "nl", "count", "12", "bedrijven", "twaalf"),
        ("it paid $1.5m", "en", "amount", "1500000", "USD", "$1.5m"),
        ("it paid US$2 billion", "en", "amount", "2000000000", "USD", "US$2 billion"),
        ("up 20 percent", "en", "percentage", "20", "%", "20 percent"),
        ("for 1,200 workers", "en", "count", "1200", "workers", "1,200"),
        ("twenty-five people", "en", "count", "25", "people", "twenty-five"),
    ],
)
def test_a_number_is_read_with_what_it_measures(
    *, text: str, language: Language, kind: str, value: str, unit: str, quoted: str
) -> None:
    figure = only(text, language)
    assert (figure.kind, figure.value, figure.unit) == (kind, Decimal(value), unit)
    assert figure.span.of(text) == quoted


@pytest.mark.parametrize(
    ("text", "language", "earliest", "latest"),
    [
        ("op 7 december 2018", "nl", "2018-12-07", "2018-12-07"),
        ("in juli", "nl", "2018-07", "2018-07"),
        ("in januari", "nl", "2019-01", "2019-01"),
        ("vorige maand", "nl", "2018-12", "2018-12"),
        ("het eerste kwartaal van dit jaar", "nl", "2019-01", "2019-03"),
        ("de tweede helft van 2017", "nl", "2017-07", "2017-12"),
        ("donderdag", "nl", "2019-01-03", "2019-01-03"),
        ("vrijdag", "nl", "2019-01-04", "2019-01-04"),
        ("gisteren", "nl", "2019-01-03", "2019-01-03"),
        ("sinds 2015", "nl", "2015", "2015"),
        ("on March 5, 2016", "en", "2016-03-05", "2016-03-05"),
        ("in May", "en", "2018-05", "2018-05"),
        ("the third quarter of last year", "en", "2018-07", "2018-09"),
        ("last week", "en", "2018-12-24", "2018-12-30"),
        ("on 2018-12-07", "en", "2018-12-07", "2018-12-07"),
    ],
)
def test_a_date_is_read_against_the_day_of_publication(
    text: str, language: Language, earliest: str, latest: str
) -> None:
    figure = only(text, language)
    assert figure.kind == "date"
    assert (str(figure.earliest), str(figure.latest)) == (earliest, latest)


def test_a_date_without_a_day_to_count_from_stays_open() -> None:
    (figure,) = figures_in("donderdag", "nl", PublicationDate(2019, 1))
    assert (figure.earliest, figure.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [("ruim 300 mensen", True), ("minstens 300 mensen", True), ("300 mensen", False), ("tientallen mensen", True)],
)
def test_an_approximate_number_says_so(text: str, approximate: bool) -> None:
    assert only(text, "nl").approximate is approximate


@pytest.mark.parametrize("text", ["5G-netwerken", "T-Mobile", "een bedrijf", "goede morgen", "She may go", "9.9.9.9"])
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert figures_in(text, "en" if "She" in text else "nl", PUBLISHED) == ()
