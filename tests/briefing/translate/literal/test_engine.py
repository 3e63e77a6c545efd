"""The literal translator takes any text, keeps what it does not know, and says how much it knew."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.translate import DirectionError, StoppedError
from briefing.translate.literal import LiteralTranslator, look_up

ENGINE = LiteralTranslator()
TEXT = "de het een dat die om te niet zijn heeft gevoerd aan op en of Huawei zegt waarin er 2,5 , . ( )"
WORDS = TEXT.split()


def english(text: str) -> str:
    return ENGINE.translate([text], "nl", "en")[0]


def test_there_are_as_many_translations_as_texts_in_the_same_order() -> None:
    assert ENGINE.translate(["Ja.", "", "Nee."], "nl", "en") == [english("Ja."), "", english("Nee.")]


def test_the_same_text_is_always_translated_the_same() -> None:
    text = "De regering heeft gisteren een besluit genomen over de begroting."
    assert english(text) == english(text)


def test_an_unknown_word_stays_and_is_marked() -> None:
    assert "*flapdrolwerk*" in english("De minister heeft gisteren een groot flapdrolwerk gekocht.")


def test_the_share_of_known_words_is_told() -> None:
    done = ENGINE.translated(["De minister koopt een qwrtplk."], "nl", "en")[0]
    assert (done.words, done.known) == (5, 4)
    assert done.share == pytest.approx(0.8)


def test_names_and_numbers_come_through() -> None:
    done = english(
        "Vicevoorzitter Andrus Ansip sprak in 2018 met 1.250 mensen van VodafoneZiggo over 2,5 miljard euro."
    )
    for kept in ("Andrus Ansip", "2018", "1,250", "VodafoneZiggo", "2.5 billion euros"):
        assert kept in done


def test_a_text_in_another_language_is_left_as_it_is() -> None:
    text = "Le gouvernement français prépare quelques changements considérables."
    assert english(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "🙂",
        "<b>Nieuws</b>",
        "https://example.org/nl?a=1",
        "...",
        "\x00",
        "'s",
        "1" * 500,
        "(" * 300,
        '"' * 51,
    ],
)
def test_odd_texts_come_through(text: str) -> None:
    assert isinstance(english(text), str)


def test_lines_and_space_between_sentences_are_kept() -> None:
    assert english("Eerste regel.\n\nTweede regel.").count("\n\n") == 1


def test_markup_and_addresses_are_untouched() -> None:
    done = english("Zie <b>de site</b> op https://example.org/nieuws/de-dag en mail info@example.org 🙂.")
    for kept in ("<b>", "</b>", "https://example.org/nieuws/de-dag", "info@example.org", "🙂"):
        assert kept in done


def test_a_very_long_sentence_is_translated_too() -> None:
    done = english("De minister zegt dat " * 2000)
    assert len(done.split()) > 4000


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_no_order_of_words_raises(words: list[str]) -> None:
    assert isinstance(english(" ".join(words)), str)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    assert isinstance(english(text), str)


def test_a_users_glossary_wins() -> None:
    own = LiteralTranslator(
        {"overheid": "administration", "Tweede Kamer": "Lower House", "zorgtoeslag": "care benefit"}
    )
    done = own.translate(["De overheid en de Tweede Kamer bespreken de zorgtoeslag."], "nl", "en")[0]
    for wanted in ("administration", "Lower House", "care benefit"):
        assert wanted in done
    assert own.version != ENGINE.version


def test_a_user_can_stop_it() -> None:
    with pytest.raises(StoppedError):
        ENGINE.translate(["Een."], "nl", "en", cancelled=lambda: True)


def test_a_language_into_itself_is_refused() -> None:
    with pytest.raises(DirectionError):
        ENGINE.translate(["Een."], "nl", "nl")


def test_a_word_is_looked_up_with_its_lemma_meanings_and_parts() -> None:
    first = look_up("veiligheidseisen")[0]
    assert (first.lemma, first.pos, first.parts) == ("eis", "n", ("veiligheid",))
    assert "demand" in first.meanings


def test_a_word_is_looked_up_as_it_is_used_in_its_sentence() -> None:
    assert look_up("zijn", "De risico's zijn groot.")[0].pos == "v"
    assert look_up("zijn", "Huawei verbetert zijn apparatuur.")[0].pos == "det"


def test_a_word_is_looked_up_with_the_expression_around_it() -> None:
    found = look_up("verluidt", "Huawei gaat naar verluidt investeren.")
    assert any(one.expression == "naar verluidt" for one in found) or not found
