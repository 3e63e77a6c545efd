"""Where the articles that are read have notes."""

from collections.abc import Mapping, Sequence

from briefing.article import Article, Span
from briefing.note import Note
from tui.layout.links import any_in

NotesByArticle = Mapping[str, Sequence[Note]]
"""Notes by the id of their article."""


class NoteMarks:
    """The offsets of the notes in each article."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = tuple(articles)
        self._offsets: tuple[Sequence[int], ...] = ((),) * len(self._articles)

    def take(self, notes: NotesByArticle) -> None:
        """Take in the notes of the articles."""
        self._offsets = tuple(_offsets(article, notes.get(article.id, ())) for article in self._articles)

    def begin_in(self, sheet: int, span: Span) -> bool:
        """Whether a noted passage begins in the span. A note on the whole article is at its start."""
        return any_in(self._offsets[sheet], span)


def _offsets(article: Article, notes: Sequence[Note]) -> list[int]:
    found = (note.passage.found_in(article.text) if note.passage else Span(0, 0) for note in notes)
    return sorted(span.start for span in found if span)
