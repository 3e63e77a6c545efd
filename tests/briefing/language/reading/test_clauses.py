"""Where the content of an attribution ends: before a clause of the one who tells."""

import pytest

from briefing.article import Language
from briefing.language.lexicon import lexicon
from briefing.language.reading import Range, Reading, read
from briefing.language.reading.clauses import clause_end, leads


def _marked(text: str, language: Language) -> tuple[Reading, Range]:
    """The reading of a text without its brackets, and the tokens between them."""
    first, last = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    reading = read(plain, 0, len(plain), lexicon(language))
    return reading, (reading.tokens.starts.index(first), reading.tokens.ends.index(last) + 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Zij zei dat [de sluis dicht is], maar hij voer door."),
        ("nl", "Zij zei dat [de sluis dicht is] en dat de pont vaart."),
        ("nl", "Hij meldde dat [de boot, die oud is, zinkt]."),
        ("nl", "Zij schreef dat [de appels, de peren en de pruimen rijp zijn]."),
        ("nl", "Toen hij zei dat [het regende], lachte zij."),
        ("nl", "Hij denkt dat [zij komt als het droog is]."),
        ("nl", "Zij vertelde dat [de kade zakt], aldus de krant."),
        ("nl", "Hij zegt dat [hij ziek is], terwijl zij werkt."),
        ("en", "She said [the lock is shut], but he sailed on."),
        ("en", "She said that [the lock is shut] and that the ferry runs."),
        ("en", "He said [the boat, which is old, sinks]."),
        ("en", "When he said that [it rained], she laughed."),
        ("en", "He thinks [she will come if it is dry]."),
        ("en", "She said [apples, pears and plums are ripe]."),
        ("en", "He said [the quay sinks], according to the paper."),
        ("en", "He said [he was ill], adding that he would rest."),
        ("en", "He said [he was ill and left the room]."),
        ("de", "Sie sagte, dass [die Schleuse zu ist], aber er fuhr weiter."),
        ("de", "Er sagte, [der Kahn, der alt ist, sinke]."),
        ("de", "Als er sagte, dass [es regne], lachte sie."),
        ("de", "Der Vorwurf, dass [die Mühle stillsteht], ist falsch."),
    ],
)
def test_a_clause_ends_where_the_one_who_tells_goes_on(language: Language, text: str) -> None:
    reading, (start, end) = _marked(text, language)
    leading = leads(reading, start - 1, 0)
    assert clause_end(reading, start, len(reading.tags), resumed=True, leading=leading) == end


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Hij ontkende [de brand in de loods], zei men."),
        ("en", "He denied [the fire at the barn], they said."),
        ("en", "She called [the vote a farce], he added."),
        ("nl", "Zij beloofde [de brug te maken], maar niet nu."),
    ],
)
def test_an_object_ends_at_the_first_comma(language: Language, text: str) -> None:
    reading, (start, end) = _marked(text, language)
    assert clause_end(reading, start, len(reading.tags), narrow=True) == end
