"""What is computed of articles, with what the user said of it: claims, comparisons, summaries, and the briefing of it all."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.article import Article, Language
from briefing.message import NothingFoundError, UnavailableError
from briefing.translate.settings import TranslationSettings

if TYPE_CHECKING:
    from briefing.claims.claim import Claim
    from briefing.compare.ledger import Ledger
    from briefing.compare.link import Comparison
    from briefing.compare.onlooker import Onlooker
    from briefing.export.markdown import Briefing
    from briefing.summary.summary import Summary
    from briefing.translate.translation import Translation
    from store.comparing import Suggestions
    from store.library import Library

PARTS = ("summary", "comparison", "claims", "notes")


class Analysis:
    """The analysis of articles beside a library, or without one for loose files."""

    def __init__(self, library: "Library | None" = None, translation: TranslationSettings | None = None) -> None:
        self._library = library
        self._translation = translation or TranslationSettings()

    def claims(self, article: Article) -> "tuple[Claim, ...]":
        """The claims of the article, as the user has corrected them."""
        from briefing.claims import apply, claims_of

        found = claims_of(article)
        if self._library is None:
            return found
        with suppress(NothingFoundError):  # an article from a loose file has no place in the library
            return apply(self._library.claim_corrections(article.id).values(), found, article)
        return found

    def comparison(self, left: Article, right: Article, *, onlooker: "Onlooker | None" = None) -> "Comparison":
        """The two articles side by side, as the user corrected their links; by words, and by meaning where that is installed.

        Raises:
            CancelledError: the onlooker stopped it.
        """
        from briefing.compare import compare
        from store import comparing

        return compare(
            left,
            right,
            claims=self.claims,
            corrections=comparing.corrections(self._library, left, right),
            means=comparing.means(self._library, onlooker),
        )

    def ledger(self, articles: Sequence[Article], *, onlooker: "Onlooker | None" = None) -> "Ledger":
        """Who says what in several articles, as the user corrected claims and links.

        Raises:
            CancelledError: the onlooker stopped it.
        """
        from briefing.compare.ledger import ledger_of
        from store import comparing

        return ledger_of(
            articles,
            claims=self.claims,
            corrections=lambda left, right: comparing.corrections(self._library, left, right),
            means=comparing.means(self._library, onlooker),
        )

    def same_story(self, articles: Sequence[Article], *, limit: int = 5) -> "Suggestions":
        """The other articles of the library that may belong to the stories of these.

        It is quick: where `sketch` has not come to most of them yet, these are not looked at, and counted.
        """
        from store import comparing

        if self._library is None:
            return comparing.Suggestions({})
        return comparing.same_story(self._library, articles, limit=limit)

    def sketch(self, onlooker: "Onlooker | None" = None) -> None:
        """Look at the articles of the library that suggestions are not made from yet; what is done when it is stopped stays done.

        Raises:
            CancelledError: the onlooker stopped it.
        """
        from briefing.compare.onlooker import NOBODY

        if self._library is not None:
            self._library.sketches().make(onlooker or NOBODY)

    def summary(self, articles: Sequence[Article], *, sentences: int | None = None) -> "Summary":
        """The short of the articles, in their own language, as the user corrected their claims and links.

        Articles are compared by their words alone: that is what makes a summary of a whole dossier quick.
        """
        from briefing.compare import compare
        from briefing.summary import summarise
        from briefing.summary.links import within
        from store import comparing

        claims = {article.id: self.claims(article) for article in articles}
        return summarise(
            articles,
            claims,
            comparing=lambda one, two: compare(
                one,
                two,
                claims=lambda article: within(claims[article.id], article),
                corrections=comparing.corrections(self._library, one, two),
            ),
            sentences=sentences,
        )

    def translated(
        self,
        summary: "Summary",
        to: Language,
        named: Sequence[str] = (),
        *,
        passed_over: Callable[[UnavailableError], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> "Summary":
        """The summary in the language: as it is, else by the first of the engines that can (those named, if any are).

        Raises:
            UnavailableError: no engine could.
        """
        from briefing.translate.summaries import in_language

        return in_language(
            summary,
            to,
            self._translation,
            named,
            memory=self._library,
            passed_over=passed_over,
            cancelled=cancelled,
        )

    def translation(
        self,
        article: Article,
        to: Language,
        named: Sequence[str] = (),
        *,
        passed_over: Callable[[UnavailableError], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> "Iterator[Translation]":
        """The paragraphs of the article in the language, each as it comes.

        Raises:
            UnavailableError: no engine could.
            StoppedError: `cancelled` answered yes.
        """
        from briefing.translate.articles import paragraphs_in

        return paragraphs_in(
            article,
            to,
            self._translation,
            named,
            memory=self._library,
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
        named: Sequence[str] = (),
    ) -> "Briefing":
        """What goes into the document that an analyst sends, in a language; `parts` are some of `PARTS`.

        Nothing is sent anywhere: the summary is translated by an engine that sends nothing, or by those named. It stays in
        the articles' language where none of them can.
        """
        from briefing.export.markdown import Briefing
        from briefing.translate.engines import staying

        ids = {article.id for article in articles}
        library = self._library if "notes" in parts else None
        notes = library.notes() if library else []
        dossiers = (
            {one.id for one in library.dossiers() if one.articles and ids.issuperset(one.articles)}
            if library
            else set()
        )
        summary = self.summary(articles) if "summary" in parts else None
        if summary:
            with suppress(UnavailableError):
                summary = self.translated(summary, to, tuple(named) or staying(self._translation))
        return Briefing(
            title=title or articles[0].title,
            articles=tuple(articles),
            made=datetime.now().astimezone(),
            summary=summary,
            comparisons=(self.comparison(articles[0], articles[1]),)
            if "comparison" in parts and len(articles) == 2
            else (),
            ledger=self.ledger(articles) if "comparison" in parts and len(articles) > 2 else None,
            claims={article.id: self.claims(article) for article in articles} if "claims" in parts else {},
            notes=tuple(note for note in notes if note.article in ids or note.dossier in dossiers),
        )
