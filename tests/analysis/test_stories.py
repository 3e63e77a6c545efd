"""Suggestions of reports of one story, and the story index behind them."""

from pathlib import Path

import pytest

from analysis import Analysis
from analysis.stories import Suggestions, WordShares, same_story, update_index
from briefing.compare.lexical import PassageIndex
from briefing.compare.terms import profile
from briefing.message import Message
from briefing.progress import CancelledError, Progress
from store import ArticleEdit, Library
from store.articles import Articles
from tests.store.articles import report

ASHORE = "Vrachtschip vastgelopen op een zandbank voor de kust van Zeeland"
CHEESE = "Kaasmarkt in Gouda trekt weinig bezoekers"


def alike(library: Library, *ids: str) -> list[list[str]]:
    found = same_story(library, [library.articles.get(one) for one in ids]).found
    return [[other.article for other in found[one]] for one in ids]


def test_an_edited_article_is_suggested_by_its_present_title(library: Library) -> None:
    library.articles.add(report(CHEESE, "Er is weinig bekend."))
    library.articles.add(report(ASHORE, "Meer volgt later."))
    update_index(library)
    assert alike(library, "2") == [[]]
    library.articles.edit("1", ArticleEdit(title=ASHORE))
    assert alike(library, "2") == [["1"]]
    library.undo()
    assert alike(library, "2") == [[]]


def test_articles_added_together_suggest_each_other_while_others_wait(library: Library) -> None:
    library.articles.add(report(ASHORE, "De sleepboot is onderweg."))
    for number in range(25):
        library.articles.add(report(CHEESE, f"Er is weinig bekend, zegt bron {number}."))
    together = [
        library.articles.add(report(ASHORE, words)).article for words in ("Meer volgt.", "De bemanning is van boord.")
    ]
    suggestions = same_story(library, together)
    assert [[other.article for other in others] for others in suggestions.found.values()] == [["28"], ["27"]]
    assert suggestions.waiting == 8
    update_index(library)
    assert sorted(alike(library, "28")[0]) == ["1", "27"]


def test_a_trashed_article_is_not_suggested_until_it_is_recovered(library: Library) -> None:
    library.articles.add(report(ASHORE, "Meer volgt later."))
    library.articles.add(report(ASHORE, "De bemanning is van boord."))
    assert alike(library, "1", "2") == [["2"], ["1"]]
    library.articles.trash("1")
    assert alike(library, "2") == [[]]
    library.articles.recover("1")
    assert alike(library, "2") == [["1"]]
    library.articles.remove("1")
    assert alike(library, "2") == [[]]


def test_indexing_goes_on_where_it_was_cancelled(library: Library) -> None:
    for number in range(4):
        library.articles.add(report(CHEESE, f"Er is weinig bekend, zegt bron {number}."))
    looks = iter([False, False, True])
    with pytest.raises(CancelledError):
        update_index(library, Progress(cancelled=lambda: next(looks)))
    assert library.story_index.catch_up() == 2
    shares: list[float] = []
    update_index(library, Progress(shares.append))
    assert shares == [0, 1]
    assert library.story_index.catch_up() == 0


def test_another_program_finds_the_sketches_and_reads_no_article_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path) as library:
        for words in ("Meer volgt later.", "De bemanning is van boord."):
            library.articles.add(report(ASHORE, words))
        update_index(library)
    with Library.open(tmp_path) as library:
        asked = library.articles.get("2")
        monkeypatch.setattr(Articles, "get", None)
        suggestions = same_story(library, [asked])
    assert [one.article for one in suggestions.found["2"]] == ["1"]
    assert suggestions.waiting == 0


def test_a_missing_cache_is_rebuilt(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        with library.transaction(Message.of("library.did.import")):
            for words in ("Meer volgt later.", "De bemanning is van boord."):
                library.articles.add(report(ASHORE, words))
        update_index(library)
        library.maintenance.compact()
        assert library.story_index.catch_up() == 2
    (tmp_path / "cache.db").unlink()
    with Library.open(tmp_path) as library:
        update_index(library)
        assert alike(library, "1") == [["2"]]


def test_a_word_common_in_the_library_counts_less_and_one_more_article_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analysis.stories._LEAST_ARTICLES", 8)
    terms = {term.text: term for term in profile("De burgemeester opende de kaasmarkt.", "nl").terms}
    for number in range(7):
        library.articles.add(report("Burgemeester van een dorp", f"Er is weinig bekend, zegt bron {number}."))
    update_index(library)
    assert WordShares(library.story_index)(terms) == {}
    library.articles.add(report(CHEESE, "Er is weinig bekend."))
    update_index(library)
    before = WordShares(library.story_index)(terms)
    assert before["burgemeester"] == 1
    assert before["kaasmarkt"] == 1 / 8
    library.articles.add(report("Burgemeester van een dorp", "Meer volgt later."))
    update_index(library)
    assert WordShares(library.story_index)(terms) == before
    left, right = (
        [profile(text, "nl")]
        for text in ("De burgemeester opende de kaasmarkt.", "De kaasmarkt sprak de burgemeester aan.")
    )
    alone, beside = PassageIndex(left, right), PassageIndex(left, right, commonness=WordShares(library.story_index))
    assert alone.weight(terms["burgemeester"]) == alone.weight(terms["kaasmarkt"])
    assert beside.weight(terms["burgemeester"]) < beside.weight(terms["kaasmarkt"])


def test_the_analysis_suggests_and_indexes(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.stories._INDEXED_FIRST", 2)
    articles = [library.articles.add(report(ASHORE, f"Meer volgt, zegt bron {number}.")).article for number in range(5)]
    analysis = Analysis(library)
    assert analysis.same_story(articles[-1:]).waiting == 3
    shares: list[float] = []
    analysis.index_stories(Progress(shares.append))
    assert shares[-1] == 1
    found = analysis.same_story(articles[:2])
    assert found.waiting == 0
    assert [len(others) for others in found.found.values()] == [4, 4]
    assert all(id not in [one.article for one in others] for id, others in found.found.items())
    assert [len(others) for others in analysis.same_story(articles[:1], limit=3).found.values()] == [3]
    assert [len(others) for others in analysis.same_story(articles[:1], limit=1).found.values()] == [1]
    analysis.index_stories()
    assert analysis.same_story([]).found == {}


def test_without_a_library_nothing_is_suggested() -> None:
    Analysis().index_stories()
    assert Analysis().same_story([report(ASHORE)]) == Suggestions({}, 0)


def test_an_article_removed_meanwhile_is_passed_over(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.articles.add(report(ASHORE))
    library.articles.add(report(CHEESE))
    library.story_index.catch_up()
    monkeypatch.setattr(type(library.story_index), "waiting", lambda _index, _limit: ["9", "2", "1"])
    update_index(library)
    assert len(library.story_index) == 2


def test_an_article_that_is_already_indexed_is_not_read_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = library.articles.add(report(ASHORE)).article
    update_index(library)
    monkeypatch.setattr("analysis.stories.sketch_of", lambda _article: pytest.fail("read again"))
    assert same_story(library, [article]).waiting == 0
