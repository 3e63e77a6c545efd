"""Lines of a page that are no part of its report: links to other reports, share bars, cookie and subscription notices."""

import re
from functools import cache
from typing import Final

from briefing.language.languages import languages
from briefing.language.tables.boilerplate import BoilerplateWords
from briefing.language.tables.loading import load

_LONGEST: Final = 140
_COUNTER: Final = re.compile(r"\(?\d{1,3}\s*(?:/|of|van|von)\s*\d{1,3}\)?[.:]?", re.IGNORECASE)
"""The place of a photo among others: "1 of 4"."""


def is_boilerplate(line: str) -> bool:
    """Whether a line is no part of a report: short, and opening as links to other reports and share bars do."""
    if len(line) > _LONGEST:
        return False
    if _COUNTER.fullmatch(line):
        return True
    found = _openings().match(line)
    return found is not None and _is_alone(line[found.end() :], found.lastgroup or "")


def _is_alone(rest: str, kind: str) -> bool:
    """Whether what follows the opening is nothing or, of a link, the title after its colon."""
    rest = rest.strip()
    return not rest.strip(".:!…-–|>» ") or (kind != "other" and rest[0] in ":>»|-–")


def shows_consent(text: str) -> bool:
    """Whether a text asks to agree to cookies."""
    return _has(text, "consent")


def shows_paywall(text: str) -> bool:
    """Whether a text offers a subscription to read on."""
    return _has(text, "paywall")


def _has(text: str, kind: str) -> bool:
    folded = text.casefold()
    return any(words in folded for words in _words(kind))


@cache
def _words(kind: str) -> tuple[str, ...]:
    """The phrases of a kind in all languages: what a page is written in is not known yet. Longer ones come first."""
    tables = (load(BoilerplateWords, language, "boilerplate") for language in languages())
    found: set[str] = set().union(*(getattr(table, kind) for table in tables))
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


@cache
def _openings() -> re.Pattern[str]:
    kinds = ("lead_elsewhere", "share", "other")
    groups = (f"(?P<{kind}>{'|'.join(map(re.escape, _words(kind)))})" for kind in kinds)
    return re.compile(rf"\W*(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)
