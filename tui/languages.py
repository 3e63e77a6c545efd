"""The languages that a text can be translated to, by the catalogues and the language data."""

from briefing.article import Language
from briefing.language.languages import base, languages
from locales import active


def other_language(language: str) -> Language:
    """The language to translate a text to: the interface's, else the first other one that has data."""
    others = [other for other in languages() if other != base(language)]
    return next((other for other in others if other == active().language), others[0])
