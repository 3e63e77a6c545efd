"""The word lists that only the comparison needs, of each language."""

from functools import cache

from briefing.article import Language
from briefing.language.languages import base, folder_of, has_data
from briefing.language.tables.loading import empty, load
from briefing.language.tables.verdicts import VerdictTable


@cache
def verdict_words(language: Language) -> VerdictTable:
    """The words of the language; none where it has no such file."""
    code = base(language)
    if not has_data(code) or not folder_of(code).joinpath("verdicts.toml").is_file():
        return empty(VerdictTable)
    return load(VerdictTable, code, "verdicts")
