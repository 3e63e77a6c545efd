import pytest

from briefing.language.lexicon import lexicon
from briefing.language.reading.tagging import tags_of
from briefing.language.tags import Tag
from briefing.language.tokens import tokens_of


@pytest.mark.parametrize(
    ("language", "text", "word", "tag"),
    [
        ("nl", "Dat zegt wethouder Kees Bos d.d. 9 juni.", "d.d.", Tag.PREPOSITION),
        ("nl", "De raad sprak m.b.t. Hoorn over dijken.", "m.b.t.", Tag.PREPOSITION),
        ("nl", "Het gaat o.a. over dijken.", "o.a.", Tag.ADVERB),
        ("en", "The plan covers e.g. Leeds.", "e.g.", Tag.ADVERB),
        ("nl", "Daar was het OM tegen.", "OM", Tag.NAME),
        ("en", "Then US officials left.", "US", Tag.NAME),
    ],
)
def test_short_forms_have_the_tag_of_what_they_stand_for(language: str, text: str, word: str, tag: Tag) -> None:
    words = lexicon(language)
    tokens = tokens_of(text, words.abbreviations)
    assert tags_of(tokens, words)[tokens.words.index(word)] == tag
