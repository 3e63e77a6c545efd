"""What is compared beside a library, and kept in its cache."""

from pathlib import Path

import pytest

from briefing.compare.lexical import Vocabulary
from briefing.compare.onlooker import CancelledError, Onlooker
from briefing.compare.terms import profile
from briefing.message import Message
from store import ArticleEdit, Library
from store.comparing import Common, same_story
from tests.store.articles import report

ASHORE = "Vrachtschip vastgelopen op een zandbank voor de kust van Zeeland"
CHEESE = "Kaasmarkt in Gouda trekt weinig bezoekers"


def alike(library: Library, *ids: str) -> list[list[str]]:
    found = same_story(library, [library.article(one) for one in ids]).found
    return [[other.article for other in found[one]] for one in ids]


def test_an_edited_article_is_found_by_what_it_is_called_now(library: Library) -> None:
    library.add_article(report(CHEESE, "Er is weinig bekend."))
    library.add_article(report(ASHORE, "Meer volgt later."))
    library.sketches().make()
    assert alike(library, "2") == [[]]
    library.edit_article("1", ArticleEdit(title=ASHORE))
    assert alike(library, "2") == [["1"]]
    library.undo()
    assert alike(library, "2") == [[]]


def test_what_is_added_together_finds_each_other_and_does_not_wait_for_many_others(library: Library) -> None:
    library.add_article(report(ASHORE, "De sleepboot is onderweg."))
    for number in range(25):
        library.add_article(report(CHEESE, f"Er is weinig bekend, zegt bron {number}."))
    together = [
        library.add_article(report(ASHORE, words)).article for words in ("Meer volgt.", "De bemanning is van boord.")
    ]
    suggestions = same_story(library, together)
    assert [[other.article for other in others] for others in suggestions.found.values()] == [["28"], ["27"]]
    assert suggestions.waiting == 8
    library.sketches().make()
    assert sorted(alike(library, "28")[0]) == ["1", "27"]


def test_what_was_thrown_away_is_not_suggested_until_it_is_put_back(library: Library) -> None:
    library.add_article(report(ASHORE, "Meer volgt later."))
    library.add_article(report(ASHORE, "De bemanning is van boord."))
    assert alike(library, "1", "2") == [["2"], ["1"]]
    library.trash("1")
    assert alike(library, "2") == [[]]
    library.recover("1")
    assert alike(library, "2") == [["1"]]
    library.remove("1")
    assert alike(library, "2") == [[]]


def test_sketches_that_are_waited_for_are_made_from_where_it_was_stopped(library: Library) -> None:
    for number in range(4):
        library.add_article(report(CHEESE, f"Er is weinig bekend, zegt bron {number}."))
    looks = iter([False, False, True])
    with pytest.raises(CancelledError):
        library.sketches().make(Onlooker(cancelled=lambda: next(looks)))
    assert library.sketches().catch_up() == 2
    told: list[float] = []
    library.sketches().make(Onlooker(told.append))
    assert told == [0, 1]
    assert library.sketches().catch_up() == 0


def test_another_program_finds_the_sketches_and_reads_no_article_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path) as library:
        for words in ("Meer volgt later.", "De bemanning is van boord."):
            library.add_article(report(ASHORE, words))
        library.sketches().make()
    with Library.open(tmp_path) as library:
        asked = library.article("2")
        monkeypatch.setattr(Library, "article", None)
        suggestions = same_story(library, [asked])
    assert [one.article for one in suggestions.found["2"]] == ["1"]
    assert suggestions.waiting == 0


def test_a_cache_that_is_gone_is_made_anew(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        with library.together(Message.of("library.did.import")):
            for words in ("Meer volgt later.", "De bemanning is van boord."):
                library.add_article(report(ASHORE, words))
        library.sketches().make()
        library.compact()
        assert library.sketches().catch_up() == 2
    (tmp_path / "cache.db").unlink()
    with Library.open(tmp_path) as library:
        library.sketches().make()
        assert alike(library, "1") == [["2"]]


def test_a_word_that_many_articles_are_about_tells_less_and_one_article_more_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.comparing._MANY", 8)
    terms = {term.text: term for term in profile("De burgemeester opende de kaasmarkt.", "nl").terms}
    for number in range(7):
        library.add_article(report("Burgemeester van een dorp", f"Er is weinig bekend, zegt bron {number}."))
    library.sketches().make()
    assert Common(library)(terms) == {}
    library.add_article(report(CHEESE, "Er is weinig bekend."))
    library.sketches().make()
    before = Common(library)(terms)
    assert before["burgemeester"] == 1
    assert before["kaasmarkt"] == 1 / 8
    library.add_article(report("Burgemeester van een dorp", "Meer volgt later."))
    library.sketches().make()
    assert Common(library)(terms) == before
    left, right = (
        [profile(text, "nl")]
        for text in ("De burgemeester opende de kaasmarkt.", "De kaasmarkt sprak de burgemeester aan.")
    )
    alone, beside = Vocabulary(left, right), Vocabulary(left, right, commonness=Common(library))
    assert alone.weight(terms["burgemeester"]) == alone.weight(terms["kaasmarkt"])
    assert beside.weight(terms["burgemeester"]) < beside.weight(terms["kaasmarkt"])
