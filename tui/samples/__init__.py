"""Sample articles for `briefing demo`, written for it. The outlets are invented."""

from importlib.resources import files

from briefing.article import Article
from briefing.ingest.text import read_article


def sample_articles() -> list[Article]:
    """The sample articles, oldest first."""
    sources = sorted(
        (file for file in files(__package__).iterdir() if file.name.endswith(".txt")), key=lambda file: file.name
    )
    return [read_article(source.read_bytes(), name=source.name) for source in sources]
