"""The outlet and date of an article in words."""

from briefing.article import Article
from locales import _, active


def origin(article: Article) -> str:
    """Where an article comes from and when it appeared: "NU.nl, januari 2019"."""
    date = active().date(article.published) if article.published else _("date unknown")
    return ", ".join(filter(None, (article.outlet, date)))
