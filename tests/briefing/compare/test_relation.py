"""How two aligned passages relate: what is named as a difference, what is not, and whose word it is."""

import pytest

from briefing.article import Article, Language, laid_out
from briefing.claims import claims_of
from briefing.compare.link import Difference
from briefing.compare.relation import Link, link
from briefing.compare.statement import Statement, statements_of
from briefing.language.sentences import sentences_of


def statement(text: str, language: Language = "nl") -> Statement:
    article = Article("1", "Titel", language, laid_out([(text, "body")]))
    return statements_of(article, sentences_of(article), claims_of(article))[0]


def linked(left: str, right: str, languages: str = "nl nl") -> Link:
    one, other = languages.split()
    return link(statement(left, one), statement(right, other))


CONFLICTS = [
    (
        "De brug kost 48 miljoen euro.",
        "De brug kost ruim 52 miljoen euro.",
        "amount",
        "48 miljoen euro",
        "ruim 52 miljoen euro",
    ),
    ("De winst steeg met 4 procent.", "De winst steeg met 7 procent.", "amount", "4 procent", "7 procent"),
    ("Aan boord waren 63 reizigers.", "Er waren 71 reizigers aan boord.", "count", "63", "71"),
    (
        "De minister heeft de brief gelezen.",
        "De minister heeft de brief niet gelezen.",
        "polarity",
        "brief gelezen",
        "brief niet gelezen",
    ),
    ("Het museum is zondag open.", "Zondag is het museum dicht.", "polarity", "open", "dicht"),
]


@pytest.mark.parametrize(("left", "right", "kind", "ours", "theirs"), CONFLICTS)
def test_what_cannot_both_be_so_is_a_conflict_that_is_quoted(
    left: str, right: str, kind: str, ours: str, theirs: str
) -> None:
    found = linked(left, right)
    assert found.relation == "conflicts"
    assert [(one.kind, one.left, one.right) for one in found.differences] == [(kind, ours, theirs)]
    assert found.why
    assert found.why.code == f"compare.why.{kind}"


AGREE = [
    ("In de trein zaten 130 reizigers.", "Er zaten zo'n 130 reizigers in de trein."),
    ("Het bedrijf investeert 1,75 miljard euro.", "Het bedrijf investeert 1,8 miljard euro."),
    ("De winst is bijna 200 miljoen euro.", "De winst is 196 miljoen euro."),
    ("In de zaal waren 4.200 mensen.", "In de zaal waren 4.200 bezoekers."),
    ("De partij ontkent dat zij geld kreeg.", "De partij ontkent dat er geld is ontvangen."),
    ("De gemeente heeft geen geld voor een zwembad.", "Voor een zwembad heeft de gemeente geen geld."),
]


@pytest.mark.parametrize(("left", "right"), AGREE)
def test_what_comes_to_the_same_is_the_same(left: str, right: str) -> None:
    found = linked(left, right)
    assert (found.relation, found.differences) == ("same", ())


OPPOSED = [
    ("Het is de derde keer dat de sluis hapert.", "De sluis hapert voor de vijfde keer.", "nl nl", "derde", "vijfde"),
    ("Zes keer haperde de sluis.", "Het is de vierde keer dat de sluis hapert.", "nl nl", "Zes", "vierde"),
    (
        "De sluis hapert voor het eerst.",
        "For the second time the lock is faltering.",
        "nl en",
        "voor het eerst",
        "second",
    ),
    ("The lock was repaired twice.", "The lock was repaired three times last year.", "en en", "twice", "three"),
    ("De raad wees het voorstel af.", "De raad stemde met het voorstel in.", "nl nl", "wees", "stemde"),
    ("De club nam het bod van de bank aan.", "De club sloeg het bod van de bank af.", "nl nl", "nam", "sloeg"),
    ("De raad trok de vergunning in.", "The council maintained the permit.", "nl en", "trok", "maintained"),
    ("The council turned down the plan.", "The council accepted the plan.", "en en", "turned", "accepted"),
    ("The senator voted for the tax.", "The senator voted against the tax.", "en en", "voted", "voted"),
    ("De senator stemde tegen.", "The senator voted for it.", "nl en", "stemde", "voted"),
]


@pytest.mark.parametrize(("left", "right", "languages", "ours", "theirs"), OPPOSED)
def test_another_turn_and_a_verb_of_opposite_meaning_are_conflicts(
    left: str, right: str, languages: str, ours: str, theirs: str
) -> None:
    found = linked(left, right, languages)
    assert found.relation == "conflicts"
    assert [(one.left, one.right) for one in found.differences] == [(ours, theirs)]


NOT_OPPOSED = [
    ("Het is de derde keer dat de sluis hapert.", "De sluis hapert voor de 3e keer.", "nl nl"),
    ("De sluis hapert voor het eerst.", "The lock is faltering for the first time.", "nl en"),
    ("De Tweede Kamer stemt over de sluis.", "De Eerste Kamer en de Tweede Kamer stemmen over de sluis.", "nl nl"),
    ("De sluis is twee keer zo groot.", "De sluis is 2 keer zo groot.", "nl nl"),
    ("The lock is three times as large as the second one.", "It is the second lock and three times as large.", "en en"),
    ("Het was het eerste ongeluk van de kapitein.", "De kapitein had nooit een ongeluk.", "nl nl"),
    ("De haven ligt niet ver van het rif.", "De haven ligt dicht bij het rif.", "nl nl"),
    ("Not only the harbour was closed.", "The harbour was closed.", "en en"),
    ("Het gaat om trage reacties in plaats van snelle.", "It is not about quick reactions.", "nl en"),
    ("De bewoners merken weinig van de verbouwing.", "De bewoners merken niets van de verbouwing.", "nl nl"),
    ("Tientallen boten zonken.", "Dozens of boats sank.", "nl en"),
    ("De raad stemde in Den Haag over de sluis.", "De raad stemde over de sluis in Den Haag.", "nl nl"),
]


@pytest.mark.parametrize(("left", "right", "languages"), NOT_OPPOSED)
def test_what_only_looks_like_the_opposite_is_no_conflict(left: str, right: str, languages: str) -> None:
    assert linked(left, right, languages).relation != "conflicts"


def test_a_denial_conflicts_with_an_assertion_of_the_same() -> None:
    found = linked(
        "Het bedrijf ontkent dat de fabriek lood heeft geloosd.", "De fabriek heeft lood geloosd, zegt de inspectie."
    )
    assert found.relation == "conflicts"
    assert found.differences[0] == Difference("polarity", "ontkent", "")


def test_the_hedge_that_one_report_lost_is_named_with_its_verb() -> None:
    found = linked("De tunnels zouden lekken.", "De tunnels lekken.")
    assert found.relation == "differs"
    assert found.differences == (Difference("certainty", "zouden lekken", "lekken"),)


DIFFERS = [
    ("In juli gaat de hal waarschijnlijk open.", "In maart ging de hal open.", "nl nl", "date", "juli", "maart"),
    (
        "Bij de brand zijn vier mensen gewond geraakt.",
        "Zeven mensen zijn gewond geraakt bij de brand.",
        "nl nl",
        "count",
        "vier",
        "Zeven",
    ),
    (
        "In het huis sprak burgemeester Visser.",
        "In het huis sprak burgemeester Postma.",
        "nl nl",
        "name",
        "Visser",
        "Postma",
    ),
]


@pytest.mark.parametrize(("left", "right", "languages", "kind", "ours", "theirs"), DIFFERS)
def test_another_detail_of_the_same_event_differs(
    left: str, right: str, languages: str, kind: str, ours: str, theirs: str
) -> None:
    found = linked(left, right, languages)
    assert found.relation == "differs"
    assert [(one.kind, one.left, one.right) for one in found.differences] == [(kind, ours, theirs)]


def test_two_named_sources_of_the_same_support_each_other() -> None:
    found = linked("De dijk houdt het, zegt Rijkswaterstaat.", "De dijk houdt het, zegt burgemeester Bos.")
    assert found.relation == "supports"
    assert found.leaning.independent == "yes"


LEANING = [
    ("De top is afgelast, meldt persbureau Reuters.", "Volgens Reuters gaat de top niet door.", "no", "Reuters"),
    (
        "De top is afgelast, meldt een ingewijde aan Bloomberg.",
        "De top is afgelast, meldt een bron aan Bloomberg.",
        "no",
        "Bloomberg",
    ),
    ("De top is afgelast, zegt minister Jan Bos.", "De top is afgelast, aldus Bos.", "no", "Jan Bos"),
    ("De top is afgelast, zegt een ingewijde.", "De top is afgelast, zegt een ingewijde.", "unknown", None),
    (
        "De top is afgelast, meldt een ingewijde aan Bloomberg.",
        "De top is afgelast, zegt een ingewijde.",
        "unknown",
        None,
    ),
    ("De top is afgelast.", "De top is afgelast, meldt Reuters.", "unknown", None),
]


@pytest.mark.parametrize(("left", "right", "independent", "root"), LEANING)
def test_two_reports_that_lean_on_one_root_are_one_source(
    left: str, right: str, independent: str, root: str | None
) -> None:
    assert linked(left, right).leaning == (independent, root)


@pytest.mark.parametrize(
    ("left", "right", "ours", "theirs"),
    [
        (
            "De ministers spraken maandag in Londen.",
            "De ministers spraken maandag in Manchester.",
            "Londen",
            "Manchester",
        ),
        (
            "Het bedrijf bouwt een fabriek in Polen.",
            "Het bedrijf bouwt een fabriek in Hongarije.",
            "Polen",
            "Hongarije",
        ),
    ],
)
def test_another_place_where_it_happens_is_a_difference(left: str, right: str, ours: str, theirs: str) -> None:
    found = linked(left, right)
    assert found.relation == "differs"
    assert [(one.kind, one.left, one.right) for one in found.differences] == [("place", ours, theirs)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("De ministers spraken maandag in Keulen.", "De ministers spraken maandag in Duitsland."),
        ("De ministers spraken maandag in Londen.", "De Britse ministers spraken maandag."),
        ("De ministers spraken in Londen en Parijs.", "De ministers spraken in Brussel."),
        ("De in Londen gevestigde bank groeit.", "De bank groeit in Duitsland."),
    ],
)
def test_a_place_in_the_other_or_in_another_role_is_no_difference(left: str, right: str) -> None:
    assert [one for one in linked(left, right).differences if one.kind == "place"] == []
