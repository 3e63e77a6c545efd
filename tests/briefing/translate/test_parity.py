"""What a translation must keep."""

from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.article import Language
from briefing.language.languages import languages
from briefing.language.lexicon import lexicon
from briefing.translate.parity import parity
from briefing.translate.parity.split_sentence import table

SURENESS = {"hedge", "hedge-added", "emphasis-added", "attribution", "attribution-stronger"}


class Pair(NamedTuple):
    verdict: str
    from_: Language
    to: Language
    original: str
    text: str


def pairs() -> list[Pair]:
    rows = (Path(__file__).parent / "hedges.tsv").read_text(encoding="utf-8").splitlines()
    found = []
    for row in rows:
        if not row.startswith("#"):
            verdict, direction, original, text = row.split("\t")
            directions: dict[str, tuple[Language, Language]] = {"nl-en": ("nl", "en"), "en-nl": ("en", "nl")}
            found.append(Pair(verdict, *directions[direction], original, text))
    return found


def failed(original: str, from_: Language, text: str, to: Language) -> set[str]:
    return {check.kind for check in parity(original, from_, text, to) if not check.ok}


def judged_right(pair: Pair) -> bool:
    unsure = failed(pair.original, pair.from_, pair.text, pair.to) & SURENESS
    return bool(unsure) == (pair.verdict != "kept")


def test_the_table_has_pairs_of_every_verdict() -> None:
    assert {pair.verdict for pair in pairs()} == {"kept", "lost", "weakened", "strengthened"}


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.verdict}: {pair.original} | {pair.text}")
def test_a_translation_is_marked_where_it_is_less_or_more_sure(pair: Pair) -> None:
    assert judged_right(pair)


@pytest.mark.parametrize(
    ("original", "text", "lost"),
    [
        ("De kaper zou ziek zijn en de gids zou slapen.", "The hijacker would be ill and the guide would sleep.", 0),
        ("De kaper zou ziek zijn en de gids zou slapen.", "The hijacker would be ill and the guide sleeps.", 1),
        ("De kaper zou ziek zijn en de gids zou slapen.", "The hijacker is ill and the guide sleeps.", 2),
        ("De gids zou slapen.", "The guide will sleep.", 1),
    ],
)
def test_each_zou_needs_an_english_modal_of_its_own(original: str, text: str, lost: int) -> None:
    checks = [check for check in parity(original, "nl", text, "en") if check.kind == "hedge"]
    assert sum(not check.ok for check in checks) == lost


@pytest.mark.parametrize("language", languages())
def test_every_group_of_hedges_has_its_answers_in_each_language(language: Language) -> None:
    groups = set(lexicon(language).certainty.hedges.by_group())
    assert all(groups <= set(table(other).counterparts) for other in languages())


@pytest.mark.parametrize(
    ("original", "text", "kind"),
    [
        ("De bouw kost 1,75 miljard euro.", "Construction costs €1.75 million.", "amount"),
        ("De bouw kost 1,75 miljard euro.", "Construction costs $1.75 billion.", "amount"),
        ("Er vielen 12 gewonden.", "There were 21 injured.", "number"),
        ("Er vielen twaalf gewonden.", "There were injured people.", "number"),
        ("De rente steeg 3 procent.", "Interest rose by 4 percent.", "percentage"),
        ("Het besluit viel op 7 december 2018.", "The decision fell on 12 July 2018.", "date"),
        ("Het rapport verschijnt in het eerste kwartaal van 2019.", "The report will appear in the second quarter of 2019.", "date"),
        ("Gisteren sprak Van der Meulen met Philips.", "Yesterday Van der Meulen spoke with the company.", "name"),
        ('De directeur noemde het plan "een ramp".', "The director called the plan a disaster.", "quotation"),
        ("De raad is niet akkoord gegaan.", "The council has agreed.", "negation"),
        ("De raad is akkoord gegaan.", "The council has not agreed.", "negation-added"),
        ("De reder weigert het losgeld te betalen.", "The shipowner pays the ransom.", "negation"),
        ("De voogd tekende zonder het stuk te lezen.", "The guardian signed and read the paper.", "negation"),
        ("De raad is akkoord gegaan.", "The council agreed by 31 votes.", "number-added"),
        ("De raad is akkoord gegaan met het plan.", "", "empty"),
        ("De raad is akkoord gegaan met het plan.", "De raad is akkoord gegaan met het plan.", "untranslated"),
        ("Ja.", "Yes I do. Yes I do. Yes I do. Yes I do.", "repetition"),
        ("De raad is akkoord.", "The council agrees, " + "and so it goes in the wide land of the rivers " * 2, "length"),
    ],
)  # fmt: skip
def test_what_is_lost_or_put_in_is_told(original: str, text: str, kind: str) -> None:
    assert kind in failed(original, "nl", text, "en")


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("De bouw kost 1,75 miljard euro.", "Construction costs €1.75 billion."),
        ("De bouw kost 1,75 miljard euro.", "Construction costs 1.75 billion euros."),
        ("Er vielen twaalf gewonden.", "Twelve people were injured."),
        ("Het besluit viel op 7 december 2018.", "The decision fell on December 7, 2018."),
        ("Het rapport verschijnt in het eerste kwartaal van 2019.", "The report will appear in the first quarter of 2019."),
        ("Gisteren sprak de Britse premier met Philips.", "Yesterday the British prime minister spoke with Philips."),
        ("Vorige week sprak Duitsland met het Verenigd Koninkrijk.", "Last week Germany spoke with the United Kingdom."),
        ('De directeur noemde het plan "een ramp".', "The director called the plan “a disaster”."),
        ("De Huawei-topman wil niet reageren.", "The Huawei chief executive declined to respond."),
        ("De raad is nog niet akkoord gegaan.", "The council has yet to agree."),
        ("Niet alleen de raad is akkoord.", "Not only the council agrees."),
        ("Er is geen bewijs gevonden.", "No evidence has been found."),
        ("De reder weigert het losgeld te betalen.", "The shipowner declined to pay the ransom."),
        ("De voogd tekende zonder het stuk te lezen.", "The guardian signed without reading the paper."),
    ],
)  # fmt: skip
def test_a_good_translation_passes_every_check(original: str, text: str) -> None:
    assert not failed(original, "nl", text, "en")


def test_each_check_quotes_the_words_that_it_asks_for() -> None:
    original = "Naar verluidt kost de bouw 1,75 miljard euro."
    found = {
        (check.kind, check.original) for check in parity(original, "nl", "The work costs money.", "en") if not check.ok
    }
    assert {("hedge", "Naar verluidt"), ("amount", "1,75 miljard euro")} <= found
