"""Searching the texts of the library."""

from dataclasses import replace
from typing import Literal

from briefing.article import PARAGRAPH_BREAK, Paragraph, Span
from briefing.message import NothingFoundError
from store.articles import records_in, selection_of
from store.base import Part
from store.engine import Snapshot
from store.find import Finder, finder, opening, snippet
from store.query import read
from store.records import text_of
from store.values import ArticleFilter, ArticleRecord, Hit


class FullText(Part):
    """Full text over titles and texts."""

    def search(
        self,
        query: str,
        *,
        order: Literal["rank", "date"] = "rank",
        limit: int = 50,
        typing: bool = False,
    ) -> list[Hit]:
        """The articles in which the query is found, best or newest first, with a snippet of each.

        Words match in all their forms and as parts of Dutch compounds; `typing` leaves the last word open.

        Raises:
            WrongUseError: the query has a filter or a value that does not exist, or a quotation that is not closed.
        """
        question = read(query, typing=typing)
        self._engine.catch_up()
        with self._engine.reading() as snapshot:
            chosen = replace(self._named(question.filter, snapshot), limit=limit)
            asked = finder(question, snapshot)
            selection = selection_of(replace(chosen, order="published"))
            if not asked.match.wanted:
                numbers = [] if question.wanted else snapshot.select("articles", selection)
            else:
                selection = selection if order == "date" else replace(selection, order=None)
                numbers = snapshot.match("texts", asked.match, "articles", selection)
            texts = dict(snapshot.documents("texts", numbers))
            return [_hit(record, text_of(texts[int(record.id)]), asked) for record in records_in(snapshot, numbers)]

    def _named(self, chosen: ArticleFilter, snapshot: Snapshot) -> ArticleFilter:
        """The filter with the dossier by its identifier, where it was called by its name."""
        if chosen.dossier is None:
            return chosen
        for number, document in snapshot.documents("dossiers"):
            if chosen.dossier in {str(number), document["name"]}:
                return replace(chosen, dossier=str(number))
        raise NothingFoundError("library.no-dossier", id=chosen.dossier)


def _hit(record: ArticleRecord, paragraphs: tuple[Paragraph, ...], asked: Finder) -> Hit:
    text = PARAGRAPH_BREAK.join(paragraph.text for paragraph in paragraphs)
    spans = asked.lit(text)
    passage = snippet(text, paragraphs, spans)
    shown = passage or opening(text, paragraphs)
    lit = [span for span in spans if shown.contains(span)] if passage else []
    return Hit(
        record,
        shown.of(text),
        tuple(Span(span.start - shown.start, span.end - shown.start) for span in lit),
        passage,
    )
