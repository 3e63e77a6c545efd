"""Reading articles of the library by their ids, and opening them."""

from collections.abc import Sequence

from briefing.article import Article
from tui.screens.base import BriefingScreen


class ArticleOpener:
    """Opens articles, alone or side by side, and remembers that they were opened."""

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen

    def read(self, ids: Sequence[str]) -> list[Article]:
        """The articles; none, and an error is shown, if one cannot be read."""
        host = self._screen.host
        return host.attempt(lambda: [host.library.articles.get(article_id) for article_id in ids]) or []

    def to_read(self, article_id: str, at: int | None) -> None:
        """Open an article at an offset."""
        for article in self.read([article_id]):
            self._screen.host.go.to_article(article, at)
            self._screen.host.write(lambda library: library.articles.mark_opened(article_id))

    def side_by_side(self, ids: Sequence[str]) -> bool:
        """Open two articles side by side; false, and an error is shown, if one cannot be read."""
        articles = self.read(ids)
        if len(articles) != 2:
            return False
        self._screen.host.go.to_comparison(articles[0], articles[1])
        self._screen.host.write(lambda library: library.articles.mark_opened(*ids))
        return True
