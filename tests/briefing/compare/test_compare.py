"""Two articles side by side: what is paired, and what stands in one of them only."""

from itertools import product

import pytest

from briefing.article import Article, Language, laid_out
from briefing.compare import compare
from briefing.compare.link import Comparison


def article(*paragraphs: str, language: Language = "nl", name: str = "1") -> Article:
    return Article(name, "Titel", language, laid_out((text, "body") for text in paragraphs))


def paired(comparison: Comparison) -> list[tuple[str, str]]:
    return [(pair.left.of(comparison.left.text), pair.right.of(comparison.right.text)) for pair in comparison.pairs]


FIRE = article(
    "In een loods in Almere heeft dinsdag brand gewoed. Vier brandweerlieden raakten gewond. De oorzaak is onbekend.",
    "De eigenaar denkt aan kortsluiting. Omwonenden moesten ramen en deuren sluiten.",
)
FIRE_TOLD_OTHERWISE = article(
    "Omwonenden werd gevraagd deuren en ramen dicht te houden. De burgemeester bezocht de buurt.",
    "Bij een brand in een loods in Almere zijn dinsdag vier brandweerlieden gewond geraakt.",
)


def test_sentences_are_paired_across_order_and_wording() -> None:
    found = paired(compare(FIRE, FIRE_TOLD_OTHERWISE))
    assert (
        "Omwonenden moesten ramen en deuren sluiten.",
        "Omwonenden werd gevraagd deuren en ramen dicht te houden.",
    ) in found


def test_what_the_other_lacks_stands_alone() -> None:
    comparison = compare(FIRE, FIRE_TOLD_OTHERWISE)
    assert "De oorzaak is onbekend." in [span.of(comparison.left.text) for span in comparison.only_left]
    assert "De burgemeester bezocht de buurt." in [span.of(comparison.right.text) for span in comparison.only_right]


def test_an_article_with_itself_pairs_every_sentence_with_itself() -> None:
    comparison = compare(FIRE, FIRE)
    assert all(pair.left == pair.right and pair.score > 0.9 for pair in comparison.pairs)
    assert len(comparison.pairs) == 5
    assert not comparison.only_left
    assert not comparison.only_right


@pytest.mark.parametrize(("left", "right"), product([(), ("Het regent.",), ("",)], repeat=2))
def test_empty_and_tiny_articles_can_be_compared(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    comparison = compare(article(*left), article(*right))
    assert len(comparison.pairs) == (left == right == ("Het regent.",))
    assert len(comparison.only_left) + len(comparison.pairs) == (left == ("Het regent.",))


def test_articles_about_other_things_share_nothing() -> None:
    other = article("De kaasmarkt van Gouda trok zaterdag weinig bezoekers. Volgens handelaren lag dat aan de kou.")
    assert not compare(FIRE, other).pairs
