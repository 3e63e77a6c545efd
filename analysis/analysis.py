"""The one object through which commands and screens ask for computed results."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.article import Article, Language
from briefing.message import UnavailableError
from briefing.translate.engine_settings import TranslationSettings

if TYPE_CHECKING:
    from analysis.stories import Suggestions
    from briefing.claims.claim import Claim
    from briefing.compare.ledger import Ledger
    from briefing.compare.link import Comparison
    from briefing.coverage.revision import Revision
    from briefing.coverage.versions import History
    from briefing.export.markdown import Briefing
    from briefing.progress import Progress
    from briefing.summary.summary import Summary
    from briefing.translate.translation import Translation
    from store.cache import Cache
    from store.library import Library

PARTS = ("summary", "comparison", "claims", "notes")
"""The parts that a briefing may have."""


class Analysis:
    """Computes results for articles of a library, or for loose files if there is no library.

    Each method imports what it needs, so that a command loads only its own part.
    """

    def __init__(self, library: "Library | None" = None, translation: TranslationSettings | None = None) -> None:
        self._library = library
        self._translation = translation or TranslationSettings()

    def claims(self, article: Article) -> "tuple[Claim, ...]":
        """The claims of the article with the user's corrections."""
        from analysis.claims import corrected_claims

        return corrected_claims(article, self._library)

    def comparison(self, left: Article, right: Article, *, progress: "Progress | None" = None) -> "Comparison":
        """The comparison of two articles with the user's corrections.

        Raises:
            CancelledError: the work was cancelled.
        """
        from analysis.comparisons import comparison

        return comparison(left, right, self._library, progress)

    def ledger(self, articles: Sequence[Article], *, progress: "Progress | None" = None) -> "Ledger":
        """Who says what in several articles, with the user's corrections.

        Raises:
            CancelledError: the work was cancelled.
        """
        from analysis.comparisons import ledger

        return ledger(articles, self._library, progress)

    def same_story(self, articles: Sequence[Article], *, limit: int = 5) -> "Suggestions":
        """Other articles of the library that may belong to the stories of these. Articles not indexed yet are counted."""
        from analysis.stories import Suggestions, same_story

        if self._library is None:
            return Suggestions({})
        return same_story(self._library, articles, limit=limit)

    def versions(self, articles: Sequence[Article]) -> "Mapping[str, History]":
        """By article, its versions in the library, itself among them; each of several loose files has itself alone."""
        from analysis.versions import histories
        from briefing.coverage.versions import Version, history_of

        if self._library is None:
            return {article.id: history_of([Version(article)]) for article in articles}
        return histories(articles, self._library)

    def revision(self, older: Article, newer: Article, *, progress: "Progress | None" = None) -> "Revision":
        """What changed between two versions of a report, with the user's corrections.

        Raises:
            CancelledError: the work was cancelled.
        """
        from analysis.versions import revision

        return revision(older, newer, self._library, progress)

    def index_stories(self, progress: "Progress | None" = None) -> None:
        """Index the articles of the library for `same_story`; what is done before a cancellation stays done.

        Raises:
            CancelledError: the work was cancelled.
        """
        from analysis.stories import update_index
        from briefing.progress import UNREPORTED

        if self._library is not None:
            update_index(self._library, progress or UNREPORTED)

    def summary(self, articles: Sequence[Article], *, sentences: int | None = None) -> "Summary":
        """The summary of the articles in their own languages, with the user's corrections."""
        from analysis.summaries import summary

        return summary(articles, self._library, sentences=sentences)

    def written(self, summary: "Summary", *, cancelled: Callable[[], bool] = lambda: False) -> "Summary":
        """The summary written by the language model of the settings, each sentence checked against its passages.

        Raises:
            UnavailableError: there is no model, or it does not answer.
            StoppedError: `cancelled` returned true.
        """
        from briefing.translate.written import written

        claims = {article.id: self.claims(article) for article in summary.articles}
        return written(summary, claims, self._translation, cancelled=cancelled)

    def translated(
        self,
        summary: "Summary",
        to: Language,
        engines: Sequence[str] = (),
        *,
        passed_over: Callable[[UnavailableError], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> "Summary":
        """The summary in a language, by the first engine that works: of those named, or else of the settings.

        Raises:
            UnavailableError: no engine works.
        """
        from briefing.translate.summaries import in_language

        return in_language(
            summary,
            to,
            self._translation,
            engines,
            memory=self._cache,
            passed_over=passed_over,
            cancelled=cancelled,
        )

    def translation(
        self,
        article: Article,
        to: Language,
        engines: Sequence[str] = (),
        *,
        passed_over: Callable[[UnavailableError], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> "Iterator[Translation]":
        """The translated paragraphs of the article, each as soon as it is done.

        Raises:
            UnavailableError: no engine works.
            StoppedError: `cancelled` returned true.
        """
        from briefing.translate.articles import paragraphs_in

        return paragraphs_in(
            article,
            to,
            self._translation,
            engines,
            memory=self._cache,
            passed_over=passed_over,
            cancelled=cancelled,
        )

    def briefing(
        self,
        articles: Sequence[Article],
        *,
        to: Language,
        title: str | None = None,
        parts: Collection[str] = PARTS,
        engines: Sequence[str] = (),
    ) -> "Briefing":
        """The content of the document that an analyst sends; `parts` are some of `PARTS`.

        Nothing is sent anywhere unless `engines` names a service: without it only local engines translate the summary,
        and it stays in the articles' languages if none of them can.
        """
        from analysis.briefings import briefing

        return briefing(articles, to, self._library, self._translation, title=title, parts=parts, engines=engines)

    @property
    def _cache(self) -> "Cache | None":
        return self._library.cache if self._library else None
