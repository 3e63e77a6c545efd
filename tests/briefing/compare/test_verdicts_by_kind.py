"""Verdicts by kind: what is asserted, set phrases, negations of the moment, all of a number, and who won."""

import pytest

from briefing.article import Article, Language, laid_out
from briefing.compare.link import DifferenceKind, Relation
from briefing.compare.pairing import read
from briefing.compare.relation import Link, link
from briefing.compare.statement import Statement


def statement(text: str, language: Language) -> Statement:
    return read(Article(text, "", language, laid_out([(text, "body")])))[0]


def linked(left: str, right: str, languages: str) -> Link:
    one, other = languages.split()
    return link(statement(left, one), statement(right, other))


Row = tuple[str, str, str, Relation | None, DifferenceKind | None]

ASSERTED: list[Row] = [
    # Only one side asserts the verb that both have.
    ("Ada Prill learned to swim in Skarn.", "Ada Prill swam in Skarn.", "en en", None, None),
    ("Kok Bas Noord leerde duiken in Skarn.", "Kok Bas Noord dook in Skarn.", "nl nl", None, None),
    (
        "Potter Edda Lund painted the old well in Skarn.",
        "Potter Edda Lund cleaned the old well in Skarn.",
        "en en",
        None,
        None,
    ),
    # Verbs of wishing are not what is asserted.
    ("Kok Bas Noord wil de zaak sluiten.", "Kok Bas Noord wil de zaak sluiten in mei.", "nl nl", "same", None),
]
IDIOMS: list[Row] = [
    ("Twee duikers kwamen om het leven.", "Twee duikers zijn gestorven.", "nl nl", "same", None),
    ("Two divers lost their lives in the cave.", "In de grot stierven twee duikers.", "en nl", "same", None),
    (
        "Bij de grot kwamen twee duikers om het leven.",
        "Vier duikers stierven bij de grot.",
        "nl nl",
        "differs",
        "count",
    ),
    ("Nobody drowned.", "Two divers drowned.", "en en", "conflicts", "polarity"),
    ("Niemand werd ziek.", "Nine guests fell ill.", "nl en", "conflicts", "polarity"),
]
MOMENT: list[Row] = [
    ("De raad heeft nog niet getekend.", "De raad heeft getekend.", "nl nl", None, None),
    ("The council has not signed yet.", "The council has signed.", "en en", "conflicts", "polarity"),
    ("The council has not yet signed.", "The council has signed.", "en en", None, None),
    ("De raad heeft niet getekend.", "De raad heeft getekend.", "nl nl", "conflicts", "polarity"),
]
ALL: list[Row] = [
    ("Alle 40 geiten zijn gedood.", "All 70 goats were killed.", "nl en", "conflicts", "count"),
    ("40 geiten zijn gedood.", "70 goats were killed.", "nl en", "differs", "count"),
]
SHARES: list[Row] = [
    (
        "De telers in Skarn verliezen een derde van hun oogst.",
        "Growers in Skarn lose half of their harvest.",
        "nl en",
        "conflicts",
        "amount",
    ),
    ("A third of the bees died.", "Een derde van de bijen stierf.", "en nl", "same", None),
    ("Half of the bees died.", "Een kwart van de bijen stierf.", "en nl", "differs", "amount"),
    ("A third diver was rescued.", "A third diver was rescued.", "en en", "same", None),
]
WINNERS: list[Row] = [
    ("Jockey Ada Prill won the derby in Skarn.", "Edda Lund won the derby in Skarn.", "en en", "conflicts", "name"),
    ("Ada Prill won de derby in Skarn.", "Edda Lund won de derby in Skarn.", "nl nl", "conflicts", "name"),
    ("Ada Prill visited the derby in Skarn.", "Edda Lund visited the derby in Skarn.", "en en", None, None),
]
PLACES: list[Row] = [
    ("Bakers in Dover were fined on Friday.", "Bakers in Calais were fined on Friday.", "en en", None, None),
]
CERTAINTY: list[Row] = [
    ("Prill may race in Skarn in May.", "Prill will race in Skarn in May.", "en en", "differs", "certainty"),
    ("The crew are said to be drunk.", "The crew are drunk.", "en en", "differs", "certainty"),
]
DATES: list[Row] = [
    # A date in the subject tells which one is meant.
    ("The lessons in April were popular.", "The lessons in November were popular.", "en en", None, None),
    ("De lessen in april waren druk.", "De lessen in november waren druk.", "nl nl", None, None),
    ("The bakers met in April in Skarn.", "The bakers met in November in Skarn.", "en en", "conflicts", "date"),
    ("In april overleed schilder Bas Noord.", "In november overleed schilder Bas Noord.", "nl nl", "conflicts", "date"),
    # What may happen again in another month or year is perhaps another event.
    ("The brewery made a loss in 2014.", "The brewery made a loss in 2017.", "en en", None, None),
    ("In juli vond de inspectie gebreken.", "In maart vond de inspectie gebreken.", "nl nl", None, None),
    ("The inspectors found mould on 4 May.", "The inspectors found mould on 9 May.", "en en", "conflicts", "date"),
    # "is" without a participle is no past.
    (
        "Volgend jaar is de bruiloft in maart.",
        "Next year the wedding will be in September.",
        "nl en",
        "conflicts",
        "date",
    ),
]
ABILITY: list[Row] = [
    # What something can hold is no other figure than what it held.
    ("The barge carried 30 horses.", "The barge can carry 50 horses.", "en en", None, None),
    ("De schuit vervoerde 30 paarden.", "The barge can carry 50 horses.", "nl en", None, None),
    ("The barge carried 30 horses.", "The barge carried 50 horses.", "en en", "conflicts", "count"),
]
LASTING: list[Row] = [
    # A plan to go on excludes that it has stopped; a plan to begin does not exclude that it had.
    (
        "Bakery Skarn has stopped the deliveries.",
        "Bakery Skarn will continue the deliveries.",
        "en en",
        "conflicts",
        "polarity",
    ),
    (
        "Bakkerij Skarn is gestopt met de leveringen.",
        "Bakkerij Skarn zal de leveringen voortzetten.",
        "nl nl",
        "conflicts",
        "polarity",
    ),
    ("Bakery Skarn has closed the shop.", "Bakery Skarn will open the shop.", "en en", "differs", "polarity"),
]
LEADS: list[Row] = [
    (
        "Zangeres Ada Prill zingt de hoofdrol in Skarn.",
        "Zangeres Edda Lund zingt de hoofdrol in Skarn.",
        "nl nl",
        "conflicts",
        "name",
    ),
    (
        "Singer Ada Prill performs a song in Skarn.",
        "Singer Edda Lund performs a song in Skarn.",
        "en en",
        "differs",
        "name",
    ),
]
PERMISSION: list[Row] = [
    ("Boeren mogen hun koeien verkopen.", "Farmers may sell their cows.", "nl en", "same", None),
    ("Farmers are allowed to sell their cows.", "Farmers may sell their cows.", "en en", None, None),
    ("Farmers will sell their cows in May.", "Farmers may sell their cows in May.", "en en", "differs", "certainty"),
]
ROWS = [
    *ASSERTED,
    *IDIOMS,
    *MOMENT,
    *ALL,
    *SHARES,
    *WINNERS,
    *PLACES,
    *CERTAINTY,
    *DATES,
    *ABILITY,
    *LASTING,
    *LEADS,
    *PERMISSION,
]


@pytest.mark.parametrize(("left", "right", "languages", "relation", "kind"), ROWS)
def test_a_verdict_of_each_kind(
    left: str, right: str, languages: str, relation: Relation | None, kind: DifferenceKind | None
) -> None:
    there = linked(left, right, languages)
    back = linked(right, left, " ".join(reversed(languages.split())))
    assert there.relation == back.relation == relation
    assert [one.kind for one in there.differences] == ([kind] if kind else [])
