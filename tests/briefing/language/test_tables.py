"""A data file is read key by key, and a fault in it is named by file, table and key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from briefing.language.languages import languages
from briefing.language.lexicon import lexicon
from briefing.language.tables.boilerplate import BoilerplateWords
from briefing.language.tables.certainty import CertaintyWords
from briefing.language.tables.cues import CueWords
from briefing.language.tables.figures import FigureWords
from briefing.language.tables.grammar import Grammar
from briefing.language.tables.key_facts import KeyFactWords
from briefing.language.tables.loading import Phrase, TableError, empty, load, read
from briefing.language.tables.names import NameWords
from briefing.language.tables.parity import ParityTable
from briefing.language.tables.places import PlaceTable
from briefing.language.tables.referents import ReferentWords
from briefing.language.tables.stems import StemTable
from briefing.language.tables.words import WordTable


@dataclass(frozen=True)
class Inner:
    words: frozenset[str]


@dataclass(frozen=True)
class Sample:
    flag: bool
    order: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    numbers: Mapping[str, Decimal]
    groups: Mapping[str, tuple[str, ...]]
    inner: Inner
    spared: str = field(metadata={"key": "not"})


VALUES = {
    "flag": True,
    "order": "a b_c",
    "phrases": ["one two", "three"],
    "numbers": "half=0.5 two_dozen=24",
    "groups": {"x": ["a b", "c"]},
    "inner": {"words": "p q"},
    "not": "no",
}


def test_the_type_of_a_field_says_how_its_value_is_written() -> None:
    assert read(Sample, VALUES, "x.toml") == Sample(
        True,
        ("a", "b c"),
        (("one", "two"), ("three",)),
        {"half": Decimal("0.5"), "two dozen": Decimal(24)},
        {"x": ("a b", "c")},
        Inner(frozenset({"p", "q"})),
        "no",
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"flag": "yes"}, "x.toml: flag: is neither true nor false"),
        ({"order": 3}, "x.toml: order"),
        ({"numbers": "half=much"}, "x.toml: numbers"),
        ({"numbers": "half"}, "x.toml: numbers: half has no value"),
        ({"inner": {"words": "p", "more": ""}}, "x.toml: inner: unknown key more"),
        ({"inner": "p"}, "x.toml: inner is no table"),
        ({"other": ""}, "x.toml: unknown key other"),
    ],
)
def test_a_fault_is_named_by_its_file_and_key(change: dict[str, object], said: str) -> None:
    with pytest.raises(TableError, match=said):
        read(Sample, {**VALUES, **change}, "x.toml")


def test_without_data_there_are_no_words() -> None:
    nothing = empty(Sample)
    assert nothing == read(Sample, {}, "x.toml") == read(Sample, {"inner": {}}, "x.toml")
    assert (nothing.flag, nothing.order, nothing.numbers, nothing.inner.words) == (False, (), {}, frozenset())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (BoilerplateWords, "boilerplate"),
        (CertaintyWords, "certainty"),
        (CueWords, "cues"),
        (FigureWords, "figures"),
        (Grammar, "grammar"),
        (NameWords, "names"),
        (ParityTable, "parity"),
        (PlaceTable, "places"),
        (ReferentWords, "referents"),
        (StemTable, "stems"),
        (KeyFactWords, "key_facts"),
        (WordTable, "words"),
    ],
)
def test_every_file_of_every_language_has_the_keys_of_its_table(kind: type[Grammar], name: str, language: str) -> None:
    assert isinstance(load(kind, language, name), kind)


def test_a_region_of_a_language_has_its_words() -> None:
    assert lexicon("nl-BE") is lexicon("nl")
    assert lexicon("fr-BE").tags == {}
