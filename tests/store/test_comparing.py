"""What is compared beside a library, and kept in its cache."""

from store import ArticleEdit, Library
from store.comparing import StoryFinder
from tests.store.articles import report

ASHORE = "Vrachtschip vastgelopen op een zandbank voor de kust van Zeeland"
CHEESE = "Kaasmarkt in Gouda trekt weinig bezoekers"


def test_an_edited_article_is_found_by_what_it_is_called_now(library: Library) -> None:
    finder = StoryFinder(library)
    library.add_article(report(CHEESE, "Er is weinig bekend."))
    asked = library.add_article(report(ASHORE, "Meer volgt later.")).article
    assert finder.like(asked) == []
    library.edit_article("1", ArticleEdit(title=ASHORE))
    for one in (finder, StoryFinder(library)):
        assert [found.article for found in one.like(asked)] == ["1"]
    library.undo()
    for one in (finder, StoryFinder(library)):
        assert one.like(asked) == []
