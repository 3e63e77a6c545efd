"""The query language of the search: words, "phrases", -words, title:words, and filters such as `outlet:"de Volkskrant"`."""

import re
from dataclasses import dataclass, replace
from typing import Any

from briefing.article import PublicationDate
from briefing.language.languages import is_code, languages
from briefing.language.tables.search import search_words
from briefing.message import WrongUseError
from store.index_terms import WORD
from store.values import ArticleFilter

_TOKEN = re.compile(
    r'(?P<minus>-?)(?:(?P<key>[^\W\d_]+):(?!//))?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]*))'
)
_YES, _NO = {"", "1"}, {"0"}
_ALL_STATES = "all"


@dataclass(frozen=True, slots=True)
class QueryPhrase:
    """Words that must stand next to each other, or a single word.

    `open`: the last word is a prefix; `typing`: it may be unfinished, since the user is typing it.
    """

    words: tuple[str, ...]
    open: bool = False
    typing: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """The phrases to find, the phrases to exclude, and the articles to search."""

    wanted: tuple[QueryPhrase, ...]
    unwanted: tuple[QueryPhrase, ...]
    filter: ArticleFilter


def parse(text: str, *, typing: bool = False) -> Query:
    """The query in a text. `typing` leaves its last word unfinished; a star makes a word a prefix.

    Raises:
        WrongUseError: unknown filter or value, unclosed quotation mark, or nothing to find.
    """
    wanted, unwanted = list[QueryPhrase](), list[QueryPhrase]()
    filters = {word: name for language in languages() for word, name in search_words(language).filters.items()}
    articles = ArticleFilter()
    for token in filter(re.Match.group, _TOKEN.finditer(text)):
        key = (token["key"] or "").lower()
        value = token["word"] if token["phrase"] is None else token["phrase"]
        if token["phrase"] is not None and not token["closed"] and not typing:
            raise WrongUseError("library.query-quote")
        in_title = filters.get(key) == "title"
        if key in filters and not in_title and not token["minus"]:
            articles = _narrowed(articles, filters[key], value, key)
            continue
        if key and not in_title:
            raise WrongUseError("library.query-filter", name=key)
        words = tuple(one.group() for one in WORD.finditer(value))
        if words:
            unfinished = typing and token.end() == len(text)
            phrase = QueryPhrase(words, open=value.endswith("*"), typing=unfinished, title=in_title)
            (unwanted if token["minus"] else wanted).append(phrase)
    if unwanted and not wanted:
        raise WrongUseError("library.query-only-without")
    return Query(tuple(wanted), tuple(unwanted), articles)


def _narrowed(articles: ArticleFilter, name: str, value: str, key: str) -> ArticleFilter:
    value = value.strip()
    change: dict[str, Any] | None = None
    if name in {"outlet", "dossier"} and value:
        change = {name: value}
    elif name == "tags" and value:
        change = {name: (*articles.tags, value)}
    elif name == "language" and is_code(value):
        change = {name: value.lower()}
    elif name == "unread":
        change = _unread(value.lower())
    elif name == "state":
        change = _state(value.lower())
    elif name in {"newer", "older"}:
        change = {name: _date(value, key)}
    if change is None:
        raise WrongUseError("library.query-value", name=key, value=value)
    return replace(articles, **change)


def _unread(value: str) -> dict[str, Any] | None:
    words = [search_words(language) for language in languages()]
    if value in _YES.union(*(one.yes for one in words)):
        return {"unread": True}
    if value in _NO.union(*(one.no for one in words)):
        return {"unread": False}
    return None


def _state(value: str) -> dict[str, Any] | None:
    for language in languages():
        state = search_words(language).states.get(value)
        if state is not None:
            return {"state": None if state == _ALL_STATES else state}
    return None


def _date(value: str, key: str) -> PublicationDate:
    try:
        return PublicationDate.parse(value)
    except ValueError:
        raise WrongUseError("library.query-date", name=key, value=value) from None
