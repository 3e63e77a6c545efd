"""The timeline of several reports: passages that name a date, by that date."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.article import Article, PublicationDate, Span
from briefing.language.figures import figures_in
from briefing.language.sentences import sentences_of


@dataclass(frozen=True, slots=True)
class Event:
    """A passage with the date that it names, `earliest` to `latest`, both included; `named` is the date as it is written."""

    article: Article
    passage: Span
    named: Span
    earliest: PublicationDate
    latest: PublicationDate


def timeline_of(articles: Iterable[Article]) -> tuple[Event, ...]:
    """The events of the articles by their dates, the widest period first where several begin together.

    Dates such as "in juli" count from the publication of their report; those that cannot be placed are left out.
    """
    events = [event for article in articles for event in _events(article)]
    return tuple(
        sorted(events, key=lambda event: (_day(event.earliest), tuple(-part for part in _day(event.latest, last=True))))
    )


def _events(article: Article) -> Iterable[Event]:
    for sentence in sentences_of(article):
        for figure in figures_in(sentence.text, article.language, article.published):
            if figure.kind == "date" and figure.earliest and figure.latest:
                named = Span(sentence.start + figure.span.start, sentence.start + figure.span.end)
                yield Event(article, sentence.span, named, figure.earliest, figure.latest)


def _day(date: PublicationDate, *, last: bool = False) -> tuple[int, int, int]:
    unknown = (12, 31) if last else (1, 1)
    return date.year, date.month or unknown[0], date.day or unknown[1]
