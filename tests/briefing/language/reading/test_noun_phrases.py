"""Noun phrases: where one begins and ends, which word is its head, and how far it reaches with what follows."""

import pytest

from briefing.article import Language
from briefing.language.lexicon import lexicon
from briefing.language.reading import Reading, read
from briefing.language.reading.extents import phrase_from, phrase_to


def reading_of(text: str, language: Language) -> Reading:
    return read(text, 0, len(text), lexicon(language))


@pytest.mark.parametrize(
    ("text", "language", "phrase", "head"),
    [
        ("De nieuwe burgemeester Rosa Vink lachte.", "nl", "De nieuwe burgemeester Rosa Vink", "burgemeester"),
        ("Gisteren sprak het OM met hem.", "nl", "het OM", "OM"),
        ("Zij zag de gemeente Ommen slapen.", "nl", "de gemeente Ommen", "gemeente"),
        ("Daar woont een groep studenten.", "nl", "een groep studenten", "studenten"),
        ("Gisteren belde prof. ir. K. van Buren.", "nl", "prof. ir. K. van Buren", "Buren"),
        ("Morgen komt hoogleraar economie Tom Prins.", "nl", "hoogleraar economie Tom Prins", "economie"),
        ("The harbour master's old friend left.", "en", "The harbour master's old friend", "friend"),
        ("He met Deputy Mayor Jill Carr.", "en", "Deputy Mayor Jill Carr", "Carr"),
        ("About forty people came.", "en", "About forty people", "people"),
    ],
)
def test_a_phrase_has_its_words_and_its_head(text: str, language: Language, phrase: str, head: str) -> None:
    reading = reading_of(text, language)
    found = {reading.span((one.start, one.end)).of(text): reading.tokens.words[one.head] for one in reading.phrases}
    assert found.get(phrase) == head


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Een bakker uit Weert, die alles zag, belde.", "nl", "Een bakker uit Weert, die alles zag"),
        ("De baas van de Bond van Imkers zweeg.", "nl", "De baas van de Bond van Imkers"),
        ("A nurse at the clinic in Derby, Joan Pike, left.", "en", "A nurse at the clinic in Derby, Joan Pike"),
        ("People familiar with the talks left.", "en", "People familiar with the talks"),
        ("Ray Dunn, 41, a baker from Hull, left.", "en", "Ray Dunn, 41, a baker from Hull"),
        ("She hurt her arm and a doctor left.", "en", "a doctor"),
        ("A union representing pilots left.", "en", "A union representing pilots"),
    ],
)
def test_the_phrase_before_a_verb_begins_where_its_subject_does(text: str, language: Language, expected: str) -> None:
    reading = reading_of(text, language)
    verb = len(reading.tokens) - 2
    edge = verb - int(reading.tokens.words[verb - 1] == ",")
    assert reading.span((phrase_to(reading, verb, 0), edge)).of(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("zei Lotte Maas, de voorzitter van de raad, gisteren.", "nl", "Lotte Maas, de voorzitter van de raad"),
        ("meldt de krant in een bericht.", "nl", "de krant"),
        ("said Amy Holt, who owns the mill.", "en", "Amy Holt, who owns the mill"),
        ("said Bo Lund and Kim Pratt.", "en", "Bo Lund and Kim Pratt"),
        ("said the minister at a rally.", "en", "the minister"),
    ],
)
def test_a_phrase_after_a_verb_takes_what_belongs_to_it(text: str, language: Language, expected: str) -> None:
    reading = reading_of(text, language)
    assert reading.span((1, phrase_from(reading, 1, len(reading.tokens) - 1))).of(text) == expected
