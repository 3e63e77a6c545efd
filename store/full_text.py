"""Full-text search in the library's articles. What reads queries and makes snippets is imported by the first search."""

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from briefing.article import PARAGRAPH_BREAK, Paragraph, Span
from briefing.message import NothingFoundError
from store.articles import records_in, selection_of
from store.base import LibraryPart
from store.engine import Snapshot
from store.records import text_of
from store.values import ArticleFilter, ArticleRecord, Hit

if TYPE_CHECKING:
    from store.highlights import Highlighter


class FullText(LibraryPart):
    """Search in titles and texts."""

    def search(
        self,
        query: str,
        *,
        order: Literal["rank", "date"] = "rank",
        limit: int = 50,
        typing: bool = False,
    ) -> list[Hit]:
        """The articles that match the query, best or newest first, each with a snippet.

        Words match in all their forms and as parts of Dutch compounds; `typing` lets the last word be unfinished.

        Raises:
            WrongUseError: the query has an unknown filter or value, or an unclosed quotation mark.
        """
        from store.query import parse
        from store.query_expansion import expanded

        parsed = parse(query, typing=typing)
        self._engine.catch_up()
        with self._engine.reading() as snapshot:
            articles = replace(_with_dossier_id(parsed.filter, snapshot), limit=limit)
            match, highlighter = expanded(parsed, snapshot)
            selection = selection_of(replace(articles, order="published"))
            if not match.wanted:
                numbers = [] if parsed.wanted else snapshot.select("articles", selection)
            else:
                selection = selection if order == "date" else replace(selection, order=None)
                numbers = snapshot.match("texts", match, "articles", selection)
            texts = dict(snapshot.documents("texts", numbers))
            records = records_in(snapshot, numbers)
        return [_hit(record, text_of(texts.get(int(record.id), {"paragraphs": []})), highlighter) for record in records]


def _with_dossier_id(articles: ArticleFilter, snapshot: Snapshot) -> ArticleFilter:
    """The filter with the identifier of its dossier, which may be given by name."""
    if articles.dossier is None:
        return articles
    for number, document in snapshot.documents("dossiers"):
        if articles.dossier in {str(number), document["name"]}:
            return replace(articles, dossier=str(number))
    raise NothingFoundError("library.no-dossier", id=articles.dossier)


def _hit(record: ArticleRecord, paragraphs: tuple[Paragraph, ...], highlighter: "Highlighter") -> Hit:
    from store.highlights import opening, snippet

    text = PARAGRAPH_BREAK.join(paragraph.text for paragraph in paragraphs)
    spans = highlighter.spans(text)
    passage = snippet(text, paragraphs, spans)
    shown = passage or opening(text, paragraphs)
    highlights = [span for span in spans if shown.contains(span)] if passage else []
    return Hit(
        record,
        shown.of(text),
        tuple(Span(span.start - shown.start, span.end - shown.start) for span in highlights),
        passage,
    )
