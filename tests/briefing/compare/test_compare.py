"""Two articles side by side: what is paired, and what stands in one of them only."""

import cProfile
from collections.abc import Callable
from itertools import pairwise, product

import pytest

from briefing.article import Article, Language, laid_out
from briefing.compare import compare
from briefing.compare.link import Comparison
from briefing.compare.pairing import Means
from briefing.progress import CancelledError, Progress


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


@pytest.mark.parametrize(("left", "right"), [*product([(), ("Het regent.",), ("",)], repeat=2)])
def test_empty_and_tiny_articles_can_be_compared(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    comparison = compare(article(*left), article(*right))
    assert len(comparison.pairs) == (left == right == ("Het regent.",))
    assert len(comparison.only_left) + len(comparison.pairs) == (left == ("Het regent.",))


def test_articles_about_other_things_share_nothing() -> None:
    other = article("De kaasmarkt van Gouda trok zaterdag weinig bezoekers. Volgens handelaren lag dat aan de kou.")
    assert not compare(FIRE, other).pairs


def long_article(sentences: int) -> Article:
    """An article of sentences that share words with many others, as those of a long text do."""
    places, things = ("Almere", "Breda", "Delft", "Emmen"), ("brug", "school", "haven", "fabriek", "toren")
    return article(
        *(
            f"In {places[at % 4]} werd {things[at % 5]} {at} gesloten, zei inspecteur Jan Bakker{at % 37}."
            for at in range(sentences)
        )
    )


def calls(work: Callable[[], object]) -> int:
    """How many calls the work makes, which does not depend on how busy the machine is."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def test_the_work_grows_with_the_length_of_the_articles_and_not_with_its_square() -> None:
    short, long = long_article(60), long_article(300)
    compare(short, long)  # reads the word lists
    assert calls(lambda: compare(long, long)) < 7 * calls(lambda: compare(short, short))


def test_a_long_article_tells_steadily_how_far_it_is() -> None:
    told: list[float] = []
    compare(long_article(300), long_article(200), means=Means(progress=Progress(told.append)))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)
    assert max(after - before for before, after in pairwise(told)) < 0.2


@pytest.mark.parametrize("stage", [0.0, 0.2, 0.5, 0.9, 0.97])
def test_it_stops_soon_when_it_is_to_stop(stage: float) -> None:
    told = [0.0]
    progress = Progress(told.append, lambda: told[-1] >= stage)
    with pytest.raises(CancelledError):
        compare(long_article(300), long_article(200), means=Means(progress=progress))
    assert told[-1] - stage < 0.2


def test_headings_are_not_paired_by_one_word() -> None:
    left = Article("1", "Titel", "nl", laid_out([("Lof voor de bakker", "heading"), ("De molen draait weer.", "body")]))
    right = Article("2", "Titel", "nl", laid_out([("De bakker stopt", "heading"), ("Het regent in de stad.", "body")]))
    assert not compare(left, right).pairs


def test_sentences_that_share_only_words_that_tell_little_are_not_paired() -> None:
    left = article("De fabrikant haalt de ladder terug.", "Het bedrijf doet dat na een ongeval.")
    right = article("De keurmeester schrijft de kapper.", "Het bedrijf doet dat iedere maand.")
    assert not compare(left, right).pairs
