"""The data files of a language: the same tables in each, forms in their columns, no word in vain."""

from importlib.resources import files

import pytest

from briefing.article import Language
from briefing.language.languages import languages, read_table
from briefing.language.lexicon import lexicon
from locales.phrases import PHRASES

FILES = ("certainty", "cues", "figures", "grammar", "names", "places", "search", "words")
COMPLEMENTS = {"that", "zero", "wh", "quote", "to", "object", "told", "told-to", "source"}
TAGS = set("ADPpBnXxVvEGtCRSKdN#")


@pytest.mark.parametrize("name", FILES)
def test_every_language_has_the_same_tables(name: str) -> None:
    shapes = [
        {
            (table, key)
            for table, keys in read_table(language, name).items()
            for key in (keys if isinstance(keys, dict) else [""])
        }
        for language in languages()
    ]
    free = {
        ("verbs", ""),
        ("tags", "N"),
        ("tags", "A"),
        ("shapes", "E"),
        ("phrases", "tag"),
        ("phrases", "author"),
        ("phrases", "after"),
        ("phrases", "end"),
    }
    classes = {
        (table, key) for shape in shapes for table, key in shape if table in {"verbs", "nouns", "adjectives", "endings"}
    }
    assert len({frozenset(shape - free - classes) for shape in shapes}) == 1


@pytest.mark.parametrize("language", languages())
def test_a_verb_has_a_form_a_column_and_takes_something_known(language: Language) -> None:
    cues = read_table(language, "cues")
    columns = cues["verbs"].pop("columns").split()
    assert set(columns) <= TAGS
    for listed in cues["verbs"].values():
        for line in listed.strip().splitlines():
            forms, _, takes = line.partition(" : ")
            assert len(forms.partition(" + ")[0].split()) == len(columns), line
            assert takes.split(), line
            others = {word.removeprefix("=") for word in takes.split()} - COMPLEMENTS
            assert all(lexicon(language).tags.get(word) or word.isalpha() for word in others), line


@pytest.mark.parametrize("language", languages())
def test_no_verb_is_listed_twice_in_one_class(language: Language) -> None:
    cues = read_table(language, "cues")
    for kind, listed in cues["verbs"].items():
        lines = [line.partition(" : ")[0] for line in listed.strip().splitlines()]
        assert kind == "columns" or len(lines) == len(set(lines))


@pytest.mark.parametrize("language", languages())
def test_words_are_in_lower_case_and_tags_are_known(language: Language) -> None:
    words = read_table(language, "words")
    assert set(words["tags"]) <= TAGS
    listed = [word for tag, text in words["tags"].items() for word in text.split()]
    assert [word for word in listed if word != word.lower()] == []


@pytest.mark.parametrize("language", languages())
def test_weak_and_attributing_hedges_are_hedges(language: Language) -> None:
    hedges = lexicon(language).certainty.hedges
    known = {phrase for listed in hedges.by_group().values() for phrase in listed}
    assert set(hedges.weak) <= known
    assert set(hedges.with_infinitive) <= known


def test_no_file_of_a_language_is_left_out_of_the_check() -> None:
    for language in languages():
        folder = files("briefing.language").joinpath(language)
        assert set(FILES) <= {entry.name.removesuffix(".toml") for entry in folder.iterdir()}


def test_every_rule_has_its_words() -> None:
    rules = "clause zero quote colon infinitive preposition object tag anaphor according noun turn hedge negation carried user kept"
    assert {f"claims.why.{rule}" for rule in rules.split()} <= set(PHRASES)
