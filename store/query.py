"""What a user types to search: words, "phrases", -words, title:words, and filters such as `outlet:"de Volkskrant"`."""

import re
from dataclasses import dataclass, replace
from typing import Any

from briefing.article import LANGUAGES, PublicationDate
from briefing.message import WrongUseError
from store.index_terms import WORD
from store.values import ArticleFilter

_PART = re.compile(r'(?P<minus>-?)(?:(?P<key>[^\W\d_]+):(?!//))?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]*))')
_FILTERS = {
    "lang": "language", "taal": "language",
    "outlet": "outlet", "medium": "outlet",
    "tag": "tags", "label": "tags",
    "newer": "newer", "nieuwer": "newer",
    "older": "older", "ouder": "older",
    "unread": "unread", "ongelezen": "unread",
    "dossier": "dossier",
    "in": "state",
}  # fmt: skip
_TITLE = {"title", "titel"}
_YES, _NO = {"", "yes", "ja", "1"}, {"no", "nee", "0"}
_STATES = {
    "archive": "archived", "archief": "archived", "trash": "trashed", "prullenbak": "trashed", "all": None, "alles": None
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are to stand beside each other (one word stands alone).

    `open`: the last goes on in any way; `typing`: it may go on, since it is being typed.
    """

    words: tuple[str, ...]
    open: bool = False
    typing: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be found, what is not, and among which articles."""

    wanted: tuple[Asked, ...]
    unwanted: tuple[Asked, ...]
    filter: ArticleFilter


def read(text: str, *, typing: bool = False) -> Question:
    """The question in a text. While it is being typed its last word may go on; a star leaves a word open too.

    Raises:
        WrongUseError: a filter does not exist or has no such value, a quotation is not closed, or there is nothing to find.
    """
    wanted, unwanted = list[Asked](), list[Asked]()
    chosen = ArticleFilter()
    for found in _PART.finditer(text):
        key = (found["key"] or "").lower()
        value = found["word"] if found["phrase"] is None else found["phrase"]
        if not found.group():
            continue
        if found["phrase"] is not None and not found["closed"] and not typing:
            raise WrongUseError("library.query-quote")
        if key in _FILTERS and not found["minus"]:
            chosen = _narrowed(chosen, _FILTERS[key], value, key)
            continue
        if key and key not in _TITLE:
            raise WrongUseError("library.query-filter", name=key)
        last = typing and found.end() == len(text)
        words = tuple(one.group() for one in WORD.finditer(value))
        if words:
            asked = Asked(words, open=value.endswith("*"), typing=last, title=key in _TITLE)
            (unwanted if found["minus"] else wanted).append(asked)
    if unwanted and not wanted:
        raise WrongUseError("library.query-only-without")
    return Question(tuple(wanted), tuple(unwanted), chosen)


def _narrowed(chosen: ArticleFilter, name: str, value: str, key: str) -> ArticleFilter:
    value = value.strip()
    change: dict[str, Any] | None = None
    if name in {"outlet", "dossier"} and value:
        change = {name: value}
    elif name == "tags" and value:
        change = {name: (*chosen.tags, value)}
    elif name == "language" and value.lower() in LANGUAGES:
        change = {name: value.lower()}
    elif name == "unread" and value.lower() in _YES | _NO:
        change = {name: value.lower() in _YES}
    elif name == "state" and value.lower() in _STATES:
        change = {name: _STATES[value.lower()]}
    elif name in {"newer", "older"}:
        change = {name: _date(value, key)}
    if change is None:
        raise WrongUseError("library.query-value", name=key, value=value)
    return replace(chosen, **change)


def _date(value: str, key: str) -> PublicationDate:
    try:
        return PublicationDate.parse(value)
    except ValueError:
        raise WrongUseError("library.query-date", name=key, value=value) from None
