"""What is computed of articles, with what the user said of it: claims, comparisons, summaries, and the briefing of it all."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.article import Article, Language

if TYPE_CHECKING:
    from briefing.claims.claim import Claim
    from briefing.compare.link import Comparison
    from briefing.export.markdown import Briefing
    from briefing.summary.summary import Summary
    from store.library import Library

PARTS = ("summary", "comparison", "claims", "notes")


class Analysis:
    """The analysis of articles beside a library, or without one for loose files."""

    def __init__(self, library: "Library | None" = None) -> None:
        self._library = library

    def claims(self, article: Article) -> "tuple[Claim, ...]":
        """The claims of the article."""
        from briefing.claims import claims_of

        return claims_of(article)

    def comparison(self, left: Article, right: Article) -> "Comparison":
        """The two articles side by side."""
        from briefing.compare import compare

        return compare(left, right)

    def summary(self, articles: Sequence[Article], *, sentences: int | None = None) -> "Summary":
        """The short of the articles, in their own language."""
        from briefing.summary import summarise

        return summarise(articles, sentences=sentences)

    def translated(self, summary: "Summary", to: Language, *, engine: str | None = None) -> "Summary":
        """The summary in the language: what it is already, else by the engine named, else by the first that is there."""
        from briefing.translate.summaries import in_language

        return in_language(summary, to, [engine] if engine else [])

    def briefing(
        self, articles: Sequence[Article], *, title: str | None = None, parts: Collection[str] = PARTS
    ) -> "Briefing":
        """What goes into the document that an analyst sends; `parts` are some of `PARTS`."""
        from briefing.export.markdown import Briefing

        ids = {article.id for article in articles}
        notes = self._library.notes() if self._library and "notes" in parts else []
        return Briefing(
            title=title or articles[0].title,
            articles=tuple(articles),
            made=datetime.now().astimezone(),
            summary=self.summary(articles) if "summary" in parts else None,
            comparisons=(self.comparison(*articles),) if "comparison" in parts and len(articles) == 2 else (),
            claims={article.id: self.claims(article) for article in articles} if "claims" in parts else {},
            notes=tuple(note for note in notes if note.article in ids),
        )
