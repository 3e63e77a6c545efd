"""Three invented reports of one story, for the tests of the analysis."""

from briefing.article import Article
from store import Library
from tests.store.articles import report

BRIDGE = (
    "De Korenbrug in Weesdorp gaat in april twee weken dicht, zegt wethouder Hanna Bos.",
    "Het herstel kost 4 miljoen euro. Volgens aannemer Dekker zou het staal zijn doorgeroest.",
)
CROSSING = (
    "De Korenbrug in Weesdorp gaat in april twee weken dicht, zegt het waterschap.",
    "Het herstel kost 7 miljoen euro. Bakker Joop Veen verwacht minder klanten.",
)
ABROAD = (
    "A road bridge in the Dutch town of Weesdorp will close for two weeks in April, according to the water board.",
    "The repair will cost 7 million euros.",
)


def loose_reports() -> tuple[Article, Article, Article]:
    """The reports as loose files."""
    return (
        report("Korenbrug twee weken dicht", *BRIDGE, outlet="De Courant"),
        report("Brug dicht in april", *CROSSING, outlet="Het Nieuws", published="2019-01-09"),
        report("Dutch bridge to close", *ABROAD, outlet="The Herald", language="en", published="2019-01-10"),
    )


def stored_reports(library: Library) -> tuple[Article, Article, Article]:
    """The reports, added to the library as 1, 2 and 3."""
    one, two, three = (library.articles.add(article).article for article in loose_reports())
    return one, two, three
