"""The search for words in the articles that are read."""

import re
from collections.abc import Iterator, Sequence

from briefing.article import Article, Span
from locales import active, ngettext
from tui.layout.sheet import Mark


class TextSearch:
    """The words that are searched for and their occurrences in each article."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = tuple(articles)
        self.query = ""
        self.matches: tuple[tuple[Span, ...], ...] = ((),) * len(self._articles)

    def search(self, words: str) -> None:
        """Search for words; none ends the search."""
        self.query = words
        self.matches = tuple(tuple(occurrences(article.text, words)) for article in self._articles)

    @property
    def is_on(self) -> bool:
        """Whether something is searched for."""
        return bool(self.query)

    def marks(self, sheet: int) -> list[Mark]:
        """The occurrences in an article, as marks."""
        return [Mark(span, "found") for span in self.matches[sheet]]

    def words(self) -> str:
        """What is searched for and how often it was found; empty without a search."""
        count = sum(map(len, self.matches))
        words = ngettext("“%(words)s”: %(count)s found", "“%(words)s”: %(count)s found", count)
        return words % {"words": self.query, "count": active().number(count)} if self.query else ""


def occurrences(text: str, words: str) -> Iterator[Span]:
    """The spans of the words in the text, in any case and with any white space between them."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    return (Span(*found.span()) for found in pattern.finditer(text)) if words.strip() else iter(())
