"""Claims with the user's corrections, computed once for each text and version of the rules."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from analysis import Analysis
from briefing.article import Article, Span
from briefing.claims import claims_of
from briefing.claims.claim import Claim, ClaimCorrection
from store import ArticleEdit, Library
from tests.store.articles import report

TEXT = (
    "Volgens het waterschap zou de dijk bij Oudewater verzakt zijn.",
    "“De dijk”, zegt dijkgraaf Mies Kort, “houdt het nog jaren.” De minister ontkent dat er geld tekort is.",
    "Dat meldt een ingewijde aan persbureau Noordpers. De boeren wachten.",
)


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the articles that the rules were applied to."""
    titles: list[str] = []

    def counted(article: Article) -> tuple[Claim, ...]:
        titles.append(article.title)
        return claims_of(article)

    monkeypatch.setattr("analysis.claims.claims_of", counted)
    return titles


def test_a_loose_file_has_the_claims_of_the_rules(library: Library) -> None:
    loose = report("Dijk", *TEXT)
    expected = claims_of(loose)
    assert {claim.polarity for claim in expected} == {"positive", "negative"}
    assert Analysis().claims(loose) == expected
    assert Analysis(library).claims(loose) == expected


def test_the_users_corrections_win(library: Library) -> None:
    article = library.articles.add(report("Dijk", *TEXT)).article
    other = library.articles.add(report("Andere dijk", *TEXT, "Meer volgt.")).article
    first = claims_of(article)[0]
    anchor = article.passage(first.content.span)
    library.corrections.add_claim(article.id, ClaimCorrection(anchor, "change", certainty="certain"))
    assert first.certainty == "unspecified"
    assert Analysis(library).claims(article)[0].certainty == "certain"
    assert Analysis(library).claims(other)[0].certainty == "unspecified"
    library.undo()
    assert Analysis(library).claims(article) == claims_of(article)


def test_the_rules_run_once_for_a_text_also_after_a_restart(tmp_path: Path, computed: list[str]) -> None:
    with Library.open(tmp_path) as library:
        article = library.articles.add(report("Dijk", *TEXT)).article
        first = Analysis(library).claims(article)
        assert Analysis(library).claims(article) == first
    with Library.open(tmp_path) as library:
        assert Analysis(library).claims(library.articles.get("1")) == first == claims_of(article)
    assert computed == ["Dijk"]


CHANGES: dict[str, Callable[[Article], Article]] = {
    "title": lambda article: replace(article, title="Dijk verzakt"),
    "language": lambda article: replace(article, language="en"),
    "outlet": lambda article: replace(article, outlet="Noordpers"),
    "date": lambda article: replace(article, published=None),
    "text": lambda article: replace(article, paragraphs=article.paragraphs[:-1]),
    "kind of paragraph": lambda article: replace(
        article, paragraphs=(replace(article.paragraphs[0], kind="heading"), *article.paragraphs[1:])
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_article_is_computed_again(
    library: Library, computed: list[str], change: Callable[[Article], Article]
) -> None:
    article = library.articles.add(report("Dijk", *TEXT)).article
    Analysis(library).claims(article)
    changed = change(article)
    assert Analysis(library).claims(changed) == claims_of(changed)
    assert computed == ["Dijk", changed.title]


def test_an_edit_in_the_library_that_leaves_the_article_alike_is_not_computed_again(
    library: Library, computed: list[str]
) -> None:
    article = library.articles.add(report("Dijk", *TEXT)).article
    Analysis(library).claims(article)
    Analysis(library).claims(library.articles.edit("1", ArticleEdit(url="https://example.org/dijk")))
    assert computed == ["Dijk"]


@pytest.mark.parametrize("name", ["VERSION", "__version__"])
def test_a_new_version_computes_again(
    library: Library, computed: list[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    article = library.articles.add(report("Dijk", *TEXT)).article
    Analysis(library).claims(article)
    monkeypatch.setattr(f"analysis.claim_cache.{name}", "next")
    Analysis(library).claims(article)
    assert computed == ["Dijk", "Dijk"]


@pytest.mark.parametrize("stored", [b"", b"{", b"[1]", b"[{}]", b'[{"why": []}]', b'{"a": 1}', b"\xff"])
def test_a_damaged_entry_is_computed_again(library: Library, computed: list[str], stored: bytes) -> None:
    article = library.articles.add(report("Dijk", *TEXT)).article
    first = Analysis(library).claims(article)
    (key,) = (key for (key,) in library.cache.rows("SELECT key FROM results WHERE kind = 'claims'"))
    library.cache.put("claims", key, stored)
    assert Analysis(library).claims(article) == first
    assert computed == ["Dijk", "Dijk"]


def test_claims_come_back_from_the_cache_in_all_their_parts(library: Library) -> None:
    texts = {
        "nl": TEXT,
        "en": (
            "Officials reportedly denied that the dam had failed. “It,” the mayor said, “may never be rebuilt.”",
            "The plan was dropped, according to a report by Northwire.",
        ),
    }
    found = set[str]()
    for language, paragraphs in texts.items():
        article = library.articles.add(report("Dam", *paragraphs, language=language)).article
        claims = Analysis(library).claims(article)
        again = Analysis(library).claims(article)
        assert again == claims == claims_of(article)
        assert [type(span) for claim in again for span in claim.hedges] == [Span] * sum(
            len(one.hedges) for one in again
        )
        assert {hash(claim) for claim in again} == {hash(claim) for claim in claims}
        for claim in claims:
            found |= {"source" for _ in filter(None, [claim.source])} | {"cue" for _ in filter(None, [claim.cue])}
            found |= {"hedge" for _ in claim.hedges} | {"parts" for _ in claim.content.parts[1:]}
    assert found == {"source", "cue", "hedge", "parts"}
