"""Comparisons, ledgers and summaries: with the user's corrections, progress, cancellation and cached vectors."""

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from analysis import Analysis
from analysis.comparisons import means
from briefing.article import Article, Passage, Span
from briefing.claims.claim import ClaimCorrection
from briefing.compare import compare
from briefing.compare.embedder import vectors
from briefing.compare.ledger import ledger_of
from briefing.compare.link import LinkCorrection, Pair
from briefing.engine import Engine
from briefing.progress import CancelledError, Progress
from briefing.summary import summarise
from store import Library
from tests.analysis.reports import loose_reports, stored_reports

COSTS = ("Het herstel kost 4 miljoen euro.", "Het herstel kost 7 miljoen euro.")


class CountingEmbedder:
    """An embedder that gives every text the same vector, and counts the texts."""

    engine = Engine("counting", "1")

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        self.texts += texts
        return [array("f", [1.0, 0.0]).tobytes() for _ in texts]


@pytest.fixture(autouse=True)
def _words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.comparisons.installed", lambda: None)


@pytest.fixture
def embedder(monkeypatch: pytest.MonkeyPatch, _words_alone: None) -> CountingEmbedder:
    found = CountingEmbedder()
    monkeypatch.setattr("analysis.comparisons.installed", lambda: found)
    return found


def passage(article: Article, words: str) -> Passage:
    start = article.text.index(words)
    return article.passage(Span(start, start + len(words)))


def pair_of(pairs: Sequence[Pair], left: Article, right: Article) -> Pair:
    """The pair of the sentences about the costs."""
    spans = passage(left, COSTS[0]).span, passage(right, COSTS[1]).span
    return next(pair for pair in pairs if (pair.left, pair.right) == spans)


def correct_costs(library: Library, left: Article, right: Article) -> None:
    library.corrections.add_link(
        left.id, right.id, LinkCorrection(passage(left, COSTS[0]), passage(right, COSTS[1]), "change", "differs")
    )


def correct_source(library: Library, article: Article) -> None:
    """Let the user say that the first claim of the article is by somebody else."""
    content = Analysis(library).claims(article)[0].content.span
    library.corrections.add_claim(
        article.id, ClaimCorrection(article.passage(content), "change", source_name="Mies Tak", source_kind="person")
    )


def test_loose_files_are_compared_without_a_library(library: Library) -> None:
    left, right, third = loose_reports()
    assert Analysis().comparison(left, right) == compare(left, right)
    assert Analysis(library).comparison(left, right) == compare(left, right)
    assert Analysis().ledger([left, right, third]) == ledger_of([left, right, third])


def test_the_users_correction_of_a_link_wins_from_either_side(library: Library) -> None:
    left, right, third = stored_reports(library)
    correct_costs(library, left, right)
    analysis = Analysis(library)
    assert pair_of(analysis.comparison(left, right).pairs, left, right).relation == "differs"
    turned = analysis.comparison(right, left).pairs
    spans = passage(right, COSTS[1]).span, passage(left, COSTS[0]).span
    assert next(pair.relation for pair in turned if (pair.left, pair.right) == spans) == "differs"
    assert pair_of(compare(left, right).pairs, left, right).relation == "conflicts"
    rows = [
        row for row in analysis.ledger([left, right]).rows if row.entries[0].passage == passage(left, COSTS[0]).span
    ]
    assert [row.relation for row in rows] == ["differs"]
    assert analysis.comparison(left, third).pairs == compare(left, third).pairs


def test_a_library_and_a_loose_file_have_no_corrections_of_links(library: Library) -> None:
    left, right, _ = stored_reports(library)
    loose = loose_reports()[1]
    correct_costs(library, left, right)
    assert pair_of(Analysis(library).comparison(left, loose).pairs, left, loose).relation == "conflicts"
    assert pair_of(Analysis(library).comparison(loose_reports()[0], right).pairs, left, right).relation == "conflicts"


def test_the_users_corrections_of_claims_are_compared(library: Library) -> None:
    left, right, third = stored_reports(library)
    correct_source(library, left)
    claims = Analysis(library).claims
    assert claims(left)[0].source is not None
    assert Analysis(library).comparison(left, right) == compare(left, right, claims=claims)
    assert Analysis(library).comparison(left, right) != compare(left, right)
    assert Analysis(library).ledger([left, right, third]) == ledger_of([left, right, third], claims=claims)
    assert "Mies Tak" in [
        entry.claim.source.name
        for row in Analysis(library).ledger([left, right, third]).rows
        for entry in row.entries
        if entry.claim and entry.claim.source
    ]


WORK: dict[str, Callable[[Analysis, list[Article], Progress], object]] = {
    "comparison": lambda analysis, articles, progress: analysis.comparison(*articles[:2], progress=progress),
    "ledger": lambda analysis, articles, progress: analysis.ledger(articles, progress=progress),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
@pytest.mark.parametrize("stored", [True, False], ids=["library", "loose files"])
def test_long_work_reports_its_progress_and_can_be_cancelled(
    library: Library, work: Callable[[Analysis, list[Article], Progress], object], stored: bool
) -> None:
    articles = list(stored_reports(library) if stored else loose_reports())
    analysis = Analysis(library if stored else None)
    shares: list[float] = []
    work(analysis, articles, Progress(shares.append))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    with pytest.raises(CancelledError):
        work(analysis, articles, Progress(cancelled=lambda: True))


def test_sentences_are_embedded_once_also_after_a_restart(tmp_path: Path, embedder: CountingEmbedder) -> None:
    texts = ["een boot", "een brug"]
    with Library.open(tmp_path) as library:
        first = vectors(texts, embedder, memory=means(library).memory)
    with Library.open(tmp_path) as library:
        assert means(library).embedder is embedder
        assert vectors([*texts, "een huis"], embedder, memory=means(library).memory)[:2] == first
    assert embedder.texts == ["een boot", "een brug", "een huis"]


def test_without_a_library_no_vectors_are_kept(embedder: CountingEmbedder) -> None:
    assert means(None).embedder is embedder
    assert means(None).memory is None


def test_common_words_of_the_library_count_less(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    left, right, third = stored_reports(library)
    looked_up: list[str] = []

    def shares(_self: object, terms: dict[str, object]) -> dict[str, float]:
        looked_up.extend(terms)
        return {}

    monkeypatch.setattr("analysis.stories.WordShares.__call__", shares)
    Analysis().comparison(left, right)
    assert looked_up == []
    Analysis(library).comparison(left, right)
    assert "korenbrug" in looked_up
    looked_up.clear()
    Analysis(library).ledger([left, right, third])
    assert "korenbrug" in looked_up


def test_a_summary_is_made_from_words_with_the_users_corrections(
    library: Library, embedder: CountingEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    left, right, third = stored_reports(library)
    correct_costs(library, left, right)
    correct_source(library, left)
    relations: list[str | None] = []
    sources: list[str] = []

    def seen(articles: Sequence[Article], claims: dict[str, object], **how: object) -> object:
        comparison = how["comparing"](left, right)  # type: ignore[operator]
        relations.append(pair_of(comparison.pairs, left, right).relation)
        sources.append(claims[left.id][0].source.name)  # type: ignore[index]
        return summarise(articles, claims, **how)  # type: ignore[arg-type]

    monkeypatch.setattr("analysis.summaries.summarise", seen)
    articles = [left, right, third]
    assert Analysis(library).summary(articles).articles == tuple(articles)
    assert (relations, sources) == (["differs"], ["Mies Tak"])
    assert embedder.texts == []
    assert len(Analysis(library).summary(articles, sentences=2).sentences) == 2


def test_loose_files_are_summarised_without_a_library() -> None:
    article = loose_reports()[0]
    assert Analysis().summary([article]) == summarise([article], {article.id: Analysis().claims(article)})
