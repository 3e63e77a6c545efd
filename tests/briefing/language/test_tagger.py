"""The tagger: words that can be several things get their tag from their sentence."""

import pytest

from briefing.language.lexicon import lexicon
from briefing.language.reading.tagging import tags_of
from briefing.language.tagger import Tagger, TaggerModel, parsed, tagger, word_classes, written
from briefing.language.tags import Tag
from briefing.language.tokens import tokens_of


def tagged(text: str, language: str) -> dict[str, Tag]:
    tokens = tokens_of(text, lexicon(language).abbreviations)
    found = tagger(language)
    assert found is not None
    return dict(zip(tokens.words, found.tags(tokens), strict=True))


@pytest.mark.parametrize(
    ("text", "language", "word", "tag"),
    [
        ("De wethouder van de gemeente Dongen zwijgt.", "nl", "gemeente", Tag.NOUN),
        ("De staat verkoopt zijn aandelen.", "nl", "staat", Tag.NOUN),
        ("De toren staat al eeuwen scheef.", "nl", "staat", Tag.FINITE_VERB),
        ("Hij zegt dat het rapport klopt.", "nl", "dat", Tag.COMPLEMENTISER),
        ("Dat klopt niet.", "nl", "niet", Tag.NEGATION),
        ("Zij weigerde te tekenen.", "nl", "te", Tag.TO),
        ("De Deense reder wil zijn vloot inkrimpen.", "nl", "Deense", Tag.ADJECTIVE),
        ("Zij hebben de brief gelezen.", "nl", "gelezen", Tag.PARTICIPLE),
        ("She claims that he lied.", "en", "claims", Tag.FINITE_VERB),
        ("The claims were rejected by the court.", "en", "claims", Tag.NOUN),
        ("He said that the bridge was safe.", "en", "that", Tag.COMPLEMENTISER),
        ("She wants to leave.", "en", "to", Tag.TO),
        ("He went to Bristol.", "en", "to", Tag.PREPOSITION),
        ("A man named by neighbours fled.", "en", "named", Tag.PARTICIPLE),
        ("They don't agree.", "en", "don't", Tag.AUXILIARY),
    ],
)
def test_a_word_is_tagged_by_its_sentence(text: str, language: str, word: str, tag: Tag) -> None:
    assert tagged(text, language)[word] is tag


def test_marks_and_figures_are_what_they_look_like() -> None:
    assert tagged('Er zijn 12 doden, "veel te veel".', "nl").items() >= {
        ("12", Tag.NUMBER),
        (",", Tag.COMMA),
        ('"', Tag.QUOTE),
        (".", Tag.STOP),
    }


def test_every_token_gets_one_tag() -> None:
    tokens = tokens_of("a " * 300 + "!? €5 ½ \u0301 — x", lexicon("en").abbreviations)
    found = tagger("en")
    assert found is not None
    assert len(found.tags(tokens)) == len(tokens)
    assert found.tags(tokens_of("", lexicon("en").abbreviations)) == []


def test_a_language_without_weights_has_no_tagger() -> None:
    assert tagger("xx") is None
    assert word_classes("xx")("word") == ""


def test_word_classes_come_from_the_dictionary() -> None:
    assert word_classes("nl")("geslopen") == "e"
    assert set(word_classes("nl")("werken")) >= {"n", "v"}
    assert "f" in word_classes("en")("denied")


def test_a_model_is_read_as_it_was_written() -> None:
    model = TaggerModel((Tag.NOUN, Tag.FINITE_VERB), {"wloopt": ((0, -12), (1, 40)), "k?N/": ((0, 7),)})
    assert parsed(written(model)) == model
    tokens = tokens_of("loopt", lexicon("nl").abbreviations)
    assert Tagger(lexicon("nl"), model).tags(tokens) == [Tag.FINITE_VERB]


def test_a_broken_file_of_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="not a valid Tag"):
        parsed(["nonsense\tN\n"])


@pytest.mark.parametrize("text", ["Trouw meldt dat de sluis lekt.", "Zuid schrijft dat de kade verzakt."])
def test_a_word_that_opens_a_reporting_clause_is_a_name(text: str) -> None:
    tokens = tokens_of(text, lexicon("nl").abbreviations)
    assert tags_of(tokens, lexicon("nl"))[0] == Tag.NAME


def test_an_adjective_before_a_copula_stays_one() -> None:
    tokens = tokens_of("Duidelijk is dat de sluis lekt.", lexicon("nl").abbreviations)
    assert tags_of(tokens, lexicon("nl"))[0] == Tag.ADJECTIVE
