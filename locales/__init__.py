"""The words of the interface: the loader of the catalogues, and dates, numbers and lists by babel in their language.

Knows none of the other packages. Babel is imported when a date, a number or a list is first asked for.
"""

import gettext as _gettext
import locale as _locale
import os
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Protocol

from locales.phrases import PHRASES
from locales.phrases.mark import mark

__all__ = [
    "FOLDER",
    "LANGUAGES",
    "Catalogue",
    "_",
    "activate",
    "active",
    "add_catalogue",
    "catalogue",
    "mark",
    "ngettext",
    "preferred",
]

DOMAIN = "briefing"
FOLDER = Path(__file__).parent
FALLBACK = "en"
_FIRST = ("nl", "en")
LANGUAGES = tuple(
    sorted(
        (one.parent.name for one in FOLDER.glob("*/LC_MESSAGES")),
        key=lambda code: (code not in _FIRST, code != _FIRST[0], code),
    )
)
"""The languages of the interface, each a folder here; Dutch and English first."""
FORMATS = {"nl": "nl_NL", "en": "en_GB"}
"""The form of dates and numbers where it is not the one usual for the language."""
_FURTHER: dict[str, tuple[Path, str]] = {}


class PartialDate(Protocol):
    """A date of which the finer parts may be unknown (`None`)."""

    @property
    def year(self) -> int:
        """The year."""

    @property
    def month(self) -> int | None:
        """The month, 1..12."""

    @property
    def day(self) -> int | None:
        """The day of the month."""

    @property
    def hour(self) -> int | None:
        """The hour, 0..23."""

    @property
    def minute(self) -> int | None:
        """The minute."""


class Catalogue:
    """The messages of one language, and dates, numbers and lists in its form."""

    def __init__(self, language: str, folder: Path = FOLDER, form: str = "") -> None:
        self.language = language
        self._form = form or FORMATS.get(language, language)
        self._messages = _gettext.translation(DOMAIN, folder, [language])

    def gettext(self, message: str) -> str:
        """The message in this language; the empty one stays empty."""
        return self._messages.gettext(message) if message else ""

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of the message that fits the count."""
        return self._messages.ngettext(one, many, count)

    def say(self, code: str, /, **params: object) -> str:
        """The words of a code with its parameters filled in; numbers are written in this language's form.

        Raises:
            KeyError: no phrase has the code, or it names a parameter that is not given.
        """
        phrase = PHRASES[code]
        count = params.get("count")
        words = (
            self.gettext(phrase)
            if isinstance(phrase, str)
            else self.ngettext(*phrase, count if isinstance(count, int) else 1)
        )
        return words % {name: self._written(value) for name, value in params.items()} if params else words

    def _written(self, value: object) -> object:
        return self.number(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else value

    def date(self, value: PartialDate) -> str:
        """The date as precisely as it is known: "januari 2019", "21 december 2018", "21 december 2018 14:05"."""
        from datetime import date, time

        from babel.dates import format_date, format_skeleton, format_time

        day = date(value.year, value.month or 1, value.day or 1)
        if value.month is None:
            return f"{value.year:04d}"
        if value.day is None:
            return str(format_skeleton("yMMMM", day, locale=self._form))
        words = str(format_date(day, "long", locale=self._form))
        if value.hour is None:
            return words
        return f"{words} {format_time(time(value.hour, value.minute or 0), 'HH:mm', locale=self._form)}"

    def number(self, value: Decimal | float) -> str:
        """The number with the language's separators."""
        if isinstance(value, int) and abs(value) < 1000:
            return str(value)
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self._form))

    def percent(self, value: float) -> str:
        """A share of 0..1 as a whole percentage."""
        from babel.numbers import format_percent

        return str(format_percent(value, locale=self._form))

    def language_name(self, code: str) -> str:
        """The name of a language in this one: "Nederlands" or "Dutch" for `nl`; the code itself where it has no name."""
        from babel import Locale

        return str(Locale.parse(self._form).languages.get(code.partition("-")[0], code))

    def listed(self, items: Sequence[str]) -> str:
        """The items as one phrase: "a, b en c"."""
        from babel.lists import format_list

        return str(format_list(list(items), locale=self._form)) if items else ""


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language.

    Raises:
        ValueError: there is none.
        FileNotFoundError: the catalogues were not compiled.
    """
    if language in LANGUAGES:
        return Catalogue(language)
    if language in _FURTHER:
        return Catalogue(language, *_FURTHER[language])
    raise ValueError(f"no catalogue in {language!r}")


def add_catalogue(language: str, folder: Path, form: str) -> None:
    """Make a compiled catalogue known that stands in another folder; `form` is the CLDR locale of its dates and numbers."""
    _FURTHER[language] = (folder, form)


class _Active:
    catalogue: Catalogue | None = None


def active() -> Catalogue:
    """The catalogue of the interface's language: the last one activated, else by the environment."""
    if _Active.catalogue is None:
        _Active.catalogue = catalogue(preferred())
    return _Active.catalogue


def activate(language: str) -> Catalogue:
    """Make a language the interface's."""
    _Active.catalogue = catalogue(language)
    return _Active.catalogue


def _(message: str) -> str:
    """The message in the interface's language."""
    return active().gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that fits the count, in the interface's language."""
    return active().ngettext(one, many, count)


def preferred(environment: Mapping[str, str] | None = None) -> str:
    """The language that the locale's environment asks for; English where it asks for none that there is."""
    given = os.environ if environment is None else environment
    first = next(filter(None, map(given.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    if first is None and environment is None:
        first = _locale.getlocale()[0]
    asked = [*given.get("LANGUAGE", "").split(":"), first or ""]
    return next((known for name in asked for known in LANGUAGES if name[:2].lower() == known), FALLBACK)
