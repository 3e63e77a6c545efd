"""Articles for the tests of the library."""

from briefing.article import Article, Language, PublicationDate, laid_out

DUTCH = (
    "De Britse inlichtingendienst waarschuwt voor apparatuur in het telecomnetwerk.",
    "Het netwerk moet veilig zijn, zegt de dienst. De inlichtingen komen van de telecom.",
)
ENGLISH = ("Two agencies warned about the café network.", "The minister denied the claim.")


def report(
    title: str = "Zorgen over het netwerk",
    *paragraphs: str,
    language: Language = "nl",
    outlet: str | None = "De Courant",
    published: str | None = "2019-01-08",
) -> Article:
    bodies = paragraphs or ((title, *DUTCH) if language == "nl" else (title, *ENGLISH))
    day = PublicationDate.parse(published) if published else None
    return Article("", title, language, laid_out((text, "body") for text in bodies), outlet, None, day)
