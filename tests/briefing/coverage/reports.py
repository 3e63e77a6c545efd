"""Invented reports of one story, of several outlets and days."""

from briefing.article import Article, PublicationDate, laid_out

ZOU = "De stuwdam bij Ootmarsum zou in mei worden gesloopt, meldt een ingewijde aan persbureau Noord."
FACT = "De stuwdam bij Ootmarsum wordt in mei gesloopt, zegt directeur Jan Moor."
BARE = "De stuwdam bij Ootmarsum wordt in mei gesloopt."
DENIED = "De stuwdam bij Ootmarsum wordt in mei niet gesloopt."


def report(
    id: str, published: str | None, *paragraphs: str, outlet: str | None = "Courant", language: str = "nl"
) -> Article:
    """A report with the paragraphs."""
    date = PublicationDate.parse(published) if published else None
    body = laid_out((text, "body") for text in paragraphs)
    return Article(id, f"Bericht {id}", language, body, outlet=outlet, published=date)
