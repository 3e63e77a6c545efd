"""Nouns of the calendar: "week", "maand"."""

from functools import cache

from briefing.article import Language
from briefing.language.tables.loading import load
from briefing.language.tables.referents import ReferentWords


def is_of_calendar(language: Language, noun: str) -> bool:
    """Whether a noun in lower case is of the calendar."""
    return noun in _calendar(language)


@cache
def _calendar(language: Language) -> frozenset[str]:
    return load(ReferentWords, language, "referents").before_a_noun.calendar
