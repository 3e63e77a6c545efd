"""What is known of the articles that are read: their claims, notes, and a search in them."""

from collections.abc import Sequence

from briefing.article import Article
from tui.screens.reading.claims import MarkedClaims
from tui.screens.reading.note_marks import NoteMarks
from tui.screens.reading.text_search import TextSearch


class ReadText:
    """One or two articles with the state of their claims, notes and search. Screen and view share it."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self.claims = MarkedClaims(len(self.articles))
        self.notes = NoteMarks(self.articles)
        self.search = TextSearch(self.articles)

    @property
    def length(self) -> int:
        """The characters of the articles."""
        return sum(len(article.text) for article in self.articles)
