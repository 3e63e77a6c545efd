import pytest

from briefing.language.abbreviations import Abbreviations
from briefing.language.lexicon import lexicon
from briefing.language.sentences import unlabelled_ranges
from briefing.language.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("- De sluis is open.", ["De sluis is open."]),
        ("3. De sluis is open. Dat klopt.", ["De sluis is open.", "Dat klopt."]),
        ("1) Neem water mee 2) Blijf rustig", ["Neem water mee", "Blijf rustig"]),
        ("08:15 – De sluis is open.", ["De sluis is open."]),
        ("08.15 uur: De sluis is open.", ["De sluis is open."]),
        ("-", ["-"]),
        ("3. 4. 5.", ["3.", "4.", "5."]),
        ("100 boten liggen stil.", ["100 boten liggen stil."]),
        ("2019. Het jaar van de sluis.", ["2019.", "Het jaar van de sluis."]),
        ("08.15 uur vertrok de boot.", ["08.15 uur vertrok de boot."]),
    ],
)
def test_a_label_before_the_text_is_no_part_of_its_sentence(text: str, read: list[str]) -> None:
    words = lexicon("nl")
    tokens = tokens_of(text, words.abbreviations)
    found = [text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in unlabelled_ranges(tokens, words)]
    assert found == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dat meldt Weer.nl van sp.a.", ["Dat", "meldt", "Weer.nl", "van", "sp.a", "."]),
        ("Het OM zoekt T-Mobile.", ["Het", "OM", "zoekt", "T-Mobile", "."]),
        ("De zee bij Rene\u0301 is e\u0301e\u0301n", ["De", "zee", "bij", "René", "is", "één"]),
        ("HET IS EEN DAG. DE ZON", ["Het", "is", "een", "dag", ".", "De", "zon"]),
        ("VN: OK", ["VN", ":", "OK"]),
    ],
)
def test_words_are_whole_composed_and_in_running_case(text: str, words: list[str]) -> None:
    tokens = tokens_of(text, Abbreviations())
    assert tokens.words == words
    assert all(tokens.ends[at] <= tokens.starts[at + 1] for at in range(len(tokens) - 1))
