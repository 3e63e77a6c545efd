"""Dates as a language writes them, by CLDR."""

from datetime import date

from briefing.article import Language, PublicationDate
from briefing.language.lexicon import lexicon


def written_day(day: PublicationDate, language: Language) -> str:
    """The day, month or year in words: "3 mei 2022"; "" where not even the month is known."""
    if day.month is None:
        return ""
    from babel.dates import format_date, format_skeleton  # its tables take longer to load than all else here

    locale = lexicon(language).figures.dates.form or language
    if day.day is None:
        return str(format_skeleton("yMMMM", date(day.year, day.month, 1), locale=locale))
    return str(format_date(date(day.year, day.month, day.day), "long", locale=locale))
