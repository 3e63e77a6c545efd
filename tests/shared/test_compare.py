"""What the comparison of the two real reports must show; pairs are named by a few words of each side."""

from pathlib import Path

import pytest

from briefing.compare import compare
from briefing.compare.link import Comparison, Pair
from briefing.ingest.text import read_article

PAIRS = [
    ("vond de Britse overheid", "De Britse overheid vond"),
    ("gesprekken met Britse ambtenaren", "gesproken met Britse ambtenaren"),
    ("altijd ontkend", "ontkent Huawei"),
    ("nooit concreet bewijs", "nooit bewijs daarvoor"),
    ("bestaat de angst", "geruchten dat de Chinese overheid"),
    ("Nederland vooralsnog geen maatregelen", "worden vooralsnog geen maatregelen"),
    ("T-Mobile maakt veel gebruik", "T-mobile geen afscheid"),
    ("KPN en VodafoneZiggo gaven", "KPN en VodafoneZiggo laten"),
]


@pytest.fixture
def comparison(shared: Path) -> Comparison:
    left, right = (read_article(path.read_bytes(), name=path.name) for path in sorted(shared.glob("articles/*.txt")))
    return compare(left, right)


def sides(comparison: Comparison, pair: Pair) -> tuple[str, str]:
    return pair.left.of(comparison.left.text), pair.right.of(comparison.right.text)


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_what_both_tell_is_paired(comparison: Comparison, left: str, right: str) -> None:
    assert [
        1 for pair in comparison.pairs if left in sides(comparison, pair)[0] and right in sides(comparison, pair)[1]
    ]


def test_nothing_is_wrong_among_the_likely_pairs(comparison: Comparison) -> None:
    likely = [sides(comparison, pair) for pair in comparison.pairs if pair.score > 0.8]
    assert [both for both in likely if not any(left in both[0] and right in both[1] for left, right in PAIRS)] == []


def test_the_hedge_that_one_has_is_named(comparison: Comparison) -> None:
    pair = next(pair for pair in comparison.pairs if "tekortkomingen" in sides(comparison, pair)[0])
    assert pair.relation == "differs"
    assert [(one.kind, one.left, one.right) for one in pair.differences] == [("certainty", "vormden", "zouden vormen")]


def test_a_denial_in_both_is_the_same_and_leans_on_one_source(comparison: Comparison) -> None:
    pair = next(pair for pair in comparison.pairs if "ontkend" in sides(comparison, pair)[0])
    assert (pair.relation, pair.independent, pair.shared_root) == ("same", "no", "Huawei")
