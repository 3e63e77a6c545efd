"""The words that the gloss's rules name are data: lists and tables in `gloss.toml` of each language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.translate.literal.lists import listed, paired, tabled

RULES = Path(__file__).resolve().parents[4] / "briefing" / "translate" / "literal"
CODES = {
    *("a", "adv", "conj", "det", "int", "n", "name", "num", "prep", "pron", "v"),
    *(
        "e",
        "en",
        "s",
        "sg",
        "pl",
        "dim",
        "dim.pl",
        "gen",
        "comp",
        "sup",
        "ly",
        "1",
        "2",
        "3",
        "stem",
        "past",
        "past.pl",
    ),
    *("part", "part.e", "pres", "inf", "fin", "ing", "bare", "to", "joined", "shared", "sub", "main", "rel"),
    *("keep", "rest", "OBJ", "THAT", "TO", "NOTHING", "-"),
}
"""Forms, parts of speech and frames of the dictionary: no words of a language."""
RULES_BY_WORD = {"context.py": {"dan", "dat", "die", "het", "hoe", "je", "jullie", "of", "waar", "waarom", "waaronder"}}
"""By module the words that have a rule each, as its functions by word."""


def inline_words(source: str) -> Iterator[list[str]]:
    """Sets, tuples and keys of two or more words that stand in the code."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Set | ast.Tuple | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            words = [one.value for one in parts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if len(words) > 1 and len(words) == len(parts) and any(len(one) > 1 and one.isalpha() for one in words):
                yield words


@pytest.mark.parametrize(
    "path",
    sorted([*(RULES / "to_dutch").glob("*.py"), *(RULES / "to_english").glob("*.py")]),
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_no_list_of_words_stands_in_the_rules(path: Path) -> None:
    known = CODES | RULES_BY_WORD.get(path.name, set())
    inline = [words for words in inline_words(path.read_text("utf-8")) if not known & set(words)]
    assert [words for words in inline if not all(len(one) == 1 for one in words)] == []


def test_a_list_in_the_code_would_be_seen() -> None:
    assert list(inline_words('word.low in {"under", "above"}')) == [["under", "above"]]
    assert list(inline_words('A = {"run": ("ran", "gone")}\nB = ("left",)')) == [["ran", "gone"]]


def test_an_underscore_stands_for_a_space() -> None:
    assert "at least" in listed("en", "middle_phrases")
    assert paired("nl", "gerund_equivalents")["in plaats van"] == "instead of"
    assert tabled("nl", "governs_te")["blijken"] == ("turn out", "to")


def test_a_row_of_a_table_may_have_as_many_columns_as_it_needs() -> None:
    assert tabled("nl", "after_would")["kunnen"] == ("could",)
    assert tabled("nl", "after_would")["willen"] == ("would", "like", "to")
